"""A light stemmer for Kazakh: inflections stripped from the outside in, as vowel harmony allows.

Kazakh is agglutinative: stem, derivation, plural, possessive, case and person follow one another in that order, and
each suffix takes the back or the front form after the last vowel of the stem. The suffixes are data
(`nlp.languages.kk.SUFFIXES`), written with the usual archiphonemes: A = а/е, I = ы/і, G = ғ қ/г к, D = д т,
L = л д т, N = н д т, M = м б п. There is no dictionary, so a stem is not always a word; two forms of a word share it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from nlp.languages.kk import SUFFIXES

BACK, FRONT = "аоұы", "әөүі"
VOWELS = BACK + FRONT + "еэиуюяё"  # these go with both: Тоқаевтың
VOICELESS = "пткқсшщчцфхһбвгд"  # the last four sound voiceless at the end of a loan word
UNVOICED = {"б": "п", "г": "к", "ғ": "қ"}
LEAST_STEM = 3
ARCHIPHONEMES = {
    "back": {"A": "а", "I": "ы", "G": "ғқ", "D": "дт", "L": "лдт", "N": "ндт", "M": "мбп"},
    "front": {"A": "е", "I": "і", "G": "гк", "D": "дт", "L": "лдт", "N": "ндт", "M": "мбп"},
}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; a word that carries no suffix comes back as it is."""
    for layer in range(len(SUFFIXES)):
        word = _without(word, layer)
    return word[:-1] + UNVOICED.get(word[-1:], word[-1:])


@lru_cache(maxsize=50_000)
def noun(word: str) -> str:
    """A noun in lower case without its inflections; its derivation stays: «әкімдігі» → «әкімдік», not «әкім»."""
    for layer in range(len(SUFFIXES) - 1):
        word = _without(word, layer)
    return word[:-1] + UNVOICED.get(word[-1:], word[-1:])


def _without(word: str, layer: int) -> str:
    """The word without the longest suffix of a layer that leaves a stem."""
    longest = max(_forms(layer), key=len)
    for length in range(min(len(longest), len(word) - LEAST_STEM), 0, -1):
        if word[-length:] in _forms(layer) and _is_stem(word[:-length], word[-length:]):
            return word[:-length]
    return word


def _is_stem(rest: str, suffix: str) -> bool:
    """Whether a vowel stays and the suffix agrees with it, and a voiceless suffix with the consonant before."""
    vowel = next((c for c in reversed(rest) if c in VOWELS), "")
    other = {**dict.fromkeys(BACK, "іе"), **dict.fromkeys(FRONT, "ыа")}.get(vowel, "")
    assimilated = suffix[0] not in "тпқк" or rest[-1] in VOICELESS
    return bool(vowel) and assimilated and not any(c in other for c in suffix)


@cache
def _forms(layer: int) -> frozenset[str]:
    """Every written form of the suffixes of one layer."""
    return frozenset(
        "".join(letters)
        for suffix in SUFFIXES[layer]
        for harmony in ARCHIPHONEMES.values()
        for letters in product(*(harmony.get(c, c) for c in suffix))
    )
