"""Whose turn it is to write: one at a time, what is urgent first, else in the order of asking."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush
from itertools import count


class Turns:
    """`asyncio.Lock`, with a way past those who wait and are in no hurry."""

    def __init__(self) -> None:
        self._taken = False
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers = count()

    @asynccontextmanager
    async def turn(self, urgent: bool) -> AsyncIterator[None]:
        await self._wait(urgent)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, urgent: bool) -> None:
        if not self._taken:
            self._taken = True
            return
        mine = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (not urgent, next(self._numbers), mine))
        try:
            await mine
        except asyncio.CancelledError:
            if not mine.cancelled():  # the turn came in the same moment, and somebody else waits for it
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            *_, next_one = heappop(self._waiting)
            if not next_one.cancelled():
                next_one.set_result(None)
                return
        self._taken = False
