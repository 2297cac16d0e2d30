"""Telegram for a test: the emulator and the proxy before it, on free loopback ports, in a thread of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from itertools import count
from threading import Event, Thread
from typing import Any, TypeVar

from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator, updates

from tests.blackbox.chats import Chats
from tests.blackbox.faults import Fault, Faults
from tests.blackbox.oracle import never_answered
from tests.blackbox.proxy import Proxy
from tests.blackbox.transcript import Transcript
from tests.blackbox.violations import Violation

T = TypeVar("T")
MORE_KINDS = {"edited_message"}  # the emulator's queue takes any of them, its list of kinds is only shorter
ROOMY = {"max_updates": 100_000, "max_assets": 1_000, "max_bots": 1_000}


class Telegram:
    """What a test and the person in it know of Telegram; made by `run_telegram`."""

    def __init__(self) -> None:
        self.transcript = Transcript()
        self.faults = Faults()
        self.url = ""
        self.emulator = LoBotApiEmulator(**ROOMY)
        self.proxy = Proxy("", self.transcript, self.faults)
        self.loop = asyncio.new_event_loop()
        self._tokens = count(1000)

    def new_token(self) -> str:
        """A bot that nobody has used: its queue, its chats and its profile are empty."""
        return f"{next(self._tokens)}:TEST"

    def chats(self, token: str) -> Chats:
        return self.proxy.chats(token)

    def unanswered(self) -> list[Violation]:
        """Buttons that were pressed and whose callback no bot has answered."""
        return [one for chats in list(self.proxy.bots.values()) for one in never_answered(chats)]

    def forget_presses(self) -> None:
        for chats in list(self.proxy.bots.values()):
            chats.pressed.clear()

    def number(self) -> int:
        """The next message id, in one series with the emulator's own."""
        self.emulator.next_id += 1
        return self.emulator.next_id - 1

    def goes_wrong(self, *rules: Fault) -> None:
        self.faults.rules.extend(rules)

    def update(self, token: str, update: dict[str, Any]) -> int:
        """Put an update into a bot's queue; its id."""
        return self._do(self.emulator.enqueue_update(update, token=token))

    def forgets(self, token: str, updates: int) -> bool:
        """Whether a bot has told that it received so many updates: Telegram will not send them again."""
        asked = self.transcript.calls(lambda call: call.bot == token and call.method == "getUpdates")
        return any(call.params.get("offset", 0) > updates for call in asked)

    def file(self, data: bytes) -> str:
        """Keep a file; its file_id."""
        name = f"file-{len(self.emulator.assets)}"
        self.emulator.assets[name] = {"data": data}
        return name

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=10)

    @asynccontextmanager
    async def _serving(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            self.proxy.emulator = await stack.enter_async_context(_site(self.emulator.app()))
            self.url = await stack.enter_async_context(_site(self.proxy.app()))
            yield


@contextmanager
def run_telegram() -> Iterator[Telegram]:
    updates.KINDS |= MORE_KINDS
    telegram, ready, stop = Telegram(), Event(), asyncio.Event()

    async def serve() -> None:
        async with telegram._serving():
            ready.set()
            await stop.wait()

    thread = Thread(target=telegram.loop.run_until_complete, args=(serve(),), name="telegram")
    thread.start()
    try:
        if not ready.wait(timeout=10):
            raise TimeoutError("the emulator has not started")
        yield telegram
    finally:
        telegram.loop.call_soon_threadsafe(stop.set)
        thread.join(timeout=10)
        telegram.loop.close()


@asynccontextmanager
async def _site(app: web.Application) -> AsyncIterator[str]:
    """Serve on a free port; its address. A call whose caller has gone is cancelled, as a long poll must be."""
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
