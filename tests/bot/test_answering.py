"""An update of the inbox is answered, or told in a word why not; only an unreached Telegram is tried again."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Sequence
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiogram.types import Message

from bot.answering import LIVES, answering
from storage.records import Taken
from tests.telegram import Friend, article, said

Seen = list[tuple[Message, Sequence[Message]]]


def taken(anna: Friend, text: str, lives: int = 1) -> Taken:
    update = anna.person.writes(text)
    return Taken(update.model_dump_json(exclude_none=True), lives)


async def answered(anna: Friend, *updates: Taken) -> str:
    before = len(anna.server.shown)
    await answering(anna.server.dispatcher, anna.server.bot)(updates)
    return said(anna.server.shown[before:])


async def test_an_update_is_answered_and_the_log_says_how_fast(anna: Friend, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    assert "Здравствуйте" in await answered(anna, taken(anna, "/start"))
    assert re.fullmatch(r"handled in \d+ ms", caplog.messages[-1])


async def test_an_update_of_no_known_shape_is_logged_by_its_places_and_dropped(
    anna: Friend, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {"update_id": 7, "message": {"message_id": "тайна", "chat": {"id": 100}, "date": 1}}
    assert await answered(anna, Taken(json.dumps(broken), 1)) == ""
    assert "message.message_id: int_parsing" in caplog.text
    assert "тайна" not in caplog.text


@pytest.mark.parametrize(
    ("newer", "told"),
    [
        ({"rich_message": {"blocks": [{"type": "hologram"}]}}, "читать не умею"),
        ({"text": "спасибо", "reply_to_message": {"poll": {"kind": "new"}}}, "Пожалуйста"),
        ({"poll": {"kind": "new"}}, "читать не умею"),
    ],
)
async def test_a_message_that_is_newer_than_the_bot_is_answered_all_the_same(
    newer: dict[str, Any], told: str, anna: Friend
) -> None:
    update = json.loads(taken(anna, "Мост").body)
    del update["message"]["text"]
    assert told in await answered(anna, Taken(json.dumps({**update, "message": {**update["message"], **newer}}), 1))


async def test_an_update_that_ended_process_after_process_is_told_to_the_person_and_not_handled(anna: Friend) -> None:
    assert "Здравствуйте" in await answered(anna, taken(anna, "/start", LIVES))
    assert "Что-то сломалось" in await answered(anna, taken(anna, "/start", LIVES + 1))


class TestWhatBelongsTogether:
    @pytest.fixture
    def seen(self, anna: Friend) -> Seen:
        """What a dispatcher with a handler of the test's own is given: a message and its bundle."""
        seen = []
        dispatcher = Dispatcher(bundle=())

        @dispatcher.message()
        async def note(message: Message, bundle: Sequence[Message]) -> None:
            seen.append((message, bundle))

        anna.server.dispatcher = dispatcher
        return seen

    async def test_one_update_comes_by_itself(self, anna: Friend, seen: Seen) -> None:
        await answered(anna, taken(anna, "Мост"))
        assert [(message.text, bundle) for message, bundle in seen] == [("Мост", ())]

    async def test_several_come_once_with_the_messages_of_all(self, anna: Friend, seen: Seen) -> None:
        await answered(anna, *(taken(anna, text) for text in ("Мост", "Завод", "Порт")))
        ((first, bundle),) = seen
        assert first == bundle[0]
        assert [one.text for one in bundle] == ["Мост", "Завод", "Порт"]
        assert {one.bot for one in bundle} == {anna.server.bot}

    async def test_what_is_of_no_known_shape_is_left_out_and_logged(
        self, anna: Friend, seen: Seen, caplog: pytest.LogCaptureFixture
    ) -> None:
        broken = Taken(json.dumps({"update_id": 7, "message": {"message_id": "тайна"}}), 1)
        await answered(anna, broken, taken(anna, "Мост"), broken, taken(anna, "Порт"))
        ((_, bundle),) = seen
        assert [one.text for one in bundle] == ["Мост", "Порт"]
        assert caplog.text.count("update 7 is of no known shape") == 2

    async def test_what_is_left_alone_comes_by_itself(self, anna: Friend, seen: Seen) -> None:
        await answered(anna, Taken('{"update_id": 7, "message": {}}', 1), taken(anna, "Мост"))
        assert [(message.text, bundle) for message, bundle in seen] == [("Мост", ())]


class TestWhereTelegramIsAway:
    @pytest.fixture(autouse=True)
    def away(self, anna: Friend, monkeypatch: pytest.MonkeyPatch) -> None:
        async def unreachable(*_: Any, **__: Any) -> None:
            raise TelegramNetworkError(method=SendMessage(chat_id=1, text="x"), message="reset")

        monkeypatch.setattr(anna.server.telegram, "make_request", unreachable)

    async def test_the_update_is_not_done(self, anna: Friend) -> None:
        with pytest.raises(TelegramNetworkError):
            await answered(anna, taken(anna, "/start"))

    async def test_it_is_not_done_either_when_only_the_apology_was_left(self, anna: Friend) -> None:
        async def broken(text: str, title: str | None) -> None:
            raise RuntimeError

        anna.server.dispatcher["reader"] = broken
        with pytest.raises(TelegramNetworkError):
            await answered(anna, taken(anna, article("01")))
