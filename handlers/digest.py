"""The digest: what arrived since the last one, story by story. And when it is time for it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

import nlp
from handlers import keyboards, stories
from handlers.buttons import OnBundle, OnBundleStory, OnDigest, OnStory, UnderMessage
from handlers.incoming import replying
from handlers.keyboards import PAGE
from handlers.phrases import Phrases
from handlers.telling import Shown, tell, turn
from handlers.zones import zone_of
from storage.archive import Archive
from storage.records import Article, ArticleId, ChatId, MessageId, Preferences

DAY = timedelta(days=1)
MOST = 500  # articles of a digest; older ones are left out
AT_ONCE = 50  # articles that are loaded before others have their turn

Story = Sequence[Article]


def router() -> Router:
    router = Router(name="digest")
    router.message.register(digest, Command("digest"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_page, OnDigest.filter())
    router.callback_query.register(open_story, OnStory.filter())
    router.callback_query.register(open_digest, OnBundle.filter(F.do == "show"))
    router.callback_query.register(turn_page, OnBundle.filter())
    router.callback_query.register(open_story, OnBundleStory.filter())
    return router


async def digest(message: Message, archive: Archive, say: Phrases) -> None:
    """The digest of the last 24 hours."""
    until = datetime.now(UTC) + timedelta(seconds=1)  # buttons hold whole seconds: this one is not over
    shown = await digest_of(ChatId(message.chat.id), until - DAY, until, archive, say)
    if shown:
        await tell(message, *shown)
    else:
        await tell(message, say("digest-empty"))


async def turn_page(
    query: CallbackQuery, message: Message, callback_data: OnDigest | OnBundle, archive: Archive, say: Phrases
) -> None:
    await turn(query, message, await _page(ChatId(message.chat.id), callback_data, archive, say), say)


async def open_story(
    query: CallbackQuery, message: Message, callback_data: OnStory | OnBundleStory, archive: Archive, say: Phrases
) -> None:
    """The articles of a story, in place of the digest."""
    await turn(query, message, await _story(ChatId(message.chat.id), callback_data, archive, say), say)


async def open_digest(
    query: CallbackQuery, message: Message, callback_data: OnBundle, archive: Archive, say: Phrases
) -> None:
    """The digest of articles that came at once, below the list of them."""
    here = callback_data.model_copy(update={"do": "turn"})
    shown = await _page(ChatId(message.chat.id), here, archive, say)
    await query.answer(None if shown else say("stale-button"), show_alert=shown is None)
    if shown:
        await tell(message, *shown, [replying(message.message_id)])


async def digest_of(chat: ChatId, since: datetime, until: datetime, archive: Archive, say: Phrases) -> Shown | None:
    """The first page of what the chat received after ``since`` and until ``until``; None if nothing."""
    here = OnDigest(since=int(since.timestamp()), until=int(until.timestamp()), offset=0)
    return await _page(chat, here, archive, say)


async def _page(chat: ChatId, here: OnDigest | OnBundle, archive: Archive, say: Phrases) -> Shown | None:
    """A page of a digest; the first one where the page asked for is gone."""
    ids = await _told_of(chat, here, archive)
    found = await _by_story(chat, ids[:MOST], archive)
    if not found:
        return None
    here = here if here.offset < len(found) else here.model_copy(update={"offset": 0})
    shown = found[here.offset : here.offset + PAGE]
    told = await asyncio.to_thread(_told, shown)
    text = stories.digest(_heading(len(ids), len(found), say), told, here.offset + 1, say)
    return text, keyboards.digest([[one.id for one in story] for story in shown], here, len(found))


async def _story(chat: ChatId, here: OnStory | OnBundleStory, archive: Archive, say: Phrases) -> Shown | None:
    """A page of the articles of a story; None if the story is gone."""
    back = _digest_with(here)
    ids = await _told_of(chat, back, archive)
    found = await _by_story(chat, ids[:MOST], archive)
    place = next((i for i, story in enumerate(found) if here.article in [one.id for one in story]), None)
    if place is None:
        return None
    here = here if here.offset < len(found[place]) else here.model_copy(update={"offset": 0})
    back = back.model_copy(update={"offset": place // PAGE * PAGE})
    text = stories.articles(found[place], here.offset, PAGE, say)
    return text, keyboards.story([one.id for one in found[place]], here, back, say)


async def _told_of(chat: ChatId, here: OnDigest | OnBundle, archive: Archive) -> Sequence[ArticleId]:
    """The articles of a digest, the latest arrival first."""
    if isinstance(here, OnBundle):
        return await archive.brought(chat, MessageId(here.start), MessageId(here.stop))
    return await archive.received(chat, _moment(here.since), _moment(here.until))


def _digest_with(here: OnStory | OnBundleStory) -> OnDigest | OnBundle:
    """The digest that a story is of, its first page."""
    if isinstance(here, OnBundleStory):
        return OnBundle(do="turn", start=here.start, stop=here.stop)
    return OnDigest(since=here.since, until=here.until, offset=0)


async def _by_story(chat: ChatId, ids: Sequence[ArticleId], archive: Archive) -> Sequence[Story]:
    """The articles by story, those that most articles tell first; articles that came later stand before."""
    some = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    articles = [one for these in some for one in await archive.articles(chat, these)]
    found = await asyncio.to_thread(nlp.by_story, [one.reading for one in articles])
    return sorted(([articles[i] for i in story] for story in found), key=len, reverse=True)


def _told(stories: Sequence[Story]) -> list[tuple[nlp.Story, Story]]:
    return [(nlp.story_of([one.reading for one in story]), story) for story in stories]


def _heading(articles: int, told: int, say: Phrases) -> str:
    """How many articles there are; how many stories, if fewer; and whether older articles are left out."""
    shown = min(articles, MOST)
    stories = [say("digest-stories", count=told)] if told < shown else []
    left = [say("digest-latest", count=MOST)] if shown < articles else []
    return "\n".join([", ".join([say("digest", count=articles), *stories]), *left])


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def due(preferences: Preferences, now: datetime) -> bool:
    """Whether it is time: the hour has come today where the chat is, and there was no digest since.

    A digest that was missed is sent later on its day. If the day is over, its articles come with the next one.
    """
    zone = zone_of(preferences.time_zone)
    if preferences.digest_hour is None or zone is None:
        return False
    today = scheduled(now.astimezone(zone).date(), preferences.digest_hour, zone)
    return today <= now and (preferences.digested is None or preferences.digested < today)


def latest(preferences: Preferences, now: datetime) -> datetime | None:
    """When a digest would have been sent last; None if the hour or the zone is not known."""
    zone = zone_of(preferences.time_zone)
    if preferences.digest_hour is None or zone is None:
        return None
    day = now.astimezone(zone).date()
    today = scheduled(day, preferences.digest_hour, zone)
    return today if today <= now else scheduled(day - DAY, preferences.digest_hour, zone)


def scheduled(day: date, hour: int, zone: tzinfo) -> datetime:
    """The moment, in UTC, when the hour strikes on a day: once, whatever is done to the clocks that day."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)
