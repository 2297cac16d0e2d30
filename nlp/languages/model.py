"""What one language tells the engine. A language is data: adding one touches its file and one registry line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segmentation:
    """For `nlp.sentences`."""


@dataclass(frozen=True, slots=True)
class Speech:
    """For `nlp.quotes` and `nlp.speakers`."""


@dataclass(frozen=True, slots=True)
class Asking:
    """For `nlp.questions` and `nlp.matching`."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ISO 639-1 code, its commonest words that carry no topic, and the data of each concern."""

    code: str
    stop_words: frozenset[str]
    segmentation: Segmentation
    speech: Speech
    asking: Asking
