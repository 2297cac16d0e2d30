"""From a text to its sentences, in the shape of razdel: blocks → points → an ordered list of tiny rules.

A block is a line, or several lines of a hard-wrapped paragraph; a sentence never leaves its block. A point is a gap
of white space where a sentence may end; `RULES` is the specification: the first rule that answers decides, and a
point that no rule joins is a boundary. `explain` names the deciding rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nlp.languages import LANGUAGES
from nlp.languages.model import Segmentation
from nlp.model import Sentence

JOIN, SPLIT = "join", "split"

# A longer stretch between two marks is more often a lost mark, or an interview, than one quotation.
LONGEST_QUOTATION = 600
LONGEST_ASIDE = 200

PAIRS = {"»": "«", "”": "“„", "“": "„", ")": "(", "]": "["}
OPENING = "«“„\"'‘([*_"
CLOSING = "»”“\"'’)\\]*_"
EMOJI = "\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\ufe0f\u200d\u20e3\u2800"
BULLET = r"(?:[•⁃▪◦‣▫●]|(?:\d{1,2}|[a-zа-я])(?:\.\)|[.)])(?=\s))"

MARK = re.compile(r'[«»„“”"()\[\]]')
GLUED = r"(?<=[а-яёәғқңөұүһі]{3}[.!?…])(?=[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]*[\s,])"
GAP = re.compile(rf"(?<=[.!?…{CLOSING}{EMOJI}])\s+|\s+(?={BULLET})|(?<!\S)#\w+(?P<gap>\s+)(?=[^#\s])|{GLUED}")
TERMINAL = re.compile(rf"(?P<mark>[.!?…]+)(?:[{CLOSING}{EMOJI}]|\[\d+\])*$")
FULL_STOP = re.compile(rf"[^.!?…]\.[{CLOSING}]*$")
EMOJI_LEFT = re.compile(rf"[{EMOJI}][*_]*$")
POINTERS = "✅✔☑❌➡▶►👉🔹🔸🔺🔻❗❓⚡"  # open an item of a list rather than close a sentence
EMOJI_RIGHT = re.compile(rf"(?![{POINTERS}])[{EMOJI}]+(?:\s|$)")
SMILE_LEFT = re.compile(r"(?:(?<![^\s\w])[:;=8][-'^]?[)(DР]+|\){2,})$")
TAGS_LEFT = re.compile(r"#\w+\s+#\w+$")
ABBREVIATION = re.compile(r"(?<![\w-])((?:[^\W\d_]{1,8}[.-]\s?)*[^\W\d_]+)\.$")
LAST_WORD = re.compile(r"(?<![\w-])([^\W\d_]+)\.$")
AFTER_NUMBER = re.compile(r"(?:\d|\b[IVXL]+)[\s)-]*(?:[^\W\d_]+\.?[\s-]?)?[^\W\d_]+\.$")
INITIAL = re.compile(r"(?:^|[^\w.]|\.\s?|-)([^\W\d_]|Дж|Вс|Ал)\.$")
DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}$")
ITEM = re.compile(r"[(\[]?(?:(?:\d{1,3}|[^\W\d_]|[IVXL]+)[.)]+){1,3}$")
ITEM_AFTER_BULLET = re.compile(r"[•⁃▪◦‣▫●]\s*\d{1,3}[.)]+$")
NUMBERED = re.compile(r"[•⁃▪◦‣▫●]?\s?(\d{1,2}|[a-zа-я])(\.\)|[.)])\s")
FIRST_WORD = re.compile(r"[^\w]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
LINE = re.compile(r"(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])")


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:stop]``, in which sentences are looked for. ``kept`` are the stretches that no point may cut."""

    text: str
    start: int
    stop: int
    kept: tuple[tuple[int, int], ...]
    smiles: frozenset[int]

    def keeps(self, at: int) -> bool:
        i = bisect_right(self.kept, (at, len(self.text))) - 1
        return i >= 0 and self.kept[i][0] < at < self.kept[i][1]


@dataclass(frozen=True, slots=True)
class Point:
    """The gap ``text[stop:start]`` between what has been read since ``begin`` and what follows."""

    block: Block
    begin: int
    stop: int
    start: int
    language: Segmentation

    @property
    def left(self) -> str:
        return self.block.text[max(self.begin, self.stop - 40) : self.stop]

    @property
    def right(self) -> str:
        return self.block.text[self.start : min(self.block.stop, self.start + 40)]

    @property
    def word(self) -> str:
        """The first word on the right, behind any marks: "" when a number comes first or nothing is near."""
        found = FIRST_WORD.match(self.right)
        return found[1] if found else ""

    @property
    def abbreviation(self) -> str:
        """What the last full stop belongs to, lower case and without spaces: «т. е.» → «т.е», «куб. м.» → «куб.м»."""
        found = ABBREVIATION.search(self.left)
        return re.sub(r"\s", "", found[1]).lower() if found else ""

    @property
    def last_word(self) -> str:
        found = LAST_WORD.search(self.left)
        return found[1].lower() if found else ""

    @property
    def opens(self) -> bool:
        """Whether the next word is capitalised and one that opens sentences rather than continues a name."""
        return self.word[:1].isupper() and self.word.lower() in self.language.starters


# ---- rules: each answers join, split or None; the order is the specification


def inside_marks(point: Point) -> str | None:
    """«Мы готовы. Начинаем завтра», — сказал он."""
    return JOIN if point.block.keeps(point.stop) else None


def bullet_right(point: Point) -> str | None:
    """• Раз • Два"""
    return SPLIT if point.right[0] in "•⁃▪◦‣▫●" else None


def next_item(point: Point) -> str | None:
    """1) Хлеб 2) Соль: the text on the left is an item, the one on the right the next"""
    left = NUMBERED.match(point.block.text, point.begin, point.stop + 1)
    right = NUMBERED.match(point.right)
    return SPLIT if left and right and left[2] == right[2] and _follows(left[1], right[1]) else None


def item_left(point: Point) -> str | None:
    """1. Первый пункт"""
    buffer = point.block.text[point.begin : point.stop] if point.stop - point.begin < 12 else ""
    return JOIN if ITEM.fullmatch(buffer) or ITEM_AFTER_BULLET.fullmatch(buffer) else None


def tags_left(point: Point) -> str | None:
    """#алматы #снег Город засыпало."""
    if TERMINAL.search(point.left) or not re.search(r"#\w+$", point.left):
        return None
    return SPLIT if TAGS_LEFT.search(point.left) and point.word[:1].isupper() else JOIN


def smile_left(point: Point) -> str | None:
    """Спасибо) Приходите ещё :)"""
    if TERMINAL.search(point.left) or not (SMILE_LEFT.search(point.left) or point.stop - 1 in point.block.smiles):
        return None
    return SPLIT if point.right[0].isupper() or point.right[0] == "@" else JOIN


def emoji_left(point: Point) -> str | None:
    """Летим на море 🌊 Кто с нами?"""
    if TERMINAL.search(point.left) or not EMOJI_LEFT.search(point.left):
        return None
    begun = any(map(str.isalpha, point.left))
    return SPLIT if begun and (point.right[0].isupper() or point.right[0] in "@«") else JOIN


def no_terminal(point: Point) -> str | None:
    """Газета «Труд» вышла."""
    return None if TERMINAL.search(point.left) else JOIN


def emoji_right(point: Point) -> str | None:
    """Спасибо! 🙏 Приходите."""
    return JOIN if EMOJI_RIGHT.match(point.right) else None


def lower_right(point: Point) -> str | None:
    """«Все хорошо!» — и ушел; He said "Go!" and left"""
    first = point.right.lstrip(OPENING + "—–- ")[:1]
    return JOIN if first.islower() else None


def punctuation_right(point: Point) -> str | None:
    """Что это ?! Зачем ... , да"""
    return JOIN if point.right[0] in ".,;:!?…%)]}»”/|" else None


def glued(point: Point) -> str | None:
    """Закон принят.Он вступит в силу; but: Яндекс.Маркет вырос"""
    if point.start > point.stop:
        return None
    return SPLIT if _last(point.left).islower() else JOIN


def range_right(point: Point) -> str | None:
    """-16… -21°"""
    return JOIN if re.search(r"\d(?:…|\.{2,3})$", point.left) and re.match(r"[-−–+]?\d", point.right) else None


def pair_left(point: Point) -> str | None:
    """30 долл. США"""
    return JOIN if (point.last_word, point.word.lower()) in point.language.pairs else None


def initial_left(point: Point) -> str | None:
    """О. Бектенов, К.-Ж. Токаев; but: you and I. The end"""
    found = INITIAL.search(point.left)
    if not found or not found[1][0].isupper() or not point.word[:1].isupper():
        return None
    return None if point.opens and not re.match(r"\w\.", point.right) else JOIN


def dotted_left(point: Point) -> str | None:
    """the U.S. Government; but: the U.S. How about you?"""
    if not DOTTED.search(point.left):
        return None
    return SPLIT if point.opens else JOIN if point.abbreviation not in point.language.closing else None


def unit_left(point: Point) -> str | None:
    """в 2012 г. казахстанцы, 5 тыс. 300; but: в 2012 г. Казахстан"""
    if point.last_word not in point.language.units or not AFTER_NUMBER.search(point.left):
        return None
    if not point.word[:1].isupper():
        return JOIN
    return SPLIT if point.opens or len(point.block.text[point.begin : point.stop].split()) > 3 else JOIN


def closing_left(point: Point) -> str | None:
    """и т. д. (всего пять); but: и т. д. Потом"""
    if point.abbreviation in point.language.closing or point.last_word in point.language.closing:
        return SPLIT if point.word[:1].isupper() else JOIN
    return None


def abbreviation_left(point: Point) -> str | None:
    """ул. Абая, проф. Иванов, Mr. Smith, p. 55"""
    known = point.abbreviation in point.language.before or point.last_word in point.language.before
    return JOIN if known and FULL_STOP.search(point.left) else None


def company_left(point: Point) -> str | None:
    """Pitt & Co. Limited; but: Pitt & Co. It closed"""
    return (None if point.opens else JOIN) if point.last_word in point.language.companies else None


def title_left(point: Point) -> str | None:
    """мультфильм «Ну, погоди!» Вячеслава Котёночкина"""
    found = re.search(r"[^\W\d_]\s+[«\"“][^«\"“]{1,30}[!?…][»\"”]$", point.left)
    return JOIN if found and not point.opens else None


RULES: tuple[Callable[[Point], str | None], ...] = (
    inside_marks,
    bullet_right,
    next_item,
    item_left,
    tags_left,
    smile_left,
    emoji_left,
    no_terminal,
    emoji_right,
    punctuation_right,
    lower_right,
    glued,
    range_right,
    pair_left,
    unit_left,
    initial_left,
    dotted_left,
    closing_left,
    company_left,
    abbreviation_left,
    title_left,
)


def split(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, ascending; text between two of them is white space."""
    return tuple(Sentence(a, b, text[a:b]) for block in _blocks(text) for a, b in _sentences(block, language))


def explain(text: str, language: str | None) -> Iterator[tuple[str, str, str]]:
    """For each point of a text: what stands around it, the rule that decided, and its verdict."""
    for block in _blocks(text):
        for point, rule, verdict in _decisions(block, language):
            yield f"{point.left}¦{point.right}", rule, verdict


def _sentences(block: Block, language: str | None) -> Iterator[tuple[int, int]]:
    begin = block.start
    for point, _, verdict in _decisions(block, language):
        if verdict == SPLIT:
            yield begin, point.stop
            begin = point.start
    yield begin, block.stop


def _decisions(block: Block, language: str | None) -> Iterator[tuple[Point, str, str]]:
    data, begin = _segmentation(language), block.start
    for gap in GAP.finditer(block.text, block.start, block.stop):
        stop, start = gap.span("gap") if gap["gap"] else gap.span()
        point = Point(block, begin, stop, start, data)
        rule, verdict = _decide(point)
        begin = start if verdict == SPLIT else begin
        yield point, rule, verdict


def _decide(point: Point) -> tuple[str, str]:
    for rule in RULES:
        verdict = rule(point)
        if verdict:
            return rule.__name__, verdict
    return "terminal", SPLIT


def _last(left: str) -> str:
    """The last word before a point."""
    return re.split(r"[^\w-]+", left.rstrip(".!?…"))[-1]


def _follows(left: str, right: str) -> bool:
    if left.isdigit() and right.isdigit():
        return int(right) == int(left) + 1
    return len(left) == len(right) == 1 and ord(right) == ord(left) + 1


@cache
def _segmentation(language: str | None) -> Segmentation:
    """The data of a language with the English of its text; of all languages where it is unknown."""
    known = {language, "en"} if language in LANGUAGES else LANGUAGES.keys()
    data = [_sets(one.segmentation) for code, one in LANGUAGES.items() if code in known]
    return Segmentation(*(frozenset().union(*sets) for sets in zip(*data, strict=True)))


def _sets(data: Segmentation) -> tuple[frozenset[str] | frozenset[tuple[str, str]], ...]:
    return data.before, data.units, data.closing, data.companies, data.starters, data.pairs


# ---- blocks


def _blocks(text: str) -> Iterator[Block]:
    for start, stop in _paragraphs(text):
        inside = text[start:stop]
        if inside.strip():
            begin = start + len(inside) - len(inside.lstrip())
            end = stop - (len(inside) - len(inside.rstrip()))
            yield Block(text, begin, end, *_pairs(text, begin, end))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those of a hard-wrapped paragraph together."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    start = 0
    for (a, b), (c, d) in pairwise(lines):
        if not _is_wrapped(text[a:b], text[c:d], width):
            yield start, b
            start = c
    yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in LINE.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The column at which a text is hard-wrapped: no line had room for the next one's first word. 0 if it is not."""
    width = max(b - a for a, b in lines)
    inner = [(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines) if b > a and d > c]
    if not 40 <= width <= 120 or len(inner) < 2:
        return 0
    full = sum(_is_wrapped(left, right, width) for left, right in inner)
    return width if full >= 0.8 * len(inner) else 0


def _is_wrapped(left: str, right: str, width: int) -> bool:
    """Whether the line break only shows that the column was full."""
    if not left.strip() or not right.strip():
        return False
    if width:
        return len(left) + 1 + len(right.split(maxsplit=1)[0]) > width
    return len(left) >= 50 and left[-1].isalnum() and right.lstrip()[0].islower()


def _pairs(text: str, start: int, stop: int) -> tuple[tuple[tuple[int, int], ...], frozenset[int]]:
    """The stretches between paired marks, outermost and short enough to keep whole; closing brackets without a pair."""
    opened: dict[str, list[int]] = {}
    found, alone = [], set()
    for mark in MARK.finditer(text, start, stop):
        at, sign = mark.start(), mark.group()
        opener = _opener(sign, opened, text, at)
        if opener:
            found.append((opened[opener].pop(), at + 1))
        elif sign in "«„“([" or (sign == '"' and _can_open(text, at)):
            opened.setdefault(sign, []).append(at)
        elif sign == ")":
            alone.add(at)
    return _outermost(found, text), frozenset(alone)


def _opener(sign: str, opened: dict[str, list[int]], text: str, at: int) -> str | None:
    """The open mark that this one closes, if it can."""
    if sign == '"':
        return sign if opened.get(sign) and not _can_open(text, at) else None
    return next((one for one in PAIRS.get(sign, "") if opened.get(one)), None)


def _can_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([«—–-") and bool(after) and not after.isspace()


def _outermost(found: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for start, stop in sorted(found):
        longest = LONGEST_ASIDE if text[start] in "([" else LONGEST_QUOTATION
        if stop - start <= longest and (not kept or start >= kept[-1][1]):
            kept.append((start, stop))
    return tuple(kept)
