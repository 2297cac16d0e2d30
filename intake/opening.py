"""Whatever strangers sent is opened in a process of its own, which has limits and can be killed."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
from asyncio import AbstractEventLoop, Semaphore, StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

from intake import worker
from intake.documents import Document, IntakeError
from intake.failures import BrokenError, HeavyError, LongError, SlowError
from intake.processes import LENGTH, Limits
from intake.worker import Task

log = logging.getLogger(__name__)

WORKER: Final = (sys.executable, "-B", "-P", "-m", "intake.worker")
USUAL: Final = Limits()
AT_ONCE: Final = 2
REPLY: Final = 9_000_000  # bytes, about two million characters of four

_turns: WeakKeyDictionary[AbstractEventLoop, Semaphore] = WeakKeyDictionary()


async def opened(task: Task, *arguments: object, limits: Limits = USUAL) -> Document:
    """What ``task(*arguments)`` gives, done within the limits. Raises its IntakeError, SlowError, HeavyError.

    The process is gone when this ends, however it ends. Waiting for a turn is not counted as time.
    """
    turns = _turns.setdefault(asyncio.get_running_loop(), Semaphore(AT_ONCE))
    async with turns, _worker() as process:
        try:
            async with asyncio.timeout(limits.seconds):
                reply = await _ask(process, worker.request(limits, task, arguments))
        except TimeoutError:
            raise SlowError from None
        except (EOFError, ConnectionError):
            log.warning("a process died while it opened something")
            raise HeavyError from None
    return _document(json.loads(reply))


@asynccontextmanager
async def _worker() -> AsyncIterator[Process]:
    """A worker that finds the modules of this process, out of reach of the terminal's Ctrl-C; killed at the end."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = await asyncio.create_subprocess_exec(
        *WORKER, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, start_new_session=True
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # it leads a group: its children go with it
        await process.communicate(b"")  # closes the pipes and waits


async def _ask(process: Process, request: bytes) -> bytes:
    requests, replies = cast(StreamWriter, process.stdin), cast(StreamReader, process.stdout)  # both are pipes
    requests.write(request)
    await requests.drain()
    length = int.from_bytes(await replies.readexactly(LENGTH))
    if length > REPLY:
        raise LongError
    return await replies.readexactly(length)


def _document(reply: dict[str, Any]) -> Document:
    """The Document of a reply; raises what a reply says instead. What a worker did not expect is the file's fault."""
    if "fault" in reply:
        log.error("opening failed: %s\n%s", reply["fault"], reply["trace"])
        raise BrokenError
    if "phrase" in reply:
        raise _error(reply["phrase"])(**reply["details"])
    published = reply.pop("published")
    return Document(**reply, published=datetime.fromisoformat(published) if published else None)


def _error(phrase: str) -> type[IntakeError]:
    return next((kind for kind in _kinds(IntakeError) if getattr(kind, "phrase", "") == phrase), BrokenError)


def _kinds(kind: type[IntakeError]) -> Iterator[type[IntakeError]]:
    for special in kind.__subclasses__():
        yield special
        yield from _kinds(special)
