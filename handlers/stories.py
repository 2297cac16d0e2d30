"""How stories read: each told in sentences of its articles with their sources, differing numbers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text

from handlers.phrases import Phrases
from handlers.views import clipped, dated, joined, linked, pages, stacked
from nlp import Dispute, Reading, Story, Told, Version
from storage.records import Article

# Sentences of a story and UTF-16 units of each, the fullest first: a page shows as much as fits into one message.
SIZES = ((3, 350), (3, 250), (3, 150), (2, 150), (1, 150), (1, 80))
TITLE = 80  # characters
NAME = 40  # UTF-16 units of a source's name, of a number, of what it counts
NAMED = 2  # sources named for one number
DISPUTES = 2  # of a story that are shown
NEVER = datetime.max.replace(tzinfo=UTC)


def digest(heading: str, told: Sequence[tuple[Story, Sequence[Article]]], first: int, say: Phrases) -> Text:
    """A page of stories, each with its articles, numbered from ``first``."""
    for sentences, limit in SIZES:
        rows = [_story(number, *one, sentences, limit, say) for number, one in enumerate(told, first)]
        messages = pages([Text(Bold(heading)), *rows])
        if len(messages) == 1:
            break
    return messages[0]


def articles(story: Sequence[Article], offset: int, size: int, say: Phrases) -> Text:
    """The ``size`` articles of a story from ``offset`` on: titles and sources."""
    rows = [
        Text(Bold(f"{number}. "), say.title(one.title, TITLE), "\n", Italic(dated(one.source, say)))
        for number, one in enumerate(story[offset : offset + size], offset + 1)
    ]
    return stacked([Text(Bold(say("digest-story", count=len(story)))), *rows])


def _story(number: int, story: Story, articles: Sequence[Article], sentences: int, limit: int, say: Phrases) -> Text:
    head, *lines = _told(story.title, story.summary[:sentences], articles, limit, say)
    disputed = [_dispute(one, articles, say) for one in story.disputes[:DISPUTES]]
    return Text(*joined([Text(Bold(f"{number}. "), head), *lines, *disputed], "\n"))


def _told(
    title: str | None, summary: Sequence[Told], articles: Sequence[Article], limit: int, say: Phrases
) -> list[Text]:
    """Title and sentences with their sources; an article without a headline has its source in place of it."""
    if title is None and len(articles) == 1:
        return [Italic(dated(articles[0].source, say, NAME)), _quotation(summary, limit)]
    head = Bold(say.title(title, TITLE)) if title else Italic(say("digest-story", count=len(articles)))
    return [head, *(_quoted(told, articles, limit, say) for told in _by_source(summary))]


def _by_source(summary: Sequence[Told]) -> Iterator[list[Told]]:
    """Sentences that follow each other and stand in the same articles."""
    for _, same in groupby(summary, key=lambda one: [id(reading) for reading in (one.reading, *one.also)]):
        yield list(same)


def _quoted(told: Sequence[Told], articles: Sequence[Article], limit: int, say: Phrases) -> Text:
    """Sentences and where they stand: the article, its day if the story has no other, how many others say the same."""
    source, also = _article(told[0].reading, articles).source, told[0].also
    where = [linked(source, say, NAME) if len(articles) > 1 else dated(source, say, NAME)]
    rest = [f" {say('digest-others', count=len(also))}"] if also else []
    return Text(_quotation(told, limit), "\n", Italic(*where, *rest))


def _quotation(told: Sequence[Told], limit: int) -> BlockQuote:
    return BlockQuote("\n\n".join(clipped(one.sentence.text, limit) for one in told))


def _dispute(dispute: Dispute, articles: Sequence[Article], say: Phrases) -> Text:
    """The versions of a number, each with its sources; where their times are known, the newest last and marked."""
    times = [_published(one, articles) for one in dispute]
    ordered = sorted(range(len(dispute)), key=lambda i: times[i] or NEVER)
    known = None not in times and len(set(times)) == len(times)
    shown = [_version(dispute[i], articles, say) for i in (ordered if known else range(len(dispute)))]
    newest = [Text(say("digest-later"), " ", shown.pop())] if known else []
    about = next((one.fact.about for one in dispute if one.fact.about), None)
    label = say("digest-differ-about", about=clipped(about, NAME)) if about else say("digest-differ")
    return Text(Bold(label), " ", *joined([*shown, *newest], " · "))


def _version(version: Version, articles: Sequence[Article], say: Phrases) -> Text:
    sources = {linked(_article(one, articles).source, say, NAME).render()[0]: one for one in version.readings}
    named = [linked(_article(one, articles).source, say, NAME) for one in list(sources.values())[:NAMED]]
    return Text(clipped(version.fact.name, NAME), " (", *joined(named, ", "), ")")


def _published(version: Version, articles: Sequence[Article]) -> datetime | None:
    known = [_article(one, articles).source.published for one in version.readings]
    return None if None in known else max(one for one in known if one)


def _article(reading: Reading, articles: Sequence[Article]) -> Article:
    return next(one for one in articles if one.reading is reading)
