"""A long article chapter by chapter: pages of them, each in its best sentences, and one of them at more length."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text

import nlp
from handlers import keyboards, views
from handlers.articles import Kept, tell_gone
from handlers.buttons import OnArticle, OnChapter, OnChapters, UnderMessage
from handlers.incoming import replying
from handlers.keyboards import PAGE
from handlers.phrases import Phrases
from handlers.telling import edit, tell
from nlp import Chapter
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId

IN_SHORT, SHORT_LIMIT = 2, 300  # sentences of a chapter on a page, UTF-16 units of each
AT_LENGTH, LONG_LIMIT = 5, 600  # the same of a chapter that is opened


def router() -> Router:
    router = Router(name="chapters")
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(by_chapter, OnArticle.filter(F.do == "chapters"), Kept())
    router.callback_query.register(turn_page, OnChapters.filter(), Kept())
    router.callback_query.register(open_chapter, OnChapter.filter(), Kept())
    router.callback_query.register(tell_gone, OnChapters.filter())
    router.callback_query.register(tell_gone, OnChapter.filter())
    return router


async def by_chapter(query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    """«По главам» under a card."""
    page = _page(article, 0, say)
    await _answer(query, page is not None, say)
    if page:
        await _tell(message, article, archive, *page)


async def turn_page(
    query: CallbackQuery, message: Message, callback_data: OnChapters, article: Article, say: Phrases
) -> None:
    page = _page(article, callback_data.offset, say)
    await _answer(query, page is not None, say)
    if page:
        await edit(message, *page)


async def open_chapter(
    query: CallbackQuery,
    message: Message,
    callback_data: OnChapter,
    article: Article,
    archive: Archive,
    say: Phrases,
) -> None:
    found = nlp.chapters(article.reading)
    there = 0 <= callback_data.offset < len(found)
    await _answer(query, there, say)
    if there:
        await _tell(message, article, archive, chapter(article, found, callback_data.offset, say), None)


async def _answer(query: CallbackQuery, there: bool, say: Phrases) -> None:
    """Release the button; an article that was edited may have no such chapter any more."""
    await query.answer(None if there else say("stale-button"), show_alert=not there)


async def _tell(
    message: Message, article: Article, archive: Archive, text: Text, keys: InlineKeyboardMarkup | None
) -> None:
    """Send what a later reply will take to be about the article."""
    sent = await tell(message, text, keys, [replying(message.message_id)])
    await archive.remember(ChatId(message.chat.id), MessageId(sent.message_id), article.id)


def _page(article: Article, offset: int, say: Phrases) -> tuple[Text, InlineKeyboardMarkup] | None:
    found = nlp.chapters(article.reading)
    if not 0 <= offset < len(found):
        return None
    return page(article, found, offset, say), keyboards.chapters(article.id, offset, len(found))


def page(article: Article, found: Sequence[Chapter], offset: int, say: Phrases) -> Text:
    """Up to `PAGE` chapters from ``offset`` on, numbered, each in its best sentences."""
    head = Text(Bold(say.title(article.title)), "\n", Italic(views.length(article.reading, say)))
    shown = range(offset, min(offset + PAGE, len(found)))
    return views.stacked([head, *(_in_short(article, found, one, say) for one in shown)])


def chapter(article: Article, found: Sequence[Chapter], place: int, say: Phrases) -> Text:
    """The chapter ``found[place]`` at more length."""
    said = _said(article, found[place], AT_LENGTH, LONG_LIMIT, "\n\n")
    return views.stacked([Text(Bold(name(found, place, say))), said, Text(Italic(say.title(article.title)))], "\n")


def _in_short(article: Article, found: Sequence[Chapter], place: int, say: Phrases) -> Text:
    called, number = name(found, place, say), str(place + 1)
    numbered = number in re.findall(r"\d+", called)[:1]
    head = Bold(called if numbered else f"{number}. {called}")
    return Text(head, "\n", _said(article, found[place], IN_SHORT, SHORT_LIMIT, "\n"))


def name(found: Sequence[Chapter], place: int, say: Phrases) -> str:
    """A chapter's own title; without one it is the beginning, or has its number."""
    title = found[place].title
    if title:
        return say.title(title)
    if place == 0 and found[1].title:
        return say("chapter-beginning")
    return say("chapter-untitled", number=place + 1, count=len(found))


def _said(article: Article, one: Chapter, sentences: int, limit: int, gap: str) -> Text:
    best = nlp.summarise(article.reading, one, sentences)
    return BlockQuote(gap.join(views.clipped(sentence.text, limit) for sentence in best))
