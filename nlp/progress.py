"""How much of a reading is done, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[float], None]
"""Called now and then with the share that is done, 0..1, never less than before."""

T = TypeVar("T")


def silent(_: float) -> None:
    """Nobody waits."""


def within(progress: Progress, start: float, stop: float) -> Progress:
    """The progress of a stage that takes the whole from one share to another."""
    return lambda done: progress(start + (stop - start) * done)


def counted(items: Sequence[T], progress: Progress) -> Iterator[T]:
    """The items; each counts as done when the next is asked for."""
    for done, item in enumerate(items):
        progress(done / len(items))
        yield item
    progress(1)
