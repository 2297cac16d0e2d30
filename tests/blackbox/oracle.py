"""Whether Telegram would take a call: its shape, its texts, and what it says about messages of the chat.

The facts come from others: the Bot API's schema, and TDLib for markup, entities and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.blackbox.chats import Chats, Message, Params, body, content
from tests.blackbox.schema import API, shape
from tests.blackbox.tdlib import Entity, Formatted, RefusedTextError, formatted, position
from tests.blackbox.violations import Violation, units

QUOTED_FORMATS = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TELEGRAMS_WORDS = {
    "empty text": "message text is empty",
    "too long": "message is too long",
    "reply to an unknown message": "message to be replied not found",
    "quote not in the text": "QUOTE_TEXT_INVALID",
    "quote without its formatting": "QUOTE_TEXT_INVALID",
    "edit of an unknown message": "message to edit not found",
    "edit of a foreign message": "message can't be edited",
    "delete of an unknown message": "message to delete not found",
    "unknown callback": "query is too old and response timeout expired or query ID is invalid",
    "callback answered twice": "query is too old and response timeout expired or query ID is invalid",
}


def violations(chats: Chats, method: str, params: Params, files: frozenset[str] = frozenset()) -> list[Violation]:
    """The rules that a call breaks; where its shape is wrong already, nothing else is looked at."""
    return shape(method, params, files) or [*_texts(method, params), *_chat(chats, method, params)]


def refusal(chats: Chats, method: str, params: Params, broken: list[Violation]) -> str | None:
    """What Telegram would say instead of doing the call; None where it would do it."""
    if broken:
        return TELEGRAMS_WORDS.get(broken[0].rule, f"{broken[0].where}: {broken[0].detail}")
    return NOT_MODIFIED if _changes_nothing(chats, method, params) else None


def _texts(method: str, params: Params) -> Iterator[Violation]:
    for name, field in API["methods"][method].items():
        if "parsed" in field and name in params:
            yield from _text(field["limit"], params, name, "entities" if name == "text" else f"{name}_entities", method)


def _text(limit: list[Any], params: Params, name: str, entities: str, where: str) -> Iterator[Violation]:
    mode = params.get("quote_parse_mode" if name == "quote" else "parse_mode")
    try:
        found = formatted(params[name], mode, params.get(entities, ()))
    except RefusedTextError as error:
        yield Violation("bad markup" if mode else "bad entities", f"{where}.{name}", str(error))
        return
    if limit[0] and not found.text.strip():
        yield Violation("empty text", f"{where}.{name}")
    if units(found.text) > limit[1]:
        yield Violation("too long", f"{where}.{name}", f"{units(found.text)} units, at most {limit[1]}")


def _chat(chats: Chats, method: str, params: Params) -> Iterator[Violation]:
    if "reply_parameters" in params:
        yield from _reply(chats, method, params)
    if "message_id" in params and method.startswith(("editMessage", "deleteMessage")):
        yield from _own(chats, method, params)
    if method == "answerCallbackQuery":
        yield from _callback(chats, params["callback_query_id"])


def _reply(chats: Chats, method: str, params: Params) -> Iterator[Violation]:
    reply = params["reply_parameters"]
    original = chats.message(reply.get("chat_id", params["chat_id"]), reply["message_id"])
    if original is None:
        if not reply.get("allow_sending_without_reply"):
            yield Violation("reply to an unknown message", method, str(reply["message_id"]))
    elif "quote" in reply:
        yield from _quote(original, reply, f"{method}.reply_parameters")


def _quote(original: Message, reply: Mapping[str, Any], where: str) -> Iterator[Violation]:
    broken = list(
        _text(API["types"]["ReplyParameters"]["fields"]["quote"]["limit"], reply, "quote", "quote_entities", where)
    )
    if broken:
        yield from broken
        return
    quote = formatted(reply["quote"], reply.get("quote_parse_mode"), reply.get("quote_entities", ()))
    found = position(body(original), quote, reply.get("quote_position", 0))
    if found is None:
        yield Violation("quote not in the text", where, quote.text)
    elif _formats(quote.entities) != _formats(_cut(body(original), found, units(quote.text))):
        yield Violation("quote without its formatting", where, quote.text)


def _cut(text: Formatted, start: int, length: int) -> Iterator[Entity]:
    """The entities of a stretch of a text, counted from where it begins."""
    for one in text.entities:
        begin, end = max(one["offset"], start), min(one["offset"] + one["length"], start + length)
        if begin < end:
            yield one | {"offset": begin - start, "length": end - begin}


def _formats(entities: Any) -> set[tuple[str, int, int]]:
    return {(one["type"], one["offset"], one["length"]) for one in entities if one["type"] in QUOTED_FORMATS}


def _own(chats: Chats, method: str, params: Params) -> Iterator[Violation]:
    message = chats.message(params["chat_id"], params["message_id"])
    deed = "delete" if method == "deleteMessage" else "edit"
    if message is None:
        yield Violation(f"{deed} of an unknown message", method, str(params["message_id"]))
    elif deed == "edit" and message["from"]["id"] != chats.me["id"]:
        yield Violation("edit of a foreign message", method, str(params["message_id"]))


def _callback(chats: Chats, query: str) -> Iterator[Violation]:
    if query not in chats.pressed:
        yield Violation("unknown callback", "answerCallbackQuery", query)
    elif chats.answers[query]:
        yield Violation("callback answered twice", "answerCallbackQuery", query)


def never_answered(chats: Chats) -> list[Violation]:
    return [Violation("callback never answered", "callback_query", query) for query in chats.unanswered()]


def _changes_nothing(chats: Chats, method: str, params: Params) -> bool:
    if not method.startswith("editMessage") or "message_id" not in params:
        return False
    old = chats.messages[params["chat_id"], params["message_id"]]
    new = {"reply_markup": None} | ({"entities": None} if "text" in params else {}) | content(params)
    return all(old.get(name) == value for name, value in new.items())
