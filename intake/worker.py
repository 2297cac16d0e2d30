"""A process that opens one thing that strangers sent: ``python -m intake.worker``, started by `intake.opening`.

The request is a pickle of the limits, the function and its arguments; the reply is JSON, for whoever has broken into
this process shall not be believed: a Document, or why there is none. Each goes behind its length in bytes.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from threading import Thread
from traceback import format_tb
from typing import Any, BinaryIO

from intake.documents import Document, IntakeError
from intake.failures import HeavyError
from intake.processes import LENGTH, Limits, frame, keep_within, step_back

Task = Callable[..., Document]


def main() -> None:
    requests, replies, sys.stdout = sys.stdin.buffer, sys.stdout.buffer, sys.stderr
    step_back()
    length = int.from_bytes(requests.read(LENGTH))
    limits, task, arguments = pickle.loads(requests.read(length))  # noqa: S301 - these are the bot's own words
    Thread(target=_end_with, args=(requests,), daemon=True).start()
    keep_within(limits)
    replies.write(frame(json.dumps(done(task, arguments), ensure_ascii=False).encode("utf-8", "replace")))


def request(limits: Limits, task: Task, arguments: tuple[object, ...]) -> bytes:
    return frame(pickle.dumps((limits, task, arguments)))


def done(task: Task, arguments: tuple[object, ...]) -> dict[str, Any]:
    """The reply. An exception's own words may hold the text, so only where it arose is told of an unknown one."""
    try:
        document = task(*arguments)
    except IntakeError as error:
        return {"phrase": error.phrase, "details": error.details}
    except MemoryError:
        return {"phrase": HeavyError.phrase, "details": {}}
    except Exception as error:
        return {"fault": type(error).__name__, "trace": "".join(format_tb(error.__traceback__))}
    return asdict(document) | {"published": document.published and document.published.isoformat()}


def _end_with(requests: BinaryIO) -> None:
    """End when the bot does, with all children: nothing else closes the requests."""
    requests.read()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
