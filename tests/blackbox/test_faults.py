"""Telegram away, refusing or repeating itself: a person gets their answer, and gets it once."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handlers.phrases import phrases
from tests.blackbox.faults import Fault, Kind
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram
from tests.blackbox.transcript import OK, Call

SAY = phrases("ru")


def sends(person: Person) -> list[Call]:
    """Every sendMessage to a person, also those that failed."""
    chat = person.chat["id"]
    return person.telegram.transcript.calls(lambda call: call.method == "sendMessage" and call.chat == chat)


def test_too_many_requests_is_obeyed_and_the_message_arrives_once(telegram: Telegram, anna: Person) -> None:
    telegram.goes_wrong(Fault("sendMessage", "429", chat=anna.chat["id"], times=2, seconds=1))
    assert anna.asks("/start").text == SAY("start")
    assert [call.status for call in sends(anna)] == [429, 429, OK]
    assert all(later.at - earlier.at >= 1 for earlier, later in pairwise(sends(anna)))


@pytest.mark.parametrize("kind", ["502 page", "500", "drop"])
def test_a_message_that_did_not_get_through_is_sent_again(telegram: Telegram, anna: Person, kind: Kind) -> None:
    telegram.goes_wrong(Fault("sendMessage", kind, chat=anna.chat["id"]))
    assert anna.asks("/start").text == SAY("start")
    assert anna.asks("/help").text == SAY("help")
    assert [call.status == OK for call in sends(anna)] == [False, True, True]


def test_an_answer_whose_receipt_was_lost_comes_twice_at_most(telegram: Telegram, anna: Person) -> None:
    telegram.goes_wrong(Fault("sendMessage", "drop after", chat=anna.chat["id"]))
    assert anna.asks("/start").text == SAY("start")
    anna.writes("/help")
    telegram.transcript.until(lambda: any(call.text == SAY("help") for call in anna.saw()))
    assert [call.text for call in anna.saw()].count(SAY("start")) <= 2


@pytest.mark.parametrize("kind", ["502 page", "hang"])
def test_no_answer_fails_or_waits_because_typing_cannot_be_shown(telegram: Telegram, anna: Person, kind: Kind) -> None:
    telegram.goes_wrong(Fault("sendChatAction", kind, chat=anna.chat["id"], times=10))
    anna.forwards("Мост закрыли на ремонт. Его откроют в мае, сообщил мэр Иван Петров.")
    assert "Мост закрыли" in anna.sees().text


def test_an_update_that_comes_twice_is_answered_once(telegram: Telegram, anna: Person) -> None:
    assert anna.asks("/start").text == SAY("start")
    again = Fault("getUpdates", "again", bot=anna.token)
    telegram.goes_wrong(again)
    assert anna.asks("/help").text == SAY("help")
    assert anna.asks("/articles").text == SAY("articles-empty")
    assert again.times == 0
    assert [call.text for call in anna.saw()] == [SAY("start"), SAY("help"), SAY("articles-empty")]


def test_a_bot_that_cannot_reach_telegram_waits_for_it(telegram: Telegram, own_bot: BotProcess, boris: Person) -> None:
    telegram.goes_wrong(
        Fault("getMe", "502 page", bot=own_bot.token),
        Fault("getUpdates", "502 page", bot=own_bot.token),
        Fault("getUpdates", "drop", bot=own_bot.token),
    )
    own_bot.start()
    assert boris.asks("/start").text == SAY("start")


def test_updates_go_on_after_telegram_was_away(telegram: Telegram, anna: Person) -> None:
    telegram.goes_wrong(
        Fault("getUpdates", "502 page", bot=anna.token),
        Fault("getUpdates", "drop", bot=anna.token),
        Fault("getUpdates", "drop after", bot=anna.token),
    )
    for command in ("start", "help"):
        assert anna.asks(f"/{command}").text == SAY(command)


@pytest.mark.parametrize(
    "broken",
    [
        {"message": {"message_id": 1, "text": "нет ни чата, ни даты"}},
        {"message": {"message_id": 1, "date": "вчера", "chat": {"id": 1, "type": "private"}}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "chamber"}, "forward_origin": {"type": "dream"}}},
        {"callback_query": {"id": "1", "data": 5}},
    ],
    ids=["no chat", "wrong date", "unknown origin", "no person"],
)  # fmt: skip
def test_an_update_that_cannot_be_understood_loses_only_itself(
    telegram: Telegram, anna: Person, broken: dict[str, object]
) -> None:
    anna.writes("/start")
    telegram.update(anna.token, broken)
    anna.writes("/help")
    assert [anna.sees().text, anna.sees().text] == [SAY("start"), SAY("help")]
