"""The headings of a long text, told by general signs: a word and a number, a mark, capitals, a line that stands alone.

A heading is a line of its own. `KINDS` is the specification: the first kind that a line fits decides how deep the
heading lies, 0 being the highest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, pairwise

from nlp.languages import LANGUAGES
from nlp.languages.model import Headings

LONGEST = 120  # characters of a heading
LONGEST_ALONE = 80  # characters of a heading that is told by the empty lines around it
LISTED = 3  # headings without a text between them; more are a table of contents
TWICE = 2  # times that a heading may stand in a text: in the table of contents, and in its place
SHOUTED = 4  # letters in capitals that are no abbreviation

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?=\.))[.)]?\s+(?=[«\"“]?[^\W\d_])")
LEADERS = re.compile(r"[\s.…·_]{3,}\d+$")  # and the number of the page, in a table of contents
DECORATION = re.compile(r"^[\s#*_=~]+|[\s#*_=~]+$")
UNFINISHED = re.compile(r"[.!?…:;,]\W*$")
ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with words; ``above`` and ``below`` tell of an empty line or the text's end on that side."""

    start: int
    stop: int
    text: str
    above: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, ``text[start:stop]``. What an ``appended`` one heads is no part of the text proper."""

    start: int
    stop: int
    title: str
    level: int
    kind: str
    number: tuple[int, ...] = ()

    @property
    def appended(self) -> bool:
        return self.kind == "appended"


def headings(text: str, headline: str = "") -> tuple[Heading, ...]:
    """The headings of a text in their order, without its ``headline``.

    Neither a table of contents nor a line that comes again and again is one.
    """
    found: list[Heading | None] = []
    for line in _lines(text):
        under_number = bool(found and found[-1] and _is_untitled(found[-1]))
        found.append(_heading(replace(line, above=True) if under_number else line))
    if found and found[0] and found[0].title == headline and found[0].kind in ("capitals", "separate", "markdown"):
        found[0] = None
    marked = [one for one in found if one and one.kind == "markdown"]
    if len(marked) > 1:
        return tuple(marked)
    runs = _runs(_only_once(found))
    return tuple(_in_sequence(chain.from_iterable(_headed(run) for run in runs)))


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space."""
    found = [m for m in LINE.finditer(text) if m.group().strip()]
    gaps = [True, *(_is_gap(text[a.end() : b.start()]) for a, b in pairwise(found)), True]
    for m, (above, below) in zip(found, pairwise(gaps), strict=False):
        yield Line(m.start(), m.end(), m.group().strip(), above, below)


def _is_gap(between: str) -> bool:
    return len(re.findall(r"\r\n|[^ \t\u00a0]", between)) > 1


# ---- kinds: each answers a heading or None; the order is the specification


def markdown(line: Line) -> Heading | None:
    """## Как это было"""
    m = MARKDOWN.match(line.text)
    return _made(line, len(m[1]) - 1, "markdown") if m else None


def caption(line: Line) -> Heading | None:
    """Рис. 3. Схема дамбы: no heading, whatever it looks like"""
    return _made(line, -1, "caption") if _patterns().caption.match(line.text) else None


def appended(line: Line) -> Heading | None:
    """СПИСОК ЛИТЕРАТУРЫ"""
    return _made(line, 0, "appended") if _bare(line) in _patterns().appended else None


def part(line: Line) -> Heading | None:
    """Часть вторая; Book II"""
    return _made(line, 0, "part") if _is_numbered(line, _patterns().part) else None


def chapter(line: Line) -> Heading | None:
    """Глава 3. Море; Chapter IV; 3-тарау"""
    return _made(line, 1, "chapter") if _is_numbered(line, _patterns().chapter) else None


def alone(line: Line) -> Heading | None:
    """ВВЕДЕНИЕ; 1. Введение; Қорытынды:"""
    return replace(_made(line, 2, "alone"), number=_number(line)) if _bare(line) in _patterns().alone else None


def numbered(line: Line) -> Heading | None:
    """2. Методы; IV. Results; 2.3 Отбор проб"""
    number, title = _number(line), NUMBERED.sub("", line.text, count=1)
    if not number or UNFINISHED.search(line.text) or title.lstrip('«"“')[:1].islower():
        return None
    return replace(_made(line, 1 + len(number), "numbered"), number=number)


def section(line: Line) -> Heading | None:
    """§ 2; Параграф 2"""
    return _made(line, 3, "section") if line.text[0] == "§" or _is_numbered(line, _patterns().section) else None


def capitals(line: Line) -> Heading | None:
    """КАК СТРОИЛИ ДАМБУ"""
    shouted = line.text.isupper() and sum(map(str.isalpha, line.text)) >= SHOUTED
    return _made(line, 2, "capitals") if shouted and not UNFINISHED.search(line.text) else None


def separate(line: Line) -> Heading | None:
    """A short line without an end between empty lines: Как строили дамбу"""
    words = DECORATION.sub("", line.text)
    fits = line.above and line.below and len(words) <= LONGEST_ALONE and not UNFINISHED.search(words)
    opens = words.lstrip('«“"')[:1].isupper()
    return _made(line, 3, "separate") if fits and opens else None


KINDS: tuple[Callable[[Line], Heading | None], ...] = (
    markdown,
    caption,
    appended,
    part,
    chapter,
    alone,
    numbered,
    section,
    capitals,
    separate,
)


def _heading(line: Line) -> Heading | None:
    if len(line.text) > LONGEST:
        return None
    found = next((heading for kind in KINDS if (heading := kind(line))), None)
    return None if found is None or found.kind == "caption" else found


def _made(line: Line, level: int, kind: str) -> Heading:
    title = LEADERS.sub("", DECORATION.sub("", line.text)).rstrip(".:")
    return Heading(line.start, line.stop, title or line.text, level, kind)


def _bare(line: Line) -> str:
    """A heading's own words, lower case: without its number and marks."""
    return NUMBERED.sub("", DECORATION.sub("", line.text), count=1).strip(" .:\u00a0").lower()


def _is_numbered(line: Line, pattern: re.Pattern[str]) -> bool:
    """Whether a word with its number opens the line, and a title, if any, comes behind: no «глава 3 посвящена морю»."""
    m = pattern.match(DECORATION.sub("", line.text))
    title = m["title"].strip(" .:—–-\u00a0") if m else ""
    return m is not None and not title[:1].islower() and (not title or not re.search(r"[;,:]\W*$", line.text))


def _number(line: Line) -> tuple[int, ...]:
    """The number that opens a line: (2, 3) for «2.3 Отбор проб», () for none."""
    m = NUMBERED.match(line.text)
    if m is None:
        return ()
    return tuple(map(int, m[1].split("."))) if m[1][0].isdigit() else (_roman(m[1]),)


def _roman(number: str) -> int:
    values = [ROMAN[one] for one in number]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


# ---- which lines that look like headings are headings


def _only_once(found: Sequence[Heading | None]) -> list[Heading | None]:
    """Without what stands at the head of each page, and without the names before the speeches of an interview.

    Chapters may be counted anew in each part.
    """
    seen = Counter(one.title for one in found if one)
    return [one if one and (one.kind in ("part", "chapter") or seen[one.title] <= TWICE) else None for one in found]


def _runs(found: Iterable[Heading | None]) -> Iterator[list[Heading]]:
    """Headings that follow each other with no other line between them."""
    run: list[Heading] = []
    for one in found:
        if one:
            run.append(one)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _headed(run: Sequence[Heading]) -> Iterator[Heading]:
    """The heading that a run of them makes: the highest; what stands above it is the title of the whole.

    A chapter's number takes its title from the line below. None where the run is a list or a table of contents.
    """
    if again := _restart(run):
        yield replace(run[0], level=0, kind="appended")
    run = run[again:]
    highest = min(run, key=lambda one: one.level)
    below = run[run.index(highest) + 1 :]
    levels = [one.level for one in run]
    if len(run) > LISTED or levels.count(highest.level) > 1 or (len(set(levels)) < len(levels)):
        return
    title = f"{highest.title}. {below[0].title}" if below and _is_untitled(highest) else highest.title
    yield replace(highest, stop=run[-1].stop, title=title)


def _restart(run: Sequence[Heading]) -> int:
    """Where the text begins behind its table of contents: at the first heading that stands in the run again."""
    titles = [one.title for one in run]
    return next((i for i, title in enumerate(titles) if title in titles[:i]), 0)


def _is_untitled(heading: Heading) -> bool:
    return heading.kind in ("part", "chapter") and len(heading.title.split()) <= 2


def _in_sequence(found: Iterable[Heading]) -> Iterator[Heading]:
    """Numbered lines only where each number follows the one before: items of a list begin anew."""
    last: tuple[int, ...] = ()
    for one in found:
        follows = bool(one.number) and _follows(one.number, last)
        last = one.number if follows else last
        if follows or one.kind != "numbered":
            yield one


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """(2,) after (1,) or (1, 3), (2, 1) after (2,). The first at its depth may be 2, where 1 was not written out."""
    *outer, own = number
    if len(number) > len(last):
        return tuple(outer) == last and own in (1, 2)
    return tuple(outer) == last[: len(outer)] and own == last[len(outer)] + 1


# ---- the data of all languages, for a text may quote another


@dataclass(frozen=True, slots=True)
class Patterns:
    part: re.Pattern[str]
    chapter: re.Pattern[str]
    section: re.Pattern[str]
    caption: re.Pattern[str]
    alone: frozenset[str]
    appended: frozenset[str]


@cache
def _patterns() -> Patterns:
    data = [one.headings for one in LANGUAGES.values()]
    return Patterns(
        part=_with_number(data, "parts"),
        chapter=_with_number(data, "chapters"),
        section=_with_number(data, "sections"),
        caption=re.compile(rf"\W*(?i:{_any(data, 'captions')})(?!\w)"),
        alone=frozenset().union(*(one.alone for one in data)),
        appended=frozenset().union(*(one.appended for one in data)),
    )


def _with_number(data: Sequence[Headings], words: str) -> re.Pattern[str]:
    """A word before or behind its number; Roman numerals in capitals only."""
    word = rf"(?i:{_any(data, words)})"
    number = rf"(?:\d{{1,3}}|[IVXLC]{{1,7}}|(?i:{_any(data, 'numerals')}))"
    return re.compile(rf"(?:{word}\s*[№#-]?\s*{number}|{number}\s*-?\s*{word})(?!\w|-\w)(?P<title>.*)")


def _any(data: Sequence[Headings], words: str) -> str:
    return "|".join(one for language in data for one in getattr(language, words))
