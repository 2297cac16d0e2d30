"""What an address or a file held, and why it may stay closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a page or file, with what is known of it.

    ``site`` is the name of the outlet or, where none is told, the host; ``url`` the address at which it was found in
    the end; ``published`` an aware UTC time. A file has neither site nor url.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published: datetime | None = None
    site: str | None = None
    url: str | None = None


class IntakeError(Exception):
    """No text came of it; ``phrase`` names what the person is told, ``details`` are the values in that phrase."""

    phrase: ClassVar[str]

    def __init__(self, **details: str) -> None:
        super().__init__(self.phrase)
        self.details = details
