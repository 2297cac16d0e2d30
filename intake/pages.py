"""Whether a page holds an article, and if not, what it holds instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from lxml import etree
from yarl import URL

from intake.articles import is_prose, letters, words
from intake.documents import Document, IntakeError
from intake.formats.html import text_of
from intake.refusals import LinkNoArticleError, LinkShortError
from intake.signs import SIGNS, Sign
from intake.texts import one_line

FEWEST_WORDS: Final = 10  # of an article: one sentence of news
END: Final = 400  # characters
HEADLINE: Final = 15  # letters of a link; shorter ones are names and sections
LONGEST_HEADLINE: Final = 200
LINKS: Final = 1000  # that are looked at: by then a list is told
CARD: Final = 3  # elements around the headline of a card
PIECES: Final = 40  # elements in a card, and stretches of text between its tags
LONGEST_CARD: Final = 600  # letters
REST: Final = 40  # letters of a card besides: a time, a section
FEWEST_HEADLINES: Final = 5
LEADING: Final = 0.3  # of the paragraphs of a list lead to articles
PROSE: Final = 1500  # characters of a text that may stand on a front page

FRONT: Final = re.compile(r"/?(?:[a-z]{2}/?)?(?:(?:index|home|main)(?:\.\w+)?)?/?")
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Seen:
    """A page, its markup, and what was found on it."""

    root: etree._Element
    markup: str
    article: Document

    @cached_property
    def places(self) -> dict[str, list[str]]:
        """The paragraphs of each place where a sign may stand."""
        paragraphs = lines(self.article.text)
        return {
            "title": [one_line(words(one)) for one in self.root.iter("title", "h1")],
            "page": lines(text_of(self.root)),
            "article": paragraphs,
            "end": lines(self.article.text[-END:]),
            "hidden": [one_line(words(one)) for one in self.root.iter("noscript")],
            "markup": [self.markup],
        }


def refusal_of(root: etree._Element, markup: str, article: Document) -> type[IntakeError] | None:
    """Why a page is not kept, if it is not: what the first sign that fits it says; then its form."""
    page = Seen(root, markup, article)
    if fitting := next((sign for sign in SIGNS if fits(sign, page)), None):
        return fitting.refusal
    if len(WORD.findall(article.text)) < FEWEST_WORDS:
        return LinkShortError
    return LinkNoArticleError if is_list(page) or not any(map(is_prose, lines(article.text))) else None


def fits(sign: Sign, page: Seen) -> bool:
    if len(page.article.text) >= sign.below:
        return False
    paragraphs = page.places[sign.place]
    found = [one for one in paragraphs if sign.pattern.search(one)]
    return bool(found) and _length(found) >= sign.share * _length(paragraphs)


def is_list(page: Seen) -> bool:
    """Whether a page leads to articles and is none: many of its paragraphs are headlines, or stand below one."""
    paragraphs = lines(page.article.text)
    links = {letters(words(link)) for link in page.root.iter("a")}
    headings = {letters(words(heading)) for heading in page.root.iter("h2", "h3", "h4", "h5")}
    headlines = {one for one in headings & links if len(one) >= HEADLINE}
    beside = _beside_headlines(page.root, {letters(one) for one in paragraphs if is_prose(one)})
    leading = sum(_leads(letters(one), links, headlines) or letters(one) in beside for one in paragraphs)
    if leading >= FEWEST_HEADLINES and leading >= LEADING * len(paragraphs):
        return True
    return is_front(page.article.url or "") and len(page.article.text) < PROSE


def _leads(paragraph: str, links: Collection[str], headlines: Collection[str]) -> bool:
    """Whether a paragraph is a link, or begins with a headline that leads to an article."""
    return paragraph in links or any(paragraph[:end] in headlines for end in range(HEADLINE, LONGEST_HEADLINE))


def _beside_headlines(root: etree._Element, paragraphs: Collection[str]) -> set[str]:
    """Those of the paragraphs that stand in a card of their own: a link, or a headline that is one and little else."""
    found: set[str] = set()
    for link in islice(root.iter("a"), LINKS):
        headline = _beginning(link)
        if len(headline) >= HEADLINE:
            found.update(said for said in _said(link) if said in paragraphs)
            found.update(said for card in islice(link.iterancestors(), CARD) for said in _below(headline, card))
    return found & set(paragraphs)


def _below(headline: str, card: etree._Element) -> Iterator[str]:
    """What stands in a card beside its headline, if that is nearly all of it."""
    rest = _beginning(card).replace(headline, "", 1)
    if len(rest) <= LONGEST_CARD:
        yield from (said for said in _said(card) if said in rest and len(rest) <= len(said) + REST)


def _said(card: etree._Element) -> Iterator[str]:
    return map(_beginning, islice(card.iter(), PIECES))


def _beginning(element: etree._Element) -> str:
    """The first words of an element, enough to tell a card from what is larger."""
    return letters("".join(islice(map(str, element.itertext()), PIECES)))


def is_front(url: str) -> bool:
    """Whether an address is that of a site itself: example.org, example.org/ru/, example.org/index.html."""
    address = URL(url)
    return not address.query and bool(FRONT.fullmatch(address.path))


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _length(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))
