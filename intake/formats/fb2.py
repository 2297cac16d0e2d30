"""FictionBook 2: one XML file, sections within sections, a body of notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from intake.documents import Document
from intake.failures import BrokenError
from intake.formats.xml import local, parsed
from intake.texts import day, one_line, person, row, title_of

PARAGRAPHS: Final = frozenset({"p", "subtitle", "text-author", "v", "date"})
APART: Final = frozenset({"p", "subtitle", "text-author"})
SKIPPED: Final = frozenset({"image", "binary"})


def read(data: bytes) -> Document:
    root = parsed(data)
    if local(root) != "FictionBook":
        raise BrokenError
    told = next(root.iter("{*}title-info"), None)
    date = None if told is None else told.find("{*}date")
    blocks = [block for body in root.iterchildren("{*}body") for block in _blocks(body)]
    return Document(
        "\n".join(blocks),
        title=title_of(_value(told, "book-title")),
        author=_author(told),
        published=day(None if date is None else date.get("value")),
    )


def _blocks(parent: etree._Element) -> Iterator[str]:
    for element in parent:
        name = local(element)
        if name == "title":
            yield from ("", one_line(" ".join(element.itertext())), "")
        elif name in PARAGRAPHS:
            yield one_line("".join(element.itertext()))
            yield from [""] if name in APART else []
        elif name == "table":
            yield from _rows(element)
        elif name and name not in SKIPPED:
            yield from _blocks(element)
            yield ""


def _rows(table: etree._Element) -> Iterator[str]:
    for line in table.iter("{*}tr"):
        yield row("".join(cell.itertext()) for cell in line if local(cell) in ("td", "th"))
    yield ""


def _author(told: etree._Element | None) -> str | None:
    author = None if told is None else told.find("{*}author")
    if author is None:
        return None
    names = (_value(author, part) for part in ("first-name", "middle-name", "last-name"))
    return person(" ".join(name for name in names if name) or _value(author, "nickname"))


def _value(element: etree._Element | None, name: str) -> str | None:
    found = None if element is None else element.find(f"{{*}}{name}")
    return None if found is None else found.text
