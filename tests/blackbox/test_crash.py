"""The process is stopped or killed: nothing that was sent to it is lost."""

from __future__ import annotations

import pytest

from tests.blackbox.conftest import NUMBERS
from tests.blackbox.faults import Fault
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram
from tests.telegram import article

WORK = 1.5  # seconds that each answer takes
MESSAGES, CHATS = 10, 4


@pytest.fixture
def crowd(telegram: Telegram, own_bot: BotProcess) -> list[Person]:
    return [Person(telegram, own_bot.token, next(NUMBERS)) for _ in range(CHATS)]


def answered(person: Person) -> list[int]:
    """The messages of a person in the order in which they were answered."""
    return [call.reply["message_id"] for call in person.saw() if call.method == "sendMessage" and call.reply]


def test_a_restart_keeps_the_articles_and_introduces_nothing_anew(
    telegram: Telegram, own_bot: BotProcess, boris: Person
) -> None:
    own_bot.start()
    forward = boris.forwards(article("01"))
    boris.sees()
    assert own_bot.stop() == 0
    boris.writes("когда откроют первый торговый центр?")
    stopped = len(telegram.transcript)
    own_bot.start()
    answer = boris.sees()
    assert "в ноябре" in answer.text
    assert answer.reply["message_id"] == forward["message_id"]
    assert [call for call in telegram.transcript.calls(since=stopped) if call.method.startswith("setMy")] == []


def test_kill_9_in_the_middle_loses_nothing_and_keeps_the_order(
    telegram: Telegram, own_bot: BotProcess, crowd: list[Person]
) -> None:
    own_bot.environment["BUNDLE_SECONDS"] = "0"
    own_bot.start()
    crowd[0].asks("/start")
    telegram.goes_wrong(
        Fault("sendMessage", "drop after", chat=crowd[0].user["id"]),  # one was sent, and the bot does not know it
        Fault("sendMessage", "delay", bot=own_bot.token, times=1000, seconds=WORK),
    )
    sent = [crowd[number % CHATS].forwards(f"Завод номер {number} открыли в мае.") for number in range(MESSAGES)]
    telegram.transcript.until(lambda: telegram.forgets(own_bot.token, 1 + MESSAGES) and any(map(answered, crowd)))
    own_bot.kill()
    telegram.faults.rules.clear()
    own_bot.start()
    telegram.transcript.until(lambda: sum(len(set(answered(person))) for person in crowd) == MESSAGES)
    for person in crowd:
        assert list(dict.fromkeys(answered(person))) == [
            one["message_id"] for one in sent if one["from"] == person.user
        ]
    assert sum(len(answered(person)) for person in crowd) <= MESSAGES + 1
