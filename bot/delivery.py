"""Reaching Telegram, and sending within its limits."""

from __future__ import annotations

import asyncio
import logging
from itertools import chain, repeat

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import TelegramNetworkError, TelegramNotFound, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

log = logging.getLogger(__name__)

TRIES = 5
PAUSES = (1, 2, 5, 10, 30, 60)  # seconds between attempts to reach Telegram; the last is repeated


class RefusedTokenError(Exception):
    """BOT_TOKEN cannot be used: Telegram does not know it. Ask @BotFather for the bot's token, /token."""

    def __str__(self) -> str:
        return type(self).__doc__ or ""


async def reach(bot: Bot) -> None:
    """Wait until Telegram answers, however long it takes. Raises `RefusedTokenError` where it refuses the token."""
    for pause in chain(PAUSES, repeat(PAUSES[-1])):
        try:
            await bot.me()
            return
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise RefusedTokenError from None
        except TelegramNetworkError:
            log.warning("Telegram cannot be reached; the next attempt is in %s s", pause)
            await asyncio.sleep(pause)


async def obey_limits(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """Wait as long as Telegram says and send again; a session middleware. After `TRIES` the refusal is raised."""
    for _ in range(TRIES - 1):
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as refusal:
            log.warning("%s is sent again in %s s", type(method).__name__, refusal.retry_after)
            await asyncio.sleep(refusal.retry_after)
    return await make_request(bot, method)
