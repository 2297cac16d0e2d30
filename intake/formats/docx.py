"""Word documents (ISO/IEC 29500, strict or transitional): the body walked in the order of reading.

python-docx opens no strict document, and its paragraphs know neither insertions, content controls and text boxes nor
notes and lists; so the parts are read as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from intake import packages
from intake.documents import Document
from intake.failures import BrokenError
from intake.formats.docx_lists import Lists
from intake.formats.docx_parts import Parts, value
from intake.formats.xml import local
from intake.texts import one_line, person, row, title_of

BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
SKIPPED: Final = frozenset({"Fallback", "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "sectPr", ""})
"""Text that was deleted, is computed, or stands elsewhere in another form."""
TITLES: Final = ("title", "heading 1")
"""The names of the styles of titles, whatever the language of the program."""


def read(data: bytes) -> Document:
    with packages.opened(data) as package:
        parts = Parts(package)
        text = _Text(parts)
        body = parts.main.find("{*}body")
        if body is None:
            raise BrokenError
        blocks = [*text.of(body), *text.notes()]
        title, author = title_of(parts.told("title")), person(parts.told("creator"))
    return Document("\n".join(blocks), title=title or text.title, author=author)


class _Text:
    """The blocks of a body; what its notes say follows it."""

    def __init__(self, parts: Parts) -> None:
        self.title: str | None = None
        self._parts = parts
        self._lists = Lists(parts.root("numbering"), parts.root("styles"))
        self._titles = _titles(parts.root("styles"))
        self._noted: list[tuple[str, str]] = []

    def of(self, parent: etree._Element) -> Iterator[str]:
        """The blocks of a body, a cell, a box or a note; each an entry, an empty one where paragraphs part."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name not in SKIPPED:
                yield from self.of(element)

    def notes(self) -> Iterator[str]:
        known = {kind: self._notes(kind) for kind in {kind for kind, _ in self._noted}}
        yield from [""] if self._noted else []
        for number, (kind, identity) in enumerate(self._noted.copy(), start=1):
            if identity in known[kind]:
                yield f"[{number}] {one_line(' '.join(self.of(known[kind][identity])))}"

    def _notes(self, kind: str) -> dict[str, etree._Element]:
        root = self._parts.root(kind)
        return {} if root is None else {value(note, "id"): note for note in root}

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        boxes: list[etree._Element] = []
        bullet = self._lists.bullet(element)
        text = "".join(self._inline(element, boxes)).strip()
        if text:
            if not self.title and value(element.find("{*}pPr/{*}pStyle"), "val") in self._titles:
                self.title = title_of(text)
            yield bullet + text
            yield from [] if bullet else [""]
        for box in boxes:
            yield from self.of(box)

    def _inline(self, parent: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "t":
                yield element.text or ""
            elif name in BREAKS:
                yield BREAKS[name]
            elif name in NOTES:
                self._noted.append((NOTES[name], value(element, "id")))
                yield f" [{len(self._noted)}]"
            elif name == "txbxContent":
                boxes.append(element)
            elif name not in SKIPPED:
                yield from self._inline(element, boxes)

    def _table(self, table: etree._Element) -> Iterator[str]:
        rows = [list(_cells(line)) for line in table.iterchildren("{*}tr")]
        yield ""
        if max(map(len, rows), default=0) > 1:
            texts = ([one_line(" ".join(self.of(cell))) for cell in cells] for cells in rows)
            yield from (row(cells) for cells in texts if any(cells))
        else:
            yield from (block for cells in rows for cell in cells for block in self.of(cell))
        yield ""


def _cells(line: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, those in content controls too."""
    for element in line:
        if local(element) == "tc":
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _cells(element)


def _titles(styles: etree._Element | None) -> frozenset[str]:
    found = () if styles is None else styles.iterchildren("{*}style")
    return frozenset(
        value(style, "styleId") for style in found if value(style.find("{*}name"), "val").casefold() in TITLES
    )
