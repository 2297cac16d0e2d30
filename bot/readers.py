"""Reading outside the event loop: processes that read texts side by side, and may be slow, hang or die.

The standard library's pools cannot end one task, and lose all tasks when one process dies; pebble's gives up for good
when a process dies that has nothing to do. Both import the bot's main module into every worker.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from typing import cast

import nlp
from bot import worker
from handlers.reader import LONG, FatalTextError, TooLongError, TooSlowError
from intake.processes import LENGTH
from nlp import Reading
from nlp.progress import Progress, silent

log = logging.getLogger(__name__)

WORKER = (sys.executable, "-P", "-m", "bot.worker")
TRIES = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text may ask for: ``characters`` of its own, and ``seconds`` of a worker's time, waiting not counted.

    ``starting`` is how many seconds a worker has to load the models; one that takes longer is as good as dead.
    The defaults are generous for a book.
    """

    characters: int = 1_000_000
    seconds: float = 300
    starting: float = 120


class ClosedError(Exception):
    """The readers are closed: the bot is about to end."""


class Readers:
    """A `handlers.reader.Reader` with ``processes`` workers, each started when first needed; made by `open_readers`."""

    def __init__(self, processes: int, limits: Limits, command: Sequence[str]) -> None:
        self._processes = processes
        self._limits = limits
        self._command = command
        self._turns = asyncio.Semaphore(processes)
        self._long_turns = asyncio.Semaphore(max(1, processes - 1))
        self._idle: list[Process] = []
        self._busy: set[Process] = set()
        self._closed = False

    async def __call__(self, text: str, title: str | None = None, progress: Progress = silent) -> Reading:
        """What `intake.reading` makes of the text. Raises an `UnreadableError`; a cancelled call gives up its place.

        If a worker dies, the ``progress`` begins again. A long text leaves a worker to shorter ones.
        """
        if len(text) > self._limits.characters:
            raise TooLongError
        async with self._long_turns if len(text) > LONG else nullcontext(), self._turns:
            dumped = await self._read(worker.request(text, title), progress)
        return await asyncio.to_thread(nlp.load, dumped, text)

    async def warm_up(self) -> None:
        """Start a worker; it loads the models by itself while the bot goes on."""
        async with self._turns, self._worker():
            pass

    async def close(self) -> None:
        """End every worker. A call that is still in hand fails."""
        self._closed = True
        for process in self._busy:
            _kill(process)
        for _ in range(self._processes):
            await self._turns.acquire()  # each call finds its worker dead, and leaves
        while self._idle:
            await _end(self._idle.pop())

    async def _read(self, request: bytes, progress: Progress) -> bytes:
        for _ in range(TRIES):
            try:
                async with self._worker() as process:
                    return await _ask(process, request, self._limits, progress)
            except TimeoutError:
                raise TooSlowError from None
            except (EOFError, ConnectionError):
                log.warning("a process died while it read a text of %s bytes", len(request))
        raise FatalTextError

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[Process]:
        """A worker for one text. If that is not read to its end, the worker is ended: nobody waits for its reply."""
        process = await self._any_idle() or await _start(self._command)
        self._busy.add(process)
        try:
            if self._closed:
                raise ClosedError
            yield process
        except BaseException:
            await _end(process)
            raise
        else:
            self._idle.append(process)
        finally:
            self._busy.discard(process)

    async def _any_idle(self) -> Process | None:
        while self._idle:
            process = self._idle.pop()
            if process.returncode is None:
                return process
            await _end(process)
        return None


@asynccontextmanager
async def open_readers(
    processes: int, limits: Limits = Limits(), command: Sequence[str] = WORKER
) -> AsyncIterator[Readers]:
    """Workers that read; all are gone at the end. ``command`` starts one (`bot.worker`)."""
    readers = Readers(processes, limits, command)
    try:
        yield readers
    finally:
        await readers.close()


async def _start(command: Sequence[str]) -> Process:
    """A worker that finds the modules of this process, out of reach of the terminal's Ctrl-C."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, env=environment, start_new_session=True
    )


async def _ask(process: Process, request: bytes, limits: Limits, progress: Progress) -> bytes:
    """The worker's reply. Raises TimeoutError if it is too slow, EOFError or ConnectionError if it dies."""
    requests, replies = cast(StreamWriter, process.stdin), cast(StreamReader, process.stdout)  # both are pipes
    requests.write(request)
    await requests.drain()
    try:
        async with asyncio.timeout(limits.starting):
            reply = await _frame(replies)  # the models are loaded, and reading begins
    except TimeoutError:
        raise EOFError from None
    async with asyncio.timeout(limits.seconds):
        while len(reply) == worker.PERCENTAGE:
            progress(reply[0] / 100)
            reply = await _frame(replies)
    return reply


async def _frame(replies: StreamReader) -> bytes:
    length = await replies.readexactly(LENGTH)
    return await replies.readexactly(int.from_bytes(length))


def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()


async def _end(process: Process) -> None:
    _kill(process)
    await process.communicate(b"")  # closes the pipes and waits
