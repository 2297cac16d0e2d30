"""Saved web pages and the chapters of books: the article of a page, else all that it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lxml import etree, html

from intake.documents import Document
from intake.encodings import MARKS, decoded
from intake.failures import EmptyError, LongError
from intake.formats.xml import refused
from intake.texts import CHARACTERS, one_line, tidy, title_of, words_of

DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD: Final = 4_096  # bytes in which an encoding is declared
SPACES: Final = re.compile(r" {2,}")
EMBEDDED: Final = re.compile(r"data:[\w/+.;-]{1,100},[A-Za-z0-9+/=%]*")  # pictures and fonts of a saved page
LONGEST: Final = 9_000_000  # characters
WHOLE: Final = 3_000_000  # bytes; of a longer page no article is looked for
MENU: Final = 10  # links; a page with fewer has nothing around its article
ENOUGH: Final = 0.4  # of what a page says outside of links; an article of less has lost too much
NEARLY: Final = 0.85  # of all that a page says; where the article is more, the page is no more than it

SKIPPED: Final = words_of("script style template noscript head svg iframe object math")
PARAGRAPHS: Final = words_of(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr main nav ol p pre section summary table ul"
)
LINES: Final = frozenset({"br", "li", "tr", "caption", "option"})
CELLS: Final = frozenset({"td", "th"})
LISTS: Final = frozenset({"ol", "ul"})
LONGEST_CELL: Final = 500  # characters; a table with longer ones arranges a page


def read(data: bytes) -> Document:
    markup = markup_of(data)
    root = tree(markup)
    everything = Document(text_of(root), title=_title(root))
    if len(everything.text) > CHARACTERS:
        raise LongError
    links = [one_line("".join(link.itertext())) for link in root.iter("a")]
    if len(links) < MENU or len(markup) > WHOLE:
        return everything
    unlinked = len(everything.text) - sum(map(len, links))
    found = _article(root)
    is_told_apart = ENOUGH * unlinked <= len(found.text) <= NEARLY * len(everything.text)
    text = found.text if is_told_apart else everything.text
    return replace(found, text=text, title=title_of(found.title) or everything.title)


def markup_of(data: bytes, charset: str | None = None) -> str:
    """The markup as text: plainly UTF-8, else in the ``charset`` of who sent it or the one that it declares itself."""
    if data.startswith(tuple(mark for mark, _ in MARKS)) or b"\0" in data:
        return decoded(data)
    found = DECLARED.search(data[:HEAD])
    declared = [one for one in (charset, found and found[1].decode("ascii", "replace")) if one and _is_known(one)]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(declared[0], "replace") if declared else decoded(data)


def tree(markup: str) -> etree._Element:
    """The root of a page. Raises EmptyError if there is none, LongError where libxml2 would leave text out."""
    markup = EMBEDDED.sub("", markup) if len(markup) > LONGEST else markup
    if len(markup) > LONGEST:
        raise LongError
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise EmptyError from error
    except etree.XMLSyntaxError as error:
        raise refused(error) from error
    return root


def text_of(root: etree._Element) -> str:
    """All that a tree says: paragraphs apart, items with their marks, a line for each row of a table."""
    flow = _Flow()
    flow.walk(root)
    return tidy("\n".join(map(str.strip, SPACES.sub(" ", "".join(flow.pieces)).split("\n"))))


class _Flow:
    """The pieces of a tree's text in their order, breaks between them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._grids = 0  # tables of values that are open
        self._items: list[int | None] = []  # for each open list the number of its last item, None without numbers

    def walk(self, root: etree._Element) -> None:
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = _name(element)
            if event == "end":
                self._end(element, name)
                self.pieces.append(_plain(element.tail))
            elif name in SKIPPED:
                steps.skip_subtree()
            else:
                self._begin(element, name)
                self.pieces.append(_plain(element.text))

    def _begin(self, element: etree._Element, name: str) -> None:
        if name == "table":
            self._grids += _is_grid(element)
        if name in LISTS:
            self._items.append(0 if name == "ol" else None)
        if name == "li":
            self.pieces.append(f"\n{self._bullet()} ")
        elif name in CELLS and self._grids:
            self.pieces.append("" if element.getprevious() is None else " | ")
        else:
            self._break(name)

    def _end(self, element: etree._Element, name: str) -> None:
        if name not in LINES:
            self._break(name)
        if name in LISTS and self._items:
            self._items.pop()
        if name == "table":
            self._grids -= _is_grid(element)

    def _break(self, name: str) -> None:
        if name in PARAGRAPHS:
            self.pieces.append(" " if self._grids and name != "table" else "\n\n")
        elif name in LINES:
            self.pieces.append(" " if self._grids and name == "br" else "\n")
        elif name in CELLS and not self._grids:
            self.pieces.append("\n")

    def _bullet(self) -> str:
        if not self._items or self._items[-1] is None:
            return "•"
        self._items[-1] += 1
        return f"{self._items[-1]}."


def _is_grid(table: etree._Element) -> bool:
    """Whether a table holds values, and does not arrange a page."""
    if next(table.iterdescendants("table", "{*}table"), None) is not None:
        return False
    cells = list(table.iterdescendants("td", "th", "{*}td", "{*}th"))
    rows = sum(1 for _ in table.iterdescendants("tr", "{*}tr"))
    return len(cells) > rows and all(len("".join(cell.itertext())) <= LONGEST_CELL for cell in cells)


def _article(root: etree._Element) -> Document:
    from intake.articles import article, published  # trafilatura takes longer to import than most files to read

    return replace(article(root, ""), published=published(root, None), site=None, url=None)


def _title(root: etree._Element) -> str | None:
    for element in root.iter("h1", "title"):
        if title := title_of("".join(element.itertext())):
            return title
    return None


def _plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_known(encoding: str) -> bool:
    try:
        return bool(b"a".decode(encoding, "replace"))
    except (LookupError, ValueError):
        return False
