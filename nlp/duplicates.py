"""Whether a text is another one again: with small changes, with another signature, or cut.

`sketch` finds candidates among many texts, `repeats` looks at one of them word by word. Small changes are whatever is
no word (marks, emoji, links), case, slips of the pen, a word or two of a long text, and lines put around it. What is
told otherwise makes another text, however much the two share: a number, a day, a name, a «не». So one form that is
filled with other numbers is not one text.

It knows rapidfuzz.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from heapq import nsmallest
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from unicodedata import normalize

from rapidfuzz.distance import OSA, Levenshtein, Opcode

from nlp.languages import LANGUAGES
from nlp.model import Reading
from nlp.salience import patterns
from nlp.words import fold, is_russian

SKETCH = 32  # pairs of words that stand for a text, whatever its length
LONGEST = 2_000  # words that are looked at in their order
LONGEST_CALL = 100  # characters; a longer line says something besides
SOLID = 3  # words in a row that no two texts share by chance
WHOLE = 0.9  # of a text that is not called cut
LEFT = ((30, 0.25), (6, 0.4), (4, 0.5))  # of a text that was cut: so many words, if they are such a part of it
OUT = 30  # words of a line that may be left out inside a text
ADDED, ADDED_SHARE = 12, 2 / 3  # words of a line that may be put around a text, beside those of the text
OTHER_END = 1 / 3  # the same where the other text ends with a line of its own
SLIPS, OTHERS = 1 / 4, 1 / 12  # of the words that may be misspelled, or be others
OTHER_FORM = 0.5  # of another word is one that begins alike and differs by a letter
FEW = 4  # words that a slip may join or part, in both texts together
SHORT, LONG = 4, 8  # letters of a word in which no slip can be told, and in which there may be two

IGNORED = re.compile(
    r"\S+://\S+|\b(?:\w[\w-]*\.)+[a-z]{2,}(?:/\S*)?|\B@\w+|[\u00ad\u0301\u200b-\u200f\u2060-\u2064\ufeff]",
    re.IGNORECASE,
)
WORD = re.compile(r"(?P<number>(?:(?<!\w)[-−–])?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*))|[^\W\d_]+")
NUMBER = re.compile(r"\d")
WRITTEN = str.maketrans({"−": "-", "–": "-", ",": ".", " ": ""})  # one number in several ways
WITHIN = re.compile(r"[\w,»”\"] [«“\"]?")  # what stands before a word that does not begin a sentence
SIDES = attrgetter("new"), attrgetter("old")
NEGATIONS = frozenset(fold("не ни нет без нельзя no not never without емес жоқ").split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, the number of its line, and whether a capital tells that it is a name."""

    word: str
    line: int
    named: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words of the new text and of the old, which are the ``same`` but for slips, or differ."""

    new: Sequence[Token]
    old: Sequence[Token]
    same: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts side by side: the ``body`` begins and ends with what they share, ``head`` and ``tail`` differ."""

    head: Stretch
    body: Sequence[Stretch]
    tail: Stretch

    @property
    def shared(self) -> int:
        """How many words of the new text stand in the old."""
        return sum(len(one.new) for one in self.body if one.same)


def told(reading: Reading) -> str:
    """What a reading tells, line by line: its text without calls to subscribe and what belongs to no sentence."""
    pieces, end = [], 0
    for one in reading.sentences:
        pieces += ["\n" if "\n" in reading.text[end : one.start] else " ", "" if _calls(one.text) else one.text]
        end = one.stop
    return "".join(pieces) if any(not one.isspace() for one in pieces if one) else reading.text


def sketch(text: str) -> tuple[int, ...]:
    """Up to `SKETCH` hashes of pairs of words, 64 bits with a sign, the same on every machine.

    They are the least of all (bottom-k; Broder, "On the resemblance and containment of documents", 1997): a text and
    a part of it have as many in common as the part is large.
    """
    words = [one.word for one in _tokens(text)]
    pairs = {f"{a} {b}" for a, b in pairwise(words)} or set(words)
    return tuple(nsmallest(SKETCH, map(_hash, pairs)))


def repeats(new: str, old: str) -> bool:
    """Whether ``new`` says nothing but what ``old`` says, in the same words; it may be cut, but hardly be longer."""
    ours, theirs = _tokens(new), _tokens(old)
    if [one.word for one in ours] == [one.word for one in theirs]:
        return bool(ours)
    if len(ours) > LONGEST and not _holds(theirs, ours):
        return False
    pair = _side_by_side(_aligned(ours[:LONGEST], theirs[:LONGEST]))
    return pair is not None and _is_enough(pair.shared, len(theirs[:LONGEST])) and _says_the_same(pair)


def _holds(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether nearly all words of a long text, and all its numbers, stand in the other, wherever that is."""
    missing = Counter(one.word for one in new) - Counter(one.word for one in old)
    return missing.total() <= OTHERS * len(new) and not any(map(_tells, missing))


def _hash(pair: str) -> int:
    digest = blake2b(pair.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


# ---- words


def _tokens(text: str) -> list[Token]:
    """The words of the lines that do not call; of all where none is left."""
    found = _all_tokens("\n".join(line for line in text.splitlines() if not _calls(line)))
    return found or _all_tokens(text)


def _all_tokens(text: str) -> list[Token]:
    lines = IGNORED.sub(" ", normalize("NFKC", text)).splitlines()
    return [token for number, line in enumerate(lines) for token in _words(line, number)]


def _calls(line: str) -> bool:
    """Whether it asks to subscribe, credits a photo or points elsewhere."""
    return len(line) <= LONGEST_CALL and patterns(None).boilerplate.search(fold(line)) is not None


def _words(line: str, number: int) -> Iterator[Token]:
    for match in WORD.finditer(line):
        word, before = match.group(), line[max(0, match.start() - 3) : match.start()]
        named = word[0].isupper() and WITHIN.search(before) is not None
        yield Token(word.translate(WRITTEN) if match["number"] else fold(word), number, named)


# ---- side by side


def _aligned(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Stretch]:
    """All words of both, in order; stretches that are the same and stretches that differ take turns."""
    codes = Levenshtein.opcodes([one.word for one in ours], [one.word for one in theirs])
    pieces = [piece for code in codes for piece in _pieces(code, ours, theirs)]
    mended = [one if one.same else replace(one, same=_is_slip(one.new, one.old)) for one in _merged(pieces)]
    return _merged(mended)


def _pieces(code: Opcode, ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Stretch]:
    """Words that stand in each other's place are compared one by one."""
    new, old = ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end]
    if code.tag == "replace":
        yield from (Stretch([a], [b], _is_slip([a], [b])) for a, b in zip(new, old, strict=True))
    else:
        yield Stretch(new, old, code.tag == "equal")


def _merged(pieces: Iterable[Stretch]) -> list[Stretch]:
    return [_whole(list(group), same) for same, group in groupby(pieces, key=lambda one: one.same)]


def _whole(pieces: Iterable[Stretch], same: bool = False) -> Stretch:
    together = list(pieces)
    return Stretch([word for one in together for word in one.new], [word for one in together for word in one.old], same)


def _is_slip(new: Sequence[Token], old: Sequence[Token]) -> bool:
    """Whether both are the same word, or the same few words, misspelled or put together otherwise."""
    a, b = ("".join(one.word for one in side) for side in (new, old))
    if len(new) + len(old) > FEW or min(len(a), len(b)) < SHORT or (_tells(a) and _tells(b)) or NUMBER.search(a + b):
        return False
    return OSA.distance(a, b) <= 1 + (min(len(a), len(b)) >= LONG) and not _are_two(a, b)


def _are_two(a: str, b: str) -> bool:
    """Whether they are two words, or two forms of one, that are both spelled right."""
    return a != b and is_russian(a) and is_russian(b)


def _side_by_side(stretches: Sequence[Stretch]) -> Pair | None:
    """None where the texts share nothing but single words."""
    edges = 0, len(stretches) - 1
    solid = [i for i, one in enumerate(stretches) if one.same and (len(one.new) >= SOLID or i in edges)]
    if not solid:
        return None
    first, after = solid[0], solid[-1] + 1
    return Pair(_whole(stretches[:first]), stretches[first:after], _whole(stretches[after:]))


# ---- what differs


def _is_enough(shared: int, whole: int) -> bool:
    """Whether so many words are enough to know a text by, if they are a part of it."""
    return shared >= WHOLE * whole or any(shared >= words and shared >= share * whole for words, share in LEFT)


def _says_the_same(pair: Pair) -> bool:
    """Whether what differs is lines put around, put in or left out, slips of the pen, and a word or two."""
    inside = [*_edges(pair), *_inside(pair)]
    others = sum(map(_weight, inside))
    return _slips(pair) <= SLIPS * pair.shared and others <= OTHERS * pair.shared and all(map(_agrees, inside))


def _edges(pair: Pair) -> Iterator[Stretch]:
    """What differs at the beginning and at the end, but for lines put there and what was cut."""
    head, tail = _backwards(_unlike(_backwards(pair.head), str.endswith)), _unlike(pair.tail, str.startswith)
    if head.new and (head.old or not _may_be_added(head.new, pair.body[0].new[0], pair.shared * ADDED_SHARE)):
        yield head
    share = OTHER_END if tail.old else ADDED_SHARE
    if tail.new and not _may_be_added(tail.new, pair.body[-1].new[-1], pair.shared * share):
        yield replace(tail, old=tail.old[: len(tail.new)])


def _backwards(one: Stretch) -> Stretch:
    return replace(one, new=one.new[::-1], old=one.old[::-1])


def _unlike(one: Stretch, cut: Callable[[str, str], bool]) -> Stretch:
    """What is left after words that are misspelled, or in which the text was cut."""

    def is_alike(pair: tuple[Token, Token]) -> bool:
        new, old = pair
        return _is_slip([new], [old]) or (cut(old.word, new.word) and not NUMBER.search(old.word))

    alike = sum(1 for _ in takewhile(is_alike, zip(one.new, one.old, strict=False)))
    return replace(one, new=one.new[alike:], old=one.old[alike:])


def _inside(pair: Pair) -> Iterator[Stretch]:
    """What differs between, but for whole lines."""
    for before, one, after in zip(pair.body, pair.body[1:], pair.body[2:], strict=False):
        put_in = one.new and not one.old and after.new[0].line > one.new[-1].line
        put_in = put_in and _may_be_added(one.new, before.new[-1], pair.shared * ADDED_SHARE)
        left_out = not one.new and len(one.old) <= OUT and one.old[-1].line < after.old[0].line
        if not (one.same or put_in or left_out):
            yield one


def _may_be_added(words: Sequence[Token], beside: Token, limit: float) -> bool:
    """Whether these words are a line of their own beside a text, short and without numbers."""
    apart = beside.line not in (words[0].line, words[-1].line)
    return apart and len(words) <= min(ADDED, limit) and not any(NUMBER.search(one.word) for one in words)


def _slips(pair: Pair) -> int:
    new, old = (Counter(one.word for part in pair.body if part.same for one in side(part)) for side in SIDES)
    return (new - old).total()


def _weight(one: Stretch) -> float:
    """How many words of a text it changes."""
    if len(one.new) == len(one.old) == 1:
        new, old = one.new[0].word, one.old[0].word
        if new[:SOLID] == old[:SOLID] and OSA.distance(new, old) <= 1:
            return OTHER_FORM
    return max(len(one.new), len(one.old))


def _agrees(one: Stretch) -> bool:
    """Whether both name nothing else, and count, date and deny alike."""
    told = [Counter(token.word for token in side if _tells(token.word)) for side in (one.new, one.old)]
    names = [{token.word for token in side if token.named} for side in (one.new, one.old)]
    return told[0] == told[1] and not (all(names) and names[0] != names[1])


def _tells(word: str) -> bool:
    return bool(NUMBER.search(word)) or word in NEGATIONS or _day().fullmatch(word) is not None


@cache
def _day() -> re.Pattern[str]:
    """A month, a day of the week, a number in words, in any of the languages."""
    known = [one.asking.scoping for one in LANGUAGES.values()]
    days = "|".join(fold(name) for one in known for name in (*one.months, *one.weekdays))
    counts = "|".join(fold(name) for one in known for name in one.counts)
    return re.compile(rf"(?:{days})(?:[дт][аеы]\w*)?|{counts}")
