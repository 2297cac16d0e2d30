"""What to call a text that came without a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from nlp.model import Sentence

LONGEST_HEADLINE = 140
LONGEST_BEGINNING = 80

LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
LEADING = re.compile(r"^[^\w«\"“„(\[$€₽£₸№+-]+|^[-+](?!\d)\W*")
TRAILING = re.compile(r"[^\w.!?…»”\"')\]%$€₽£₸°+]+$")
UNFINISHED = (".", "…", ",", ";", ":", "-", "—", "–")


def headline(text: str, sentences: Sequence[Sentence]) -> str:
    """The text's own headline, else the beginning of its first sentence with words; "" for a text without words.

    One line, without marks that only decorate.
    """
    return own_headline(text) or _beginning(sentences)


def own_headline(text: str) -> str | None:
    """The short first line that stands above a text, no sentence of it."""
    lines = [line for line in text[:10_000].splitlines() if _has_words(line)]
    title = _clean(lines[0]) if len(lines) > 1 else ""
    whole = 0 < len(title) <= LONGEST_HEADLINE and not _clean_end(lines[0]).endswith(UNFINISHED)
    return title if whole and not re.match(r"https?:|[#@]\w+", lines[0].lstrip("*_ ")) else None


def _beginning(sentences: Sequence[Sentence]) -> str:
    first = next((_clean(one.text[:1000]) for one in sentences if _has_words(one.text)), "")
    if len(first) <= LONGEST_BEGINNING:
        return first
    cut = first[: LONGEST_BEGINNING - 1]
    kept = cut if first[len(cut)].isspace() else cut.rpartition(" ")[0] or cut
    return re.sub(r"[\s,;:—–-]+$", "", kept) + "…"


def _clean(line: str) -> str:
    plain = " ".join(_visible(LINK.sub(r"\1", line)).replace("**", "").replace("__", "").split())
    return TRAILING.sub("", LEADING.sub("", plain))


def _clean_end(line: str) -> str:
    return re.sub(r"[^\w.…,;:!?»”\")—–-]+$", "", _visible(line))


def _visible(line: str) -> str:
    """Without zero-width and control characters, joiners and lone surrogates."""
    return "".join(c for c in line if unicodedata.category(c) not in ("Cf", "Cc", "Cs") or c.isspace())


def _has_words(line: str) -> bool:
    return any(map(str.isalpha, line))
