"""The rules that decide whether a sentence ends at a point: each answers join, split or None; the order decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from string import ascii_lowercase

from nlp.points import BULLETS, CLOSE, CLOSING, EMOJI, NUMBER, Point

JOIN, SPLIT = "join", "split"

OPENING = "«“„\"'‘([*_"
POINTERS = "✅✔☑❌➡👉🔺🔻❗❓⚡"  # open an item of a list rather than close a sentence
UPPER, LOWER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ", "a-zа-яёәғқңөұүһі"
VOWELS = "аеёиоуыэюяьйәөұүі"  # what the last letter of a whole word may be, and of an abbreviation hardly is

TERMINAL = re.compile(rf"(?<![\[(<.!?…])[.!?…]+(?:[{CLOSING}{EMOJI}]|\[\d+\])*$")
FULL_STOP = re.compile(rf"[^.!?…]\.[{CLOSING}]*$")
SPACED_DOTS = re.compile(r"(?<![.\s])\s\.\s\.\s\.$")
DOTS_RIGHT = re.compile(rf"(?:\.\s){{2}}\.\s+[{UPPER}]|(?:\.{{2,3}}|…)\s*[{UPPER}]")
EMOJI_LEFT = re.compile(rf"[{EMOJI}][*_]*$")
EMOJI_RIGHT = re.compile(rf"(?![{POINTERS}])[{EMOJI}]+(?:\s|$)")
EMOJI_ITEM = re.compile(rf"[*_]*[{EMOJI}]")
EMOJI_NUMBER = re.compile(rf"[{EMOJI}]+\s\d")
SMILE_LEFT = re.compile(r"(?:(?<![^\s\w])[:;=][-'^]?[)(DР]+|\){2,}|\({2,})$")
TAGS_LEFT = re.compile(r"#\w+\s+#\w+$")
LINK_LEFT = re.compile(r"(?:(?<!\S)https?://|^[^\s)\]]{30})[^\s)\]]+$")
LAST = re.compile(r"([\w-]*)[.!?…]+$")
WHOLE_WORD = re.compile(rf"(?<![^\W_])[{LOWER}]{{3,}}[{VOWELS}]\.$|(?<![^\W_])[{LOWER}]{{2,}}[!?]+$|\w\?$")
AFTER_NUMBER = re.compile(r"(?:\d|\b[IVXL]+)[\s)-]*(?:[^\W\d_]+\.?[\s-]?)?[^\W\d_]+\.$")
INITIAL = re.compile(r"(?:^|[^\w.°]|\.\s?|-)([^\W\d_]|Дж|Вс|Ал)\.$")
NAME_RIGHT = re.compile(r"[^\W\d_]|[«\"“]\w+[»\"”]\s")
NUMBER_RIGHT = re.compile(r"[+№#]?\d|[IVXL]+\b")
DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}$")
ITEM = re.compile(r"[(\[]?(?:(?:\d{1,3}|[^\W\d_]|[IVXL]+)[.)]+){1,3}$")
ITEM_AFTER_BULLET = re.compile(rf"[{BULLETS}]\s*\d{{1,3}}[.)]+$")
NUMBERED = re.compile(rf"[{BULLETS}]?\s?({NUMBER})({CLOSE})\s")
TITLE_LEFT = re.compile(r"[^\W\d_]\s+[«\"“][^«\"“\s]+(?:\s[^«\"“\s]+){0,2}(?<=[!?…])[»\"”]$")
CITATION = re.compile(r"\([^()]+\)[.,;]")
LOWER_RIGHT = re.compile(rf"(?!\S+?(?:\.\w|/))[{LOWER}][\s{LOWER}]")

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
SERIES = (ROMAN, tuple(map(str, range(100))), ascii_lowercase, "абвгдежзиклмнопрстуфхцчшщэюя", "абвгдеёжзийклмн")
NEIGHBOURS = frozenset(pair for series in SERIES for pair in pairwise(series))
"""Numbers of a list and their next; Russian lists may leave out ё and й."""


# ---- what stands between marks


def inside_marks(point: Point) -> str | None:
    """«Мы готовы. Начинаем завтра», — сказал он."""
    return JOIN if point.block.keeps(point.stop) else None


# ---- lists, tags, links, emoji: where a sentence may end without a mark


def item_right(point: Point) -> str | None:
    """• Раз • Два; RT @name: Снег"""
    return SPLIT if point.right[0] in BULLETS or re.match(r"RT\s@", point.right) else None


def next_item(point: Point) -> str | None:
    """1) Хлеб 2) Соль: the text on the left is an item, the one on the right the next"""
    left, right = NUMBERED.match(point.begun), NUMBERED.match(point.right)
    return SPLIT if left and right and left[2] == right[2] and _follows(left[1], right[1], right[2]) else None


def item_left(point: Point) -> str | None:
    """1. Первый пункт"""
    buffer = point.begun if point.stop - point.begin < 12 else ""
    return JOIN if ITEM.fullmatch(buffer) or ITEM_AFTER_BULLET.fullmatch(buffer) else None


def dash_right(point: Point) -> str | None:
    """Нужны: – хлеб; – соль"""
    return SPLIT if point.left.endswith(";") and point.right[0] in "-–—" else None


def tags_left(point: Point) -> str | None:
    """#алматы #снег Город засыпало."""
    if TERMINAL.search(point.left) or not re.search(r"#\w+$", point.left):
        return None
    return SPLIT if TAGS_LEFT.search(point.left) and point.word[:1].isupper() else JOIN


def link_left(point: Point) -> str | None:
    """Подробнее: https://example.com/a Город засыпало."""
    return SPLIT if LINK_LEFT.search(point.left) and point.right[0].isupper() else None


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


# ---- the mark is there: does what follows go on?


def nothing_left(point: Point) -> str | None:
    """... Тишина."""
    return JOIN if point.is_short and not any(map(str.isalnum, point.begun)) else None


def nothing_right(point: Point) -> str | None:
    """Снег выпал. **"""
    ends = point.start + len(point.right) == point.block.stop
    return JOIN if ends and not any(map(str.isalnum, point.right)) else None


def emoji_item(point: Point) -> str | None:
    """🌴 Первое место: поездка. 👑 Второе: телефон."""
    among = EMOJI_ITEM.match(point.begun) or EMOJI_NUMBER.match(point.right)
    return SPLIT if among and EMOJI_RIGHT.match(point.right) else None


def emoji_right(point: Point) -> str | None:
    """Спасибо! 🙏 Приходите."""
    return JOIN if EMOJI_RIGHT.match(point.right) else None


def dots_right(point: Point) -> str | None:
    """It was late. ... The door opened; It was late. . . . The door opened"""
    return SPLIT if DOTS_RIGHT.match(point.right) and re.search(r"\w[.!?]+$", point.left) else None


def spaced_dots_left(point: Point) -> str | None:
    """I thought . . . I was late"""
    return JOIN if SPACED_DOTS.search(point.left) else None


def punctuation_right(point: Point) -> str | None:
    """Что это ?! Зачем ... , да"""
    return JOIN if point.right[0] in ".,;:!?…%)]}»”/|" else None


def citation_right(point: Point) -> str | None:
    """«Жить не запретишь!» (Иванов, 2010)."""
    return JOIN if point.left[-1] in "»”\"'" and CITATION.match(point.right) else None


def whole_word_left(point: Point) -> str | None:
    """снег идёт вторую неделю. устали все"""
    if point.last_word in point.language.before or not LOWER_RIGHT.match(point.right):
        return None
    return SPLIT if WHOLE_WORD.search(point.left) else None


def lower_right(point: Point) -> str | None:
    """«Все хорошо!» — и ушел; He said "Go!" and left; but: Цены упали. iPhone подешевел"""
    first = point.right.lstrip(OPENING + "—–- ")[:2]
    return JOIN if first[:1].islower() and not first[1:].isupper() else None


def glued(point: Point) -> str | None:
    """Закон принят.Он вступит в силу; but: Яндекс.Маркет вырос"""
    if point.start > point.stop:
        return None
    found = LAST.search(point.left)
    return SPLIT if found and found[1].islower() else JOIN


def range_right(point: Point) -> str | None:
    """-16… -21°"""
    return JOIN if re.search(r"\d(?:…|\.{2,3})$", point.left) and re.match(r"[-−–+]?\d", point.right) else None


def title_left(point: Point) -> str | None:
    """мультфильм «Ну, погоди!» Вячеслава Котёночкина"""
    return JOIN if TITLE_LEFT.search(point.left) and not point.opens else None


# ---- the full stop may belong to an abbreviation


def pair_left(point: Point) -> str | None:
    """30 долл. США, 5 p.m. Friday"""
    word = point.word.lower()
    leans = (point.last_word, word) in point.language.pairs or (point.abbreviation, word) in point.language.pairs
    return JOIN if leans else None


def unit_left(point: Point) -> str | None:
    """в 2012 г. казахстанцы, 5 тыс. 300; but: в 2012 г. Казахстан"""
    if point.last_word not in point.language.units or not AFTER_NUMBER.search(point.left):
        return None
    if not point.word[:1].isupper():
        return JOIN
    return SPLIT if point.opens or not point.is_short else JOIN


def initial_left(point: Point) -> str | None:
    """О. Бектенов, К.-Ж. Токаев; but: you and I. The end"""
    found = INITIAL.search(point.left)
    if not found or not found[1][0].isupper() or not (NAME_RIGHT.match(point.right) and point.word[:1].isupper()):
        return None
    return None if point.opens else JOIN


def dotted_left(point: Point) -> str | None:
    """the U.S. Government, At 5 a.m. Mr. Smith; but: I live in the U.S. How about you?"""
    if not DOTTED.search(point.left):
        return None
    if point.is_short:
        return JOIN
    if point.opens:
        return SPLIT
    return JOIN if point.abbreviation not in point.language.closing else None


def closing_left(point: Point) -> str | None:
    """и т. д. (всего пять); but: и т. д. Потом"""
    if point.abbreviation in point.language.closing or point.last_word in point.language.closing:
        return SPLIT if point.word[:1].isupper() else JOIN
    return None


def company_left(point: Point) -> str | None:
    """Pitt & Co. Limited; but: Pitt & Co. It closed; Pitt & Co. Сделка закрыта"""
    continues = point.word.isascii() and not point.opens
    return JOIN if continues and point.last_word in point.language.companies else None


def number_right(point: Point) -> str | None:
    """рис. 5, No. 10; but: She said no. Paul agreed"""
    return JOIN if point.last_word in point.language.numbered and NUMBER_RIGHT.match(point.right) else None


def abbreviation_left(point: Point) -> str | None:
    """ул. Абая, проф. Иванов, Mr. Smith; but: at 7 Elm Ave. They met"""
    known = point.abbreviation in point.language.before or point.last_word in point.language.before
    return JOIN if known and FULL_STOP.search(point.left) and not point.opens else None


RULES: tuple[Callable[[Point], str | None], ...] = (
    inside_marks,
    item_right,
    next_item,
    item_left,
    dash_right,
    tags_left,
    link_left,
    smile_left,
    emoji_left,
    no_terminal,
    nothing_left,
    nothing_right,
    emoji_item,
    emoji_right,
    dots_right,
    spaced_dots_left,
    punctuation_right,
    citation_right,
    whole_word_left,
    lower_right,
    glued,
    range_right,
    pair_left,
    unit_left,
    initial_left,
    dotted_left,
    closing_left,
    company_left,
    number_right,
    abbreviation_left,
    title_left,
)


def _follows(left: str, right: str, close: str) -> bool:
    """Whether two numbers of a list are neighbours; those with a bracket may leave some out."""
    if left.isdigit() and right.isdigit() and close == ")":
        return int(right) > int(left)
    return (left.lower(), right.lower()) in NEIGHBOURS
