"""From a question to the sentences that answer it: the only file that knows rapidfuzz."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nlp.languages import LANGUAGES
from nlp.model import Answer, Question, Reading
from nlp.words import fold, words

LEAST_COVERED = 0.25
STOPS = frozenset(fold(word) for one in LANGUAGES.values() for word in one.asking.function_words)


def answer(question: str | Question, readings: Sequence[Reading], limit: int = 5) -> list[Answer]:
    """Up to ``limit`` answers, best first; [] when these readings do not hold one."""
    text = question if isinstance(question, str) else question.topic or question.text
    pool = [
        (reading, i, _bag(s.text, reading.language)) for reading in readings for i, s in enumerate(reading.sentences)
    ]
    rarity = Counter(lemma for _, _, bag in pool for lemma in bag)
    found = []
    for reading, i, bag in pool:
        asked = _asked(text, reading.language)
        weights = {
            lemma: 1 + math.log(1 + (len(pool) - rarity[lemma] + 0.5) / (rarity[lemma] + 0.5)) for lemma in asked
        }
        covered = sum(w for lemma, w in weights.items() if lemma in bag) / (sum(weights.values()) or 1)
        if covered >= LEAST_COVERED:
            found.append(Answer(reading, reading.sentences[i], covered))
    return sorted(found, key=lambda one: -one.score)[: max(limit, 0)]


@lru_cache(maxsize=8192)
def _bag(text: str, language: str | None) -> frozenset[str]:
    return frozenset(word.lemma for word in words(text, language))


@lru_cache(maxsize=256)
def _asked(text: str, language: str | None) -> frozenset[str]:
    return frozenset(word.lemma for word in words(text, language) if fold(word.text) not in STOPS)
