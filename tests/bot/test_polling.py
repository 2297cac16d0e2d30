"""Every update is in the inbox before Telegram is told that it was received."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError, TelegramUnauthorizedError
from sqlalchemy.exc import OperationalError

from bot.delivery import RefusedTokenError
from bot.polling import Backoff, GetRawUpdates, lane, poll
from storage.database import open_database
from storage.inbox import Inbox
from storage.records import ChatId, Received, UpdateNumber


def message(number: int, chat: int = 100) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat}, "text": "да"}}


class Telegram:
    """Keeps updates until an offset confirms them; what it is told to say first comes first."""

    def __init__(self, *updates: dict[str, Any], first: tuple[Exception, ...] = ()) -> None:
        self.updates = list(updates)
        self.first = list(first)
        self.confirmed = asyncio.Event()

    async def __call__(self, request: GetRawUpdates, request_timeout: float) -> list[dict[str, Any]]:
        if self.first:
            raise self.first.pop(0)
        self.updates = [one for one in self.updates if one["update_id"] >= (request.offset or 0)]
        if not self.updates:
            self.confirmed.set()
            await asyncio.Event().wait()
        return self.updates[:100]


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(self: Backoff) -> None:
        """The clock is an edge."""

    monkeypatch.setattr(Backoff, "asleep", at_once)


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with open_database(f"sqlite:///{tmp_path}/inbox.db") as database:
        yield Inbox(database, bot=42)


async def receive(telegram: Telegram, inbox: Inbox) -> list[int]:
    """Poll until everything is confirmed; the numbers that were notified of."""
    seen: list[int] = []
    polling = asyncio.create_task(poll(telegram, inbox, ["message"], lambda one: seen.append(one.number)))  # type: ignore[arg-type]
    async with asyncio.timeout(10):
        await telegram.confirmed.wait()
    polling.cancel()
    return seen


async def test_what_telegram_sends_is_stored_as_it_is_and_then_confirmed(inbox: Inbox) -> None:
    odd = {"update_id": 2, "message": {"chat": {"id": -5}, "something": {"of": "tomorrow"}}}
    assert await receive(Telegram(message(1), odd), inbox) == [1, 2]
    assert [(one.chat, one.number) for one in await inbox.waiting()] == [(100, 1), (-5, 2)]
    (taken,) = await inbox.take([UpdateNumber(2)])
    assert json.loads(taken.body) == odd


async def test_an_update_that_comes_twice_is_notified_of_once(inbox: Inbox) -> None:
    await receive(Telegram(message(1)), inbox)
    assert await receive(Telegram(message(1), message(2)), inbox) == [2]


async def test_it_goes_on_when_telegram_was_away(inbox: Inbox) -> None:
    away = TelegramNetworkError(method=GetRawUpdates(allowed_updates=[]), message="away")
    assert await receive(Telegram(message(1), first=(away, away)), inbox) == [1]


async def test_two_programs_with_one_token_are_told_apart_from_an_outage(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    other = TelegramConflictError(method=GetRawUpdates(allowed_updates=[]), message="Conflict: terminated by other")
    assert await receive(Telegram(message(1), first=(other,)), inbox) == [1]
    assert "another program receives this bot's updates" in caplog.text


async def test_updates_that_cannot_be_stored_are_not_confirmed(inbox: Inbox) -> None:
    class FullDisk(Inbox):
        failures = 2

        async def put(self, *arguments: Any) -> list[Received]:
            if self.failures:
                self.failures -= 1
                raise OperationalError("INSERT", {}, Exception("database or disk is full"))
            return await super().put(*arguments)

    full = FullDisk(inbox._database, 42)
    assert await receive(Telegram(message(1), message(2)), full) == [1, 2]


async def test_a_token_that_is_revoked_ends_the_program_with_one_sentence(inbox: Inbox) -> None:
    revoked = TelegramUnauthorizedError(method=GetRawUpdates(allowed_updates=[]), message="Unauthorized")
    with pytest.raises(RefusedTokenError):
        await poll(Telegram(first=(revoked,)), inbox, ["message"], lambda *_: None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (message(1, -7), -7),
        ({"update_id": 1, "edited_message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}, "inline_message_id": "x"}}, 6),
        ({"update_id": 1, "inline_query": {"from": {"id": 6}, "query": "да"}}, 6),
        ({"update_id": 1, "poll": {"id": "5"}}, 0),
        ({"update_id": 1, "message": {"chat": "broken", "from": {"id": "6"}}}, 0),
        ({"update_id": 1, "callback_query": {"message": "broken", "from": {"id": 6}}}, 6),
        ({"update_id": 1}, 0),
    ],
)
def test_an_update_belongs_to_its_chat_else_to_its_person(update: dict[str, Any], chat: int) -> None:
    assert lane(update) == ChatId(chat)
