"""Long work that a person can stop: with its button, or with a word."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from handlers.buttons import OnWork
from handlers.phrases import LOCALES, phrases
from nlp.words import fold

NAMED = re.compile(r"\s*(?:/|@\w+\s)?\s*(.{1,30}?)(?:@\w+)?[\s.!…]*", re.DOTALL)


def is_cancel(body: dict[str, Any]) -> bool:
    """Whether an update, as Telegram sends it, stops work: it must not wait until that is done."""
    pressed, message = body.get("callback_query"), body.get("message")
    if isinstance(pressed, dict):
        return str(pressed.get("data")).startswith(f"{OnWork.__prefix__}:")
    return isinstance(message, dict) and "forward_origin" not in message and says_cancel(message.get("text"))


def says_cancel(text: object) -> bool:
    """Whether a text is nothing but the word that stops work, in any language of the bot."""
    said = NAMED.fullmatch(text) if isinstance(text, str) else None
    return said is not None and fold(said[1]) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(word.strip()) for locale in LOCALES for word in phrases(locale)("words-cancel").split(","))
