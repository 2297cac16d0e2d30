"""Whose words a Russian question asks for, and what they are about: grammar tells the two apart in any word order.

«Что сказал о налогах министр финансов», «что министр финансов о налогах сказал», «что сказали в МИД».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.words import FOLDED, Word, fold, is_russian, readings, recased, words

PLURAL_VERB = re.compile(r"(?:ли|[юяуа]т)(?:сь|ся)?")
FAMILY_NAME = re.compile(r".{2,}(?:[ое]в|[иы]н|енко|швили|дзе)")
"""In a question these are names, though the dictionary may have them for many things: «токаев»."""
REFLEXIVE = re.compile(r".*(?:[её]тся|ится|[уюая]тся)(?<!носится)(?<!носятся)(?<!луется)(?<!луются)")
"""«считается», «говорится»: nobody does it."""
ASIDE = re.compile(r"\b(?:сам[аи]?|же|это|именно|вообще|там|тут|так|такого|еще|уже|об этом|про это|вчера|сегодня)\b ?")
OPENING_ATTRIBUTES = ("из", "по")
"""Prepositions inside the name of a speaker: «министр по делам молодёжи», if what is spoken about comes behind."""
LONGEST = 8
"""Words of a name with its title."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a question names as the speaker, in the nominative where that can be told, and the rest of it."""

    speaker: str | None
    topic: str


def told(pieces: Sequence[str], verb: str) -> Told | None:
    """The speaker among the pieces of a question around its verb; None where nobody can be the verb's subject."""
    if REFLEXIVE.fullmatch(fold(verb)) or not _may_tell(verb):
        return None
    pieces = [_without_asides(piece) for piece in pieces]
    many = bool(PLURAL_VERB.search(fold(verb)[-4:]))
    found = [(rank, n, span) for n, piece in enumerate(pieces) for rank, span in _subjects(piece, many=many)]
    if not found:
        return _nobody(pieces) if many else None
    _, n, (start, stop) = min(found, key=lambda one: one[:2])
    rest = [piece[:start] if n == i else piece for i, piece in enumerate(pieces)]
    rest.insert(n + 1, pieces[n][stop:])
    return Told(_placed(pieces[n][start:stop]), " ".join(filter(None, map(_topic, rest))))


def _may_tell(verb: str) -> bool:
    return any(_may_be(verb, mark) for mark in ("VERB", "ADJS", "INFN"))


def _without_asides(piece: str) -> str:
    """A piece without what says nothing of who spoke or about what; spaces are kept, for words are told by them."""
    asides = list(ASIDE.finditer(fold(piece)))
    for m in reversed(asides):
        piece = piece[: m.start()] + piece[m.end() :]
    return piece.strip()


def _nobody(pieces: Sequence[str]) -> Told | None:
    """«Что говорят о мосте»: whoever says it."""
    topics = [piece for piece in map(str.strip, pieces) if piece]
    return Told(None, _topic(topics[0])) if len(topics) == 1 and _about().match(fold(topics[0])) else None


def _topic(piece: str) -> str:
    bare = piece.strip(" ,:")
    found = _about().match(fold(bare))
    return bare[found.end() :] if found else bare


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"{LANGUAGES['ru'].asking.about.translate(FOLDED)} |(?:на|по|к) ")


@cache
def _about_what() -> re.Pattern[str]:
    return re.compile(rf" {LANGUAGES['ru'].asking.about.translate(FOLDED)} ")


def _subjects(piece: str, *, many: bool) -> list[tuple[int, tuple[int, int]]]:
    """Where a subject of the verb may stand in a piece, with its rank: a name or a person before a thing."""
    found = words(piece, "ru")[: 4 * LONGEST]
    starts = [i for i in range(len(found)) if not _is_governed(piece, found, i)]
    plain = [(_rank(found[i:]), _span(piece, found, i)) for i in starts if _opens(found[i:], many=many)]
    placed = [
        (3, (found[i - 1].start, _span(piece, found, i)[1]))
        for i in range(1, len(found))
        if many and _is_place(found, i)
    ]
    return [*plain, *placed]


def _span(piece: str, found: Sequence[Word], first: int) -> tuple[int, int]:
    last = first
    while first > 0 and found[first - 1].text.istitle() and not _is_governed(piece, found, first - 1):
        first -= 1
    while last + 1 < min(len(found), first + LONGEST) and _continues(piece, found, last):
        last += 1
    return found[first].start, found[last].stop


def _is_governed(piece: str, found: Sequence[Word], i: int) -> bool:
    """Whether a preposition stands before a word, with nothing but attributes between."""
    for before in reversed(found[:i]):
        marks = _marks(before.text)
        if "PREP" in marks:
            return True
        attribute = bool(marks & {"ADJF", "PRTF", "NUMR"}) or _depends(found[i])
        if not attribute or piece[before.stop : before.stop + 1] == ",":
            return False
    return False


def _depends(word: Word) -> bool:
    """Whether a noun may belong to the noun before it: «о строительстве моста»."""
    known = is_russian(word.text.lower()) and not _names_somebody(word.text)
    return known and not word.text.istitle() and _may_be(word.text, "NOUN", "gent")


def _opens(found: Sequence[Word], *, many: bool) -> bool:
    """Whether a noun phrase in the nominative begins here, of one or of many as the verb wants it."""
    for word in found[:LONGEST]:
        if not _is_capital(word) and _marks(word.text) & {
            "PREP",
            "CONJ",
            "PRCL",
            "ADVB",
            "Apro",
            "ROMN",
            "INFN",
            "VERB",
            "NUMB",
        }:
            return False
        if _is_name(word) or _is_capital(word):
            return not many or _may_be(word.text, "plur", "nomn") or _joins(found) or _is_abbreviation(word.text)
        if _may_be(word.text, "NOUN", "nomn") or _may_be(word.text, "NPRO", "nomn"):
            return not many or _may_be(word.text, "plur", "nomn") or _joins(found) or _is_abbreviation(word.text)
        if not (_may_be(word.text, "ADJF", "nomn") or _may_be(word.text, "PRTF", "nomn")):
            return False
    return False


def _joins(found: Sequence[Word]) -> bool:
    return any(fold(word.text) == "и" for word in found[1:LONGEST])


def _rank(found: Sequence[Word]) -> int:
    head = next((word for word in found if not _marks(word.text) & {"ADJF", "PRTF"}), found[0])
    marks = _marks(head.text)
    return 0 if _is_name(head) or marks & {"anim", "Surn", "Name", "Orgn", "NPRO"} or head.text[0].isupper() else 1


def _is_capital(word: Word) -> bool:
    """Whether a capital marks a name: no preposition that opens the question, no name in another case."""
    if not word.text.istitle() or _marks(word.text) & {"PREP", "CONJ", "PRCL"}:
        return False
    return not is_russian(word.text.lower()) or _may_be(word.text, "nomn") or _looks_like_family(word)


def _is_name(word: Word) -> bool:
    low = word.text.lower()
    latin = word.text[0].isupper() and word.text.isascii() and word.text.isalpha() and not word.text.isupper()
    return latin or ("NOUN" in _marks(low) and _looks_like_family(word))


def _looks_like_family(word: Word) -> bool:
    return FAMILY_NAME.fullmatch(fold(word.text)) is not None


def _continues(piece: str, found: Sequence[Word], last: int) -> bool:
    """Whether the next word belongs to the phrase: a name, or an attribute in the genitive."""
    here, after = found[last], found[last + 1]
    if piece[here.stop : after.start].strip(' -«»"'):
        return False
    if fold(after.text) in OPENING_ATTRIBUTES:
        return _about_what().search(fold(piece[after.stop :])) is not None
    if fold(here.text) in OPENING_ATTRIBUTES:
        return True
    if fold(after.text) == "и":
        return last + 2 < len(found) and _may_be(found[last + 2].text, "NOUN", "nomn")
    if fold(here.text) == "и":
        return True
    marks = _marks(after.text)
    if not after.text[0].isalpha() or marks & {"PREP", "ADVB", "CONJ", "VERB", "INFN", "PRCL", "NPRO"}:
        return False
    named = after.text[0].isupper() or _is_name(after) or bool(marks & {"Surn", "Name", "Patr"})
    governed = any(fold(word.text) in OPENING_ATTRIBUTES for word in found[:last])
    return named or governed or _may_be(after.text, "gent") or _may_be(after.text, "anim", "nomn")


def _is_place(found: Sequence[Word], i: int) -> bool:
    """«в МИД», «в правительстве»: where those are who said it; no time and no medium."""
    if fold(found[i - 1].text) not in ("в", "во") or not _may_be(found[i].text, "NOUN", "loct"):
        return False
    speech = LANGUAGES["ru"].speech
    return found[i].lemma not in speech.times | speech.venues | speech.outlets | speech.media


def _placed(phrase: str) -> str:
    """The phrase in the nominative, if it tells of a place: «в министерстве финансов»."""
    if not re.match(r"(?i)во? ", phrase):
        return phrase
    head, *rest = phrase.split(" ", 1)[1].split(" ", 1)
    if _is_abbreviation(head):
        return " ".join([head, *rest])
    return " ".join([recased(head, "loct", "nomn"), *rest])


def _is_abbreviation(word: str) -> bool:
    return "Abbr" in _marks(word) or word.isupper()


def owner(phrase: str) -> str:
    """The nominative of whoever owns some words: «министра финансов» → «министр финансов»."""
    parts = phrase.split(" ")
    head = next((i for i, part in enumerate(parts) if "NOUN" in _marks(part)), len(parts) - 1)
    return " ".join(
        recased(part, "gent", "nomn")
        if (i <= head or _names_somebody(part)) and not FAMILY_NAME.fullmatch(fold(part))
        else part
        for i, part in enumerate(parts)
    )


def _names_somebody(word: str) -> bool:
    return any("gent" in one and one & {"Surn", "Name", "Patr"} for one in readings(word.lower()))


def _may_be(word: str, *marks: str) -> bool:
    return any(one.issuperset(marks) for one in readings(word.lower()))


def _marks(word: str) -> frozenset[str]:
    """The grammemes of the likeliest reading."""
    return next(iter(readings(word.lower())), frozenset())
