"""The local chat: the bot's own dispatcher and archive, with the terminal as the Telegram client."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePath

from aiogram import Bot, Dispatcher
from aiogram.types import Chat, Message, MessageOriginChannel, Update, User
from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console

from bot.app import open_app
from bot.local_telegram import LocalTelegram, Person, Shown
from bot.screen import Screen
from bot.settings import Settings
from handlers.incoming import text_of
from handlers.phrases import phrases
from storage.records import ChatId

TOKEN = "42:LOCAL"  # noqa: S105 (no server ever sees it)
ME = 1  # the chat of whoever sits at the terminal; no Telegram user has this number
FORWARD, FILE, QUOTE, SEPARATOR = "/forward ", "/file ", "> ", "---"


class LocalChat:
    """One person's chat with the bot: what they type becomes updates, what the bot sends goes to the screen."""

    def __init__(self, dispatcher: Dispatcher, screen: Screen, first_id: int, language: str) -> None:
        self.dispatcher = dispatcher
        self.screen = screen
        self.waiting = ""
        self.say = phrases(language)
        self.telegram = LocalTelegram(screen.show, first_id, screen.hide)
        self.bot = Bot(TOKEN, session=self.telegram)
        self.person = Person(self.telegram, self.bot, User(id=ME, is_bot=False, first_name="Я", language_code=language))

    async def take(self, typed: str) -> None:
        """Handle what a person typed to its end: a message, a forward, a file, a reply with a quotation, or a button.

        A line that only says how the message is meant (`/forward NAME`, `> words`) waits for the message.
        """
        self.screen.typed()
        typed = (self.waiting + typed).strip()
        self.waiting = f"{typed}\n" if _only_introduces(typed) else ""
        if self.waiting:
            self.screen.hint(self.say("chat-waiting"))
        elif typed.isdecimal() and self.screen.buttons:
            await self._press(int(typed))
        elif typed.startswith(FILE):
            await self._send_file(typed.removeprefix(FILE))
        elif typed:
            await self._feed(self._written(typed))

    async def _send_file(self, typed: str) -> None:
        """The file of the path in the first line; the other lines are its caption."""
        name, _, caption = typed.partition("\n")
        path = PurePath(name.strip())
        try:
            data = await asyncio.to_thread(lambda: Path(path).expanduser().read_bytes())
        except (OSError, RuntimeError):  # the latter of a home that nobody has
            self.screen.show(Shown(alert=self.say("chat-no-file", name=path.name)))
        else:
            await self._feed(self.person.sends_file(path.name, data, caption.strip() or None))

    async def _press(self, number: int) -> None:
        button = self.screen.buttons.get(number)
        if button is None:
            self.screen.show(Shown(alert=self.say("chat-no-button", number=number)))
        elif button.data is None:
            self.screen.show(Shown(alert=button.shown))
        else:
            await self._feed(self.person.presses(button.message, button.data))

    async def _feed(self, update: Update) -> None:
        await self.dispatcher.feed_update(self.bot, update)

    def _written(self, typed: str) -> Update:
        if typed.startswith(FORWARD) and "\n" in typed:
            name, text = typed.removeprefix(FORWARD).split("\n", 1)
            return self.person.writes(text, forward_origin=_channel(name.strip()))
        if typed.startswith(QUOTE):
            return self._quoting(typed)
        return self.person.writes(typed)

    def _quoting(self, typed: str) -> Update:
        """Lines that begin with "> " select words of the newest message that holds them."""
        lines = typed.splitlines()
        quoted = [line.removeprefix(QUOTE).strip() for line in lines if line.startswith(QUOTE)]
        text = "\n".join(line for line in lines if not line.startswith(QUOTE))
        chosen = "\n".join(quoted)
        held = next((one for one in self._newest_first() if chosen in text_of(one)), None)
        if held is None or not text.strip():
            return self.person.writes(typed)
        return self.person.replies(held, text, chosen)

    def _newest_first(self) -> Iterator[Message]:
        return reversed(list(self.telegram.messages.values()))


def _only_introduces(typed: str) -> bool:
    return bool(typed) and all(line.startswith((FORWARD, QUOTE)) for line in typed.splitlines())


def _channel(name: str) -> MessageOriginChannel:
    chat = Chat(id=-1000000000001, type="channel", title=name or "?")
    return MessageOriginChannel(date=datetime.now(UTC), chat=chat, message_id=1)


async def chat(settings: Settings, language: str) -> None:
    """Talk until the person leaves (Ctrl-D), or until the piped conversation has been answered to its end."""
    everybody = settings.model_copy(update={"allowed_users": frozenset()})
    async with open_app(everybody) as (dispatcher, archive):
        screen = Screen(Console(highlight=False), phrases(language))
        local = LocalChat(dispatcher, screen, await archive.newest_message(ChatId(ME)) + 1, language)
        if sys.stdin.isatty():
            await _talk(local, screen)
        else:
            for message in piped(sys.stdin.read()):
                await local.take(message)


async def _talk(local: LocalChat, screen: Screen) -> None:
    screen.hint(local.say("chat-hello"))
    session: PromptSession[str] = PromptSession("› ")
    while True:
        try:
            with patch_stdout():
                typed = await session.prompt_async()
        except (EOFError, KeyboardInterrupt):
            return
        await local.take(typed)


def piped(conversation: str) -> list[str]:
    """The messages of a conversation, which lines that hold only `---` end."""
    messages: list[list[str]] = [[]]
    for line in conversation.splitlines():
        if line.strip() == SEPARATOR:
            messages.append([])
        else:
            messages[-1].append(line)
    return ["\n".join(lines) for lines in messages]
