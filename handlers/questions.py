"""A question arrives: find the sentence that answers it, and show it where it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message, ReplyParameters
from aiogram.utils.formatting import Text

import nlp
from handlers import keyboards, views
from handlers.incoming import holder, quoting, replying, selection, text_of
from handlers.keyboards import OnAnswer, OnText, UnderMessage
from handlers.meaning import Meant
from handlers.phrases import Phrases
from handlers.telling import edit, tell
from nlp import Answer, Exchange, Question, Sentence, Span
from nlp.words import lemmas
from storage.archive import Archive
from storage.records import Article, ChatId, Mention, MessageId

CANDIDATES = 20  # articles of the archive that are looked through for one question
TOGETHER = 3  # statements that are shown at once where somebody asks what a person said


@dataclass(frozen=True, slots=True)
class Found:
    """Where an answer was looked for and what was found.

    ``subject`` is the article asked about, ``others`` how many more the chat has, ``article`` the one in which
    ``answers`` stand, best first; ``before`` answers have been shown already.
    """

    subject: Article
    article: Article
    answers: Sequence[Answer]
    others: int
    before: int = 0


def router() -> Router:
    router = Router(name="questions")
    router.message.register(ask_what_it_is, Meant("unclear"))
    router.message.register(ask, Meant("question"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(ask_text, OnText.filter(F.do == "ask"))
    router.callback_query.register(show_context, OnAnswer.filter(F.do == "context"))
    router.callback_query.register(show_more, OnAnswer.filter(F.do == "more"))
    return router


async def ask(message: Message, text: str, archive: Archive, say: Phrases) -> None:
    """The path of a question: understand, look, tell."""
    chat = ChatId(message.chat.id)
    mention = await _replied(message, archive)
    subject = mention.article if mention else await archive.latest(chat)
    if subject is None:
        await message.answer(say("nothing-yet"))
        return
    question = nlp.understand(text, previous=_exchange(message, subject, mention), now=message.date)
    found = await look(chat, question, subject, archive)
    if found.answers:
        await _show(message, question, found, archive, say)
    else:
        await tell(message, _refusal(question, found, say), None, [replying(message.message_id)])


async def look(chat: ChatId, question: Question, subject: Article, archive: Archive) -> Found:
    """Look in the article that the question is about; if it does not hold the answer, in all of the chat."""
    answers = await _answers(question, [subject])
    others = await archive.count(chat) - 1
    if answers or question.previous or question.kind in ("summary", "context") or not others:
        return Found(subject, subject, answers, others)
    kept = await archive.search(
        chat, lemmas(f"{question.topic} {question.speaker or ''}", question.language), CANDIDATES
    )
    articles = [article for article in kept if article.id != subject.id]
    answers = await _answers(question, articles)
    best = next((one for one in articles if answers and one.reading is answers[0].reading), subject)
    return Found(subject, best, [one for one in answers if one.reading is best.reading], others)


async def _answers(question: Question, articles: Sequence[Article]) -> list[Answer]:
    return await asyncio.to_thread(nlp.answer, question, [article.reading for article in articles])


async def _replied(message: Message, archive: Archive) -> Mention | None:
    """What the message that a question replies to is about."""
    replied = message.reply_to_message
    return await archive.mentioned_in(ChatId(message.chat.id), MessageId(replied.message_id)) if replied else None


def _exchange(message: Message, article: Article, mention: Mention | None) -> Exchange | None:
    """What a question may lean on: words that were selected in the article, or the answer that it replies to."""
    chosen = selection(message, article.text)
    if chosen:
        sentence = next((one for one in article.reading.sentences if one.overlaps(chosen)), None)
        return Exchange(None, Answer(article.reading, sentence, 1.0)) if sentence else None
    if mention and mention.sentence:
        asked = nlp.understand(mention.question) if mention.question else None
        return Exchange(asked, Answer(article.reading, _sentence(article, mention.sentence), 1.0))
    return None


def _sentence(article: Article, ends: tuple[int, int]) -> Sentence:
    return Sentence(*ends, article.text[slice(*ends)])


async def _show(message: Message, question: Question, found: Found, archive: Archive, say: Phrases) -> None:
    """Show the answer as a reply that quotes its sentence in the person's own message."""
    chat, best = ChatId(message.chat.id), found.answers[0]
    replies = await _replies(chat, found.article, best.sentence, message, archive)
    shown = len(_together(question, found))
    keys = keyboards.answer(
        say, found.before + shown if len(found.answers) > shown else None, question.kind != "context"
    )
    sent = await tell(message, _answer(question, found, say), keys, replies)
    ends = (best.sentence.start, best.sentence.stop)
    await archive.remember(chat, MessageId(sent.message_id), found.article.id, ends, question.text)


async def _replies(
    chat: ChatId, article: Article, sentence: Span, message: Message, archive: Archive
) -> list[ReplyParameters]:
    """The replies to try: quoting the sentence where it was forwarded, to that message, to the question."""
    part = holder(await archive.parts(chat, article.id), sentence)
    there = [quoting(part, article.text, sentence), replying(part.message_id)] if part else []
    return [*there, replying(message.message_id)]


def _answer(question: Question, found: Found, say: Phrases) -> Text:
    elsewhere = found.article.id != found.subject.id
    lead = say("answer-elsewhere", title=say.title(found.subject.title)) if elsewhere else None
    best = found.answers[0]
    if question.kind == "context":
        return views.context(found.article, best.sentence, say)
    if question.kind == "who_said" and not (best.quote and best.quote.speaker):
        lead = say("answer-unnamed" if best.quote else "answer-nobody")
    together = _together(question, found)
    if len(together) > 1:
        return views.several(together, found.article, say, lead)
    return views.answer(best, found.article, say, lead)


def _together(question: Question, found: Found) -> Sequence[Answer]:
    """The answers that are shown at once: all of a summary, what one person said, else the best alone."""
    best = found.answers[0]
    if question.kind == "summary":
        return found.answers[:TOGETHER]
    if question.kind == "said" and best.quote:
        said = takewhile(lambda one: one.quote and one.score >= best.score / 2, found.answers)
        return list(islice(said, TOGETHER))
    return found.answers[:1]


def _refusal(question: Question, found: Found, say: Phrases) -> str:
    title = say.title(found.subject.title)
    if found.others and not question.previous:
        return say("answer-none", title=title, count=found.others)
    return say("answer-none-one", title=title)


async def ask_what_it_is(message: Message, say: Phrases) -> None:
    await tell(message, say("unclear"), keyboards.intent(say), [replying(message.message_id)])


async def ask_text(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> None:
    """«Это вопрос» under a text that could have been an article."""
    original = message.reply_to_message
    await query.answer(None if original else say("unclear-lost"), show_alert=original is None)
    if original:
        await ask(original, text_of(original), archive, say)
        await message.delete()


async def show_context(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> None:
    """Put the sentences around the answer into its message."""
    mention = await _mention(query, message, archive, say)
    if mention and mention.sentence:
        await query.answer()
        shown = views.context(mention.article, _sentence(mention.article, mention.sentence), say)
        await edit(message, shown, None)


async def show_more(
    query: CallbackQuery, message: Message, callback_data: OnAnswer, archive: Archive, say: Phrases
) -> None:
    """Show the next best answer of the same article, as a message of its own."""
    mention = await _mention(query, message, archive, say)
    if not mention or not mention.question:
        return
    question = nlp.understand(mention.question)
    answers = await asyncio.to_thread(nlp.answer, question, [mention.article.reading], 10)
    rest = answers[callback_data.shown :]
    if not rest:
        await query.answer(say("answer-no-more"), show_alert=True)
        return
    await query.answer()
    found = Found(mention.article, mention.article, rest, 0, callback_data.shown)
    await _show(message, question, found, archive, say)


async def _mention(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> Mention | None:
    """What the answer above a button was; where its article is gone, the person is told."""
    mention = await archive.mentioned_in(ChatId(message.chat.id), MessageId(message.message_id))
    if mention is None:
        await query.answer(say("gone"), show_alert=True)
    return mention
