"""The numbers in which texts of one event differ: other values of the same thing, in sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from nlp.commonness import usual_rarity
from nlp.model import Fact, Reading, Span
from nlp.quantities import Quantity, differ, quantity
from nlp.words import words

ALIKE = 0.4  # of the lighter sentence's weight: both speak of one thing
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
    """A number of a reading: its value, the lemmas of what it counts, and those of its sentence by their rarity."""

    fact: Fact
    reading: Reading
    quantity: Quantity
    about: frozenset[str]
    around: Mapping[str, float]


def disputes(readings: Sequence[Reading]) -> tuple[Dispute, ...]:
    """The numbers that differ between readings of one event, the versions in the order of the readings.

    One thing is what is counted alike, in one unit, in sentences that share their words. A reading that gives it two
    values speaks of two things, and is left out.
    """
    things: list[list[Number]] = []
    for number in (one for reading in readings for one in _numbers(reading)):
        known = next((thing for thing in things if _same_thing(thing[0], number)), None)
        if known is None:
            things.append([number])
        else:
            known.append(number)
    found = (tuple(_versions(_unambiguous(thing))) for thing in things)
    return tuple(versions for versions in found if len(versions) > 1)


def _versions(thing: Sequence[Number]) -> Iterator[Version]:
    left = list(thing)
    while left:
        agreeing = [one for one in left if not differ(one.quantity, left[0].quantity)]
        yield Version(left[0].fact, tuple({id(one.reading): one.reading for one in agreeing}.values()))
        left = [one for one in left if one not in agreeing]


def _unambiguous(thing: Sequence[Number]) -> list[Number]:
    doubtful = {id(a.reading) for a, b in combinations(thing, 2) if a.reading is b.reading and _apart(a, b)}
    return [one for one in thing if id(one.reading) not in doubtful]


def _apart(a: Number, b: Number) -> bool:
    return differ(a.quantity, b.quantity)


def _same_thing(a: Number, b: Number) -> bool:
    counted = a.quantity.unit == b.quantity.unit and (a.about <= b.about or b.about <= a.about)
    return counted and _overlap(a.around, b.around) >= ALIKE


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The share of the lighter sentence's weight that both hold."""
    return sum(weight for lemma, weight in a.items() if lemma in b) / max(1.0, min(sum(a.values()), sum(b.values())))


def _numbers(reading: Reading) -> Iterator[Number]:
    """The numbers that are known to count something."""
    for fact in reading.facts:
        about = frozenset(_weights(fact.about or "", reading))
        for mention in fact.mentions if fact.kind == "number" and about else ():
            before = reading.text[max(0, mention.start - BEFORE) : mention.start]
            value = quantity(mention.text, reading.language, before)
            if value:
                yield Number(fact, reading, value, about, _weights(_sentence(reading, mention), reading))


def _sentence(reading: Reading, mention: Span) -> str:
    return next((one.text for one in reading.sentences if one.overlaps(mention)), "")


def _weights(text: str, reading: Reading) -> dict[str, float]:
    """The lemmas of a text without its numbers, by their rarity."""
    found = (word.lemma for word in words(text, reading.language) if word.text[0].isalpha())
    return {lemma: usual_rarity(lemma, reading.language) for lemma in found}
