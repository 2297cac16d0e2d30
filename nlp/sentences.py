"""From a text to its sentences."""

from __future__ import annotations

from razdel import sentenize

from nlp.model import Sentence


def split(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, ascending; text between two of them is white space."""
    return tuple(Sentence(s.start, s.stop, text[s.start : s.stop]) for s in sentenize(text) if s.stop > s.start)
