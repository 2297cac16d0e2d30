"""What stands in a text and is no part of its article: signatures of channels, hashtags, adverts, photo credits.

In the shape of razdel: lines and ends of lines → the ordered list of `intake.rules`. `explain` names which
decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from intake.pieces import LONGEST, Piece, has_letters, lines
from intake.rules import RULES, hashtags
from nlp.model import Reading, Span
from nlp.words import WORD, fold

TAGS_FIRST = re.compile(r"(?:#\w+\W{1,3}){1,8}(?=[«\"“]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
TAGS_LAST = re.compile(r"\s(#\w+(?:\s+#\w+)+)$")

Decided = tuple[Span, str]
"""What goes, and the name of the rule that says so."""


def removed(text: str, title: str | None = None) -> tuple[Span, ...]:
    """What is no part of the article: lines and ends of lines, ascending; nothing where nothing else would be left.

    A line that repeats the ``title``, or the first line, goes too. Cleaning what was cleaned removes nothing more.
    """
    return tuple(span for span, _ in explain(text, title))


def explain(text: str, title: str | None = None) -> tuple[Decided, ...]:
    """What is removed, each with the name of the rule that decided."""
    found: list[Decided] = []
    for step in (_anywhere, _below, lambda left: _repeated(left, title)):
        found = sorted((*found, *step(_without(found, text))), key=lambda one: one[0].start)
    return tuple(_joined(found, text)) if has_letters(_without(found, text)) else ()


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in place of the spans, which ascend and hold no line feed, so that nothing else moves."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], " " * (span.stop - span.start)]
        at = span.stop
    return "".join((*pieces, text[at:]))


def left_out(reading: Reading) -> tuple[Span, ...]:
    """What a reading left out of its text and has letters, line by line: between sentences stands nothing else."""
    ends = [0, *(end for one in reading.sentences for end in (one.start, one.stop)), len(reading.text)]
    gaps = [(start, reading.text[start:stop]) for start, stop in zip(ends[::2], ends[1::2], strict=True)]
    found = [(at, one) for at, gap in gaps for one in lines(gap)]
    return tuple(Span(at + one.start, at + one.stop, one.words) for at, one in found if has_letters(one.words))


def _without(found: Iterable[Decided], text: str) -> str:
    return blanked(text, (span for span, _ in found))


def _anywhere(text: str) -> Iterator[Decided]:
    for line in lines(text):
        yield from _judged(line)[0]


def _below(text: str) -> Iterator[Decided]:
    """What may go only where nothing of the article stands below: from the last line up to the first that stays."""
    for line in reversed([*lines(text)]):
        gone, rest = _judged(replace(line, last=True))
        yield from gone
        if rest:
            return


def _judged(line: Piece) -> tuple[list[Decided], Piece | None]:
    """What goes of a line, and what stays."""
    gone: list[Decided] = []
    rest: Piece | None = line
    while rest and (going := _going(rest)):
        piece, rule = going
        gone.append((Span(piece.start, piece.stop, piece.words), rule))
        rest = rest.without(piece)
    return gone, rest


def _joined(found: Sequence[Decided], text: str) -> list[Decided]:
    """Those that stand side by side on a line as one, with the rule of the first."""
    joined: list[Decided] = []
    for span, rule in found:
        before = joined[-1][0] if joined else None
        if before and not text[before.stop : span.start].strip(" \t\xa0"):
            joined[-1] = Span(before.start, span.stop, text[before.start : span.stop]), joined[-1][1]
        else:
            joined.append((span, rule))
    return joined


def _going(line: Piece) -> tuple[Piece, str] | None:
    """The line, its end or its beginning, and the rule that says it goes."""
    for piece in (line, line.ending()):
        if piece and (rule := _deciding(piece)):
            return piece, rule
    tags = _tags(line)
    return (tags, hashtags.__name__) if tags else None


def _tags(line: Piece) -> Piece | None:
    """The hashtags at an end of a line that go with no sentence of it."""
    if found := TAGS_LAST.search(line.text, max(line.start, line.stop - LONGEST), line.stop):
        return replace(line, start=found.start(1), whole=False)
    found = TAGS_FIRST.match(line.text, line.start, line.stop)
    return replace(line, stop=line.start + len(found.group().rstrip()), whole=False) if found else None


def _deciding(piece: Piece) -> str | None:
    if piece.stop - piece.start > LONGEST:
        return None
    for rule in RULES:
        verdict = rule(piece)
        if verdict is not None:
            return rule.__name__ if verdict else None
    return None


def _repeated(text: str, title: str | None) -> Iterator[Decided]:
    """The first lines that say what the title, or else the first of them, says."""
    said = WORD.findall(fold(title or ""))
    for line in lines(text):
        words = WORD.findall(fold(line.words)) if line.stop - line.start <= LONGEST else []
        if words and words == said:
            yield Span(line.start, line.stop, line.words), "repeated_title"
        elif said or not words:
            return
        said = said or words
