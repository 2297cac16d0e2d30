"""The nominative of what a body or a place is called, by the dictionary; never a form that it is not sure of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from nlp.words import CYRILLIC, fold, is_russian
from nlp.words import _parses as parses

CASES = {
    "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins",
    "loct": "Loc", "loc2": "Loc",
}  # fmt: skip
NAMES = frozenset(("Geox", "Orgn"))
ADJECTIVES = frozenset(("ADJF", "PRTF"))
SURE = 0.8
"""The share that one form must have of all that the dictionary allows."""


@lru_cache(maxsize=20_000)
def nominative_of(name: str, case: str = "", number: str = "") -> str | None:
    """A name with the adjectives that open it and their noun in the nominative; the rest stays as it is.

    ``case`` and ``number`` are those of Universal Dependencies, "" where no grammar tells them; they choose between the
    forms that the dictionary allows. None where these differ.
    """
    words = name.split(" ")
    noun = next((i for i, word in enumerate(words) if not _is_adjective(word)), len(words) - 1)
    if not _turns(words[noun]):
        return name if noun == 0 or case in ("Nom", "") else None
    able = [one for one in _forms(words[: noun + 1]) if number in ("", one[1])]
    told = [one for one in able if one[0] == case] or able
    weights = {one[2]: sum(each[3] for each in told if each[2] == one[2]) for one in told}
    best = max(weights, key=weights.__getitem__, default="")
    if best and weights[best] > SURE * sum(weights.values()):
        return " ".join((best, *words[noun + 1 :]))
    return name if case == "Nom" and not is_russian(words[noun].lower()) else None


def _turns(word: str) -> bool:
    """Whether a word has cases: no «МВД», no Latin letters, no digits."""
    return CYRILLIC.fullmatch(word) is not None and not word.isupper() and not any(c.isdigit() for c in word)


def _is_adjective(word: str) -> bool:
    found = parses(word) if _turns(word) else []
    return bool(found) and found[0].tag.POS in ADJECTIVES


def _forms(words: list[str]) -> Iterator[tuple[str, str, str, float]]:
    """The case and number that words may share, with their nominative and its likelihood."""
    before, noun = words[:-1], words[-1]
    readings = parses(noun)
    known = [one for one in readings if not NAMES.isdisjoint(one.tag.grammemes)]
    for reading in known or readings:
        case, number = CASES.get(str(reading.tag.case)), _number(reading.tag)
        made = reading.inflect({"nomn"}) if case and reading.tag.POS in ("NOUN", "ADJF") else None
        if case is None or made is None:
            continue
        adjectives = [_agreeing(word, reading.tag) for word in before]
        agreeing = [one for one in adjectives if one is not None]
        if len(agreeing) == len(before):
            yield case, number, " ".join([*agreeing, _like(made.word, noun)]), reading.score


def _number(tag: Any) -> str:
    return "Plur" if tag.number == "plur" else "Sing"


def _agreeing(word: str, noun: Any) -> str | None:
    """The nominative of an adjective that may stand beside this form of a noun; None if it may not."""
    case, number = CASES.get(str(noun.case)), noun.number
    for reading in parses(word):
        tag = reading.tag
        agrees = tag.POS in ADJECTIVES and CASES.get(str(tag.case)) == case and tag.number == number
        living = case == "Acc" and tag.animacy not in (None, noun.animacy)
        if agrees and not living and (number == "plur" or tag.gender == noun.gender):
            made = reading.inflect({"nomn", str(number)})
            return _like(made.word, word) if made else None
    return None


def _like(made: str, word: str) -> str:
    """A form with the letters of a word as far as they are the same: its capitals, its «е» for the «ё» of others."""
    pairs = zip(made, word.ljust(len(made)), strict=False)
    return "".join(b if fold(a) == fold(b) else a for a, b in pairs)
