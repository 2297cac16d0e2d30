"""Kazakh typed with Russian letters («казакстаннын»): no vowel harmony is left to tell a suffix by."""

from __future__ import annotations

from functools import cache, lru_cache

from nlp.kazakh import LEAST_STEM, UNVOICED, forms
from nlp.languages.kk import SUFFIXES
from nlp.words import fold


@lru_cache(maxsize=10_000)
def stems(word: str) -> frozenset[str]:
    """Every stem that a folded word may have; the folded stem of the word as it should be written is one of them."""
    found = {word}
    for layer in range(len(SUFFIXES)):
        found |= {shorter for one in found for shorter in _without(one, layer)}
    return frozenset(found | {one[:-1] + UNVOICED.get(one[-1:], one[-1:]) for one in found})


def _without(word: str, layer: int) -> set[str]:
    """The word without each suffix of a layer that it may end in."""
    shortest = max(LEAST_STEM, len(word) - max(map(len, _endings(layer))))
    return {word[:at] for at in range(shortest, len(word)) if word[at:] in _endings(layer)}


@cache
def _endings(layer: int) -> frozenset[str]:
    return frozenset(map(fold, forms(layer)))
