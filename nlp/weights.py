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
            "exact": 2.033,
            "alike": 3.575,
            "concise": 3.566,
            "plain": 0.682,
            "best": 0.687,
            "before": 3.767,
            "after": 2.782,
            "pieces": 1.659,
            "likeness": 3.367,
            "early": 0.324,
            "last": -0.197,
            "long": 2.963,
            "number": 2.612,
            "date": 1.800,
            "name": 2.178,
            "place": -0.088,
            "reason": -0.014,
        },
        held={
            "held_words": -2.652,
            "held_rare": 1.021,
            "held_pieces": 4.295,
            "strange_names": -1.280,
            "brief": 10.907,
            "unfulfilled": -0.923,
            "strange_focus": -0.314,
            "strange_count": -0.670,
            "evidence": 6.298,
            "vast": -3.678,
            "plain": 1.200,
            "rare": 4.771,
            "bare_pieces": -1.231,
            "likeness": 2.337,
        },
        bias=-5.954,
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
        },
        bias=-2.196,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.364,
    "en": 0.327,
    "kk": 0.260,
}
"""By language: the score that an answer must reach."""
