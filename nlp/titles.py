"""What to call a text that came without a title."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.model import Sentence


def headline(text: str, sentences: Sequence[Sentence]) -> str:
    """The text's own headline, else the beginning of its first sentence; "" for a text without words."""
    return sentences[0].text[:80] if sentences else ""
