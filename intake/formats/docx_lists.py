"""The marks of Word's lists, which its documents do not hold but describe (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from lxml import etree

from intake.formats.xml import parsed

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


class Lists:
    """The lists of a document, counted on as its paragraphs are asked for in their order."""

    def __init__(self, levels: dict[str, Levels], styles: dict[str, tuple[str, int]]) -> None:
        self._levels = levels
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    @classmethod
    def of(cls, word: Word) -> Lists:
        styles = word.part._styles_part.element
        in_styles = {_value(style, ".", "styleId"): _place(style) for style in styles.iterchildren("{*}style")}
        return cls(_lists(word), {name: place for name, place in in_styles.items() if place})

    def bullet(self, paragraph: etree._Element) -> str:
        """What stands before a paragraph, with a space behind it; empty for one that is no item."""
        place = _place(paragraph) or self._styles.get(_value(paragraph, "{*}pPr/{*}pStyle", "val"))
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


def _lists(word: Word) -> dict[str, Levels]:
    try:
        numbering = parsed(word.part.part_related_by(RELATION.NUMBERING).blob)
    except KeyError:
        return {}
    kinds = {_value(kind, ".", "abstractNumId"): _levels(kind) for kind in numbering.iterchildren("{*}abstractNum")}
    return {
        _value(one, ".", "numId"): kinds.get(_value(one, "{*}abstractNumId", "val"), {})
        for one in numbering.iterchildren("{*}num")
    }


def _levels(kind: etree._Element) -> Levels:
    return {
        int(_value(level, ".", "ilvl") or 0): Level(
            _value(level, "{*}numFmt", "val") or "decimal",
            _value(level, "{*}lvlText", "val"),
            int(_value(level, "{*}start", "val") or 1),
        )
        for level in kind.iterchildren("{*}lvl")
    }


def _place(element: etree._Element) -> tuple[str, int] | None:
    """The list that a paragraph or a style says it is of, and how deep in it."""
    identity = _value(element, "{*}pPr/{*}numPr/{*}numId", "val")
    return (identity, int(_value(element, "{*}pPr/{*}numPr/{*}ilvl", "val") or 0)) if identity else None


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
    for value, letters in ROMAN.items():
        while left >= value:
            written, left = written + letters, left - value
    return written


def _value(element: etree._Element, path: str, name: str) -> str:
    found = element.find(path)
    if found is None:
        return ""
    return next((value for key, value in found.attrib.items() if key.rpartition("}")[2] == name), "")
