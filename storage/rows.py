"""Rows of the tables: how records become rows and come back, inside a transaction of the archive."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.model import Reading
from storage.records import ArticleId, ChatId, Incoming, MessageId, Part, Source
from storage.schema import articles, mentions, parts, shown

WHITE_SPACE = re.compile(r"\s+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

ArticleRow = Row[Any]


def fingerprint(text: str) -> bytes:
    """Equal for texts that look the same; case counts."""
    plain = WHITE_SPACE.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()


def source(row: ArticleRow) -> Source:
    return Source(row.source_kind, row.source_name, row.source_url, row.source_author, row.published)


async def first(connection: AsyncConnection, table: Table, *where: ColumnElement[bool]) -> Row[Any] | None:
    found: Row[Any] | None = (await connection.execute(select(table).where(*where))).one_or_none()
    return found


async def article(connection: AsyncConnection, chat: ChatId, id_: ArticleId) -> ArticleRow | None:
    return await first(connection, articles, articles.c.chat == chat, articles.c.id == id_)


async def articles_in_order(
    connection: AsyncConnection, chat: ChatId, ids: Sequence[ArticleId]
) -> Sequence[ArticleRow]:
    """The chat's articles among ``ids``, in the order of those."""
    query = select(articles).where(articles.c.chat == chat, articles.c.id.in_(ids))
    found: Sequence[ArticleRow] = (await connection.execute(query)).all()
    return sorted(found, key=lambda row: ids.index(row.id))


async def has_article(connection: AsyncConnection, chat: ChatId, id_: ArticleId) -> bool:
    query = select(articles.c.id).where(articles.c.chat == chat, articles.c.id == id_)
    return (await connection.execute(query)).one_or_none() is not None


async def count(connection: AsyncConnection, chat: ChatId) -> int:
    """How many articles the chat has."""
    query = select(func.count()).select_from(articles).where(articles.c.chat == chat)
    return (await connection.execute(query)).scalar_one()


async def next_arrival(connection: AsyncConnection, chat: ChatId) -> int:
    """Arrivals are counted, because times of messages are whole seconds and tie."""
    newest = await connection.execute(select(func.max(articles.c.arrival)).where(articles.c.chat == chat))
    return (newest.scalar_one() or 0) + 1


async def arrive_again(
    connection: AsyncConnection, chat: ChatId, incoming: Incoming, arrival: int, near: ArticleId | None = None
) -> ArticleRow | None:
    """The article of this text, or else ``near``, if the chat has it; now its latest."""
    same = or_(articles.c.fingerprint == fingerprint(incoming.text), articles.c.id == near)
    this = select(articles.c.id).where(articles.c.chat == chat, same).order_by(articles.c.id == near).limit(1)
    known_again = and_(articles.c.chat == chat, articles.c.id == this.scalar_subquery())
    touch = update(articles).where(known_again).values(arrival=arrival, received=incoming.received).returning(articles)
    known: ArticleRow | None = (await connection.execute(touch)).one_or_none()
    return known


async def add_article(
    connection: AsyncConnection, chat: ChatId, incoming: Incoming, arrival: int, reading: Reading, dumped: bytes
) -> ArticleRow:
    new = insert(articles).values(
        chat=chat,
        arrival=arrival,
        fingerprint=fingerprint(incoming.text),
        text=incoming.text,
        given_title=incoming.title,
        title=reading.title,
        source_kind=incoming.source.kind,
        source_name=incoming.source.name,
        source_url=incoming.source.url,
        source_author=incoming.source.author,
        published=incoming.source.published,
        received=incoming.received,
        reading=dumped,
        reading_version=nlp.VERSION,
    )
    row: ArticleRow = (await connection.execute(new.returning(articles))).one()
    return row


async def revise_article(
    connection: AsyncConnection, chat: ChatId, id_: ArticleId, incoming: Incoming, reading: Reading, dumped: bytes
) -> ArticleRow | None:
    """The article with another text; None if it is gone, or if another article of the chat has that text."""
    same = select(articles.c.id).where(articles.c.chat == chat, articles.c.fingerprint == fingerprint(incoming.text))
    if set((await connection.execute(same)).scalars()) - {id_}:
        return None
    text = {"text": incoming.text, "fingerprint": fingerprint(incoming.text), "title": reading.title}
    change = update(articles).where(articles.c.chat == chat, articles.c.id == id_).returning(articles)
    known = await connection.execute(change.values(**text, reading=dumped, reading_version=nlp.VERSION))
    for table, outdated in ((parts, {"exact": False}), (mentions, {"start": None, "stop": None, "question": None})):
        this = and_(table.c.chat == chat, table.c.article == id_)
        await connection.execute(update(table).where(this).values(**outdated))
    await connection.execute(delete(shown).where(shown.c.chat == chat, shown.c.article == id_))
    row: ArticleRow | None = known.one_or_none()
    return row


async def put_part(connection: AsyncConnection, row: ArticleRow, part: Part, exact: bool) -> None:
    """``exact``: the message's text is ``row.text[part.start:part.stop]``, to the letter."""
    place = {"exact": exact, "start": part.start, "stop": part.stop, "entities": part.entities}
    about = {"chat": row.chat, "message": part.message_id, "article": row.id, "arrival": row.arrival}
    await put_message(connection, parts, **about, **place)


async def copy(connection: AsyncConnection, chat: ChatId, message: MessageId) -> tuple[Part, ...]:
    """The parts that came together with that of ``message``, if its text is the article's to the letter."""
    exact = and_(parts.c.chat == chat, parts.c.exact)
    this = await first(connection, parts, exact, parts.c.message == message)
    if this is None:
        return ()
    query = select(parts.c.message, parts.c.start, parts.c.stop, parts.c.entities).where(
        exact, parts.c.article == this.article, parts.c.arrival == this.arrival
    )
    found = await connection.execute(query.order_by(parts.c.start, parts.c.message))
    return tuple(Part(*row) for row in found)


async def came_only_in(connection: AsyncConnection, row: ArticleRow, messages: Sequence[Part]) -> bool:
    """Whether these messages, and no others, brought the article."""
    query = select(parts.c.message).where(parts.c.chat == row.chat, parts.c.article == row.id)
    brought = set((await connection.execute(query)).scalars())
    return bool(brought) and brought == {part.message_id for part in messages}


async def put_message(connection: AsyncConnection, table: Table, **values: object) -> None:
    """Insert a row about a message, in place of the one that is there."""
    this = and_(table.c.chat == values["chat"], table.c.message == values["message"])
    await connection.execute(delete(table).where(this))
    await connection.execute(insert(table).values(values))


async def newest_message(connection: AsyncConnection, table: Table, chat: ChatId) -> int:
    newest = await connection.execute(select(func.max(table.c.message)).where(table.c.chat == chat))
    return newest.scalar_one() or 0
