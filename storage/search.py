"""Full-text search of a chat's articles: an index of folded lemmas in plain tables, ranked by BM25.

Every row bears its chat, so that a search meets nothing of the other chats, neither their words nor their rarity.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sqlalchemy import ColumnElement, Integer, and_, case, cast, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from nlp.model import Frequencies, Question
from storage import scopes, vocabulary
from storage.records import ArticleId, ChatId
from storage.schema import articles, indexed, outlets, postings, sketches
from storage.terms import Terms, sought
from storage.vocabulary import Held

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25 (Robertson and Zaragoza, 2009)."""
RAREST = 40  # words of a long question that are looked for
SENTENCES = 100  # of all articles found, so that long ones do not make a question slow
LEAST = 3  # articles, however long they are


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of a `storage.records.Hits`, by number."""

    articles: Sequence[ArticleId]
    frequencies: Frequencies
    looked: int
    corrected: Mapping[str, str]


async def put(connection: AsyncConnection, chat: ChatId, article: ArticleId, terms: Terms) -> None:
    """Index an article, or index it anew."""
    this = {"chat": chat, "article": article}
    for table in (indexed, postings, outlets):
        await connection.execute(delete(table).where(table.c.chat == chat, table.c.article == article))
    await connection.execute(insert(indexed).values(**this, sentences=terms.sentences))
    if held := terms.held.keys() | terms.title:
        place = [{"lemma": one, "sentences": terms.held.get(one, 0), "titled": one in terms.title} for one in held]
        await connection.execute(insert(postings), [this | one for one in place])
    if terms.outlets:
        await connection.execute(insert(outlets), [this | {"lemma": one} for one in terms.outlets])


async def forget(connection: AsyncConnection, chat: ChatId) -> None:
    """What a chat is found by, all at once: article by article it takes long."""
    for table in (postings, outlets, indexed, sketches):
        await connection.execute(delete(table).where(table.c.chat == chat))


async def find(connection: AsyncConnection, chat: ChatId, question: Question, limit: int) -> Found:
    """Up to ``limit`` articles of the question's scope that hold any of its words, the best by BM25 first.

    What asks for no words, or for a summary, finds the newest of a scope that narrows.
    """
    scope, corrected = await scopes.within(connection, chat, question)
    words = sought(question)
    known = await vocabulary.known(connection, chat, words)
    held = await vocabulary.held(connection, chat, [form for forms in known.values() for form in forms])
    kept = await vocabulary.size(connection, indexed.c.chat == chat)
    narrows = scopes.narrows(question)
    looked = await vocabulary.size(connection, scope) if narrows else kept
    if narrows and (not words or question.kind == "summary"):
        found = await _newest(connection, scope, limit)
    else:
        found = await _best(connection, chat, scope, _weights(held, kept), kept, limit)
    frequencies = Frequencies(kept.sentences, {lemma: one.sentences for lemma, one in held.items()})
    return Found(found, frequencies, looked.articles, corrected | vocabulary.corrected(words, known))


def _weights(held: Mapping[str, Held], kept: Held) -> dict[str, float]:
    """The inverse document frequency of the rarest words, among the chat's own articles."""
    rarest = sorted(held, key=lambda lemma: held[lemma].articles)[:RAREST]
    counts = {lemma: held[lemma].articles for lemma in rarest}
    return {lemma: math.log(1 + (kept.articles - n + 0.5) / (n + 0.5)) for lemma, n in counts.items()}


async def _best(
    connection: AsyncConnection,
    chat: ChatId,
    scope: ColumnElement[bool],
    weights: Mapping[str, float],
    kept: Held,
    limit: int,
) -> Sequence[ArticleId]:
    """By BM25, whose unit is the sentence; of equals the newest first."""
    if not weights:
        return ()
    times = postings.c.sentences + cast(postings.c.titled, Integer)
    length = 1 - LENGTH + indexed.c.sentences * (LENGTH * kept.articles / max(1, kept.sentences))
    score = func.sum(case(weights, value=postings.c.lemma) * times / (times + SATURATION * length))
    here = and_(indexed.c.chat == postings.c.chat, indexed.c.article == postings.c.article)
    query = (
        select(postings.c.article, indexed.c.sentences)
        .join(indexed, here)
        .where(postings.c.chat == chat, postings.c.lemma.in_(list(weights)), scope)
        .group_by(postings.c.article)
        .order_by(score.desc(), postings.c.article.desc())
        .limit(limit)
    )
    return _affordable((await connection.execute(query)).all())


async def _newest(connection: AsyncConnection, scope: ColumnElement[bool], limit: int) -> Sequence[ArticleId]:
    here = and_(articles.c.chat == indexed.c.chat, articles.c.id == indexed.c.article)
    query = select(indexed.c.article, indexed.c.sentences).join(articles, here).where(scope)
    return _affordable((await connection.execute(query.order_by(articles.c.arrival.desc()).limit(limit))).all())


def _affordable(found: Sequence[tuple[ArticleId, int]]) -> Sequence[ArticleId]:
    """Of articles and their numbers of sentences the first, until those before hold too many."""
    before = accumulate((sentences for _, sentences in found), initial=0)
    ranked = enumerate(zip(found, before, strict=False))
    return [article for n, ((article, _), read) in ranked if n < LEAST or read < SENTENCES]
