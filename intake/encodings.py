"""Which encoding bytes are text in, told by what Russian, Kazakh and English look like."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from intake.failures import UnknownFormatError

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EIGHT_BITS: Final = ("cp1251", "koi8-r", "cp866", "kz1048", "cp1252")
"""Of equals, the first is meant."""
SAMPLE: Final = 100_000  # bytes that the encoding is told by

COMMON: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
"""Russian letters from the commonest to the rarest, as the Russian National Corpus counts them."""
KAZAKH: Final = "әғқңөұүһі"
MARKS_OF_PRESS: Final = "«»—–…№„“”’‘\xa0•"
WESTERN: Final = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßşğı"
WORTH: Final = (
    {letter: 1 - rank / len(COMMON) for rank, letter in enumerate(COMMON)}
    | dict.fromkeys(KAZAKH, 0.4)
    | dict.fromkeys(MARKS_OF_PRESS, 0.3)
    | dict.fromkeys(WESTERN, 0.1)
)
CYRILLIC: Final = frozenset(COMMON + KAZAKH)
STRANGE: Final = (
    -1.0
)  # the worth of any other character, of a capital behind a small letter, of a Cyrillic behind a Latin
LEAST: Final = 0.0  # what a text is worth on the average, a character outside ASCII
CAPITAL: Final = 0.5  # of the worth of the small letter

CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
FEW: Final = 0.005  # of the characters may be such in a text
SPOILT: Final = 0.01  # of what is outside ASCII may be no UTF-8
WIDE: Final = 0.7  # of the upper bytes of UTF-16 in one of these alphabets are of these values
UPPER: Final = b"\x00\x04\x20"


def decoded(data: bytes) -> str:
    """The text, without its byte order mark. Raises UnknownFormatError for what is no text in any of the encodings."""
    text = _decoded(data)
    if len(CONTROLS.findall(text)) > FEW * len(text):
        raise UnknownFormatError
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return data.decode(_wide(data[:SAMPLE]), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _spoilt(data) or data.decode(_eight_bits(data[:SAMPLE]), "replace")


def _spoilt(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are wrong, or the last character is cut."""
    text = data.decode("utf-8", "replace")
    beyond = sum(not character.isascii() for character in text)
    return text if text.count("\ufffd") <= max(1, SPOILT * beyond) and beyond > 2 else None


def _wide(sample: bytes) -> str:
    shares = {"utf-16-le": _upper(sample[1::2]), "utf-16-be": _upper(sample[::2])}
    encoding = max(shares, key=shares.__getitem__)
    if shares[encoding] < WIDE:
        raise UnknownFormatError
    return encoding


def _upper(half: bytes) -> float:
    return sum(map(half.count, UPPER)) / max(1, len(half))


def _eight_bits(sample: bytes) -> str:
    told = {encoding: worth(sample.decode(encoding, "replace")) for encoding in EIGHT_BITS}
    encoding = max(told, key=told.__getitem__)
    if told[encoding] <= LEAST:
        raise UnknownFormatError
    return encoding


def worth(text: str) -> float:
    """-1..1: how much the characters outside ASCII look like a text in one of the languages."""
    each = list(_each(text))
    return sum(each) / max(1, len(each))


def _each(text: str) -> Iterator[float]:
    for before, character in pairwise(f" {text}"):
        if character.isascii():
            continue
        small = character.lower()
        if before.isascii() and before.isalpha() and small in CYRILLIC:
            yield STRANGE
        elif character == small:
            yield WORTH.get(character, STRANGE)
        else:
            yield STRANGE if before.islower() else CAPITAL * WORTH.get(small, STRANGE)
