"""The readings of articles: loaded from their rows, made anew where an earlier engine made them, some kept at hand."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Sequence

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.model import Reading
from storage import duplicates, rows, search, speakers
from storage.database import Database
from storage.records import Article, ArticleId, ChatId, Source
from storage.rows import ArticleRow
from storage.schema import articles
from storage.terms import Terms, terms

Reread = Callable[[str, str | None], Awaitable[Reading]]
Key = tuple[ArticleId, int]

RENEWED_AT_ONCE = 8


class Readings:
    """The readings of a database's articles. ``reread`` reads a text with its given title again."""

    def __init__(self, database: Database, reread: Reread) -> None:
        self._database = database
        self._reread = reread
        self._recent = RecentReadings()

    async def article(self, row: ArticleRow) -> Article:
        recent = self._recent.get((row.id, nlp.VERSION))
        reading = recent if recent and recent.text == row.text else await self._load(row)
        return Article(row.id, row.text, reading.title, rows.source(row), row.received, reading)

    async def articles(self, found: Iterable[ArticleRow]) -> tuple[Article, ...]:
        return tuple([await self.article(row) for row in found])

    def keep(self, article: ArticleId, reading: Reading) -> None:
        self._recent.put((article, nlp.VERSION), reading)

    def drop(self, articles: Iterable[ArticleId]) -> None:
        self._recent.drop(articles)

    async def renew_some(self, chat: ChatId) -> None:
        """Read some articles again that an earlier `nlp.VERSION` read, the newest first."""
        outdated = select(articles.c.id).where(articles.c.chat == chat, articles.c.reading_version != nlp.VERSION)
        these = and_(articles.c.chat == chat, articles.c.id.in_(outdated))  # found by the index, whatever their number
        query = select(articles).where(these).order_by(articles.c.arrival.desc()).limit(RENEWED_AT_ONCE)
        async with self._database.read() as connection:
            old: Sequence[ArticleRow] = (await connection.execute(query)).all()
        for row in old:
            await self._load(row)

    async def _load(self, row: ArticleRow) -> Reading:
        if row.reading_version == nlp.VERSION:
            reading = nlp.load(row.reading, row.text)
        else:
            reading = await self._renew(row)
        self.keep(row.id, reading)
        return reading

    async def _renew(self, row: ArticleRow) -> Reading:
        reading = await self._reread(row.text, row.given_title)
        dumped, found = await stored(reading, rows.source(row))
        values = {"title": reading.title, "reading": dumped, "reading_version": nlp.VERSION}
        async with self._database.write() as connection:
            this = and_(articles.c.chat == row.chat, articles.c.id == row.id)
            renewed = await connection.execute(update(articles).where(this).values(values))
            if renewed.rowcount:  # 0: deleted in the meantime
                await index(connection, row, found, reading)
        return reading


class RecentReadings:
    """The readings used last, by article and version, of up to ``room`` characters of text in all."""

    def __init__(self, room: int = 2_000_000) -> None:
        self._room = room
        self._readings: OrderedDict[ArticleId, tuple[int, Reading]] = OrderedDict()

    def get(self, key: Key) -> Reading | None:
        article, wanted = key
        version, reading = self._readings.get(article, (wanted, None))
        if reading is None or version != wanted:
            return None
        self._readings.move_to_end(article)
        return reading

    def put(self, key: Key, reading: Reading) -> None:
        article, version = key
        self.drop([article])
        self._readings[article] = version, reading
        self._room -= len(reading.text)
        while self._room < 0:
            self.drop([next(iter(self._readings))])

    def drop(self, articles: Iterable[ArticleId]) -> None:
        for article in articles:
            if article in self._readings:
                _, reading = self._readings.pop(article)
                self._room += len(reading.text)


async def stored(reading: Reading, source: Source) -> tuple[bytes, Terms]:
    """The bytes of a reading and its terms for the index; every word is looked up, beside the event loop."""
    return await asyncio.to_thread(lambda: (nlp.dump(reading), terms(reading, source)))


async def index(connection: AsyncConnection, row: ArticleRow, found: Terms, reading: Reading) -> None:
    """Note by what an article can be found: its words, who speaks in it, and its sketch."""
    await search.put(connection, row.chat, row.id, found)
    await duplicates.put(connection, row.chat, row.id, found.sketch)
    await speakers.put(connection, row.chat, row.id, reading)
