"""From a text to the lines and ends of lines that `intake.cleaning` judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.points import EMOJI
from nlp.words import fold

LONGEST = 400  # characters; a longer line or sentence is never furniture

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
GAP = re.compile(rf"(?<=[.!?…»”\")\]])\s+(?=\S)|\s+(?=[{EMOJI}])")
LEADING = re.compile(r"^[^\w#@«\"“„(©*]+")
TRAILING = re.compile(r"[^\w»”\")%]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:stop]``: a line of a text, or what stands at its end; no white space at its own ends.

    ``whole`` is whether it is all that is left of its line, ``first`` whether words stand in no line above, ``last``
    whether nothing of the article stands below or behind. ``apart`` is whether a blank line stands above.
    """

    text: str
    start: int
    stop: int
    whole: bool
    first: bool
    last: bool
    apart: bool

    @property
    def words(self) -> str:
        """As it is written."""
        return self.text[self.start : self.stop]

    @property
    def plain(self) -> str:
        """Folded, without what decorates its ends, one space between words."""
        return " ".join(TRAILING.sub("", LEADING.sub("", fold(self.words))).split())

    @property
    def marks(self) -> str:
        """What decorates its beginning."""
        found = LEADING.match(self.words)
        return found.group() if found else ""

    def ending(self) -> Piece | None:
        """What stands behind its last gap, if that is short enough to be looked at."""
        gaps = list(GAP.finditer(self.text, max(self.start, self.stop - LONGEST), self.stop))
        return replace(self, start=gaps[-1].end(), whole=False) if gaps else None

    def without(self, piece: Piece) -> Piece | None:
        """What is left when its end or its beginning is gone."""
        if piece.start > self.start:
            return replace(self, stop=self.start + len(self.text[self.start : piece.start].rstrip()))
        start = self.stop - len(self.text[piece.stop : self.stop].lstrip())
        return replace(self, start=start) if start < self.stop else None


def lines(text: str) -> Iterator[Piece]:
    """The lines that are not blank, ascending; ``last`` is for the judge to say."""
    first, below = True, 0
    for found in LINE.finditer(text):
        words = found.group().strip()
        if words:
            start = found.start() + found.group().index(words)
            apart = text.count("\n", below, start) > 1
            yield Piece(text, start, start + len(words), True, first, False, apart)
            first, below = first and not has_letters(words), start + len(words)


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
