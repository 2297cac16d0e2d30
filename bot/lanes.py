"""Lanes: what a chat was sent is handled in its order, chats side by side, each until its answer was sent."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.bundles import Waiting, Window, waiting
from bot.delivery import pauses
from storage.inbox import Inbox
from storage.records import ChatId, Received, Taken, UpdateNumber

log = logging.getLogger(__name__)

PATIENCE = 5  # seconds that the updates in hand have when the process is told to stop

T = TypeVar("T")
Handle = Callable[[Sequence[Taken]], Awaitable[None]]
Passes = Callable[[dict[str, Any]], bool]


class Lane:
    """The updates of one chat that are not answered yet; ``changed`` wakes up whoever waits for more of them."""

    def __init__(self) -> None:
        self.updates: list[Waiting] = []
        self.changed = asyncio.Event()


class Lanes:
    """``handle`` answers updates that belong together. It raises where it could not, and is called again after a pause.

    An update that ``passes`` is handled at once, beside those of its chat.
    """

    def __init__(self, inbox: Inbox, handle: Handle, passes: Passes, window: Window) -> None:
        self._inbox = inbox
        self._handle = handle
        self._passes = passes
        self._window = window
        self._lanes: dict[ChatId, Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    def add(self, update: Received) -> None:
        """Handle a stored update when those before it in its chat are done, with those that belong to it."""
        if self._passes(json.loads(update.body)):
            self._start(self._answer([update.number]))
            return
        if update.chat not in self._lanes:
            self._lanes[update.chat] = Lane()
            self._start(self._work(update.chat))
        lane = self._lanes[update.chat]
        lane.updates.append(waiting(update))
        lane.changed.set()

    async def finish(self) -> None:
        """Let what is in hand end; what is not done by then stays in the inbox for the next process."""
        self._closing = True
        for lane in self._lanes.values():
            lane.changed.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=PATIENCE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._inbox.rest()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, chat: ChatId) -> None:
        lane = self._lanes[chat]
        while lane.updates and await self._complete(lane):
            head = self._window.head(lane.updates)
            await self._answer([one.number for one in head])
            del lane.updates[: len(head)]
        del self._lanes[chat]

    async def _complete(self, lane: Lane) -> bool:
        """Wait until all that belongs to the head of a lane is there; False if the process is told to stop."""
        while not self._closing and (left := self._window.left(lane.updates, datetime.now(UTC))) > 0:
            lane.changed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await lane.changed.wait()
        return not self._closing

    async def _answer(self, numbers: Sequence[UpdateNumber]) -> None:
        taken = await steadily(lambda: self._inbox.take(numbers))
        if taken:
            await steadily(lambda: self._handle(taken))
            await steadily(lambda: self._inbox.done(numbers))


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
async def open_lanes(inbox: Inbox, handle: Handle, passes: Passes, quiet: float) -> AsyncIterator[Lanes]:
    """Lanes that have taken up what an earlier process left, and that end in good order.

    ``quiet`` is how many seconds of silence end what belongs together.
    """
    lanes = Lanes(inbox, handle, passes, Window(quiet, datetime.now(UTC)))
    for update in await inbox.waiting():
        lanes.add(update)
    try:
        yield lanes
    finally:
        await lanes.finish()
