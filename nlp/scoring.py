"""What the features come to: how well the sentences of the readings asked fit a question, and whether they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from nlp.features import FIT, HELD, PLACED, SURE, held_table, table, vast
from nlp.index import Array, Indices, index
from nlp.matched import Matched, weights
from nlp.model import Frequencies, Question, Reading
from nlp.query import query
from nlp.sayings import Said, is_about_words, sayings
from nlp.weighed import Weighed
from nlp.weights import THRESHOLDS, WEIGHTS

SHORT_LIST = 40
"""Sentences that are weighed with every feature; the rest holds less of the question than any of them."""


class Scored(NamedTuple):
    """A sentence weighed: row ``row`` of ``among``; ``fit`` orders, ``score`` 0..1 tells whether it answers."""

    reading: Reading
    among: Weighed
    row: int
    fit: float
    score: float

    @property
    def at(self) -> int:
        return int(self.among.at[self.row])

    @property
    def said(self) -> Sequence[Said]:
        return self.among.sayings.said[self.row]


def ranked(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> list[Scored]:
    """The sentences worth weighing of all readings, the fittest first."""
    return sorted(_found(question, readings, frequencies), key=lambda one: -one.fit)


def _found(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> Iterator[Scored]:
    for reading, weighed in candidates(question, readings, frequencies):
        own = worth(reading.language, is_about_words(question))
        fitting = table(FIT, weighed)
        fit = own.fit @ fitting
        held = own.held @ held_table(fitting, table(SURE, weighed), fit, vast(weighed)) + own.bias
        placed = fit + own.placed @ table(PLACED, weighed)
        for row in range(len(weighed.at)):
            yield Scored(reading, weighed, row, float(placed[row]), float(1 / (1 + np.exp(-held[row]))))


def candidates(
    question: Question, readings: Sequence[Reading], frequencies: Frequencies | None = None
) -> Iterator[tuple[Reading, Weighed]]:
    """The sentences worth weighing, article by article."""
    found = list(_matched(question, readings))
    if not found:
        return
    rare = _rarities([matched for _, matched in found], frequencies)
    size = float(np.concatenate([matched.index.sizes for _, matched in found]).mean()) or 1.0
    for reading, matched, at in _short_list(question, found, rare):
        weight = rare[matched.query.language]
        yield reading, Weighed(matched, weight, size, at, sayings(question, reading, matched, weight, at))


class Worth(NamedTuple):
    """What each feature is worth, in the order of `FIT`, `PLACED` and `HELD`."""

    fit: Array
    placed: Array
    held: Array
    bias: float


@cache
def worth(language: str | None, about_words: bool) -> Worth:
    own = WEIGHTS["said"] if about_words else WEIGHTS.get(language or "", WEIGHTS["ru"])
    fit, placed = [own.fit[f.__name__] for f in FIT], [own.placed[f.__name__] for f in PLACED]
    return Worth(np.array(fit), np.array(placed), np.array([own.held[name] for name in HELD]), own.bias)


def _matched(question: Question, readings: Sequence[Reading]) -> Iterator[tuple[Reading, Matched]]:
    """The readings under the question, its words read as those of their language; none where it has no words."""
    asked = {language: query(question, language) for language in {reading.language for reading in readings}}
    for reading in readings:
        if asked[reading.language].terms and reading.sentences:
            yield reading, Matched(asked[reading.language], index(reading))


def _rarities(found: Sequence[Matched], frequencies: Frequencies | None) -> Mapping[str | None, Array]:
    """By language, how rare the words asked about are."""
    languages = {matched.query.language for matched in found}
    return {one: weights([a for a in found if a.query.language == one], frequencies) for one in languages}


def _short_list(
    question: Question, found: Sequence[tuple[Reading, Matched]], rare: Mapping[str | None, Array]
) -> Iterator[tuple[Reading, Matched, Indices]]:
    """The sentences that hold most of the question, by article, ascending; to a fact, a question is no answer."""
    held = [np.asarray(rare[matched.query.language] @ matched.strengths) for _, matched in found]
    if question.kind == "fact":
        held = [np.where(matched.index.asks, -1.0, share) for share, (_, matched) in zip(held, found, strict=True)]
    every = np.concatenate(held)
    few = len(every) <= SHORT_LIST
    least = 0.0 if few else np.sort(every)[-SHORT_LIST]
    for share, (reading, matched) in zip(held, found, strict=True):
        at = np.flatnonzero((share >= least) & ((share > 0) | (few & (share == 0))))
        if len(at):
            yield reading, matched, at


def threshold(question: Question, reading: Reading) -> float:
    """The score that an answer must reach."""
    if is_about_words(question):
        return THRESHOLDS["said" if reading.language == "ru" else "ru"]
    return THRESHOLDS.get(reading.language or "", THRESHOLDS["ru"])
