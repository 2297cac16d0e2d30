"""The values that the engine speaks in. All of them are frozen; every span counts Python string indices.

For every span of a reading, ``reading.text[span.start:span.stop] == span.text``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Literal

WHOLE = 3  # sentences of a text that is as good as its own summary
WORDS = 17  # of a sentence of a summary: five long sentences are enough where seven were asked for
USUAL = (
    (WHOLE, WHOLE),
    (8, 2),
    (40, 3),
    (100, 5),
    (math.inf, 7),
)  # up to so many sentences of a text, so many of its summary

QuoteKind = Literal["direct", "indirect", "mixed"]
QuestionKind = Literal["fact", "who_said", "said", "summary", "context", "more"]
FactKind = Literal["person", "organisation", "place", "date", "number"]
Expected = Literal[
    "person", "organisation", "place", "date", "number", "reason", "manner", "name", "whether", "anything"
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, ``text[start:stop]``."""

    start: int
    stop: int
    text: str

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a reading; the sentences of a reading ascend and do not overlap."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever said something: a person, an organisation, a document or an anonymous source.

    ``name`` is the fullest form that the article gives, in the nominative; ``title`` the position, if any.
    """

    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an article attributes to somebody.

    ``parts`` are the words said: without quotation marks, without «что», without the cue; a quote broken by its
    cue has two. ``mention`` is where the text names the speaker, ``cue`` the verb or phrase that attributes.
    ``speaker`` is None where nobody is named. ``outlet`` is the medium that passed the words on («пишет Reuters»).
    """

    parts: tuple[Span, ...]
    speaker: Speaker | None
    mention: Span | None
    cue: Span | None
    kind: QuoteKind
    outlet: str | None = None

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def stop(self) -> int:
        return self.parts[-1].stop


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a reading tells: who, which body, where, when, or how many of what.

    ``name`` is the nominative of the fullest form that the article gives; of dates and numbers what is written, without
    the preposition before it. ``about`` is a person's position, or what a number counts or measures, in the article's
    own words; None where that cannot be told. ``mentions`` ascend; they are where the text says it.
    """

    kind: FactKind
    name: str
    about: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine understood of one text.

    ``language`` is an ISO 639-1 code, or None when it cannot be told. ``title`` is the one given, else the text's
    own headline, else the beginning of its first sentence; "" only for a text without words. ``ranking`` holds
    indices of ``sentences``, the one most worth keeping first. ``facts`` are those of one kind together, the most
    important first. ``outlets`` are the media that the text itself names as the source of the whole, the nearest
    first («передает BAQ.KZ со ссылкой на vybor-naroda.org»). ``commentator`` is set where the whole text is the comment
    of one person.
    """

    text: str
    title: str
    language: str | None
    sentences: tuple[Sentence, ...]
    ranking: tuple[int, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...] = ()
    outlets: tuple[str, ...] = ()
    commentator: Speaker | None = None

    def summary(self, n: int | None = None) -> tuple[Sentence, ...]:
        """Up to ``n`` sentences in document order, or as many as suit the length of the text.

        A text of up to three sentences comes back whole. Else there are fewer than ``n`` where fewer hold enough:
        from the third on, a sentence comes only if the better ones have less than `WORDS` words for each of ``n``.
        """
        return worth_telling(self.sentences, self.ranking, self.usual_length if n is None else n)

    @property
    def usual_length(self) -> int:
        """How many sentences a summary has, if nobody asks for another length."""
        return usual_length(len(self.ranking))


def worth_telling(sentences: Sequence[Sentence], ranking: Sequence[int], n: int) -> tuple[Sentence, ...]:
    """Up to ``n`` of the sentences, in document order; ``ranking`` holds the indices of the best first."""
    best = ranking[: max(n, 0)]
    words = accumulate(len(sentences[i].text.split()) for i in best)
    enough = next((count for count, held in enumerate(words, 1) if count > 1 and held >= WORDS * n), n)
    kept = best if len(ranking) <= WHOLE else best[:enough]
    return tuple(sentences[i] for i in sorted(kept))


def usual_length(sentences: int) -> int:
    """How many sentences a summary has of a text with so many that are worth telling."""
    return next(length for longest, length in USUAL if sentences <= longest)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence of ``reading`` that answers a question.

    ``score`` runs from 0 to 1; ``span`` is the short answer inside the sentence, where one can be pointed at;
    ``quote`` is set when the answer is in somebody's words, or the question is about them.
    """

    reading: Reading
    sentence: Sentence
    score: float
    span: Span | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a question wants its answer looked for; what is empty does not narrow.

    ``about`` are words of the article meant («в статье про Казахстан»), ``outlet`` names who published it («у РИА»);
    it came or was published at ``since`` or later and before ``until`` («вчера»), both aware. ``everywhere`` asks all
    articles alike («во всех статьях»).
    """

    about: str = ""
    outlet: str = ""
    since: datetime | None = None
    until: datetime | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of the ``sentences`` of a collection each folded lemma stands; one that is missing stands in none."""

    sentences: int
    holding: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks, as far as it can be told without looking at an article.

    ``speaker`` is the person or body asked about («что Токаев сказал о России?» → «Токаев»), ``topic`` the words
    to look for, ``expects`` the kind of thing that would answer, ``scope`` where. ``previous`` is the exchange it
    leans on.
    """

    text: str
    language: str | None
    kind: QuestionKind
    topic: str
    speaker: str | None = None
    expects: Expected = "anything"
    previous: Exchange | None = None
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer; a sentence that somebody selected in an article is an answer without a question."""

    question: Question | None
    answer: Answer
