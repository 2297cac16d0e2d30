"""Words and their dictionary forms: the one place that knows pymorphy3 and snowballstemmer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pymorphy3
import snowballstemmer

from nlp import kazakh
from nlp.model import Span

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+|\d+)*")
# pymorphy3 fails on letters without a Unicode name and crawls through long words.
CYRILLIC = re.compile(r"[\u0400-\u052f'’ʼ\d-]{1,60}")
RUSSIAN = re.compile(r"[а-яё]")
FOLDS = tuple(zip("ёәғқңөұүһіĭ", "еагкноуухии", strict=True))
FOLDED = str.maketrans(dict(FOLDS))


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A word or number of a text with its folded dictionary form."""

    lemma: str


def words(text: str, language: str | None) -> tuple[Word, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Word(m.start(), m.end(), m.group(), lemma(m.group(), language)) for m in WORD.finditer(text))


def fold(text: str) -> str:
    """Lower case, ё as е, Kazakh letters as the Russian ones that people type for them; the length stays."""
    low = text.lower()
    if len(low) != len(text) or "Σ" in text:  # the lower case of these depends on what stands around, or is longer
        low = "".join(x.lower()[0] for x in text)
    if not low.isascii():
        for letter, folded in FOLDS:  # three times faster than `str.translate`
            low = low.replace(letter, folded)
    return low


def lemma(word: str, language: str | None) -> str:
    """The folded dictionary form (Russian), or the stem (English, Kazakh), of one word."""
    return fold(_base(word.lower(), language or "ru"))


@lru_cache(maxsize=100_000)
def _base(word: str, language: str) -> str:
    if not word[0].isalpha():
        return word
    if word.isascii():
        return str(_english().stemWord(word))
    if language == "kk":
        return kazakh.stem(word)
    if not RUSSIAN.search(word):
        return word  # pymorphy3 raises for letters that Unicode does not name
    parses = _parses(word)
    return str(parses[0].normal_form) if parses else word


@lru_cache(maxsize=20_000)
def grammemes(word: str) -> frozenset[str]:
    """The OpenCorpora grammemes of the likeliest reading of a Russian word: «Geox», «Surn», «gent» …"""
    parses = _parses(word)
    return frozenset(parses[0].tag.grammemes) if parses else frozenset()


@lru_cache(maxsize=20_000)
def is_russian(word: str) -> bool:
    """Whether the dictionary holds the word, in lower case."""
    return bool(_russian().word_is_known(word))


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[frozenset[str], ...]:
    """The OpenCorpora grammemes of every reading of a Russian word, the likeliest first."""
    return tuple(frozenset(parse.tag.grammemes) for parse in _parses(word))


@lru_cache(maxsize=20_000)
def recased(word: str, given: str, wanted: str) -> str:
    """A Russian word of one case in another («gent», «nomn»), in its number; the word itself if it is not of that case.

    A name is read before anything else that the word may be.
    """
    parses = [parse for parse in _parses(word.lower()) if given in parse.tag]
    parses.sort(key=lambda parse: not {"Surn", "Name", "Patr"} & parse.tag.grammemes)
    form = next((parse.inflect({wanted}) for parse in parses), None)
    return _cased(str(form.word), word) if form else word


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


@lru_cache(maxsize=20_000)
def inflected(word: str, grammemes: frozenset[str]) -> str | None:
    """A Russian word with other grammemes, by its likeliest reading that has such a form; None if there is none."""
    forms = (p.inflect(grammemes) for p in _parses(word))
    return next((_cased(str(form.word), word) for form in forms if form is not None), None)


@lru_cache(maxsize=5_000)  # its forms, its names and its grammar are asked for one after another
def _parses(word: str) -> tuple[Any, ...]:
    """pymorphy3's readings of a Cyrillic word, the likeliest first; () for any other."""
    return tuple(_russian().parse(word)) if CYRILLIC.fullmatch(word) else ()


@cache
def _russian() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@cache
def _english() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def lemmas(text: str, language: str | None) -> Iterator[str]:
    """The folded dictionary forms of a text's words, in order."""
    return (word.lemma for word in words(text, language))
