"""«Что убрано» under a card: what stands in the text of an article and was not read as a part of it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text

from handlers import views
from handlers.articles import Kept
from handlers.buttons import OnArticle, UnderMessage
from handlers.incoming import replying
from handlers.phrases import Phrases
from handlers.telling import tell
from intake.cleaning import left_out
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId

SHOWN = 3000  # UTF-16 units of what was removed


def router() -> Router:
    router = Router(name="removed")
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(show, OnArticle.filter(F.do == "removed"), Kept())
    return router


async def show(query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    gone = left_out(article.reading)
    await query.answer(None if gone else say("stale-button"), show_alert=not gone)
    if gone:
        sent = await tell(message, told(article, say), None, [replying(message.message_id)])
        await archive.remember(ChatId(message.chat.id), MessageId(sent.message_id), article.id)


def told(article: Article, say: Phrases) -> Text:
    """The lines that were removed, one below the other."""
    lines = "\n".join(one.text for one in left_out(article.reading))
    head = Text(Bold(say("removed-title")), "\n", views.origin(article, say))
    return views.stacked([head, BlockQuote(views.clipped(lines, SHOWN)), Italic(say("removed-why"))])
