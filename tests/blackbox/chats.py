"""What stands in the chats of one bot, as Telegram would remember it: messages, and buttons that were pressed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.blackbox.tdlib import Formatted, formatted

Message = dict[str, Any]
Params = Mapping[str, Any]


class Chats:
    """The memory of one bot, whose Telegram id is ``bot``."""

    def __init__(self, bot: int) -> None:
        self.me = {"id": bot, "is_bot": True, "first_name": "Verbatim", "username": "verbatim_test_bot"}
        self.messages: dict[tuple[int, int], Message] = {}
        self.pressed: dict[str, int] = {}  # callback query → chat
        self.answers: Counter[str] = Counter()

    def message(self, chat: object, number: object) -> Message | None:
        return self.messages.get((int(str(chat)), int(str(number))))

    def keep(self, message: Message) -> Message:
        self.messages[message["chat"]["id"], message["message_id"]] = message
        return message

    def unanswered(self) -> list[str]:
        return [query for query in self.pressed if not self.answers[query]]

    def apply(self, method: str, params: Params, result: Any) -> Any:
        """Remember what a call that succeeded has done; the result as Telegram gives it."""
        if method.startswith("editMessage") and "message_id" in params:
            return self._edit(params)
        if method == "deleteMessage":
            self.messages.pop((params["chat_id"], params["message_id"]), None)
        elif method == "answerCallbackQuery":
            self.answers[params["callback_query_id"]] += 1
        elif isinstance(result, dict) and "message_id" in result:
            return self.keep(self._sent(params, result))
        return result

    def _sent(self, params: Params, result: Message) -> Message:
        """The message that was sent, with what the emulator leaves out."""
        plain = {key: value for key, value in result.items() if key not in ("text", "caption")}
        return plain | {"date": int(time.time()), "from": self.me} | content(params) | self._reply(params)

    def _reply(self, params: Params) -> Message:
        reply = params.get("reply_parameters", {})
        original = self.message(params["chat_id"], reply.get("message_id", 0))
        if original is None:
            return {}
        quote = {"text": reply["quote"], "position": reply.get("quote_position", 0)} if "quote" in reply else None
        original = {key: value for key, value in original.items() if key != "reply_to_message"}
        return {"reply_to_message": original} | ({"quote": quote} if quote else {})

    def _edit(self, params: Params) -> Message:
        old = self.messages[params["chat_id"], params["message_id"]]
        kept = {key: value for key, value in old.items() if key != "reply_markup"}
        if "text" in params:
            kept.pop("entities", None)
        return self.keep(kept | {"edit_date": int(time.time())} | content(params))


def content(params: Params) -> Message:
    """Text, entities and buttons of a message, out of the call that sends or edits it."""
    shown: Message = {}
    for name, entities in (("text", "entities"), ("caption", "caption_entities")):
        if name in params:
            found = formatted(params[name], params.get("parse_mode"), params.get(entities, ()))
            shown |= {name: found.text} | ({entities: list(found.entities)} if found.entities else {})
    keys = params.get("reply_markup", {})
    return shown | ({"reply_markup": keys} if keys.get("inline_keyboard") else {})


def body(message: Message) -> Formatted:
    """The text of a message, or its caption."""
    entities = message.get("entities") or message.get("caption_entities") or ()
    return Formatted(message.get("text") or message.get("caption") or "", entities)
