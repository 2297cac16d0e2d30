"""Speech of several paragraphs, each of which opens the mark again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.languages.model import Speech
from nlp.speech.frames import Utterance
from nlp.speech.interviews import NAMED
from nlp.speech.narration import bare, told_after
from nlp.speech.quotations import MARK, Quotation

BEFORE = re.compile(r"(?:\A|[\n:])[ \u00a0]*$")

Read = tuple[Quotation, Utterance | None]
"""A quotation and, if it is speech on its own, its utterance."""


def rejoined(
    text: str, found: Sequence[Quotation], spoken: Sequence[Utterance | None], speech: Speech, language: str
) -> list[Utterance]:
    """The speech of a text, once for all paragraphs of each; ``spoken`` tells of each quotation whether it is any."""
    read = list(zip(found, spoken, strict=True))
    joined = _left_open(text, read)
    if language != "en":  # where whoever goes on leaves the mark open
        joined = [a or b for a, b in zip(joined, _closed_alike(text, read), strict=True)]
    each = [one for run in _runs(read, joined) for one in _one(text, run, speech, language)]
    return [one for one in each if one is not None]


def _runs(read: Sequence[Read], joined: Sequence[bool]) -> Iterator[list[Read]]:
    """Quotations that go on with one another, and each of the others alone."""
    run: list[Read] = []
    for one, goes_on in zip(read, [*joined, False], strict=False):
        run.append(one)
        if not goes_on:
            yield run
            run = []


def _left_open(text: str, read: Sequence[Read]) -> list[bool]:
    """Whether nothing closes each quotation before the next opens its paragraph, as the same speech."""
    return [
        _is_beside(text, a, b)
        and _is_open(text, a)
        and (one is not None or _leads(text, a))
        and not _is_told_twice(one, more)
        and not _is_labelled(text, b)
        for (a, one), (b, more) in pairwise(read)
    ]


def _closed_alike(text: str, read: Sequence[Read]) -> list[bool]:
    """Whether each quotation and the next are paragraphs of their own that one label leads or one narration ends."""
    whole = [_is_whole(text, *a) and b[1] is not None and _is_beside(text, a[0], b[0]) for a, b in pairwise(read)]
    ended, led = list(whole), list(whole)
    for i in reversed(range(len(whole))):
        after = read[i + 1][1]
        follows = after is not None and after.follows
        ended[i] = whole[i] and (follows or (i + 1 < len(whole) and ended[i + 1]))
    for i in range(len(whole)):
        before = read[i][1]
        leads = before is not None and before.leads
        led[i] = whole[i] and (leads or (i > 0 and led[i - 1])) and _is_alone(text, read[i + 1][0])
    return [a or b for a, b in zip(ended, led, strict=True)]


def _is_told_twice(one: Utterance | None, more: Utterance | None) -> bool:
    """Whether a label leads the first and narration of its own ends the second."""
    return one is not None and one.leads and more is not None and more.follows


def _is_labelled(text: str, one: Quotation) -> bool:
    """Whether a paragraph is another turn of a talk: “SMITH: …"""
    return NAMED.match(text, one.inner_start) is not None


def _is_beside(text: str, first: Quotation, second: Quotation) -> bool:
    between = text[first.stop : second.start]
    return "\n" in between and not between.strip(" \u00a0\n.,;")


def _is_whole(text: str, one: Quotation, spoken: Utterance | None) -> bool:
    """Whether speech closes its mark and is preceded by nothing in its paragraph; a headline is no part of speech."""
    return spoken is not None and one.start > 0 and _leads(text, one) and not _is_open(text, one)


def _leads(text: str, one: Quotation) -> bool:
    """Whether a quotation opens its paragraph, or a colon leads to it."""
    return BEFORE.search(text, max(0, one.start - 3), one.start) is not None


def _is_alone(text: str, one: Quotation) -> bool:
    """Whether nothing follows a quotation in its paragraph."""
    end = text.find("\n", one.stop)
    return not text[one.stop : end if end >= 0 else len(text)].strip(" \u00a0.,;")


def _is_open(text: str, one: Quotation) -> bool:
    return one.inner_stop == one.stop and MARK.match(text, one.stop - 1) is None


def _one(text: str, run: Sequence[Read], speech: Speech, language: str) -> list[Utterance | None]:
    if len(run) == 1:
        return [run[0][1]]
    first, *rest = [_read(text, *one, speech, language) for one in run]
    for one in rest:
        first = _joined(first, one)
    return [first]


def _read(text: str, q: Quotation, spoken: Utterance | None, speech: Speech, language: str) -> Utterance:
    """A paragraph of speech; narration that ends it is none."""
    if spoken is not None and spoken.narration is not None:
        return spoken
    told = told_after(text, q.inner_start, q.inner_stop, speech, language) if _is_open(text, q) else None
    parts = (bare(text, q.inner_start, q.inner_stop if told is None else told),)
    if told is not None:
        return Utterance(q.start, q.stop, parts, (told, q.stop), follows=True)
    return replace(spoken, parts=parts) if spoken is not None else Utterance(q.start, q.stop, parts)


def _joined(one: Utterance, more: Utterance) -> Utterance:
    parts, narration = (*one.parts, *more.parts), one.narration or more.narration
    return replace(one, stop=more.stop, parts=parts, narration=narration, follows=one.follows or more.follows)
