"""Interviews: paragraphs that by turns ask and answer, after dashes, after labels, or in plain paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.model import Span

DASHED = re.compile(r"(?m)^[ \u00a0]*[—–-][ \u00a0]+(?=\S)(.*)$")
LABELLED = re.compile(r"(?m)^[ \u00a0]*([^\W\d_][\w«»\"., -]{0,39}?)[ \u00a0]*:[ \u00a0]+(?=\S)(.*)$")
PARAGRAPH = re.compile(r"(?m)^[ \u00a0]*(?=[^\W\d_])(.*\S)[ \u00a0]*$")
LEAST = 3
"""Questions that make an interview."""
APART = 3
"""Paragraphs of one answer that may stand without a dash before the next turn."""
LONGEST = 300
"""Characters of a question in a plain paragraph."""
FEWEST = 1 / 4
"""The share of questions among the paragraphs from the first question on."""

Turn = tuple[Span, bool]
"""The words of a turn, without its dash or label, and whether it asks."""


def turns(text: str) -> Iterator[Turn]:
    """The turns after dashes; nothing where nobody is interviewed."""
    for run in _runs(text):
        asking, answering = run[::2], run[1::2]
        asked, retorted = sum(map(_asks, asking)), sum(map(_asks, answering))
        if asked >= max(LEAST, 2 * len(asking) / 3) and retorted <= len(answering) / 3:
            yield from ((turn, i % 2 == 0) for i, turn in enumerate(run))


def labelled_turns(text: str) -> Iterator[Turn]:
    """The turns after labels: «Вопрос: … Ответ: …», «Корреспондент: … Иванов: …»."""
    said: dict[str, list[Span]] = defaultdict(list)
    for found in LABELLED.finditer(text):
        said[found.group(1)].append(Span(found.start(2), found.end(2), found.group(2)))
    asking = {label for label, spans in said.items() if sum(map(_asks, spans)) > len(spans) / 2}
    asked, answered = (sum(len(said[label]) for label in labels) for labels in (asking, said.keys() - asking))
    if asked >= LEAST - 1 and answered >= LEAST - 1:
        repeated = (label for label, spans in said.items() if len(spans) > 1)
        yield from sorted(((span, label in asking) for label in repeated for span in said[label]), key=_place)


def plain_turns(text: str) -> Iterator[Turn]:
    """Paragraphs that ask, and those that follow each until the next; a question on its own may be the writer's."""
    paragraphs = [Span(m.start(1), m.end(1), m.group(1)) for m in PARAGRAPH.finditer(text)]
    at = [i for i, one in enumerate(paragraphs) if _asks(one) and len(one.text) <= LONGEST]
    answered = all(b - a > 1 for a, b in pairwise([*at, len(paragraphs)]))
    if len(at) < LEAST or not answered or len(at) < FEWEST * (len(paragraphs) - at[0]):
        return
    for a, b in pairwise([*at, len(paragraphs)]):
        yield paragraphs[a], True
        yield from ((one, False) for one in paragraphs[a + 1 : b])


def _place(turn: Turn) -> int:
    return turn[0].start


def _asks(turn: Span) -> bool:
    return turn.text.rstrip().endswith("?")


def _runs(text: str) -> Iterator[Sequence[Span]]:
    """Turns that follow one another with at most a few paragraphs without a dash between them."""
    found = [Span(m.start(1), m.end(1), m.group(1)) for m in DASHED.finditer(text)]
    run = found[:1]
    for before, turn in pairwise(found):
        if len(text[before.stop : turn.start].split("\n\n")) > APART:
            yield run
            run = []
        run.append(turn)
    if run:
        yield run
