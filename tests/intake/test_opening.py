"""What is opened in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake import failures
from intake.documents import Document
from intake.files import open_document
from intake.opening import opened
from intake.processes import Limits
from tests.intake.making import docx_of, fb2_of

ROOT = Path(__file__).parents[2]
BOT = """
import asyncio, sys
from intake.opening import opened
from tests.intake.test_opening import holding
asyncio.run(opened(holding, sys.argv[1]))
"""
TEXT = "Новый мост через реку открыли во вторник утром."


def children() -> set[str]:
    return {one for path in Path("/proc/self/task").glob("*/children") for one in path.read_text().split()}


@pytest.fixture(autouse=True)
def no_leftovers() -> object:
    """Whatever was started is gone when a test ends."""
    before = children()
    yield
    assert children() == before


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def sleeping(seconds: float) -> Document:
    time.sleep(seconds)
    return Document("slept")


def holding(pipe: str) -> Document:
    """Whoever reads this pipe sees it end when this process does."""
    with Path(pipe).open("w") as held:
        print("started", file=held, flush=True)
        time.sleep(600)
    return Document("held")


def dying() -> Document:
    os._exit(9)


def greedy() -> Document:
    return Document(str(len(bytearray(2_000_000_000))))


def failing() -> Document:
    raise RuntimeError(TEXT)


def writing(path: str) -> Document:
    with Path(path).open("wb") as file:
        file.write(b"a")
        file.flush()
    return Document("written")


def long() -> Document:
    return Document("ы" * 10_000_000)


async def test_a_document_comes_back_as_it_was() -> None:
    document = await opened(open_document, fb2_of("<section><p>Мост 🌉</p></section>"), "a.fb2")
    assert document == Document("Мост 🌉", "Река и город", "Анна Ким", datetime(2024, 3, 5, tzinfo=UTC))


async def test_a_refusal_comes_back_with_its_details() -> None:
    with pytest.raises(failures.UnsupportedFormatError) as caught:
        await opened(open_document, b"AT&TFORM", "a.djvu")
    assert caught.value.details == {"format": "DJVU"}


async def test_two_are_opened_at_once_and_a_third_waits() -> None:
    found = await asyncio.gather(*(opened(open_document, docx_of(f"{TEXT} {number}"), "a.docx") for number in range(3)))
    assert [document.text for document in found] == [f"{TEXT} {number}" for number in range(3)]


async def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(failures.SlowError):
        await opened(sleeping, 600.0, limits=Limits(seconds=0.5))


async def test_what_is_cancelled_is_ended(pipe: Path) -> None:
    task = asyncio.create_task(opened(holding, str(pipe)))
    with await asyncio.to_thread(pipe.open) as held:
        assert await asyncio.to_thread(held.readline)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(held.read) == ""


async def test_what_is_opened_ends_with_the_bot(pipe: Path) -> None:
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", BOT, str(pipe), cwd=ROOT)
    with await asyncio.to_thread(pipe.open) as held:
        assert await asyncio.to_thread(held.readline)
        bot.kill()
        await bot.wait()
        assert await asyncio.to_thread(held.read) == ""


async def test_a_process_that_dies_gives_an_answer(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(failures.HeavyError):
        await opened(dying)
    assert "died" in caplog.text


async def test_what_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(failures.HeavyError):
        await opened(greedy)


async def test_an_error_that_nobody_expected_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(failures.BrokenError):
        await opened(failing)
    assert "RuntimeError" in caplog.text
    assert TEXT not in caplog.text


async def test_no_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(failures.BrokenError):
        await opened(writing, str(tmp_path / "a"))
    assert not (tmp_path / "a").read_bytes()


async def test_a_reply_that_is_too_long_is_not_read() -> None:
    with pytest.raises(failures.LongError):
        await opened(long)
