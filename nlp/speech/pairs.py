"""Two people whom a text names side by side, for «они» or «девушки» after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.speech.persons import Person


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people named together, from where to where in the text, and the case of the first."""

    start: int
    stop: int
    case: str
    people: tuple[Person, Person]

    @property
    def are_women(self) -> bool:
        return all(person.gender == "Fem" for person in self.people)


def pairs(people: Iterable[Person], conjunction: str) -> list[Pair]:
    """In the order of the text; between the names of a pair there is room for nothing but «и»."""
    namings = sorted(((n, p) for p in people for n in p.namings), key=lambda one: one[0].mention.start)
    beside = len(f" {conjunction} ")
    return [
        Pair(one.mention.start, other.mention.stop, one.case, (first, second))
        for (one, first), (other, second) in pairwise(namings)
        if first is not second and other.mention.start - one.mention.stop == beside
    ]


def last_before(found: Sequence[Pair], at: int) -> Pair | None:
    index = bisect_left(found, at, key=_stop)
    return found[index - 1] if index else None


def _stop(pair: Pair) -> int:
    return pair.stop
