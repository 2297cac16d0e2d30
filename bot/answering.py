"""From a stored update to its answer: the dispatcher, and what no dispatcher can answer."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from time import monotonic
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import TelegramObject, Update
from pydantic import ValidationError
from structlog.contextvars import bind_contextvars

from bot.lanes import Handle
from handlers.errors import unreached
from storage.records import Taken

log = logging.getLogger(__name__)

LIVES = 5  # processes that one update may end before it is told that it cannot be handled


class FatalUpdateError(Exception):
    """The process ended each time while it handled this update."""


def answering(dispatcher: Dispatcher, bot: Bot) -> Handle:
    """What answers updates of the inbox. It raises where Telegram was not reached, and nothing else.

    Of several that belong together the dispatcher gets the first, with the messages of all as ``bundle``.
    """

    async def answer(taken: Sequence[Taken]) -> None:
        began = monotonic()
        updates = [update for one in taken if (update := _understood(one, bot))]
        if not updates:
            return
        try:
            lives = max(one.lives for one in taken)
            await dispatcher.feed_update(bot, updates[0], lives=lives, **_together(updates))
            log.info("handled in %.0f ms", 1000 * (monotonic() - began))
        except Exception as error:
            if unreached(error):
                raise
            log.error("update %s: no apology was possible (%s)", updates[0].update_id, type(error).__name__)

    return answer


def _understood(taken: Taken, bot: Bot) -> Update | None:
    """An update, if need be without what is newer than aiogram: then its person can be told so."""
    body = json.loads(taken.body)
    try:
        return Update.model_validate(body, context={"bot": bot})
    except ValidationError as error:
        log.error("update %s is of no known shape: %s", body["update_id"], _wrong(error))
        kept = _without({one["loc"][:2] for one in error.errors(include_input=False)}, body)
    try:
        return Update.model_validate(kept, context={"bot": bot})
    except ValidationError:
        return None


def _without(fields: Collection[tuple[int | str, ...]], body: dict[str, Any]) -> dict[str, Any]:
    """An update without these fields of its message."""
    return {
        kind: {name: one for name, one in inner.items() if (kind, name) not in fields}
        if isinstance(inner, dict)
        else inner
        for kind, inner in body.items()
    }


def _together(updates: Sequence[Update]) -> dict[str, Any]:
    """What the dispatcher is told of several updates: their messages, and their numbers for the log."""
    if len(updates) == 1:
        return {}
    return {
        "bundle": tuple(one.message for one in updates if one.message),
        "numbers": [one.update_id for one in updates],
    }


async def number_records(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """Give what is logged from now on the update's number, or those of a bundle; an outer middleware of updates.

    The number stays until the next update, for errors are told when the middlewares are already left.
    """
    alone = event.update_id if isinstance(event, Update) else None
    bind_contextvars(update=data.get("numbers", alone))
    return await handler(event, data)


async def refuse_fatal(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """An update that ended several processes is not handled again; an outer middleware of updates."""
    if data.get("lives", 1) > LIVES:
        raise FatalUpdateError
    return await handler(event, data)


def _wrong(error: ValidationError) -> str:
    """Where the update is wrong, without what stands there."""
    return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in error.errors(include_input=False))
