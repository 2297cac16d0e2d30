"""Posts that arrive as blocks: everything they say, in reading order."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import types
from aiogram.types import RichMessage

from handlers.rich import Link, flatten
from storage.records import ChatId, MessageId
from tests.telegram import Friend, article, said

PICTURE = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
FILE = {"file_id": "1", "file_unique_id": "1"}
FILM = {**FILE, "width": 1, "height": 1, "duration": 1}
CAPTION = {"text": "Мост ночью", "credit": "Фото: мэрия"}
PLACE = {"latitude": 43.2, "longitude": 76.9}
CHANNEL = {
    "type": "channel",
    "date": 1795370000,
    "message_id": 77,
    "chat": {"id": -1001234567890, "type": "channel", "title": "Вестник", "username": "vestnik"},
}


def paragraph(text: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def cell(text: str | None, **fields: Any) -> dict[str, Any]:
    return {"align": "left", "valign": "top", "text": text, **fields}


def item(label: str, *blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"label": label, "blocks": list(blocks), **fields}


def rich(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"blocks": list(blocks)}


def text(*blocks: dict[str, Any]) -> str:
    return flatten(RichMessage.model_validate(rich(*blocks))).text


BLOCKS: dict[str, tuple[dict[str, Any], str]] = {
    "paragraph": (paragraph("Мост открыли."), "Мост открыли."),
    "heading": ({"type": "heading", "text": "Новый мост", "size": 1}, "Новый мост"),
    "pre": ({"type": "pre", "text": "a = 1\nb = 2", "language": "python"}, "a = 1\nb = 2"),
    "footer": ({"type": "footer", "text": "Вестник, 2026"}, "Вестник, 2026"),
    "divider": ({"type": "divider"}, ""),
    "mathematical_expression": ({"type": "mathematical_expression", "expression": "a^2"}, "a^2"),
    "anchor": ({"type": "anchor", "name": "bridge"}, ""),
    "list": (
        {"type": "list", "items": [item("1.", paragraph("Абая")), item("2.", paragraph("Сатпаева"))]},
        "1. Абая\n2. Сатпаева",
    ),
    "blockquote": (
        {"type": "blockquote", "blocks": [paragraph("Ждали."), paragraph("Дождались.")], "credit": "Аким"},
        "Ждали.\n\nДождались.\n— Аким",
    ),
    "expandable_blockquote": ({"type": "expandable_blockquote", "text": "Ждали.", "credit": "Аким"}, "Ждали.\n— Аким"),
    "pullquote": ({"type": "pullquote", "text": "Ждали.", "credit": "Аким"}, "Ждали.\n— Аким"),
    "collage": (
        {"type": "collage", "blocks": [{"type": "photo", "photo": PICTURE, "caption": CAPTION}], "caption": CAPTION},
        "Мост ночью\nФото: мэрия\n\nМост ночью\nФото: мэрия",
    ),
    "slideshow": (
        {"type": "slideshow", "blocks": [{"type": "photo", "photo": PICTURE}], "caption": CAPTION},
        "Мост ночью\nФото: мэрия",
    ),
    "table": (
        {"type": "table", "caption": "Рост", "cells": [[cell("Год"), cell("%")], [cell("2025"), cell("7")]]},
        "Рост\nГод | %\n2025 | 7",
    ),
    "details": (
        {"type": "details", "summary": "Подробнее", "blocks": [paragraph("Мост длинный.")]},
        "Подробнее\n\nМост длинный.",
    ),
    "map": (
        {"type": "map", "location": PLACE, "zoom": 1, "width": 1, "height": 1, "caption": CAPTION},
        "Мост ночью\nФото: мэрия",
    ),
    "buttons": ({"type": "buttons", "buttons": [{"text": "Читать", "url": "https://example.org"}]}, ""),
    "animation": ({"type": "animation", "animation": FILM, "caption": {"text": "Мост"}}, "Мост"),
    "audio": ({"type": "audio", "audio": {**FILE, "duration": 1}, "caption": {"text": "Мост"}}, "Мост"),
    "document": ({"type": "document", "document": FILE, "caption": {"text": "Мост"}}, "Мост"),
    "photo": ({"type": "photo", "photo": PICTURE, "caption": {"text": "Мост"}}, "Мост"),
    "video": ({"type": "video", "video": FILM, "caption": {"text": "Мост"}}, "Мост"),
    "voice_note": ({"type": "voice_note", "voice_note": {**FILE, "duration": 1}, "caption": {"text": "Мост"}}, "Мост"),
    "thinking": ({"type": "thinking", "text": "Думаю…"}, ""),
}

TEXTS: dict[str, dict[str, Any]] = {
    **{
        kind: {"text": "слово"}
        for kind in (
            *("bold", "italic", "underline", "strikethrough", "spoiler", "subscript", "superscript", "marked", "code"),
        )
    },
    "date_time": {"text": "слово", "unix_time": 1, "date_time_format": "d"},
    "text_mention": {"text": "слово", "user": {"id": 1, "is_bot": False, "first_name": "А"}},
    "custom_emoji": {"custom_emoji_id": "1", "alternative_text": "слово"},
    "mathematical_expression": {"expression": "слово"},
    "url": {"text": "слово", "url": "https://example.org"},
    "email_address": {"text": "слово", "email_address": "a@example.org"},
    "phone_number": {"text": "слово", "phone_number": "1"},
    "bank_card_number": {"text": "слово", "bank_card_number": "1"},
    "mention": {"text": "слово", "username": "a"},
    "hashtag": {"text": "слово", "hashtag": "a"},
    "cashtag": {"text": "слово", "cashtag": "A"},
    "bot_command": {"text": "слово", "bot_command": "/a"},
    "anchor_link": {"text": "слово", "anchor_name": "a"},
    "reference": {"text": "слово", "name": "a"},
    "reference_link": {"text": "слово", "reference_name": "a"},
}
SILENT: dict[str, dict[str, Any]] = {"button": {"button": {"text": "Читать"}}, "anchor": {"name": "a"}}


def kinds(union: str) -> set[str]:
    """The values of ``type`` that a union of Telegram's has."""
    prefix = union.removesuffix("Union")
    named = [getattr(types, name) for name in dir(types) if name.startswith(prefix) and name not in (prefix, union)]
    return {one.model_fields["type"].default.value for one in named if _is_kind(one)}


def _is_kind(one: Any) -> bool:
    kind = getattr(one, "model_fields", {}).get("type")
    return kind is not None and hasattr(kind.default, "value")


def test_every_kind_of_block_and_text_that_telegram_has_is_tried_here() -> None:
    assert kinds("RichBlockUnion") == set(BLOCKS)
    assert kinds("RichTextUnion") == {*TEXTS, *SILENT}


@pytest.mark.parametrize(("block", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_a_block_says_what_stands_in_it(block: dict[str, Any], expected: str) -> None:
    assert text(paragraph("До."), block, paragraph("После.")) == "\n\n".join(filter(None, ["До.", expected, "После."]))


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_of_any_kind_says_its_words(kind: str) -> None:
    assert text(paragraph(["Вот ", {"type": kind, **TEXTS[kind]}, "."])) == "Вот слово."


@pytest.mark.parametrize("kind", SILENT)
def test_what_is_pressed_or_jumped_to_says_nothing(kind: str) -> None:
    assert text(paragraph(["Вот", {"type": kind, **SILENT[kind]}, "."])) == "Вот."


def test_links_keep_their_place_and_address() -> None:
    bold = {"type": "bold", "text": ["на ", {"type": "italic", "text": "сайте"}]}
    link = {"type": "url", "text": bold, "url": "https://example.org/"}
    flat = flatten(RichMessage.model_validate(rich(paragraph("Мост."), paragraph(["Подробно ", link, " мэрии"]))))
    assert flat.text == "Мост.\n\nПодробно на сайте мэрии"
    assert flat.links == (Link(16, 24, "https://example.org/"),)
    assert flat.text[16:24] == "на сайте"


def test_lists_stand_in_lists_with_their_marks() -> None:
    inner = {"type": "list", "items": [item("a", paragraph("Абая")), item("b", paragraph("Сатпаева"))]}
    done = item("•", paragraph("Парк"), has_checkbox=True, is_checked=True)
    to_do = item("•", paragraph("Сквер"), has_checkbox=True)
    outer = {"type": "list", "items": [item("1", paragraph("Дороги:"), inner), item("", paragraph("Ещё")), done, to_do]}
    assert text(outer) == "1. Дороги:\n  a. Абая\n  b. Сатпаева\n• Ещё\n☑ Парк\n☐ Сквер"


def test_a_cell_over_several_rows_is_told_in_each_and_one_over_several_columns_once() -> None:
    cells = [
        [cell("Город", is_header=True), cell("Рост за год", colspan=2, is_header=True)],
        [cell("Алматы", rowspan=2), cell("2024"), cell("5 %")],
        [cell("2025"), cell("7\nпроцентов")],
        [cell(None), cell("итого"), cell("12")],
    ]
    table = text({"type": "table", "cells": cells})
    assert table == "Город | Рост за год\nАлматы | 2024 | 5 %\nАлматы | 2025 | 7 процентов\nитого | 12"


def test_a_message_without_words_is_empty() -> None:
    assert text() == text({"type": "divider"}, paragraph("  "), {"type": "list", "items": []}) == ""


async def test_a_forwarded_rich_post_is_an_article_that_answers_questions(anna: Friend) -> None:
    paragraphs = [paragraph(one) for one in article("01").split("\n\n")]
    shown = await anna.delivers(rich_message=rich(*paragraphs), forward_origin=CHANNEL)
    assert "Вестник" in said(shown)
    (answer,) = await anna.writes("какой товарооборот?")
    assert "28,4 млрд" in said([answer])
    assert answer.message is not None
    assert answer.message.quote is None


async def test_the_links_of_a_rich_post_are_kept_in_utf16_units(anna: Friend) -> None:
    link = {"type": "url", "text": "на сайте", "url": "https://example.org/"}
    post = rich(paragraph(["😀 Мост открыли, его ждали год. Всё ", link, "."]))
    await anna.delivers(rich_message=post, forward_origin=CHANNEL)
    (part,) = await anna.server.archive.copy(ChatId(100), MessageId(anna.sent.message_id))
    assert '"offset": 36, "length": 8, "url": "https://example.org/"' in part.entities


async def test_a_rich_question_is_answered_and_a_post_of_pictures_alone_refused_kindly(anna: Friend) -> None:
    await anna.forwards(article("01"))
    assert "28,4 млрд" in said(await anna.delivers(rich_message=rich(paragraph("какой товарооборот?"))))
    assert "нет слов" in said(await anna.delivers(rich_message=rich(BLOCKS["anchor"][0]), forward_origin=CHANNEL))
