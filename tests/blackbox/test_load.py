"""Many people at once: a light question does not wait behind heavy ones."""

from __future__ import annotations

from collections.abc import Callable

from handlers.phrases import phrases
from tests.blackbox.conftest import People
from tests.blackbox.person import Person
from tests.blackbox.telegram import Telegram
from tests.blackbox.transcript import OK, Call

SAY = phrases("ru")
FORWARDS, CHATS, NEWCOMERS = 200, 20, 20


def test_every_start_is_answered_before_200_forwards_are_done(telegram: Telegram, people: People) -> None:
    crowd = [people() for _ in range(CHATS)]
    newcomers = [people() for _ in range(NEWCOMERS)]
    before = len(telegram.transcript)
    for number in range(FORWARDS):
        crowd[number % CHATS].forwards(f"Завод номер {number} открыли в мае. Об этом сообщил мэр Иван Петров.")
    for newcomer in newcomers:
        newcomer.writes("/start")
    cards, greetings = shown_to(telegram, crowd, before), shown_to(telegram, newcomers, before)
    telegram.transcript.until(lambda: len(cards()) == FORWARDS)
    assert [call.text for call in greetings()] == [SAY("start")] * NEWCOMERS
    assert max(call.at for call in greetings()) < max(call.at for call in cards())


def shown_to(telegram: Telegram, people: list[Person], since: int) -> Callable[[], list[Call]]:
    """Looks for what these people were sent since a place in the transcript."""
    chats = {person.chat["id"] for person in people}

    def shown(call: Call) -> bool:
        return call.method == "sendMessage" and call.chat in chats and call.status == OK

    return lambda: telegram.transcript.calls(shown, since)
