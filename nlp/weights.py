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
            "exact": 1.624,
            "alike": 3.161,
            "concise": 3.717,
            "plain": 0.802,
            "best": 0.700,
            "before": 3.778,
            "after": 2.853,
            "pieces": 1.912,
            "likeness": 3.369,
            "early": 0.314,
            "last": -0.190,
            "long": 3.021,
            "number": 2.597,
            "date": 1.802,
            "name": 2.160,
            "place": -0.088,
            "reason": 0.001,
        },
        held={
            "held_words": 5.774,
            "held_pieces": 2.537,
            "strange_names": -1.618,
            "brief": -7.977,
            "unfulfilled": -0.942,
            "strange_focus": -0.517,
            "strange_count": -0.648,
            "plain": 6.195,
            "bare_pieces": 1.324,
            "likeness": 0.982,
        },
        bias=-3.337,
    ),
    "kk": Weights(
        fit={
            "exact": 2.175,
            "alike": 3.271,
            "concise": 0.702,
            "plain": 0.063,
            "best": 0.226,
            "before": 0.482,
            "after": 2.080,
            "pieces": 0.567,
            "likeness": 1.621,
            "early": 2.031,
            "last": -0.353,
            "long": 2.637,
            "number": 4.810,
            "date": 4.065,
            "name": 1.104,
            "place": 1.187,
            "reason": 0.000,
        },
        held={
            "held_words": 4.429,
            "held_pieces": 4.152,
            "strange_names": -0.944,
            "brief": -7.224,
            "unfulfilled": -1.128,
            "strange_focus": -0.107,
            "strange_count": -0.876,
            "plain": 2.615,
            "bare_pieces": 3.060,
            "likeness": 1.223,
        },
        bias=-2.039,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.334,
    "en": 0.657,
    "kk": 0.296,
}
"""By language: the score that an answer must reach."""
