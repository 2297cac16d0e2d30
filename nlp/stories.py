"""Whether texts tell of one event, and which texts of many do.

Texts of one story share their rare words, and each holds the names and numbers of the other's title. Forecasts, scores
and obituaries share their words too; what is new in their titles tells them apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from nlp.commonness import usual_rarity
from nlp.languages import LANGUAGES
from nlp.model import Reading
from nlp.salience import patterns
from nlp.words import Word, fold, words

BEGINNING = 3_000  # characters: news tell what happened first
LONGEST_CALL = 200  # characters; a longer sentence says something besides
SAME = 0.5  # the line between one story and two
LINK = re.compile(r"https?://\S+")

# Set by hand on a hundred pairs of Russian news, half of them near misses, and on the posts of nine days.
MISSING = 0.3
OTHER_NUMBERS = 0.1
BRIEF = 0.08  # two posts of a line tell one event in fewer of the same words than two articles
FULL = 40  # lemmas of a text that is not brief
LINE = 0.28
STEEPNESS = 1.2

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text tells by: the weights of its lemmas, of length 1 together, and the names and numbers of its title."""

    weights: dict[str, float]
    named: frozenset[str]
    numbers: frozenset[str]


def same_story(a: Reading, b: Reading) -> float:
    """0..1, how surely two readings tell of the same event; 0.5 is the line."""
    return 1.0 if a.text == b.text else float(likenesses([a, b])[0, 1])


def by_story(readings: Sequence[Reading]) -> tuple[tuple[int, ...], ...]:
    """The indices of the readings, those of one story together; stories and readings keep their order.

    Average linkage: the readings of a story are like one another on the average, so that no chain joins everything.
    """
    if not readings:
        return ()
    likeness = likenesses(readings)
    stories: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(readings))}
    np.fill_diagonal(likeness, -1)
    while len(stories) > 1 and likeness.max() >= SAME:
        kept, joined = sorted(int(i) for i in np.unravel_index(likeness.argmax(), likeness.shape))
        sizes = len(stories[kept]), len(stories[joined])
        likeness[kept] = likeness[:, kept] = np.average(likeness[[kept, joined]], axis=0, weights=sizes)
        likeness[joined] = likeness[:, joined] = likeness[kept, kept] = -1
        stories[kept] += stories.pop(joined)
    return tuple(tuple(sorted(story)) for story in stories.values())


def likenesses(readings: Sequence[Reading]) -> Matrix:
    """(n, n) of n ≥ 1, how surely each two readings tell of the same event, as `same_story` says it."""
    told = [_traits(one.title, _kept(one), one.language) for one in readings]
    shared = _shared(told)
    weights = _matrix([one.weights for one in told], shared)
    missing = _missing(told, weights, shared)
    numbers = _matrix([dict.fromkeys(one.numbers, 1.0) for one in told], shared)
    some = np.array([bool(one.numbers) for one in told])
    other_numbers = (numbers @ numbers.T == 0) & some & some[:, None]
    against = MISSING * np.minimum(missing, missing.T) + OTHER_NUMBERS * other_numbers
    likeness = weights @ weights.T - against + BRIEF * _brevity(told)
    clipped: Matrix = np.clip(0.5 + STEEPNESS * (likeness - LINE), 0, 1).astype(np.float32)
    return clipped


def _missing(told: Sequence[Traits], weights: Matrix, shared: dict[str, int]) -> Matrix:
    """The share of a title's names and numbers that the other text does not hold; 0 for a title without any."""
    named = _matrix([dict.fromkeys(one.named, 1.0) for one in told], shared)
    counts = np.array([[len(one.named)] for one in told], dtype=np.float32)
    held: Matrix = named @ np.sign(weights).T
    return ((counts - held) / np.maximum(1, counts)).astype(np.float32)


def _brevity(told: Sequence[Traits]) -> Matrix:
    """0..1, how few lemmas the shorter of each two texts has."""
    sizes = np.array([len(one.weights) for one in told], dtype=np.float32)
    return np.maximum(1 - np.minimum(sizes, sizes[:, None]) / FULL, 0)


def _shared(told: Iterable[Traits]) -> dict[str, int]:
    """The lemmas that more than one text holds, numbered: the others make no two texts alike."""
    count = Counter(lemma for one in told for lemma in one.weights)
    return {lemma: i for i, lemma in enumerate(one for one, n in count.items() if n > 1)}


def _matrix(rows: Sequence[dict[str, float]], columns: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for i, row in enumerate(rows):
        found = [(columns[lemma], value) for lemma, value in row.items() if lemma in columns]
        matrix[i, [column for column, _ in found]] = [value for _, value in found]
    return matrix


def _kept(reading: Reading) -> str:
    """The beginning of a text without calls to subscribe and links: channels put the same ones under every post."""
    return LINK.sub("", " ".join(one.text for one in reading.sentences if not _calls(one.text)))[:BEGINNING]


def _calls(text: str) -> bool:
    return len(text) <= LONGEST_CALL and patterns(None).boilerplate.search(fold(text)) is not None


@lru_cache(maxsize=1024)
def _traits(title: str, text: str, language: str | None) -> Traits:
    head = [word for word in words(title, language) if _tells(word)]
    body = [word for word in words(text, language) if _tells(word)]
    count = Counter(word.lemma for word in head + body)
    weights = {lemma: (1 + math.log(n)) * usual_rarity(lemma, language) for lemma, n in count.items()}
    length = math.sqrt(sum(value * value for value in weights.values()))
    numbers = frozenset(word.lemma for word in head if word.text[0].isdigit())
    names = frozenset(word.lemma for word in head if word.text[0].isupper())
    return Traits({lemma: value / length for lemma, value in weights.items()}, names | numbers, numbers)


def _tells(word: Word) -> bool:
    return word.text[0].isdigit() or (len(word.lemma) > 2 and word.lemma not in _stop_words())


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(fold(word) for one in LANGUAGES.values() for word in one.stop_words)
