"""What the processes that work for the bot have in common: how they speak, how they step back, what they may use."""

from __future__ import annotations

import os
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LENGTH: Final = 8  # bytes before a message, which tell its length, the greatest first
NICENESS: Final = 10  # the event loop goes first
FIRST_TO_GO: Final = "500"  # of 1000: where memory runs out, Linux ends such a process and not the bot


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory``: bytes of data of a process; ``seconds`` from its start; ``children``: whether it may have some."""

    memory: int = 256_000_000
    seconds: float = 50
    children: bool = False


def frame(data: bytes) -> bytes:
    return len(data).to_bytes(LENGTH) + data


def step_back() -> None:
    """Let the bot go first: to the processor, to memory, and when both are told to end."""
    os.nice(NICENESS)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it is for the bot, which ends its workers
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO)


def keep_within(limits: Limits) -> None:
    """Bind this process, and its children each: no more memory and time than allowed, no dumps, no files."""
    _bind(resource.RLIMIT_DATA, limits.memory)
    _bind(resource.RLIMIT_CPU, int(limits.seconds) + 1)
    _bind(resource.RLIMIT_CORE, 0)
    _bind(resource.RLIMIT_FSIZE, 0)
    if not limits.children:
        _bind(resource.RLIMIT_NPROC, 0)  # root is above this


def _bind(kind: int, limit: int) -> None:
    with suppress(ValueError, OSError):  # it may be bound closer already
        resource.setrlimit(kind, (limit, limit))
