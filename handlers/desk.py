"""What handlers work with when they answer: the six values that nearly all of them pass on."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import Bot

from handlers.phrases import Phrases
from handlers.reader import Reader
from handlers.works import Works
from storage.archive import Archive
from storage.records import Preferences


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes to answer a message of a chat, with that chat's ``preferences`` and in its language."""

    bot: Bot
    archive: Archive
    reader: Reader
    works: Works
    preferences: Preferences
    say: Phrases
