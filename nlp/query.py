"""A question as the matcher sees it: its content words, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from nlp.commonness import usual_rarity
from nlp.details import asking, function_words
from nlp.index import Array, grams, normalised
from nlp.meanings import meanings
from nlp.model import Expected, Question
from nlp.words import FOLDED, Word, fold, grammemes, words

MOST_TERMS = 40


@dataclass(frozen=True, eq=False)
class Query:
    """The content words of a question, ``k`` of them, read as those of one language.

    ``usual`` is the rarity of each in the language; a ``proper`` one is a name or a number. ``focus`` is the index of
    the word that «какой» or «сколько» determines, ``measure`` the unit of the number asked for.
    """

    language: str | None
    folded: str
    terms: tuple[str, ...]
    usual: Array
    proper: NDArray[np.bool_]
    numeric: NDArray[np.bool_]
    expects: Expected
    focus: int | None
    measure: re.Pattern[str] | None

    @cached_property
    def worth(self) -> Array:
        """The rarity of each word in the language, as shares of all; (k,)."""
        return normalised(self.usual)

    @cached_property
    def grams(self) -> frozenset[str]:
        return grams(f" {' '.join(self.terms)} ")

    @cached_property
    def meanings(self) -> NDArray[np.float32]:
        return meanings(self.terms, self.language)


def query(question: Question, language: str | None) -> Query:
    text = _text(question, language)
    found = content(text, language)[:MOST_TERMS]
    measure = _measure(fold(text), language) if question.expects == "number" else None
    return Query(
        language,
        fold(text),
        tuple(word.lemma for word in found),
        np.array([usual_rarity(word.lemma, language) for word in found]),
        np.array([_is_proper(word) for word in found], np.bool_),
        np.array([word.text[0].isdigit() for word in found], np.bool_),
        question.expects,
        _focus(text, found, language),
        measure,
    )


def _text(question: Question, language: str | None) -> str:
    """The words to look for; those of the speaker alone where nothing else is asked about."""
    if content(question.topic, language):
        return question.topic
    return question.speaker or question.text


@lru_cache(maxsize=512)
def content(text: str, language: str | None) -> tuple[Word, ...]:
    """The words of a question that an article can hold, each once."""
    found = (word for word in words(text, language) if fold(word.text) not in function_words())
    return tuple({word.lemma: word for word in found}.values())


def _is_proper(word: Word) -> bool:
    return word.text[0].isdigit() or (word.start > 0 and word.text[0].isupper())


def _focus(text: str, found: Sequence[Word], language: str | None) -> int | None:
    """The word that «какой» or «сколько» determines: the first noun among the two terms after it, else the first."""
    m = _determiners(language).search(fold(text))
    after = [i for i, word in enumerate(found) if m and word.start >= m.end()][:2]
    nouns = [i for i in after if "NOUN" in grammemes(found[i].text.lower())]
    return next(iter(nouns or after), None)


@cache
def _determiners(language: str | None) -> re.Pattern[str]:
    return re.compile(asking(language).determiners.translate(FOLDED))


def _measure(folded: str, language: str | None) -> re.Pattern[str] | None:
    """The unit of the number that a question asks for, where its words tell."""
    return next((unit for question, unit in _measures(language) if question.search(folded)), None)


@cache
def _measures(language: str | None) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    measures = asking(language).measures
    return tuple((re.compile(question.translate(FOLDED)), re.compile(unit)) for question, unit in measures)
