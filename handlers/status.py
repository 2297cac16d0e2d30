"""«Открываю ссылку…», «Читаю: 40 %…»: what a person sees of long work, until its result stands there instead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from aiogram.exceptions import AiogramError
from aiogram.types import InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers.incoming import replying
from handlers.phrases import Phrases
from handlers.telling import edit, mend, tell
from storage.records import MessageId

PATIENCE = 3.0  # seconds that pass before anything is said
PAUSE = 4.0  # seconds between two changes: Telegram allows 20 in a minute in a group
NEARLY = 0.7  # of the reading: what will be over soon is not announced
COURTESY = 5.0  # seconds that Telegram may take for one of them


@asynccontextmanager
async def status(message: Message, say: Phrases, keys: InlineKeyboardMarkup | None = None) -> AsyncIterator[Status]:
    """What the work on ``message`` tells its chat meanwhile; in the end it becomes the result, or is deleted.

    It does not matter to the work if Telegram does not show it. Where the process is killed the words stay, and the
    next one sends its own.
    """
    shown = Status(message, say, keys)
    try:
        yield shown
    finally:
        await shown.vanish()


class Status:
    """One message, a reply changed in its place; after the first change that fails it is left as it is."""

    def __init__(self, message: Message, say: Phrases, keys: InlineKeyboardMarkup | None) -> None:
        self._message = message
        self._keys = keys
        self.say = say
        self._doing = ""
        self._share: float | None = None
        self._sent: Message | None = None
        self._words = ""
        self._over = asyncio.Event()
        self._showing = asyncio.create_task(self._show())

    def does(self, words: str) -> None:
        """What is being done, until reading begins."""
        self._doing = words

    def note(self, share: float) -> None:
        """Remember the share of the reading that is done, 0..1; may be called from any thread.

        Where reading begins again, what was shown is not taken back.
        """
        self._share = max(self._share or 0.0, share)

    async def becomes(self, text: Text | str, keys: InlineKeyboardMarkup | None = None) -> None:
        """Show how it ended in its place, or as a reply where nothing was shown yet."""
        number = await self.rest()
        if number is None or not await mend(self._message, number, text, keys):
            await tell(self._message, text, keys, [replying(self._message.message_id)])
        self.stays()

    async def rest(self) -> MessageId | None:
        """Change nothing any more; the message, if there is one, in whose place the result is to be shown."""
        self._over.set()
        await self._showing
        return MessageId(self._sent.message_id) if self._sent else None

    def stays(self) -> None:
        """What stands there now is the result."""
        self._sent = None

    async def vanish(self) -> None:
        await self.rest()
        if self._sent:
            await _succeeds(self._sent.delete())

    async def _show(self) -> None:
        pause = PATIENCE
        while not await _comes(self._over, pause) and await _succeeds(self._refresh()):
            pause = PAUSE

    async def _refresh(self) -> None:
        words = self._now()
        if self._sent and words != self._words:
            await edit(self._sent, words, self._keys)
        elif self._sent is None and words and (self._share or 0) <= NEARLY:
            here = replying(self._message.message_id)
            self._sent = await self._message.answer(words, reply_markup=self._keys, reply_parameters=here)
        self._words = words

    def _now(self) -> str:
        return self._doing if self._share is None else self.say("reading", number=int(100 * self._share))


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
