"""What a person sends at once is answered together and once, also where the process is killed meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from handlers.phrases import phrases
from tests.blackbox.conftest import NUMBERS
from tests.blackbox.faults import Fault
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram
from tests.blackbox.transcript import DEADLINE, Call

SAY = phrases("ru")
READING = SAY("reading", number=1).split(":")[0]
POSTS = (
    "В Омске открыли завод насосов. «Мы ждали этого десять лет», — сказал мэр Иван Петров.",
    "Школьники из Актобе выиграли олимпиаду по физике. Об этом сообщила учительница Дина Ахметова.",
    "Река Ишим поднялась на два метра. Спасатели увезли людей из трёх сёл.",
    "Авиакомпания вернёт рейсы в Тбилиси с первого июня. Билеты уже продают.",
    "Музей показал письма поэта, которые сто лет лежали на чердаке. Выставка открыта до осени.",
)


@pytest.fixture
def bot(own_bot: BotProcess, boris: Person) -> BotProcess:
    own_bot.start()
    boris.asks("/start")
    return own_bot


def sends_at_once(boris: Person) -> None:
    for post in POSTS:
        boris.forwards(post)
    boris.writes("коротко")


def answers(boris: Person) -> list[Call]:
    """What was shown after the greeting, but for how much is read, in whose place an answer may come."""
    return [one for one in boris.saw()[1:] if one.text and not one.text.startswith(READING)]


def is_told_once_what_he_sent(telegram: Telegram, boris: Person) -> bool:
    """One list with every post comes, and each is kept once; nothing else comes."""
    telegram.transcript.until(lambda: answers(boris), 2 * DEADLINE)  # a new process has to start first
    boris.writes("/articles")
    listed, kept = telegram.transcript.until(lambda: len(answers(boris)) == 2 and answers(boris))
    return SAY("bundle", count=len(POSTS)) in listed.text and SAY("articles", count=len(POSTS)) in kept.text


def test_what_is_sent_at_once_is_answered_once(telegram: Telegram, bot: BotProcess, boris: Person) -> None:
    sends_at_once(boris)
    assert is_told_once_what_he_sent(telegram, boris)


def test_kill_9_within_the_quiet_window_changes_nothing(telegram: Telegram, bot: BotProcess, boris: Person) -> None:
    sends_at_once(boris)
    telegram.transcript.until(lambda: telegram.forgets(bot.token, 2 + len(POSTS)))
    bot.kill()
    assert answers(boris) == []
    bot.start()
    assert is_told_once_what_he_sent(telegram, boris)


def test_kill_9_while_it_is_answered_changes_nothing(telegram: Telegram, bot: BotProcess, boris: Person) -> None:
    telegram.goes_wrong(Fault("sendMessage", "hang", chat=boris.chat["id"]))
    since = len(telegram.transcript)
    sends_at_once(boris)
    telegram.transcript.first(lambda call: call.method == "sendMessage" and call.bot == bot.token, since)
    bot.kill()
    bot.start()
    assert is_told_once_what_he_sent(telegram, boris)


def test_a_stop_within_the_quiet_window_leaves_all_to_the_next_process(
    telegram: Telegram, bot: BotProcess, boris: Person
) -> None:
    sends_at_once(boris)
    telegram.transcript.until(lambda: telegram.forgets(bot.token, 2 + len(POSTS)))
    assert bot.stop() == 0
    assert answers(boris) == []
    bot.start()
    assert is_told_once_what_he_sent(telegram, boris)


def test_a_question_waits_for_quiet_but_a_command_and_a_reply_do_not(
    telegram: Telegram, own_bot: BotProcess, boris: Person
) -> None:
    quiet = 3
    own_bot.environment["BUNDLE_SECONDS"] = str(quiet)
    own_bot.start()
    boris.asks("/start")
    boris.forwards(POSTS[0])
    (card,) = telegram.transcript.until(lambda: answers(boris))
    boris.seen = len(telegram.transcript)
    assert seconds(boris, lambda: boris.writes("где открыли завод?")) >= quiet
    assert seconds(boris, lambda: boris.replies(card.message, "где открыли завод?")) < quiet
    assert seconds(boris, lambda: boris.writes("/help")) < quiet


def seconds(person: Person, act: Callable[[], object]) -> float:
    """How long it takes until something is shown."""
    begun = time.monotonic()
    act()
    return person.sees().at - begun


def test_no_other_chat_waits_for_quiet(telegram: Telegram, bot: BotProcess, boris: Person) -> None:
    anna = Person(telegram, bot.token, next(NUMBERS))
    sends_at_once(boris)
    assert anna.asks("/start").at < boris.sees().at
