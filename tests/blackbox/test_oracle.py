"""The oracle lets good calls pass and names what is wrong with bad ones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.blackbox.chats import Chats
from tests.blackbox.oracle import never_answered, refusal, violations
from tests.blackbox.violations import Violation

FOX = {"chat": {"id": 1}, "message_id": 5, "from": {"id": 1}, "text": "Быстрая бурая лиса 🦊 бежит",
       "entities": [{"type": "bold", "offset": 8, "length": 10}]}  # fmt: skip
OWN = {"chat": {"id": 1}, "message_id": 6, "from": {"id": 42}, "text": "Ответ бота"}


@pytest.fixture
def chats() -> Chats:
    """The bot 42 with one chat: a message of the person (5), one of the bot (6), buttons pressed (77) and answered (78)."""
    chats = Chats(42)
    chats.keep(FOX)
    chats.keep(OWN)
    chats.pressed = {"77": 1, "78": 1}
    chats.answers["78"] = 1
    return chats


def send(text: str = "ok", **params: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"chat_id": 1, "text": text, **params}


def reply(number: int = 5, **params: Any) -> tuple[str, dict[str, Any]]:
    return send(reply_parameters={"message_id": number, **params})


def button(**button: Any) -> tuple[str, dict[str, Any]]:
    return send(reply_markup={"inline_keyboard": [[{"text": "t", **button}]]})


def bold(offset: int, length: int, text: str = "ok 🦊") -> tuple[str, dict[str, Any]]:
    return send(text, entities=[{"type": "bold", "offset": offset, "length": length}])


def edit(number: int, text: str = "иначе") -> tuple[str, dict[str, Any]]:
    return "editMessageText", {"chat_id": 1, "message_id": number, "text": text}


BROWN = {"quote": "бурая лиса", "quote_position": 8, "quote_entities": [{"type": "bold", "offset": 0, "length": 10}]}
GOOD = {
    "as long as it may be": send("я" * 4096),
    "as long as it may be, without its markup": send("<b>" + "x" * 4096 + "</b>", parse_mode="HTML"),
    "a quotation block": send("<blockquote expandable>q</blockquote>", parse_mode="HTML"),
    "entities": bold(0, 5),
    "no preview": send(link_preview_options={"is_disabled": True}),
    "64 bytes of callback data": button(callback_data="я" * 32),
    "a button that opens": button(url="https://example.org"),
    "a reply": reply(),
    "a reply to what may be gone": reply(999, allow_sending_without_reply=True),
    "a quote with its formatting": reply(**BROWN),
    "a quote of plain words": reply(quote="🦊 бежит"),
    "an edit": edit(6),
    "new buttons": ("editMessageReplyMarkup", {"chat_id": 1, "message_id": 6, "reply_markup": {"inline_keyboard": []}}),
    "an answer to a button": ("answerCallbackQuery", {"callback_query_id": "77", "text": "я" * 200}),
    "typing": ("sendChatAction", {"chat_id": 1, "action": "typing"}),
    "a menu": ("setMyCommands", {"commands": [{"command": "help", "description": "помощь"}], "scope": {"type": "default"}}),
    "an album": ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "a"}, {"type": "video", "media": "b"}]}),
    "deletion": ("deleteMessage", {"chat_id": 1, "message_id": 6}),
}  # fmt: skip
BAD = {
    "one unit too long": (send("x" * 4097), "too long"),
    "one unit too long in pairs": (send("🦊" * 2048 + "x"), "too long"),
    "too long after parsing": (send("<b>" + "x" * 4097 + "</b>", parse_mode="HTML"), "too long"),
    "a caption too long": (("sendDocument", {"chat_id": 1, "document": "id", "caption": "x" * 1025}), "too long"),
    "a quote too long": (reply(quote="x" * 1025), "too long"),
    "no text": (send(""), "empty text"),
    "nothing but spaces": (send(" \n "), "empty text"),
    "nothing but markup": (send("<b></b>", parse_mode="HTML"), "empty text"),
    "a tag left open": (send("<b>x", parse_mode="HTML"), "bad markup"),
    "a tag that is none": (send("AT&T <ok>", parse_mode="HTML"), "bad markup"),
    "a full stop not escaped": (send("a.b!", parse_mode="MarkdownV2"), "bad markup"),
    "a mode that is none": (send(parse_mode="xml"), "bad markup"),
    "an entity beyond the end": (bold(0, 6), "bad entities"),
    "an entity that begins beyond the end": (bold(6, 1), "bad entities"),
    "an entity before the beginning": (bold(-1, 2), "bad entities"),
    "an entity that begins inside a pair": (bold(4, 1), "bad entities"),
    "an entity that ends inside a pair": (bold(3, 1), "bad entities"),
    "an entity of no kind": (send(entities=[{"type": "fat", "offset": 0, "length": 1}]), "wrong word"),
    "a field that is none": (send(web_preview="x"), "unknown field"),
    "a deprecated field": (send(disable_web_page_preview=True), "unknown field"),
    "a field of a button that is none": (button(callback_dat="a"), "unknown field"),
    "a button that does nothing": (button(), "button without one action"),
    "a button that does two things": (button(url="https://example.org", callback_data="a"), "button without one action"),
    "65 bytes of callback data": (button(callback_data="я" * 32 + "a"), "out of limits"),
    "no callback data": (button(callback_data=""), "out of limits"),
    "a word for a boolean": (send(link_preview_options={"is_disabled": "yes"}), "wrong type"),
    "a number for a text": (button(callback_data=5), "wrong type"),
    "a row that is no list": (send(reply_markup={"inline_keyboard": [{"text": "t", "callback_data": "a"}]}), "wrong type"),
    "no text field": (("sendMessage", {"chat_id": 1}), "missing field"),
    "no chat": (("sendMessage", {"text": "x"}), "missing field"),
    "no document": (("sendDocument", {"chat_id": 1}), "missing field"),
    "no file_id": (("getFile", {}), "missing field"),
    "no description of a command": (("setMyCommands", {"commands": [{"command": "a"}]}), "missing field"),
    "a command too long": (("setMyCommands", {"commands": [{"command": "a" * 33, "description": "b"}]}), "out of limits"),
    "a description too long": (("setMyShortDescription", {"short_description": "x" * 121}), "out of limits"),
    "a scope that is none": (("setMyCommands", {"commands": [], "scope": {"type": "everywhere"}}), "wrong word"),
    "an album of one": (("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "a"}]}), "out of limits"),
    "more updates than there are": (("getUpdates", {"limit": 101}), "out of limits"),
    "a method that is none": (("sendMesage", {"chat_id": 1, "text": "x"}), "unknown method"),
    "a reply to a message that is none": (reply(999), "reply to an unknown message"),
    "a quote of other words": (reply(quote="чёрная лиса"), "quote not in the text"),
    "a quote across a gap": (reply(quote="Быстрая лиса"), "quote not in the text"),
    "a quote that lost its formatting": (reply(quote="бурая лиса"), "quote without its formatting"),
    "an edit of what is none": (edit(404), "edit of an unknown message"),
    "an edit of the person's words": (edit(5), "edit of a foreign message"),
    "an edit too long": (edit(6, "x" * 4097), "too long"),
    "deletion of what is none": (("deleteMessage", {"chat_id": 1, "message_id": 404}), "delete of an unknown message"),
    "an answer to a button that nobody pressed": (("answerCallbackQuery", {"callback_query_id": "79"}), "unknown callback"),
    "a second answer": (("answerCallbackQuery", {"callback_query_id": "78"}), "callback answered twice"),
    "an answer too long": (("answerCallbackQuery", {"callback_query_id": "77", "text": "x" * 201}), "out of limits"),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_good_call_breaks_no_rule(chats: Chats, name: str) -> None:
    assert violations(chats, *GOOD[name]) == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_call_is_called_by_its_name(chats: Chats, name: str) -> None:
    (method, params), rule = BAD[name]
    assert [one.rule for one in violations(chats, method, params)] == [rule]


def test_a_button_without_an_answer_is_seen(chats: Chats) -> None:
    assert never_answered(chats) == [Violation("callback never answered", "callback_query", "77")]


def test_a_file_fills_the_field_of_its_name(chats: Chats) -> None:
    assert violations(chats, "sendDocument", {"chat_id": 1}, frozenset({"document"})) == []


def test_an_edit_that_changes_nothing_is_refused_but_no_fault_of_the_bot(chats: Chats) -> None:
    method, params = edit(6, "Ответ бота")
    assert violations(chats, method, params) == []
    assert "not modified" in (refusal(chats, method, params, []) or "")
    assert refusal(chats, *edit(6), []) is None


def test_a_refusal_is_in_telegrams_words(chats: Chats) -> None:
    broken = violations(chats, *reply(quote="чёрная лиса"))
    assert refusal(chats, *reply(quote="чёрная лиса"), broken) == "QUOTE_TEXT_INVALID"
