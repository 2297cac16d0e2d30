"""The numbers in which texts of one event differ: other values of the same thing, in sentences that speak of it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nlp.commonness import usual_rarity
from nlp.model import Fact, Reading, Span
from nlp.quantities import Quantity, differ, in_digits, quantity
from nlp.words import words

COUNTED = 0.45  # of the weight of what is counted: both count one thing
ALIKE = 0.45  # of the lighter sentence's weight: both speak of one thing
FAR = 10  # times
LIST = 3  # numbers of a sentence that may be a table: without units it cannot be told which is which
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
BEFORE = 40  # characters in front of a number that may say how exact it is


@dataclass(frozen=True, slots=True)
class Version:
    """A number as some readings give it; ``fact`` is of the first of them."""

    fact: Fact
    readings: tuple[Reading, ...]


Dispute = tuple[Version, ...]
"""Two or more versions of one number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a reading: its value, the lemmas of what it counts and of its sentence by their rarity, its years."""

    fact: Fact
    reading: Reading
    quantity: Quantity
    about: Mapping[str, float]
    around: Mapping[str, float]
    years: frozenset[str]


def disputes(readings: Sequence[Reading]) -> tuple[Dispute, ...]:
    """The numbers that differ between readings of one event, the versions in the order of the readings.

    A reading that gives one thing two values speaks of two things, and is left out.
    """
    things: list[list[Number]] = []
    for number in (one for reading in readings for one in _numbers(reading)):
        known = next((thing for thing in things if _same_thing(thing[0], number)), None)
        if known is None:
            things.append([number])
        else:
            known.append(number)
    kept = (_unambiguous(thing) for thing in things)
    found = (tuple(_versions(thing)) for thing in kept if _near(thing))
    return tuple(versions for versions in found if len(versions) > 1)


def _unambiguous(thing: Sequence[Number]) -> list[Number]:
    """Without the readings that give two values."""
    twice = [(a, b) for a, b in combinations(thing, 2) if a.reading is b.reading]
    doubtful = {id(a.reading) for a, b in twice if differ(a.quantity, b.quantity)}
    return [one for one in thing if id(one.reading) not in doubtful]


def _near(thing: Sequence[Number]) -> bool:
    """Whether the numbers are of one order: else some are of something else, whatever the words say."""
    values = [one.quantity.low if one.quantity.high == math.inf else one.quantity.high for one in thing]
    return max(values, default=0) <= FAR * max(1, min(values, default=0))


def _versions(thing: Sequence[Number]) -> Iterator[Version]:
    left = list(thing)
    while left:
        first, *others = left
        agreeing = [first, *(one for one in others if not differ(one.quantity, first.quantity))]
        yield Version(first.fact, tuple({id(one.reading): one.reading for one in agreeing}.values()))
        left = [one for one in others if differ(one.quantity, first.quantity)]


def _same_thing(a: Number, b: Number) -> bool:
    """Whether two numbers count the same, in one unit, in sentences that speak of one thing and one year."""
    comparable = a.quantity.unit == b.quantity.unit and a.years == b.years
    return comparable and _share(a.about, b.about) >= COUNTED and _share(a.around, b.around, min) >= ALIKE


def _share(a: Mapping[str, float], b: Mapping[str, float], of: Callable[[float, float], float] = max) -> float:
    """The weight that both hold, as a share of the heavier's, or of the lighter's (``min``)."""
    return sum(weight for lemma, weight in a.items() if lemma in b) / max(1.0, of(sum(a.values()), sum(b.values())))


def _numbers(reading: Reading) -> Iterator[Number]:
    """The numbers that are known to count something."""
    for fact in reading.facts:
        about = _weights(fact.about or "", reading)
        for mention in fact.mentions if fact.kind == "number" and about else ():
            before = reading.text[max(0, mention.start - BEFORE) : mention.start]
            value, around = quantity(mention.text, reading.language, before), _sentence(reading, mention)
            if value and (value.unit or len(DIGITS.findall(around)) < LIST):
                years = frozenset(YEAR.findall(around))
                yield Number(fact, reading, value, about, _weights(around, reading), years)


def _sentence(reading: Reading, mention: Span) -> str:
    return next((one.text for one in reading.sentences if one.overlaps(mention)), "")


def _weights(text: str, reading: Reading) -> dict[str, float]:
    """The lemmas of a text without its numbers, by their rarity."""
    found = (in_digits(word.lemma, reading.language) for word in words(text, reading.language))
    return {lemma: usual_rarity(lemma, reading.language) for lemma in found if lemma[0].isalpha()}
