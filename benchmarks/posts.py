"""Posts as Telegram shows them: without the marks of Markdown that the set of posts has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)")
MARKS = ("**", "__")


def shown(marked: str) -> str:
    return Shown.of(marked).text


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as Telegram shows it; ``kept`` are the indices of its characters in the text with its marks."""

    text: str
    kept: Sequence[int]

    @classmethod
    def of(cls, marked: str) -> Shown:
        hidden: set[int] = set()
        for link in LINK.finditer(marked):
            hidden |= {*range(*link.span())} - {*range(*link.span(1))}
        kept = [at for at in range(len(marked)) if at not in hidden]
        for mark in MARKS:
            kept = list(_without(mark, marked, kept))
        return cls("".join(marked[at] for at in kept), kept)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Where a stretch of the text with its marks stands here."""
        return bisect_left(self.kept, start), bisect_left(self.kept, stop)

    def marked(self, start: int, stop: int) -> tuple[int, int]:
        """Where a stretch of this stands in the text with its marks."""
        return self.kept[start], self.kept[stop - 1] + 1


def _without(mark: str, text: str, kept: Sequence[int]) -> Iterator[int]:
    at = 0
    for piece in "".join(text[at] for at in kept).split(mark):
        yield from kept[at : at + len(piece)]
        at += len(piece) + len(mark)
