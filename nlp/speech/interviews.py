"""Interviews: paragraphs after a dash that by turns ask and answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.model import Span

TURN = re.compile(r"(?m)^[ \u00a0]*[—–-][ \u00a0]+(?=\S)(.*)$")
LEAST = 3
"""Questions that make an interview."""
APART = 3
"""Paragraphs of one answer that may stand without a dash before the next turn."""


def turns(text: str) -> Iterator[tuple[Span, bool]]:
    """The words of each turn without its dash, and whether it asks; nothing where nobody is interviewed."""
    for run in _runs(text):
        asking, answering = run[::2], run[1::2]
        asked, retorted = sum(map(_asks, asking)), sum(map(_asks, answering))
        if asked >= max(LEAST, 2 * len(asking) / 3) and retorted <= len(answering) / 3:
            yield from ((turn, i % 2 == 0) for i, turn in enumerate(run))


def _asks(turn: Span) -> bool:
    return turn.text.rstrip().endswith("?")


def _runs(text: str) -> Iterator[list[Span]]:
    """Turns that follow one another with at most a few paragraphs without a dash between them."""
    found = [Span(m.start(1), m.end(1), m.group(1)) for m in TURN.finditer(text)]
    run = found[:1]
    for before, turn in pairwise(found):
        if len(text[before.stop : turn.start].split("\n\n")) > APART:
            yield run
            run = []
        run.append(turn)
    if run:
        yield run
