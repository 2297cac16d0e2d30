"""Numbers and dates as a text writes them, by pattern; whether a number counts anything is told later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nlp.details import dates
from nlp.languages import LANGUAGES
from nlp.languages.model import Telling
from nlp.model import Span

Unit = Literal["", "money", "measure", "period"]

DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
SIGNS = r"[$€£₽₸¥]"
LONGEST_LIST = 3
"""Digits before the mark of a list item."""


@dataclass(frozen=True, slots=True)
class Amount(Span):
    """A number with its multiplier and its measure, if it has one; ``first`` is where the digits begin."""

    unit: Unit
    first: int


def amounts(sentences: Iterable[Span], language: str | None) -> tuple[Amount, ...]:
    """The numbers that may count something, ascending: no dates, times, scores, labels or list marks."""
    return tuple(one for s in sentences for one in _amounts(s.text, s.start, language)) if language in LANGUAGES else ()


def _amounts(text: str, at: int, language: str) -> Iterator[Amount]:
    """The numbers of one sentence that begins at a place of its text."""
    dated = dates(text, language)
    for m in _pattern(language).finditer(text):
        unit = _unit(m)
        first = m.start("sign") if m["sign"] else m.start("number")
        is_date = unit in ("", "period") and any(one.start < m.end() and first < one.stop for one in dated)
        if not is_date and not _counts_nothing(text, m, LANGUAGES[language].telling):
            stop = m.end(UNITS[unit]) if unit and m[UNITS[unit]] else m.end()
            written = text[m.start() : stop].rstrip("." if stop == len(text) else "")
            yield Amount(at + m.start(), at + m.start() + len(written), written, unit, at + first)


UNITS: Mapping[Unit, str] = {"money": "money", "measure": "measure", "period": "period"}


def _unit(m: re.Match[str]) -> Unit:
    if m["sign"] or m["money"]:
        return "money"
    return "measure" if m["measure"] else "period" if m["period"] else ""


def _counts_nothing(text: str, m: re.Match[str], telling: Telling) -> bool:
    """A label («дом 5»), the mark of a list item, or a part of a longer number."""
    before = text[: m.start()].rpartition("\n")[2].rstrip(" \u00a0")
    opens = not any(c.isalnum() for c in before)
    item = opens and len(m.group()) <= LONGEST_LIST and text[m.end() : m.end() + 1] in (".", ")")
    return item or (bool(telling.labels) and _labels(telling).search(before) is not None)


@cache
def _labels(telling: Telling) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w){telling.labels}$")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """«более 30 млрд долларов», «$5,2 млрд», «с 19% до 21%», «двенадцать»."""
    telling = LANGUAGES[language].telling
    digits = rf"[−-]?{DIGITS}(?:(?:\s?%)?\s?[-–—]\s?{DIGITS})?"
    nearly = rf"(?:(?<!\w){telling.nearly}\s)?" if telling.nearly else ""
    measures = rf"%|°\s?[CСF]?|{telling.measures}"
    scale = rf"(?:\s?{telling.multipliers}(?!\w))?"
    source, goal = telling.ranges
    range_ = rf"(?:(?<!\w){source}\s{DIGITS}{scale}(?:\s?(?:{measures}|{telling.money}))?\s{goal}\s)?"
    return re.compile(
        rf"(?i){nearly}{range_}(?P<sign>{SIGNS}\s?)?(?<![\w.,:/№#@+-])"
        rf"(?P<number>{digits}|{telling.numerals}(?:\s{telling.numerals})*)(?![\w:/])(?![.,]\d){scale}"
        rf"(?:\s?(?:(?P<measure>{measures})|(?P<money>{SIGNS}|{telling.money})"
        rf"|(?P<period>{telling.periods})){telling.endings}(?!\w))?(?![-–—]\w)"
    )
