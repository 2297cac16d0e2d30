"""Interviews: paragraphs that by turns ask and answer, after dashes, after labels, or in plain paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from nlp.model import Span
from nlp.words import WORD, fold

DASHED = re.compile(r"(?m)^[ \u00a0]*[—–-][ \u00a0]+(?=\S)(.*)$")
LABELLED = re.compile(
    r"(?m)^[ \u00a0]*(?:[—–-][ \u00a0]+)?([^\W\d_][\w«»\"., -]{0,39}?)[ \u00a0]*"
    r":[ \u00a0]+(?:[—–-][ \u00a0]+)?(?=\S)(.*)$"
)
NAMED = re.compile(r"[^\W\da-zа-яё_][^:\s]*(?:[ \u00a0][^\W\da-zа-яё_][^:\s]*){0,3}:[ \u00a0]")
"""A label of words with capitals only."""
LINE = re.compile(r"(?m)(?<=\n)[ \u00a0]*(\S(?:.*\S)?)")
PARAGRAPH = re.compile(r"(?m)^[ \u00a0]*(?=[^\W\d_])(.*\S)[ \u00a0]*$")
ENDED = re.compile(r"[.!?…»”\")][ \u00a0]*$")
"""What ends a paragraph that is no heading."""
LEAST = 3
"""Questions that make an interview."""
APART = 3
"""Paragraphs of one answer that may stand without a dash before the next turn."""
LONGEST = 300
"""Characters of a question in a plain paragraph."""
FEWEST = 1 / 4
"""The share of questions among the paragraphs from the first question on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of a turn without its dash or label, a part for each paragraph."""

    parts: tuple[Span, ...]
    asks: bool
    label: Span | None = None


def turns(text: str, personal: frozenset[str]) -> Iterator[Turn]:
    """The turns after dashes; nothing where nobody is interviewed."""
    for run in _runs(text):
        asking, answering = run[::2], run[1::2]
        asked, retorted = sum(map(_asks, asking)), sum(map(_asks, answering))
        if asked >= max(LEAST, 2 * len(asking) / 3) and retorted <= len(answering) / 3:
            yield from _continued(text, personal, [Turn((turn,), i % 2 == 0) for i, turn in enumerate(run)])


def labelled_turns(text: str, personal: frozenset[str]) -> Iterator[Turn]:
    """The turns after labels: «Вопрос: … Ответ: …», «Корреспондент: … Иванов: …»."""
    said: dict[str, list[Turn]] = defaultdict(list)
    for found in LABELLED.finditer(text):
        words, label = (Span(found.start(i), found.end(i), found.group(i)) for i in (2, 1))
        said[label.text].append(Turn((words,), False, label))
    asking = {label for label, turns in said.items() if sum(_asks(t.parts[0]) for t in turns) > len(turns) / 2}
    asked, answered = (sum(len(said[label]) for label in labels) for labels in (asking, said.keys() - asking))
    if asked >= LEAST - 1 and answered >= LEAST - 1:
        repeated = (label for label, turns in said.items() if len(turns) > 1)
        found_turns = (replace(turn, asks=label in asking) for label in repeated for turn in said[label])
        yield from _continued(text, personal, sorted(found_turns, key=_place))


def _continued(text: str, personal: frozenset[str], found: Sequence[Turn]) -> Iterator[Turn]:
    """Turns with the paragraphs of each answer up to the next; of the last, those that speak of «me» or «you»."""
    most = 0
    for turn, following in pairwise(found):
        more = () if turn.asks else tuple(_paragraphs(text, turn.parts[-1].stop, following.parts[0].start))
        most = max(most, len(more))
        yield replace(turn, parts=(*turn.parts, *more))
    for last in found[-1:]:
        own = takewhile(lambda one: _is_personal(one, personal), _paragraphs(text, last.parts[-1].stop, len(text)))
        yield replace(last, parts=(*last.parts, *islice(own, 0 if last.asks else most)))


def _paragraphs(text: str, start: int, stop: int) -> Iterator[Span]:
    """The whole paragraphs between two places, as far as they may be one person's speech."""
    found = (
        Span(m.start(1), m.end(1), m.group(1))
        for m in LINE.finditer(text, start, stop)
        if m.end() < stop or stop == len(text)
    )
    return takewhile(_goes_on, found)


def _is_personal(paragraph: Span, personal: frozenset[str]) -> bool:
    return not personal.isdisjoint(WORD.findall(fold(paragraph.text)))


def _goes_on(paragraph: Span) -> bool:
    """Whether a paragraph is neither a heading nor a quotation nor a turn of its own."""
    return ENDED.search(paragraph.text) is not None and paragraph.text[0].isalnum() and not NAMED.match(paragraph.text)


def plain_turns(text: str) -> Iterator[Turn]:
    """Paragraphs that ask, and those that follow each until the next; a question on its own may be the writer's."""
    paragraphs = [Span(m.start(1), m.end(1), m.group(1)) for m in PARAGRAPH.finditer(text)]
    at = [i for i, one in enumerate(paragraphs) if _asks(one) and len(one.text) <= LONGEST]
    answered = all(b - a > 1 for a, b in pairwise([*at, len(paragraphs)]))
    if len(at) < LEAST or not answered or len(at) < FEWEST * (len(paragraphs) - at[0]):
        return
    for a, b in pairwise([*at, len(paragraphs)]):
        yield Turn((paragraphs[a],), True)
        yield Turn(tuple(paragraphs[a + 1 : b]), False)


def _place(turn: Turn) -> int:
    return turn.parts[0].start


def _asks(turn: Span) -> bool:
    return turn.text.rstrip().endswith("?")


def _runs(text: str) -> Iterator[Sequence[Span]]:
    """Turns that follow one another with at most a few paragraphs without a dash between them."""
    found = [Span(m.start(1), m.end(1), m.group(1)) for m in DASHED.finditer(text)]
    run = found[:1]
    for before, turn in pairwise(found):
        if not _asks(turn) and len(text[before.stop : turn.start].split("\n\n")) > APART:
            yield run
            run = []
        run.append(turn)
    if run:
        yield run
