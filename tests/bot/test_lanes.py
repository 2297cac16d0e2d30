"""What a chat was sent: in its order, what belongs together at once, chats side by side, each until it was answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import delivery, lanes
from bot.bundles import ATTEMPTS, MOST
from bot.lanes import Lanes, open_lanes
from storage.database import open_database
from storage.inbox import Inbox
from storage.records import ChatId, Received, Taken, UpdateNumber

NEVER, SOON = 1000.0, 0.05  # seconds of quiet: longer than any test, and as good as at once


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with open_database(f"sqlite:///{tmp_path}/inbox.db") as database:
        yield Inbox(database, bot=42)


class Handler:
    """Answers updates when it is let; remembers what was begun and what was answered, by the numbers: "1", "2 3"."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.answered: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.failures: list[Exception] = []
        self.changed = asyncio.Condition()

    async def __call__(self, taken: Sequence[Taken]) -> None:
        names = " ".join(str(json.loads(one.body)["update_id"]) for one in taken)
        await self.note(self.begun, names)
        if names in self.gates:
            await self.gates[names].wait()
        if self.failures:
            raise self.failures.pop(0)
        await self.note(self.answered, names)

    async def note(self, where: list[str], what: str) -> None:
        async with self.changed:
            where.append(what)
            self.changed.notify_all()

    async def has(self, where: list[str], *what: str) -> None:
        async with asyncio.timeout(10), self.changed:
            await self.changed.wait_for(lambda: set(what) <= set(where))


def update(number: int, chat: int, text: str) -> Received:
    now = datetime.now(UTC)
    person, private = {"id": chat, "is_bot": False}, {"id": chat, "type": "private"}
    message = {"message_id": number, "date": int(now.timestamp()), "chat": private, "from": person, "text": text}
    body = json.dumps({"update_id": number, "message": message})
    return Received(UpdateNumber(number), ChatId(chat), body, now)


async def put(inbox: Inbox, *updates: tuple[int, int], text: str = "Мост") -> list[Received]:
    """Updates of (number, chat)."""
    return await inbox.put([update(number, chat, text) for number, chat in updates])


async def send(inbox: Inbox, work: Lanes, *updates: tuple[int, int], text: str = "Мост") -> None:
    for one in await put(inbox, *updates, text=text):
        work.add(one)


def stops(body: dict[str, Any]) -> bool:
    return bool(body["message"]["text"] == "отмена")


def opened(inbox: Inbox, handler: Handler, quiet: float = 0) -> AbstractAsyncContextManager[Lanes]:
    return open_lanes(inbox, handler, stops, quiet)


async def numbers(inbox: Inbox) -> list[int]:
    return [one.number for one in await inbox.waiting()]


async def test_a_chat_waits_for_its_own_updates_and_for_no_other_chat(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    async with opened(inbox, handler) as work:
        await send(inbox, work, (1, 100), (2, 100), (3, 200), (4, 200))
        await handler.has(handler.answered, "3", "4")
        assert handler.begun == ["1", "3", "4"]
        handler.gates["1"].set()
        await handler.has(handler.answered, "1", "2")
    assert handler.answered == ["3", "4", "1", "2"]
    assert await inbox.waiting() == []


async def test_what_an_earlier_process_left_is_taken_up_in_order(inbox: Inbox) -> None:
    await put(inbox, (2, 100), (1, 100), (3, 200))
    await inbox.take([UpdateNumber(1)])
    handler = Handler()
    async with opened(inbox, handler):
        await handler.has(handler.answered, "1", "2", "3")
    assert [one for one in handler.answered if one != "3"] == ["1", "2"]


async def test_an_update_that_could_not_be_answered_is_tried_again_before_the_next_of_its_chat(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSES", (0,))
    handler = Handler()
    handler.failures = [OSError("away"), OSError("away")]
    await put(inbox, (1, 100), (2, 100))
    async with opened(inbox, handler):
        await handler.has(handler.answered, "2")
    assert handler.begun == ["1", "1", "1", "2"]
    assert handler.answered == ["1", "2"]


async def test_what_is_in_hand_when_the_process_is_told_to_stop_may_end(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    await put(inbox, (1, 100), (2, 100))
    async with opened(inbox, handler):
        await handler.has(handler.begun, "1")
        asyncio.get_running_loop().call_soon(handler.gates["1"].set)
    assert handler.answered == ["1"]
    assert await numbers(inbox) == [2]


async def test_what_does_not_end_in_time_stays_for_the_next_process_and_is_not_blamed(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "PATIENCE", 0)
    handler = Handler()
    handler.gates["1"] = asyncio.Event()
    await put(inbox, (1, 100))
    async with opened(inbox, handler):
        await handler.has(handler.begun, "1")
    assert [one.lives for one in await inbox.take([UpdateNumber(1)])] == [1]


class TestWhatBelongsTogether:
    async def test_it_is_handed_over_at_once_when_the_chat_is_quiet(self, inbox: Inbox) -> None:
        handler = Handler()
        async with opened(inbox, handler, SOON) as work:
            await send(inbox, work, (1, 100), (2, 200), (3, 100), (4, 100))
            await handler.has(handler.answered, "1 3 4", "2")
        assert await inbox.waiting() == []

    async def test_it_waits_and_no_other_chat_does(self, inbox: Inbox) -> None:
        handler = Handler()
        async with opened(inbox, handler, NEVER) as work:
            await send(inbox, work, (1, 100))
            await send(inbox, work, (2, 200), text="/start")
            await handler.has(handler.answered, "2")
            assert handler.begun == ["2"]

    async def test_what_stands_alone_ends_the_wait(self, inbox: Inbox) -> None:
        handler = Handler()
        async with opened(inbox, handler, NEVER) as work:
            await send(inbox, work, (1, 100), (2, 100))
            await send(inbox, work, (3, 100), text="/help")
            await handler.has(handler.answered, "1 2", "3")
        assert handler.begun == ["1 2", "3"]

    async def test_what_came_while_the_chat_was_busy_does_not_wait_again(self, inbox: Inbox) -> None:
        handler = Handler()
        handler.gates["1"] = asyncio.Event()
        async with opened(inbox, handler, SOON) as work:
            await send(inbox, work, (1, 100))
            await handler.has(handler.begun, "1")
            await send(inbox, work, (2, 100), (3, 100))
            await send(inbox, work, (4, 100), text="/help")
            handler.gates["1"].set()
            await handler.has(handler.answered, "4")
        assert handler.begun == ["1", "2 3", "4"]

    async def test_no_more_than_a_hundred_are_handed_over(self, inbox: Inbox) -> None:
        handler = Handler()
        async with opened(inbox, handler, NEVER) as work:
            await send(inbox, work, *((number, 100) for number in range(MOST + 50)))
            await handler.has(handler.answered, " ".join(map(str, range(MOST))))
        assert await numbers(inbox) == list(range(MOST, MOST + 50))

    async def test_it_is_tried_again_as_a_whole(self, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(delivery, "PAUSES", (0,))
        handler = Handler()
        handler.failures = [OSError("away")]
        async with opened(inbox, handler, SOON) as work:
            await send(inbox, work, (1, 100), (2, 100))
            await handler.has(handler.answered, "1 2")
        assert handler.begun == ["1 2", "1 2"]

    async def test_what_still_waits_when_the_process_is_told_to_stop_is_left_untouched(self, inbox: Inbox) -> None:
        handler = Handler()
        async with asyncio.timeout(lanes.PATIENCE / 2):
            async with opened(inbox, handler, NEVER) as work:
                await send(inbox, work, (1, 100), (2, 100))
        assert handler.begun == []
        assert await numbers(inbox) == [1, 2]

    async def test_the_next_process_makes_the_same_of_it(self, inbox: Inbox) -> None:
        first, second = Handler(), Handler()
        async with opened(inbox, first, NEVER) as work:
            await send(inbox, work, (1, 100), (2, 100), (3, 100))
        async with opened(inbox, second, SOON):
            await second.has(second.answered, "1 2 3")
        assert (first.begun, second.begun) == ([], ["1 2 3"])

    async def test_a_process_that_is_killed_while_it_answers_leaves_it_whole(self, inbox: Inbox) -> None:
        taken = await put(inbox, (1, 100), (2, 100))
        await inbox.take([one.number for one in taken])
        handler = Handler()
        async with opened(inbox, handler, SOON):
            await handler.has(handler.answered, "1 2")

    async def test_what_was_not_received_yet_when_the_process_was_killed_still_belongs_to_it(
        self, inbox: Inbox
    ) -> None:
        await put(inbox, (1, 100))
        handler = Handler()
        async with opened(inbox, handler, NEVER) as work:
            await send(inbox, work, (2, 100))
            await send(inbox, work, (3, 100), text="/help")
            await handler.has(handler.answered, "1 2")

    async def test_what_ends_every_process_is_found_by_trying_each_alone(self, inbox: Inbox) -> None:
        taken = await put(inbox, (1, 100), (2, 100))
        for _ in range(ATTEMPTS):
            await inbox.take([one.number for one in taken])
        handler = Handler()
        async with opened(inbox, handler, SOON):
            await handler.has(handler.answered, "2")
        assert handler.begun == ["1", "2"]


class TestWhatStopsLongWork:
    async def test_it_does_not_wait_for_the_work(self, inbox: Inbox) -> None:
        handler = Handler()
        handler.gates["1"] = asyncio.Event()
        async with opened(inbox, handler) as work:
            await send(inbox, work, (1, 100), (2, 100))
            await handler.has(handler.begun, "1")
            await send(inbox, work, (3, 100), text="отмена")
            await handler.has(handler.answered, "3")
            assert handler.begun == ["1", "3"]
            handler.gates["1"].set()
            await handler.has(handler.answered, "2")
        assert await inbox.waiting() == []

    async def test_it_does_not_wait_for_quiet(self, inbox: Inbox) -> None:
        handler = Handler()
        async with opened(inbox, handler, NEVER) as work:
            await send(inbox, work, (1, 100), text="отмена")
            await handler.has(handler.answered, "1")

    async def test_it_is_not_lost_with_the_process(self, inbox: Inbox) -> None:
        await put(inbox, (1, 100), text="отмена")
        handler = Handler()
        async with opened(inbox, handler, NEVER):
            await handler.has(handler.answered, "1")
        assert await inbox.waiting() == []
