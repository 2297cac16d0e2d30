"""What several articles tell of one event: the sentences most worth keeping, and the numbers that they dispute."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from nlp.commonness import usual_rarity
from nlp.disputes import Dispute, disputes
from nlp.model import Reading, Sentence
from nlp.summary import _patterns
from nlp.words import fold, lemmas

SENTENCES = 3  # of a story that several articles tell; one article tells its own in one
CONSIDERED = 8  # sentences of an article, the best ones
HEARD = 30  # articles of a story whose sentences may be told
SHORTEST = 4  # lemmas of a sentence that tells something
SAID = 0.45  # of the shorter sentence's weight: it says nothing new
SAME = 0.7  # of either sentence's weight: each says what the other does


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of ``reading``, and the other readings of the story that say the same in a sentence of theirs."""

    sentence: Sentence
    reading: Reading
    also: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Readings that tell of one event, what they tell, and the numbers in which they differ."""

    readings: tuple[Reading, ...]
    summary: tuple[Told, ...]
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A reading with the lemmas of each of its sentences by their rarity."""

    reading: Reading
    lemmas: tuple[Mapping[str, float], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """``reading.sentences[at]``, which may be told, the weights of its lemmas, and how much it is worth."""

    sentence: Sentence
    reading: Reading
    at: int
    lemmas: Mapping[str, float]
    worth: float = 0


def story_of(readings: Sequence[Reading]) -> Story:
    """What readings of one event (`nlp.by_story`) tell together, one at least; every reading in it is one of these.

    A single reading tells its best sentence. Several tell up to `SENTENCES` of theirs: no two say the same, none
    leans on a sentence that is not there, and what several of them say goes before what one does.
    """
    if len(readings) == 1:
        return Story(tuple(readings), tuple(Told(one, readings[0]) for one in readings[0].summary(1)))
    return Story(tuple(readings), _summary(readings), disputes(readings))


def _summary(readings: Sequence[Reading]) -> tuple[Told, ...]:
    """In the order in which the sentences stand in their articles, for news tell what happened first."""
    tellings = [Telling(one, tuple(_lemmas(sentence, one) for sentence in one.sentences)) for one in readings]
    taken: list[Candidate] = []
    for one in sorted(_candidates(tellings[:HEARD]), key=lambda one: -one.worth):
        if len(taken) < SENTENCES and all(_overlap(one.lemmas, other.lemmas) < SAID for other in taken):
            taken.append(one)
    taken = taken or [*_best(tellings[0])][:1]
    return tuple(Told(one.sentence, one.reading, _also(one, tellings)) for one in sorted(taken, key=lambda one: one.at))


def _candidates(tellings: Sequence[Telling]) -> Iterator[Candidate]:
    """The best sentences of each reading: worth more, the better their place in it and the more others hold of them."""
    held = [frozenset(chain.from_iterable(one.lemmas)) for one in tellings]
    for told, own in zip(tellings, held, strict=True):
        others = [one for one in held if one is not own]
        for place, one in enumerate(_best(told)):
            shares = [_weight(one.lemmas, other) / max(1.0, sum(one.lemmas.values())) for other in others]
            if len(one.lemmas) >= SHORTEST and not _leans(one.sentence.text, told.reading.language):
                yield replace(one, worth=math.exp(-place / 3) + sum(shares) / max(1, len(shares)))


def _best(told: Telling) -> Iterator[Candidate]:
    for at in told.reading.ranking[:CONSIDERED]:
        yield Candidate(told.reading.sentences[at], told.reading, at, told.lemmas[at])


def _also(one: Candidate, tellings: Sequence[Telling]) -> tuple[Reading, ...]:
    """The other readings that hold a sentence with nearly the words and all the numbers of this one."""
    others = [told for told in tellings if told.reading is not one.reading]
    return tuple(told.reading for told in others if any(_same(one.lemmas, these) for these in told.lemmas))


def _same(these: Mapping[str, float], others: Mapping[str, float]) -> bool:
    numbers = {lemma for lemma in these if lemma[0].isdecimal()}
    heavier = max(sum(these.values()), sum(others.values()))
    return numbers <= others.keys() and _weight(these, frozenset(others)) >= SAME * heavier > 0


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The share of the lighter sentence's weight that the heavier one holds."""
    lighter, heavier = sorted((a, b), key=lambda lemmas: sum(lemmas.values()))
    return _weight(lighter, frozenset(heavier)) / max(1.0, sum(lighter.values()))


def _weight(lemmas: Mapping[str, float], held: frozenset[str]) -> float:
    return sum(weight for lemma, weight in lemmas.items() if lemma in held)


def _lemmas(sentence: Sentence, reading: Reading) -> Mapping[str, float]:
    return {one: usual_rarity(one, reading.language) for one in lemmas(sentence.text, reading.language)}


def _leans(text: str, language: str | None) -> bool:
    """Whether a sentence says nothing without the one before it, or the one behind it."""
    return text.endswith(":") or _patterns(language).leaning.match(fold(text)) is not None
