"""Whatever nothing else answered: in a private chat no message is met with silence."""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from handlers.meaning import Unknown
from handlers.phrases import Phrases

EXPLAINED = {
    ContentType.VOICE: "other-voice",
    ContentType.AUDIO: "other-voice",
    ContentType.VIDEO: "other-video",
    ContentType.VIDEO_NOTE: "other-video",
    ContentType.ANIMATION: "other-video",
    ContentType.LIVE_PHOTO: "other-video",
    ContentType.PAID_MEDIA: "other-video",
    ContentType.STICKER: "other-sticker",
    ContentType.DICE: "other-sticker",
    ContentType.POLL: "other-poll",
    ContentType.CHECKLIST: "other-poll",
    ContentType.GAME: "other-poll",
    ContentType.RICH_MESSAGE: "card-empty",
    ContentType.STORY: "other-story",
    ContentType.LOCATION: "other-place",
    ContentType.VENUE: "other-place",
    ContentType.CONTACT: "other-place",
    ContentType.GIVEAWAY: "other-gift",
    ContentType.GIVEAWAY_CREATED: "other-gift",
    ContentType.GIVEAWAY_WINNERS: "other-gift",
    ContentType.GIVEAWAY_COMPLETED: "other-gift",
    ContentType.GIFT: "other-gift",
    ContentType.UNIQUE_GIFT: "other-gift",
    ContentType.GIFT_UPGRADE_SENT: "other-gift",
    ContentType.INVOICE: "other-gift",
    ContentType.SUCCESSFUL_PAYMENT: "other-gift",
    ContentType.REFUNDED_PAYMENT: "other-gift",
    ContentType.UNKNOWN: "other-any",
}
"""What is said of a message without words; all the other kinds are notes that Telegram itself makes."""
NOTED = "other-service"


def router() -> Router:
    router = Router(name="fallback")
    router.message.register(unknown_command, Unknown())
    router.message.register(anything_else)
    router.callback_query.register(stale_button)
    return router


async def unknown_command(message: Message, say: Phrases) -> None:
    await message.answer(say("unknown-command"))


async def anything_else(message: Message, say: Phrases) -> None:
    await message.answer(say(EXPLAINED.get(ContentType(message.content_type), NOTED)))


async def stale_button(query: CallbackQuery, say: Phrases) -> None:
    await query.answer(say("stale-button"), show_alert=True)
