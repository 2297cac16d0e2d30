"""A message that is an article; and the buttons under its card."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import keyboards, views
from handlers.buttons import OnArticle, OnText, UnderMessage
from handlers.desk import Desk
from handlers.incoming import incoming, replying, text_of
from handlers.meaning import Meant
from handlers.phrases import Phrases
from handlers.taking import drawn, show_card, take_in
from handlers.telling import edit, tell
from storage.archive import Archive
from storage.records import Article, ArticleId, ChatId, MessageId


def router() -> Router:
    router = Router(name="articles")
    router.message.register(keep, F.forward_origin, F.func(text_of))
    router.message.register(keep, Meant("article"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(keep_text, OnText.filter(F.do.in_({"keep", "apart"})))
    router.callback_query.register(resize, OnArticle.filter(F.do.in_({"longer", "shorter"})), Kept())
    router.callback_query.register(facts, OnArticle.filter(F.do == "facts"), Kept())
    router.callback_query.register(ask_to_delete, OnArticle.filter(F.do == "delete"), Kept())
    router.callback_query.register(keep_after_all, OnArticle.filter(F.do == "delete-no"), Kept())
    router.callback_query.register(delete, OnArticle.filter(F.do == "delete-yes"), Kept())
    router.callback_query.register(open_card, OnArticle.filter(F.do == "open"), Kept())
    router.callback_query.register(tell_gone, OnArticle.filter())
    return router


async def keep(message: Message, desk: Desk) -> None:
    await take_in(message, incoming(message), desk)


async def keep_text(query: CallbackQuery, message: Message, callback_data: OnText, desk: Desk) -> None:
    """«Запомнить статью» under what could have been a question, «Сохранить отдельно» under what came again."""
    original = message.reply_to_message
    await query.answer(None if original else desk.say("unclear-lost"), show_alert=original is None)
    if original:
        await take_in(original, incoming(original), desk, apart=callback_data.do == "apart")
        await message.delete()


class Kept(Filter):
    """A button of an article that the chat still has, which the handler gets as ``article``."""

    async def __call__(
        self, _: CallbackQuery, message: Message, callback_data: OnArticle, archive: Archive
    ) -> bool | dict[str, Any]:
        article = await archive.article(ChatId(message.chat.id), ArticleId(callback_data.article))
        return {"article": article} if article else False


async def resize(
    query: CallbackQuery, message: Message, callback_data: OnArticle, article: Article, desk: Desk
) -> None:
    """Show a longer summary on the card, or the short one again."""
    long = callback_data.do == "longer"
    await edit(message, *await drawn(ChatId(message.chat.id), article, desk, long=long))
    await query.answer()


async def facts(query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    await query.answer()
    await show_facts(message, article, archive, say)


async def show_facts(message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    sent = await tell(message, views.facts(article, say), None, [replying(message.message_id)])
    await archive.remember(ChatId(message.chat.id), MessageId(sent.message_id), article.id)


async def ask_to_delete(query: CallbackQuery, message: Message, article: Article, say: Phrases) -> None:
    await query.answer()
    await message.edit_reply_markup(reply_markup=keyboards.delete(article.id, say))


async def keep_after_all(query: CallbackQuery, message: Message, article: Article, desk: Desk) -> None:
    await query.answer(desk.say("kept"))
    _, keys = await drawn(ChatId(message.chat.id), article, desk)
    await message.edit_reply_markup(reply_markup=keys)


async def delete(query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    await archive.delete(ChatId(message.chat.id), article.id)
    await query.answer()
    await edit(message, say("deleted", title=say.quoted(article.title)), None)


async def open_card(query: CallbackQuery, message: Message, article: Article, desk: Desk) -> None:
    await query.answer()
    await show_card(message, article, desk)


async def tell_gone(query: CallbackQuery, say: Phrases) -> None:
    await query.answer(say("gone"), show_alert=True)
