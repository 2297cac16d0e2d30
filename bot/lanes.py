"""Lanes: the updates of one chat are handled in their order, chats side by side, each until its answer was sent."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from bot.delivery import pauses
from storage.inbox import Inbox
from storage.records import ChatId, Taken, UpdateNumber

log = logging.getLogger(__name__)

PATIENCE = 5  # seconds that the updates in hand have when the process is told to stop

T = TypeVar("T")
Handle = Callable[[Taken], Awaitable[None]]


class Lanes:
    """``handle`` answers one update. It raises where it could not, and is called again after a pause."""

    def __init__(self, inbox: Inbox, handle: Handle) -> None:
        self._inbox = inbox
        self._handle = handle
        self._waiting: dict[ChatId, deque[UpdateNumber]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    def add(self, chat: ChatId, number: UpdateNumber) -> None:
        """Handle a stored update when those before it in its chat are done."""
        if chat in self._waiting:
            self._waiting[chat].append(number)
            return
        self._waiting[chat] = deque([number])
        task = asyncio.create_task(self._work(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Let what is in hand end; what is not done by then stays in the inbox for the next process."""
        self._closing = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=PATIENCE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._inbox.rest()

    async def _work(self, chat: ChatId) -> None:
        lane = self._waiting[chat]
        while lane and not self._closing:
            await self._answer(lane[0])
            lane.popleft()
        del self._waiting[chat]

    async def _answer(self, number: UpdateNumber) -> None:
        taken = await steadily(lambda: self._inbox.take(number))
        if taken:
            await steadily(lambda: self._handle(taken))
            await steadily(lambda: self._inbox.done(number))


async def steadily(act: Callable[[], Awaitable[T]]) -> T:
    """Do it again, however often, until it does not fail: an update is not dropped because something is away."""
    for pause in pauses():
        try:
            return await act()
        except Exception as failure:
            log.warning("%s; the next attempt is in %s s", type(failure).__name__, pause)
        await asyncio.sleep(pause)
    raise AssertionError("the pauses have no end")


@asynccontextmanager
async def open_lanes(inbox: Inbox, handle: Handle) -> AsyncIterator[Lanes]:
    """Lanes that have taken up what an earlier process left, and that end in good order."""
    lanes = Lanes(inbox, handle)
    for chat, number in await inbox.waiting():
        lanes.add(chat, number)
    try:
        yield lanes
    finally:
        await lanes.finish()
