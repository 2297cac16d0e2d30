"""What each feature of `nlp.features` is worth. Written by `benchmarks.train_matcher`: do not edit.

Trained on XQuAD, Russian and English (Artetxe et al. 2020, CC BY-SA 4.0), and for Kazakh on KazQAD
(Yeshpanov et al. 2024, CC BY-SA 4.0), each question as written and with typos; these weights are shared alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """``fit`` and ``held`` by the name of the feature."""

    fit: Mapping[str, float]
    held: Mapping[str, float]
    bias: float


WEIGHTS: Mapping[str, Weights] = {
    "": Weights(
        fit={
            "exact": 3.005,
            "alike": 3.853,
            "concise": 4.283,
            "plain": 0.391,
            "best": 0.555,
            "before": 4.751,
            "after": 2.917,
            "pieces": 1.086,
            "likeness": 4.113,
            "early": 0.338,
            "last": -0.101,
            "long": 3.292,
            "number": 2.416,
            "date": 1.698,
            "name": 2.159,
            "place": -0.122,
            "reason": -0.037,
        },
        held={
            "held_words": -3.064,
            "held_rare": 1.226,
            "held_pieces": 3.933,
            "strange_names": -1.374,
            "brief": 12.507,
            "unfulfilled": -0.789,
            "strange_focus": -0.281,
            "strange_count": -0.847,
            "evidence": 6.459,
            "vast": -3.911,
            "plain": 0.705,
            "rare": 4.662,
            "bare_pieces": -0.786,
            "likeness": 2.668,
        },
        bias=-5.956,
    ),
    "kk": Weights(
        fit={
            "exact": 1.811,
            "alike": 2.572,
            "concise": 1.175,
            "plain": 0.160,
            "best": 0.126,
            "before": 0.479,
            "after": 1.634,
            "pieces": 1.110,
            "likeness": 1.653,
            "early": 1.776,
            "last": -0.647,
            "long": 2.417,
            "number": 4.313,
            "date": 3.549,
            "name": 1.095,
            "place": 1.240,
            "reason": 0.000,
        },
        held={
            "held_words": -4.421,
            "held_rare": 2.246,
            "held_pieces": 4.405,
            "strange_names": -0.616,
            "brief": 9.972,
            "unfulfilled": -1.070,
            "strange_focus": -0.361,
            "strange_count": -0.423,
            "evidence": 5.387,
            "vast": -3.659,
            "plain": 1.800,
            "rare": 0.276,
            "bare_pieces": 0.104,
            "likeness": 2.737,
        },
        bias=-3.551,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.378,
    "en": 0.341,
    "kk": 0.280,
}
"""By language: the score that an answer must reach."""
