"""The marks of Word's lists, which its documents do not hold but describe (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from intake.formats.docx_parts import value

LETTERS: Final = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
}
ROMAN: Final = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL"} | {
    10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"
}  # fmt: skip
PLACE: Final = re.compile(r"%(\d)")
LEVELS: Final = 9
LARGEST: Final = 3_999  # the largest number that is written in Roman numerals


@dataclass(frozen=True, slots=True)
class Level:
    """``kind``: how its numbers are written; ``form``: what stands before an item, "%1" for the first number."""

    kind: str = "decimal"
    form: str = ""
    start: int = 1


Levels = dict[int, Level]
Place = tuple[str, int]


class Lists:
    """The lists of a document, counted on as its paragraphs are asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels = {} if numbering is None else _lists(numbering)
        self._styles = {} if styles is None else dict(_in_styles(styles))
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def bullet(self, paragraph: etree._Element) -> str:
        """What stands before a paragraph, with a space behind it; empty for one that is no item."""
        place = _place(paragraph) or self._styles.get(value(paragraph.find("{*}pPr/{*}pStyle"), "val"))
        levels = self._levels.get(place[0]) if place else None
        if place is None or levels is None or place[1] not in levels:
            return ""
        return self._counted(place[0], levels, place[1])

    def _counted(self, name: str, levels: Levels, depth: int) -> str:
        if levels[depth].kind in ("bullet", "none"):
            return "• " if levels[depth].kind == "bullet" else ""
        counts = self._counts[name]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in range(depth + 1, LEVELS):
            counts.pop(deeper, None)
        shown = PLACE.sub(lambda place: _number(levels, counts, int(place[1]) - 1), levels[depth].form)
        return f"{shown} " if shown else ""


def _in_styles(styles: etree._Element) -> Iterator[tuple[str, Place]]:
    """The styles whose paragraphs are items, with their list and how deep they are in it."""
    for style in styles.iterchildren("{*}style"):
        if place := _place(style):
            yield value(style, "styleId"), place


def _lists(numbering: etree._Element) -> dict[str, Levels]:
    kinds = {value(kind, "abstractNumId"): _levels(kind) for kind in numbering.iterchildren("{*}abstractNum")}
    return {
        value(one, "numId"): kinds.get(value(one.find("{*}abstractNumId"), "val"), {})
        for one in numbering.iterchildren("{*}num")
    }


def _levels(kind: etree._Element) -> Levels:
    return {
        _whole(value(level, "ilvl"), 0): Level(
            value(level.find("{*}numFmt"), "val") or "decimal",
            value(level.find("{*}lvlText"), "val"),
            _whole(value(level.find("{*}start"), "val"), 1),
        )
        for level in kind.iterchildren("{*}lvl")
    }


def _place(element: etree._Element) -> Place | None:
    """The list that a paragraph or a style says it is of, and how deep in it."""
    identity = value(element.find("{*}pPr/{*}numPr/{*}numId"), "val")
    return (identity, _whole(value(element.find("{*}pPr/{*}numPr/{*}ilvl"), "val"), 0)) if identity else None


def _whole(told: str, otherwise: int) -> int:
    return int(told) if told.isdecimal() else otherwise


def _number(levels: Levels, counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, Level())
    number = counts.setdefault(depth, level.start)
    if level.kind in LETTERS:
        letters = LETTERS[level.kind]
        return letters[(number - 1) % len(letters)]
    if level.kind in ("lowerRoman", "upperRoman"):
        return _roman(number) if level.kind == "upperRoman" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    written, left = "", min(number, LARGEST)
    for worth, letters in ROMAN.items():
        while left >= worth:
            written, left = written + letters, left - worth
    return written
