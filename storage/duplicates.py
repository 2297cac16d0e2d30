"""Which article of a chat a text is again, though with small changes: candidates by their sketches, then each itself.

Every row bears its chat, so that a text is never known by what another chat has.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.duplicates import repeats, told
from storage import rows
from storage.records import ArticleId, ChatId
from storage.rows import ArticleRow
from storage.schema import sketches

CANDIDATES = 8
LEAST = 1 / 8  # of the hashes of a text that another one must have


async def put(connection: AsyncConnection, chat: ChatId, article: ArticleId, hashes: Sequence[int]) -> None:
    """Note by which hashes an article is found, in place of what was noted before."""
    await connection.execute(delete(sketches).where(sketches.c.chat == chat, sketches.c.article == article))
    if hashes:
        this = {"chat": chat, "article": article}
        await connection.execute(insert(sketches), [this | {"hash": one} for one in hashes])


async def candidates(connection: AsyncConnection, chat: ChatId, hashes: Sequence[int]) -> Sequence[ArticleRow]:
    """The articles that have most of these hashes, the newest of equals first."""
    count = func.count()
    query = (
        select(sketches.c.article)
        .where(sketches.c.chat == chat, sketches.c.hash.in_(hashes))
        .group_by(sketches.c.article)
        .having(count >= LEAST * len(hashes))
        .order_by(count.desc(), sketches.c.article.desc())
        .limit(CANDIDATES)
    )
    found: Sequence[ArticleId] = (await connection.execute(query)).scalars().all()
    return await rows.articles_in_order(connection, chat, found) if found else ()


def known_again(text: str, among: Sequence[ArticleRow]) -> ArticleId | None:
    """The first of these that says all that a text says; takes some milliseconds for each."""
    return next((row.id for row in among if repeats(text, _told(row))), None)


def _told(row: ArticleRow) -> str:
    """What the article tells; the whole text where an earlier `nlp.VERSION` read it."""
    return told(nlp.load(row.reading, row.text)) if row.reading_version == nlp.VERSION else str(row.text)
