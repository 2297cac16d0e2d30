"""Full-text search of the articles: what differs between databases. Here SQLite's FTS5.

The index holds one row an article. Each of its terms carries the chat («-1001_товарооборот»), so that a search meets
the postings of its own chat only, however many others there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from nlp.model import Reading
from nlp.words import lemmas
from storage.records import ArticleId, ChatId

TERM = re.compile(r"[^\W_]+")


def reading_terms(chat: ChatId, reading: Reading) -> str:
    """What the index keeps of a reading."""
    return " ".join(_terms(chat, lemmas(f"{reading.title}\n{reading.text}", reading.language)))


async def put(connection: AsyncConnection, article: ArticleId, terms: str) -> None:
    """Index an article, or index it anew."""
    await connection.execute(
        text("INSERT OR REPLACE INTO article_index (rowid, terms) VALUES (:article, :terms)"),
        {"article": article, "terms": terms},
    )


async def remove(connection: AsyncConnection, articles: Iterable[ArticleId]) -> None:
    if rows := [{"article": article} for article in articles]:
        await connection.execute(text("DELETE FROM article_index WHERE rowid = :article"), rows)


async def find(connection: AsyncConnection, chat: ChatId, words: Iterable[str], limit: int) -> Sequence[ArticleId]:
    """Up to ``limit`` articles of the chat that hold any of the words, by BM25; of equals the newest first."""
    query = " OR ".join(f'"{term}"' for term in dict.fromkeys(_terms(chat, words)))
    if not query:
        return ()
    found = await connection.execute(
        text("SELECT rowid FROM article_index WHERE article_index MATCH :query ORDER BY rank, rowid DESC LIMIT :limit"),
        {"query": query, "limit": limit},
    )
    return found.scalars().all()


async def holding(connection: AsyncConnection, chat: ChatId, words: Iterable[str]) -> dict[str, int]:
    """How many articles of the chat hold each word."""
    query = text("SELECT count(*) FROM article_index WHERE article_index MATCH :query")
    found = {}
    for word in words:
        if phrase := " ".join(f'"{term}"' for term in _terms(chat, [word])):
            found[word] = (await connection.execute(query, {"query": phrase})).scalar_one()
    return found


def _terms(chat: ChatId, words: Iterable[str]) -> Iterable[str]:
    """Letters and digits only, so that no word of a person is syntax to the database."""
    return (f"{chat}_{term}" for word in words for term in TERM.findall(word))
