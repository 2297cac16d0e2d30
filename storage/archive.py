"""The archive: one method for each question that the product asks of its memory.

Every method is one transaction and sees one chat only. A reading of an earlier `nlp.VERSION` is read again when it
is next asked for, and written back in a transaction of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.duplicates import told
from nlp.model import Question, Reading
from nlp.progress import Progress, silent
from storage import answers, duplicates, preferences, related, rows, search, speakers, tags
from storage.database import Database, open_database
from storage.readings import Readings, Reread, index, stored
from storage.records import (
    Article,
    ArticleId,
    ChatId,
    Heading,
    Heard,
    Hits,
    Incoming,
    Mention,
    MessageId,
    Occasion,
    Part,
    Place,
    Preferences,
    Saved,
    Spoken,
    Tagged,
)
from storage.schema import articles, mentions, parts
from storage.terms import Terms

NEWEST_FIRST = articles.c.arrival.desc()
HEADING = tuple(column for column in articles.c if column.name not in {"text", "reading"})


async def read_in_thread(text: str, title: str | None, progress: Progress = silent) -> Reading:
    """`nlp.read` beside the event loop; ``progress`` is called in the thread."""
    return await asyncio.to_thread(nlp.read, text, title, progress)


class Archive:
    """Everything that the chats have kept. ``reread`` reads a text with its given title again."""

    def __init__(self, database: Database, reread: Reread = read_in_thread) -> None:
        self._database = database
        self._readings = Readings(database, reread)

    async def save(self, chat: ChatId, incoming: Incoming, reading: Reading, apart: bool = False) -> Saved:
        """Keep an article. The same text again is the same article, which becomes the chat's latest.

        ``reading`` is of ``incoming.text``. Texts are the same if they differ in white space, invisible characters
        and Unicode composition only; or in small changes (`nlp.repeats`), unless the text is to be kept ``apart``. The
        article stays as it is. The messages of every copy belong to it. A message that is saved twice, because the
        program stopped before it could reply, is as new as it was.
        """
        dumped, terms = await stored(reading, incoming.source)
        near = None if apart else await self._near(chat, reading, terms)
        async with self._database.write() as connection:
            arrival = await rows.next_arrival(connection, chat)
            known = await rows.arrive_again(connection, chat, incoming, arrival, near)
            row = known or await rows.add_article(connection, chat, incoming, arrival, reading, dumped)
            if known is None:
                await index(connection, row, terms, reading)
            for part in incoming.parts:
                await rows.put_part(connection, row, part, exact=incoming.text == row.text)
            new = known is None or await rows.came_only_in(connection, row, incoming.parts)
        if known is None:
            self._readings.keep(row.id, reading)
        differs = row.fingerprint != rows.fingerprint(incoming.text)
        return Saved(await self._readings.article(row), new, differs)

    async def _near(self, chat: ChatId, reading: Reading, terms: Terms) -> ArticleId | None:
        """The article that says all that a reading says, in the same words."""
        async with self._database.read() as connection:
            among = await duplicates.candidates(connection, chat, terms.sketch)
        return await asyncio.to_thread(duplicates.known_again, told(reading), among) if among else None

    async def revise(self, chat: ChatId, article: ArticleId, incoming: Incoming, reading: Reading) -> Article | None:
        """Give an article the text that its message has now; its id and its place in the list stay.

        What was quoted from the old text is no longer known. None if the article is gone, or if the chat has another
        one of this text already.
        """
        dumped, terms = await stored(reading, incoming.source)
        async with self._database.write() as connection:
            row = await rows.revise_article(connection, chat, article, incoming, reading, dumped)
            if row is None:
                return None
            await index(connection, row, terms, reading)
            for part in incoming.parts:
                await rows.put_part(connection, row, part, exact=True)
        self._readings.keep(row.id, reading)
        return await self._readings.article(row)

    async def remember(
        self,
        chat: ChatId,
        message: MessageId,
        article: ArticleId,
        sentence: tuple[int, int] | None = None,
        question: str | None = None,
        asked: Occasion | None = None,
        others: Sequence[Place] = (),
    ) -> None:
        """Note that a message of the bot speaks of an article; nothing happens if the article is gone.

        ``others`` are what it shows beside the ``sentence``.
        """
        start, stop = sentence or (None, None)
        said = {"article": article, "start": start, "stop": stop, "question": question, **answers.columns(asked)}
        places = [*([Place(article, *sentence)] if sentence else []), *others]
        async with self._database.write() as connection:
            if await rows.has_article(connection, chat, article):
                await rows.put_message(connection, mentions, chat=chat, message=message, **said)
                await answers.put(connection, chat, message, places)

    async def mentioned_in(self, chat: ChatId, message: MessageId) -> Mention | None:
        """What a message is about: a part of an article, its card or an answer from it."""
        async with self._database.read() as connection:
            spoken = await rows.first(connection, mentions, mentions.c.chat == chat, mentions.c.message == message)
            held = await rows.first(connection, parts, parts.c.chat == chat, parts.c.message == message)
            about = spoken or held
            row = about and await rows.article(connection, chat, about.article)
        if row is None:
            return None
        article = await self._readings.article(row)
        if spoken is None:
            return Mention(article)
        return Mention(article, _sentence(spoken), spoken.question, answers.occasion(spoken))

    async def card(self, chat: ChatId, article: ArticleId) -> MessageId | None:
        """The first message of the bot that showed the article as a whole."""
        async with self._database.read() as connection:
            return await answers.first_card(connection, chat, article)

    async def article(self, chat: ChatId, article: ArticleId) -> Article | None:
        async with self._database.read() as connection:
            row = await rows.article(connection, chat, article)
        return None if row is None else await self._readings.article(row)

    async def articles(self, chat: ChatId, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """The chat's articles among ``ids``, in the order of those."""
        async with self._database.read() as connection:
            held = await rows.articles_in_order(connection, chat, ids)
        return await self._readings.articles(held)

    async def latest(self, chat: ChatId) -> Article | None:
        """The article that arrived last."""
        query = select(articles).where(articles.c.chat == chat).order_by(NEWEST_FIRST).limit(1)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else await self._readings.article(row)

    async def parts(self, chat: ChatId, article: ArticleId) -> tuple[Part, ...]:
        """The messages that hold the article's text to the letter: the newest copy first, each copy in order."""
        query = (
            select(parts.c.message, parts.c.start, parts.c.stop, parts.c.entities)
            .where(parts.c.chat == chat, parts.c.article == article, parts.c.exact)
            .order_by(parts.c.arrival.desc(), parts.c.start, parts.c.message)
        )
        async with self._database.read() as connection:
            return tuple(Part(*row) for row in await connection.execute(query))

    async def copy(self, chat: ChatId, message: MessageId) -> tuple[Part, ...]:
        """The messages that brought an article's text together with this one, in order of what they hold.

        Empty where the article does not hold the text of the message to the letter.
        """
        async with self._database.read() as connection:
            return await rows.copy(connection, chat, message)

    async def page(self, chat: ChatId, offset: int, limit: int) -> tuple[Heading, ...]:
        """``limit`` rows of the list after the first ``offset``, the latest arrival first."""
        query = select(*HEADING).where(articles.c.chat == chat).order_by(NEWEST_FIRST).offset(offset).limit(limit)
        async with self._database.read() as connection:
            found = (await connection.execute(query)).all()
        return tuple(Heading(row.id, row.title, rows.source(row), row.received) for row in found)

    async def count(self, chat: ChatId) -> int:
        """How many articles the chat has."""
        async with self._database.read() as connection:
            return await rows.count(connection, chat)

    async def search(self, chat: ChatId, question: Question, limit: int) -> Hits:
        """Up to ``limit`` articles of the question's scope that hold any of the words it looks for, best first.

        A question for no words, or for a summary, finds the newest of a scope that narrows. Long articles are fewer.
        Articles that were indexed by an earlier `nlp.VERSION` are renewed first, a few at each search: the forms of
        today would not find them.
        """
        await self._readings.renew_some(chat)
        async with self._database.read() as connection:
            found = await search.find(connection, chat, question, limit)
            held = await rows.articles_in_order(connection, chat, found.articles)
        articles = await self._readings.articles(held)
        return Hits(articles, found.frequencies, found.looked, found.corrected)

    async def related(self, chat: ChatId, article: Article, limit: int) -> tuple[Article, ...]:
        """Up to ``limit`` other articles of the same event that came at about the same time, the surest first."""
        async with self._database.read() as connection:
            among = await related.candidates(connection, chat, article)
        found = await self._readings.articles(row for row in among if related.is_near(row, article))
        same = await asyncio.to_thread(related.of_one_story, article.reading, found) if found else []
        return tuple(same[:limit])

    async def heard(self, chat: ChatId) -> tuple[Heard, ...]:
        """Everybody who speaks in the chat's articles, one for each key, as the newest article names them.

        Articles of an earlier `nlp.VERSION` are renewed first, a few each time.
        """
        await self._readings.renew_some(chat)
        async with self._database.read() as connection:
            return await speakers.heard(connection, chat)

    async def spoken(self, chat: ChatId, keys: Iterable[int]) -> tuple[Spoken, ...]:
        """In which articles those of these keys speak, the newest first: as published, or else as received."""
        async with self._database.read() as connection:
            return await speakers.spoken(connection, chat, keys)

    async def answered(self, chat: ChatId, question: str, since: MessageId) -> frozenset[str]:
        """The sentences that messages after ``since`` have shown as answers to a question."""
        async with self._database.read() as connection:
            return await answers.answered(connection, chat, question, since)

    async def answer_to(self, chat: ChatId, asked: MessageId) -> MessageId | None:
        """The first message that answered a question, or refused to."""
        async with self._database.read() as connection:
            return await answers.first_to(connection, chat, asked)

    async def answer_before(self, chat: ChatId, message: MessageId, since: datetime) -> MessageId | None:
        """The last answer before a message, to a question that was asked at ``since`` or later.

        None where something else of an article was shown after it.
        """
        async with self._database.read() as connection:
            return await answers.newest(connection, chat, message, since)

    async def delete(self, chat: ChatId, article: ArticleId) -> bool:
        """Delete an article and what was said about it; False if the chat has no such article."""
        async with self._database.write() as connection:
            gone = await _delete(connection, and_(articles.c.chat == chat, articles.c.id == article))
        self._readings.drop(gone)
        return bool(gone)

    async def forget(self, chat: ChatId) -> int:
        """Delete everything of the chat, its preferences too; how many articles that were."""
        async with self._database.write() as connection:
            await preferences.forget(connection, chat)
            await search.forget(connection, chat)
            gone = await _delete(connection, articles.c.chat == chat)
        self._readings.drop(gone)
        return len(gone)

    async def received(self, chat: ChatId, since: datetime, until: datetime) -> tuple[ArticleId, ...]:
        """The articles that came after ``since`` and not after ``until``, the latest arrival first."""
        during = and_(articles.c.chat == chat, articles.c.received > since, articles.c.received <= until)
        query = select(articles.c.id).where(during).order_by(NEWEST_FIRST)
        async with self._database.read() as connection:
            return tuple((await connection.execute(query)).scalars())

    async def brought(self, chat: ChatId, first: MessageId, last: MessageId) -> tuple[ArticleId, ...]:
        """The articles that the messages ``first``..``last`` brought, the latest arrival first."""
        held = select(parts.c.article).where(parts.c.chat == chat, parts.c.message.between(first, last))
        query = select(articles.c.id).where(articles.c.chat == chat, articles.c.id.in_(held)).order_by(NEWEST_FIRST)
        async with self._database.read() as connection:
            return tuple((await connection.execute(query)).scalars())

    async def tag(self, chat: ChatId, article: ArticleId, names: Sequence[str]) -> tuple[str, ...]:
        """Give an article tags, up to `storage.tags.MOST` in all; those that it has then. Spelling does not tell tags
        apart. Nothing happens if the article is gone.
        """
        async with self._database.write() as connection:
            await tags.add(connection, chat, article, names)
            return await tags.of(connection, chat, article)

    async def tags(self, chat: ChatId, article: ArticleId) -> tuple[str, ...]:
        async with self._database.read() as connection:
            return await tags.of(connection, chat, article)

    async def tagged(self, chat: ChatId, tag: int) -> Tagged | None:
        """What is under the tag of this `storage.tags.key`; None if nothing is."""
        async with self._database.read() as connection:
            return await tags.tagged(connection, chat, tag)

    async def preferences(self, chat: ChatId) -> Preferences:
        async with self._database.read() as connection:
            return await preferences.find(connection, chat)

    async def prefer(self, chat: ChatId, **changes: object) -> Preferences:
        """Change some fields of the chat's preferences; what they are then."""
        async with self._database.write() as connection:
            return await preferences.change(connection, chat, changes)

    async def with_digest(self) -> tuple[tuple[ChatId, Preferences], ...]:
        """The chats that want a digest and what they prefer: the one question about all chats."""
        async with self._database.read() as connection:
            return await preferences.with_digest(connection)

    async def newest_message(self, chat: ChatId) -> int:
        """The greatest message id that the archive knows of the chat; 0 if none."""
        async with self._database.read() as connection:
            return max([await rows.newest_message(connection, table, chat) for table in (parts, mentions)])


@asynccontextmanager
async def open_archive(url: str, reread: Reread = read_in_thread) -> AsyncIterator[Archive]:
    """The archive in the database at ``url`` (``sqlite:///verbatim.db``), created or brought up to date first.

    ``reread`` reads a text with its given title again. Raises an `ArchiveError` that tells how to mend the database.
    """
    async with open_database(url) as database:
        yield Archive(database, reread)


async def _delete(connection: AsyncConnection, which: ColumnElement[bool]) -> Sequence[ArticleId]:
    """Delete articles and all that is known of them; which they were."""
    gone = await connection.execute(delete(articles).where(which).returning(articles.c.id))
    return gone.scalars().all()


def _sentence(mention: Row[Any]) -> tuple[int, int] | None:
    return None if mention.start is None else (mention.start, mention.stop)
