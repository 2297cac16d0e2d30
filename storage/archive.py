"""The archive: one method for each question that the product asks of its memory.

Every method is one transaction and sees one chat only. A reading of an earlier `nlp.VERSION` is read again when it
is next asked for, and written back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

import nlp
from nlp.model import Reading
from storage.records import Article, ArticleId, ChatId, Heading, Incoming, Mention, MessageId, Part, Saved

Reread = Callable[[str, str | None], Awaitable[Reading]]


async def read_in_thread(text: str, title: str | None) -> Reading:
    """`nlp.read` beside the event loop."""
    return await asyncio.to_thread(nlp.read, text, title)


class Archive:
    """Everything that the chats have kept; made by `open_archive`."""

    async def save(self, chat: ChatId, incoming: Incoming, reading: Reading) -> Saved:
        """Keep an article. The same text again is the same article, which becomes the chat's latest.

        ``reading`` is of ``incoming.text``. Texts are the same if they differ in white space, zero-width characters
        and Unicode composition only. The messages of every copy belong to the article.
        """
        raise NotImplementedError

    async def remember(
        self,
        chat: ChatId,
        message: MessageId,
        article: ArticleId,
        sentence: tuple[int, int] | None = None,
        question: str | None = None,
    ) -> None:
        """Note that a message of the bot speaks of an article; nothing happens if the article is gone."""
        raise NotImplementedError

    async def mentioned_in(self, chat: ChatId, message: MessageId) -> Mention | None:
        """What a message is about: a part of an article, its card or an answer from it."""
        raise NotImplementedError

    async def article(self, chat: ChatId, article: ArticleId) -> Article | None:
        raise NotImplementedError

    async def latest(self, chat: ChatId) -> Article | None:
        """The article that arrived last."""
        raise NotImplementedError

    async def parts(self, chat: ChatId, article: ArticleId) -> tuple[Part, ...]:
        """The messages that hold the article's text to the letter: the newest copy first, each copy in order."""
        raise NotImplementedError

    async def page(self, chat: ChatId, offset: int, limit: int) -> tuple[Heading, ...]:
        """``limit`` rows of the list after the first ``offset``, the latest arrival first."""
        raise NotImplementedError

    async def count(self, chat: ChatId) -> int:
        """How many articles the chat has."""
        raise NotImplementedError

    async def search(self, chat: ChatId, lemmas: Iterable[str], limit: int) -> tuple[Article, ...]:
        """Up to ``limit`` articles that hold any of the folded dictionary forms (`nlp.words.lemmas`), best first."""
        raise NotImplementedError

    async def delete(self, chat: ChatId, article: ArticleId) -> bool:
        """Delete an article and what was said about it; False if the chat has no such article."""
        raise NotImplementedError

    async def forget(self, chat: ChatId) -> int:
        """Delete everything of the chat; how many articles that were."""
        raise NotImplementedError

    async def newest_message(self, chat: ChatId) -> int:
        """The greatest message id that the archive knows of the chat; 0 if none."""
        raise NotImplementedError


@asynccontextmanager
async def open_archive(url: str, reread: Reread = read_in_thread) -> AsyncIterator[Archive]:
    """The archive in the database at ``url`` (``sqlite:///verbatim.db``), created or brought up to date first.

    ``reread`` reads a text with its given title again. Raises an `ArchiveError` that tells how to mend the database.
    """
    raise NotImplementedError
    yield Archive()
