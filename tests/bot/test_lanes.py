"""Updates in order within a chat, chats side by side, each until it was answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import delivery, lanes
from bot.lanes import open_lanes
from storage.database import open_database
from storage.inbox import Inbox
from storage.records import ChatId, Received, Taken, UpdateNumber

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with open_database(f"sqlite:///{tmp_path}/inbox.db") as database:
        yield Inbox(database, bot=42)


class Handler:
    """Answers an update when it is let; remembers what was begun and what was answered."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.answered: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.failures: list[Exception] = []
        self.changed = asyncio.Condition()

    async def __call__(self, taken: Taken) -> None:
        await self.note(self.begun, taken.body)
        if taken.body in self.gates:
            await self.gates[taken.body].wait()
        if self.failures:
            raise self.failures.pop(0)
        await self.note(self.answered, taken.body)

    async def note(self, where: list[str], what: str) -> None:
        async with self.changed:
            where.append(what)
            self.changed.notify_all()

    async def has(self, where: list[str], *what: str) -> None:
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(lambda: set(what) <= set(where))


async def put(inbox: Inbox, *updates: tuple[int, int]) -> list[Received]:
    """Updates of (number, chat) whose body is the number."""
    return await inbox.put([Received(UpdateNumber(n), ChatId(chat), str(n)) for n, chat in updates], NOW)


async def test_a_chat_waits_for_its_own_updates_and_for_no_other_chat(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    async with open_lanes(inbox, handler) as work:
        for one in await put(inbox, (1, 100), (2, 100), (3, 200), (4, 200)):
            work.add(one.chat, one.number)
        await handler.has(handler.answered, "3", "4")
        assert handler.begun == ["1", "3", "4"]
        handler.gates["1"].set()
        await handler.has(handler.answered, "1", "2")
    assert handler.answered == ["3", "4", "1", "2"]
    assert await inbox.waiting() == []


async def test_what_an_earlier_process_left_is_taken_up_in_order(inbox: Inbox) -> None:
    await put(inbox, (2, 100), (1, 100), (3, 200))
    await inbox.take(UpdateNumber(1))
    handler = Handler()
    async with open_lanes(inbox, handler):
        await handler.has(handler.answered, "1", "2", "3")
    assert [one for one in handler.answered if one != "3"] == ["1", "2"]


async def test_an_update_that_could_not_be_answered_is_tried_again_before_the_next_of_its_chat(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSES", (0,))
    handler = Handler()
    handler.failures = [OSError("away"), OSError("away")]
    await put(inbox, (1, 100), (2, 100))
    async with open_lanes(inbox, handler):
        await handler.has(handler.answered, "2")
    assert handler.begun == ["1", "1", "1", "2"]
    assert handler.answered == ["1", "2"]


async def test_what_is_in_hand_when_the_process_is_told_to_stop_may_end(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    await put(inbox, (1, 100), (2, 100))
    async with open_lanes(inbox, handler):
        await handler.has(handler.begun, "1")
        asyncio.get_running_loop().call_soon(handler.gates["1"].set)
    assert handler.answered == ["1"]
    assert [number for _, number in await inbox.waiting()] == [2]


async def test_what_does_not_end_in_time_stays_for_the_next_process_and_is_not_blamed(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "PATIENCE", 0)
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    await put(inbox, (1, 100))
    async with open_lanes(inbox, handler):
        await handler.has(handler.begun, "1")
    assert await inbox.take(UpdateNumber(1)) == Taken("1", 1)
