"""OpenDocument texts (ISO/IEC 26300): one part holds the text, another what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from intake import packages
from intake.documents import Document
from intake.failures import EncryptedError
from intake.formats.xml import local, parsed
from intake.texts import one_line, person, row, title_of

SKIPPED: Final = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "table-of-content", "ruby-text"}
)
BREAKS: Final = {"tab": "\t", "line-break": "\n"}


def read(data: bytes) -> Document:
    package = packages.opened(data)
    names = package.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in packages.part(package, "META-INF/manifest.xml"):
        raise EncryptedError
    content = parsed(packages.part(package, "content.xml"))
    known = parsed(packages.part(package, "meta.xml")) if "meta.xml" in names else None
    text = _Text(_numbered(content))
    blocks = [block for body in content.iter("{*}text") if local(body.getparent()) == "body" for block in text.of(body)]
    return Document(
        "\n".join([*blocks, *text.notes]),
        title=title_of(_value(known, "title")) or title_of(_heading(content)),
        author=person(_value(known, "initial-creator") or _value(known, "creator")),
    )


@dataclass
class _Text:
    """The blocks of a body; the notes are put aside, to follow it."""

    numbered: frozenset[str]
    notes: list[str] = field(default_factory=list)

    def of(self, parent: etree._Element, bullet: str = "") -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, bullet, name == "h")
                bullet = " " * len(bullet)
            elif name == "list":
                yield from self._list(element)
            elif name == "table":
                yield from self._table(element)
            elif name and name not in SKIPPED:
                yield from self.of(element)

    def _paragraph(self, element: etree._Element, bullet: str, heading: bool) -> Iterator[str]:
        boxes: list[etree._Element] = []
        text = "".join(self._inline(element, boxes))
        if text.strip():
            yield (bullet if bullet.strip() else "") + text
            if heading or not bullet:
                yield ""
        for box in boxes:
            yield from self.of(box)

    def _inline(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        yield _plain(element.text)
        for child in element:
            name = local(child)
            if name == "s":
                yield " " * min(int(next(iter(child.xpath("@*[local-name()='c']")), 1)), 80)
            elif name == "note":
                yield self._note(child)
            elif name == "text-box":
                boxes.append(child)
            elif name in BREAKS:
                yield BREAKS[name]
            elif name and name not in SKIPPED:
                yield from self._inline(child, boxes)
            yield _plain(child.tail)

    def _note(self, note: etree._Element) -> str:
        number = len(self.notes) + 1
        self.notes.append("")  # notes within it come later
        body = next(note.iter("{*}note-body"), note)
        self.notes[number - 1] = f"[{number}] {one_line(' '.join(self.of(body)))}"
        return f" [{number}]"

    def _list(self, element: etree._Element) -> Iterator[str]:
        style = next(iter(element.xpath("@*[local-name()='style-name']")), "")
        for number, item in enumerate(element, start=1):
            yield from self.of(item, f"{number}. " if style in self.numbered else "• ")
        if local(element.getparent()) != "list-item":
            yield ""

    def _table(self, table: etree._Element) -> Iterator[str]:
        yield ""
        for line in table.iter("{*}table-row"):
            cells = [one_line(" ".join(self.of(cell))) for cell in line if local(cell) == "table-cell"]
            if any(cells):
                yield row(cells)
        yield ""


def _numbered(content: etree._Element) -> frozenset[str]:
    """The names of the list styles whose first level has numbers."""
    return frozenset(
        name
        for style in content.iter("{*}list-style")
        if len(style) and local(style[0]) == "list-level-style-number"
        for name in style.xpath("@*[local-name()='name']")
    )


def _heading(content: etree._Element) -> str:
    heading = next(content.iter("{*}h"), None)
    return "" if heading is None else "".join(heading.itertext())


def _value(known: etree._Element | None, name: str) -> str | None:
    element = None if known is None else next(known.iter(f"{{*}}{name}"), None)
    return None if element is None else element.text


def _plain(text: str | None) -> str:
    return " ".join(f"x{text}x".split())[1:-1] if text else ""
