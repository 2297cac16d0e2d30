"""What a question leaves out or points back to, by its words alone; and what of the question before they replace."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from nlp.details import function_words
from nlp.kinds import MARKS, question_words, without_question
from nlp.languages import LANGUAGES
from nlp.words import FOLDED, WORD, Word, fold, is_russian, readings, words

ELLIPTIC = 4
"""Words of content that «а …?» may hold; more say what they mean."""
CLASSES = (frozenset({"Surn", "Name", "Patr"}), frozenset({"Geox"}), frozenset({"Orgn"}))
HOLLOW = {"PREP", "CONJ", "PRCL", "NPRO"}
VERBAL = {"VERB", "INFN", "ADVB", "PRED", "PRTS", "ADJS", "GRND"}
FAMILY_NAME = re.compile(r".{2,}(?:[ое]в|[иы]н|енко|швили|дзе)")


def rest_of(text: str) -> str | None:
    """What is asked behind «а», «what about»; None where nothing of the kind opens the question."""
    bare = text.strip(MARKS)
    m = _pattern("ellipsis").match(fold(bare))
    return bare[m.end() :] if m else None


def is_elliptic(text: str) -> bool:
    """«а Путин?»: few words behind a conjunction, and no question of their own."""
    rest = rest_of(text)
    return rest is not None and _size(rest) <= ELLIPTIC and not _stands_alone(rest)


def _size(text: str) -> int:
    return sum(fold(word) not in function_words() for word in WORD.findall(text))


def asks(text: str) -> bool:
    """Whether the text holds a question word."""
    return any(fold(word) in question_words() for word in WORD.findall(text))


def pointing(text: str, field: Literal["pointing", "persons"] = "pointing") -> re.Match[str] | None:
    """Where the text points back to what was told, or to whoever was told of."""
    return _pattern(field).search(fold(text))


def names_a_thing(text: str) -> bool:
    """Whether a question says what it is about, not only what happened: «когда откроют» does not."""
    return any(not _is_verb(word.text) for word in _content(text))


def _stands_alone(text: str) -> bool:
    """Whether words behind «а» are a question of their own: «а когда откроют мост», not «а сколько с Китаем»."""
    whole = names_a_thing(text) and (has_verb(text) or any(not _is_governed(word, text) for word in _content(text)))
    return asks(text) and whole and not pointing(text)


def _content(text: str) -> list[Word]:
    found = words(without_question(text), None)
    return [word for word in found if fold(word.text) not in function_words() and not _marks(word.text) & HOLLOW]


def _is_governed(word: Word, text: str) -> bool:
    before = text[: max(text.find(word.text), 0)].split()[-1:]
    return any("PREP" in _marks(one) for one in before)


def has_verb(text: str) -> bool:
    return any(fold(word) not in function_words() and _is_verb(word) for word in WORD.findall(text))


def things(topic: str) -> str:
    """The topic without its verbs."""
    return " ".join(word for word in topic.split() if not _is_verb(word.strip('.,:;!?«»"')))


def _is_verb(word: str) -> bool:
    return bool(VERBAL & _marks(word)) or _pattern("finite").fullmatch(fold(word)) is not None


def is_named_before(text: str, at: int) -> bool:
    """Whether the question itself names whom its pronoun stands for."""
    before = [m for m in WORD.finditer(text[:at]) if fold(m.group()) not in function_words()]
    return any((m.start() > 0 and m.group()[0].isupper()) or _class_of(m.group()) is not None for m in before)


def about_in(named: str) -> str | None:
    """What is spoken about, where the words say that they tell it: «о России», «Ресей туралы»."""
    folded = fold(named)
    if m := re.match(rf"(?:{_pattern('about').pattern}) ", folded):
        return named[m.end() :]
    m = re.search(rf" (?:{_pattern('about_behind').pattern})$", folded)
    return named[: m.start()] if m else None


def may_speak(named: str) -> bool:
    """Whether words may name a speaker, not a thing: a person, a body, a role, in the nominative."""
    found = [word for word in words(named, None) if fold(word.text) not in function_words()]
    if not found or found[0].text[0].isdigit() or "PREP" in _marks(named.split()[0]):
        return False
    return _is_name(found[0].text) or any(word.lemma in _roles() for word in found)


def _is_name(word: str) -> bool:
    found = readings(word.lower())
    if FAMILY_NAME.fullmatch(fold(word)) or not found:
        return word[0].isupper() or bool(found)
    nominative = any("nomn" in one for one in found)
    return nominative and (word[0].isupper() or any(one & {"anim", "Surn", "Name", "Orgn"} for one in found[:2]))


@cache
def _roles() -> frozenset[str]:
    """Lemmas of those who speak without a name of their own: «министерство», "mayor"."""
    speeches = [one.speech for one in LANGUAGES.values()]
    return frozenset().union(
        *(one.roles | one.offices | one.bodies | one.authorities | one.agencies for one in speeches)
    )


def unreplaced(topic: str, named: str) -> str:
    """The topic without what new words stand in for: another year, another country, another phrase of its kind."""
    old, new = words(topic, None), words(named, None)
    gone = [one for one in old if any(_stands_in(one.text, n.text) for n in new)]
    gone = gone or _governed_alike(old, new) or _subject_alike(old, new)
    for word in reversed(gone):
        topic = topic[: word.start] + topic[word.stop :]
    return " ".join(topic.split())


def _stands_in(old: str, new: str) -> bool:
    return (old[0].isdigit() and new[0].isdigit()) or (_class_of(old) is not None and _class_of(old) == _class_of(new))


def _class_of(word: str) -> int | None:
    """What a Russian name names."""
    found = readings(word.lower())[:2] if word[0].isupper() or is_russian(word.lower()) else ()
    return next((i for i, marks in enumerate(CLASSES) if any(marks & one for one in found)), None)


def _governed_alike(old: tuple[Word, ...], new: tuple[Word, ...]) -> list[Word]:
    """«с Россией» where «с Китаем» is asked now: the words behind the same preposition."""
    if not new or "PREP" not in _marks(new[0].text):
        return []
    at = next((i for i, word in enumerate(old) if fold(word.text) == fold(new[0].text)), len(old))
    return list(old[at : at + 2])


def _subject_alike(old: tuple[Word, ...], new: tuple[Word, ...]) -> list[Word]:
    """«мост» where «а порт?» is asked now: the first noun that no preposition governs."""
    named = any({"NOUN", "nomn"} <= one for one in readings(new[0].text.lower())) if new else False
    if not named or not is_russian(new[0].text.lower()) or "PREP" in _marks(new[0].text):
        return []
    pairs = zip((None, *old), old, strict=False)
    free = (w for before, w in pairs if before is None or "PREP" not in _marks(before.text))
    return [word for word in free if "NOUN" in _marks(word.text)][:1]


def _marks(word: str) -> frozenset[str]:
    """The grammemes of the likeliest reading."""
    return next(iter(readings(word.lower())), frozenset())


@cache
def _pattern(field: Literal["ellipsis", "pointing", "persons", "about", "about_behind", "finite"]) -> re.Pattern[str]:
    patterns = (getattr(one.asking, field).translate(FOLDED) for one in LANGUAGES.values())
    return re.compile("|".join(rf"(?:{pattern})" for pattern in patterns))
