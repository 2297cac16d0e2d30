"""A question arrives: find the sentence that answers it, and show it where it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, ReplyParameters
from aiogram.utils.formatting import Text

import nlp
from handlers import keyboards, views
from handlers.buttons import OnAnother, OnAnswer, OnText, UnderMessage
from handlers.incoming import holder, quoting, replying, selection, text_of
from handlers.meaning import Meant
from handlers.phrases import Phrases
from handlers.telling import edit, edit_keys, tell
from nlp import Answer, Exchange, Question, Sentence, Span
from storage.archive import Archive
from storage.records import Article, ArticleId, ChatId, Mention, MessageId

MOST = 10  # answers that are looked for at once
CANDIDATES = 20  # articles of the archive that are looked through for one question
TOGETHER = 3  # statements that are shown at once where somebody asks what a person said


@dataclass(frozen=True, slots=True)
class Found:
    """Where an answer was looked for and what was found.

    ``subject`` is the article asked about, ``others`` how many more the chat has, ``article`` the one in which
    ``answers`` stand, best first; ``before`` answers have been shown already, ``again`` in place of another.
    """

    subject: Article
    article: Article
    answers: Sequence[Answer]
    others: int
    before: int = 0
    again: bool = False


def router() -> Router:
    router = Router(name="questions")
    router.message.register(ask_what_it_is, Meant("unclear"))
    router.message.register(ask, Meant("question"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(ask_text, OnText.filter(F.do == "ask"))
    router.callback_query.register(show_context, OnAnswer.filter(F.do == "context"))
    router.callback_query.register(show_more, OnAnswer.filter(F.do == "more"))
    router.callback_query.register(show_another, OnAnother.filter())
    return router


async def ask(message: Message, text: str, archive: Archive, say: Phrases) -> None:
    """The path of a question: understand, look, tell."""
    chat = ChatId(message.chat.id)
    mention = await replied(message, archive)
    subject = mention.article if mention else await archive.latest(chat)
    if subject is None:
        await message.answer(say("nothing-yet"))
        return
    previous = _selected(message, subject) or _exchange(mention)
    question = nlp.understand(text, previous=previous, now=message.date)
    found = await look(chat, question, subject, archive)
    if found.answers:
        await _show(message, question, found, _another(message, question, subject), archive, say)
    else:
        await tell(message, _refusal(question, found, say), None, [replying(message.message_id)])


async def look(
    chat: ChatId, question: Question, subject: Article, archive: Archive, shown: frozenset[str] = frozenset()
) -> Found:
    """Look in the article that the question is about; if it does not hold the answer, in all of the chat.

    Sentences that were ``shown`` already are no answers.
    """
    answers = await _answers(question, [subject], shown)
    others = await archive.count(chat) - 1
    if answers or question.previous or question.kind in ("summary", "context") or not others:
        return Found(subject, subject, answers, others)
    hits = await archive.search(chat, question, CANDIDATES)
    articles = [article for article in hits.articles if article.id != subject.id]
    answers = await _answers(question, articles, shown, hits.frequencies)
    best = next((one for one in articles if answers and one.reading is answers[0].reading), subject)
    return Found(subject, best, [one for one in answers if one.reading is best.reading], others)


async def _answers(
    question: Question, articles: Sequence[Article], shown: frozenset[str], frequencies: nlp.Frequencies | None = None
) -> list[Answer]:
    readings = [article.reading for article in articles]
    found = await asyncio.to_thread(nlp.answer, question, readings, len(shown) + MOST, frequencies)
    return [one for one in found if one.sentence.text not in shown]


async def replied(message: Message, archive: Archive) -> Mention | None:
    """What the message that a message replies to is about."""
    to = message.reply_to_message
    return await archive.mentioned_in(ChatId(message.chat.id), MessageId(to.message_id)) if to else None


def _selected(message: Message, article: Article) -> Exchange | None:
    """Words that were selected in the article, which a question may lean on."""
    chosen = selection(message, article.text)
    sentence = next((one for one in article.reading.sentences if chosen and one.overlaps(chosen)), None)
    return Exchange(None, Answer(article.reading, sentence, 1.0)) if sentence else None


def _exchange(mention: Mention | None) -> Exchange | None:
    """The answer that a question replies to, which it may lean on."""
    if mention is None or mention.sentence is None:
        return None
    asked = nlp.understand(mention.question) if mention.question else None
    return Exchange(asked, Answer(mention.article.reading, _sentence(mention.article, mention.sentence), 1.0))


def _another(message: Message, question: Question, subject: Article) -> OnAnother | None:
    """The button that asks for another answer; None where there is but one: the article's own, or what was selected."""
    if question.kind in ("summary", "context") or message.quote or (question.kind == "who_said" and question.previous):
        return None
    to = message.reply_to_message
    return OnAnother(article=subject.id, asked=message.message_id, reply=to.message_id if to else 0)


def _sentence(article: Article, ends: tuple[int, int]) -> Sentence:
    return Sentence(*ends, article.text[slice(*ends)])


async def _show(
    message: Message, question: Question, found: Found, another: OnAnother | None, archive: Archive, say: Phrases
) -> None:
    """Show the answer as a reply that quotes its sentence in the person's own message."""
    chat, best = ChatId(message.chat.id), found.answers[0]
    replies = await replies_at(chat, found.article, best.sentence, message, archive)
    sent = await tell(message, _answer(question, found, say), _keys(question, found, another, say), replies)
    ends = (best.sentence.start, best.sentence.stop)
    await archive.remember(chat, MessageId(sent.message_id), found.article.id, ends, question.text)


def _keys(question: Question, found: Found, another: OnAnother | None, say: Phrases) -> InlineKeyboardMarkup | None:
    """What one person said goes on; an answer that stands alone can be the wrong one."""
    shown = len(_together(question, found))
    context = question.kind != "context"
    if shown > 1 or found.before:
        return keyboards.answer(say, context, found.before + shown if len(found.answers) > shown else None)
    return keyboards.answer(say, context, another=another)


async def replies_at(
    chat: ChatId, article: Article, sentence: Span, message: Message, archive: Archive
) -> list[ReplyParameters]:
    """The replies to try: quoting the sentence where it was forwarded, to that message, to the question."""
    part = holder(await archive.parts(chat, article.id), sentence)
    there = [quoting(part, article.text, sentence), replying(part.message_id)] if part else []
    return [*there, replying(message.message_id)]


def _answer(question: Question, found: Found, say: Phrases) -> Text:
    lead = _elsewhere(found, say) if found.article.id != found.subject.id else None
    best = found.answers[0]
    if question.kind == "context":
        return views.context(found.article, best.sentence, say)
    if question.kind == "who_said" and not (best.quote and best.quote.speaker):
        lead = say("answer-unnamed" if best.quote else "answer-nobody")
    together = _together(question, found)
    if len(together) > 1:
        return views.several(together, found.article, say, lead)
    return views.answer(best, found.article, say, lead)


def _elsewhere(found: Found, say: Phrases) -> str:
    return say("answer-elsewhere-too") if found.again else say("answer-elsewhere", title=say.title(found.subject.title))


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
    """Show what else the article holds, as a message of its own."""
    mention = await _mention(query, message, archive, say)
    if not mention:
        return
    question = nlp.understand(mention.question or "")
    rest = (await _answers(question, [mention.article], frozenset()))[callback_data.shown :]
    await query.answer(None if rest else say("answer-no-more"), show_alert=not rest)
    if rest:
        found = Found(mention.article, mention.article, rest, 0, callback_data.shown)
        await _show(message, question, found, None, archive, say)


async def show_another(
    query: CallbackQuery, message: Message, callback_data: OnAnother, archive: Archive, say: Phrases
) -> None:
    """«Не то»: show the next best sentence of the article, then of the others; none that was shown already."""
    mention = await _mention(query, message, archive, say)
    if not mention:
        return
    chat = ChatId(message.chat.id)
    subject = await archive.article(chat, ArticleId(callback_data.article)) or mention.article
    before = await archive.mentioned_in(chat, MessageId(callback_data.reply))
    question = nlp.understand(mention.question or "", previous=_exchange(before))
    shown = await archive.answered(chat, question.text, MessageId(callback_data.asked))
    found = await look(chat, question, subject, archive, shown)
    await query.answer(None if found.answers else say("answer-no-nearer"), show_alert=not found.answers)
    await edit_keys(message, keyboards.answer(say, context=True))
    if found.answers:
        await _show(message, question, replace(found, again=True), callback_data, archive, say)


async def _mention(query: CallbackQuery, message: Message, archive: Archive, say: Phrases) -> Mention | None:
    """What the answer above a button was; where its article or its sentence is gone, the person is told."""
    mention = await archive.mentioned_in(ChatId(message.chat.id), MessageId(message.message_id))
    if mention and mention.sentence:
        return mention
    await query.answer(say("stale-button" if mention else "gone"), show_alert=True)
    return None
