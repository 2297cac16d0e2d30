"""Plain texts and Markdown."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from intake.documents import Document
from intake.encodings import decoded
from intake.failures import LongError
from intake.formats import html
from intake.texts import CHARACTERS, one_line, tidy, title_of
from intake.unwrapping import unwrapped

FRONT_MATTER: Final = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TITLE: Final = re.compile(r"^title:\s*(['\"]?)(.+?)\1\s*$", re.MULTILINE)


def read_text(data: bytes) -> Document:
    return Document(unwrapped(_text(data)))


def read_markdown(data: bytes) -> Document:
    """What the marks mean is kept, the marks are not. The title is that of the front matter, or the first heading."""
    from markdown_it import MarkdownIt  # for this format alone

    text = _text(data)
    front = FRONT_MATTER.match(text)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text[front.end() if front else 0 :])
    root = html.tree(f"<html><body>{rendered}</body></html>")
    told = TITLE.search(front[1]) if front else None
    return Document(html.text_of(root), title=title_of(told[2]) if told else _heading(root))


def _text(data: bytes) -> str:
    text = decoded(data)
    if len(text) > CHARACTERS:
        raise LongError
    return tidy(text)


def _heading(root: etree._Element) -> str | None:
    heading = root.find(".//h1")
    return None if heading is None else title_of(one_line("".join(heading.itertext())))
