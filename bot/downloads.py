"""Files that people send, as Telegram gives them to a bot."""

from __future__ import annotations

import asyncio
import logging
from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import File
from aiohttp import ClientError

from handlers.reader import LARGEST, UnavailableError
from intake.failures import LargeError

log = logging.getLogger(__name__)

PAUSES = (1, 3)  # seconds between two attempts
SECONDS = 120  # for one


async def download(bot: Bot, file_id: str) -> bytes:
    """What a file holds. Raises `LargeError` or `UnavailableError`, and what aiogram raises where Telegram is away."""
    try:
        file = await bot.get_file(file_id)
    except TelegramBadRequest as refusal:
        raise (LargeError if "too big" in refusal.message else UnavailableError) from None
    if (file.file_size or 0) > LARGEST:
        raise LargeError
    for pause in PAUSES:
        try:
            return await _content(bot, file)
        except (ClientError, TimeoutError) as failure:  # its own words would hold the token
            log.warning("a file is asked for again in %s s (%s)", pause, type(failure).__name__)
        await asyncio.sleep(pause)
    try:
        return await _content(bot, file)
    except (ClientError, TimeoutError):
        raise UnavailableError from None


async def _content(bot: Bot, file: File) -> bytes:
    if file.file_path is None:
        raise UnavailableError
    content = BytesIO()
    await bot.download_file(file.file_path, content, timeout=SECONDS)
    return content.getvalue()
