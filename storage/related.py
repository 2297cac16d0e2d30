"""Articles that may tell of the event of another one: those of its chat that came about the same time and share words.

How many are looked at does not grow with the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.model import Reading
from nlp.stories import SAME
from storage import rows
from storage.records import Article, ArticleId, ChatId
from storage.rows import ArticleRow
from storage.schema import articles, postings

AROUND = 60  # arrivals before an article, and after it
APART = timedelta(days=3)
CANDIDATES = 8


async def candidates(connection: AsyncConnection, chat: ChatId, article: Article) -> Sequence[ArticleRow]:
    """Those that share most of the article's words, a word counting the less the more of them hold it."""
    arrival = select(articles.c.arrival).where(articles.c.chat == chat, articles.c.id == article.id).scalar_subquery()
    near = articles.c.arrival.between(arrival - AROUND, arrival + AROUND)
    around = select(articles.c.id).where(articles.c.chat == chat, near, articles.c.id != article.id)
    words = select(postings.c.lemma).where(postings.c.chat == chat, postings.c.article == article.id)
    rarity = 1.0 / func.count().over(partition_by=postings.c.lemma)
    shared = (
        select(postings.c.article, rarity.label("rarity"))
        .where(postings.c.chat == chat, postings.c.article.in_(around), postings.c.lemma.in_(words))
        .subquery()
    )
    likest = select(shared.c.article).group_by(shared.c.article).order_by(func.sum(shared.c.rarity).desc())
    found: Sequence[ArticleId] = (await connection.execute(likest.limit(CANDIDATES))).scalars().all()
    return await rows.articles_in_order(connection, chat, found) if found else ()


def is_near(row: ArticleRow, article: Article) -> bool:
    """Whether it came, or was published, at about the same time; what an earlier `nlp.VERSION` read is left out."""
    when = row.published or row.received
    current: bool = row.reading_version == nlp.VERSION
    return current and abs(when - (article.source.published or article.received)) <= APART


def of_one_story(reading: Reading, among: Sequence[Article]) -> list[Article]:
    """Those that tell of the same event, the surest first; takes some milliseconds for each."""
    sure = [(nlp.same_story(reading, one.reading), one) for one in among]
    return [one for how, one in sorted(sure, key=lambda pair: -pair[0]) if how >= SAME]
