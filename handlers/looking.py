"""Where an answer is looked for: in the article that a question is about, else in all; or in all alike."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import nlp
from nlp import Answer, Question, Scope
from nlp.words import lemmas
from storage.archive import Archive
from storage.records import Article, ChatId, Occasion

MOST = 10  # answers that are looked for in one article
CANDIDATES = 20  # articles of the archive that are looked through for one question
NEAR = 3  # sentences that are offered where there is no answer


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question of a chat; ``subject`` is the article asked about, None where all are asked alike."""

    chat: ChatId
    question: Question
    subject: Article | None
    asked: Occasion

    def everywhere(self) -> Inquiry:
        """The same, asked of all articles."""
        question = replace(self.question, scope=Scope(everywhere=True))
        return replace(self, question=question, subject=None, asked=replace(self.asked, everywhere=True))


@dataclass(frozen=True, slots=True)
class Group:
    """Answers of one article, best first."""

    article: Article
    answers: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked through for a question, and what was found.

    ``groups`` begin with the article of the best answer; where they are empty, ``near`` holds the nearest sentences.
    ``kept`` is how many articles the chat has, ``looked`` how many of them were looked through. ``corrected`` are words
    that were looked for in place of others.
    """

    inquiry: Inquiry
    kept: int
    looked: int
    groups: Sequence[Group] = ()
    near: Sequence[Group] = ()
    corrected: Sequence[str] = ()


async def look(inquiry: Inquiry, archive: Archive, shown: frozenset[str] = frozenset()) -> Found:
    """Look for answers; sentences that were ``shown`` already are none."""
    kept = await archive.count(inquiry.chat)
    if inquiry.subject is None:
        return await _search(inquiry, [], kept, archive, shown)
    answers = await _answers(inquiry.question, [inquiry.subject], shown)
    if answers:
        return Found(inquiry, kept, 1, answers)
    if kept == 1 or inquiry.question.previous or not stands_anywhere(inquiry.question):
        return Found(inquiry, kept, 1, near=await _nearest(inquiry.question, [inquiry.subject]))
    return await _search(inquiry, [inquiry.subject], kept, archive, shown)


async def look_among(articles: Sequence[Article], inquiry: Inquiry, archive: Archive) -> Found:
    """Look for answers in these articles and in no other."""
    kept = await archive.count(inquiry.chat)
    return Found(inquiry, kept, len(articles), await _answers(inquiry.question, articles, frozenset()))


def stands_anywhere(question: Question) -> bool:
    """Whether any article may answer: not where it is asked about an article, or about one sentence of it."""
    about_a_sentence = question.kind == "who_said" and question.previous is not None
    return question.kind not in ("summary", "context") and not about_a_sentence


async def _search(
    inquiry: Inquiry, before: Sequence[Article], kept: int, archive: Archive, shown: frozenset[str]
) -> Found:
    """Look through all articles that the question may mean; those ``before`` did not answer it."""
    hits = await archive.search(inquiry.chat, inquiry.question, CANDIDATES)
    seen = {one.id for one in before}
    others = [one for one in hits.articles if one.id not in seen]
    groups = await _answers(inquiry.question, others, shown, hits.frequencies)
    near = [] if groups else await _nearest(inquiry.question, [*before, *others])
    return Found(inquiry, kept, hits.looked, groups, near, tuple(hits.corrected.values()))


async def _answers(
    question: Question,
    articles: Sequence[Article],
    shown: frozenset[str],
    frequencies: nlp.Frequencies | None = None,
) -> list[Group]:
    readings = [one.reading for one in articles]
    most = len(shown) + MOST * min(len(articles), 3)
    found = await asyncio.to_thread(nlp.answer, question, readings, most, frequencies)
    return _grouped((one for one in found if one.sentence.text not in shown), articles)


async def _nearest(question: Question, articles: Sequence[Article]) -> list[Group]:
    """The nearest sentences, if they hold a word of the question; one that only looks like it is of no use."""
    found = await asyncio.to_thread(nlp.nearest, question, [one.reading for one in articles], NEAR)
    sought = set(nlp.sought(question))
    return _grouped((one for one in found if sought & set(lemmas(one.sentence.text, one.reading.language))), articles)


def _grouped(answers: Iterable[Answer], articles: Sequence[Article]) -> list[Group]:
    """By article, the article of the best answer first."""
    groups: dict[int, tuple[Article, list[Answer]]] = {}
    by_reading = {id(one.reading): one for one in articles}
    for one in answers:
        article = by_reading[id(one.reading)]
        groups.setdefault(article.id, (article, []))[1].append(one)
    return [Group(article, found) for article, found in groups.values()]
