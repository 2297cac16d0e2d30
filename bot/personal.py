"""Who is spoken to how: each update comes to the handlers with its chat's preferences and in its language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any

from aiogram.types import TelegramObject

from handlers.desk import Desk
from handlers.phrases import phrases
from storage.archive import Archive
from storage.records import ChatId, Preferences

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def speak_personally(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Give the handlers ``preferences``, and ``say`` in the chat's own choice of language, else in the person's.

    Both lie on the ``desk``, too. ``say`` is there before the archive is asked: whoever has to tell that the archive
    failed needs it.
    """
    user = data.get("event_from_user")
    spoken = user.language_code if user else None
    data["say"] = phrases(spoken)
    data["preferences"] = await _preferences(data)
    data["say"] = phrases(data["preferences"].language or spoken)
    data["desk"] = Desk(**{field.name: data[field.name] for field in fields(Desk)})
    return await handler(event, data)


async def _preferences(data: dict[str, Any]) -> Preferences:
    """Those of the chat; where an update has none, of the private chat with its person, which has the same number."""
    archive: Archive = data["archive"]
    chat = data.get("event_chat") or data.get("event_from_user")
    return await archive.preferences(ChatId(chat.id)) if chat else Preferences()
