"""What is lost on `kill -9`, how long a /start waits behind 200 forwards, and how much memory that takes.

Ours stands beside aiogram's own polling; the memory is ours alone, as Linux tells it.

    python -m benchmarks.delivery

Every bot is a process of its own and talks to the emulator of the black-box tests on this machine. In the first table
each answer takes 1.5 s, held by the emulator's proxy, and the process is killed 0.75 s after the first one was begun.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.tables import markdown
from tests.blackbox.faults import Fault
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram, run_telegram
from tests.blackbox.transcript import OK, Call

CONTENDERS = {
    "Verbatim": ("-m", "bot"),
    "aiogram's polling (its default, as tasks)": ("-m", "benchmarks.plain_bot", "tasks"),
    "aiogram's polling, one after another": ("-m", "benchmarks.plain_bot"),
}
MESSAGES, WRITERS, WORK, KILLED_AFTER = 10, 4, 1.5, 0.75
PATIENCE = 20.0  # seconds after which a message that has no answer is lost
FORWARDS, CROWD, GREETINGS = 200, 20, 40
CROWDED = f"{FORWARDS} forwards from {CROWD} chats"
POST = (
    "Завод номер {} открыли в Омске в мае. Об этом сообщил мэр Иван Петров. «Мы ждали этого десять лет», — сказал он."
)
NUMBERS = count(100)


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that each /start took, alone and behind a queue; how many of the latter were answered before its end."""

    idle: Sequence[float]
    loaded: Sequence[float]
    before_the_end: int


def main() -> None:
    with run_telegram() as telegram:
        print(f"`kill -9` with {MESSAGES} messages in hand:\n\n{crash_table(telegram)}\n", flush=True)
        print(f"A /start alone, and while {CROWDED} are read:\n\n{waiting_table(telegram)}\n", flush=True)
        print(f"Memory after {CROWDED}:\n\n{memory_table(telegram)}")


def crash_table(telegram: Telegram) -> str:
    header = ["what", "answered", "lost", "answered twice"]
    return markdown(header, [[name, *map(str, crash(telegram, command))] for name, command in CONTENDERS.items()])


def waiting_table(telegram: Telegram) -> str:
    header = ["what", "alone, p50 ms", "p95 ms", "meanwhile, p50 ms", "p95 ms", "p95 to p95", "before the last card"]
    return markdown(header, [[name, *waited(waits(telegram, command))] for name, command in CONTENDERS.items()])


def memory_table(telegram: Telegram) -> str:
    """The resident memory of the bot and of each process that reads for it."""
    with running(telegram, CONTENDERS["Verbatim"]) as bot:
        crowd, since = forwarded(telegram, bot)
        telegram.transcript.until(lambda: len(cards(telegram, crowd, since)) == FORWARDS)
        number = bot.process.pid if bot.process else 0
        readers = Path(f"/proc/{number}/task/{number}/children").read_text().split()
        return markdown(
            ["what", "MB"], [["the bot", resident(number)], *(["a reader", resident(one)] for one in readers)]
        )


def resident(process: int | str) -> str:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS"))
    return f"{int(kilobytes) / 1024:.0f}"


@contextmanager
def running(telegram: Telegram, command: Sequence[str]) -> Iterator[BotProcess]:
    """A bot that has already read one text and greeted somebody."""
    with TemporaryDirectory() as folder:
        bot = BotProcess(Path(folder), telegram.new_token(), telegram.url, *command)
        bot.start()
        try:
            somebody = person(telegram, bot)
            somebody.forwards(POST.format(0))
            somebody.sees()
            somebody.asks("/start")
            yield bot
        finally:
            bot.close()
            telegram.faults.rules.clear()


def person(telegram: Telegram, bot: BotProcess) -> Person:
    return Person(telegram, bot.token, next(NUMBERS))


def crash(telegram: Telegram, command: Sequence[str]) -> tuple[int, int, int]:
    """How many messages were answered in the end, lost, and answered more than once."""
    with running(telegram, command) as bot:
        writers = [person(telegram, bot) for _ in range(WRITERS)]
        telegram.goes_wrong(Fault("sendMessage", "delay", bot=bot.token, times=1000, seconds=WORK))
        since = len(telegram.transcript)
        for number in range(MESSAGES):
            writers[number % WRITERS].forwards(POST.format(number))
        telegram.transcript.first(lambda call: call.bot == bot.token and call.method == "sendMessage", since)
        time.sleep(KILLED_AFTER)
        bot.kill()
        killed = len(telegram.transcript)
        bot.start()
        telegram.transcript.first(lambda call: call.bot == bot.token and call.method == "getUpdates", killed)
        settle(telegram, lambda: len(answers(writers)) == MESSAGES)
        found = answers(writers)
        return len(found), MESSAGES - len(found), sum(times > 1 for times in found.values())


def settle(telegram: Telegram, done: Callable[[], bool]) -> None:
    try:
        telegram.transcript.until(done, PATIENCE)
    except TimeoutError:
        return


def answers(people: Sequence[Person]) -> Counter[int]:
    """How often each message was answered."""
    return Counter(call.reply["message_id"] for one in people for call in one.saw() if call.reply)


def waits(telegram: Telegram, command: Sequence[str]) -> Waits:
    with running(telegram, command) as bot:
        idle = [greeted(telegram, bot) for _ in range(GREETINGS)]
        crowd, since = forwarded(telegram, bot)
        loaded: list[float] = []
        while len(loaded) < GREETINGS and len(cards(telegram, crowd, since)) < FORWARDS:
            loaded.append(greeted(telegram, bot))
        late = len(cards(telegram, crowd, since)) == FORWARDS  # then the last one may have been
        return Waits(idle, loaded, len(loaded) - late)


def forwarded(telegram: Telegram, bot: BotProcess) -> tuple[list[Person], int]:
    """The crowd, which has just forwarded everything, and where the transcript was before."""
    crowd, since = [person(telegram, bot) for _ in range(CROWD)], len(telegram.transcript)
    for number in range(FORWARDS):
        crowd[number % CROWD].forwards(POST.format(number))
    return crowd, since


def greeted(telegram: Telegram, bot: BotProcess) -> float:
    """Seconds from somebody's first /start to its answer."""
    newcomer, begun = person(telegram, bot), time.monotonic()
    return newcomer.asks("/start").at - begun


def cards(telegram: Telegram, people: Sequence[Person], since: int) -> list[Call]:
    chats = {one.chat["id"] for one in people}
    return telegram.transcript.calls(lambda call: call.chat in chats and bool(call.reply) and call.status == OK, since)


def waited(waits: Waits) -> list[str]:
    idle, loaded = high(waits.idle), high(waits.loaded)
    times = (median(waits.idle), idle, median(waits.loaded), loaded)
    first = f"{waits.before_the_end} of {len(waits.loaded)}"
    return [*(f"{1000 * seconds:.0f}" for seconds in times), f"{loaded / idle:.1f}", first]


def high(seconds: Sequence[float]) -> float:
    """The 95th percentile; of one value, that value."""
    return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]


if __name__ == "__main__":
    main()
