"""Everything put together: the one place that knows all the rooms."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BotCommand, TelegramObject

import nlp
from bot.delivery import obey_limits, reach
from bot.settings import Settings
from handlers import build_router
from handlers.meaning import COMMANDS
from handlers.phrases import LOCALES, phrases
from nlp import Reading
from storage.archive import Archive, open_archive


async def read(text: str, title: str | None) -> Reading:
    """`nlp.read` beside the event loop."""
    return await asyncio.to_thread(nlp.read, text, title)


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[tuple[Dispatcher, Archive]]:
    """The dispatcher with all that its handlers ask for, and the archive behind it; closed at the end."""
    async with open_archive(settings.database_url, read) as archive:
        yield build_dispatcher(archive, settings.allowed_users), archive


def build_dispatcher(archive: Archive, allowed_users: frozenset[int]) -> Dispatcher:
    dispatcher = Dispatcher(archive=archive, reader=read, allowed_users=allowed_users)
    dispatcher.update.outer_middleware(speak_their_language)
    dispatcher.include_router(build_router())
    return dispatcher


async def speak_their_language(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """Give the handlers ``say``: the phrases in the language of the person's Telegram."""
    user = data.get("event_from_user")
    data["say"] = phrases(user.language_code if user else None)
    return await handler(event, data)


async def serve(settings: Settings) -> None:
    """Serve Telegram by long polling until the process is told to stop. ``settings.bot_token`` must be set."""
    if settings.bot_token is None:
        raise ValueError("serve() needs a token")
    api = TelegramAPIServer.from_base(str(settings.telegram_api_url).rstrip("/"))
    session = AiohttpSession(api=api)
    session.middleware(obey_limits)
    async with (
        open_app(settings) as (dispatcher, _),
        Bot(settings.bot_token.get_secret_value(), session=session) as bot,
    ):
        await reach(bot)
        await introduce(bot)
        # One update at a time: an update is confirmed to Telegram only when its answer was sent, and in order.
        await dispatcher.start_polling(
            bot, handle_as_tasks=False, allowed_updates=dispatcher.resolve_used_update_types()
        )


async def introduce(bot: Bot) -> None:
    """Give Telegram the menu of commands in each language."""
    for locale in LOCALES:
        menu = [BotCommand(command=name, description=phrases(locale)(f"command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(menu, language_code=None if locale == "ru" else locale)
