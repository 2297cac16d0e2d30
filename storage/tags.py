"""The words that people file articles under: rows beside the articles, gone with them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from sqlalchemy import and_, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from nlp.words import fold
from storage import rows
from storage.records import ArticleId, ChatId, Tagged
from storage.schema import articles, tags

MOST = 10  # tags of one article


def key(name: str) -> int:
    """A positive number of 48 bits, the same however the tag is spelt: #Экономика, #экономика."""
    return int.from_bytes(blake2b(fold(name).encode("utf-8", "surrogatepass"), digest_size=6).digest()) or 1


async def of(connection: AsyncConnection, chat: ChatId, article: ArticleId) -> tuple[str, ...]:
    """The tags of an article in the order in which it got them."""
    query = select(tags.c.name).where(tags.c.chat == chat, tags.c.article == article).order_by(tags.c.place)
    return tuple((await connection.execute(query)).scalars())


async def add(connection: AsyncConnection, chat: ChatId, article: ArticleId, names: Sequence[str]) -> None:
    """Give an article tags that it has not, as long as it has fewer than `MOST`."""
    if not await rows.has_article(connection, chat, article):
        return
    known = await of(connection, chat, article)
    new = {key(name): name for name in names if key(name) not in map(key, known)}
    about = {"chat": chat, "article": article}
    added = [
        about | {"tag": tag, "name": name, "place": place} for place, (tag, name) in enumerate(new.items(), len(known))
    ]
    if fitting := added[: MOST - len(known)]:
        await connection.execute(insert(tags), fitting)


async def tagged(connection: AsyncConnection, chat: ChatId, tag: int) -> Tagged | None:
    """The articles with a tag, the latest arrival first, and how the tag is written there; None if there are none."""
    here = and_(articles.c.chat == tags.c.chat, articles.c.id == tags.c.article)
    query = select(tags.c.article, tags.c.name).join(articles, here).where(tags.c.chat == chat, tags.c.tag == tag)
    found = (await connection.execute(query.order_by(articles.c.arrival.desc()))).all()
    return Tagged(found[0].name, tuple(row.article for row in found)) if found else None
