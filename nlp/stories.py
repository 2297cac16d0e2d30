"""Whether two texts tell of one event."""

from __future__ import annotations

from nlp.model import Reading


def same_story(a: Reading, b: Reading) -> float:
    """0..1, how surely two readings tell of the same event; 0.5 is the line."""
    return float(a.text == b.text)
