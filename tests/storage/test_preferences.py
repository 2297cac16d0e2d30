"""How a chat wants to be spoken to is remembered, on every kind of database."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

import nlp
from storage.archive import Archive, open_archive
from storage.records import ArticleId, ChatId, Incoming, MessageId, Part, Preferences, Source

ANNA, GROUP = ChatId(1001), ChatId(-1001234567890)
NINE = datetime(2026, 3, 14, 9, 0, tzinfo=timezone(timedelta(hours=5)))


async def keep(archive: Archive, chat: ChatId, text: str, received: datetime) -> ArticleId:
    part = Part(MessageId(1), 0, len(text))
    saved = await archive.save(chat, Incoming(text, None, Source("pasted"), (part,), received), nlp.read(text))
    return saved.article.id


async def test_a_chat_that_never_chose_prefers_nothing(archive: Archive) -> None:
    assert await archive.preferences(ANNA) == Preferences()


async def test_what_is_chosen_stays_and_the_rest_is_as_it_was(url: str) -> None:
    async with open_archive(url) as archive:
        await archive.prefer(ANNA, language="kk", sentences=5, digest_hour=0)
        changed = await archive.prefer(ANNA, time_zone="Asia/Almaty", sentences=None, digested=NINE, spoken="kk")
        assert changed == Preferences("kk", None, 0, "Asia/Almaty", NINE, "kk")
    async with open_archive(url) as archive:
        kept = await archive.preferences(ANNA)
        assert kept == changed
        assert kept.digested is not None
        assert kept.digested.tzinfo is UTC


async def test_only_fields_of_preferences_can_be_changed(archive: Archive) -> None:
    with pytest.raises(TypeError):
        await archive.prefer(ANNA, chat=5)
    assert await archive.preferences(ANNA) == Preferences()


async def test_chats_do_not_see_each_other(archive: Archive) -> None:
    await archive.prefer(ANNA, language="en")
    assert await archive.preferences(GROUP) == Preferences()
    await archive.prefer(GROUP, language="kk")
    await archive.forget(GROUP)
    assert (await archive.preferences(ANNA)).language == "en"


async def test_changes_at_once_lose_none(archive: Archive) -> None:
    await asyncio.gather(archive.prefer(ANNA, language="kk"), archive.prefer(ANNA, sentences=7))
    assert await archive.preferences(ANNA) == Preferences(language="kk", sentences=7)


async def test_whoever_deletes_everything_deletes_the_preferences_too(archive: Archive) -> None:
    await archive.prefer(ANNA, time_zone="Asia/Almaty")
    assert await archive.forget(ANNA) == 0
    assert await archive.preferences(ANNA) == Preferences()


async def test_the_chats_that_want_a_digest_are_found(archive: Archive) -> None:
    await archive.prefer(ANNA, digest_hour=0, time_zone="+0530")
    await archive.prefer(GROUP, time_zone="+0530")
    assert await archive.with_digest() == ((ANNA, Preferences(digest_hour=0, time_zone="+0530")),)


async def test_what_came_in_a_stretch_of_time_is_found_latest_first(archive: Archive) -> None:
    hours = [await keep(archive, ANNA, f"Пришла новость номер {n}.", NINE + timedelta(hours=n)) for n in range(4)]
    await keep(archive, GROUP, "Новость для других.", NINE + timedelta(hours=1))
    assert await archive.received(ANNA, NINE, NINE + timedelta(hours=2)) == (hours[2], hours[1])
    assert await archive.received(ANNA, NINE + timedelta(hours=3), NINE + timedelta(hours=9)) == ()
