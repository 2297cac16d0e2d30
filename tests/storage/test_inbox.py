"""The contract of the inbox, whatever database it lies in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from storage.database import Database, open_database
from storage.inbox import Inbox
from storage.records import ChatId, Received, Taken, UpdateNumber

ANNA, BORIS = ChatId(100), ChatId(-1001)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def received(number: int, chat: ChatId = ANNA, body: str | None = None, at: datetime = NOW) -> Received:
    return Received(UpdateNumber(number), chat, body or f'{{"update_id": {number}}}', at)


def numbers(updates: list[Received]) -> list[int]:
    return [one.number for one in updates]


def these(*numbers: int) -> list[UpdateNumber]:
    return [UpdateNumber(one) for one in numbers]


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def inbox(database: Database) -> Inbox:
    return Inbox(database, bot=42)


async def test_what_was_put_in_waits_in_the_order_of_the_numbers(inbox: Inbox) -> None:
    await inbox.put([received(3), received(1, BORIS)])
    await inbox.put([received(2)])
    assert await inbox.waiting() == [received(1, BORIS), received(2), received(3)]


async def test_the_same_update_twice_is_there_once(inbox: Inbox) -> None:
    assert numbers(await inbox.put([received(1), received(2), received(2)])) == [1, 2]
    assert numbers(await inbox.put([received(2, body="{}"), received(3)])) == [3]
    assert numbers(await inbox.waiting()) == [1, 2, 3]
    assert await inbox.take(these(2)) == [Taken(received(2).body, 1)]


async def test_an_update_that_is_done_waits_no_more_and_does_not_come_back(inbox: Inbox) -> None:
    await inbox.put([received(1), received(2)])
    await inbox.done(these(1))
    assert numbers(await inbox.waiting()) == [2]
    assert await inbox.take(these(1)) == []
    assert await inbox.put([received(1)]) == []


async def test_an_update_that_was_taken_waits_until_it_is_done(inbox: Inbox) -> None:
    await inbox.put([received(1)])
    await inbox.take(these(1))
    assert numbers(await inbox.waiting()) == [1]


async def test_it_is_counted_how_many_processes_took_an_update_up(inbox: Inbox) -> None:
    await inbox.put([received(1)])
    assert [(await inbox.take(these(1)))[0].lives for _ in range(3)] == [1, 2, 3]
    assert [one.lives for one in await inbox.waiting()] == [3]
    await inbox.rest()
    assert await inbox.take(these(1)) == [Taken(received(1).body, 1)]


async def test_updates_that_belong_together_are_taken_and_done_together(inbox: Inbox) -> None:
    await inbox.put([received(one) for one in (1, 2, 3, 4)])
    await inbox.done(these(2))
    assert await inbox.take(these(3, 2, 1)) == [Taken(received(1).body, 1), Taken(received(3).body, 1)]
    await inbox.done(these(1, 3))
    assert numbers(await inbox.waiting()) == [4]


async def test_when_an_update_came_outlives_the_process(url: str) -> None:
    moment = NOW + timedelta(microseconds=123456)
    async with open_database(url) as database:
        await Inbox(database, 42).put([received(1, at=moment)])
    async with open_database(url) as database:
        assert [one.at for one in await Inbox(database, 42).waiting()] == [moment]


async def test_what_was_put_in_is_there_after_the_database_was_closed(url: str) -> None:
    async with open_database(url) as database:
        await Inbox(database, 42).put([received(1, BORIS)])
    async with open_database(url) as database:
        assert await Inbox(database, 42).waiting() == [received(1, BORIS)]


async def test_updates_are_put_in_all_or_none(inbox: Inbox) -> None:
    broken = Received(UpdateNumber(2), None, "{}", NOW)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        await inbox.put([received(1), broken])
    assert await inbox.waiting() == []


async def test_two_bots_in_one_database_do_not_see_each_other(inbox: Inbox, database: Database) -> None:
    other = Inbox(database, bot=43)
    await inbox.put([received(1)])
    assert await other.waiting() == []
    assert await other.take(these(1)) == []
    assert numbers(await other.put([received(1)])) == [1]
    await other.done(these(1))
    assert numbers(await inbox.waiting()) == [1]


async def test_nothing_of_what_a_person_wrote_is_left_of_a_done_update(inbox: Inbox, database: Database) -> None:
    await inbox.put([received(1, body='{"text": "тайна"}')])
    await inbox.done(these(1))
    async with database.read() as connection:
        assert (await connection.execute(text("SELECT body FROM inbox"))).scalars().all() == [None]


async def test_the_number_of_a_done_update_is_forgotten_when_telegram_could_give_it_again(inbox: Inbox) -> None:
    await inbox.put([received(1), received(2)])
    await inbox.done(these(1))
    tomorrow, in_three_days = NOW + timedelta(days=1), NOW + timedelta(days=3)
    await inbox.put([received(3, at=tomorrow)])
    assert await inbox.put([received(1, at=tomorrow)]) == []
    await inbox.put([received(4, at=in_three_days)])
    assert numbers(await inbox.put([received(1, at=in_three_days)])) == [1]
    assert 2 in numbers(await inbox.waiting())


async def test_any_text_comes_back_as_it_was(inbox: Inbox) -> None:
    odd = '{"text": "\\ud83d \u0000 ё 🙂 \ud83d"}'
    await inbox.put([received(1, body=odd)])
    assert await inbox.take(these(1)) == [Taken(odd, 1)]


async def test_side_by_side_nothing_is_lost_or_stored_twice(inbox: Inbox) -> None:
    batches = [[received(number) for number in range(start, start + 10)] for start in range(0, 100, 5)]
    stored = await asyncio.gather(*(inbox.put(batch) for batch in batches))
    assert sorted(one for some in stored for one in numbers(some)) == list(range(105))
    assert len(await inbox.waiting()) == 105
