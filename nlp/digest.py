"""What several articles tell of one event: the sentences most worth keeping, and the numbers that they dispute."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from nlp.commonness import usual_rarity
from nlp.disputes import Dispute, disputes
from nlp.languages import LANGUAGES
from nlp.model import Reading, Sentence
from nlp.quantities import in_digits
from nlp.salience import leans
from nlp.titles import ENOUGH_SENTENCES, begins, repeats
from nlp.words import grammemes, lemmas, words

SENTENCES = 3  # of a story that several articles tell; one article tells its own in one
CONSIDERED = 8  # sentences of an article, the best ones
HEARD = 30  # articles of a story whose sentences may be told
SHORTEST = 4  # lemmas of a sentence that tells something
OPENING = 4  # words of a sentence among which a pronoun points back
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
    """Readings that tell of one event, what they tell, and the numbers in which they differ.

    ``title`` is the headline of one of them; None where none has one that says more than their sentences.
    """

    readings: tuple[Reading, ...]
    title: str | None
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
    several = len(readings) > 1
    summary = _summary(readings) if several else tuple(Told(one, readings[0]) for one in readings[0].summary(1))
    return Story(tuple(readings), _title(readings, summary), summary, disputes(readings) if several else ())


def _title(readings: Sequence[Reading], summary: Sequence[Told]) -> str | None:
    """The first title that is more than the beginning of a sentence, and that no sentence told repeats."""
    for one in readings:
        first = (one.sentences[i].text for i in sorted(one.ranking)[:ENOUGH_SENTENCES])
        said = any(repeats(one.title, told.sentence.text) for told in summary)
        if one.title and not said and not any(begins(one.title, text) for text in first):
            return one.title
    return None


def _summary(readings: Sequence[Reading]) -> tuple[Told, ...]:
    tellings = [Telling(one, tuple(_lemmas(sentence, one) for sentence in one.sentences)) for one in readings]
    left = sorted(_candidates(tellings[:HEARD]), key=lambda one: -one.worth)
    taken: list[Candidate] = []
    while len(taken) < SENTENCES and (free := [one for one in left if _may_stand(one, taken)]):
        taken.append(free[0])
        left.remove(free[0])
    told = sorted(taken, key=lambda one: _place(one, taken)) or [*_best(tellings[0])][:1]
    return tuple(Told(one.sentence, one.reading, _also(one, tellings)) for one in told)


def _candidates(tellings: Sequence[Telling]) -> Iterator[Candidate]:
    """The best sentences of each reading: worth more, the better their place in it and the more others hold of them."""
    held = [frozenset(chain.from_iterable(one.lemmas)) for one in tellings]
    for told, own in zip(tellings, held, strict=True):
        others = [one for one in held if one is not own]
        for place, one in enumerate(_best(told)):
            shares = [_weight(one.lemmas, other) / max(1.0, sum(one.lemmas.values())) for other in others]
            if len(one.lemmas) >= SHORTEST and not one.sentence.text.endswith(":"):
                yield replace(one, worth=math.exp(-place / 3) + sum(shares) / max(1, len(shares)))


def _may_stand(one: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether a sentence says something new, and what it leans on is there."""
    new = all(_overlap(one.lemmas, other.lemmas) < SAID for other in taken)
    return new and (not _leans(one.sentence.text, one.reading.language) or _before(one, taken) is not None)


def _before(one: Candidate, taken: Sequence[Candidate]) -> Candidate | None:
    """The sentence before one in its article, if it is told too."""
    return next((other for other in taken if other.reading is one.reading and other.at == one.at - 1), None)


def _place(one: Candidate, taken: Sequence[Candidate]) -> tuple[int, int, int]:
    """In the order of the articles, for news tell what happened first; what leans on a sentence comes behind it."""
    first = one
    while _leans(first.sentence.text, first.reading.language) and (before := _before(first, taken)):
        first = before
    return first.at, taken.index(first), one.at


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
    found = (in_digits(one, reading.language) for one in lemmas(sentence.text, reading.language))
    return {one: usual_rarity(one, reading.language) for one in found}


def _leans(text: str, language: str | None) -> bool:
    """Whether a sentence opens with what says nothing without the one before it."""
    opening = [word.text.lower() for word in words(text, language)[:OPENING]]
    return leans(text, language) or any(_is_pronoun(x, language) for x in opening)


def _is_pronoun(word: str, language: str | None) -> bool:
    known = LANGUAGES[language].speech.pronouns if language in LANGUAGES else frozenset()
    return word in known or (language == "ru" and "3per" in grammemes(word) and "NPRO" in grammemes(word))
