"""The digest: what arrived since the last one, each article in its best sentence. And when it is time for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers import keyboards, views
from handlers.keyboards import PAGE, OnDigest, UnderMessage
from handlers.phrases import Phrases
from handlers.telling import edit, tell
from handlers.zones import zone_of
from storage.archive import Archive
from storage.records import ChatId, Preferences

DAY = timedelta(days=1)

Shown = tuple[Text, InlineKeyboardMarkup]


def router() -> Router:
    router = Router(name="digest")
    router.message.register(digest, Command("digest"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_page, OnDigest.filter())
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
    query: CallbackQuery, message: Message, callback_data: OnDigest, archive: Archive, say: Phrases
) -> None:
    shown = await _page(ChatId(message.chat.id), callback_data, archive, say)
    await query.answer(None if shown else say("stale-button"), show_alert=shown is None)
    if shown:
        await edit(message, *shown)


async def digest_of(chat: ChatId, since: datetime, until: datetime, archive: Archive, say: Phrases) -> Shown | None:
    """The first page of what the chat received after ``since`` and until ``until``; None if nothing."""
    here = OnDigest(since=int(since.timestamp()), until=int(until.timestamp()), offset=0)
    return await _page(chat, here, archive, say)


async def _page(chat: ChatId, here: OnDigest, archive: Archive, say: Phrases) -> Shown | None:
    """A page of a digest; the first one where the page asked for is gone."""
    ids = await archive.received(chat, _moment(here.since), _moment(here.until))
    here = here if here.offset < len(ids) else here.model_copy(update={"offset": 0})
    shown = ids[here.offset : here.offset + PAGE]
    articles = [article for one in shown if (article := await archive.article(chat, one))]
    if not articles:
        return None
    text = views.digest(articles, here.offset + 1, len(ids), say)
    return text, keyboards.digest([one.id for one in articles], here, len(ids))


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
