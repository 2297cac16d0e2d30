"""A process that reads texts for the bot: ``python -m bot.worker``, started by `bot.readers`.

A request is the JSON list ``[text, title]``. Replies are of one byte, the percentage that is done, the first of them
when reading begins; and what `nlp.dump` makes of the reading. Each goes behind its length in bytes. Only the language
engine and the cleaning are imported: aiogram and the archive would cost memory and are of no use here.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from traceback import format_tb
from typing import BinaryIO

import nlp
from intake.processes import LENGTH, frame, step_back
from intake.reading import read
from nlp import Reading
from nlp.progress import Progress

PERCENTAGE = 1  # bytes of a reply that says how much is done; no reading is that short
WARMING = "«Модели загружены», — сказал Иван Петров."  # reading it opens every Russian model

log = logging.getLogger(__name__)


def main() -> None:
    step_back()
    read(WARMING)
    serve(read)


def serve(work: Callable[[str, str | None, Progress], Reading]) -> None:
    """Do ``work`` for each request on standard input until that ends, as it does however the bot ends."""
    replies, sys.stdout = sys.stdout.buffer, sys.stderr
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    try:
        while True:
            text, title = json.loads(requests.get().decode("utf-8", "surrogatepass"))
            _reply(replies, nlp.dump(work(text, title, _telling(replies))))
    except Exception as error:
        # An exception's own words may hold the text.
        log.error("reading failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        os._exit(1)


def request(text: str, title: str | None) -> bytes:
    return frame(json.dumps([text, title], ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _telling(replies: BinaryIO) -> Progress:
    """Tells each percentage once, and at once that reading begins."""
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        percentage = int(100 * share)
        if percentage > told:
            told = percentage
            _reply(replies, bytes([percentage]))

    _reply(replies, bytes([told]))
    return tell


def _reply(replies: BinaryIO, data: bytes) -> None:
    replies.write(frame(data))
    replies.flush()


def _listen(source: BinaryIO, requests: SimpleQueue[bytes]) -> None:
    """Take requests in a thread of its own, so that the end of the bot is noticed in the middle of a book."""
    while length := source.read(LENGTH):
        requests.put(source.read(int.from_bytes(length)))
    os._exit(0)


if __name__ == "__main__":
    main()
