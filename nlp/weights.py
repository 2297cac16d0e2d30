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
            "exact": 1.628,
            "alike": 3.165,
            "concise": 3.715,
            "plain": 0.800,
            "best": 0.700,
            "before": 3.777,
            "after": 2.851,
            "pieces": 1.910,
            "likeness": 3.370,
            "early": 0.314,
            "last": -0.190,
            "long": 3.022,
            "number": 2.599,
            "date": 1.802,
            "name": 2.161,
            "place": -0.089,
            "reason": 0.001,
        },
        held={
            "held_words": -2.821,
            "held_rare": 1.161,
            "held_pieces": 4.346,
            "strange_names": -1.292,
            "brief": 11.098,
            "unfulfilled": -0.882,
            "strange_focus": -0.360,
            "strange_count": -0.637,
            "evidence": 6.322,
            "vast": -3.675,
            "plain": 0.855,
            "rare": 4.852,
            "bare_pieces": -1.023,
            "likeness": 2.401,
        },
        bias=-5.928,
    ),
    "kk": Weights(
        fit={
            "exact": 2.121,
            "alike": 3.188,
            "concise": 0.796,
            "plain": 0.076,
            "best": 0.225,
            "before": 0.472,
            "after": 2.065,
            "pieces": 0.555,
            "likeness": 1.546,
            "early": 2.025,
            "last": -0.353,
            "long": 2.603,
            "number": 4.967,
            "date": 4.062,
            "name": 1.104,
            "place": 1.189,
            "reason": 0.000,
        },
        held={
            "held_words": -3.495,
            "held_rare": 3.226,
            "held_pieces": 4.276,
            "strange_names": -0.762,
            "brief": 2.279,
            "unfulfilled": -1.607,
            "strange_focus": -0.168,
            "strange_count": -0.677,
            "evidence": 4.084,
            "vast": -3.347,
            "plain": 1.920,
            "rare": 0.997,
            "bare_pieces": 0.006,
            "likeness": 1.728,
        },
        bias=-2.258,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.373,
    "en": 0.309,
    "kk": 0.265,
}
"""By language: the score that an answer must reach."""
