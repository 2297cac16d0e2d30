"""What a question may be made of: the sentences most worth reading, and who speaks in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nlp.languages import LANGUAGES
from nlp.languages.model import Language
from nlp.model import Fact, FactKind, Quote, Reading, Sentence, Span
from nlp.words import fold

ProposalKind = Literal["reason", "number", "said", "words", "deed", "date", "thing", "place", "person"]

MOST = 16
"""Sentences that are looked at, those most worth keeping; a headline among them."""
LONGEST = 52
"""Characters of a question: it stands on a button."""
MARKUP = re.compile(r"[*_~`]{2,}")
DECORATION = re.compile(r"^[^\w«\"“(]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that one of ``sentences`` answers, by their indices; ``span`` is the short answer, if told.

    ``about`` is whom or what it asks about: two questions about the same are one too many.
    """

    question: str
    kind: ProposalKind
    sentences: frozenset[int]
    about: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class Glance:
    """A reading in a known language; ``places`` are those of its best sentences in the ranking."""

    reading: Reading
    language: Language
    places: Mapping[int, int]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.reading.sentences]

    @cached_property
    def names(self) -> Mapping[str, Fact]:
        """The people, bodies and places that the text names, by their folded names."""
        named = (one for one in self.reading.facts if one.kind in ("person", "organisation", "place"))
        return {fold(one.name): one for one in named}

    @cached_property
    def called(self) -> frozenset[str]:
        """The words of the names of people, folded: a family name that stands alone is one."""
        return frozenset(word for name, fact in self.names.items() if fact.kind == "person" for word in name.split())

    @cached_property
    def shown(self) -> str:
        """What the card of an article shows: the title and the summary."""
        return "\n".join((self.reading.title, *(one.text for one in self.reading.summary())))

    def at(self, span: Span) -> int:
        """The index of the sentence in which a span begins."""
        return max(0, bisect_right(self._starts, span.start) - 1)

    def sentence(self, span: Span) -> Sentence:
        return self.reading.sentences[self.at(span)]

    def holding(self, quote: Quote) -> frozenset[int]:
        """The sentences in which words said stand."""
        ends = ((self.at(part), self.at(Span(part.stop - 1, part.stop, ""))) for part in quote.parts)
        return frozenset(i for first, last in ends for i in range(first, last + 1))

    def facts(self, kind: FactKind) -> Iterator[tuple[Fact, Span, Sentence]]:
        """The facts that the best sentences tell, each where it is told first, with the sentence."""
        for fact in self.reading.facts:
            if fact.kind == kind:
                mention = next((one for one in fact.mentions if self.at(one) in self.places), None)
                if mention is not None:
                    yield fact, mention, self.sentence(mention)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """The best sentences by their indices, without marks of emphasis and what decorates their beginning."""
        return ((i, bare(self.reading.sentences[i].text)) for i in self.places)


Maker = Callable[[Glance], Iterator[Proposal]]


def glance(reading: Reading) -> Glance | None:
    """None in a language that the engine does not know."""
    language = LANGUAGES.get(reading.language or "")
    best = [*reading.ranking[:MOST], *([0] if reading.sentences else [])]
    return Glance(reading, language, {i: place for place, i in enumerate(dict.fromkeys(best))}) if language else None


def bare(text: str) -> str:
    """A sentence without marks of emphasis and what decorates its beginning: emoji, bullets."""
    return DECORATION.sub("", " ".join(MARKUP.sub("", text).split()))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of somebody named, with the sentences in which it stands and those of all that one said."""

    quote: Quote
    name: str
    own: frozenset[int]
    all: frozenset[int]


def told(glance: Glance) -> Iterator[Told]:
    """The statements in the best sentences whose speakers are known."""
    by_name: dict[str, list[tuple[Quote, frozenset[int]]]] = {}
    for quote in glance.reading.quotes:
        if quote.speaker is not None:
            by_name.setdefault(quote.speaker.name, []).append((quote, glance.holding(quote)))
    for name, each in by_name.items():
        every = frozenset(i for _, held in each for i in held)
        for quote, own in each:
            if any(i in glance.places for i in own):
                yield Told(quote, name, own, every)
