"""From a text to its stretches in quotation marks. Marks may nest, share one closing mark, or never close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MARK = re.compile('[«»„“”"]')
PARAGRAPH = re.compile(r"[^\n]+")
OPENS_AFTER = re.compile(r"[\s(\[«„“\"'‘—–:-]|[^\x00-\u2fff]")
CLOSES_BEFORE = re.compile(r"\s|$|[,;:!?)]|\.(?!\.)")
NARRATION = re.compile(r"[,.!?…]*[ \u00a0]*[,.]?[ \u00a0]*[—–-]+[ \u00a0]*[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
SENTENCE_END = re.compile(r"(?:^|[.!?…»”\"]\s+|\n)$")
TYPED = "''"
"""Two apostrophes that stand for one mark."""
FARTHEST = 4
"""How many paragraphs one quotation may take."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:stop]`` with its marks; ``text[inner_start:inner_stop]`` is what stands between them."""

    start: int
    stop: int
    inner_start: int
    inner_stop: int


@dataclass(frozen=True, slots=True)
class Marks:
    """One paragraph: its closed quotations (start and stop with marks), and a mark left open or without opening."""

    start: int
    closed: tuple[tuple[int, int], ...]
    opened: int | None
    unopened: int | None


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, ascending."""
    plain = text.replace(TYPED, '"\u2060')
    paragraphs = [_pair(plain, m.start(), m.end()) for m in PARAGRAPH.finditer(plain)]
    pairs = {pair for paragraph in paragraphs for pair in paragraph.closed} | set(_across(plain, paragraphs))
    return tuple(_quotation(text, *pair) for pair in _outermost(sorted(pairs)))


def _quotation(text: str, start: int, stop: int) -> Quotation:
    inner_start = start + (2 if text.startswith(TYPED, start) else 1)
    if _opens_twice(text, start, stop):
        return Quotation(start, stop, start, stop - 1)
    if text.startswith(TYPED, stop - 1) and stop - 1 >= inner_start:
        return Quotation(start, stop + 1, inner_start, stop - 1)
    closes = stop > inner_start and MARK.match(text, stop - 1) and not _is_shared(text, inner_start, stop - 1)
    return Quotation(start, stop, inner_start, stop - 1 if closes else stop)


def _opens_twice(text: str, start: int, stop: int) -> bool:
    """Whether the opening mark is wanted by a quotation inside too."""
    marks = [text[m.start()] for m in MARK.finditer(text, start, stop)]
    if not marks:
        return False  # two apostrophes stand for each mark
    if marks[0] == "«":
        return marks.count("»") > marks.count("«")
    straight = [m.start() for m in MARK.finditer(text, start, stop) if text[m.start()] == '"']
    return marks[0] == '"' and len(straight) == 3 and not _opens(text, straight[1], straight[:1])


def _is_shared(text: str, start: int, stop: int) -> bool:
    """Whether the closing mark is wanted by a quotation inside too: «НАК «Нафтогаз»."""
    straight = text[start - 1] == text[stop] == '"' and text.count('"', start, stop) % 2 == 1
    return straight or text.count("«", start, stop) > text.count("»", start, stop)


def _outermost(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = 0
    for start, stop in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if start >= end:
            yield start, stop
            end = stop


def _pair(text: str, start: int, stop: int) -> Marks:
    """Match the marks of one paragraph."""
    stack: list[int] = []
    closed: list[tuple[int, int]] = []
    unopened = None
    for mark in MARK.finditer(text, start, stop):
        at = mark.start()
        shared = None if stack or not NARRATION.match(text, at + 1) else _opened_twice(text, closed)
        if _opens(text, at, stack):
            stack.append(at)
        elif shared is not None:
            closed.append((shared, at + 1))
        elif not stack:
            unopened = at if unopened is None else unopened
        else:
            depth = 0 if NARRATION.match(text, at + 1) else len(stack) - 1
            closed.append((stack[depth], at + 1))
            del stack[depth:]
    return _shared(Marks(start, tuple(closed), stack[0] if stack else None, unopened))


def _opened_twice(text: str, closed: Sequence[tuple[int, int]]) -> int | None:
    """«Прибой» строит мосты», — сказал он: the last mark that opens a sentence opens the whole speech too."""
    return next((start for start, _ in reversed(closed) if SENTENCE_END.search(text, max(0, start - 3), start)), None)


def _opens(text: str, at: int, stack: Sequence[int]) -> bool:
    mark, top = text[at], text[stack[-1]] if stack else ""
    if mark in "«„":
        return True
    if mark in "»”":
        return False
    if mark == "“":
        return top != "„"
    return not CLOSES_BEFORE.match(text, at + 1) and (at == 0 or bool(OPENS_AFTER.match(text, at - 1)))


def _shared(marks: Marks) -> Marks:
    """«НАК «Нафтогаз»: by Russian custom two marks that would meet are printed as one, so the last closes both."""
    inside = [pair for pair in marks.closed if marks.opened is not None and pair[0] > marks.opened]
    if marks.opened is None or not inside:
        return marks
    whole = (marks.opened, max(stop for _, stop in inside))
    return Marks(marks.start, (*marks.closed, whole), None, marks.unopened)


def _across(text: str, paragraphs: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Quotations that run over several paragraphs, with or without a mark that opens each of them again."""
    for i, paragraph in enumerate(paragraphs):
        if paragraph.opened is None:
            continue
        for later in paragraphs[i + 1 : i + FARTHEST]:
            if later.unopened is not None:
                yield paragraph.opened, later.unopened + 1
                break
        else:
            if i + 1 < len(paragraphs) and _reopens(text, paragraphs[i + 1].start):
                end = text.find("\n", paragraph.opened)
                yield paragraph.opened, end if end >= 0 else len(text)


def _reopens(text: str, start: int) -> bool:
    return bool(MARK.match(text, start)) and text[start] not in "»”"
