"""The path of an article: take what a message brings, read it, save it, show its card."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from aiogram.types import Message

import nlp
from handlers import keyboards, views
from handlers.desk import Desk
from handlers.errors import REFUSALS, reason
from handlers.incoming import has_words, replying
from handlers.known import show_known
from handlers.reader import LONG, Reader
from handlers.status import Status
from handlers.telling import Shown, mend, tell
from handlers.works import under_way
from nlp import Reading
from storage.archive import Archive
from storage.records import Article, ChatId, Incoming, MessageId, Saved

SUGGESTED = 3  # questions under a card
RELATED = 2  # other articles of the event that it names

Obtain = Callable[[Status], Awaitable[Incoming]]
"""Gets what a message brings, and says meanwhile what it is doing. Raises what `errors.REFUSALS` are."""


async def take_in(
    message: Message, carried: Incoming, desk: Desk, *, apart: bool = False, wished: bool = False
) -> None:
    """Keep what a message carries, and tell what is in it.

    ``apart`` keeps it though the chat has almost the same; ``wished`` is whether a card of it was asked for.
    """
    if not has_words(carried.text):
        await message.answer(desk.say("card-empty"))
        return

    async def ready(_: Status) -> Incoming:
        return carried

    await take(message, ready, desk, apart=apart, wished=wished)


async def take(
    message: Message, obtain: Obtain, desk: Desk, *, apart: bool = False, wished: bool = False
) -> Article | None:
    """The path of an article: take, read, save, tell. None where it was refused, or stopped by the person."""
    async with under_way(message, desk.bot, desk.say) as shown:
        try:
            with desk.works.stoppable(message):
                carried = await obtain(shown)
                reading = await _reading(carried, desk.reader, shown)
        except REFUSALS as refusal:
            await shown.becomes(reason(refusal, desk.say))
            return None
        saved = await save(message, carried, reading, desk.archive, apart)
        if saved.new or wished:
            note = None if saved.new else desk.say("card-duplicate")
            await show_card(message, saved.article, desk, note, await shown.rest())
        else:
            await show_known(message, carried, saved, desk.archive, desk.say, await shown.rest())
        shown.stays()
        return saved.article


async def read_and_save(message: Message, carried: Incoming, desk: Desk) -> Saved:
    """Keep what a message carries, without a word about it. Raises `UnreadableError`."""
    reading = await read(message, carried, desk)
    return await save(message, carried, reading, desk.archive)


async def save(message: Message, carried: Incoming, reading: Reading, archive: Archive, apart: bool = False) -> Saved:
    # Not the message's own date: it may have waited, and a digest that was sent meanwhile did not hold it.
    received = replace(carried, received=datetime.now(UTC))
    return await archive.save(ChatId(message.chat.id), received, reading, apart)


async def read(message: Message, carried: Incoming, desk: Desk) -> Reading:
    """Read what a message carries, while its chat sees "typing…" and, of a long text, how much is done."""
    async with under_way(message, desk.bot, desk.say) as shown:
        with desk.works.stoppable(message):
            return await _reading(carried, desk.reader, shown)


async def _reading(carried: Incoming, reader: Reader, shown: Status) -> Reading:
    if len(carried.text) <= LONG:
        return await reader(carried.text, carried.title)
    return await reader(carried.text, carried.title, shown.note)


async def show_card(
    message: Message, article: Article, desk: Desk, note: str | None = None, instead: MessageId | None = None
) -> None:
    """Answer a message with an article's card; a reply to the card will be about the article.

    ``instead`` is the bot's message that shall show it now.
    """
    card, keys = await drawn(ChatId(message.chat.id), article, desk, note)
    if instead is None or not await mend(message, instead, card, keys):
        instead = MessageId((await tell(message, card, keys, [replying(message.message_id)])).message_id)
    await desk.archive.remember(ChatId(message.chat.id), instead, article.id)


async def drawn(chat: ChatId, article: Article, desk: Desk, note: str | None = None, *, long: bool = False) -> Shown:
    """A card and its buttons; ``long`` is with a longer summary."""
    short = desk.preferences.sentences
    size = views.longer(article.reading, short) if long else short
    tags, others = await desk.archive.tags(chat, article.id), await desk.archive.related(chat, article, RELATED)
    more = views.has_more(article.reading, short)
    keys = keyboards.card(article, await suggested(article), desk.say, more=more, long=long, related=others)
    return views.card(article, desk.say, size, note, tags, others), keys


async def suggested(article: Article) -> Sequence[str]:
    """Questions that the article answers; to find them in a long one takes too long."""
    if len(article.text) > LONG:
        return ()
    return await asyncio.to_thread(nlp.suggest, article.reading, SUGGESTED)
