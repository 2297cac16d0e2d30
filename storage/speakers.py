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
    """The speakers of a reading in the order in which they first speak, without those of whom it gives no name."""
    return merged(Heard(key(q.speaker.name), q.speaker, 1) for q in reading.quotes if q.speaker)


def merged(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """One for each key, with all their statements: the first name, and the first title that is told."""
    found: dict[int, Heard] = {}
    for one in heard:
        known = found.get(one.key, Heard(one.key, Speaker(one.speaker.name), 0))
        title = known.speaker.title or one.speaker.title
        found[one.key] = Heard(one.key, Speaker(known.speaker.name, title), known.statements + one.statements)
    return tuple(found.values())


async def heard(connection: AsyncConnection, chat: ChatId) -> tuple[Heard, ...]:
    """Everybody who speaks in the chat's articles, as the newest of these name them."""
    columns = (speakers.c.key, speakers.c.name, speakers.c.title, speakers.c.statements)
    query = select(*columns).where(speakers.c.chat == chat).order_by(speakers.c.article.desc(), speakers.c.key)
    rows = await connection.execute(query)
    return merged(Heard(number, Speaker(name, title), count) for number, name, title, count in rows)


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
