"""From an answer on: what stands around it, what else answers, what all articles say."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

import nlp
from handlers import answers, keyboards
from handlers.buttons import Doing, OnAnswer, UnderMessage
from handlers.desk import Desk
from handlers.looking import Found, Inquiry, look
from handlers.meaning import addressed_text
from handlers.phrases import Phrases
from handlers.showing import show
from handlers.telling import edit, edit_keys, tell
from handlers.zones import local
from nlp import Answer, Exchange, Scope, Sentence
from storage.archive import Archive
from storage.records import Article, ChatId, Mention, MessageId, Preferences

LINKS = 4  # answers that a question may lean on, each by the next: «что сказал Токаев?», «а о России?», «а Сабитов?»


def router() -> Router:
    router = Router(name="further")
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(show_context, OnAnswer.filter(F.do == "context"))
    router.callback_query.register(go_on, OnAnswer.filter())
    return router


async def show_context(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> None:
    """Put the sentences around the answer into its message."""
    mention = await archive.mentioned_in(ChatId(message.chat.id), MessageId(message.message_id))
    if mention is None or mention.sentence is None:
        await _tell_lost(query, mention, say)
        return
    await query.answer()
    shown = answers.context(mention.article, sentence_of(mention.article, mention.sentence), say)
    await edit(message, shown, keyboards.without(message.reply_markup, "context"))


async def go_on(query: CallbackQuery, message: Message, callback_data: OnAnswer, desk: Desk) -> None:
    """«Ещё», «Не то», «Во всех статьях»: a message of its own; the button that was pressed goes."""
    chat, do = ChatId(message.chat.id), callback_data.do
    mention = await desk.archive.mentioned_in(chat, MessageId(message.message_id))
    typed = await _typed(message.reply_to_message, mention, desk.bot)
    inquiry = await recalled(chat, mention, desk.archive, desk.preferences, typed)
    if inquiry is None:
        await _tell_lost(query, mention, desk.say)
        return
    found = await look_on(do, inquiry, desk.archive)
    nothing = _nothing(do, mention, found, desk.say)
    await query.answer(nothing, show_alert=nothing is not None)
    await edit_keys(message, keyboards.without(message.reply_markup, *_done(do)))
    if nothing is None:
        await show(message, found, desk.archive, desk.say, do)


def _nothing(do: Doing, mention: Mention | None, found: Found, say: Phrases) -> str | None:
    """What is said where nothing new was found under an answer; a refusal is told by what was looked through now."""
    answered = mention.article.id if mention and mention.sentence else None
    if do == "everywhere":
        only = answered is not None and all(one.article.id == answered for one in found.groups)
        return say("answer-nowhere-else") if only else None
    if found.groups:
        return None
    return say("answer-no-nearer" if do == "another" else "answer-no-more")


def _done(do: Doing) -> tuple[Doing, ...]:
    """The buttons that have had their day when one was pressed: the next message has its own."""
    return ("everywhere",) if do == "everywhere" else ("more", "another")


async def tell_more(message: Message, answer: MessageId | None, desk: Desk) -> None:
    """«Ещё» in words: the same as the button under the message ``answer``."""
    chat = ChatId(message.chat.id)
    mention = await desk.archive.mentioned_in(chat, answer) if answer else None
    inquiry = await recalled(chat, mention, desk.archive, desk.preferences)
    found = await look_on("more", inquiry, desk.archive) if inquiry else None
    if found and found.groups:
        await show(message, found, desk.archive, desk.say, "more")
    else:
        await tell(message, desk.say("answer-no-more" if found else "answer-more-what"))


async def look_on(do: Doing, inquiry: Inquiry, archive: Archive) -> Found:
    """Look for what was not shown yet; or for all that all articles say."""
    if do == "everywhere":
        return await look(inquiry.everywhere(), archive)
    shown = await archive.answered(inquiry.chat, inquiry.question.text, inquiry.asked.message)
    return await look(inquiry, archive, shown)


async def recalled(
    chat: ChatId, mention: Mention | None, archive: Archive, preferences: Preferences, typed: str | None = None
) -> Inquiry | None:
    """What was asked when a message of the bot answered; None where nothing tells it any more.

    ``typed`` are the words of a question that was refused: the archive does not keep those.
    """
    asked, text = (mention.asked, mention.question or typed) if mention else (None, None)
    if mention is None or asked is None or text is None:
        return None
    now = local(asked.at, preferences.time_zone)
    question = nlp.understand(text, previous=await exchange(chat, asked.leaning, archive), now=now)
    subject = mention.article if question.scope == Scope() else None
    inquiry = Inquiry(chat, question, subject, replace(asked, at=now))
    return inquiry.everywhere() if asked.everywhere else inquiry


async def _typed(replied: Message | None, mention: Mention | None, bot: Bot) -> str | None:
    """The words of a message, if it is the one that asked, and a person's."""
    asked = mention.asked if mention else None
    author = replied.from_user if replied else None
    if replied is None or author is None or author.is_bot or asked is None or replied.message_id != asked.message:
        return None
    return await addressed_text(replied, bot) or None


async def exchange(chat: ChatId, message: MessageId | None, archive: Archive, links: int = LINKS) -> Exchange | None:
    """What a message answered and to which question, which may itself lean on an answer; ``links`` go that far back."""
    mention = await archive.mentioned_in(chat, message) if message and links else None
    if mention is None or mention.sentence is None:
        return None
    before = await exchange(chat, mention.asked.leaning, archive, links - 1) if mention.asked else None
    asked = nlp.understand(mention.question, previous=before) if mention.question else None
    return Exchange(asked, Answer(mention.article.reading, sentence_of(mention.article, mention.sentence), 1.0))


def sentence_of(article: Article, ends: tuple[int, int]) -> Sentence:
    return Sentence(*ends, article.text[slice(*ends)])


async def _tell_lost(query: CallbackQuery, mention: Mention | None, say: Phrases) -> None:
    """The article is gone, its text is another one now, or the question is deleted."""
    refused = mention is not None and mention.asked is not None and mention.sentence is None
    lost = say("answer-lost") if refused else say("stale-button" if mention else "gone")
    await query.answer(lost, show_alert=True)
