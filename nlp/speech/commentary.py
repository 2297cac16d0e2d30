"""Whose comment a text is, where it is that of one person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from nlp.model import Quote, Sentence, Speaker
from nlp.speakers import Cast

LEAST = 3
"""Statements that make a comment."""
OWN = 0.9
"""The share of all statements that are the commentator's."""
COVERED = 0.65
"""The share of the sentences after the first that hold words of the commentator."""


def commentator(quotes: Sequence[Quote], sentences: Sequence[Sentence], cast: Cast) -> Speaker | None:
    """The one person whose words a text consists of; None where others speak too or it tells much more."""
    people = {person.name for person in cast.people}
    told = Counter(q.speaker.name for q in quotes if q.speaker is not None and q.speaker.name in people)
    name, count = told.most_common(1)[0] if told else ("", 0)
    if count < max(LEAST, OWN * len(quotes)):
        return None
    own = [quote for quote in quotes if quote.speaker is not None and quote.speaker.name == name]
    following = sentences[1:]
    return own[0].speaker if _held(own, following) >= COVERED * len(following) else None


def _held(quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> int:
    """How many of the sentences hold words of these statements."""
    starts, stops = [s.start for s in sentences], [s.stop for s in sentences]
    parts = (part for quote in quotes for part in quote.parts)
    return len({i for part in parts for i in range(bisect_right(stops, part.start), bisect_left(starts, part.stop))})
