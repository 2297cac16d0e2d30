"""A message was edited: its article is read anew; anything else is taken as if it had just been written."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.filters import Filter
from aiogram.types import Message, Update

from handlers.articles import keep, read, show_card
from handlers.incoming import has_words, incoming, text_of
from handlers.phrases import Phrases
from handlers.reader import Reader
from handlers.strangers import Stranger
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId, Preferences


class Holds(Filter):
    """A message that holds an article of its chat, which the handler gets as ``article``."""

    async def __call__(self, message: Message, archive: Archive) -> bool | dict[str, Any]:
        mention = await archive.mentioned_in(ChatId(message.chat.id), MessageId(message.message_id))
        return {"article": mention.article} if mention else False


def router() -> Router:
    router = Router(name="edits")
    router.edited_message.register(leave, Stranger())
    router.edited_message.register(leave, ~F.func(text_of))
    router.edited_message.register(reread, Holds())
    router.edited_message.register(take_anew)
    return router


async def leave(message: Message) -> None:
    """A place that moves, or a picture that was changed: there is nothing to say about it."""


async def reread(
    message: Message,
    article: Article,
    bot: Bot,
    archive: Archive,
    reader: Reader,
    preferences: Preferences,
    say: Phrases,
) -> None:
    """Give the article its new text and show what is in it now."""
    carried = incoming(message)
    if carried.text == article.text:
        return
    if not has_words(carried.text):
        await message.answer(say("card-empty"))
        return
    reading = await read(message, carried, bot, reader, say)
    revised = await archive.revise(ChatId(message.chat.id), article.id, carried, reading)
    if revised:
        await show_card(message, revised, archive, preferences, say, say("card-revised"))
    else:  # the chat has another article of this text
        await keep(message, bot, archive, reader, preferences, say)


async def take_anew(message: Message, bot: Bot, dispatcher: Dispatcher, event_update: Update) -> None:
    """A question that was mended is asked again."""
    await dispatcher.feed_update(bot, Update(update_id=event_update.update_id, message=message).as_(bot))
