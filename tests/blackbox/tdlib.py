"""What TDLib, the library under Telegram's own server, says about a text; without network or login."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tdjson

MODES = {
    "HTML": {"@type": "textParseModeHTML"},
    "Markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "MarkdownV2": {"@type": "textParseModeMarkdown", "version": 2},
}
KINDS = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "blockquote": "BlockQuote", "url": "Url",
    "expandable_blockquote": "ExpandableBlockQuote", "text_link": "TextUrl", "hashtag": "Hashtag",
    "mention": "Mention", "bot_command": "BotCommand", "email": "EmailAddress", "phone_number": "PhoneNumber",
}  # fmt: skip
NAMES = {kind: name for name, kind in KINDS.items()}
Entity = dict[str, Any]  # as the Bot API writes it: {"type", "offset", "length", …}


class RefusedTextError(Exception):
    """TDLib does not take the text; the message is Telegram's own."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as people see it, and its entities."""

    text: str
    entities: Sequence[Entity] = ()


def formatted(text: str, mode: str | None = None, entities: Sequence[Entity] = ()) -> Formatted:
    """The text without its markup; where there is no mode, with entities that TDLib has found sound."""
    if mode:
        if mode not in MODES:
            raise RefusedTextError(f"unsupported parse_mode {mode}")
        return _from_tdlib(_ask("parseTextEntities", text=text, parse_mode=MODES[mode]))
    given = Formatted(text, entities)
    _ask("getMarkdownText", text=_to_tdlib(given))
    return given


def position(original: Formatted, quote: Formatted, near: int = 0) -> int | None:
    """Where TDLib finds a quotation in the original, in UTF-16 units; None where it stands nowhere."""
    try:
        found = _ask("searchQuote", text=_to_tdlib(original), quote=_to_tdlib(quote), quote_position=near)
    except RefusedTextError:
        return None
    return int(found["position"])


def _ask(function: str, **arguments: Any) -> dict[str, Any]:
    _be_quiet()
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps({"@type": function, **arguments}).encode()))
    if answer["@type"] == "error":
        raise RefusedTextError(answer["message"])
    return answer


@cache
def _be_quiet() -> None:
    tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')


def _to_tdlib(formatted: Formatted) -> dict[str, Any]:
    entities = [_entity(one) for one in formatted.entities if one["type"] in KINDS]
    return {"@type": "formattedText", "text": formatted.text, "entities": entities}


def _entity(one: Entity) -> dict[str, Any]:
    kind = {"@type": "textEntityType" + KINDS[one["type"]]} | ({"url": one["url"]} if "url" in one else {})
    return {"@type": "textEntity", "offset": one["offset"], "length": one["length"], "type": kind}


def _from_tdlib(answer: dict[str, Any]) -> Formatted:
    return Formatted(answer["text"], [_named(one) for one in answer["entities"]])


def _named(one: dict[str, Any]) -> Entity:
    kind = one["type"]["@type"].removeprefix("textEntityType")
    extra = {"url": one["type"]["url"]} if "url" in one["type"] else {}
    return {"type": NAMES.get(kind, kind), "offset": one["offset"], "length": one["length"], **extra}
