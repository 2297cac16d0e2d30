"""The reader that handlers are given, and why a text may stay unread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from nlp import Reading

Reader = Callable[[str, str | None], Awaitable[Reading]]
"""Reads a text with its given title, beside the event loop. Raises `UnreadableError`."""


class UnreadableError(Exception):
    """A text was not read; ``phrase`` names what the person is told."""

    phrase: ClassVar[str]


class TooLongError(UnreadableError):
    """The text has more characters than are read at once."""

    phrase = "unreadable-long"


class TooSlowError(UnreadableError):
    """Reading took more time than a text may take."""

    phrase = "unreadable-slow"


class FatalTextError(UnreadableError):
    """Every process that read the text died."""

    phrase = "unreadable-fatal"
