"""The questions under a card: a press asks one as if the person had typed it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

import nlp
from handlers.articles import Kept, tell_gone
from handlers.buttons import OnSuggestion, UnderMessage
from handlers.desk import Desk
from handlers.fallback import stale_button
from handlers.keyboards import suggestion
from handlers.looking import Inquiry, look
from handlers.showing import show
from handlers.taking import suggested
from handlers.zones import local
from storage.records import Article, ChatId, MessageId, Occasion


def router() -> Router:
    router = Router(name="suggested")
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(ask_suggested, OnSuggestion.filter(), Kept(), Suggested())
    router.callback_query.register(stale_button, OnSuggestion.filter(), Kept())
    router.callback_query.register(tell_gone, OnSuggestion.filter())
    return router


class Suggested(Filter):
    """A question that the article still suggests in the words of the button, which the handler gets as ``text``."""

    async def __call__(self, query: CallbackQuery, message: Message, article: Article) -> bool | dict[str, Any]:
        read = _words_on(query, message)
        text = next((one for one in await suggested(article) if suggestion(one) == read), None)
        return {"text": text} if text else False


def _words_on(query: CallbackQuery, message: Message) -> str | None:
    """What stands on the button that was pressed; what is suggested may be something else by now."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return next((one.text for row in rows for one in row if one.callback_data == query.data), None)


async def ask_suggested(query: CallbackQuery, message: Message, article: Article, text: str, desk: Desk) -> None:
    await query.answer()
    now = local(datetime.now(UTC), desk.preferences.time_zone)
    inquiry = Inquiry(
        ChatId(message.chat.id),
        nlp.understand(text, now=now),
        article,
        Occasion(MessageId(message.message_id), now),
    )
    await show(message, await look(inquiry, desk.archive), desk.archive, desk.say, repeated=True)
