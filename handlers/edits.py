"""A message was edited: its article is read anew; anything else is taken as if it had just been written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.filters import Filter
from aiogram.types import Message, Update

from handlers.desk import Desk
from handlers.incoming import has_words, incoming
from handlers.phrases import Phrases
from handlers.pieces import moved_by
from handlers.strangers import Stranger
from handlers.taking import read, show_card, take_in
from handlers.widgets import titled
from storage.archive import Archive
from storage.records import Article, ChatId, Incoming, MessageId, Part

GAP = "\n\n"  # between what the messages of an album say
BROUGHT = {"link", "file", "excerpt"}
"""Kinds of sources whose text is not what the person wrote."""


class Holds(Filter):
    """A message whose words are an article of its chat, or a stretch of one.

    The handler gets the ``article``, and as ``carried`` what it is with the words that the message has now.
    """

    async def __call__(self, message: Message, archive: Archive, say: Phrases) -> bool | dict[str, Any]:
        chat, number = ChatId(message.chat.id), MessageId(message.message_id)
        mention, parts = await archive.mentioned_in(chat, number), await archive.copy(chat, number)
        if mention is None or not parts or mention.article.source.kind in BROUGHT:
            return False
        return {"article": mention.article, "carried": remade(mention.article.text, parts, titled(message, say))}


def remade(text: str, parts: Sequence[Part], said: Incoming) -> Incoming:
    """An article with what one of its messages says now, ``said``, in the place of what that said before.

    ``parts`` are the messages of one copy of the ``text``.
    """
    (now,) = said.parts
    before = next(one for one in parts if one.message_id == now.message_id)
    others = [one for one in parts if one.message_id != now.message_id]
    if all(one.start == one.stop for one in parts):
        return replace(said, parts=(now, *others))
    if before.start == before.stop:
        text += GAP
        before = replace(before, start=len(text), stop=len(text))
    grown = len(said.text) - (before.stop - before.start)
    moved = [moved_by(grown, one) if one.start >= before.stop else one for one in others]
    whole = text[: before.start] + said.text + text[before.stop :]
    return replace(said, text=whole, parts=(moved_by(before.start, now), *moved))


def router() -> Router:
    router = Router(name="edits")
    router.edited_message.register(leave, Stranger())
    router.edited_message.register(leave, ~F.func(_says_something))
    router.edited_message.register(reread, Holds())
    router.edited_message.register(take_anew)
    return router


def _says_something(message: Message) -> bool:
    return bool(incoming(message).text)


async def leave(message: Message) -> None:
    """A place that moves, or a picture that was changed: there is nothing to say about it."""


async def reread(message: Message, article: Article, carried: Incoming, desk: Desk) -> None:
    """Give the article its new text, and its card what is in it now."""
    if carried.text == article.text:
        return
    if not has_words(carried.text):
        await message.answer(desk.say("card-empty"))
        return
    reading = await read(message, carried, desk)
    revised = await desk.archive.revise(ChatId(message.chat.id), article.id, carried, reading)
    if revised:
        card = await desk.archive.card(ChatId(message.chat.id), article.id)
        await show_card(message, revised, desk, desk.say("card-revised"), card)
    else:  # the chat has another article of this text
        await take_in(message, incoming(message), desk)


async def take_anew(message: Message, bot: Bot, dispatcher: Dispatcher, event_update: Update) -> None:
    """A question that was mended is asked again."""
    await dispatcher.feed_update(bot, Update(update_id=event_update.update_id, message=message).as_(bot))
