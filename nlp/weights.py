"""What each feature of `nlp.features` is worth. Written by `benchmarks.train_matcher`: do not edit.

Trained on XQuAD, Russian and English (Artetxe et al. 2020, CC BY-SA 4.0), and for Kazakh on KazQAD
(Yeshpanov et al. 2024, CC BY-SA 4.0), as written and with typos; when to refuse also on questions about
the news of factRuEval-2016 (MIT). Shared under CC BY-SA 4.0.
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
            "exact": 2.188,
            "alike": 3.242,
            "concise": 0.719,
            "plain": 0.064,
            "best": 0.233,
            "before": 0.469,
            "after": 2.056,
            "pieces": 0.535,
            "likeness": 1.564,
            "early": 2.029,
            "last": -0.352,
            "long": 2.583,
            "number": 4.969,
            "date": 4.061,
            "name": 1.105,
            "place": 1.189,
            "reason": 0.000,
            "counted": 0.000,
        },
        held={
            "held_words": -3.512,
            "held_rare": 3.180,
            "held_pieces": 4.236,
            "strange_names": -0.796,
            "brief": 2.039,
            "unfulfilled": -1.596,
            "strange_focus": -0.182,
            "strange_count": -0.686,
            "evidence": 4.070,
            "vast": -3.260,
            "plain": 1.887,
            "rare": 1.051,
            "bare_pieces": -0.016,
            "likeness": 1.544,
            "uncounted": 0.000,
            "lacked_rare": 0.000,
            "lacked_around": 0.000,
            "strange_words": 0.000,
            "unheard": 0.000,
            "nameless": 0.000,
        },
        bias=-2.196,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.204,
    "en": 0.170,
    "kk": 0.260,
}
"""By language: the score that an answer must reach."""
