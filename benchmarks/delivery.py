"""What is lost on `kill -9`, how long a /start waits behind 200 forwards, what quiet costs, and how much memory.

Ours stands beside aiogram's own polling, with its second of quiet and without; memory is as Linux tells it.

    python -m benchmarks.delivery

Every bot is a process of its own and talks to the emulator of the black-box tests on this machine. In the first table
each answer takes 1.5 s, held by the emulator's proxy, and the process is killed 0.75 s after the first one was begun.
A message is answered when a message of the bot's in its chat tells of it: a card, or a list of what came at once.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.tables import markdown
from handlers.phrases import phrases
from tests.blackbox.faults import Fault
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess
from tests.blackbox.telegram import Telegram, run_telegram
from tests.blackbox.transcript import OK


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot: the arguments of its Python, and what is set for it."""

    name: str
    command: Sequence[str] = ("-m", "bot")
    settings: Mapping[str, str] = field(default_factory=dict)


OURS = Contender("Verbatim")
CONTENDERS = (
    OURS,
    Contender("Verbatim, each message by itself", settings={"BUNDLE_SECONDS": "0"}),
    Contender("aiogram's polling (its default, as tasks)", ("-m", "benchmarks.plain_bot", "tasks")),
    Contender("aiogram's polling, one after another", ("-m", "benchmarks.plain_bot")),
)
MESSAGES, WRITERS, WORK, KILLED_AFTER = 10, 4, 1.5, 0.75
PATIENCE = 20.0  # seconds after which a message that has no answer is lost
FORWARDS, CROWD, GREETINGS = 200, 20, 40
CROWDED = f"{FORWARDS} forwards from {CROWD} chats"
POSTS = (  # what one chat sends is not the same story over and over
    "Завод номер {} открыли в Омске в мае. Об этом сообщил мэр Иван Петров. «Мы ждали этого десять лет», — сказал он.",
    "Школа номер {} выиграла олимпиаду по физике. Учительница Дина Ахметова рассказала, что дети готовились год.",
    "Автобус номер {} поедет через новый мост. Перевозчик обещает двадцать машин, сообщила директор Анна Ким.",
    "Экспонат номер {} лежал на чердаке сто лет. «Это письма поэта», — объяснила хранительница музея Ольга Лим.",
    "Скважина номер {} дала воду трём сёлам. Раньше её возили цистернами, говорит глава района Ерлан Сабитов.",
    "Больница номер {} получила томограф из Кореи. Очередь сократится вдвое, считает главный врач Павел Юдин.",
    "Рейс номер {} в Тбилиси вернут первого июня. Билеты уже продают, подтвердила пресс-служба авиакомпании.",
    "Теплица номер {} сгорела ночью, никто не пострадал. Причину выясняют пожарные, передаёт дежурный по области.",
    "Участок номер {} отдали под яблоневый сад. Первый урожай соберут через четыре года, надеется агроном Лев Шин.",
    "Дом номер {} признали памятником архитектуры. Его построили в 1911 году, напомнил историк Тимур Баев.",
)
NAMED = re.compile(r"номер (\d+) ")
NUMBERS = count(100)

Done = Callable[[], bool]
Send = Callable[[Telegram, BotProcess], Done]


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that each /start took, alone and behind a queue; how many of the latter were answered before its end."""

    idle: Sequence[float]
    loaded: Sequence[float]
    before_the_end: int


def main() -> None:
    with run_telegram() as telegram:
        print(f"`kill -9` with {MESSAGES} messages in hand:\n\n{crash_table(telegram)}\n", flush=True)
        print(f"What a person waits:\n\n{quiet_table(telegram)}\n", flush=True)
        print(f"A /start alone, and while {CROWDED} are read:\n\n{waiting_table(telegram)}\n", flush=True)
        print(f"Memory after {CROWDED}:\n\n{memory_table(telegram)}")


def crash_table(telegram: Telegram) -> str:
    header = ["what", "answered", "lost", "answered twice"]
    return markdown(header, [[one.name, *map(str, crash(telegram, one))] for one in CONTENDERS])


def quiet_table(telegram: Telegram) -> str:
    """A command, a question in reply to a card and a question by itself, each alone."""
    with running(telegram, OURS) as bot:
        anna = person(telegram, bot)
        anna.forwards(POSTS[0].format(1))
        card = anna.sees().message
        acts: Mapping[str, Callable[[], object]] = {
            "a command": lambda: anna.writes("/help"),
            "a question in reply": lambda: anna.replies(card, "когда открыли завод?"),
            "a question by itself": lambda: anna.writes("когда открыли завод?"),
        }
        times = {name: [took(anna, act) for _ in range(GREETINGS)] for name, act in acts.items()}
    rows = [[name, *milliseconds(median(each), high(each))] for name, each in times.items()]
    return markdown(["what", "p50 ms", "p95 ms"], rows)


def waiting_table(telegram: Telegram) -> str:
    header = ["what", "alone, p50 ms", "p95 ms", "meanwhile, p50 ms", "p95 ms", "p95 to p95", "before the last card"]
    rows = [[one.name, *waited(waits(telegram, one, crowd))] for one in CONTENDERS]
    return markdown(header, [*rows, [f"{OURS.name}, all from one chat", *waited(waits(telegram, OURS, flood))]])


def memory_table(telegram: Telegram) -> str:
    """The resident memory of the bot and of each process that reads for it."""
    with running(telegram, OURS) as bot:
        telegram.transcript.until(crowd(telegram, bot))
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
def running(telegram: Telegram, contender: Contender) -> Iterator[BotProcess]:
    """A bot that has already read one text and greeted somebody."""
    with TemporaryDirectory() as folder:
        bot = BotProcess(Path(folder), telegram.new_token(), telegram.url, *contender.command)
        bot.environment |= contender.settings
        bot.start()
        try:
            somebody = person(telegram, bot)
            somebody.forwards(POSTS[0].format(0))
            somebody.sees()
            somebody.asks("/start")
            yield bot
        finally:
            bot.close()
            telegram.faults.rules.clear()


def person(telegram: Telegram, bot: BotProcess) -> Person:
    return Person(telegram, bot.token, next(NUMBERS))


def crash(telegram: Telegram, contender: Contender) -> tuple[int, int, int]:
    """How many messages were answered in the end, lost, and answered more than once."""
    with running(telegram, contender) as bot:
        writers = [person(telegram, bot) for _ in range(WRITERS)]
        telegram.goes_wrong(Fault("sendMessage", "delay", bot=bot.token, times=1000, seconds=WORK))
        since = len(telegram.transcript)
        forward(writers, MESSAGES)
        telegram.transcript.first(lambda call: call.bot == bot.token and call.method == "sendMessage", since)
        time.sleep(KILLED_AFTER)
        bot.kill()
        killed = len(telegram.transcript)
        bot.start()
        telegram.transcript.first(lambda call: call.bot == bot.token and call.method == "getUpdates", killed)
        settle(telegram, lambda: len(told(telegram, writers, since)) == MESSAGES)
        found = told(telegram, writers, since)
        return len(found), MESSAGES - len(found), sum(times > 1 for times in found.values())


def settle(telegram: Telegram, done: Done) -> None:
    try:
        telegram.transcript.until(done, PATIENCE)
    except TimeoutError:
        return


def forward(people: Sequence[Person], count: int) -> None:
    """Each in turn forwards a post, whose number it names."""
    for number in range(count):
        turn, who = divmod(number, len(people))
        people[who].forwards(POSTS[turn % len(POSTS)].format(number))


def told(telegram: Telegram, people: Sequence[Person], since: int) -> Counter[int]:
    """How many messages of the bot tell of each post."""
    chats = {one.chat["id"] for one in people}
    calls = telegram.transcript.calls(lambda call: call.chat in chats and call.status == OK, since)
    return Counter(int(one) for call in calls for one in set(NAMED.findall(call.text)))


def waits(telegram: Telegram, contender: Contender, send: Send) -> Waits:
    with running(telegram, contender) as bot:
        idle = [greeted(telegram, bot) for _ in range(GREETINGS)]
        done = send(telegram, bot)
        loaded: list[float] = []
        while len(loaded) < GREETINGS and not done():
            loaded.append(greeted(telegram, bot))
        return Waits(idle, loaded, len(loaded) - done())  # if it is done, the last one may have been answered later


def crowd(telegram: Telegram, bot: BotProcess) -> Done:
    """Many chats forward; it is done when every post was told of."""
    people, since = [person(telegram, bot) for _ in range(CROWD)], len(telegram.transcript)
    forward(people, FORWARDS)
    await_work(telegram, people, since)
    return lambda: len(told(telegram, people, since)) == FORWARDS


def flood(telegram: Telegram, bot: BotProcess) -> Done:
    """One chat forwards all and then asks for help, which it gets when the rest is answered."""
    one, since = person(telegram, bot), len(telegram.transcript)
    forward([one], FORWARDS)
    one.writes("/help")
    await_work(telegram, [one], since)
    helped = phrases("ru")("help")
    mine = one.chat["id"]
    return lambda: bool(telegram.transcript.calls(lambda call: call.chat == mine and call.text == helped, since))


def await_work(telegram: Telegram, people: Sequence[Person], since: int) -> None:
    """Until the bot shows somebody that it works for them: quiet is over, and it reads."""
    chats = {one.chat["id"] for one in people}
    telegram.transcript.first(lambda call: call.chat in chats, since)


def greeted(telegram: Telegram, bot: BotProcess) -> float:
    """Seconds from somebody's first /start to its answer."""
    newcomer = person(telegram, bot)
    return took(newcomer, lambda: newcomer.writes("/start"))


def took(somebody: Person, act: Callable[[], object]) -> float:
    """Seconds from what somebody does to what they see."""
    begun = time.monotonic()
    act()
    return somebody.sees().at - begun


def waited(waits: Waits) -> list[str]:
    idle, loaded = high(waits.idle), high(waits.loaded)
    times = milliseconds(median(waits.idle), idle, median(waits.loaded), loaded)
    return [*times, f"{loaded / idle:.1f}", f"{waits.before_the_end} of {len(waits.loaded)}"]


def milliseconds(*seconds: float) -> list[str]:
    return [f"{1000 * one:.0f}" for one in seconds]


def high(seconds: Sequence[float]) -> float:
    """The 95th percentile; of one value, that value."""
    return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]


if __name__ == "__main__":
    main()
