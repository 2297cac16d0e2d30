"""The person's side: they write, forward, reply, press and edit, and see what the bot does in their chat."""

from __future__ import annotations

import time
from typing import Any
from uuid import uuid4

from tests.blackbox.chats import Message, body
from tests.blackbox.telegram import Telegram
from tests.blackbox.transcript import DEADLINE, OK, Call
from tests.blackbox.violations import units

UNSEEN = {"sendChatAction", "answerCallbackQuery"}


class Person:
    """Somebody in a private chat with the bot of ``token``; the chat has the person's id."""

    def __init__(self, telegram: Telegram, token: str, number: int, language: str = "ru") -> None:
        self.telegram = telegram
        self.token = token
        self.user = {"id": number, "is_bot": False, "first_name": "Анна", "language_code": language}
        self.chat = {"id": number, "type": "private", "first_name": "Анна"}
        self.seen = len(telegram.transcript)  # how far in the transcript this person has looked

    def writes(self, text: str | None = None, **fields: Any) -> Message:
        """Send a message with a text or any other fields. Telegram trims what people write."""
        message = {"message_id": self.telegram.number(), "date": int(time.time()), "from": self.user, "chat": self.chat}
        message |= {"text": text.strip()} if text else {}
        message |= {"entities": [_command(text)]} if text and text.startswith("/") else {}
        self.telegram.chats(self.token).keep(message | fields)
        self.telegram.update(self.token, {"message": message | fields})
        return message | fields

    def forwards(self, text: str | None = None, channel: str = "Вестник", **fields: Any) -> Message:
        """Forward a post of a public channel."""
        chat = {"id": -1001234567890, "type": "channel", "title": channel, "username": "vestnik"}
        origin = {"type": "channel", "date": int(time.time()) - 60, "message_id": 77, "chat": chat}
        return self.writes(text, forward_origin=origin, **fields)

    def replies(self, to: Message, text: str, chosen: str | None = None) -> Message:
        """Reply to a message; ``chosen`` are words of it that the person selected."""
        fields = {"reply_to_message": {name: value for name, value in to.items() if name != "reply_to_message"}}
        if chosen is not None:
            words = body(to).text
            fields["quote"] = {"text": chosen, "position": units(words[: words.index(chosen)]), "is_manual": True}
        return self.writes(text, **fields)

    def edits(self, message: Message, text: str) -> Message:
        changed = message | {"text": text.strip(), "edit_date": int(time.time())}
        self.telegram.chats(self.token).keep(changed)
        self.telegram.update(self.token, {"edited_message": changed})
        return changed

    def presses(self, button: str, times: int = 1) -> None:
        """Press the newest button of that name in the chat, as fast as Telegram lets."""
        message, data = self._button(button)
        for _ in range(times):
            query = str(uuid4().int % 10**18)
            self.telegram.chats(self.token).pressed[query] = self.chat["id"]
            pressed = {"id": query, "from": self.user, "chat_instance": "1", "message": message, "data": data}
            self.telegram.update(self.token, {"callback_query": pressed})

    def sends_document(self, name: str, data: bytes, **fields: Any) -> Message:
        file = self.telegram.file(data)
        about = {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": len(data)}
        return self.writes(document=about, **fields)

    def sees(self, within: float = DEADLINE) -> Call:
        """The bot's next call that this person sees. Raises TimeoutError."""
        number, call = self.telegram.transcript.first(self._visible, self.seen, within)
        self.seen = number + 1
        return call

    def asks(self, text: str) -> Call:
        """Write, and see what comes."""
        self.writes(text)
        return self.sees()

    def clicks(self, button: str) -> Call:
        """Press, and see what comes."""
        self.presses(button)
        return self.sees()

    def saw(self) -> list[Call]:
        """All that the bot has shown this person so far."""
        return self.telegram.transcript.calls(self._visible)

    def _visible(self, call: Call) -> bool:
        mine = call.bot == self.token and call.chat == self.chat["id"] and call.status == OK
        return mine and (call.method not in UNSEEN or bool(call.params.get("text")))

    def _button(self, name: str) -> tuple[Message, str]:
        held = self.telegram.chats(self.token).messages
        for message in reversed([one for one in held.values() if one["chat"]["id"] == self.chat["id"]]):
            for one in (one for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for one in row):
                if one["text"] == name:
                    return message, one["callback_data"]
        raise LookupError(f"there is no button {name!r}")


def _command(text: str) -> dict[str, Any]:
    return {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
