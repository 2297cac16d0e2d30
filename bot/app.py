"""Everything put together: the one place that knows all the rooms."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.answering import answering, number_records, refuse_fatal
from bot.delivery import bridge_gaps, forgive_courtesies, obey_limits, reach
from bot.digests import send_digests
from bot.downloads import download
from bot.introduction import introduce
from bot.lanes import open_lanes
from bot.personal import speak_personally
from bot.polling import poll
from bot.readers import Readers, open_readers
from bot.settings import Settings
from handlers import build_router
from handlers.reader import Reader
from handlers.works import Works, is_cancel
from intake.door import Door
from intake.reading import read_in_thread
from storage.archive import Archive, open_archive
from storage.database import open_database
from storage.inbox import Inbox

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[tuple[Dispatcher, Archive]]:
    """The dispatcher with all that its handlers ask for, and the archive behind it; closed at the end."""
    async with open_archive(settings.database_url, read_in_thread) as archive:
        yield build_dispatcher(archive, settings.allowed_users, door=Door(settings.fetch_links)), archive


def build_dispatcher(
    archive: Archive, allowed_users: frozenset[int], reader: Reader = read_in_thread, door: Door | None = None
) -> Dispatcher:
    dispatcher = Dispatcher(
        archive=archive,
        reader=reader,
        door=door or Door(),
        download=download,
        works=Works(),
        allowed_users=allowed_users,
        bundle=(),
    )
    dispatcher.update.outer_middleware(number_records)
    dispatcher.update.outer_middleware(speak_personally)
    dispatcher.update.outer_middleware(refuse_fatal)
    dispatcher.include_router(build_router())
    return dispatcher


async def serve(settings: Settings) -> None:
    """Serve Telegram by long polling until the process is told to stop. ``settings.bot_token`` must be set."""
    async with (
        open_bot(settings) as bot,
        open_database(settings.database_url) as database,
        open_readers(settings.reading_processes) as reader,
    ):
        gc.freeze()  # what was built at the start stays: to look through it again and again holds up answers
        inbox = Inbox(database, bot.id)
        archive = Archive(database, reader)
        dispatcher = build_dispatcher(archive, settings.allowed_users, reader, Door(settings.fetch_links))
        await reach(bot)
        log.info("@%s answers now; Ctrl-C stops it", (await bot.me()).username)
        async with open_lanes(inbox, answering(dispatcher, bot), is_cancel, settings.bundle_seconds) as lanes:
            polling = poll(bot, inbox, dispatcher.resolve_used_update_types(), lanes.add)
            await first_of(polling, speak_unasked(bot, archive, reader, settings.allowed_users), told_to_stop())


async def speak_unasked(bot: Bot, archive: Archive, reader: Readers, allowed_users: frozenset[int]) -> None:
    """What the bot does beside answering."""
    await reader.warm_up()
    await introduce(bot)
    await send_digests(bot, archive, allowed_users)


def open_bot(settings: Settings) -> Bot:
    if settings.bot_token is None:
        raise ValueError("there is no token")
    session = AiohttpSession(api=TelegramAPIServer.from_base(str(settings.telegram_api_url).rstrip("/")))
    for middleware in (forgive_courtesies, bridge_gaps, obey_limits):
        session.middleware(middleware)
    return Bot(settings.bot_token.get_secret_value(), session=session)


async def first_of(*coroutines: Coroutine[Any, Any, None]) -> None:
    """Run side by side until one ends or fails; then the others are cancelled."""
    tasks = [asyncio.create_task(one) for one in coroutines]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def told_to_stop() -> None:
    """Until the process gets SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
