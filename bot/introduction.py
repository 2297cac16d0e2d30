"""How the bot introduces itself to Telegram in each language: its menu, descriptions and name."""

from __future__ import annotations

import asyncio
import logging
from itertools import product

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from handlers.meaning import COMMANDS
from handlers.phrases import LOCALES, Phrases, phrases

log = logging.getLogger(__name__)

PATIENCE = 10  # seconds for one of the four; Telegram may want hours before a name is changed once more


async def introduce(bot: Bot) -> None:
    """Tell Telegram what differs from what it knows. A refusal is logged, and nothing is raised."""
    for locale, agree in product(LOCALES, (_menu, _description, _about, _name)):
        try:
            async with asyncio.timeout(PATIENCE):
                await agree(bot, phrases(locale), None if locale == LOCALES[0] else locale)
        except (AiogramError, TimeoutError) as refusal:
            log.warning("the introduction is not complete: %s %s (%s)", agree.__name__, locale, type(refusal).__name__)


async def _menu(bot: Bot, say: Phrases, code: str | None) -> None:
    menu = [BotCommand(command=name, description=say(f"command-{name}")) for name in COMMANDS]
    known = await bot.get_my_commands(language_code=code)  # these know their bot, and so equal none that do not
    if [one.model_dump() for one in known] != [one.model_dump() for one in menu]:
        await bot.set_my_commands(menu, language_code=code)


async def _description(bot: Bot, say: Phrases, code: str | None) -> None:
    """What stands in a chat where nothing was written yet."""
    if (await bot.get_my_description(language_code=code)).description != say("bot-description"):
        await bot.set_my_description(say("bot-description"), language_code=code)


async def _about(bot: Bot, say: Phrases, code: str | None) -> None:
    """What stands in the profile, and where the bot is shared."""
    if (await bot.get_my_short_description(language_code=code)).short_description != say("bot-about"):
        await bot.set_my_short_description(say("bot-about"), language_code=code)


async def _name(bot: Bot, say: Phrases, code: str | None) -> None:
    if (await bot.get_my_name(language_code=code)).name != say("bot-name"):
        await bot.set_my_name(say("bot-name"), language_code=code)
