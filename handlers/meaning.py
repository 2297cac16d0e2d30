"""What a message is meant to be, and whether it is meant for the bot at all."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

import nlp
from handlers.incoming import text_of
from handlers.phrases import LOCALES, phrases
from nlp.words import fold

COMMANDS = ("articles", "who", "digest", "settings", "privacy", "help")
COMMAND = re.compile(r"/(\w+)(?:@(\w+))?")


class Meant(Filter):
    """A message, not forwarded and not a command, whose text is meant so. Handlers get it as ``text``."""

    def __init__(self, *intents: nlp.Intent) -> None:
        self.intents = intents

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = await addressed_text(message, bot)
        if not text or message.forward_origin or COMMAND.match(text):
            return False
        return {"text": text} if meant(message, text) in self.intents else False


class AsksWho(Filter):
    """«Кто что сказал», in words, about a whole article."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        text = await addressed_text(message, bot)
        return not (message.forward_origin or message.quote) and _plain(text) in _who()


def _plain(text: str) -> str:
    return fold(" ".join(text.split())).strip(" ?!.…")


@cache
def _who() -> frozenset[str]:
    """How it is asked, in every language of the bot."""
    return frozenset(_plain(asked) for locale in LOCALES for asked in phrases(locale)("words-who").split(","))


def meant(message: Message, text: str) -> nlp.Intent:
    """What a person wants with a text; one that answers another message is a question rather than unclear."""
    found = nlp.intent(text)
    return "question" if message.reply_to_message and found == "unclear" else found


async def addressed_text(message: Message, bot: Bot) -> str:
    """What a message says to the bot; in a group without the bot's name."""
    text = text_of(message)
    return text if _private(message) else text.replace(f"@{(await bot.me()).username}", "").strip()


class Unknown(Filter):
    """A command that no topic before has taken."""

    async def __call__(self, message: Message) -> bool:
        return bool(COMMAND.match(text_of(message))) and not message.forward_origin


class Unaddressed(Filter):
    """A message in a group that is not meant for the bot."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        if _private(message):
            return False
        me = await bot.me()
        if command := COMMAND.match(text_of(message)):
            return command[2] != me.username and (command[2] is not None or command[1] not in ("start", *COMMANDS))
        replied = message.reply_to_message
        to_me = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
        return not to_me and f"@{me.username}" not in text_of(message)


def _private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
