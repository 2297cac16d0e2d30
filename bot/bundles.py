"""Bundles: which updates of a chat belong together.

What a person does once may arrive as several messages: the parts of a text that was too long for one, the pictures of
an album, forwards and the words that came with them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, pairwise, takewhile
from typing import Any

from handlers.meaning import COMMAND
from storage.records import Received, UpdateNumber

MOST = 100  # updates in a bundle; Telegram gives no more at once
ATTEMPTS = 3  # processes that a bundle may end; then each of its updates is handled by itself, for one is to blame
SHORT = 1000  # characters; a longer reply may be the first part of a text
ROUNDING = 1  # Telegram tells in whole seconds when a message was sent


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update in its lane; ``sent`` is the Unix time of its message, None where it belongs to no other."""

    number: UpdateNumber
    at: datetime
    sent: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """The ``seconds`` for which a chat is quiet when nothing more belongs together; 0 keeps every update apart.

    ``opened`` is when this process began to receive: whether an update from before and one from after it were sent
    together, Telegram's own times alone can tell.
    """

    seconds: float
    opened: datetime

    def head(self, lane: Sequence[Waiting]) -> Sequence[Waiting]:
        """The updates at the beginning of a lane that belong together: at least one, at most `MOST`."""
        joined = takewhile(lambda pair: self._belong(*pair), islice(pairwise(lane), MOST - 1))
        return lane[: 1 + sum(1 for _ in joined)]

    def left(self, lane: Sequence[Waiting], now: datetime) -> float:
        """Seconds until nothing more can belong to the head of a lane; 0 or less where that is certain."""
        last, length = lane[-1], len(self.head(lane))
        if last.sent is None or length < len(lane) or length == MOST:
            return 0
        quiet = abs(now - max(last.at, self.opened))  # a clock that was put back must not hold anybody up
        return self.seconds - quiet.total_seconds()

    def _belong(self, earlier: Waiting, later: Waiting) -> bool:
        if earlier.sent is None or later.sent is None:
            return False
        received = 0 if earlier.at < self.opened <= later.at else abs(later.at - earlier.at).total_seconds()
        return received < self.seconds and abs(later.sent - earlier.sent) <= self.seconds + ROUNDING


def waiting(update: Received) -> Waiting:
    body = json.loads(update.body)
    alone = update.lives >= ATTEMPTS or not joins(body)
    return Waiting(update.number, update.at, None if alone else body["message"]["date"])


def joins(update: dict[str, Any]) -> bool:
    """Whether an update, as Telegram sends it, may belong to others: a new message of a person in a private chat.

    A command stands for itself, and so does a short reply, which is about the message that it replies to. Total.
    """
    message = _inside(update, "message")
    private = _inside(message, "chat").get("type") == "private" and _inside(message, "from").get("is_bot") is False
    return private and isinstance(message.get("date"), int) and not (_is_command(message) or _is_reply(message))


def _is_command(message: dict[str, Any]) -> bool:
    words = message.get("text") or message.get("caption")
    return isinstance(words, str) and "forward_origin" not in message and COMMAND.match(words) is not None


def _is_reply(message: dict[str, Any]) -> bool:
    words = message.get("text")
    return "reply_to_message" in message and isinstance(words, str) and len(words) < SHORT


def _inside(whole: dict[str, Any], name: str) -> dict[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, dict) else {}
