"""The reader that handlers are given, and why a text may stay unread."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar, Protocol

from nlp import Reading
from nlp.progress import Progress, silent

LONG = 20_000  # characters; to read more takes a while


class Reader(Protocol):
    """Reads a text with its given title, beside the event loop. Raises `UnreadableError`.

    ``progress`` may be called in another thread, and begins again where reading does.
    """

    def __call__(self, text: str, title: str | None, progress: Progress = silent) -> Awaitable[Reading]: ...


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
