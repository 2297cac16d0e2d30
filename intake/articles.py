"""The article on a page: its words without the page around them, its title, who wrote it, when, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from lxml import etree
from yarl import URL

from intake.documents import Document
from intake.texts import LONGEST_TITLE, day, one_line, person, tidy

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

SENTENCE: Final = 60  # characters; what is as long is no button
SHORTEST_TITLE: Final = 10  # characters
BESIDE_SITE: Final = 12  # letters: a date, a section
OPENING: Final = 6  # paragraphs in which the title may be repeated
BEFORE_TITLE: Final = 0.2  # of the text; more than that is no furniture

WORD: Final = re.compile(r"\w+")
SEPARATOR: Final = re.compile(r"\s+(?:[-–—|·•/:»]|::|&raquo;)\s+|\s*\|\s*")
PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
PUBLISHER: Final = re.compile(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"\\]+)"')
BYLINE: Final = re.compile(
    r"^\W*(?:(?:автор|текст|авторы|беседовала?|подготовила?|мәтін|by|written by|text)\b\W*)+", re.IGNORECASE
)
NAMES: Final = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
BLOCKS: Final = {"p", "head", "quote", "list", "table"}
FIRST_YEAR: Final = 1990  # of the web; an earlier date was left blank by a program
DATES: Final = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='pubdate']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)
DATED: Final = {"original_date": True, "extensive_search": False}
"""htmldate reads the dates of addresses and marks alone: to guess them from texts takes it up to half a minute."""


def article(page: etree._Element, url: str) -> Document:
    """What stands on a page; its text is empty where no words were found."""
    site = site_of(page, url)
    found = _found(page, url)
    if found is None:
        return Document("", site=site, url=url)
    title = title_of(page, found.title, site, url)
    author = author_of(found.author)
    text = without_opening(list(paragraphs(found.body)), (title, author))
    return Document(tidy("\n\n".join(text)), title, author, published(page, found.date), site, url)


def _found(page: etree._Element, url: str) -> Extracted | None:
    """What trafilatura finds by its own rules, which do best; the other extractors that it knows are not asked.

    Where it finds little it takes all that the page says, menus too: then only what surely is the article is taken.
    """
    found = _extracted(page, url, precise=False)
    said = ((found and found.text) or "").split("\n")
    if sum(map(is_prose, said)) * 2 >= len(said):
        return found
    return _extracted(page, url, precise=True) or found


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is a sentence at least: not a name, a section or a button."""
    return len(paragraph) >= SENTENCE or (paragraph.endswith((".", "!", "?", "…", ".»")) and " " in paragraph)


def _extracted(page: etree._Element, url: str, precise: bool) -> Extracted | None:
    from trafilatura import bare_extraction  # slow to import, and only the process that extracts needs it

    found = bare_extraction(
        page,
        url=url,
        fast=True,
        favor_precision=precise,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=DATED,
    )
    return None if isinstance(found, dict) else found


def paragraphs(body: etree._Element) -> Iterator[str]:
    """The paragraphs that trafilatura found, lists and tables a line for each item and row."""
    for line_break in body.iter("lb"):
        line_break.tail = f"\n{line_break.tail or ''}"
    yield from filter(None, _flow(body))


def _flow(parent: etree._Element) -> Iterator[str]:
    yield _lines(parent.text)
    for block in parent:
        yield from _block(block)
        yield _lines(block.tail)


def _block(block: etree._Element) -> Iterator[str]:
    if block.tag == "list":
        yield "\n".join(f"• {one_line(words(item))}" for item in block.iterchildren("item"))
    elif block.tag == "table":
        rows = ([one_line(" ".join(cell.itertext())) for cell in row.iter("cell")] for row in block.iter("row"))
        yield "\n".join(filter(None, (" | ".join(filter(None, row)) for row in rows)))
    elif any(inner.tag in BLOCKS for inner in block):
        yield from _flow(block)
    else:
        yield _lines(words(block))


def _lines(written: str | None) -> str:
    return "\n".join(filter(None, map(one_line, (written or "").split("\n"))))


def words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def site_of(page: etree._Element, url: str) -> str:
    """The name by which the outlet calls itself; where it tells none, its host without www."""
    named = [str(name) for path in NAMES for name in page.xpath(path)] + PUBLISHER.findall(_scripts(page))
    names = [SEPARATOR.split(one_line(name))[0] for name in named if re.search(r"\w", name) and "//" not in name]
    return names[0] if names else (URL(url).host or "").removeprefix("www.")


def title_of(page: etree._Element, told: str | None, site: str, url: str) -> str | None:
    """The title alone: «Мост открыт — Вестник города» is «Мост открыт»."""
    title = one_line(told or "")[:LONGEST_TITLE]
    if letters(title) == letters(site):
        title = one_line(page.findtext(".//title") or "")[:LONGEST_TITLE]
    for heading in map(one_line, map(words, page.iter("h1"))):
        if len(heading) >= SHORTEST_TITLE and title.startswith(heading):
            return heading
    ends = [one.start() for one in SEPARATOR.finditer(title) if is_site(title[one.end() :], site, url)]
    title = title[: ends[0]] if ends else title
    starts = [one.end() for one in SEPARATOR.finditer(title) if letters(title[: one.start()]) == letters(site)]
    return title[starts[0] if starts else 0 :] or None


def is_site(words: str, site: str, url: str) -> bool:
    """Whether words behind a title name the outlet, perhaps with a section or a date: «РИА Новости, 20.01.2024»."""
    named = letters(words)
    names = [letters(site), letters((URL(url).host or "").removeprefix("www.").partition(".")[0])]
    return any(len(name) > 2 and name in named and len(named) <= len(name) + BESIDE_SITE for name in names)


def letters(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))


def without_opening(paragraphs: Sequence[str], known: Iterable[str | None]) -> Sequence[str]:
    """The paragraphs below those that repeat what is ``known``, title and author; what stands above is the page's."""
    names = {letters(one) for one in known if one}
    length = sum(map(len, paragraphs))
    repeated = [i for i, one in enumerate(paragraphs[:OPENING]) if letters(one) in names]
    above = [i for i in repeated if sum(map(len, paragraphs[:i])) <= BEFORE_TITLE * length]
    return paragraphs[above[-1] + 1 :] if above else paragraphs


def author_of(told: str | None) -> str | None:
    """The names in a byline, without what stands around them: «Текст: Анна Ким, корреспондент»."""
    names = [person(BYLINE.sub("", name).partition(",")[0]) for name in (told or "").split(";")]
    return ", ".join(name for name in names if name) or None


def published(page: etree._Element, told: str | None) -> datetime | None:
    """When an article appeared, as exactly as its page tells; a time without a zone is taken for UTC."""
    told_day = day(told)
    times = (moment for moment in map(_moment, map(str, page.xpath("//time/@datetime"))))
    moments = (
        *map(_moment, _dates(page)),
        *(one for one in times if one and told_day and one.date() == told_day.date()),
    )
    return next(filter(None, moments), told_day)


def _dates(page: etree._Element) -> Iterable[str]:
    yield from PUBLISHED.findall(_scripts(page))
    for path in DATES:
        yield from map(str, page.xpath(path))


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written.strip())
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year >= FIRST_YEAR else None


def _scripts(page: etree._Element) -> str:
    """What a page tells machines about itself (schema.org as JSON-LD), often with errors that JSON does not forgive."""
    return "\n".join(words(script) for script in page.iter("script") if script.get("type") == "application/ld+json")
