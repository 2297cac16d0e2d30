"""The digests, sent to each chat at its hour."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import NoReturn

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from handlers.digest import DAY, digest_of, due
from handlers.errors import unreached, without_message
from handlers.phrases import phrases
from handlers.telling import NO_PREVIEW
from storage.archive import Archive
from storage.records import ChatId, Preferences

log = logging.getLogger(__name__)

PAUSE = 60  # seconds between two looks at the clock
PATIENCE = 120  # seconds for one chat, so that the others do not wait for it


async def send_digests(bot: Bot, archive: Archive, allowed_users: frozenset[int]) -> NoReturn:
    """Send what is due, for ever: a task beside the answers."""
    while True:
        await send_due(bot, archive, allowed_users, datetime.now(UTC))
        await asyncio.sleep(PAUSE)


async def send_due(bot: Bot, archive: Archive, allowed_users: frozenset[int], now: datetime) -> None:
    """Send the digests whose time has come by ``now``, an aware time. What fails is tried again the next time.

    A person who is not among ``allowed_users`` any more gets none; where none are listed, everybody does.
    """
    try:
        for chat, preferences in await archive.with_digest():
            welcome = not allowed_users or chat in allowed_users or is_group(chat)
            if welcome and due(preferences, now):
                await _try(bot, archive, chat, preferences, now)
    except Exception as error:
        log.exception("no digest could be sent", exc_info=without_message(error))


def is_group(chat: ChatId) -> bool:
    """A private chat has the number of its person; Telegram gives groups numbers below zero."""
    return chat < 0


async def _try(bot: Bot, archive: Archive, chat: ChatId, preferences: Preferences, now: datetime) -> None:
    """One chat's failure is its own."""
    try:
        async with asyncio.timeout(PATIENCE):
            await _send(bot, archive, chat, preferences, now)
    except TelegramForbiddenError:
        log.info("chat %s has left; its digest is off", chat)
        await archive.prefer(chat, digest_hour=None, digested=None)
    except TelegramBadRequest as refusal:
        log.error("chat %s cannot be sent this digest", chat, exc_info=without_message(refusal))
        await archive.prefer(chat, digested=now)
    except Exception as error:
        trace = None if unreached(error) else without_message(error)
        log.error("the digest of chat %s is tried again in %s s", chat, PAUSE, exc_info=trace)


async def _send(bot: Bot, archive: Archive, chat: ChatId, preferences: Preferences, now: datetime) -> None:
    say = phrases(preferences.language or preferences.spoken)
    shown = await digest_of(chat, preferences.digested or now - DAY, now, archive, say)
    if shown:
        text, keys = shown
        await bot.send_message(chat, **text.as_kwargs(), reply_markup=keys, link_preview_options=NO_PREVIEW)
    await archive.prefer(chat, digested=now)
