"""What the chat has kept: the list of articles, what is stored, deleting it all."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers import keyboards, views
from handlers.buttons import OnArchive, OnList, UnderMessage
from handlers.keyboards import PAGE
from handlers.phrases import Phrases
from handlers.telling import edit, tell
from storage.archive import Archive
from storage.records import ChatId


def router() -> Router:
    router = Router(name="library")
    router.message.register(articles, Command("articles"))
    router.message.register(privacy, Command("privacy"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_page, OnList.filter())
    router.callback_query.register(ask_to_forget, OnArchive.filter(F.do == "forget"))
    router.callback_query.register(keep_all, OnArchive.filter(F.do == "forget-no"))
    router.callback_query.register(forget, OnArchive.filter(F.do == "forget-yes"))
    return router


async def articles(message: Message, archive: Archive, say: Phrases) -> None:
    text, keys = await _list(ChatId(message.chat.id), 0, archive, say)
    await tell(message, text, keys)


async def turn_page(
    query: CallbackQuery, message: Message, callback_data: OnList, archive: Archive, say: Phrases
) -> None:
    text, keys = await _list(ChatId(message.chat.id), callback_data.offset, archive, say)
    await query.answer()
    await edit(message, text, keys)


async def privacy(message: Message, archive: Archive, say: Phrases) -> None:
    count = await archive.count(ChatId(message.chat.id))
    await tell(message, say("privacy", count=count), keyboards.forget(say))


async def ask_to_forget(query: CallbackQuery, message: Message, say: Phrases) -> None:
    await query.answer()
    await message.edit_reply_markup(reply_markup=keyboards.forget_surely(say))


async def keep_all(query: CallbackQuery, message: Message, say: Phrases) -> None:
    await query.answer(say("kept"))
    await message.edit_reply_markup(reply_markup=keyboards.forget(say))


async def forget(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> None:
    count = await archive.forget(ChatId(message.chat.id))
    await query.answer()
    await edit(message, say("forgotten", count=count), None)


async def _list(
    chat: ChatId, offset: int, archive: Archive, say: Phrases
) -> tuple[Text | str, InlineKeyboardMarkup | None]:
    """A page of the list; the first one where the page asked for is gone."""
    count = await archive.count(chat)
    offset = offset if offset < count else 0
    headings = await archive.page(chat, offset, PAGE)
    if not headings:
        return say("articles-empty"), None
    head = say("articles", count=count)
    return views.article_list(headings, offset + 1, head, say), keyboards.article_list(headings, offset, count)
