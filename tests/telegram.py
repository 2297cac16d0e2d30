"""A fake person: they forward, paste, ask and click, and see what the bot sends. Nothing of the bot is replaced."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Chat, Message, MessageOriginChannel, Update, User

from bot.app import build_dispatcher
from bot.local_telegram import LocalTelegram, Person, Shown
from intake.door import Door
from intake.reading import read_in_thread
from storage.archive import Archive, open_archive

ARTICLES = Path(__file__).parent / "articles"


def article(name: str) -> str:
    """The text of a test article by the beginning of its file name."""
    (path,) = ARTICLES.glob(f"{name}*.txt")
    return path.read_text(encoding="utf-8").strip()


class AtHome(Door):
    """A door that follows no links, on a machine where nothing reads pictures."""

    reads_pictures = False

    def __init__(self) -> None:
        super().__init__(follows_links=False)


class Server:
    """Telegram, the dispatcher and the archive in a real SQLite file; it can be switched off and on again."""

    def __init__(self, folder: Path, allowed_users: frozenset[int] = frozenset()) -> None:
        self.url = f"sqlite:///{folder / 'archive.db'}"
        self.allowed_users = allowed_users
        self.door: Door = AtHome()  # a test that forgets itself stays there
        self.shown: list[Shown] = []
        self.telegram = LocalTelegram(self.shown.append)
        self.bot = Bot("42:TEST", session=self.telegram)
        self.dispatcher: Dispatcher
        self.archive: Archive
        self._open: AbstractAsyncContextManager[Archive]

    async def switch_on(self) -> None:
        self._open = open_archive(self.url, read_in_thread)
        self.archive = await self._open.__aenter__()
        self.dispatcher = build_dispatcher(self.archive, self.allowed_users, door=self.door)

    async def switch_off(self) -> None:
        await self._open.__aexit__(None, None, None)

    async def restart(self) -> None:
        await self.switch_off()
        await self.switch_on()

    def somebody(self, number: int = 100, language: str = "ru", chat: Chat | None = None) -> Friend:
        return Friend(self, User(id=number, is_bot=False, first_name="Анна", language_code=language), chat)


class Friend:
    """One person in one chat. Every act waits for the bot and returns what it showed: [Shown, …]."""

    def __init__(self, server: Server, user: User, chat: Chat | None) -> None:
        self.server = server
        self.person = Person(server.telegram, server.bot, user, chat)
        self.sent: Message

    async def writes(self, text: str | None = None, **fields: Any) -> list[Shown]:
        """A message with a text, or any other fields of `Message`."""
        return await self._does(self.person.writes(text, **fields))

    async def forwards(self, text: str | None = None, channel: str = "Вестник", **fields: Any) -> list[Shown]:
        """A post of a public channel."""
        return await self.writes(text, forward_origin=post_of(channel), **fields)

    async def sends(self, *messages: Message | dict[str, Any]) -> list[Shown]:
        """Messages that arrive at once: `written` and `forwarded` ones, or JSON as Telegram sends it."""
        arrived = [self._received(one) if isinstance(one, dict) else one for one in messages]
        self.sent = arrived[-1]
        before = len(self.server.shown)
        update = Update(update_id=next(self.person.updates), message=arrived[0])
        together = {"bundle": tuple(arrived)} if len(arrived) > 1 else {}
        await self.server.dispatcher.feed_update(self.server.bot, update, **together)
        return self.server.shown[before:]

    def written(self, text: str | None = None, **fields: Any) -> Message:
        """A message that is not delivered yet."""
        message = self.person.writes(text, **fields).message
        assert message is not None
        return message

    def forwarded(self, text: str | None = None, channel: str = "Вестник", post: int = 77, **fields: Any) -> Message:
        """A post of a public channel that is not delivered yet."""
        return self.written(text, forward_origin=post_of(channel, post), **fields)

    def _received(self, raw: dict[str, Any]) -> Message:
        """A message as Telegram tells of it, with the next number of this chat."""
        number = next(self.server.telegram.ids)
        message = Message.model_validate({**raw, "message_id": number}, context={"bot": self.server.bot})
        self.server.telegram.put(message)
        return message

    async def replies(self, to: Message, text: str, chosen: str | None = None) -> list[Shown]:
        """A reply; ``chosen`` are words of the message that the person selected."""
        return await self._does(self.person.replies(to, text, chosen))

    async def delivers(self, kind: str = "message", **fields: Any) -> list[Shown]:
        """A message with these fields as Telegram's JSON has them; ``kind`` is the field of `Update`."""
        telegram, number = self.server.telegram, next(self.person.updates)
        here = {"chat": self.person.chat, "from": self.person.user}
        usual = {name: one.model_dump(mode="json", exclude_none=True) for name, one in here.items()}
        message = {"message_id": next(telegram.ids), "date": 1795372401, **usual, **fields}
        update = Update.model_validate({"update_id": number, kind: message}, context={"bot": self.person.bot})
        delivered = update.event
        assert isinstance(delivered, Message)
        telegram.put(delivered)
        self.sent = delivered
        return await self._does(update)

    async def sends_file(self, name: str | None, data: bytes, caption: str | None = None, **fields: Any) -> list[Shown]:
        """A document, of which Telegram gives the bot ``data``."""
        return await self._does(self.person.sends_file(name, data, caption, **fields))

    async def sends_photo(self, data: bytes, caption: str | None = None, **fields: Any) -> list[Shown]:
        return await self._does(self.person.sends_photo(data, caption, **fields))

    async def edits(self, message: Message, text: str) -> list[Shown]:
        """Another text for a message that the person wrote."""
        return await self._does(self.person.edits(message, text))

    async def clicks(self, button: str) -> list[Shown]:
        """A press of the newest button with this text."""
        for message in reversed(list(self.server.telegram.messages.values())):
            for one in self._buttons(message):
                if one.text == button and message.chat.id == self.person.chat.id:
                    return await self._does(self.person.presses(message, one.callback_data or ""))
        raise LookupError(f"there is no button {button!r}")

    async def presses(self, message: Message, data: str) -> list[Shown]:
        """A press of a button that carries any data."""
        return await self._does(self.person.presses(message, data))

    def buttons(self) -> list[str]:
        """The buttons under the newest message that has any."""
        messages = reversed(list(self.server.telegram.messages.values()))
        return next([one.text for one in found] for one in messages if (found := self._buttons(one)))

    async def _does(self, update: Update) -> list[Shown]:
        if update.message:
            self.sent = update.message
        before = len(self.server.shown)
        await self.server.dispatcher.feed_update(self.server.bot, update)
        return self.server.shown[before:]

    @staticmethod
    def _buttons(message: Message) -> list[Any]:
        return [one for row in message.reply_markup.inline_keyboard for one in row] if message.reply_markup else []


def post_of(channel: str, post: int = 77) -> MessageOriginChannel:
    """Where a post of a public channel comes from."""
    return MessageOriginChannel(
        date=datetime(2026, 11, 12, 9, tzinfo=UTC),
        chat=Chat(id=-1001234567890, type="channel", title=channel, username="vestnik"),
        message_id=post,
    )


def said(shown: list[Shown]) -> str:
    """All that a person read, with the buttons as [text]."""
    lines = []
    for one in shown:
        lines.append(one.alert or (one.message and one.message.text) or "")
        lines += [f"[{button.text}]" for button in (Friend._buttons(one.message) if one.message else [])]
    return "\n".join(lines)


def only(shown: list[Shown]) -> Message:
    """The one message that was shown."""
    (one,) = shown
    assert one.message is not None
    return one.message


def quoted(shown: list[Shown]) -> list[str]:
    """The sentences that the last of the messages quotes."""
    message = shown[-1].message
    blocks = [one for one in (message.entities or []) if one.type == "blockquote"] if message else []
    return [one.extract_from(message.text or "") for one in blocks] if message else []
