"""Reaching Telegram, and sending within its limits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from itertools import chain, repeat
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import (
    AiogramError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import AnswerCallbackQuery, Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType

from handlers.errors import unreached

log = logging.getLogger(__name__)

PAUSES = (1, 2, 5, 10, 30, 60)  # seconds between attempts at what has to succeed in the end; the last is repeated
REFUSALS = 5  # how often a message is sent again because there were too many
ATTEMPTS = (0.5, 1, 2, 4)  # seconds before a message is sent again because Telegram was not reached
COURTESY = 3  # seconds that "typing…" may take
DONE = cast(Response[Any], True)  # what Telegram answers to a method that has no result


class RefusedTokenError(Exception):
    """BOT_TOKEN cannot be used: Telegram does not know it. Ask @BotFather for the bot's token, /token."""

    def __str__(self) -> str:
        return type(self).__doc__ or ""


def pauses() -> Iterator[float]:
    """`PAUSES`, without an end."""
    return chain(PAUSES, repeat(PAUSES[-1]))


async def reach(bot: Bot) -> None:
    """Wait until Telegram answers, however long it takes, and agree that updates are asked for.

    A token that once had a webhook would get none. Raises `RefusedTokenError` where Telegram refuses the token.
    """
    for pause in pauses():
        try:
            await bot.me()
            await bot.delete_webhook()
            return
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise RefusedTokenError from None
        except AiogramError as failure:
            log.warning("Telegram cannot be reached (%s); the next attempt is in %s s", type(failure).__name__, pause)
            await asyncio.sleep(pause)


async def obey_limits(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """Wait as long as Telegram says and send again; a session middleware. After `REFUSALS` the refusal is raised."""
    for _ in range(REFUSALS):
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as refusal:
            log.warning("%s is sent again in %s s", type(method).__name__, refusal.retry_after)
            await asyncio.sleep(refusal.retry_after)
    return await make_request(bot, method)


async def bridge_gaps(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """Send again where Telegram was away for a moment; a session middleware.

    A connection that breaks does not tell whether the message arrived: a person may see it twice, but not never.
    """
    if method.__api_method__.startswith("get"):  # whoever asks for something has a patience of their own
        return await make_request(bot, method)
    for pause in ATTEMPTS:
        try:
            return await make_request(bot, method)
        except AiogramError as failure:
            if not unreached(failure):
                raise
            log.warning("%s is sent again in %s s (%s)", type(method).__name__, pause, type(failure).__name__)
            await asyncio.sleep(pause)
    return await make_request(bot, method)


async def forgive_courtesies(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """No answer fails, or waits, because "typing…" cannot be shown or a button was pressed long ago."""
    try:
        async with asyncio.timeout(COURTESY if isinstance(method, SendChatAction) else None):
            return await make_request(bot, method)
    except (AiogramError, TimeoutError) as failure:
        if isinstance(method, SendChatAction) or _too_old(method, failure):
            return DONE
        raise


def _too_old(method: TelegramMethod[Any], failure: Exception) -> bool:
    return isinstance(method, AnswerCallbackQuery) and "query is too old" in str(failure)
