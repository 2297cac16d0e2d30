"""EPUB: a zip of web pages, with a list of the order in which they are read (EPUB 3.3, section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from intake import packages
from intake.documents import Document
from intake.failures import BrokenError, EncryptedError
from intake.formats import html
from intake.formats.xml import parsed
from intake.texts import day, person, title_of

CONTAINER: Final = "META-INF/container.xml"
ENCRYPTION: Final = "META-INF/encryption.xml"
FONTS_ONLY: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
PAGES: Final = frozenset({"application/xhtml+xml", "text/html"})


def read(data: bytes) -> Document:
    package = packages.opened(data)
    if ENCRYPTION in package.namelist() and not _hides_fonts_alone(package):
        raise EncryptedError
    rootfile = next(parsed(packages.part(package, CONTAINER)).iter("{*}rootfile"), None)
    if rootfile is None:
        raise BrokenError
    path = rootfile.get("full-path", "")
    book = parsed(packages.part(package, path))
    pages = (packages.part(package, normpath(join(dirname(path), page))) for page in _pages(book))
    return Document(
        "\n\n".join(html.text_of(html.tree(html.markup_of(page))) for page in pages if page.strip()),
        title=title_of(_value(book, "title")),
        author=person(_value(book, "creator")),
        published=day(_value(book, "date")),
    )


def _pages(book: etree._Element) -> Iterator[str]:
    """The addresses of the pages in reading order, but for the table of contents."""
    items = {item.get("id"): item for item in book.iter("{*}item")}
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("media-type") in PAGES and "nav" not in (item.get("properties") or "").split():
            yield unquote(item.get("href", ""))


def _hides_fonts_alone(package: ZipFile) -> bool:
    methods = parsed(packages.part(package, ENCRYPTION)).iter("{*}EncryptionMethod")
    return all(method.get("Algorithm") in FONTS_ONLY for method in methods)


def _value(book: etree._Element, name: str) -> str | None:
    element = next(book.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"), None)
    return None if element is None else element.text
