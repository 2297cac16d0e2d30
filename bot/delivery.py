"""Sending within Telegram's limits."""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

log = logging.getLogger(__name__)

TRIES = 5


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
