"""What a person wants: an article kept, a question answered, or just to say thank you."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from nlp.language import detect
from nlp.model import Exchange, Question

Intent = Literal["article", "question", "unclear", "thanks", "greeting"]


def intent(text: str) -> Intent:
    """What somebody who typed or pasted this text wants of the bot."""
    return "article" if len(text) >= 300 else "question"


def understand(text: str, previous: Exchange | None = None, now: datetime | None = None) -> Question:
    """What is asked. ``previous`` is the exchange before, for follow-ups; ``now`` resolves «вчера»."""
    return Question(text, detect(text), "fact", text, previous=previous)
