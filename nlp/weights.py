"""What each feature of `nlp.features` is worth. Written by `benchmarks.train_matcher`: do not edit.

Trained on XQuAD, Russian and English (Artetxe et al. 2020, CC BY-SA 4.0), and for Kazakh on KazQAD
(Yeshpanov et al. 2024, CC BY-SA 4.0), as written and with typos; shared under the same licence.
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
            "exact": 2.591,
            "alike": 2.996,
            "concise": 3.829,
            "plain": 1.467,
            "best": 0.664,
            "before": 4.814,
            "after": 4.160,
            "pieces": 2.532,
            "likeness": 3.023,
            "early": 0.410,
            "last": -0.170,
            "long": 2.523,
            "number": 2.756,
            "date": 1.890,
            "name": 2.213,
            "place": 0.072,
            "reason": -0.062,
            "counted": 0.368,
        },
        held={
            "held_words": -2.850,
            "held_rare": 0.931,
            "held_pieces": 0.909,
            "strange_names": -1.255,
            "brief": 5.011,
            "unfulfilled": -1.251,
            "strange_focus": -0.144,
            "strange_count": -0.060,
            "evidence": 3.408,
            "vast": -3.655,
            "plain": 0.960,
            "rare": 2.353,
            "bare_pieces": -0.010,
            "likeness": 2.230,
            "uncounted": -1.040,
            "lacked_rare": 1.198,
            "lacked_around": -3.017,
            "strange_words": -0.380,
            "unheard": 0.364,
            "nameless": -1.081,
        },
        bias=-1.948,
    ),
    "kk": Weights(
        fit={
            "exact": 2.005,
            "alike": 2.612,
            "concise": 0.303,
            "plain": 0.777,
            "best": 0.161,
            "before": 0.317,
            "after": 1.983,
            "pieces": 0.424,
            "likeness": 1.862,
            "early": 1.967,
            "last": -0.414,
            "long": 2.373,
            "number": 3.427,
            "date": 4.025,
            "name": 1.204,
            "place": 1.510,
            "reason": 0.000,
            "counted": 2.269,
        },
        held={
            "held_words": -2.097,
            "held_rare": 3.759,
            "held_pieces": 2.992,
            "strange_names": -0.590,
            "brief": 2.140,
            "unfulfilled": -1.643,
            "strange_focus": -0.252,
            "strange_count": 0.938,
            "evidence": 2.834,
            "vast": -2.393,
            "plain": 0.332,
            "rare": 1.787,
            "bare_pieces": -0.493,
            "likeness": -0.229,
            "uncounted": -0.653,
            "lacked_rare": 1.072,
            "lacked_around": -1.187,
            "strange_words": 0.634,
            "unheard": 1.312,
            "nameless": 0.248,
        },
        bias=-3.716,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.204,
    "en": 0.170,
    "kk": 0.245,
}
"""By language: the score that an answer must reach."""
