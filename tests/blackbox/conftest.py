from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram, run_telegram

People = Callable[..., Person]
NUMBERS = count(100)  # a new person, and so a new chat, whenever a test asks for one


@pytest.fixture(scope="session")
def telegram() -> Iterator[Telegram]:
    with run_telegram() as telegram:
        yield telegram


@pytest.fixture(scope="session")
def shared_bot(telegram: Telegram, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """One process for all tests that neither stop nor starve it: to start it takes seconds.

    It answers each message by itself, at once; a bot of a test's own waits for a second of quiet, as by default.
    """
    bot = BotProcess(tmp_path_factory.mktemp("bot"), telegram.new_token(), telegram.url)
    bot.environment["BUNDLE_SECONDS"] = "0"
    bot.start()
    yield bot
    bot.close()


@pytest.fixture(autouse=True)
def rules_kept(telegram: Telegram) -> Iterator[None]:
    """After every test: no call has broken a rule of Telegram's, and every pressed button was answered once."""
    before = len(telegram.transcript)
    yield
    telegram.faults.rules.clear()
    with suppress(TimeoutError):  # an answer may still be on its way
        telegram.transcript.until(lambda: not telegram.unanswered(), within=5)
    calls = telegram.transcript.calls(since=before)
    broken = [one for call in calls for one in call.violations] + telegram.unanswered()
    telegram.forget_presses()
    assert broken == []


@pytest.fixture
def people(telegram: Telegram, shared_bot: BotProcess) -> Iterator[People]:
    """Makes persons who talk to the shared bot; its log of the test is shown when the test fails."""
    before = len(shared_bot.log().encode())
    yield lambda language="ru": Person(telegram, shared_bot.token, next(NUMBERS), language)
    sys.stderr.write(shared_bot.log(before))


@pytest.fixture
def anna(people: People) -> Person:
    return people()


@pytest.fixture
def own_bot(telegram: Telegram, tmp_path: Path) -> Iterator[BotProcess]:
    """A bot of the test's own, not started yet."""
    bot = BotProcess(tmp_path, telegram.new_token(), telegram.url)
    yield bot
    bot.close()
    sys.stderr.write(bot.log())


@pytest.fixture
def boris(telegram: Telegram, own_bot: BotProcess) -> Person:
    """Somebody who talks to the test's own bot."""
    return Person(telegram, own_bot.token, next(NUMBERS))
