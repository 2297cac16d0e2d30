"""The reader and the downloads that handlers are given, and why something may stay unread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, Protocol

from aiogram import Bot

from nlp import Reading
from nlp.progress import Progress, silent

LONG = 20_000  # characters; to read more takes a while
LARGEST = 20_000_000  # bytes of a file; Telegram gives no larger ones to bots

Download = Callable[[Bot, str], Awaitable[bytes]]
"""Gets the file of an id. Raises `UnavailableError` and `intake.failures.LargeError`."""


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


class UnavailableError(UnreadableError):
    """Telegram does not give a file that was sent."""

    phrase = "file-away"


class StoppedError(UnreadableError):
    """The person who had sent it has stopped the work."""

    phrase = "work-stopped"


class FatalTextError(UnreadableError):
    """Every process that read the text died."""

    phrase = "unreadable-fatal"
