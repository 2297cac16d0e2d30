"""Whether two texts tell of one event.

Texts of one story share their words, and each holds the names and numbers of the other's title. Forecasts, scores and
obituaries share their words too; what is new in their titles tells them apart.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.languages import LANGUAGES
from nlp.model import Reading
from nlp.words import Word, fold, words

BEGINNING = 3_000  # characters: news tell what happened first

# Set by hand on a hundred pairs of Russian news, half of them near misses.
MISSING = 0.3
OTHER_NUMBERS = 0.1
LINE = 0.28
STEEPNESS = 1.2


@dataclass(frozen=True, slots=True)
class Story:
    """What a text tells by: the weights of its lemmas, and the names and numbers of its title."""

    weights: dict[str, float]
    named: frozenset[str]
    numbers: frozenset[str]


def same_story(a: Reading, b: Reading) -> float:
    """0..1, how surely two readings tell of the same event; 0.5 is the line."""
    if a.text == b.text:
        return 1.0
    one, other = _story(a.title, a.text, a.language), _story(b.title, b.text, b.language)
    missing = min(_missing(one.named, other), _missing(other.named, one))
    other_numbers = bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)
    likeness = _cosine(one.weights, other.weights) - MISSING * missing - OTHER_NUMBERS * other_numbers
    return min(1.0, max(0.0, 0.5 + STEEPNESS * (likeness - LINE)))


def _missing(named: frozenset[str], other: Story) -> float:
    """The share of a title's names and numbers that the other text does not hold; 0 for a title without any."""
    return len(named - other.weights.keys()) / max(1, len(named))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    both = sum(a[w] * b[w] for w in a.keys() & b.keys())
    return both / (_norm(a) * _norm(b)) if both else 0.0


def _norm(weights: dict[str, float]) -> float:
    return math.sqrt(sum(value * value for value in weights.values()))


@lru_cache(maxsize=256)
def _story(title: str, text: str, language: str | None) -> Story:
    head = [word for word in words(title, language) if _tells(word)]
    body = [word for word in words(text[:BEGINNING], language) if _tells(word)]
    count = Counter(word.lemma for word in head + body)
    numbers = frozenset(word.lemma for word in head if word.text[0].isdigit())
    names = frozenset(word.lemma for word in head if word.text[0].isupper())
    return Story({lemma: 1 + math.log(n) for lemma, n in count.items()}, names | numbers, numbers)


def _tells(word: Word) -> bool:
    return word.text[0].isdigit() or (len(word.lemma) > 2 and word.lemma not in _stop_words())


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(fold(word) for one in LANGUAGES.values() for word in one.stop_words)
