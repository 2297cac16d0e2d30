"""Receiving: every update is in the inbox before Telegram is told, by the next offset, that it was received."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod
from aiogram.utils.backoff import Backoff, BackoffConfig
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery import RefusedTokenError
from storage.inbox import Inbox
from storage.records import ChatId, Received, UpdateNumber

log = logging.getLogger(__name__)

HELD = 30  # seconds that Telegram holds a request open when there is nothing new
PAUSES = BackoffConfig(min_delay=1, max_delay=30, factor=2, jitter=0.1)  # seconds after a failure

Update = dict[str, Any]


class GetRawUpdates(TelegramMethod[list[Update]]):
    """`getUpdates` that gives the updates as they are: one that cannot be understood must not hold up the others."""

    __returning__ = list[Update]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = HELD
    allowed_updates: list[str]


async def poll(
    bot: Bot, inbox: Inbox, kinds: Sequence[str], notify: Callable[[Received], None], held: int = HELD
) -> None:
    """Receive updates of these ``kinds`` for ever, and ``notify`` of each new one when it is stored.

    Whatever fails, Telegram or the database, is tried again: Telegram keeps what it was not told to forget. Raises
    `RefusedTokenError` where it does not know the token any more.
    """
    request = GetRawUpdates(allowed_updates=list(kinds), timeout=held)
    backoff = Backoff(PAUSES)
    while True:
        try:
            updates = await bot(request, request_timeout=held + 10)
            now = datetime.now(UTC)
            new = await inbox.put([received(one, now) for one in updates])
        except TelegramUnauthorizedError:
            raise RefusedTokenError from None
        except (AiogramError, SQLAlchemyError) as failure:
            log.warning("updates cannot be received (%s); the next attempt is soon", _cause(failure))
            await backoff.asleep()
            continue
        backoff.reset()
        for one in new:
            notify(one)
        if updates:
            request = request.model_copy(update={"offset": updates[-1]["update_id"] + 1})


def _cause(failure: Exception) -> str:
    """What an operator should know: of a conflict, that two programs have one token."""
    known = isinstance(failure, TelegramConflictError)
    return "another program receives this bot's updates" if known else type(failure).__name__


def received(update: Update, at: datetime) -> Received:
    return Received(UpdateNumber(update["update_id"]), lane(update), json.dumps(update, ensure_ascii=False), at)


def lane(update: Update) -> ChatId:
    """The chat of an update, else the person; 0 where it has neither. Total: the update may be of any shape."""
    event: dict[str, Any] = next((one for one in update.values() if isinstance(one, dict)), {})
    message = event.get("message", event)
    for place in (message, event):
        for owner in ("chat", "from"):
            if (
                isinstance(place, dict)
                and isinstance(place.get(owner), dict)
                and isinstance(place[owner].get("id"), int)
            ):
                return ChatId(place[owner]["id"])
    return ChatId(0)
