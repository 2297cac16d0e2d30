"""The forms of names: which are one name, and which form is the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from nlp.words import _parses as parses
from nlp.words import fold

ENDINGS = (
    "", "а", "я", "у", "ю", "е", "и", "ы", "ом", "ем", "ым", "им", "ой", "ей", "ую", "юю", "ого", "его", "ому", "ему",
    "ая", "яя", "ий", "ый", "ь", "й", "ью", "ые", "ие", "ых", "их", "ами", "ями", "ов", "ев", "ею", "ою", "ам", "ям",
)  # fmt: skip
CONSONANTS = "бвгджзклмнпрстфхцчшщ"
CASES = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct", "Nom": "nomn"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіїєґ", "abvgdeziiklmnoprstufieiieg", strict=True))
    | {"ж": "j", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)
SPELLINGS = (
    (re.compile("kh"), "h"),
    (re.compile("zh"), "j"),
    (re.compile("q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("y"), "i"),
    (re.compile("(?<=[aeou])i(?=[aeou])"), ""),
    (re.compile("i+e?"), "i"),
    (re.compile("ck"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, initials among them: «К.-Ж. Токаев» → К, Ж, Токаев."""
    return tuple(WORDS.findall(name))


@lru_cache(maxsize=20_000)
def stems(word: str) -> frozenset[str]:
    """What may be left of a word without an inflectional ending; three letters at least, or the word itself."""
    low = fold(word)
    cut = (low[: len(low) - len(ending)] for ending in ENDINGS if low.endswith(ending))
    return frozenset(stem for stem in cut if len(stem) >= 3) | {low}


def alike(a: str, b: str) -> bool:
    """Whether two words may be forms of one name: «Токаеву» and «Токаев», not «Медведев» and «Медведчук»."""
    return bool(stems(a) & stems(b))


def skeleton(word: str) -> str:
    """A spelling that the alphabets share: Токаев, Тоқаев and Tokayev give one."""
    spelt = fold(word).translate(LATIN)
    for pattern, instead in SPELLINGS:
        spelt = pattern.sub(instead, spelt)
    return spelt


@lru_cache(maxsize=20_000)
def spellings(word: str) -> frozenset[str]:
    """By what a form of a name may be found: its stems as they are, and as all alphabets spell them."""
    return stems(word) | {skeleton(stem) for stem in stems(word)}


def fits(a: str, b: str) -> bool:
    """Whether two given names may be one: equal but for their forms, or one the initial of the other."""
    if min(len(a), len(b)) == 1:
        return skeleton(a)[:1] == skeleton(b)[:1]
    return alike(a, b) or skeleton(a) == skeleton(b)


@lru_cache(maxsize=20_000)
def nominative(word: str, case: str, gender: str = "", number: str = "", kind: str = "") -> str:
    """The nominative of one Russian word; ``case`` to ``number`` as in Universal Dependencies, "" when unknown.

    ``kind`` is a grammeme of pymorphy3 that a parse should have («Surn»). Gives the word itself when in doubt.
    """
    if not word[-1:].isalpha() or (case == "Nom" and not (kind and _is_oblique(word))):
        return word
    readings = parses(word)
    if not readings or (kind and (word[:1].islower() or _keeps(word, gender, readings[0].is_known))):
        return word
    best = max(readings, key=lambda p: _agreement(p.tag, case, gender, number, kind))
    if kind in ("Name", "Surn") and gender == "Masc" and not best.is_known and _bare(word, case) != word:
        return _bare(word, case)
    hers = gender == "Masc" and "femn" in best.tag and not (kind == "Name" and best.is_known)
    certain = kind == "Name" and best.is_known and _is_oblique(word) and kind in best.tag and not hers
    if case != "Nom" and not certain and (CASES.get(case) not in best.tag.grammemes or hers):
        return _without_ending(word, case, gender) if kind else word
    made = best.inflect({"nomn"} | ({NUMBERS[number]} if number in NUMBERS else set()))
    if made is not None and made.word.endswith("аа"):  # what pymorphy3 makes of a stranger like «Русала»
        return _bare(word, case)
    return _spelt(_cased(made.word, word), word) if made is not None else word


def _is_oblique(word: str) -> bool:
    """Whether the dictionary knows a word, and never in the nominative: «Камале»."""
    readings = parses(word)
    return bool(readings) and readings[0].is_known and not any("nomn" in p.tag for p in readings)


def _keeps(word: str, gender: str, is_known: bool) -> bool:
    """Whether a name has one form for all cases: «Мелони», a woman's «Трасс»."""
    low = word.lower()
    foreign = not is_known and low.endswith(("и", "о", "э")) and not low.endswith(("ии", "ого", "его"))
    return (foreign and low[-2:-1] in CONSONANTS) or (gender == "Fem" and low[-1] in CONSONANTS)


def _without_ending(word: str, case: str, gender: str) -> str:
    return _bare(word, case) if gender == "Masc" else _womans(word, case) if gender == "Fem" else word


def _womans(word: str, case: str) -> str:
    """A woman's given name that no dictionary knows, with the ending of the nominative: «Каи» → «Кая»."""
    endings = {"Gen": ("ы", "и"), "Acc": ("у", "ю"), "Dat": ("е", "е"), "Loc": ("е", "е"), "Ins": ("ой", "ей")}
    hard, soft = endings.get(case, (" ", " "))
    if word.endswith(hard):
        return word.removesuffix(hard) + "а"
    if not word.endswith(soft):
        return word
    stem = word.removesuffix(soft)
    return stem + ("а" if stem[-1:] in "гкхжшчщ" else "я")


def _spelt(word: str, like: str) -> str:
    """«ё» only where the text itself writes it."""
    return word if "ё" in like.lower() else word.replace("ё", "е").replace("Ё", "Е")


def _bare(word: str, case: str) -> str:
    """A man's name that no dictionary knows, without its ending: «Паноса» → «Панос»."""
    ending = {"Gen": "а", "Acc": "а", "Dat": "у", "Ins": "ом", "Loc": "е"}.get(case, " ")
    if case == "Gen" and word.endswith("ы"):
        return word[:-1] + "а"
    stem = word.removesuffix(ending)
    return stem if stem != word and stem[-1:].lower() in CONSONANTS else word


HERS = {"Nom": "[её]ва|ова|[иы]на|[сц]кая", "Acc": "[её]ву|ову|[иы]ну|[сц]кую"}
HERS_OBLIQUE = "(?:[её]в|ов|[иы]н|[сц]к)ой"
HIS = {
    "Nom": "[её]в|ов|[иы]н|[сц]кий",
    "Gen": "[её]ва|ова|[иы]на|[сц]кого",
    "Acc": "[её]ва|ова|[иы]на|[сц]кого",
    "Dat": "[её]ву|ову|[иы]ну|[сц]кому",
    "Ins": "[её]вым|овым|[иы]ным|[сц]ким",
    "Loc": "[её]ве|ове|[иы]не|[сц]ком",
}
"""The ends of family names, by their case, that tell a woman from a man."""


@lru_cache(maxsize=20_000)
def gender_of(name: str, case: str) -> str:
    """«Masc» or «Fem» by the given name or by the end of the family name; "" where they do not tell."""
    found = words_of(name)
    told = (_gender_of_given(word, CASES.get(case, "")) for word in found if len(word) > 1)
    return next(filter(None, told), "") or (_gender_of_family(found[-1].lower(), case) if found else "")


HERS_ALONE = re.compile(r"(?:[её]в|ов|[иы]н)ой$|[сц]к(?:ая|ой|ую)$")
HIS_ALONE = re.compile(r"(?:[её]в|ов)(?:|ым)$|[иы]ным$|[сц]к(?:ий|ого|ому|им|ом)$")


@lru_cache(maxsize=20_000)
def sex_of(name: str) -> str:
    """`gender_of` as far as the name shows it whatever its case: «Петров», but not «Петрова»."""
    found = words_of(name)
    given = {
        gender for word in found if len(word) > 1 for case in CASES if (gender := _gender_of_given(word, CASES[case]))
    }
    if len(found) > 1 and given:
        return given.pop() if len(given) == 1 else ""
    family = found[-1].lower() if found else ""
    return "Fem" if HERS_ALONE.search(family) else "Masc" if HIS_ALONE.search(family) else ""


def _gender_of_given(word: str, case: str) -> str:
    tags = [p.tag.grammemes for p in parses(word) if p.is_known and case in p.tag.grammemes]
    given = [tag for tag in tags if not tag.isdisjoint(("Name", "Patr"))]
    men, women = any("masc" in tag for tag in given), any("femn" in tag for tag in given)
    return "" if men == women else "Masc" if men else "Fem"


def _gender_of_family(word: str, case: str) -> str:
    if re.search(f"(?:{HERS.get(case, HERS_OBLIQUE)})$", word):
        return "Fem"
    return "Masc" if case in HIS and re.search(f"(?:{HIS[case]})$", word) else ""


def _agreement(tag: Any, case: str, gender: str, number: str, kind: str) -> int:
    wanted = (CASES.get(case), GENDERS.get(gender), NUMBERS.get(number), kind)
    weights = (10, 3, 2, 6)
    return sum(weight for grammeme, weight in zip(wanted, weights, strict=True) if grammeme and grammeme in tag)


def _cased(word: str, like: str) -> str:
    """``word`` with the capitals of ``like``, part by part around hyphens."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    pieces = zip(word.split("-"), like.split("-"), strict=False)
    return "-".join(p[:1].upper() + p[1:] if q[:1].isupper() else p for p, q in pieces) or word


@lru_cache(maxsize=20_000)
def may_be_nominative(word: str) -> bool:
    """Whether a Russian word has the same form in the nominative."""
    return any("nomn" in p.tag for p in parses(word))


@lru_cache(maxsize=20_000)
def may_be_plural(word: str) -> bool:
    """Whether a Russian noun has the same form in the nominative of the plural."""
    return any({"NOUN", "nomn", "plur"} <= p.tag.grammemes for p in parses(word))


@lru_cache(maxsize=20_000)
def tells(word: str) -> bool:
    """Whether a Russian word may be a verb of the past or of the third person: «сказал», «смеётся»."""
    return any("VERB" in p.tag and ("past" in p.tag or "3per" in p.tag) for p in parses(word) if p.is_known)


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether a Russian dictionary knows the word as a given name."""
    return any("Name" in p.tag for p in parses(word) if p.is_known)


@lru_cache(maxsize=20_000)
def is_family(word: str) -> bool:
    """Whether a Russian dictionary knows the word as a family name."""
    return any("Surn" in p.tag for p in parses(word) if p.is_known)


PATRONYMIC = re.compile(r"(?:ович|евич|ьич|овн|евн|ичн)(?:|а|у|ем|е|ы|ой)$")


@lru_cache(maxsize=20_000)
def is_patronymic(word: str) -> bool:
    """Whether a Russian word is somebody's father's name: «Андреевна»."""
    return bool(PATRONYMIC.search(word.lower())) and (
        any("Patr" in p.tag for p in parses(word)) or not any(p.is_known for p in parses(word))
    )


OFFICES = frozenset(("врио", "аким", "хаким", "сити-менеджер", "стример", "инфлюенсер", "коуч"))
"""Nouns for people that the dictionary takes for names or for things."""


@lru_cache(maxsize=20_000)
def is_animate(word: str) -> bool:
    """Whether a Russian noun, first reading first, means a living being and is no name."""
    if word.islower() and any(p.normal_form in OFFICES for p in parses(word)):
        return True
    tag = next((p.tag for p in parses(word) if "NOUN" in p.tag), None)
    return tag is not None and "anim" in tag and not tag.grammemes & {"Name", "Surn", "Patr"}


@lru_cache(maxsize=20_000)
def may_be_man(word: str, case: str) -> bool:
    """Whether a Russian noun may mean a man in a case, and is no name: «премьера» in the genitive."""
    wanted = {"NOUN", "anim", "masc", CASES.get(case, "")}
    found = (p.tag.grammemes for p in parses(word) if p.is_known)
    return any(wanted <= tag and not tag & {"Name", "Surn", "Patr"} for tag in found)


@lru_cache(maxsize=20_000)
def is_position(word: str) -> bool:
    """Whether a Russian word that opens a name says what somebody is and cannot be a name: «Гляциолог», not «Лев»."""
    known = any(p.is_known for p in parses(word.lower()))
    return known and is_animate(word.lower()) and not is_given(word) and not is_family(word)


def given_and_family(name: str) -> tuple[tuple[str, ...], str]:
    """Given names (or initials) and the family name: «Токаев Касым-Жомарт» is put in the order of speech."""
    found = words_of(name)
    if not found:
        return (), ""
    if len(found) > 1 and _family_first(found):
        found = (*found[1:], found[0])
    return found[:-1], found[-1]


def _family_first(found: Sequence[str]) -> bool:
    if len(found[-1]) == 1:
        return len(found[0]) > 1
    return is_given(found[1]) and is_family(found[0]) and not is_given(found[0])
