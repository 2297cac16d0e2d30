"""Who may be the subject of a Russian verb of speech in a piece of a question: a noun phrase in the nominative.

Questions are typed without capitals and without commas, too short for the models of syntax; the dictionary is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.words import FOLDED, Word, fold, is_russian, readings, words

FAMILY_NAME = re.compile(r".{2,}(?:[ое]в|[иы]н|енко)")
"""In a question these are names, though the dictionary may have them for many things: «токаев»."""
WITHIN = ("из", "по")
"""Prepositions inside the name of a speaker, if what is spoken about comes behind: «министр по делам молодёжи»."""
LONGEST = 8
"""Words of a name with its title."""
ATTRIBUTES = {"ADJF", "PRTF", "NUMR"}
NEVER = {"PREP", "CONJ", "PRCL", "ADVB", "ROMN", "INFN", "VERB", "NUMB", "COMP"}
"""The likeliest readings of words that open no noun phrase."""
NAME, THING, COMMON_WORD, PLACE, DEPENDENT, LETTERS = range(6)
"""The ranks of a subject, the surest first: a person or a name; a thing; a common word that looks like a family name;
«в правительстве»; a name behind a noun that it may belong to; an abbreviation, where many speak."""


@dataclass(frozen=True, slots=True)
class Subject:
    """``piece[start:stop]`` may be who spoke."""

    rank: int
    start: int
    stop: int


def subjects(piece: str, *, many: bool) -> Iterator[Subject]:
    """Every subject that a verb may have in a piece; ``many`` says that the verb is in the plural."""
    found = words(piece, "ru")[: 4 * LONGEST]
    for i in range(len(found)):
        if not _is_governed(piece, found, i) and _opens(found[i:], many=many):
            yield Subject(_rank(piece, found, i, many=many), *_span(piece, found, i))
        elif many and _is_place(found, i):
            start = next(word.start for word in reversed(found[:i]) if fold(word.text) in ("в", "во"))
            yield Subject(PLACE, start, _span(piece, found, i)[1])


def _is_governed(piece: str, found: Sequence[Word], i: int) -> bool:
    """Whether a preposition stands before a word, with nothing but attributes between."""
    for before in reversed(found[:i]):
        marks = marks_of(before.text)
        if "PREP" in marks:
            return True
        attribute = bool(marks & ATTRIBUTES) or _belongs(found[i])
        if not attribute or piece[before.stop : before.stop + 1] == ",":
            return False
    return False


def _belongs(word: Word) -> bool:
    """Whether a noun without a capital may belong to the noun before it: «о строительстве моста»."""
    common = is_russian(word.text.lower()) and not names_somebody(word.text)
    return common and not word.text.istitle() and may_be(word.text, "NOUN", "gent")


def _opens(found: Sequence[Word], *, many: bool) -> bool:
    """Whether a noun phrase in the nominative begins here, of one or of many as the verb wants it."""
    head = _head(found)
    if any(not _is_capital(word) and NEVER & marks_of(word.text) for word in found[: head + 1]):
        return False
    word = found[head]
    if not (_is_noun(word) or _is_attribute(word)):
        return False
    return not many or may_be(word.text, "plur", "nomn") or _joins(found) or is_abbreviation(word.text)


def _head(found: Sequence[Word]) -> int:
    """Where the noun stands: behind its attributes; an attribute without a noun stands for one: «выступающий»."""
    noun = next((i for i, word in enumerate(found[:LONGEST]) if not _is_attribute(word)), 0)
    return noun if _is_noun(found[noun]) else 0


def _is_attribute(word: Word) -> bool:
    return bool(marks_of(word.text) & ATTRIBUTES) and may_be(word.text, "nomn") and not _is_name(word)


def _is_noun(word: Word) -> bool:
    return may_be(word.text, "NOUN", "nomn") or may_be(word.text, "NPRO", "nomn") or _is_name(word) or _is_capital(word)


def _joins(found: Sequence[Word]) -> bool:
    return any(fold(word.text) == "и" for word in found[1:LONGEST])


def _rank(piece: str, found: Sequence[Word], i: int, *, many: bool) -> int:
    head = found[i + _head(found[i:])]
    if many and is_abbreviation(head.text):
        return LETTERS
    if _may_depend(piece, found, i):
        return DEPENDENT
    if _is_name(head) and head.text.islower() and is_russian(head.text) and not names_somebody(head.text):
        return COMMON_WORD
    named = _is_name(head) or marks_of(head.text) & {"anim", "Surn", "Name", "Orgn", "NPRO"}
    return NAME if named or head.text[0].isupper() else THING


def _may_depend(piece: str, found: Sequence[Word], i: int) -> bool:
    """«власти Индии», «о заслугах Эдвардса»: a name in the genitive right behind a noun."""
    beside = i > 0 and piece[found[i - 1].stop : found[i].start].isspace() and "NOUN" in marks_of(found[i - 1].text)
    return beside and may_be(found[i].text, "gent") and not FAMILY_NAME.fullmatch(fold(found[i].text))


def _is_capital(word: Word) -> bool:
    """Whether a capital marks a name: no preposition that opens the question, no name in another case."""
    if not word.text.istitle() or marks_of(word.text) & {"PREP", "CONJ", "PRCL"}:
        return False
    return not is_russian(word.text.lower()) or may_be(word.text, "nomn") or _looks_like_family(word)


def _is_name(word: Word) -> bool:
    latin = word.text[0].isupper() and word.text.isascii() and word.text.isalpha() and not word.text.isupper()
    return latin or ("NOUN" in marks_of(word.text) and _looks_like_family(word))


def _looks_like_family(word: Word) -> bool:
    return FAMILY_NAME.fullmatch(fold(word.text)) is not None


def _span(piece: str, found: Sequence[Word], first: int) -> tuple[int, int]:
    last = first + _head(found[first:])
    while first > 0 and found[first - 1].text.istitle() and not _is_governed(piece, found, first - 1):
        first -= 1
    while last + 1 < min(len(found), first + LONGEST) and _continues(piece, found, last):
        last += 1
    return found[first].start, found[last].stop


def _continues(piece: str, found: Sequence[Word], last: int) -> bool:
    """Whether the next word belongs to the phrase: a name, or an attribute in the genitive."""
    here, after = found[last], found[last + 1]
    if piece[here.stop : after.start].strip(' -«»"'):
        return False
    if fold(after.text) in WITHIN:
        return _topic_behind().search(fold(piece[after.stop :])) is not None
    if fold(after.text) == "и":
        return last + 2 < len(found) and may_be(found[last + 2].text, "NOUN", "nomn")
    return fold(here.text) in ("и", *WITHIN) or _is_part(after, found[:last])


def _is_part(word: Word, before: Sequence[Word]) -> bool:
    marks = marks_of(word.text)
    if not word.text[0].isalpha() or marks & {"PREP", "ADVB", "CONJ", "VERB", "INFN", "PRCL", "NPRO"}:
        return False
    named = word.text[0].isupper() or _is_name(word) or bool(marks & {"Surn", "Name", "Patr"})
    governed = any(fold(one.text) in WITHIN for one in before)
    return named or governed or may_be(word.text, "gent") or may_be(word.text, "anim", "nomn")


@cache
def _topic_behind() -> re.Pattern[str]:
    return re.compile(rf" {LANGUAGES['ru'].asking.about.translate(FOLDED)} ")


def _is_place(found: Sequence[Word], i: int) -> bool:
    """«в МИД», «в миграционной службе»: where those are who said it; no time and no medium."""
    before = next((word for word in reversed(found[:i]) if not marks_of(word.text) & ATTRIBUTES), None)
    if before is None or fold(before.text) not in ("в", "во") or not may_be(found[i].text, "NOUN", "loct"):
        return False
    speech = LANGUAGES["ru"].speech
    return found[i].lemma not in speech.times | speech.venues | speech.outlets | speech.media


def is_abbreviation(word: str) -> bool:
    return "Abbr" in marks_of(word) or word.isupper()


def names_somebody(word: str) -> bool:
    """Whether a word may be a name in the genitive."""
    return any("gent" in one and one & {"Surn", "Name", "Patr"} for one in readings(word.lower()))


def may_be(word: str, *marks: str) -> bool:
    """Whether one reading of a word has all these grammemes."""
    return any(one.issuperset(marks) for one in readings(word.lower()))


def marks_of(word: str) -> frozenset[str]:
    """The grammemes of the likeliest reading."""
    return next(iter(readings(word.lower())), frozenset())
