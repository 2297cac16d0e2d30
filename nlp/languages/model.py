"""What one language tells the engine. A language is data: adding one touches its file and one registry line."""

from __future__ import annotations

from dataclasses import dataclass


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Segmentation:
    """For `nlp.sentences`. Abbreviations: lower case, without spaces and without the last full stop («т.д»)."""

    before: frozenset[str] = frozenset()  # lean on what follows, never end a sentence: «ул. Абая», "Mr. Smith"
    units: frozenset[str] = frozenset()  # after a number; end a sentence before a capital: «2012 г.», «5 млн.»
    closing: frozenset[str] = frozenset()  # end a sentence before a capital: «и др.», "etc."
    companies: frozenset[str] = frozenset()  # end a sentence only before a starter: "Inc."
    starters: frozenset[str] = frozenset()  # words that open sentences and are no part of a name
    pairs: frozenset[tuple[str, str]] = frozenset()  # an abbreviation and the word that it leans on: «долл. США»


@dataclass(frozen=True, slots=True)
class Speech:
    """For `nlp.quotes` and `nlp.speakers`."""


@dataclass(frozen=True, slots=True)
class Asking:
    """For `nlp.questions` and `nlp.matching`.

    ``function_words`` never count as a match: what questions are made of, not what they are about.
    """

    function_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ISO 639-1 code, its commonest words that carry no topic, and the data of each concern."""

    code: str
    stop_words: frozenset[str]
    segmentation: Segmentation
    speech: Speech
    asking: Asking
