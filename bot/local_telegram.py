"""Telegram inside this process: a Bot API session and the person at its other end.

It keeps the rules that matter to a bot: what Telegram refuses, this refuses in Telegram's words.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    GetMe,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import (
    CallbackQuery,
    Chat,
    Document,
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    PhotoSize,
    ReplyParameters,
    TextQuote,
    Update,
    User,
)
from aiogram.utils.formatting import sizeof

BOT = User(id=42, is_bot=True, first_name="Verbatim", username="verbatim_bot")
TEXT_LIMIT = 4096
QUOTE_LIMIT = 1024
FILE_LIMIT = 20_000_000  # bytes that a bot may download
CALLBACK_LIMIT = 64  # bytes
COPY_LIMIT = 256
PROFILE_LIMITS = {"commands": 100, "name": 64, "description": 512, "short_description": 120}


@dataclass(frozen=True, slots=True)
class Shown:
    """What reaches the person's screen: a message, new or ``edited``, or the ``alert`` that answers a button."""

    message: Message | None = None
    edited: bool = False
    alert: str | None = None


class LocalTelegram(BaseSession):
    """A Bot API session without a server. ``show`` is called with all that a person would see, ``hide`` with a message
    that is deleted.
    """

    def __init__(
        self, show: Callable[[Shown], None], first_id: int = 1, hide: Callable[[Message], object] = lambda _: None
    ) -> None:
        super().__init__()
        self.show = show
        self.hide = hide
        self.messages: dict[tuple[int, int], Message] = {}
        self.first_id = first_id
        self.ids = count(first_id)
        self.unanswered: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.profile = Profile()

    async def close(self) -> None:
        """There is nothing to close."""

    async def stream_content(self, url: str, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """What was sent as the file at this address."""
        yield self.files[url.rpartition("/")[2]]

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 (the signature is aiogram's)
    ) -> TelegramType:
        """Do what the method asks, or raise `TelegramBadRequest` as Telegram would."""
        return cast(TelegramType, self._do(bot, method))

    def _do(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        match method:
            case GetMe():
                return BOT
            case GetFile():
                return self._file(method)
            case SendMessage():
                return self._send(bot, method)
            case EditMessageText() | EditMessageReplyMarkup():
                return self._edit(bot, method)
            case DeleteMessage():
                return self._delete((_id(method.chat_id), method.message_id))
            case AnswerCallbackQuery():
                return self._answer(method)
            case _:
                return self.profile.do(bot, method)

    def _send(self, bot: Bot, method: SendMessage) -> Message:
        chat = _id(method.chat_id)
        _check_text(method, method.text, method.entities or [])
        _check_keys(method, method.reply_markup)
        reply = self._replied(method, chat, method.reply_parameters)
        message = Message(
            message_id=next(self.ids),
            date=datetime.now(UTC),
            chat=_chat(chat),
            from_user=BOT,
            text=method.text,
            entities=method.entities or None,
            reply_markup=_inline(method.reply_markup),
            **reply,
        ).as_(bot)
        self.put(message)
        self.show(Shown(message))
        return message

    def _replied(self, method: SendMessage, chat: int, reply: ReplyParameters | None) -> dict[str, Any]:
        """The fields of a message that replies; a message from before this process began is known by its id."""
        if reply is None:
            return {}
        number = reply.message_id or 0
        replied = self.messages.get((chat, number))
        quote = reply.quote and TextQuote(
            text=reply.quote, position=reply.quote_position or 0, entities=reply.quote_entities
        )
        if replied is None and number >= self.first_id and not reply.allow_sending_without_reply:
            raise TelegramBadRequest(method=method, message="Bad Request: message to be replied not found")
        if replied is not None and reply.quote:
            _check_quote(method, reply.quote, replied.text or replied.caption or "")
        bare = replied and replied.model_copy(update={"reply_to_message": None})
        return {"reply_to_message": bare, "quote": quote or None}

    def _edit(self, bot: Bot, method: EditMessageText | EditMessageReplyMarkup) -> Message:
        key = (_id(method.chat_id), method.message_id or 0)
        if key not in self.messages:
            raise TelegramBadRequest(method=method, message="Bad Request: message to edit not found")
        change: dict[str, Any] = {"reply_markup": method.reply_markup}
        if isinstance(method, EditMessageText):
            _check_text(method, method.text or "", method.entities or [])
            change |= {"text": method.text, "entities": method.entities or None}
        _check_keys(method, method.reply_markup)
        edited = self.messages[key].model_copy(update=change)
        if edited == self.messages[key]:
            raise TelegramBadRequest(
                method=method,
                message="Bad Request: message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message",
            )
        self.put(edited.as_(bot))
        self.show(Shown(edited, edited=True))
        return edited

    def _delete(self, key: tuple[int, int]) -> bool:
        message = self.messages.pop(key, None)
        if message:
            self.hide(message)
        return message is not None

    def _file(self, method: GetFile) -> File:
        if method.file_id not in self.files:
            raise TelegramBadRequest(method=method, message="Bad Request: invalid file_id")
        size = len(self.files[method.file_id])
        if size > FILE_LIMIT:
            raise TelegramBadRequest(method=method, message="Bad Request: file is too big")
        return File(file_id=method.file_id, file_unique_id=method.file_id, file_size=size, file_path=method.file_id)

    def _answer(self, method: AnswerCallbackQuery) -> bool:
        if method.callback_query_id not in self.unanswered:
            raise TelegramBadRequest(method=method, message="Bad Request: query is too old or query ID is invalid")
        self.unanswered.remove(method.callback_query_id)
        if method.text:
            self.show(Shown(alert=method.text))
        return True

    def put(self, message: Message) -> None:
        self.messages[message.chat.id, message.message_id] = message


class Profile:
    """What Telegram shows of the bot beside its messages, by language; "" stands for all the others."""

    def __init__(self) -> None:
        self.commands: dict[str, Any] = {}
        self.name: dict[str, Any] = {"": BOT.first_name}
        self.description: dict[str, Any] = {}
        self.short_description: dict[str, Any] = {}

    def do(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """What getMyName, setMyName and the like give; True for any other method."""
        verb, _, rest = method.__api_method__.partition("My")
        field = re.sub(r"(?<=[a-z])[A-Z]", r"_\g<0>", rest).lower()
        if field not in PROFILE_LIMITS:
            return True
        kept, code = getattr(self, field), getattr(method, "language_code", None) or ""
        if verb == "set":
            kept[code] = _checked(method, field)
            return True
        value: Any = kept.get(code) or kept.get("") or ""
        if field == "commands":  # whatever Telegram gives knows its bot
            return [one.model_copy().as_(bot) for one in value]
        return method.__returning__(**{field: value})


class Person:
    """Somebody in a private chat (or a group) with the bot: what they do becomes an Update for the dispatcher."""

    def __init__(self, telegram: LocalTelegram, bot: Bot, user: User, chat: Chat | None = None) -> None:
        self.telegram = telegram
        self.bot = bot
        self.user = user
        self.chat = chat or Chat(id=user.id, type="private", first_name=user.first_name)
        self.updates = count(1)

    def writes(self, text: str | None = None, **fields: Any) -> Update:
        """A message with a text or any other fields of `Message`. Telegram trims what people write."""
        message = Message(
            message_id=next(self.telegram.ids),
            date=datetime.now(UTC),
            chat=self.chat,
            from_user=self.user,
            text=text and text.strip(),
            **fields,
        ).as_(self.bot)
        self.telegram.put(message)
        return Update(update_id=next(self.updates), message=message)

    def sends_file(self, name: str | None, data: bytes, caption: str | None = None, **fields: Any) -> Update:
        """A document with a name, or any other fields of `Message`."""
        kind = mimetypes.guess_type(name or "")[0]
        sent = Document(file_name=name, mime_type=kind, **self._upload(data))
        return self.writes(document=sent, caption=caption, **fields)

    def sends_photo(self, data: bytes, caption: str | None = None, **fields: Any) -> Update:
        sent = PhotoSize(width=1280, height=720, **self._upload(data))
        return self.writes(photo=[sent], caption=caption, **fields)

    def _upload(self, data: bytes) -> dict[str, Any]:
        number = f"file-{next(self.telegram.ids)}"
        self.telegram.files[number] = data
        return {"file_id": number, "file_unique_id": number, "file_size": len(data)}

    def replies(self, to: Message, text: str, chosen: str | None = None, **fields: Any) -> Update:
        """A reply to a message; ``chosen`` are the words of it that the person selected."""
        body = to.text or to.caption or ""
        if chosen is not None:
            position = sizeof(body[: body.index(chosen)])
            fields["quote"] = TextQuote(text=chosen, position=position, is_manual=True)
        return self.writes(text, reply_to_message=to.model_copy(update={"reply_to_message": None}), **fields)

    def edits(self, message: Message, text: str) -> Update:
        """Another text for a message that the person wrote."""
        now = {"text": text.strip(), "edit_date": int(datetime.now(UTC).timestamp())}
        edited = message.model_copy(update=now).as_(self.bot)
        self.telegram.put(edited)
        return Update(update_id=next(self.updates), edited_message=edited)

    def presses(self, message: Message, data: str) -> Update:
        """A press of the button of ``message`` that carries ``data``."""
        query = str(next(self.telegram.ids))
        self.telegram.unanswered.add(query)
        current = self.telegram.messages.get((message.chat.id, message.message_id), message)
        return Update(
            update_id=next(self.updates),
            callback_query=CallbackQuery(
                id=query, from_user=self.user, chat_instance="1", message=current.as_(self.bot), data=data
            ).as_(self.bot),
        )


def _check_text(method: TelegramMethod[Any], text: str, entities: Sequence[MessageEntity]) -> None:
    if not text.strip():
        raise TelegramBadRequest(method=method, message="Bad Request: message text is empty")
    if sizeof(text) > TEXT_LIMIT:
        raise TelegramBadRequest(method=method, message="Bad Request: message is too long")
    if any(one.length < 1 or one.offset < 0 or one.offset + one.length > sizeof(text) for one in entities):
        raise TelegramBadRequest(method=method, message="Bad Request: can't parse entities: out of the text")


def _check_quote(method: TelegramMethod[Any], quote: str, text: str) -> None:
    if quote not in text or sizeof(quote) > QUOTE_LIMIT:
        raise TelegramBadRequest(method=method, message="Bad Request: QUOTE_TEXT_INVALID")


def _check_keys(method: TelegramMethod[Any], keys: object) -> None:
    markup = _inline(keys)
    for button in (button for row in markup.inline_keyboard for button in row) if markup else ():
        if not button.text or not _does_one_thing(button):
            raise TelegramBadRequest(method=method, message="Bad Request: BUTTON_DATA_INVALID")


def _does_one_thing(button: InlineKeyboardButton) -> bool:
    """It sends data, opens an address or copies a text."""
    sends = 1 <= len((button.callback_data or "").encode()) <= CALLBACK_LIMIT
    opens = (button.url or "").startswith("https://")
    copies = button.copy_text is not None and 1 <= sizeof(button.copy_text.text) <= COPY_LIMIT
    return [sends, opens, copies].count(True) == 1


def _checked(method: TelegramMethod[Any], field: str) -> Any:
    value = getattr(method, field)
    if len(value) > PROFILE_LIMITS[field]:
        raise TelegramBadRequest(method=method, message=f"Bad Request: {field} is too long")
    return value


def _inline(keys: object) -> InlineKeyboardMarkup | None:
    return keys if isinstance(keys, InlineKeyboardMarkup) and keys.inline_keyboard else None


def _chat(number: int) -> Chat:
    return Chat(id=number, type="private" if number > 0 else "supergroup")


def _id(chat: int | str | None) -> int:
    return int(chat or 0)
