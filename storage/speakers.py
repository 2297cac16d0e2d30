"""Who speaks in which article: rows beside the readings, so that nobody is looked for in all of them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from nlp.model import Reading, Speaker
from nlp.namesakes import key
from storage.records import ArticleId, ChatId, Heard, Spoken
from storage.schema import articles, speakers


async def put(connection: AsyncConnection, chat: ChatId, article: ArticleId, reading: Reading) -> None:
    """Note who speaks in an article, in place of what was noted before."""
    await connection.execute(delete(speakers).where(speakers.c.chat == chat, speakers.c.article == article))
    if heard := heard_in(reading):
        about = {"chat": chat, "article": article}
        await connection.execute(insert(speakers), [about | _row(one) for one in heard])


def heard_in(reading: Reading) -> tuple[Heard, ...]:
    """The speakers of a reading, each with the first title that it tells; nobody whom it does not name."""
    found: dict[int, Heard] = {}
    for speaker in (quote.speaker for quote in reading.quotes if quote.speaker):
        number = key(speaker.name)
        known = found.get(number, Heard(number, speaker, 0))
        title = known.speaker.title or speaker.title
        found[number] = Heard(number, Speaker(known.speaker.name, title), known.statements + 1)
    return tuple(found.values())


async def heard(connection: AsyncConnection, chat: ChatId) -> tuple[Heard, ...]:
    """Everybody who speaks in the chat's articles, one for each key, those of the newest articles first.

    The name is that of the newest, the title too, where it tells one.
    """
    counted = (
        select(
            speakers.c.key,
            func.max(speakers.c.article).label("newest"),
            func.max(speakers.c.title).label("title"),
            func.sum(speakers.c.statements).label("statements"),
        )
        .where(speakers.c.chat == chat)
        .group_by(speakers.c.key)
        .subquery()
    )
    newest = and_(speakers.c.chat == chat, speakers.c.article == counted.c.newest, speakers.c.key == counted.c.key)
    title = func.coalesce(speakers.c.title, counted.c.title)
    query = select(speakers.c.key, speakers.c.name, title, counted.c.statements).join(counted, newest)
    rows = await connection.execute(query.where(speakers.c.chat == chat).order_by(counted.c.newest.desc()))
    return tuple(Heard(number, Speaker(name, title), count) for number, name, title, count in rows)


async def spoken(connection: AsyncConnection, chat: ChatId, keys: Iterable[int]) -> tuple[Spoken, ...]:
    """In which articles of the chat somebody of these keys speaks, the newest first: as published, or else received."""
    here = and_(articles.c.chat == speakers.c.chat, articles.c.id == speakers.c.article)
    query = (
        select(speakers.c.article, func.sum(speakers.c.statements))
        .join(articles, here)
        .where(speakers.c.chat == chat, speakers.c.key.in_(list(keys)))
        .group_by(speakers.c.article)
        .order_by(func.coalesce(articles.c.published, articles.c.received).desc(), articles.c.arrival.desc())
    )
    return tuple(Spoken(article, count) for article, count in await connection.execute(query))


def _row(one: Heard) -> dict[str, object]:
    return {"key": one.key, "name": one.speaker.name, "title": one.speaker.title, "statements": one.statements}
