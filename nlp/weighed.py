"""Sentences of an article, weighed under a question: what the features look at. It knows rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import cdist

from nlp.details import Detail
from nlp.index import Array, Indices, most, together
from nlp.matched import Matched, rarity
from nlp.model import Expected
from nlp.query import Query
from nlp.sayings import Sayings

SUITABLE: Mapping[Expected, frozenset[Expected]] = {
    "person": frozenset({"person", "organisation", "anything"}),
    "organisation": frozenset({"organisation", "anything"}),
    "name": frozenset({"person", "organisation", "anything"}),
    "place": frozenset({"place"}),
    "date": frozenset({"date"}),
    "number": frozenset({"number"}),
    "reason": frozenset({"reason"}),
}
"""The details that suit what a question expects; a name of unknown kind may be a person's or a body's."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """Sentences ``at`` of an article, ``m`` of them, with the rarity of the words asked; what features look at.

    ``length`` is the usual number of words of a sentence where the question looks.
    """

    matched: Matched
    weights: Array
    length: float
    at: Indices
    sayings: Sayings

    @property
    def query(self) -> Query:
        return self.matched.query

    @cached_property
    def strengths(self) -> Array:
        return np.asarray(self.matched.strengths[:, self.at])

    @cached_property
    def meant(self) -> Array:
        return np.asarray(self.matched.meant[:, self.at])

    @cached_property
    def shares(self) -> Array:
        """How much of the question each sentence of the article holds, by rarity; (n,)."""
        return np.asarray(self.weights @ self.matched.strengths)

    def beside(self, step: int) -> Array:
        """The strengths of the sentences ``step`` before or behind; (k, m)."""
        there = self.at + step
        inside = (there >= 0) & (there < len(self.matched.index.sentences))
        return np.asarray(self.matched.strengths[:, np.where(inside, there, 0)] * inside)

    def share(self, held: Array) -> Array:
        """How much of the question is held, (k, m) or (k,), by rarity among the articles."""
        return np.asarray(self.weights @ held)

    def rare(self, held: Array) -> Array:
        """The same by the rarity of the words in the language."""
        return np.asarray(self.query.worth @ held)

    @cached_property
    def together(self) -> Array:
        """How much of the question stands closest together in each sentence; (m,)."""
        near = self.weights @ together(self.matched.spoken)
        return np.asarray(most(near[None, :], self.matched.index.starts)[0][self.at])

    @cached_property
    def likeness(self) -> Array:
        """The words of both as sets of strings (the ratio that rapidfuzz calls token set), 0..1; (m,)."""
        folded = [self.matched.index.folded[i] for i in self.at]
        return np.asarray(cdist([self.query.folded], folded, scorer=token_set_ratio)[0] / 100, np.float64)

    @cached_property
    def pieces(self) -> tuple[Array, Array]:
        """Of the pieces of the question's words the share that each sentence holds, by rarity and plainly; (m,)."""
        count = len(self.matched.index.sentences)
        known = [self.matched.index.pieces.get(gram) for gram in self.query.grams]
        found = [one for one in known if one is not None]
        missing = (len(known) - len(found)) * float(rarity(np.zeros(1), count)[0])
        rare = rarity(np.array([len(one) for one in found], np.float64), count)
        where = np.concatenate([*found, np.zeros(0, np.intp)])
        by = np.bincount(where, np.repeat(rare, [len(one) for one in found]), count)
        plainly = np.bincount(where, minlength=count)
        return by[self.at] / (rare.sum() + missing or 1.0), plainly[self.at] / max(1, len(known))

    @cached_property
    def held_pieces(self) -> float:
        grams = self.query.grams
        return sum(gram in self.matched.index.pieces for gram in grams) / max(1, len(grams))

    def suitable(self, sentence: int) -> Iterator[Detail]:
        """The details of the kind expected that the question does not bring itself."""
        wanted = SUITABLE.get(self.query.expects, frozenset())
        return (
            detail
            for detail, lemmas in self.matched.index.details(sentence)
            if detail.kind in wanted and not lemmas <= self.matched.named and self._serves(detail)
        )

    def _serves(self, detail: Detail) -> bool:
        """A date that tells when, a number in the measure asked for."""
        measure = self.query.measure
        if detail.kind == "number" and measure is not None:
            return measure.search(detail.text) is not None
        return detail.kind != "date" or detail.whole

    @cached_property
    def suits(self) -> Array:
        """Whether each sentence holds such a detail, 0 or 1; (m,)."""
        if self.query.expects not in SUITABLE:
            return np.zeros(len(self.at))
        return np.array([float(any(True for _ in self.suitable(i))) for i in self.at])

    @cached_property
    def counts(self) -> Array:
        """Where a number is asked for, whether each sentence holds one of its measure, else of its noun; (m,)."""
        if self.query.expects != "number":
            return np.zeros(len(self.at))
        return np.array([float(self._counts(i)) for i in self.at])

    def _counts(self, sentence: int) -> bool:
        measure, focus = self.query.measure, self.query.focus
        numbers = [one for one in self.matched.index.details(sentence) if one[0].kind == "number"]
        if measure is not None:
            return any(measure.search(detail.text) for detail, _ in numbers)
        return focus is None or any(lemmas & self.matched.kin(focus) for _, lemmas in numbers)
