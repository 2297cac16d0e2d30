"""The words that a chat's articles hold: how rare each is, and which of them a misspelled one was meant for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Table, case, column, func, select, values
from sqlalchemy.ext.asyncio import AsyncConnection

import nlp
from nlp.words import is_russian
from storage.records import ChatId
from storage.schema import indexed, postings
from storage.terms import Sought

LEAST = 4  # letters of a word that can be told from others when one is wrong
SLIPS = 2  # letters that a misspelling may have too many or too few
RARER = 4  # how much rarer each of these is than a wrong letter
LETTERS = ("абвгдежзийклмнопрстуфхцчшщъыьэюя", "abcdefghijklmnopqrstuvwxyz")
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Held:
    """In how many articles, and in how many sentences, a lemma stands."""

    articles: int
    sentences: int


async def size(connection: AsyncConnection, which: ColumnElement[bool]) -> Held:
    """How many articles that is, by the rows of `indexed`, and how many sentences."""
    query = select(func.count(), func.coalesce(func.sum(indexed.c.sentences), 0)).where(which)
    return Held(*(await connection.execute(query)).one())


async def held(connection: AsyncConnection, chat: ChatId, lemmas: Collection[str]) -> dict[str, Held]:
    """Those of the lemmas that the chat's articles hold; a word that stands in a title only stands in a sentence."""
    counts = func.count(), func.sum(case((postings.c.sentences > 0, postings.c.sentences), else_=1))
    query = select(postings.c.lemma, *counts).where(postings.c.chat == chat, postings.c.lemma.in_(lemmas))
    return {lemma: Held(*rest) for lemma, *rest in await connection.execute(query.group_by(postings.c.lemma))}


async def known(
    connection: AsyncConnection, chat: ChatId, words: Sequence[Sought], table: Table = postings
) -> dict[str, tuple[str, ...]]:
    """The forms under which a table holds each of the words, by its lemma.

    A word that it holds under none is taken for the likest one of the chat's, unless it is spelled right; () where
    there is none.
    """
    if not words:
        return {}
    every = {form for word in words for form in word.forms}
    query = select(table.c.lemma).where(table.c.chat == chat, table.c.lemma.in_(every)).distinct()
    there = set((await connection.execute(query)).scalars())
    found = {word.lemma: tuple(sorted(word.forms & there)) for word in words}
    for word in words:
        if not found[word.lemma] and not is_russian(word.lemma):
            found[word.lemma] = await _meant(connection, chat, word.lemma, table)
    return found


def corrected(words: Iterable[Sought], found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The lemmas that were taken for another word, each with that."""
    return {one.lemma: form for one in words for form in found[one.lemma] if form not in one.forms}


async def _meant(connection: AsyncConnection, chat: ChatId, lemma: str, table: Table) -> tuple[str, ...]:
    """Of the words that are like it the one most often meant: it stands in many articles and is about as long."""
    if len(lemma) < LEAST or not lemma.isalpha():
        return ()
    near: Sequence[str] = (await connection.execute(_near(chat, lemma, table))).scalars().all()
    alike = nlp.spelled_like(lemma, near)
    query = select(table.c.lemma, func.count()).where(table.c.chat == chat, table.c.lemma.in_(alike))
    counts = (await connection.execute(query.group_by(table.c.lemma))).all()
    odds = {one: count / RARER ** abs(len(one) - len(lemma)) for one, count in counts}
    return tuple(sorted(alike, key=lambda one: -odds[one])[:1])


def _near(chat: ChatId, lemma: str, table: Table) -> Select[Any]:
    """The words of about the same length whose beginning differs by one slip at most: of 100,000 words some hundred."""
    ranges = [(start, start + LAST) for start in sorted(set(_beginnings(lemma)))]
    near = values(column("first", String), column("last", String), name="near").data(ranges).cte()
    here = (table.c.chat == chat) & (table.c.lemma >= near.c.first) & (table.c.lemma < near.c.last)
    length = func.length(table.c.lemma).between(len(lemma) - SLIPS, len(lemma) + SLIPS)
    return select(table.c.lemma).select_from(near.join(table, here)).where(length).distinct()


def _beginnings(lemma: str) -> Iterator[str]:
    """How a word may begin that was misspelled so: one of its first letters replaced, lost, doubled or swapped."""
    one, two, three = list(lemma[:3])
    yield from (one + two, two + one + three, one + three, two + three)
    for other in next((letters for letters in LETTERS if one in letters), LETTERS[0]):
        yield from (other + two + three, one + other + three, other + one + two, one + other + two)
