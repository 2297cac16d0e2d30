"""A light stemmer for Kazakh: inflections stripped from the outside in, as vowel harmony allows.

Kazakh is agglutinative: stem, derivation, plural, possessive, case and person follow one another in that order, and
each suffix takes the back or the front form after the last vowel of the stem. The suffixes are data
(`nlp.languages.kk.SUFFIXES`), written with the usual archiphonemes: A = а/е, I = ы/і, G = ғ қ/г к, D = д т,
L = л д т, N = н д т, M = м б п. There is no dictionary, so a stem is not always a word; two forms of a word share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from nlp.languages.kk import CASES, SUFFIXES

BACK, FRONT = "аоұы", "әөүі"
VOWELS = BACK + FRONT + "еэиуюяё"  # these go with both: Тоқаевтың
VOICELESS = "пткқсшщчцфхһбвгд"  # the last four sound voiceless at the end of a loan word
UNVOICED = {"б": "п", "г": "к", "ғ": "қ"}
INVARIANT = "Ins"
"""The case whose ending has but one vowel: «командасымен»."""
SOFT = re.compile(r"(?:ов|анк)$")
"""Loan words that take the front form as well: «Серіковтің», «банктің»."""
CASELESS = re.compile(
    r"(?:[^аәоөұүеыі]|пәкі|дағы|үнді)стан$|(?:аудан|майдан|мекен|отан)[ыі]$|^(?:жергілік|тиіс|атақ|маңыз|қуат|елеу)[лт][ыі]$"
)
"""Words that bear no case, though they look it: «Қазақстан» no ablative, «ауданы» no accusative."""
LEAST_STEM = 3
LEAST_NAME = 4
"""Letters; «Сайда» is no place where «Сай» would be."""
ADNOMINAL = ("", "Gen", "Attr")
"""The cases that leave a word inside the phrase of the noun after it."""
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
    longest = max(forms(layer), key=len)
    for length in range(min(len(longest), len(word) - LEAST_STEM), 0, -1):
        if word[-length:] in forms(layer) and _is_stem(word[:-length], word[-length:]):
            return word[:-length]
    return word


def _is_stem(rest: str, suffix: str) -> bool:
    """Whether a vowel stays and the suffix agrees with it, and a voiceless suffix with the consonant before."""
    assimilated = suffix[0] not in "тпқк" or rest[-1] in VOICELESS
    return assimilated and _is_harmonious(rest, suffix)


@cache
def forms(layer: int) -> frozenset[str]:
    """Every written form of the suffixes of one layer."""
    return frozenset(
        "".join(letters)
        for suffix in SUFFIXES[layer]
        for harmony in ARCHIPHONEMES.values()
        for letters in product(*(harmony.get(c, c) for c in suffix))
    )


# ---- cases of nouns, which no stem shows


@lru_cache(maxsize=50_000)
def case(word: str) -> str:
    """The case whose ending a word in lower case bears, as `CASES` names it; "" for the nominative, or for none."""
    return next((name for _, name in _cased(word)), "")


@lru_cache(maxsize=50_000)
def analyses(word: str) -> tuple[tuple[str, str], ...]:
    """What a noun in lower case may be: a dictionary form, as far as endings tell, and the case; nominatives first.

    «әкімдігінің» may be «әкімдік» in the genitive.
    """
    whole = [(word, ""), *_cased(word)]
    return tuple(
        dict.fromkeys((single, name) for rest, name in whole for one in _possessed(rest) for single in _plural(one))
    )


def nominative(name: str) -> str:
    """A name without the case that its last word bears: «Тоқаевқа» → «Тоқаев»."""
    last = name.lower().rpartition(" ")[2]
    rest = next((rest for rest, _ in _cased(last) if len(rest) >= LEAST_NAME or last.startswith(f"{rest}-")), last)
    return name[: len(name) - len(last) + len(rest)]


def is_plural(word: str) -> bool:
    """Whether a noun in lower case, with or without a possessive, is plural: «өкілдері»."""
    return len(list(_plural(word.removesuffix("ы").removesuffix("і")))) > 1


def _cased(word: str) -> Iterator[tuple[str, str]]:
    """The word without each ending of a case that fits it, and the case."""
    stem, hyphen, suffix = word.rpartition("-")
    if hyphen and suffix in _endings():
        yield stem, _endings()[suffix]  # «АҚШ-тың»
    if not CASELESS.search(word):
        yield from _harmonious_cases(word)


@cache
def _endings() -> dict[str, str]:
    return {ending: name for ending, _, name in CASES}


def _harmonious_cases(word: str) -> Iterator[tuple[str, str]]:
    for ending, before, name in CASES:
        rest = word.removesuffix(ending)
        fits = rest != word and len(rest) > 1 and rest[-1] in before
        if fits and (name == INVARIANT or SOFT.search(rest) or _is_harmonious(rest, ending)):
            yield rest, name


def _possessed(word: str) -> Iterator[str]:
    """The word, and what it is when its last vowel is a possessive: «әкімдігі», «компаниясы», «басшымыз»."""
    yield word
    for ending in ("сы", "сі", "ы", "і", "ымыз", "іміз", "мыз", "міз", "ым", "ім", "м"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= LEAST_STEM and _is_harmonious(rest, ending):
            yield rest[:-1] + UNVOICED.get(rest[-1], rest[-1])


def _plural(word: str) -> Iterator[str]:
    yield word
    if word.endswith(("стар", "стер")):  # «журналистер»: the plural and the stem share a letter
        yield word[:-2]
    for ending in ("лар", "лер", "дар", "дер", "тар", "тер"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            yield word.removesuffix(ending)


def _is_harmonious(rest: str, suffix: str) -> bool:
    vowel = next((c for c in reversed(rest) if c in VOWELS), "")
    other = {**dict.fromkeys(BACK, "іе"), **dict.fromkeys(FRONT, "ыа")}.get(vowel, "")
    return bool(vowel) and not any(c in other for c in suffix)
