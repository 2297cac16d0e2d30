"""A reading as the matcher sees it: made once, kept for the next question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from nlp.details import Detail, details
from nlp.meanings import meanings
from nlp.model import Reading, Sentence
from nlp.salience import leans
from nlp.words import fold, words

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

GRAM = 4
"""Letters of the pieces that show kinship and survive misspelling."""
WINDOW = 8
"""Words within which words stand together."""
CLOSING = " \n!.…»”\"'"
CLOSE = 200
"""Characters behind a headline within which the text goes on."""

Known = tuple[Detail, frozenset[str]]
"""A detail of a sentence and the lemmas of its words."""


@dataclass(frozen=True)
class Index:
    """The sentences of a reading, ``n`` of them.

    ``vocabulary`` numbers its lemmas, ``places`` are the numbers of all words in order; behind each sentence stand
    `WINDOW` places that hold none (a number past the vocabulary). ``starts`` are where sentences begin in ``places``,
    ``sizes`` their numbers of words. ``asks`` marks questions, ``leans`` those that begin with what stands before
    them («он», «это»), ``headline`` a first one that is only a title.
    """

    language: str | None
    sentences: tuple[Sentence, ...]
    folded: tuple[str, ...]
    vocabulary: Mapping[str, int]
    places: Indices
    starts: Indices
    sizes: Array
    asks: NDArray[np.bool_]
    leans: NDArray[np.bool_]
    headline: NDArray[np.bool_]

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The vocabulary by its numbers."""
        return tuple(self.vocabulary)

    @cached_property
    def pieces(self) -> Mapping[str, Indices]:
        """In which sentences each piece of `GRAM` characters stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, folded in enumerate(self.folded):
            for gram in grams(folded):
                found[gram].append(i)
        return {gram: np.array(held, np.intp) for gram, held in found.items()}

    @cached_property
    def meanings(self) -> NDArray[np.float32]:
        """What the words of the vocabulary mean, one a row, and zeros for the place that holds none."""
        known = meanings(self.lemmas, self.language)
        return np.vstack([known, np.zeros((1, known.shape[1]), np.float32)])

    def details(self, sentence: int) -> Sequence[Known]:
        return known(self.sentences[sentence].text, self.language)


def index(reading: Reading) -> Index:
    """The index of a reading; kept while it is among the last that were asked."""
    return _index(reading.sentences, reading.language, is_headline(reading))


def is_headline(reading: Reading) -> bool:
    """Whether the first sentence is only a headline: a line of its own that does not end like a sentence."""
    if not reading.sentences:
        return False
    first = reading.sentences[0]
    rest = reading.text[first.stop : first.stop + CLOSE]
    return bool(rest.strip()) and rest.startswith("\n") and first.text[-1] not in '.!?…»”"):'


@lru_cache(maxsize=256)
def _index(sentences: tuple[Sentence, ...], language: str | None, headed: bool) -> Index:
    vocabulary: dict[str, int] = {}
    spoken = [[vocabulary.setdefault(w.lemma, len(vocabulary)) for w in spelled(s.text, language)] for s in sentences]
    gap = [len(vocabulary)] * WINDOW
    lengths = [len(one) + WINDOW for one in spoken]
    return Index(
        language,
        sentences,
        tuple(fold(s.text) for s in sentences),
        vocabulary,
        np.array([place for one in spoken for place in (*one, *gap)], np.intp),
        np.cumsum([0, *lengths[:-1]])[: len(sentences)].astype(np.intp),
        np.array([len(one) for one in spoken], np.float64),
        np.array([s.text.rstrip(CLOSING).endswith("?") for s in sentences], np.bool_),
        np.array([leans(s.text, language) for s in sentences], np.bool_),
        np.array([headed and i == 0 for i in range(len(sentences))], np.bool_),
    )


spelled = lru_cache(maxsize=4096)(words)
"""The words of a sentence, kept: the next question will want them again."""


@lru_cache(maxsize=4096)
def known(text: str, language: str | None) -> tuple[Known, ...]:
    """The details of a sentence, with the lemmas of their words."""
    spoken = spelled(text, language)
    return tuple(
        (one, frozenset(w.lemma for w in spoken if one.start <= w.start < one.stop)) for one in details(text, language)
    )


def grams(folded: str) -> frozenset[str]:
    """Every piece of `GRAM` characters."""
    return frozenset(folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1))


def most(values: Array, starts: Indices) -> Array:
    """Of values by word, the greatest of each sentence: (k, words) → (k, n)."""
    if not len(starts):
        return np.zeros((len(values), 0))
    return np.asarray(np.maximum.reduceat(values, starts, axis=1))


def together(values: Array) -> Array:
    """Of values by word, the greatest among it and the `WINDOW` − 1 words behind it: (k, words) → (k, words)."""
    best = values.copy()
    for step in range(1, WINDOW):
        np.maximum(best[:, :-step], values[:, step:], out=best[:, :-step])
    return best


def normalised(weights: Array) -> Array:
    """Weights that come to 1, so that a product with what is held, (k,) @ (k, n), is its share."""
    return np.asarray(weights / (weights.sum() or 1.0))
