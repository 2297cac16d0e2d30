"""Posts with headings, lists and tables (Bot API 10.1, `RichMessage`) as plain text in reading order.

What is pressed (buttons) or only jumped to (anchors) is left out; of pictures, films and maps their captions stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from aiogram import types

Run = tuple[str, str | None]
"""A stretch of text and the address that it leads to."""
Line = Sequence[Run]
Block = Sequence[Line]
"""The lines of a block; a block that says nothing has none."""

BULLET = "•"
DONE, TO_DO = "☑", "☐"
INDENT = "  "
BETWEEN_CELLS = " | "
BREAK: Run = ("\n", None)


@dataclass(frozen=True, slots=True)
class Link:
    """``text[start:stop]`` leads to ``url``."""

    start: int
    stop: int
    url: str


@dataclass(frozen=True, slots=True)
class Flat:
    """A text without its layout; ``links`` ascend and do not overlap."""

    text: str
    links: tuple[Link, ...] = ()


def flatten(message: types.RichMessage) -> Flat:
    """What a rich message says: its blocks with an empty line between them, the lines of a list or a table below each
    other.
    """
    return _flat(_joined(_blocks(message.blocks), (BREAK, BREAK)))


def _flat(runs: Sequence[Run]) -> Flat:
    ends = list(accumulate(len(text) for text, _ in runs))
    links = [Link(end - len(text), end, url) for (text, url), end in zip(runs, ends, strict=True) if url and text]
    return Flat("".join(text for text, _ in runs), tuple(links))


def _joined(blocks: Iterable[Block], gap: Sequence[Run]) -> Line:
    runs: list[Run] = []
    for block in blocks:
        runs += [*(gap if runs else ()), *_below([*block])]
    return runs


def _below(lines: Sequence[Line]) -> Line:
    return [run for index, line in enumerate(lines) for run in ([BREAK, *line] if index else line)]


# ---- blocks


def _blocks(blocks: Iterable[types.RichBlockUnion]) -> list[Block]:
    """The blocks that say something."""
    return [lines for one in blocks for lines in _of(one) if lines]


def _of(block: types.RichBlockUnion) -> Iterable[Block]:
    """What a block says, as blocks: one with others in it says theirs."""
    match block:
        case (
            types.RichBlockParagraph()
            | types.RichBlockSectionHeading()
            | types.RichBlockPreformatted()
            | types.RichBlockFooter()
        ):
            return [_line(block.text)]
        case types.RichBlockMathematicalExpression():
            return [[[(block.expression, None)]]]
        case types.RichBlockList():
            return [_list(block)]
        case types.RichBlockBlockQuotation():
            return _credited(_blocks(block.blocks), block.credit)
        case types.RichBlockPullQuotation() | types.RichBlockExpandableBlockQuotation():
            return _credited([_line(block.text)], block.credit)
        case types.RichBlockTable():
            return [[*_line(block.caption), *_rows(block.cells)]]
        case types.RichBlockDetails():
            return [_line(block.summary), *_blocks(block.blocks)]
        case types.RichBlockCollage() | types.RichBlockSlideshow():
            return [*_blocks(block.blocks), _caption(block.caption)]
        case types.RichBlockDivider() | types.RichBlockAnchor() | types.RichBlockButtons() | types.RichBlockThinking():
            return []
        case _:
            return [_caption(block.caption)]


def _line(text: types.RichTextUnion | None) -> Block:
    line = _trimmed(_runs(text))
    return [line] if line else []


def _caption(caption: types.RichBlockCaption | None) -> Block:
    return [*_line(caption.text), *_line(caption.credit)] if caption else []


def _credited(blocks: Sequence[Block], credit: types.RichTextUnion | None) -> list[Block]:
    """A quotation, and below its last line whose words they are."""
    whose = [[("— ", None), *line] for line in _line(credit)]
    return [*blocks[:-1], [*(blocks[-1] if blocks else []), *whose]]


def _list(block: types.RichBlockList) -> Block:
    return [line for item in block.items for line in _item(item)]


def _item(item: types.RichBlockListItem) -> Block:
    """The first line beside the item's mark, the others below it, indented."""
    lines = [line for block in _blocks(item.blocks) for line in block]
    mark = _mark(item)
    if not lines:
        return []
    nested = bool(item.blocks) and isinstance(item.blocks[0], types.RichBlockList)
    first = [] if nested else [[(f"{mark} ", None), *lines[0]]]
    return [*first, *([(INDENT, None), *line] for line in lines[len(first) :])]


def _mark(item: types.RichBlockListItem) -> str:
    if item.has_checkbox:
        return DONE if item.is_checked else TO_DO
    label = item.label.strip()
    return f"{label}." if label.isalnum() else label or BULLET


def _rows(cells: Sequence[Sequence[types.RichBlockTableCell]]) -> Iterator[Line]:
    """A line for each row; a cell that reaches over several rows is told in each of them."""
    reaching: dict[int, tuple[int, Line]] = {}
    for row in cells:
        reaching = _placed(row, reaching)
        told = [text for _, (_, text) in sorted(reaching.items()) if text]
        yield [run for i, text in enumerate(told) for run in ([(BETWEEN_CELLS, None), *text] if i else text)]
        reaching = {column: (left - 1, text) for column, (left, text) in reaching.items() if left > 1}


def _placed(
    row: Sequence[types.RichBlockTableCell], reaching: dict[int, tuple[int, Line]]
) -> dict[int, tuple[int, Line]]:
    """By column, the cells of a row, and over how many rows from this one each reaches."""
    placed = dict(reaching)
    column = 0
    for cell in row:
        while column in placed:
            column += 1
        text = [(" ".join(said.split("\n")), url) for said, url in _trimmed(_runs(cell.text))]
        for right in range(column, column + (cell.colspan or 1)):
            placed[right] = (cell.rowspan or 1, text if right == column else [])
    return placed


# ---- texts


def _runs(text: types.RichTextUnion | None, url: str | None = None) -> Iterator[Run]:
    match text:
        case None | types.RichTextAnchor() | types.RichTextButton():
            return
        case str():
            yield text, url
        case list():
            for one in text:
                yield from _runs(one, url)
        case types.RichTextUrl():
            yield from _runs(text.text, text.url)
        case types.RichTextCustomEmoji():
            yield text.alternative_text, url
        case types.RichTextMathematicalExpression():
            yield text.expression, url
        case _:
            yield from _runs(text.text, url)


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """Without white space at both ends, and the neighbours that lead to the same address as one."""
    told: list[Run] = []
    for text, url in runs:
        if told and told[-1][1] == url:
            told[-1] = told[-1][0] + text, url
        elif text:
            told.append((text, url))
    return _stripped(_stripped(told, 0, str.lstrip), -1, str.rstrip)


def _stripped(runs: list[Run], end: int, strip: Callable[[str], str]) -> list[Run]:
    while runs and not strip(runs[end][0]):
        runs.pop(end)
    if runs:
        runs[end] = strip(runs[end][0]), runs[end][1]
    return runs
