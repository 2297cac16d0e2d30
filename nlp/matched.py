"""A reading under a question: which sentences hold which of its words, and how surely. It knows rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import Indel, JaroWinkler
from rapidfuzz.process import cdist

from nlp.index import Array, Index, most, normalised
from nlp.model import Frequencies
from nlp.query import Query

LIKE = 0.88
"""Jaro-Winkler similarity from which on two dictionary forms may be kin or one the other misspelled."""
LONG_WORD, LIKE_LONG = 8, 0.8
"""A long word may be misspelled twice, near its beginning too: then the share of its letters in order decides."""
SHORT_WORD = 4
"""A shorter word is itself or another."""
INHERITED = 0.9
"""How surely a reply speaks of what the question before it names."""


def alike(terms: Sequence[str], vocabulary: Sequence[str]) -> Array:
    """How surely each word of a vocabulary is each term: 1 itself, less its kin or misspelling, 0 another; (k, v)."""
    found = np.zeros((len(terms), len(vocabulary)))
    if found.size:
        found[:] = cdist(terms, vocabulary, scorer=JaroWinkler.normalized_similarity, score_cutoff=LIKE)
        found *= np.array([[len(term) >= SHORT_WORD and not term[0].isdigit()] for term in terms])
        for i in [i for i, term in enumerate(terms) if len(term) >= LONG_WORD and not found[i].any()]:
            found[i] = cdist([terms[i]], vocabulary, scorer=Indel.normalized_similarity, score_cutoff=LIKE_LONG)[0]
        np.minimum(found, 0.99, out=found)
        found[np.array(terms)[:, None] == np.array(vocabulary)[None, :]] = 1.0
    return found


@dataclass(frozen=True, eq=False)
class Matched:
    """A reading under a question: its ``n`` sentences, the ``k`` words asked about."""

    query: Query
    index: Index

    @cached_property
    def alike(self) -> Array:
        """How surely each word of the vocabulary, and the place that holds none, is each word asked; (k, v + 1)."""
        return np.pad(alike(self.query.terms, self.index.lemmas), ((0, 0), (0, 1)))

    @cached_property
    def spoken(self) -> Array:
        """The same of each place of the text; (k, places)."""
        return np.asarray(self.alike[:, self.index.places])

    @cached_property
    def strengths(self) -> Array:
        """How surely each sentence holds each word; a reply holds the words of the question before it too; (k, n)."""
        own = most(self.spoken, self.index.starts)
        replies = np.flatnonzero(self.index.asks[:-1] & ~self.index.asks[1:])
        inherited = own.copy()
        inherited[:, replies + 1] = np.maximum(own[:, replies + 1], INHERITED * own[:, replies])
        return inherited

    @cached_property
    def cosines(self) -> Array:
        """How akin each word of the vocabulary, and the place that holds none, is to each word asked; (k, v + 1)."""
        return np.asarray(self.query.meanings @ self.index.meanings.T, np.float64)

    @cached_property
    def meant(self) -> Array:
        """The same, by what words mean too, 0..1; (k, n)."""
        return np.maximum(self.strengths, most(self.cosines[:, self.index.places], self.index.starts))

    @cached_property
    def held(self) -> Array:
        """How surely the article holds each word somewhere; (k,)."""
        return np.asarray(self.strengths.max(axis=1, initial=0.0))

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that the question itself brings and that are therefore no answer to it."""
        there = np.flatnonzero(self.alike.max(axis=0, initial=0.0)[:-1])
        return frozenset(self.query.terms) | {self.index.lemmas[i] for i in there}

    def shares_of(self, weights: Array, lemmas: Iterable[str]) -> tuple[float, float]:
        """How much of the question certain words of the article hold, and how much by what they mean too."""
        at = [self.index.vocabulary[one] for one in lemmas if one in self.index.vocabulary]
        held, meant = self.alike[:, at].max(axis=1, initial=0.0), self.cosines[:, at].max(axis=1, initial=0.0)
        return float(weights @ held), float(weights @ np.maximum(held, meant))

    def kin(self, term: int) -> frozenset[str]:
        """The words of the article that are a word asked about, or look like it."""
        return frozenset(self.index.lemmas[i] for i in np.flatnonzero(self.alike[term]))

    @cached_property
    def holding(self) -> tuple[Array, Array]:
        """How many sentences hold each word itself, and how many at least one that looks like it; (k,), (k,)."""
        return (self.strengths == 1).sum(axis=1), (self.strengths > 0).sum(axis=1)


def rarity(held: Array, count: int) -> Array:
    """1 + the inverse document frequency (Robertson and Spärck Jones) of what ``held`` of ``count`` sentences hold."""
    return 1 + np.log(1 + (count - held + 0.5) / (held + 0.5))


def weights(articles: Sequence[Matched], frequencies: Frequencies | None) -> Array:
    """What each word asked is worth: its rarity, among the sentences of the articles or as the frequencies tell.

    They come to 1; (k,).
    """
    own, kin = (sum(counts) for counts in zip(*(one.holding for one in articles), strict=True))
    count = sum(len(one.index.sentences) for one in articles)
    if frequencies is not None:
        known = np.array([frequencies.holding.get(term, 0) for term in articles[0].query.terms], np.float64)
        own, count = np.maximum(own, known), max(count, frequencies.sentences)
    return normalised(rarity(np.where(own > 0, own, kin), count))
