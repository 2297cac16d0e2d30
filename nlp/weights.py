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
            "exact": 3.103,
            "alike": 3.407,
            "concise": 3.588,
            "plain": 1.146,
            "best": 0.663,
            "before": 4.721,
            "after": 4.068,
            "pieces": 2.466,
            "likeness": 2.975,
            "early": 0.427,
            "last": -0.179,
            "long": 2.469,
            "number": 2.372,
            "date": 1.538,
            "name": 2.177,
            "place": 0.075,
            "reason": 0.097,
            "counted": 0.057,
        },
        held={
            "held_words": -3.034,
            "held_rare": 1.085,
            "held_pieces": 0.844,
            "strange_names": -1.164,
            "brief": 5.317,
            "unfulfilled": -1.156,
            "strange_focus": 0.106,
            "strange_count": -0.092,
            "evidence": 3.500,
            "vast": -3.699,
            "plain": 0.717,
            "rare": 2.453,
            "bare_pieces": -0.018,
            "likeness": 2.398,
            "uncounted": -0.858,
            "lacked_rare": 1.187,
            "lacked_around": -2.935,
            "strange_words": -0.716,
            "unheard": 0.392,
            "nameless": -0.918,
        },
        bias=-1.940,
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
            "held_words": -2.416,
            "held_rare": 2.539,
            "held_pieces": 2.987,
            "strange_names": -0.603,
            "brief": 1.811,
            "unfulfilled": -1.680,
            "strange_focus": -0.206,
            "strange_count": 0.206,
            "evidence": 3.820,
            "vast": -2.477,
            "plain": 1.281,
            "rare": 1.399,
            "bare_pieces": -0.666,
            "likeness": 0.067,
            "uncounted": 0.000,
            "lacked_rare": 0.000,
            "lacked_around": 0.000,
            "strange_words": 0.000,
            "unheard": 0.000,
            "nameless": 0.000,
        },
        bias=-1.784,
    ),
}
"""By language; the unnamed ones serve every other language."""

THRESHOLDS: Mapping[str, float] = {
    "ru": 0.217,
    "en": 0.196,
    "kk": 0.254,
}
"""By language: the score that an answer must reach."""
