"""What a sentence holds that a question can expect: dates, numbers, places, reasons, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.model import Expected, Span
from nlp.words import fold, grammemes

NAME = re.compile(
    r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*(?:\s+(?:(?:of|the|de|van|von|ибн|аль)\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*)*"
)
QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,60})[»”\"]")
OF_WORD: tuple[tuple[frozenset[str], Expected], ...] = (
    (frozenset({"Name", "Surn", "Patr"}), "person"),
    (frozenset({"Geox"}), "place"),
    (frozenset({"Orgn"}), "organisation"),
)


@dataclass(frozen=True, slots=True)
class Fact(Span):
    """A date, number, place, name … of a sentence; a name of unknown kind is "anything"."""

    kind: Expected


def facts(text: str, language: str | None) -> tuple[Fact, ...]:
    """The facts of one sentence; those of one kind do not lie inside one another."""
    found = (*_by_pattern(text, language), *_names(text, language))
    return tuple(one for one in found if not any(_lies_inside(one, other) for other in found))


def _lies_inside(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind and other.start <= one.start and one.stop <= other.stop and one.text != other.text


def _by_pattern(text: str, language: str | None) -> Iterator[Fact]:
    for kind, pattern in _patterns(language):
        for m in pattern.finditer(text):
            yield Fact(m.start(), m.end(), m.group(), kind)


@cache
def _patterns(language: str | None) -> tuple[tuple[Expected, re.Pattern[str]], ...]:
    asking = LANGUAGES.get(language or "", LANGUAGES["ru"]).asking
    return tuple((kind, re.compile(pattern)) for kind, pattern in asking.facts)


def _names(text: str, language: str | None) -> Iterator[Fact]:
    for m in NAME.finditer(text):
        kind = _kind(m.group(), language)
        if kind != "anything" or " " in m.group() or not _opens(text, m.start()):
            yield Fact(m.start(), m.end(), m.group(), kind)
    for m in QUOTED.finditer(text):
        yield Fact(m.start(1), m.end(1), m.group(1), "organisation")


def _opens(text: str, start: int) -> bool:
    """Whether a word stands where any word is written with a capital."""
    return not any(c.isalnum() for c in text[:start]) or text[:start].rstrip("«“\"'( –—-")[-1:] in ".!?…:"


def _kind(name: str, language: str | None) -> Expected:
    """What a Russian name names, by the dictionary; "anything" where that cannot be told."""
    if language != "ru":
        return "anything"
    found = [grammemes(word) for word in re.findall(r"\w+", name)]
    return next((kind for marks, kind in OF_WORD if any(marks & one for one in found)), "anything")


@cache
def function_words() -> frozenset[str]:
    """What questions are made of, in every language, folded."""
    return frozenset(fold(word) for one in LANGUAGES.values() for word in one.asking.function_words)
