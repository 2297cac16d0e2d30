"""An article arrives: take it, read it, keep it, tell what is in it. And the buttons under its card."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

import nlp
from handlers import keyboards, views
from handlers.buttons import OnArticle, OnText, UnderMessage
from handlers.errors import REFUSALS, reason
from handlers.incoming import has_words, incoming, replying, text_of
from handlers.known import show_known
from handlers.meaning import Meant
from handlers.phrases import Phrases
from handlers.reader import LONG, Reader
from handlers.status import Status
from handlers.telling import Shown, edit, mend, tell
from handlers.works import Works, under_way
from nlp import Reading
from storage.archive import Archive
from storage.records import Article, ArticleId, ChatId, Incoming, MessageId, Preferences, Saved

SUGGESTED = 3  # questions under a card
RELATED = 2  # other articles of the event that it names

Obtain = Callable[[Status], Awaitable[Incoming]]
"""Gets what a message brings, and says meanwhile what it is doing. Raises what `errors.REFUSALS` are."""


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


async def keep(
    message: Message,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    preferences: Preferences,
    say: Phrases,
    works: Works,
) -> None:
    await take_in(message, incoming(message), bot, archive, reader, preferences, say, works)


async def take_in(
    message: Message,
    carried: Incoming,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    preferences: Preferences,
    say: Phrases,
    works: Works,
    apart: bool = False,
    wished: bool = False,
) -> None:
    """Keep what a message carries, and tell what is in it.

    ``apart`` keeps it though the chat has almost the same; ``wished`` is whether a card of it was asked for.
    """
    if not has_words(carried.text):
        await message.answer(say("card-empty"))
        return

    async def ready(_: Status) -> Incoming:
        return carried

    await take(message, ready, bot, archive, reader, preferences, say, works, apart, wished)


async def take(
    message: Message,
    obtain: Obtain,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    preferences: Preferences,
    say: Phrases,
    works: Works,
    apart: bool = False,
    wished: bool = False,
) -> Article | None:
    """The path of an article: take, read, save, tell. None where it was refused, or stopped by the person."""
    async with under_way(message, bot, say) as shown:
        try:
            with works.stoppable(message):
                carried = await obtain(shown)
                reading = await _reading(carried, reader, shown)
        except REFUSALS as refusal:
            await shown.becomes(reason(refusal, say))
            return None
        saved = await save(message, carried, reading, archive, apart)
        if saved.new or wished:
            note = None if saved.new else say("card-duplicate")
            await show_card(message, saved.article, archive, preferences, say, note, await shown.rest())
        else:
            await show_known(message, carried, saved, archive, say, await shown.rest())
        shown.stays()
        return saved.article


async def read_and_save(
    message: Message,
    carried: Incoming,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    say: Phrases,
    works: Works,
) -> Saved:
    """Keep what a message carries, without a word about it. Raises `UnreadableError`."""
    reading = await read(message, carried, bot, reader, say, works)
    return await save(message, carried, reading, archive)


async def save(message: Message, carried: Incoming, reading: Reading, archive: Archive, apart: bool = False) -> Saved:
    # Not the message's own date: it may have waited, and a digest that was sent meanwhile did not hold it.
    received = replace(carried, received=datetime.now(UTC))
    return await archive.save(ChatId(message.chat.id), received, reading, apart)


async def read(message: Message, carried: Incoming, bot: Bot, reader: Reader, say: Phrases, works: Works) -> Reading:
    """Read what a message carries, while its chat sees "typing…" and, of a long text, how much is done."""
    async with under_way(message, bot, say) as shown:
        with works.stoppable(message):
            return await _reading(carried, reader, shown)


async def _reading(carried: Incoming, reader: Reader, shown: Status) -> Reading:
    if len(carried.text) <= LONG:
        return await reader(carried.text, carried.title)
    return await reader(carried.text, carried.title, shown.note)


async def show_card(
    message: Message,
    article: Article,
    archive: Archive,
    preferences: Preferences,
    say: Phrases,
    note: str | None = None,
    instead: MessageId | None = None,
) -> None:
    """Answer a message with an article's card; a reply to the card will be about the article.

    ``instead`` is the bot's message that shall show it now.
    """
    card, keys = await _drawn(ChatId(message.chat.id), article, archive, preferences, say, note)
    if instead is None or not await mend(message, instead, card, keys):
        instead = MessageId((await tell(message, card, keys, [replying(message.message_id)])).message_id)
    await archive.remember(ChatId(message.chat.id), instead, article.id)


async def _drawn(
    chat: ChatId,
    article: Article,
    archive: Archive,
    preferences: Preferences,
    say: Phrases,
    note: str | None = None,
    long: bool = False,
) -> Shown:
    """A card and its buttons; ``long`` is with a longer summary."""
    short = preferences.sentences
    size = views.longer(article.reading, short) if long else short
    tags, others = await archive.tags(chat, article.id), await archive.related(chat, article, RELATED)
    more = views.has_more(article.reading, short)
    keys = keyboards.card(article, await suggested(article), say, more=more, long=long, related=others)
    return views.card(article, say, size, note, tags, others), keys


async def suggested(article: Article) -> Sequence[str]:
    """Questions that the article answers; to find them in a long one takes too long."""
    if len(article.text) > LONG:
        return ()
    return await asyncio.to_thread(nlp.suggest, article.reading, SUGGESTED)


async def keep_text(
    query: CallbackQuery,
    message: Message,
    callback_data: OnText,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    preferences: Preferences,
    say: Phrases,
    works: Works,
) -> None:
    """«Запомнить статью» under what could have been a question, «Сохранить отдельно» under what came again."""
    original = message.reply_to_message
    await query.answer(None if original else say("unclear-lost"), show_alert=original is None)
    if original:
        known = (bot, archive, reader, preferences, say, works)
        await take_in(original, incoming(original), *known, apart=callback_data.do == "apart")
        await message.delete()


class Kept(Filter):
    """A button of an article that the chat still has, which the handler gets as ``article``."""

    async def __call__(
        self, _: CallbackQuery, message: Message, callback_data: OnArticle, archive: Archive
    ) -> bool | dict[str, Any]:
        article = await archive.article(ChatId(message.chat.id), ArticleId(callback_data.article))
        return {"article": article} if article else False


async def resize(
    query: CallbackQuery,
    message: Message,
    callback_data: OnArticle,
    article: Article,
    archive: Archive,
    preferences: Preferences,
    say: Phrases,
) -> None:
    """Show a longer summary on the card, or the short one again."""
    long = callback_data.do == "longer"
    await edit(message, *await _drawn(ChatId(message.chat.id), article, archive, preferences, say, long=long))
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


async def keep_after_all(
    query: CallbackQuery, message: Message, article: Article, archive: Archive, preferences: Preferences, say: Phrases
) -> None:
    await query.answer(say("kept"))
    _, keys = await _drawn(ChatId(message.chat.id), article, archive, preferences, say)
    await message.edit_reply_markup(reply_markup=keys)


async def delete(query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    await archive.delete(ChatId(message.chat.id), article.id)
    await query.answer()
    await edit(message, say("deleted", title=say.quoted(article.title)), None)


async def open_card(
    query: CallbackQuery, message: Message, article: Article, archive: Archive, preferences: Preferences, say: Phrases
) -> None:
    await query.answer()
    await show_card(message, article, archive, preferences, say)


async def tell_gone(query: CallbackQuery, say: Phrases) -> None:
    await query.answer(say("gone"), show_alert=True)
