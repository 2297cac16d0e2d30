"""Whatever nothing else answered: in a private chat no message is met with silence."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from handlers.meaning import Meant, Unknown
from handlers.phrases import Phrases

EXPLAINED = {
    ContentType.VOICE: "other-voice",
    ContentType.AUDIO: "other-voice",
    ContentType.VIDEO_NOTE: "other-voice",
    ContentType.PHOTO: "other-picture",
    ContentType.VIDEO: "other-picture",
    ContentType.ANIMATION: "other-picture",
    ContentType.DOCUMENT: "other-file",
    ContentType.STICKER: "other-sticker",
    ContentType.DICE: "other-sticker",
    ContentType.POLL: "other-poll",
    ContentType.LOCATION: "other-place",
    ContentType.VENUE: "other-place",
    ContentType.CONTACT: "other-place",
}


def router() -> Router:
    router = Router(name="fallback")
    router.message.register(unknown_command, Unknown())
    router.message.register(link, Meant("link"))
    router.message.register(anything_else)
    router.callback_query.register(stale_button)
    return router


async def unknown_command(message: Message, say: Phrases) -> None:
    await message.answer(say("unknown-command"))


async def link(message: Message, say: Phrases) -> None:
    await message.answer(say("link"))


async def anything_else(message: Message, say: Phrases) -> None:
    await message.answer(say(EXPLAINED.get(ContentType(message.content_type), "other-any")))


async def stale_button(query: CallbackQuery, say: Phrases) -> None:
    await query.answer(say("stale-button"), show_alert=True)
