"""What the bot answered: which sentences a message showed, and how its question was asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import ArticleId, ChatId, MessageId, Occasion, Place
from storage.schema import articles, mentions, shown

MessageRow = Row[Any]


def occasion(row: MessageRow) -> Occasion | None:
    """How the question of a mention was asked, where that is known."""
    return None if row.asked is None else Occasion(row.asked, row.asked_at, row.leaning, bool(row.everywhere))


def columns(asked: Occasion | None) -> dict[str, object]:
    if asked is None:
        return {"asked": None, "asked_at": None, "leaning": None, "everywhere": None}
    known = {"asked": asked.message, "asked_at": asked.at, "leaning": asked.leaning}
    return {**known, "everywhere": asked.everywhere}


async def put(connection: AsyncConnection, chat: ChatId, message: MessageId, places: Sequence[Place]) -> None:
    """Note which sentences a message shows, in place of those that it showed."""
    await connection.execute(delete(shown).where(shown.c.chat == chat, shown.c.message == message))
    query = select(articles.c.id).where(articles.c.chat == chat, articles.c.id.in_([one.article for one in places]))
    kept = set((await connection.execute(query)).scalars())
    rows = [
        {"chat": chat, "message": message, "article": one.article, "start": one.start, "stop": one.stop}
        for one in dict.fromkeys(places)
        if one.article in kept
    ]
    if rows:
        await connection.execute(insert(shown), rows)


async def answered(connection: AsyncConnection, chat: ChatId, question: str, since: MessageId) -> frozenset[str]:
    """The sentences that messages after ``since`` have shown as answers to a question."""
    query = (
        select(articles.c.text, shown.c.start, shown.c.stop)
        .join(articles, (articles.c.chat == shown.c.chat) & (articles.c.id == shown.c.article))
        .join(mentions, (mentions.c.chat == shown.c.chat) & (mentions.c.message == shown.c.message))
        .where(mentions.c.chat == chat, mentions.c.message > since, mentions.c.question == question)
    )
    return frozenset(text[start:stop] for text, start, stop in await connection.execute(query))


async def first_to(connection: AsyncConnection, chat: ChatId, asked: MessageId) -> MessageId | None:
    """The first message that answered a question, or refused to."""
    query = select(mentions.c.message).where(mentions.c.chat == chat, mentions.c.asked == asked)
    return (await connection.execute(query.order_by(mentions.c.message).limit(1))).scalar_one_or_none()


async def first_card(connection: AsyncConnection, chat: ChatId, article: ArticleId) -> MessageId | None:
    """The first message that speaks of an article and answers no question."""
    this = (mentions.c.chat == chat, mentions.c.article == article, mentions.c.asked.is_(None))
    query = select(mentions.c.message).where(*this, mentions.c.start.is_(None))
    return (await connection.execute(query.order_by(mentions.c.message).limit(1))).scalar_one_or_none()


async def newest(connection: AsyncConnection, chat: ChatId, before: MessageId, since: datetime) -> MessageId | None:
    """The last message before another, if it answered a question that was asked at ``since`` or later.

    A question that was refused does not count as a message; an article that came, or was opened, does.
    """
    refused = mentions.c.asked.is_not(None) & mentions.c.start.is_(None)
    query = select(mentions).where(mentions.c.chat == chat, mentions.c.message < before, ~refused)
    last = (await connection.execute(query.order_by(mentions.c.message.desc()).limit(1))).one_or_none()
    return last.message if last and last.asked is not None and last.asked_at >= since else None
