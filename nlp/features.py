"""How well a sentence fits a question: ordered lists of small named features, each a number of about 0..1.

`FIT` tells the sentences of an article apart; `HELD` tells whether the article holds an answer at all. What each
is worth stands in `nlp.weights`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nlp.details import Detail, details
from nlp.model import Expected, Quote
from nlp.words import fold, words

SUITABLE: Mapping[Expected, frozenset[Expected]] = {
    "person": frozenset({"person", "organisation", "anything"}),
    "organisation": frozenset({"organisation", "anything"}),
    "name": frozenset({"person", "organisation", "anything"}),
    "place": frozenset({"place"}),
    "date": frozenset({"date"}),
    "number": frozenset({"number"}),
    "reason": frozenset({"reason"}),
}
"""The details that suit what a question expects; a name of unknown kind may be a person's or a body's."""

INHERITED = 0.9
"""How surely a reply speaks of what the question before it names."""
GRAM = 4
"""Letters of the pieces that show kinship and survive misspelling."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence as the matcher sees it; ``places`` are the positions of each lemma, ``asks`` marks a question."""

    folded: str
    size: int
    places: Mapping[str, tuple[int, ...]]
    details: tuple[tuple[Detail, frozenset[str]], ...]
    grams: frozenset[str]
    asks: bool


NOTHING = Seen("", 0, {}, (), frozenset(), asks=False)


CLOSING = " \n!.…»”\"'"


@lru_cache(maxsize=4096)
def see(text: str, language: str | None) -> Seen:
    """The sentence as the matcher sees it; kept, for the next question will want it again."""
    found = words(text, language)
    places: dict[str, tuple[int, ...]] = {}
    for i, word in enumerate(found):
        places[word.lemma] = (*places.get(word.lemma, ()), i)
    held = tuple((f, frozenset(w.lemma for w in found if f.start <= w.start < f.stop)) for f in details(text, language))
    folded = fold(text)
    return Seen(folded, len(found), places, held, grams(folded), text.rstrip(CLOSING).endswith("?"))


def grams(folded: str) -> frozenset[str]:
    """Every piece of `GRAM` characters."""
    return frozenset(folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1))


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question.

    ``weight`` is its rarity among the readings, ``usual`` its rarity in the language; ``alike`` are words of the
    readings that look like it (kin and misspellings) with their likeness below 1; a ``proper`` word is a name or
    a number.
    """

    lemma: str
    weight: float
    alike: Mapping[str, float]
    proper: bool
    usual: float

    def strength(self, seen: Seen) -> float:
        """How surely a sentence holds the word, 0..1."""
        if self.lemma in seen.places:
            return 1.0
        return max((value for lemma, value in self.alike.items() if lemma in seen.places), default=0.0)

    def is_among(self, lemmas: frozenset[str]) -> bool:
        return self.lemma in lemmas or any(lemma in lemmas for lemma in self.alike)


@dataclass(frozen=True)
class Asked:
    """A question put to certain readings.

    ``focus`` is the word that «какой» or «сколько» determines, ``usual`` the number of words in a sentence of theirs,
    ``measure`` the unit of the number asked for.
    """

    folded: str
    terms: tuple[Term, ...]
    expects: Expected
    focus: Term | None
    usual: float
    measure: re.Pattern[str] | None = None

    @cached_property
    def total(self) -> float:
        return sum(term.weight for term in self.terms) or 1.0

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that the question itself brings and that are therefore no answer to it."""
        return frozenset(lemma for term in self.terms for lemma in (term.lemma, *term.alike))

    @cached_property
    def grams(self) -> frozenset[str]:
        return grams(f" {' '.join(term.lemma for term in self.terms)} ")

    def share(self, strengths: Sequence[float]) -> float:
        """How much of the question is held, by rarity."""
        return sum(term.weight * s for term, s in zip(self.terms, strengths, strict=True)) / self.total

    def strengths(self, seen: Seen) -> tuple[float, ...]:
        return tuple(term.strength(seen) for term in self.terms)


@dataclass(frozen=True)
class Article:
    """The sentences of one reading under one question."""

    asked: Asked
    seen: tuple[Seen, ...]

    @cached_property
    def strengths(self) -> tuple[tuple[float, ...], ...]:
        """Of each sentence, how surely it holds each word; a reply holds the words of the question before it too."""
        own = [self.asked.strengths(one) for one in self.seen]
        return tuple(self._inherited(own, i) if self.replies(i) else one for i, one in enumerate(own))

    def replies(self, index: int) -> bool:
        return index > 0 and self.seen[index - 1].asks and not self.seen[index].asks

    def _inherited(self, own: Sequence[tuple[float, ...]], index: int) -> tuple[float, ...]:
        pairs = zip(own[index], own[index - 1], strict=True)
        return tuple(max(here, INHERITED * there) for here, there in pairs)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        return tuple(map(self.asked.share, self.strengths))

    @cached_property
    def held(self) -> tuple[float, ...]:
        """How surely the article holds each word of the question somewhere."""
        return tuple(map(max, zip(*self.strengths, strict=True)))

    @cached_property
    def held_grams(self) -> frozenset[str]:
        return frozenset(gram for one in self.seen for gram in self.asked.grams & one.grams)

    @cached_property
    def gram_weights(self) -> Mapping[str, float]:
        """The rarity, in the article, of each piece of the question."""
        counts = Counter(gram for one in self.seen for gram in self.asked.grams & one.grams)
        return {gram: rarity(counts[gram], len(self.seen)) for gram in self.asked.grams}


def rarity(held: int, count: int) -> float:
    """1 + the inverse document frequency (Robertson and Spärck Jones) of what ``held`` of ``count`` sentences hold."""
    return 1 + math.log(1 + (count - held + 0.5) / (held + 0.5))


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words; ``by`` says how surely they are those of the speaker asked about, 0..1."""

    quote: Quote
    seen: Seen
    by: float


@dataclass(frozen=True)
class Candidate:
    """One sentence of an article under a question.

    ``likeness`` compares the two as they are written; ``voices`` are the statements that the sentence holds.
    """

    article: Article
    index: int
    likeness: float
    voices: tuple[Voice, ...] = ()

    @property
    def asked(self) -> Asked:
        return self.article.asked

    @property
    def seen(self) -> Seen:
        return self.article.seen[self.index]

    @property
    def strengths(self) -> tuple[float, ...]:
        return self.article.strengths[self.index]

    def neighbour(self, step: int) -> Seen:
        at = self.index + step
        return self.article.seen[at] if 0 <= at < len(self.article.seen) else NOTHING

    def suitable(self) -> Iterator[Detail]:
        """The details of the kind expected that the question does not bring itself."""
        wanted = SUITABLE.get(self.asked.expects, frozenset())
        return (
            detail
            for detail, lemmas in self.seen.details
            if detail.kind in wanted and not lemmas <= self.asked.named and self._serves(detail)
        )

    def _serves(self, detail: Detail) -> bool:
        """A date that tells when, a number in the measure asked for."""
        measure = self.asked.measure
        if detail.kind == "number" and measure is not None:
            return measure.search(detail.text) is not None
        return detail.kind != "date" or detail.whole

    def counts(self) -> bool:
        """Whether the sentence holds a number of what is asked: in its measure, else of its noun."""
        measure, focus = self.asked.measure, self.asked.focus
        numbers = [(detail, lemmas) for detail, lemmas in self.seen.details if detail.kind == "number"]
        if measure is not None:
            return any(measure.search(detail.text) for detail, _ in numbers)
        return focus is None or any(focus.is_among(lemmas) for _, lemmas in numbers)


Feature = Callable[[Candidate], float]


def exact(one: Candidate) -> float:
    """The words of the question in any of their forms."""
    return one.asked.share([float(s == 1) for s in one.strengths])


def alike(one: Candidate) -> float:
    """Their kin, and what they are misspellings of."""
    return one.asked.share([s if s < 1 else 0.0 for s in one.strengths])


def concise(one: Candidate) -> float:
    """Both, less in a long sentence, which holds many words by chance (BM25)."""
    length = 0.25 + 0.75 * one.seen.size / one.asked.usual
    return one.article.shares[one.index] * 2.2 / (1 + 1.2 * length)


def plain(one: Candidate) -> float:
    """Both, all words of one worth."""
    return sum(one.strengths) / max(1, len(one.strengths))


def best(one: Candidate) -> float:
    """No sentence of the article holds more."""
    return float(one.article.shares[one.index] == max(one.article.shares))


def before(one: Candidate) -> float:
    """What the sentence lacks and the one before it holds."""
    return _lacked(one, one.neighbour(-1))


def after(one: Candidate) -> float:
    """What the sentence lacks and the one after it holds."""
    return _lacked(one, one.neighbour(+1))


def _lacked(one: Candidate, other: Seen) -> float:
    there = one.asked.strengths(other)
    return one.asked.share([b if not a else 0.0 for a, b in zip(one.strengths, there, strict=True)])


def pieces(one: Candidate) -> float:
    """Pieces of words, by rarity: kin that look too different as wholes."""
    weights = one.article.gram_weights
    return sum(weights[gram] for gram in one.asked.grams & one.seen.grams) / (sum(weights.values()) or 1.0)


def likeness(one: Candidate) -> float:
    """The words of both as sets of strings (the ratio that rapidfuzz calls token set)."""
    return one.likeness


def early(one: Candidate) -> float:
    """Near the beginning of the article."""
    return 1 / (1 + one.index)


def last(one: Candidate) -> float:
    """The last of several sentences."""
    return float(one.index == len(one.article.seen) - 1 > 0)


def long(one: Candidate) -> float:
    """A fragment answers less than a sentence."""
    return math.log1p(one.seen.size) / 4


def expecting(kinds: Iterable[Expected], name: str) -> Feature:
    """The sentence holds a detail of the kind that the question expects."""

    def feature(one: Candidate) -> float:
        return float(one.asked.expects in kinds and any(True for _ in one.suitable()))

    feature.__name__ = name
    return feature


def held_words(one: Candidate) -> float:
    """How many of the question's words the whole article holds."""
    return sum(one.article.held) / max(1, len(one.article.held))


def held_rare(one: Candidate) -> float:
    """The same by the rarity of the words in the language: common ones are in any article."""
    return _rare(one, one.article.held) / (_rare(one, [1.0] * len(one.asked.terms)) or 1.0)


def rare(one: Candidate) -> float:
    """How much of the question the sentence holds, by the rarity of the words in the language."""
    return _rare(one, one.strengths) / (_rare(one, [1.0] * len(one.asked.terms)) or 1.0)


def evidence(one: Candidate) -> float:
    """The rarity of all words held together: one rare name tells as much as three common words."""
    return min(1.0, _rare(one, one.article.held) / 30)


def _rare(one: Candidate, strengths: Sequence[float]) -> float:
    return sum(term.usual * s for term, s in zip(one.asked.terms, strengths, strict=True))


def vast(one: Candidate) -> float:
    """A long article holds many words by chance."""
    return math.log1p(len(one.article.seen)) / 4


def held_pieces(one: Candidate) -> float:
    """The share of the pieces of the question's words that the article holds."""
    return len(one.article.held_grams) / max(1, len(one.asked.grams))


def bare_pieces(one: Candidate) -> float:
    """The share of those pieces that the sentence holds."""
    return len(one.asked.grams & one.seen.grams) / max(1, len(one.asked.grams))


def strange_names(one: Candidate) -> float:
    """The share of the question's names and numbers that the article never mentions."""
    names = [s for term, s in zip(one.asked.terms, one.article.held, strict=True) if term.proper]
    return sum(s == 0 for s in names) / len(names) if names else 0.0


def brief(one: Candidate) -> float:
    """A question of few words is easily held by chance."""
    return 1 / (1 + len(one.asked.terms))


def unfulfilled(one: Candidate) -> float:
    """A number, date or place is asked for, and the sentence holds none."""
    return float(one.asked.expects in ("number", "date", "place") and not any(True for _ in one.suitable()))


def strange_focus(one: Candidate) -> float:
    """What «какой» or «сколько» asks for is never mentioned in the article."""
    focus = one.asked.focus
    return float(focus is not None and not any(map(focus.strength, one.article.seen)))


def strange_count(one: Candidate) -> float:
    """The same of a number."""
    return strange_focus(one) * (one.asked.expects == "number")


def counted(one: Candidate) -> float:
    """A number is asked for, and the sentence holds one of that measure or noun."""
    return float(one.asked.expects == "number" and one.counts())


def uncounted(one: Candidate) -> float:
    """A number is asked for, and the sentence holds none of that measure or noun."""
    return float(one.asked.expects == "number" and not one.counts())


def lacked_rare(one: Candidate) -> float:
    """The rarest word of the question that the sentence lacks, by its rarity in the language."""
    return max((term.usual * (1 - s) for term, s in zip(one.asked.terms, one.strengths, strict=True)), default=0.0) / 8


def lacked_around(one: Candidate) -> float:
    """How much of the question neither the sentence nor its neighbours hold, by rarity in the language."""
    around = [
        one.article.strengths[i] for i in (one.index - 1, one.index, one.index + 1) if 0 <= i < len(one.article.seen)
    ]
    return 1 - _rare(one, list(map(max, zip(*around, strict=True)))) / (_rare(one, [1.0] * len(one.asked.terms)) or 1.0)


def strange_words(one: Candidate) -> float:
    """How many words of the question the article never mentions, to a few."""
    return min(1.0, sum(s == 0 for s in one.article.held) / 4)


def unheard(one: Candidate) -> float:
    """The rarest word of the question that the article never mentions, by its rarity in the language."""
    held = zip(one.asked.terms, one.article.held, strict=True)
    return max((term.usual * (1 - s) for term, s in held), default=0.0) / 8


def nameless(one: Candidate) -> float:
    """A name is asked for, and the sentence holds none that the question does not bring."""
    wanted = one.asked.expects in ("person", "organisation", "name")
    return float(wanted and not any(True for _ in one.suitable()))


def spoken_by(one: Candidate) -> float:
    """The sentence holds words of the speaker asked about."""
    return max((voice.by for voice in one.voices), default=0.0)


def spoken_about(one: Candidate) -> float:
    """How much of the question is in somebody's words."""
    return max((one.asked.share(one.asked.strengths(voice.seen)) for voice in one.voices), default=0.0)


FIT: tuple[Feature, ...] = (
    exact,
    alike,
    concise,
    plain,
    best,
    before,
    after,
    pieces,
    likeness,
    early,
    last,
    long,
    expecting(("number",), "number"),
    expecting(("date",), "date"),
    expecting(("person", "organisation", "name"), "name"),
    expecting(("place",), "place"),
    expecting(("reason",), "reason"),
    counted,
)

HELD_BY_ARTICLE: tuple[Feature, ...] = (held_words, held_rare, held_pieces, strange_names)

HELD: tuple[Feature, ...] = (
    *HELD_BY_ARTICLE,
    brief,
    unfulfilled,
    strange_focus,
    strange_count,
    evidence,
    vast,
    plain,
    rare,
    bare_pieces,
    likeness,
    uncounted,
    lacked_rare,
    lacked_around,
    strange_words,
    unheard,
    nameless,
)

SAID: tuple[Feature, ...] = (spoken_by, spoken_about)
