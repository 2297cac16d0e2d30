"""Paragraphs out of lines that were broken for a page's width.

A line ends its paragraph where the first word of the next line would still have fitted behind it: whoever set the text
did not break it there for want of room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from intake.texts import words_of

HYPHENS: Final = "-\u2010\u00ad\ufffe"
"""At the end of a line; the last two are never anything but a sign that a word goes on."""
ALWAYS_BROKEN: Final = "\u00ad"

ITEM: Final = re.compile(
    r"\s*(?:[•●○▪■□◦‣∙·✓➢*\uf0b7\uf0a7]\s*|(?:\(?\d{1,3}[.)]|\[\d{1,3}\]|\(?[a-zа-я]\))\s+"
    r"|\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[A-ZА-ЯЁ]))\S"
)
"""A line that begins an item of a list, or a numbered heading."""
DASHED: Final = re.compile(r"\s*[-–—]\s+\S")
"""An item, or a reply in a dialogue, if a sentence has ended before it."""
LEADERS: Final = re.compile(r"[.…·]{4,}\s*\d+\s*$")
"""The end of a line in a table of contents."""
ENDED: Final = re.compile(r"[.!?…:;]['\"»”)\]]*\s*$")
HARD_WIDTHS: Final = range(40, 121)  # characters of a full line in a text that was broken by hand or by a program
MANY: Final = 0.4  # of the lines are full and end within a sentence where lines are broken for their width
REACHED: Final = 10  # one line of so many reaches the margin
LOOSE: Final = 0.25  # of the width, which a line that goes on in small letters may leave empty
OUT: Final = 1.1  # times the margin: such a line was not broken for its width

COMPOUND_BEGINS: Final = words_of(
    "кое кой по из во северо юго западно восточно экс вице обер унтер штаб пресс бизнес интернет онлайн веб топ адмирал"
    " генерал премьер ток шоу медиа социально общественно научно военно"
    " self well non co ex long short high low mid north south east west vice post"
)
COMPOUND_ENDS: Final = words_of(
    "то либо нибудь таки за под над министр президент адмирал губернатор премьер летний летняя летнее летние летнего"
    " based led term year old"
)
"""Halves of words that are written with a hyphen; unless the text itself shows how a word is written."""

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HEAD: Final = re.compile(r"[^\W\d_]+")
TAIL: Final = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its edges, in one unit for all lines.

    ``margin`` is how far to the right lines go here, ``width`` that of a character on the average.
    """

    text: str
    left: float
    right: float
    margin: float
    width: float = 1.0


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in lines; what is broken at their ends is none."""
    return Counter(word.casefold() for text in texts for word in WORD.findall(text))


def margin(rights: Sequence[float]) -> float:
    """The right edge that full lines reach: a tenth of the lines may go further."""
    ordered = sorted(rights, reverse=True)
    return ordered[len(ordered) // REACHED]


def paragraphs(block: Sequence[Line], known: Counter[str]) -> Iterator[str]:
    """The paragraphs of lines that stand below each other. ``known`` are the words of the whole document."""
    if not block:
        return
    text, listed = block[0].text.strip(), _is_item(block[0])
    for above, below in pairwise(block):
        if _ends(above, below, listed):
            yield text
            text, listed = below.text.strip(), _is_item(below)
        else:
            text = joined(text, below.text.strip(), known)
    yield text


def joined(text: str, further: str, known: Counter[str]) -> str:
    """Two lines of one paragraph as one: «эконо-», «мика» make «экономика», «из-», «за» keep their hyphen."""
    if text[-1:] not in HYPHENS or text[-2:-1].isspace():
        return f"{text} {further}".strip()
    tail, head = TAIL.search(text), HEAD.match(further)
    if not tail or not head:
        return text.rstrip("\ufffe") + ("-" if text.endswith("\ufffe") else "") + further
    if text[-1] in ALWAYS_BROKEN or _is_one_word(tail[1].casefold(), head[0], known):
        return text[:-1] + further
    return text[:-1] + "-" + further


def unwrapped(text: str) -> str:
    """A plain text whose lines were broken for a width, without these breaks; any other text as it is."""
    lines = _measured(text.split("\n"))
    full = [line for line in lines if line.text.strip()]
    if not full or round(full[0].margin) not in HARD_WIDTHS or not _is_broken_for_width(lines):
        return text
    known = words(line.text for line in full)
    return "\n\n".join("\n".join(paragraphs(block, known)) for block in _blocks(lines))


def _measured(texts: Sequence[str]) -> list[Line]:
    texts = [text.expandtabs(4).rstrip() for text in texts]
    far = margin([len(text) for text in texts if text] or [0])
    return [Line(text, len(text) - len(text.lstrip()), len(text), far) for text in texts]


def _is_broken_for_width(lines: Sequence[Line]) -> bool:
    pairs = [(above, below) for above, below in pairwise(lines) if above.text and below.text]
    broken = sum(not _has_room(above, below) and not ENDED.search(above.text) for above, below in pairs)
    return broken > MANY * len(pairs)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _ends(above: Line, below: Line, listed: bool) -> bool:
    if above.text[-1] in HYPHENS and below.text.lstrip()[:1].islower():
        return False
    if above.right > OUT * above.margin or ITEM.match(below.text) or LEADERS.search(above.text):
        return True
    if DASHED.match(below.text) and ENDED.search(above.text):
        return True
    if _is_row(above.text) or _is_row(below.text):
        return True
    indented = below.left - above.left > above.width and not listed
    return (indented and below.right > above.left) or _has_room(above, below)


def _is_item(line: Line) -> bool:
    return bool(ITEM.match(line.text) or DASHED.match(line.text))


def _is_row(text: str) -> bool:
    """Whether most of a line are numbers, as in a table."""
    values = text.split()
    return len(values) > 2 and sum(not any(map(str.isalpha, value)) for value in values) > len(values) / 2


def _has_room(above: Line, below: Line) -> bool:
    """Whether the first word of the line below, a space and a character more would have fitted."""
    word = below.text.split(maxsplit=1)[0]
    needed = (len(word) + 2) * below.width
    if below.text.lstrip()[:1].islower() and not ENDED.search(above.text):
        needed = max(needed, LOOSE * (above.margin - above.left)) + below.width
    return above.margin - above.right >= needed


def _is_one_word(tail: str, further: str, known: Counter[str]) -> bool:
    head = further.casefold()
    whole, compound = known[tail + head], known[f"{tail}-{head}"]
    if whole or compound:
        return whole >= compound
    if not further.islower():
        return False
    return tail not in COMPOUND_BEGINS and head not in COMPOUND_ENDS
