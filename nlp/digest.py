"""What several articles tell of one event: the sentences most worth keeping, and the numbers that they dispute."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from nlp.commonness import usual_rarity
from nlp.disputes import Dispute, disputes
from nlp.model import Reading, Sentence
from nlp.summary import _patterns
from nlp.words import fold, words

SENTENCES = 3  # of a story that several articles tell; one article tells its own in one
CONSIDERED = 8  # sentences of an article, the best ones
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
class Candidate:
    """A sentence that may be told, the weights of its lemmas, and how much it is worth."""

    sentence: Sentence
    reading: Reading
    lemmas: Mapping[str, float]
    worth: float


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
    taken: list[Candidate] = []
    for one in sorted(_candidates(readings), key=lambda one: -one.worth):
        if len(taken) < SENTENCES and all(_overlap(one.lemmas, other.lemmas) < SAID for other in taken):
            taken.append(one)
    found = [(one.sentence, one.reading) for one in taken] or [(one, readings[0]) for one in readings[0].summary(1)]
    found.sort(key=lambda one: one[1].sentences.index(one[0]))
    return tuple(Told(sentence, reading, _also(sentence, reading, readings)) for sentence, reading in found)


def _candidates(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The best sentences of each reading: worth more, the better their place in it and the more others hold of them."""
    held = [
        frozenset(chain.from_iterable(_lemmas(one.text, reading) for one in reading.sentences)) for reading in readings
    ]
    for reading, own in zip(readings, held, strict=True):
        for place, index in enumerate(reading.ranking[:CONSIDERED]):
            sentence = reading.sentences[index]
            lemmas = _lemmas(sentence.text, reading)
            shares = [_weight(lemmas, other) / max(1.0, _weight(lemmas, own)) for other in held if other is not own]
            if len(lemmas) >= SHORTEST and not _leans(sentence.text, reading.language):
                yield Candidate(sentence, reading, lemmas, math.exp(-place / 3) + sum(shares) / len(shares))


def _also(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The other readings that hold a sentence with nearly the words and all the numbers of this one."""
    lemmas = _lemmas(sentence.text, reading)
    others = [other for other in readings if other is not reading]
    return tuple(other for other in others if any(_same(lemmas, _lemmas(x.text, other)) for x in other.sentences))


def _same(lemmas: Mapping[str, float], others: Mapping[str, float]) -> bool:
    numbers = {lemma for lemma in lemmas if lemma[0].isdecimal()}
    heavier = max(sum(lemmas.values()), sum(others.values()))
    return numbers <= others.keys() and _weight(lemmas, frozenset(others)) >= SAME * heavier > 0


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The share of the lighter sentence's weight that the heavier one holds."""
    lighter, heavier = sorted((a, b), key=lambda lemmas: sum(lemmas.values()))
    return _weight(lighter, frozenset(heavier)) / max(1.0, sum(lighter.values()))


def _weight(lemmas: Mapping[str, float], held: frozenset[str]) -> float:
    return sum(weight for lemma, weight in lemmas.items() if lemma in held)


def _lemmas(text: str, reading: Reading) -> Mapping[str, float]:
    """The lemmas of a sentence by their rarity."""
    return {word.lemma: usual_rarity(word.lemma, reading.language) for word in words(text, reading.language)}


def _leans(text: str, language: str | None) -> bool:
    """Whether a sentence says nothing without the one before it, or the one behind it."""
    return text.endswith(":") or _patterns(language).leaning.match(fold(text)) is not None
