"""Readers with real processes. A worker that hangs or dies tells so through a FIFO, so nothing here waits for a clock."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from aiogram import Bot
from aiogram.types import User

import nlp
from bot.app import build_dispatcher
from bot.local_telegram import LocalTelegram, Person, Shown
from bot.readers import LONG, TRIES, ClosedError, Limits, open_readers
from handlers.reader import FatalTextError, TooLongError, TooSlowError
from intake.reading import read
from storage.archive import open_archive
from tests.telegram import article

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a test that would hang fails
NOBODY = ("/no/such/program",)
WORKER = """
import os, signal
import nlp
from bot.worker import serve

def work(text, title, progress):
    if not text.startswith("plain"):
        {body}
    return nlp.read(text, str(os.getpid()))

serve(work)
"""

T = TypeVar("T")
Door = Callable[[str], Path]


def worker_that(body: str) -> tuple[str, ...]:
    """The command of a worker that does this with a text which is not plain; its readings have its number as title."""
    return (sys.executable, "-c", WORKER.format(body=body))


@pytest.fixture
def door(tmp_path: Path) -> Door:
    """Makes a FIFO: whoever opens it waits for the other."""

    def make(name: str) -> Path:
        os.mkfifo(tmp_path / name)
        return tmp_path / name

    return make


async def at(door: Path, act: Callable[[], T]) -> T:
    """Do at a door what waits for the worker; a worker that never comes fails the test."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await asyncio.to_thread(act)
    except TimeoutError:
        os.close(os.open(door, os.O_RDWR | os.O_NONBLOCK))
        raise


async def through(door: Path) -> str:
    return await at(door, door.read_text)


async def knock(door: Path) -> None:
    await at(door, lambda: door.write_text("go on"))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_text_is_read_as_the_engine_reads_it() -> None:
    async with open_readers(1) as reader:
        await reader.warm_up()
        for name in ("01", "04", "09", "12"):
            assert await reader(article(name)) == read(article(name))
        assert await reader("\ud83d\ude00 \ud800", "Заголовок \ud800") == nlp.read(
            "\ud83d\ude00 \ud800", "Заголовок \ud800"
        )


async def test_one_worker_reads_text_after_text() -> None:
    async with open_readers(2, command=worker_that("pass")) as reader:
        assert len({(await reader(f"Text {number}.")).title for number in range(5)}) == 1


async def test_a_text_whose_worker_is_killed_is_read_all_the_same(door: Door, tmp_path: Path) -> None:
    begun, mark = door("begun"), tmp_path / "mark"
    once = f"if not os.path.exists({str(mark)!r}): open({str(mark)!r}, 'w'); open({str(begun)!r}, 'w').write(str(os.getpid())); signal.pause()"
    async with open_readers(2, command=worker_that(once)) as reader:
        reading, killed = asyncio.create_task(reader("A text.")), int(await through(begun))
        os.kill(killed, signal.SIGKILL)
        assert (await reading).text == "A text."
        assert (await reading).title != str(killed)


async def test_how_much_is_read_is_told_from_the_beginning_to_the_end() -> None:
    told: list[float] = []
    async with open_readers(1) as reader:
        await reader(article("01"), None, told.append)
    assert told[0] == 0
    assert told == sorted(set(told))
    assert 0.8 <= told[-1] <= 1


async def test_what_is_told_begins_again_where_reading_does(tmp_path: Path) -> None:
    told: list[float] = []
    mark = tmp_path / "mark"
    once = f"progress(0.4)\n        if not os.path.exists({str(mark)!r}): open({str(mark)!r}, 'w'); os._exit(1)"
    async with open_readers(1, command=worker_that(once)) as reader:
        await reader("A text.", None, told.append)
    assert told == [0, 0.4, 0, 0.4]


async def test_a_worker_that_is_killed_while_it_waits_is_replaced() -> None:
    async with open_readers(1, command=worker_that("pass")) as reader:
        killed = (await reader("Before.")).title
        os.kill(int(killed), signal.SIGKILL)
        assert (await reader("After.")).title != killed


async def test_a_text_that_every_worker_dies_of_is_given_up_and_disturbs_no_other(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with open_readers(2, command=worker_that("raise ValueError(text)")) as reader:
        outcomes = await asyncio.gather(reader("secret"), reader("plain"), reader("plain"), return_exceptions=True)
    assert [type(one) for one in outcomes] == [FatalTextError, nlp.Reading, nlp.Reading]
    logged = capfd.readouterr().err
    assert logged.count("reading failed: ValueError") == TRIES
    assert "in work" in logged
    assert "secret" not in logged


async def test_a_text_that_is_too_long_is_refused_before_any_work() -> None:
    async with open_readers(1, Limits(characters=10), NOBODY) as reader:
        with pytest.raises(TooLongError):
            await reader("x" * 11)
        with pytest.raises(FileNotFoundError):
            await reader("x" * 10)


async def test_a_text_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    async with open_readers(1, Limits(seconds=0.5), worker_that("signal.pause()")) as reader:
        slow, queued = asyncio.create_task(reader("slow")), asyncio.create_task(reader("plain"))
        with pytest.raises(TooSlowError):
            await slow
        assert (await queued).text == "plain"


async def test_a_worker_that_never_begins_is_as_good_as_dead() -> None:
    command = (sys.executable, "-c", "import signal; signal.pause()")
    async with open_readers(1, Limits(starting=0.1), command) as reader:
        with pytest.raises(FatalTextError):
            await reader("plain")


async def test_start_is_answered_while_a_book_is_read(door: Door, tmp_path: Path) -> None:
    begun, finish = door("begun"), door("finish")
    body = f"open({str(begun)!r}, 'w').close(); open({str(finish)!r}).read()"
    shown: list[Shown] = []
    telegram = LocalTelegram(shown.append)
    bot = Bot("42:TEST", session=telegram)
    people = [Person(telegram, bot, User(id=n, is_bot=False, first_name="Анна", language_code="ru")) for n in (1, 2)]
    async with (
        open_readers(1, command=worker_that(body)) as reader,
        open_archive(f"sqlite:///{tmp_path / 'a.db'}") as archive,
    ):
        dispatcher = build_dispatcher(archive, frozenset(), reader=reader)
        book = people[0].writes(article("12"))
        reading = asyncio.create_task(dispatcher.feed_update(bot, book))
        await through(begun)
        await dispatcher.feed_update(bot, people[1].writes("/start"))
        answered = len([one for one in shown if one.message])
        assert (answered, reading.done()) == (1, False)
        await knock(finish)
        await reading
    assert len([one for one in shown if one.message]) == 2


async def test_long_texts_leave_a_worker_to_short_ones(door: Door) -> None:
    finish = door("finish")
    async with open_readers(2, command=worker_that(f"open({str(finish)!r}).read()")) as reader:
        books = [asyncio.create_task(reader("book " * LONG)) for _ in range(2)]
        assert (await reader("plain")).text == "plain"
        assert not any(book.done() for book in books)
        for book in books:
            await knock(finish)
            await book


async def test_a_cancelled_call_gives_up_its_place(door: Door) -> None:
    begun = door("begun")
    body = f"open({str(begun)!r}, 'w').write(str(os.getpid())); signal.pause()"
    async with open_readers(1, command=worker_that(body)) as reader:
        running = asyncio.create_task(reader("x"))
        worker = int(await through(begun))
        queued, last = asyncio.create_task(reader("x")), asyncio.create_task(reader("plain"))
        await asyncio.sleep(0)
        for call in (queued, running):
            call.cancel()
        assert (await last).title != str(worker)
        assert queued.cancelled()
        assert running.cancelled()
        assert not alive(worker)


async def test_nothing_is_alive_after_the_end(door: Door) -> None:
    begun = door("begun")
    body = f"open({str(begun)!r}, 'w').write(str(os.getpid())); signal.pause()"
    async with open_readers(2, command=worker_that(body)) as reader:
        busy = asyncio.create_task(reader("x"))
        workers = {int(await through(begun)), int((await reader("plain")).title)}
        waiting = [asyncio.create_task(reader("x" * LONG)) for _ in range(3)]
        await asyncio.sleep(0)
        assert len(workers) == 2
    outcomes = await asyncio.gather(busy, *waiting, return_exceptions=True)
    assert {type(one) for one in outcomes} == {ClosedError}
    assert not any(map(alive, workers))


async def test_workers_do_not_outlive_a_bot_that_is_killed(door: Door) -> None:
    """A worker keeps the FIFO open: its end is where the reading ends."""
    begun = door("begun")
    command = worker_that(
        f"door = open({str(begun)!r}, 'w'); print('begun', file=door, flush=True)\n        while True: pass"
    )
    script = f"import asyncio\nfrom bot.readers import open_readers\nasync def main():\n    async with open_readers(1, command={command!r}) as reader: await reader('x')\nasyncio.run(main())"
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", script, cwd=ROOT)
    with await at(begun, begun.open) as worker:
        assert await at(begun, worker.readline) == "begun\n"
        bot.kill()
        assert await at(begun, worker.read) == ""
    await bot.wait()


async def test_workers_let_the_bot_go_first_and_are_out_of_reach_of_the_terminal() -> None:
    stepping = "import intake.processes; intake.processes.step_back()"
    async with open_readers(1, command=worker_that(stepping)) as reader:
        worker = int((await reader("x")).title)
        assert os.getpriority(os.PRIO_PROCESS, worker) > os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpgid(worker) != os.getpgid(0)
        os.kill(worker, signal.SIGTERM)
        assert (await reader("plain")).title == str(worker)
