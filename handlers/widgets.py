"""A poll, a list of tasks or a game: kept as a short article where it says enough."""

from __future__ import annotations

import re
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import Message

from handlers.desk import Desk
from handlers.incoming import incoming
from handlers.phrases import Phrases
from handlers.polls import listed
from handlers.taking import take_in
from storage.records import Incoming

ENOUGH = 12  # words; «Вы за? Да. Нет.» tells nothing that could be asked about
WORD = re.compile(r"\w+")


def router() -> Router:
    router = Router(name="widgets")
    router.message.register(keep_widget, F.func(tells_enough))
    return router


def tells_enough(message: Message) -> bool:
    return len(WORD.findall(listed(message))) >= ENOUGH


def titled(message: Message, say: Phrases) -> Incoming:
    """What a message carries; that it is a poll stands in the title alone."""
    title = say("poll-title", question=message.poll.question) if message.poll else None
    return replace(incoming(message), title=title)


async def keep_widget(message: Message, desk: Desk) -> None:
    await take_in(message, titled(message, desk.say), desk)
