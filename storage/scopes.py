"""Which of a chat's articles a question may mean: `nlp.model.Scope` as a condition of the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, and_, distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from nlp.model import Question
from storage import vocabulary
from storage.records import ChatId
from storage.schema import articles, indexed, outlets, postings
from storage.terms import sought_in

TWICE, SHARE = 2, 6
"""What an article is about stands in its title, or else in two sentences and in every sixth."""

Forms = Mapping[str, Sequence[str]]


async def within(
    connection: AsyncConnection, chat: ChatId, question: Question
) -> tuple[ColumnElement[bool], dict[str, str]]:
    """What holds for the rows of `indexed` that the scope leaves, and the words of the scope that were corrected."""
    scope, language = question.scope, question.language
    about, outlet = sought_in(scope.about, language), sought_in(scope.outlet, language)
    meant = await vocabulary.known(connection, chat, about)
    named = await vocabulary.known(connection, chat, outlet, outlets)
    conditions = [indexed.c.chat == chat]
    if about:
        conditions += _about(chat, meant)
    if outlet:
        conditions.append(indexed.c.article.in_(await _published(connection, chat, named)))
    if scope.since or scope.until:
        conditions.append(indexed.c.article.in_(_during(chat, question)))
    return and_(*conditions), vocabulary.corrected(about, meant) | vocabulary.corrected(outlet, named)


def narrows(question: Question) -> bool:
    """Whether the scope leaves out some articles."""
    scope = question.scope
    return bool(scope.about or scope.outlet or scope.since or scope.until)


def _about(chat: ChatId, meant: Forms) -> Iterator[ColumnElement[bool]]:
    """The article holds every word, and at least half of them are what it is about."""
    for forms in meant.values():
        yield indexed.c.article.in_(_holding(chat, forms))
    central = or_(
        postings.c.titled,
        and_(postings.c.sentences >= TWICE, postings.c.sentences * SHARE >= indexed.c.sentences),
    )
    every = [form for forms in meant.values() for form in forms]
    half = func.count(distinct(postings.c.lemma)) * 2 >= len(meant)
    there = and_(postings.c.chat == indexed.c.chat, postings.c.article == indexed.c.article)
    told = select(postings.c.article).join(indexed, there).where(postings.c.chat == chat, postings.c.lemma.in_(every))
    yield indexed.c.article.in_(told.where(central).group_by(postings.c.article).having(half))


def _holding(chat: ChatId, forms: Sequence[str]) -> Select[tuple[int]]:
    return select(postings.c.article).where(postings.c.chat == chat, postings.c.lemma.in_(forms))


async def _published(connection: AsyncConnection, chat: ChatId, named: Forms) -> Select[tuple[int]]:
    """The articles whose outlets bear most words of the name: «РИА Новости» is «РИА», where no other is known."""
    every = [form for forms in named.values() for form in forms]
    count = func.count(distinct(outlets.c.lemma))
    borne = select(outlets.c.article).where(outlets.c.chat == chat, outlets.c.lemma.in_(every))
    counted = select(count).where(outlets.c.chat == chat, outlets.c.lemma.in_(every)).group_by(outlets.c.article)
    most = (await connection.execute(counted.order_by(count.desc()).limit(1))).scalar_one_or_none()
    return borne.group_by(outlets.c.article).having(count == most)


def _during(chat: ChatId, question: Question) -> Select[tuple[int]]:
    """The articles that were published, or else received, in the time meant."""
    moment = func.coalesce(articles.c.published, articles.c.received)
    query = select(articles.c.id).where(articles.c.chat == chat)
    since, until = question.scope.since, question.scope.until
    query = query.where(moment >= since) if since else query
    return query.where(moment < until) if until else query
