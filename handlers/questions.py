"""A question arrives: understand it, look for the sentence that answers it, and show it where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

import nlp
from handlers import keyboards
from handlers.buttons import OnText, UnderMessage
from handlers.desk import Desk
from handlers.further import exchange, tell_more
from handlers.incoming import replying, selection, text_of
from handlers.looking import Inquiry, look, look_among
from handlers.meaning import Meant
from handlers.phrases import Phrases
from handlers.showing import show
from handlers.telling import tell
from handlers.zones import local
from nlp import Answer, Exchange, Scope
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId, Occasion, Preferences

LATELY = timedelta(minutes=10)  # how long a question may lean on an answer that it does not reply to


def router() -> Router:
    router = Router(name="questions")
    router.message.register(ask_what_it_is, Meant("unclear"))
    router.message.register(ask, Meant("question"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(ask_text, OnText.filter(F.do == "ask"))
    return router


async def ask(message: Message, text: str, desk: Desk) -> None:
    """The path of a question: understand, look, show."""
    leaning = await _leaning_on(message, desk.archive)
    inquiry = await _understood(message, text, leaning, desk.archive, desk.preferences)
    if inquiry is None:
        await message.answer(desk.say("nothing-yet"))
    elif inquiry.question.kind == "more":
        await tell_more(message, leaning, desk)
    else:
        found = await look(inquiry, desk.archive)
        if not found.groups and _stands_alone(message, inquiry):
            alone = await _understood(message, text, None, desk.archive, desk.preferences)
            found = await look(alone, desk.archive) if alone else found
        await show(message, found, desk.archive, desk.say, instead=await _to_mend(message, desk.archive))


async def ask_about(message: Message, text: str, articles: Sequence[Article], desk: Desk, *, surely: bool) -> None:
    """A question that came with ``articles`` is asked of these; where ``surely`` it is one, then of all.

    What only may be a question is answered, and not refused.
    """
    at = local(message.date, desk.preferences.time_zone)
    question = nlp.understand(text, now=at)
    alone = articles[0] if len(articles) == 1 and question.scope == Scope() else None
    inquiry = Inquiry(ChatId(message.chat.id), question, alone, Occasion(MessageId(message.message_id), at))
    inquiry = inquiry if alone or question.scope != Scope() else inquiry.everywhere()
    found = await look_among(articles, inquiry, desk.archive)
    if surely and not found.groups:
        found = await look(inquiry, desk.archive)
    if surely or found.groups:
        await show(message, found, desk.archive, desk.say)


async def _leaning_on(message: Message, archive: Archive) -> MessageId | None:
    """The message that a question may lean on: the one it replies to, else an answer that was given just before it.

    A reply to a post of another chat leans on none of this one.
    """
    if message.reply_to_message:
        return MessageId(message.reply_to_message.message_id)
    if message.external_reply:
        return None
    chat, number = ChatId(message.chat.id), MessageId(message.message_id)
    return await archive.answer_before(chat, number, message.date - LATELY)


async def _understood(
    message: Message, text: str, leaning: MessageId | None, archive: Archive, preferences: Preferences
) -> Inquiry | None:
    """The question with the article that it is about; None where the chat has no article."""
    chat, at = ChatId(message.chat.id), local(message.date, preferences.time_zone)
    latest = await archive.latest(chat)
    if latest is None:
        return None
    mention = await archive.mentioned_in(chat, leaning) if leaning else None
    selected = _selected(message, mention.article if mention else latest)
    question = nlp.understand(text, previous=selected or await exchange(chat, leaning, archive), now=at)
    meant = mention.article if mention and (question.previous or message.reply_to_message) else latest
    asked = Occasion(MessageId(message.message_id), at, leaning if question.previous and not selected else None)
    return Inquiry(chat, question, meant if question.scope == Scope() else None, asked)


def _selected(message: Message, article: Article) -> Exchange | None:
    """Words that were selected in the article, which a question may lean on."""
    chosen = selection(message, article.text)
    sentence = next((one for one in article.reading.sentences if chosen and one.overlaps(chosen)), None)
    return Exchange(None, Answer(article.reading, sentence, 1.0)) if sentence else None


def _stands_alone(message: Message, inquiry: Inquiry) -> bool:
    """Whether a question that was taken to lean on the answer before it says enough without that."""
    alone = inquiry.question.previous and not message.reply_to_message
    return bool(alone and nlp.sought(nlp.understand(inquiry.question.text)))


async def _to_mend(message: Message, archive: Archive) -> MessageId | None:
    """The answer to a question that was edited."""
    if message.edit_date is None:
        return None
    return await archive.answer_to(ChatId(message.chat.id), MessageId(message.message_id))


async def ask_what_it_is(message: Message, say: Phrases) -> None:
    await tell(message, say("unclear"), keyboards.intent(say), [replying(message.message_id)])


async def ask_text(query: CallbackQuery, message: Message, desk: Desk) -> None:
    """«Это вопрос» under a text that could have been an article."""
    original = message.reply_to_message
    await query.answer(None if original else desk.say("unclear-lost"), show_alert=original is None)
    if original:
        await ask(original, text_of(original), desk)
        await message.delete()
