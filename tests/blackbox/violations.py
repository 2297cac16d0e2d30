"""What the oracle says: which rule of Telegram's a call breaks, and where."""

from __future__ import annotations

from typing import NamedTuple


class Violation(NamedTuple):
    """``rule`` is one of a few fixed names, ``where`` is method and field, ``detail`` the value that breaks it."""

    rule: str
    where: str
    detail: str = ""


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
