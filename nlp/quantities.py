"""Numbers as values: «1,5 тысячи тонн» is 1500 of «т», give or take 50. Whether two of them contradict each other."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.languages.model import Counting
from nlp.words import fold, grammemes, lemma

TOKEN = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*|[^\W\d_]+|[%$€£₽₸¥°]")
RANGE = re.compile(r"(\d[\d.,]*)\s*[-–—]\s*(\d[\d.,]*)")
NO_COUNT = re.compile(r"\d\s*[:/]\s*\d|\d{16}")  # a score, a time, a fraction; what only identifies
ENDING = re.compile(r"(?<=\d)-[^\W\d_]+")  # «30-го», «30-дан»
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
ROUGH = 0.15  # how far «около 30» may be off, as a share of it


@dataclass(frozen=True, slots=True)
class Quantity:
    """As much as a text tells of a number: it is from ``low`` to ``high``. ``unit`` holds lemmas, or a unit's sign."""

    low: float
    high: float
    unit: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """`Counting` by lemmas; words that make a number inexact are folded phrases."""

    numerals: Mapping[str, float]
    scales: Mapping[str, float]
    units: Mapping[str, str]
    about: re.Pattern[str]
    at_least: re.Pattern[str]
    at_most: re.Pattern[str]
    vague: frozenset[str]


def quantity(text: str, language: str | None, before: str = "") -> Quantity | None:
    """What a number and its unit («30 млрд долларов») amount to; ``before`` is what stands in front of them.

    None if ``text`` holds no number, or more than one.
    """
    text = ENDING.sub("", text)
    found = RANGE.search(text)
    if NO_COUNT.search(text):
        return None
    if found is None:
        return _quantity(text, language, before)
    low, high = (_quantity(text[: found.start()] + found[i] + text[found.end() :], language, before) for i in (1, 2))
    if low is None or high is None or low.low > high.high:
        return None
    return Quantity(low.low, high.high, high.unit)


def differ(a: Quantity, b: Quantity) -> bool:
    """Whether no number can be both, however they are rounded; of different units none can be told to differ."""
    return a.unit == b.unit and (a.high < b.low or b.high < a.low)


def in_digits(lemma: str, language: str | None) -> str:
    """A numeral in digits («шесть» is "6"), any other lemma as it is; «один» often counts nothing: «один из»."""
    value = _tables(language).numerals.get(lemma, 0)
    return f"{value:g}" if value > 1 else lemma


def _quantity(text: str, language: str | None, before: str) -> Quantity | None:
    tables, tokens = _tables(language), TOKEN.findall(text)
    numeric = [_is_number(token, language, tables) for token in tokens]
    first, stop = _stretch(numeric)
    if first == stop or any(numeric[stop:]):
        return None
    low, high = _bounds(tokens[first:stop], language, tables)
    words = fold(" ".join([before, *filter(str.isalpha, tokens[:first])])), fold(" ".join(tokens[stop:]))
    return Quantity(*_vague(low, high, *words, tables), _unit([*tokens[:first], *tokens[stop:]], language, tables))


def _stretch(numeric: Sequence[bool]) -> tuple[int, int]:
    """Where the first numbers in a row begin and end."""
    first = numeric.index(True) if True in numeric else len(numeric)
    stop = next((i for i in range(first, len(numeric)) if not numeric[i]), len(numeric))
    return first, stop


def _is_number(token: str, language: str | None, tables: Tables) -> bool:
    known = lemma(token, language)
    return token[0].isdecimal() or known in tables.numerals or known in tables.scales


def _bounds(tokens: Sequence[str], language: str | None, tables: Tables) -> tuple[float, float]:
    """The number that the tokens write, half of its last digit less and more where it looks rounded."""
    total = current = step = 0.0
    for token in tokens:
        known = lemma(token, language)
        if known in tables.scales:
            scale = tables.scales[known]
            scaled, step = (current or 1) * scale, (step or 1) * scale
            total, current = (total, scaled) if scale == 100 else (total + scaled, 0)
        elif token[0].isdecimal():
            value, step = _digits(token, language)
            current += value
        else:
            current, step = current + tables.numerals[known], 0
    return total + current - step / 2, total + current + step / 2


def _digits(token: str, language: str | None) -> tuple[float, float]:
    """The value of a number in digits, and the step to the next one that would be written so; 0 for an exact one."""
    plain = re.sub(r"\s", "", token)
    if not _counting(language).decimal_comma:
        plain = plain.replace(",", "")
    elif GROUPED.fullmatch(plain):
        plain = re.sub(r"[.,]", "", plain)
    whole, _, fraction = plain.replace(",", ".").partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    step = 10.0 ** -len(fraction) if fraction else 10.0**zeros if zeros > 1 else 0
    return float(f"{whole}.{re.sub('[.]', '', fraction) or 0}"), step


def _vague(low: float, high: float, before: str, behind: str, tables: Tables) -> tuple[float, float]:
    """The bounds as the words around a number move them: «около 30», «более 30», «до 30»."""
    said = [pattern for pattern in (tables.at_least, tables.at_most, tables.about) if _says(pattern, before, behind)]
    if tables.at_least in said:
        return low, math.inf
    if tables.at_most in said and not _reaches(tables.at_most.sub("", before)):
        return -math.inf, high
    slack = ROUGH * high if tables.about in said else 0
    return low - slack, high + slack


def _says(pattern: re.Pattern[str], before: str, behind: str) -> bool:
    """Whether one of the phrases ends what stands before a number, or stands behind it."""
    return any(m.end() == len(before.rstrip()) for m in pattern.finditer(before)) or bool(pattern.match(behind))


def _reaches(before: str) -> bool:
    """Whether something changed to a number: «выросло до 15», «с 10 до 15»."""
    last = before.split()[-1:]
    return any(word[0].isdecimal() or {"VERB", "INFN", "PRTS", "GRND"} & grammemes(word) for word in last)


def _unit(tokens: Sequence[str], language: str | None, tables: Tables) -> frozenset[str]:
    """The lemmas of a unit, known names of one unit as its sign; where there is money, its currency alone."""
    lemmas = [tables.units.get(known, known) for known in (lemma(token, language) for token in tokens)]
    money = [one for one in lemmas if one in "$€£₽₸¥"]
    return frozenset(money[:1] or [one for one in lemmas if one not in tables.vague])


@cache
def _tables(language: str | None) -> Tables:
    own = _counting(language)
    named = {lemma(name, language): names.split()[0] for names in own.units for name in names.split()}
    phrases = [tuple(map(fold, words)) for words in (own.about, own.at_least, own.at_most)]
    about, at_least, at_most = (re.compile(rf"\b(?:{'|'.join(one) or '(?!)'})\b") for one in phrases)
    return Tables(
        numerals={lemma(word, language): value for word, value in own.numerals},
        scales={lemma(word, language): value for word, value in own.scales},
        units=named,
        about=about,
        at_least=at_least,
        at_most=at_most,
        vague=frozenset(lemma(word, language) for one in phrases for phrase in one for word in phrase.split()),
    )


def _counting(language: str | None) -> Counting:
    return LANGUAGES[language if language in LANGUAGES else "ru"].counting
