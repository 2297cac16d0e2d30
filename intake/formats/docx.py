"""Word documents (ISO/IEC 29500): python-docx opens the package, its body is walked here in the order of reading.

python-docx's own paragraphs know neither insertions, content controls and text boxes nor notes and lists.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import docx
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from intake import packages
from intake.documents import Document
from intake.failures import BrokenError
from intake.formats.docx_lists import Lists
from intake.formats.xml import local, parsed
from intake.texts import one_line, person, row, title_of

BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES: Final = {"footnoteReference": RELATION.FOOTNOTES, "endnoteReference": RELATION.ENDNOTES}
SKIPPED: Final = frozenset({"Fallback", "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt"})
"""Text that was deleted, is computed, or stands elsewhere in another form."""
DEEPEST: Final = 40  # tables and boxes within one another


def read(data: bytes) -> Document:
    packages.opened(data).close()
    try:
        word = docx.Document(io.BytesIO(data))
        text = _Text(word)
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError, AssertionError) as error:
        raise BrokenError from error
    blocks = list(text.of(word.element.body))
    title, author = _known(word)
    return Document("\n".join([*blocks, *text.notes()]), title=title or text.title, author=author)


class _Text:
    """The blocks of a body; what its notes say follows it."""

    def __init__(self, word: Word) -> None:
        self.title: str | None = None
        self._word = word
        self._lists = Lists.of(word)
        self._headings = _headings(word)
        self._noted: list[tuple[str, str]] = []

    def of(self, parent: etree._Element, deep: int = 0) -> Iterator[str]:
        """The blocks of a body, a cell, a box or a note; each an entry, an empty one where paragraphs part."""
        if deep > DEEPEST:
            return
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, deep)
            elif name == "tbl":
                yield from self._table(element, deep)
            elif name not in SKIPPED:
                yield from self.of(element, deep + 1)

    def notes(self) -> Iterator[str]:
        yield from [""] if self._noted else []
        for number, (kind, identity) in enumerate(self._noted, start=1):
            note = self._notes(kind).get(identity)
            if note is not None:
                yield f"[{number}] {one_line(' '.join(self.of(note)))}"

    def _paragraph(self, element: etree._Element, deep: int) -> Iterator[str]:
        boxes: list[etree._Element] = []
        bullet = self._lists.bullet(element)
        text = "".join(self._inline(element, boxes)).strip()
        if text:
            if not self.title and _style(element) in self._headings:
                self.title = title_of(text)
            yield bullet + text
            yield from [] if bullet else [""]
        for box in boxes:
            yield from self.of(box, deep + 1)

    def _inline(self, parent: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "t":
                yield element.text or ""
            elif name in BREAKS:
                yield BREAKS[name]
            elif name in NOTES:
                yield self._reference(NOTES[name], _value(element, "id"))
            elif name == "txbxContent":
                boxes.append(element)
            elif name not in SKIPPED:
                yield from self._inline(element, boxes)

    def _table(self, table: etree._Element, deep: int) -> Iterator[str]:
        rows = [[cell for cell in line.iter("{*}tc") if _owner(cell) is table] for line in table.iterchildren("{*}tr")]
        yield ""
        if max(map(len, rows), default=0) > 1:
            texts = ([one_line(" ".join(self.of(cell, deep + 1))) for cell in cells] for cells in rows)
            yield from (row(cells) for cells in texts if any(cells))
        else:
            for cells in rows:
                yield from (block for cell in cells for block in self.of(cell, deep + 1))
        yield ""

    def _reference(self, kind: str, identity: str) -> str:
        self._noted.append((kind, identity))
        return f" [{len(self._noted)}]"

    def _notes(self, kind: str) -> dict[str, etree._Element]:
        try:
            part = self._word.part.part_related_by(kind)
        except KeyError:
            return {}
        return {_value(note, "id"): note for note in parsed(part.blob)}


def _known(word: Word) -> tuple[str | None, str | None]:
    """Title and author, if the part that tells them can be read."""
    try:
        known = word.core_properties
        return title_of(known.title), person(known.author)
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError):
        return None, None


def _headings(word: Word) -> frozenset[str]:
    """The identifiers of the styles of titles and of headings of the first level, whatever their language."""
    return frozenset(
        _value(style, "styleId")
        for style in word.part._styles_part.element.iterchildren("{*}style")
        for name in style.iterchildren("{*}name")
        if _value(name, "val").casefold() in ("title", "heading 1")
    )


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return "" if style is None else _value(style, "val")


def _owner(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors("{*}tbl"))


def _value(element: etree._Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
