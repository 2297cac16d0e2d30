"""PDF with a text layer: lines as PDFium finds them, put together into paragraphs by where they stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile
from statistics import median
from typing import Final

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage, raw

from intake.documents import Document
from intake.failures import BrokenError, EmptyError, EncryptedError, LongError, ScanError
from intake.formats.pdf_letters import mended
from intake.texts import CHARACTERS, person, title_of
from intake.unwrapping import ENDED, Line, margin, paragraphs, words

PAGES: Final = 3_000
LETTERS: Final = 40  # a page on the average; fewer are the stamps on a scan
LOOKED_AT: Final = 5  # pages on which a picture is looked for
EDGE: Final = 2  # lines at either end of a page that may be its header or footer
REPEATED: Final = 3  # pages at least that must have a header or footer
SHARE: Final = 0.3  # of the pages; left and right ones may have their own
FAR: Final = 1.35  # times the usual distance of lines is between paragraphs
SIZES: Final = 0.12  # is how much sizes may differ within a paragraph
RAISED: Final = 0.6  # times the size of letters a note's number may stand above its line
WIDE: Final = 0.5  # times their size letters are in the average
GAP: Final = 0.15  # times the size of letters is a space
MOST_ROWS: Final = 500  # on a page whose columns are told apart
SMALL: Final = 0.93  # times the usual size, and less, are the letters of notes

DIGITS: Final = re.compile(r"\d+")
PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:стр\.|page)?\s*\d{1,5}(?:\s*(?:из|of|/)\s*\d{1,5})?[-–—\s.]*", re.IGNORECASE
)
NOTE: Final = re.compile(r"\W{0,2}\d{1,3}\W|\*")
LINE_BREAK: Final = re.compile(r"\r?\n|\ufffe")


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it stands on a page, in points from its lower left corner; ``size`` is that of the letters.

    ``margin`` is how far to the right the lines above and below it go.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    margin: float = 0.0


def read(data: bytes) -> Document:
    with _opened(data) as pdf:
        if len(pdf) > PAGES:
            raise LongError
        pages = list(_pages(pdf))
        if sum(character.isalpha() for page in pages for one in page for character in one.text) < LETTERS * len(pages):
            _refuse_pictures(pdf)
        known = pdf.get_metadata_dict()
    without = _without_furniture(pages)
    text = "\n\n".join(_text(without if any(without) else pages))
    if not text.strip():
        raise EmptyError
    return Document(text, title=title_of(known.get("Title")), author=person(known.get("Author")))


def _opened(data: bytes) -> PdfDocument:
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedError from error
        raise BrokenError from error


def _pages(pdf: PdfDocument) -> Iterator[list[Row]]:
    seen = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except PdfiumError as error:
            raise BrokenError from error
        rows = _mended(list(_level(_rows(page.get_textpage()))))
        page.close()
        seen += sum(len(one.text) for one in rows)
        if seen > CHARACTERS:
            raise LongError
        yield rows


def _rows(page: PdfTextPage) -> Iterator[Row]:
    """The lines of a page that hold more than white space, in the order of its content."""
    text = page.get_text_range()
    start = 0
    for end in chain(LINE_BREAK.finditer(text), [None]):
        stop = end.start() if end else len(text)
        line = text[start:stop].rstrip()
        if line.strip():
            yield _row(page, line + ("\ufffe" if end and end[0] == "\ufffe" else ""), start, start + len(line) - 1)
        start = end.end() if end else stop


def _mended(rows: list[Row]) -> list[Row]:
    texts = mended([one.text for one in rows])
    return [replace(one, text=text) for one, text in zip(rows, texts, strict=True)]


def _row(page: PdfTextPage, text: str, first: int, last: int) -> Row:
    left, bottom, _, top = _box(page, first)
    _, low, right, high = _box(page, last)
    return Row(text, left, right, bottom, max(top - bottom, high - low))


def _box(page: PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the letter at an index of the page's text."""
    box: tuple[float, float, float, float] = page.get_charbox(
        max(0, raw.FPDFText_GetCharIndexFromTextIndex(page, index)), loose=True
    )
    return box


def _level(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those put together that stand beside each other: PDFium begins a new one behind a raised number."""
    last: Row | None = None
    for one in rows:
        if last and abs(one.bottom - last.bottom) < RAISED * max(one.size, last.size) and one.left > last.right - 1:
            last = _beside(last, one)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _beside(one: Row, other: Row) -> Row:
    space = " " if other.left - one.right > GAP * max(one.size, other.size) else ""
    text = f"{one.text}{space}{other.text.lstrip()}"
    return Row(text, one.left, other.right, min(one.bottom, other.bottom), max(one.size, other.size))


def _refuse_pictures(pdf: PdfDocument) -> None:
    for number in range(min(LOOKED_AT, len(pdf))):
        if next(pdf[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None:
            raise ScanError


def _without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages without the lines at their ends that come again on others, and without their numbers."""
    counts = Counter(chain.from_iterable({_shape(one) for one in _edges(page)} for page in pages))
    often = max(REPEATED, SHARE * len(pages))
    return [
        [one for one in page if not (one in edges and _is_furniture(one, counts[_shape(one)] >= often, len(pages)))]
        for page in pages
        for edges in [set(_edges(page))]
    ]


def _edges(page: Sequence[Row]) -> list[Row]:
    by_height = sorted(page, key=lambda one: one.bottom)
    return [*by_height[:EDGE], *by_height[-EDGE:]]


def _shape(one: Row) -> str:
    return DIGITS.sub("0", one.text).strip()


def _is_furniture(one: Row, often: bool, pages: int) -> bool:
    return often or (pages > 1 and PAGE_NUMBER.fullmatch(one.text) is not None)


def _text(pages: Sequence[Sequence[Row]]) -> Iterator[str]:
    rows = list(chain.from_iterable(pages))
    usual, known = _usual_size(rows), words(one.text for one in rows)
    bodies, notes = zip(*(_apart(_measured(page), usual) for page in pages), strict=True)
    for part in (bodies, notes):
        lines = list(chain.from_iterable(part))
        for block in _blocks(lines, _usual_distance(lines)):
            yield "\n".join(paragraphs([_line(one) for one in block], known))


def _measured(page: Sequence[Row]) -> list[Row]:
    """The rows with their margins, each that of the rows in its own column."""
    return [replace(one, margin=margin([other.right for other in _column(one, page)])) for one in page]


def _column(one: Row, page: Sequence[Row]) -> Sequence[Row]:
    if len(page) > MOST_ROWS:
        return page
    return [other for other in page if other.left < one.right and one.left < other.right] or [one]


def _line(one: Row) -> Line:
    width = min((one.right - one.left) / len(one.text), WIDE * one.size)  # the gaps in a table are no letters
    return Line(one.text, one.left, one.right, one.margin, width)


def _usual_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for one in rows:
        letters[round(one.size, 1)] += len(one.text)
    return max(letters, key=letters.__getitem__, default=0.0)


def _apart(page: Sequence[Row], usual: float) -> tuple[Sequence[Row], Sequence[Row]]:
    """The lines of a page, and the notes at its foot."""
    small = sum(1 for _ in takewhile(lambda one: one.size <= SMALL * usual, reversed(page)))
    foot = page[len(page) - small :]
    first = next((at for at, one in enumerate(foot) if NOTE.match(one.text)), small)
    if small == len(page) or first == small:
        return page, ()
    return page[: len(page) - small + first], foot[first:]


def _usual_distance(rows: Sequence[Row]) -> float:
    distances = [above.bottom - below.bottom for above, below in pairwise(rows) if above.bottom - below.bottom > 1]
    return median(distances) if distances else 0.0


def _blocks(rows: Iterable[Row], usual: float) -> Iterator[list[Row]]:
    """Lines that may be of one paragraph, or of several without room between them."""
    block: list[Row] = []
    for one in rows:
        if block and _parts(block[-1], one, usual):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _parts(above: Row, below: Row, usual: float) -> bool:
    if abs(above.size - below.size) > SIZES * max(above.size, below.size):
        return True
    fall = above.bottom - below.bottom
    if 0 < fall <= FAR * max(usual, 1.2 * above.size):
        return False
    return fall > 0 or _is_finished(above, below)


def _is_finished(above: Row, below: Row) -> bool:
    """Whether a column or page ends with its paragraph."""
    return ENDED.search(above.text) is not None or not below.text.lstrip()[:1].islower()
