"""From a text to the points where a sentence may end: blocks, what is kept whole in them, gaps of white space.

A block is a line, or several lines of a hard-wrapped paragraph; no sentence leaves it. Kept whole are a quotation and
an aside. A point is a gap after a mark, before an item of a list, after a link or a tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nlp.languages.model import Segmentation

# A longer stretch between two marks is more often a lost mark, or an interview, than one quotation.
LONGEST_QUOTATION = 600
LONGEST_ASIDE = 200

PAIRS = {"»": "«", "”": "“„", "“": "„", "’": "‘", ")": "(", "]": "["}
STRAIGHT = "\"'"
LINE = re.compile(r"(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])")
MARK = re.compile(r"[«»„“”\")\[\]]|(?<!\()\((?![\s(])|[‘'](?=[^\W\d_a-zа-я])|(?<=[.,!?…])['’](?!\w)")
ATTRIBUTION = re.compile(r",?\s+[—–-]\s")
ITEM_LEFT = re.compile(r"(?:^|\W)\w{1,2}$")
AFTER_SENTENCE = re.compile(r"[.!?…»]\s*$")

FEW = 3
"""A sentence of no more words has hardly begun: «В 2012 г. Казахстан», "At 5 a.m. Mr. Smith"."""
SEEN = 40
"""Characters that a rule sees on either side: time stays linear in the text."""

CLOSING = "»”“\"'’)\\]*_"
EMOJI = "\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\ufe0f\u200d\u20e3\u2800"
BULLETS = "•⁃▪◦‣▫●■◆►▶➤🔹🔸"
NUMBER, CLOSE = r"(?:\d{1,2}|[a-zа-я]|[ivx]{1,4}|[IVX]{1,4})", r"(?:\.\)|[.)])"
GLUED = r"(?<=[а-яёәғқңөұүһі]{3}[.!?…])(?=(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]+[а-яёәғқңөұүһі]*|[IVXLC]+)[\s,])"
ITEM_RIGHT = rf"[{BULLETS}]|{NUMBER}{CLOSE}(?=\s)|RT(?=\s@)"
GAP = re.compile(
    rf"(?:(?<=[.!?…{CLOSING}{EMOJI}])|(?<=[:;(]\())\s+|\s+(?={ITEM_RIGHT})|(?<=;)\s+(?=[-–—]\s)"
    rf"|(?<!\S)(?:#\w+|https?://\S+)(?P<gap>\s+)(?=[^#\s])|{GLUED}"
)

ABBREVIATION = re.compile(r"(?<![\w-])((?:[^\W\d_]{1,8}[.-]{1,2}\s?)*[^\W\d_]+)\.$")
LAST_WORD = re.compile(r"(?<![\w-])([^\W\d_]+[°º]?s?)\.$")
FIRST_WORD = re.compile(r"[^\w]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
INITIAL_RIGHT = re.compile(r"\W*(?:\w\.|I\s[^a-zA-Z])")


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:stop]``, in which sentences are looked for. ``kept`` are the stretches that no point may cut."""

    text: str
    start: int
    stop: int
    kept: tuple[tuple[int, int], ...]
    smiles: frozenset[int]

    def keeps(self, at: int) -> bool:
        i = bisect_right(self.kept, (at, len(self.text))) - 1
        return i >= 0 and self.kept[i][0] < at < self.kept[i][1]


@dataclass(frozen=True, slots=True)
class Point:
    """The gap ``text[stop:start]`` between ``left``, the end of what was read since ``begin``, and what follows it."""

    block: Block
    begin: int
    stop: int
    start: int
    left: str
    right: str
    language: Segmentation

    @property
    def begun(self) -> str:
        """How the sentence on the left begins."""
        return self.block.text[self.begin : min(self.stop, self.begin + SEEN)]

    @property
    def is_short(self) -> bool:
        """Whether hardly anything has been read yet."""
        return self.stop - self.begin <= SEEN and len(self.begun.split()) <= FEW

    @property
    def word(self) -> str:
        """The first word on the right, behind any marks: "" when a number comes first or nothing is near."""
        found = FIRST_WORD.match(self.right)
        return found[1] if found else ""

    @property
    def abbreviation(self) -> str:
        """What the last full stop belongs to, lower case and without spaces: «т. е.» → «т.е», «куб. м.» → «куб.м»."""
        found = ABBREVIATION.search(self.left)
        return re.sub(r"\s", "", found[1]).lower() if found else ""

    @property
    def last_word(self) -> str:
        found = LAST_WORD.search(self.left)
        return found[1].lower() if found else ""

    @property
    def opens(self) -> bool:
        """Whether the next word is capitalised and one that opens sentences rather than continues a name."""
        word = self.word
        return word[:1].isupper() and word.lower() in self.language.starters and not INITIAL_RIGHT.match(self.right)


def point(block: Block, begin: int, gap: re.Match[str], language: Segmentation) -> Point:
    """The point of one match of `GAP`."""
    stop, start = gap.span("gap") if gap["gap"] else gap.span()
    left = block.text[max(begin, stop - SEEN) : stop]
    return Point(block, begin, stop, start, left, block.text[start : min(block.stop, start + SEEN)], language)


def blocks(text: str) -> Iterator[Block]:
    for start, stop in _paragraphs(text):
        inside = text[start:stop]
        if inside.strip():
            begin = start + len(inside) - len(inside.lstrip())
            end = stop - (len(inside) - len(inside.rstrip()))
            yield Block(text, begin, end, *_pairs(text, begin, end))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those of a hard-wrapped paragraph together."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    start = 0
    for (a, b), (c, d) in pairwise(lines):
        if not _is_wrapped(text[a:b], text[c:d], width):
            yield start, b
            start = c
    yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in LINE.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The column at which a text is hard-wrapped: no line had room for the next one's first word. 0 if it is not."""
    width = max(b - a for a, b in lines)
    inner = [(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines) if b > a and d > c]
    if not 40 <= width <= 120 or len(inner) < 2:
        return 0
    full = sum(_is_wrapped(left, right, width) for left, right in inner)
    return width if full >= 0.8 * len(inner) else 0


def _is_wrapped(left: str, right: str, width: int) -> bool:
    """Whether the line break only shows that the column was full."""
    if not left.strip() or not right.strip():
        return False
    if width:
        return len(left) + 1 + len(right.split(maxsplit=1)[0]) > width
    return len(left) >= 50 and left[-1].isalnum() and right.lstrip()[0].islower()


def _pairs(text: str, start: int, stop: int) -> tuple[tuple[tuple[int, int], ...], frozenset[int]]:
    """The stretches between paired marks, outermost and short enough to keep whole; closing brackets without a pair."""
    opened: dict[str, list[int]] = {}
    doubled: dict[int, int] = {}
    found, alone = [], set()
    for mark in MARK.finditer(text, start, stop):
        at, sign = mark.start(), mark.group()
        opener = _opener(sign, opened, text, at)
        if opener:
            inner = opened[opener].pop()
            found.append((inner, at + 1))
            if (
                opened[opener]
                and ATTRIBUTION.match(text, at + 1)
                and not AFTER_SENTENCE.search(text[max(start, inner - 3) : inner])
            ):
                doubled.setdefault(opened[opener][-1], at + 1)
        elif sign in "«„“‘([" or (sign in STRAIGHT and _can_open(text, at)):
            opened.setdefault(sign, []).append(at)
        elif sign == ")" and not ITEM_LEFT.search(text[max(start, at - 3) : at]):
            alone.add(at)
    return _outermost([*found, *_closed_twice(opened, doubled)], text), frozenset(alone)


def _opener(sign: str, opened: dict[str, list[int]], text: str, at: int) -> str | None:
    """The open mark that this one closes, if it can."""
    if sign in STRAIGHT:
        return sign if opened.get(sign) and not _can_open(text, at) else None
    return next((one for one in PAIRS.get(sign, "") if opened.get(one)), None)


def _can_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([«—–-") and bool(after) and not after.isspace()


def _closed_twice(opened: dict[str, list[int]], doubled: dict[int, int]) -> Iterator[tuple[int, int]]:
    """«Мы строим завод «Заря», — сказал он: one mark closes both, as printers have it."""
    return ((start, doubled[start]) for starts in opened.values() for start in starts if start in doubled)


def _outermost(found: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for start, stop in sorted(found):
        longest = LONGEST_ASIDE if text[start] in "([" else LONGEST_QUOTATION
        if stop - start <= longest and (not kept or start >= kept[-1][1]):
            kept.append((start, stop))
    return tuple(kept)
