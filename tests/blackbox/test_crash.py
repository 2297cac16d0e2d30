"""The process is stopped or killed: nothing that was sent to it is lost."""

from __future__ import annotations

from collections import Counter

import pytest

from handlers.phrases import phrases
from tests.blackbox.conftest import NUMBERS
from tests.blackbox.faults import Fault
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram
from tests.blackbox.transcript import OK, Call
from tests.telegram import article

SAY = phrases("ru")
WORK = 1.5  # seconds that each answer takes
MESSAGES, CHATS = 10, 4


@pytest.fixture
def crowd(telegram: Telegram, own_bot: BotProcess) -> list[Person]:
    return [Person(telegram, own_bot.token, next(NUMBERS)) for _ in range(CHATS)]


def answered(person: Person) -> list[int]:
    """The messages of a person in the order in which they were answered."""
    return [call.reply["message_id"] for call in person.saw() if call.method == "sendMessage" and call.reply]


def test_after_a_restart_the_articles_are_still_there(own_bot: BotProcess, boris: Person) -> None:
    own_bot.start()
    forward = boris.forwards(article("01"))
    boris.sees()
    assert own_bot.stop() == 0
    boris.writes("когда откроют первый торговый центр?")
    own_bot.start()
    answer = boris.sees()
    assert "в ноябре" in answer.text
    assert answer.reply["message_id"] == forward["message_id"]


def test_kill_9_in_the_middle_loses_nothing_and_keeps_the_order(
    telegram: Telegram, own_bot: BotProcess, crowd: list[Person]
) -> None:
    own_bot.start()
    crowd[0].asks("/start")
    telegram.goes_wrong(Fault("sendMessage", "delay", bot=own_bot.token, times=1000, seconds=WORK))
    sent = [
        (person := crowd[n % CHATS], person.forwards(f"Новость {n}. Завод номер {n} открыли в мае."))
        for n in range(MESSAGES)
    ]
    first = telegram.transcript.first(lambda call: call.method == "sendMessage" and call.status is None)
    telegram.transcript.until(lambda: first[1].at and len(unfinished(telegram, own_bot)) == CHATS)
    own_bot.kill()
    own_bot.start()
    expected = {person.user["id"]: [one["message_id"] for who, one in sent if who is person] for person in crowd}
    telegram.transcript.until(lambda: sum(len(set(answered(person))) for person in crowd) == MESSAGES)
    for person in crowd:
        counts = Counter(answered(person))
        assert list(counts) == expected[person.user["id"]]
        assert max(counts.values()) == 1


def unfinished(telegram: Telegram, bot: BotProcess) -> list[Call]:
    return telegram.transcript.calls(
        lambda call: call.bot == bot.token and call.method == "sendMessage" and call.status is None
    )


def test_an_answer_that_was_sent_as_the_process_died_comes_twice_at_most(
    telegram: Telegram, own_bot: BotProcess, boris: Person
) -> None:
    own_bot.start()
    boris.asks("/start")
    telegram.goes_wrong(Fault("sendMessage", "drop after", bot=own_bot.token))
    boris.writes("/help")
    telegram.transcript.until(lambda: any(call.text == SAY("help") for call in boris.saw()))
    own_bot.kill()
    own_bot.start()
    assert boris.asks("/privacy").status == OK
    assert [call.text for call in boris.saw()].count(SAY("help")) in (1, 2)
