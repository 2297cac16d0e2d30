"""The chapters of a long text: as its headings have them, else stretches cut where the words change.

The border of a stretch is looked for as in TextTiling (Hearst, 1997): at the paragraph near its place where the
sentences before and behind share the fewest words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nlp.headings import Heading, headings
from nlp.model import Reading, Sentence
from nlp.salience import leans
from nlp.words import WORD, fold

LONG = 100  # sentences; a text of no more has no chapters
FEWEST, ENOUGH, MOST = 2, 4, 40  # chapters of a text; deeper headings are taken up until there are enough
SHORTEST = 3  # sentences of a chapter
USUAL = 15  # a text of n sentences without headings is cut into √(n / USUAL) stretches
COMPARED = 9  # paragraphs near the place of a border
NEARBY = 10  # sentences on either side of a border that are compared
STEM = 5  # letters that tell one word from another, near enough for any of the languages
SAME = 0.7  # of the words of the shorter sentence: as good as said already
PARAGRAPH = re.compile(r"\n\s*\n|\r\n\s*\r\n")
ENDED = re.compile(r"[.!?…][\s»”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """``reading.sentences[start:stop]``, the heading not among them; ``title`` is None where the text gives none."""

    title: str | None
    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start


def is_long(reading: Reading) -> bool:
    """Whether a text has chapters, which is told faster than what they are."""
    return len(reading.sentences) > LONG


def chapters(reading: Reading) -> tuple[Chapter, ...]:
    """The chapters of a long text, `FEWEST` to `MOST` of them; none of a text of up to `LONG` sentences.

    What stands before the first heading is an untitled chapter, if it is long enough to be one; lists of literature
    and the like are none.
    """
    if not is_long(reading):
        return ()
    headed = _headed(reading)
    whole = headed if len(headed) >= FEWEST else [Chapter(None, 0, len(reading.sentences))]
    room = MOST + 1 - len(whole)
    return tuple(piece for one in whole for piece in _cut(reading, one, room))


def summarise(reading: Reading, chapter: Chapter, n: int) -> tuple[Sentence, ...]:
    """Up to ``n`` of the best sentences of a chapter, in document order.

    None leans on a sentence that is left out, and none says again what a better one says, as long as there are others.
    """
    inside = [i for i in reading.ranking if chapter.start <= i < chapter.stop] or range(chapter.start, chapter.stop)
    worth = [i for i in inside if ENDED.search(reading.sentences[i].text)] or inside
    taken: dict[int, frozenset[str]] = {}
    for i in worth:
        if len(taken) >= n:
            break
        said = _stems(reading.sentences[i : i + 1])
        alone = i - 1 not in taken and leans(reading.sentences[i].text, reading.language)
        if not alone and all(_shared(said, other) < SAME for other in taken.values()):
            taken[i] = said
    return tuple(reading.sentences[i] for i in sorted(taken or worth[: min(n, 1)]))


# ---- by headings


def _headed(reading: Reading) -> list[Chapter]:
    """The chapters that the highest headings make of which there are enough."""
    found = headings(reading.text, reading.title)
    best: list[Chapter] = []
    for level in sorted({one.level for one in found}):
        made = _joined(_between(reading, [one for one in found if one.level <= level or one.appended]))
        if len(made) > MOST and len(best) >= FEWEST:
            return best
        best = made
        if len(best) >= ENOUGH:
            break
    return _fewer(best)


def _between(reading: Reading, found: Sequence[Heading]) -> list[Chapter]:
    """What each heading heads up to the next, and what stands before the first."""
    starts = [sentence.start for sentence in reading.sentences]
    bodies = [Chapter(None, 0, bisect_left(starts, found[0].start))] if found else []
    for one, following in pairwise([*found, None]):
        if one and not one.appended:
            stop = bisect_left(starts, following.start) if following else len(starts)
            bodies.append(Chapter(one.title, bisect_left(starts, one.stop), stop))
    return bodies


def _joined(bodies: Sequence[Chapter]) -> list[Chapter]:
    """Chapters that are too short go with the one before; a short beginning goes with nothing."""
    made: list[Chapter] = []
    for one in bodies:
        if len(one) >= SHORTEST:
            made.append(one)
        elif made and len(one) > 0:
            made[-1] = replace(made[-1], stop=one.stop)
    return made


def _fewer(made: list[Chapter]) -> list[Chapter]:
    """At most `MOST` chapters: the shortest neighbours become one."""
    while len(made) > MOST:
        i = min(range(1, len(made)), key=lambda i: len(made[i - 1]) + len(made[i]))
        made[i - 1 : i + 1] = [replace(made[i - 1], stop=made[i].stop)]
    return made


# ---- by words


def _cut(reading: Reading, chapter: Chapter, room: int) -> Iterator[Chapter]:
    """A chapter; if it is most of the text, in up to ``room`` pieces of nearly equal length."""
    pieces = min(room, round((len(chapter) / USUAL) ** 0.5))
    if len(chapter) <= max(LONG, len(reading.sentences) // 2) or pieces < FEWEST:
        yield chapter
        return
    size = len(chapter) / pieces
    borders = [_border(reading, round(chapter.start + size * i), int(size / 3)) for i in range(1, pieces)]
    for number, (start, stop) in enumerate(pairwise([chapter.start, *borders, chapter.stop]), 1):
        title = f"{chapter.title} ({number})" if chapter.title and number > 1 else chapter.title
        yield Chapter(title, start, stop)


def _border(reading: Reading, middle: int, room: int) -> int:
    """The index of the sentence near ``middle`` that begins something new."""
    near = sorted(range(middle - room, middle + room + 1), key=lambda i: abs(i - middle))
    between = {i: reading.text[reading.sentences[i - 1].stop : reading.sentences[i].start] for i in near}
    apart = [i for i in near if PARAGRAPH.search(between[i])] or [i for i in near if "\n" in between[i]] or near[:1]
    return min(apart[:COMPARED], key=lambda i: _cohesion(reading, i))


def _cohesion(reading: Reading, border: int) -> float:
    """How much the sentences before and behind a border speak of the same, 0..1."""
    before, behind = reading.sentences[border - NEARBY : border], reading.sentences[border : border + NEARBY]
    return _shared(_stems(before), _stems(behind))


def _stems(sentences: Sequence[Sentence]) -> frozenset[str]:
    found = (m.group() for one in sentences for m in WORD.finditer(fold(one.text)))
    return frozenset(word[:STEM] for word in found if len(word) >= STEM - 1 or word[0].isdigit())


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / max(1, min(len(some), len(others)))
