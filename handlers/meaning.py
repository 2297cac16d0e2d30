"""What a message is meant to be."""

from __future__ import annotations

import re
from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import Message

import nlp
from handlers.groups import addressed_text
from handlers.incoming import text_of

COMMAND = re.compile(r"/\w")


class Meant(Filter):
    """A message, not forwarded and not a command, whose text is meant so. Handlers get it as ``text``."""

    def __init__(self, *intents: nlp.Intent) -> None:
        self.intents = intents

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = await addressed_text(message, bot)
        if not text or message.forward_origin or COMMAND.match(text):
            return False
        return {"text": text} if meant(message, text) in self.intents else False


def meant(message: Message, text: str) -> nlp.Intent:
    """What a person wants with a text; one that answers another message or selects words of it is a question."""
    found = nlp.intent(text)
    replies = message.reply_to_message is not None
    return "question" if replies and found == "unclear" else found


class Unknown(Filter):
    """A command that no topic before has taken."""

    async def __call__(self, message: Message) -> bool:
        return bool(COMMAND.match(text_of(message))) and not message.forward_origin
