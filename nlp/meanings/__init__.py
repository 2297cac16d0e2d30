"""What words mean, as vectors: navec's for Russian, tables distilled by `benchmarks.train_meanings` for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from nlp.speech.russian.syntax import word_vectors

Vector = NDArray[np.float32]

SIZE: Mapping[str | None, int] = {"ru": 300, "en": 64, "kk": 64}
"""Of a vector; a language that is not here has no meanings."""


def meanings(lemmas: Sequence[str], language: str | None) -> NDArray[np.float32]:
    """Unit vectors of folded dictionary forms, one a row; zeros for what has none. The cosine tells what is akin."""
    known = [_meaning(lemma, language) for lemma in lemmas]
    nothing = np.zeros(SIZE.get(language, 1), np.float32)
    return np.array([nothing if one is None else one for one in known], np.float32).reshape(len(known), len(nothing))


@lru_cache(maxsize=20_000)
def _meaning(lemma: str, language: str | None) -> Vector | None:
    found = _russian(lemma) if language == "ru" else _table(language).get(lemma)
    length = 0.0 if found is None else float(np.linalg.norm(found))
    return None if found is None or not length else np.asarray(found / length, np.float32)


def _russian(lemma: str) -> Vector | None:
    found: Vector | None = word_vectors().get(lemma)
    return found


@cache
def _table(language: str | None) -> Mapping[str, NDArray[np.int8]]:
    """The table of a language; empty where there is none."""
    path = files(__package__) / f"{language}.npz"
    if not path.is_file():
        return {}
    with path.open("rb") as opened, np.load(opened) as kept:
        return dict(zip(str(kept["words"]).split("\n"), kept["vectors"], strict=True))
