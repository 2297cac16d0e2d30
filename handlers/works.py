"""Long work that a person can stop: with its button, or with a word."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from aiogram.utils.chat_action import ChatActionSender

from handlers import keyboards
from handlers.buttons import OnWork
from handlers.phrases import LOCALES, Phrases, phrases
from handlers.reader import StoppedError
from handlers.status import Status, status
from nlp.words import fold

LONGEST = 80  # characters of such a text, with the bot's name
NAMED = re.compile(r"\s*(?:/|@\w+\s)?\s*(.{1,30}?)(?:@\w+)?[\s.!…]*", re.DOTALL)

OVERTAKEN = 10.0  # seconds that a message may wait in its lane while the word that stops it passes by


@dataclass(eq=False, slots=True)
class Work:
    """What is being done about the ``message`` of a chat, in ``task``."""

    chat: int
    message: int
    task: asyncio.Task[Any]
    stopped: bool = False

    def stop(self) -> None:
        if not self.stopped:
            self.stopped = True
            self.task.cancel()


class Works:
    """What is under way in all chats and can still be stopped."""

    def __init__(self) -> None:
        self._under_way: set[Work] = set()
        self._stopped: dict[int, tuple[int, float]] = {}

    @contextmanager
    def stoppable(self, message: Message) -> Iterator[None]:
        """What is done inside about ``message`` ends with `StoppedError` when the person stops it."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("work is done in the event loop")
        work = Work(message.chat.id, message.message_id, task)
        self._under_way.add(work)
        try:
            if self._was_stopped(work):
                raise StoppedError
            yield
        except asyncio.CancelledError:
            if work.stopped and task.uncancel() == 0:  # and not that the process is told to end
                raise StoppedError from None
            raise
        finally:
            self._under_way.discard(work)

    def stop(self, chat: int, message: int) -> bool:
        """Stop the work on a message of a chat; whether there was any."""
        return self._stop([one for one in self._under_way if (one.chat, one.message) == (chat, message)])

    def stop_all(self, chat: int, before: int) -> bool:
        """Stop all work of a chat, also on messages ``before`` this one that still wait in their lane."""
        self._stopped[chat] = (before, monotonic())
        return self._stop([one for one in self._under_way if one.chat == chat])

    def _was_stopped(self, work: Work) -> bool:
        before, at = self._stopped.get(work.chat, (0, 0.0))
        return work.message < before and monotonic() - at < OVERTAKEN

    @staticmethod
    def _stop(found: Sequence[Work]) -> bool:
        for work in found:
            work.stop()
        return bool(found)


@asynccontextmanager
async def under_way(message: Message, bot: Bot, say: Phrases) -> AsyncIterator[Status]:
    """Show the chat that its ``message`` is being worked on: "typing…", then a status with the button that stops it."""
    keys = keyboards.work(message.message_id, say)
    async with (
        ChatActionSender.typing(bot=bot, chat_id=message.chat.id, initial_sleep=0.3),
        status(message, say, keys) as shown,
    ):
        yield shown


def router() -> Router:
    router = Router(name="works")
    router.message.register(stop_all, SaysCancel())
    router.callback_query.register(stop, OnWork.filter())
    return router


class SaysCancel(Filter):
    """A message that is nothing but the word that stops work."""

    async def __call__(self, message: Message) -> bool:
        return message.forward_origin is None and says_cancel(message.text)


async def stop_all(message: Message, works: Works, say: Phrases) -> None:
    """«Отмена» in words. The work that is stopped says so itself."""
    if not works.stop_all(message.chat.id, message.message_id):
        await message.answer(say("work-nothing"))


async def stop(query: CallbackQuery, callback_data: OnWork, works: Works, say: Phrases) -> None:
    """The button under a status."""
    chat = query.message.chat.id if query.message else query.from_user.id
    late = not works.stop(chat, callback_data.message)
    await query.answer(say("work-late") if late else None, show_alert=late)


def is_cancel(body: dict[str, Any]) -> bool:
    """Whether an update, as Telegram sends it, stops work: it must not wait until that is done."""
    pressed, message = body.get("callback_query"), body.get("message")
    if isinstance(pressed, dict):
        return str(pressed.get("data")).startswith(f"{OnWork.__prefix__}:")
    return isinstance(message, dict) and "forward_origin" not in message and says_cancel(message.get("text"))


def says_cancel(text: object) -> bool:
    """Whether a text is nothing but the word that stops work, in any language of the bot."""
    said = NAMED.fullmatch(text) if isinstance(text, str) and len(text) <= LONGEST else None
    return said is not None and fold(said[1]) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(word.strip()) for locale in LOCALES for word in phrases(locale)("words-cancel").split(","))
