"""«Читаю: 40 %»: what a person sees of a long reading."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from aiogram.exceptions import AiogramError
from aiogram.types import Message

from handlers.phrases import Phrases
from handlers.telling import edit
from nlp.progress import Progress

PATIENCE = 3.0  # seconds that pass before anything is said
PAUSE = 4.0  # seconds between two changes: Telegram allows 20 in a minute in a group
NEARLY = 0.7  # of the reading: what will be over soon is not announced
COURTESY = 5.0  # seconds that Telegram may take for one of them


@asynccontextmanager
async def status(message: Message, say: Phrases) -> AsyncIterator[Progress]:
    """What to call with the share of the reading that is done, 0..1, from any thread.

    While that goes on, the chat of ``message`` sees it; in the end the words are deleted. It does not matter to the
    reading if Telegram does not show them. Where the process is killed they stay, and the next one sends its own.
    """
    shown, over = Status(message, say), asyncio.Event()
    showing = asyncio.create_task(shown.show(over))
    try:
        yield shown.note
    finally:
        over.set()
        await showing


class Status:
    """One message, changed in its place; after the first change that fails it is left as it is."""

    def __init__(self, message: Message, say: Phrases) -> None:
        self._message = message
        self.say = say
        self._share = 0.0
        self._sent: Message | None = None
        self._words = ""

    def note(self, share: float) -> None:
        """Remember how much is done; where reading begins again, what was shown is not taken back."""
        self._share = max(self._share, share)

    async def show(self, over: asyncio.Event) -> None:
        pause = PATIENCE
        while not await _comes(over, pause) and await _succeeds(self._refresh()):
            pause = PAUSE
        await over.wait()
        if self._sent:
            await _succeeds(self._sent.delete())

    async def _refresh(self) -> None:
        words = self.say("reading", number=int(100 * self._share))
        if self._sent and words != self._words:
            await edit(self._sent, words, None)
        elif self._sent is None and self._share <= NEARLY:
            self._sent = await self._message.answer(words, disable_notification=True)
        self._words = words


async def _comes(event: asyncio.Event, seconds: float) -> bool:
    """Whether an event comes within some seconds."""
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


async def _succeeds(courtesy: Awaitable[object]) -> bool:
    """Whether Telegram did what nobody waits for."""
    try:
        async with asyncio.timeout(COURTESY):
            await courtesy
    except (AiogramError, TimeoutError):
        return False
    return True
