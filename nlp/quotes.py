"""Who said what: the statements of a text."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.model import Quote, Sentence


def find_quotes(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[Quote, ...]:
    """The statements of a text in document order."""
    return ()
