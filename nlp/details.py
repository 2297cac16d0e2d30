"""What a sentence holds that a question can expect: dates, numbers, places, reasons, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.languages.model import Asking
from nlp.model import Expected, Span
from nlp.words import fold, grammemes

NAME = re.compile(
    r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*(?:\s+(?:(?:of|the|de|van|von|ибн|аль)\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*)*"
)
QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,60})[»”\"]")
LONGEST_TITLE = 5
"""Words."""
UNIT = re.compile(r"\s+([^\W\d_A-ZА-ЯЁ]\w+)(?:\s+([^\W\d_A-ZА-ЯЁ]\w+)(?:\s+([^\W\d_A-ZА-ЯЁ]\w+))?)?")
YEAR = re.compile(r"\d{4}")
UNIT_SIGNS = "%°$€£₽₸:"
OF_WORD: tuple[tuple[frozenset[str], Expected], ...] = (
    (frozenset({"Name", "Surn", "Patr"}), "person"),
    (frozenset({"Geox"}), "place"),
    (frozenset({"Orgn"}), "organisation"),
)


@dataclass(frozen=True, slots=True)
class Detail(Span):
    """A date, number, place, name … of a sentence; a name or title of unknown kind is "anything".

    ``whole`` says that it can stand alone as an answer: a number with its unit, a full name, a title in its marks.
    """

    kind: Expected
    whole: bool = True


def details(text: str, language: str | None) -> tuple[Detail, ...]:
    """The details of one sentence; those of one kind do not lie inside one another, and a date is no number."""
    found = [*_matched(text, language), *_names(text, language)]
    dated = [one for one in found if one.kind == "date"]
    return tuple(
        one
        for one in found
        if not any(_lies_inside(one, other) for other in found)
        and not (one.kind == "number" and any(one.overlaps(date) for date in dated))
    )


def dates(text: str, language: str | None) -> tuple[Detail, ...]:
    """The dates and times of one sentence, ascending; they do not overlap."""
    found = sorted(_matched(text, language, "date"), key=lambda one: (one.start, -one.stop))
    return tuple(one for i, one in enumerate(found) if not any(one.overlaps(other) for other in found[:i][-3:]))


def _lies_inside(one: Detail, other: Detail) -> bool:
    return one.kind == other.kind and other.start <= one.start and one.stop <= other.stop and one.text != other.text


def _matched(text: str, language: str | None, *kinds: Expected) -> Iterator[Detail]:
    """What the patterns find; of all kinds, if none is told."""
    for kind, pattern in _patterns(language):
        for m in pattern.finditer(text) if not kinds or kind in kinds else ():
            start, stop = m.span("it" if "it" in pattern.groupindex else 0)
            made = MADE.get(kind, _plain)(text, start, stop, language)
            if made is not None:
                yield made


@cache
def _patterns(language: str | None) -> tuple[tuple[Expected, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in asking(language).details)


def asking(language: str | None) -> Asking:
    """What is known of questions in a language; Russian where nothing is."""
    return LANGUAGES.get(language or "", LANGUAGES["ru"]).asking


def _plain(text: str, start: int, stop: int, language: str | None) -> Detail:  # noqa: ARG001
    return Detail(start, stop, text[start:stop], "organisation")


def _reason(text: str, start: int, stop: int, language: str | None) -> Detail:  # noqa: ARG001
    return Detail(start, stop, text[start:stop], "reason", whole=False)


def _date(text: str, start: int, stop: int, language: str | None) -> Detail | None:
    """A bare number of four digits that counts something is no year: «1500 зрителей», but «в 1957 построили»."""
    bare = text[start:stop].isdigit()
    before = text[:start].split()[-1:] if bare else []
    if (
        bare
        and fold("".join(before)) not in asking(language).points_in_time.split()
        and _unit(text, stop, language) > stop
    ):
        return None
    return Detail(start, stop, text[start:stop], "date", whole=not _is_attribute(text, start, language))


def _is_attribute(text: str, start: int, language: str | None) -> bool:
    """Whether a year only tells a thing from others of its kind: «опоры 1957 года»."""
    before = text[:start].split()[-1:]
    return language == "ru" and YEAR.match(text, start) is not None and "NOUN" in grammemes("".join(before).lower())


def _number(text: str, start: int, stop: int, language: str | None) -> Detail:
    """A number with what it counts: «64 зелёные зоны»."""
    end = _unit(text, stop, language)
    number = text[start:stop]
    measured = any(c in UNIT_SIGNS for c in number) or (not number[0].isalpha() and number.rstrip(".")[-1].isalpha())
    return Detail(start, end, text[start:end], "number", whole=measured or end > stop)


def _unit(text: str, stop: int, language: str | None) -> int:
    """Where the noun ends that a number before ``stop`` counts; ``stop`` where there is none."""
    m = UNIT.match(text, stop)
    counted = [n for n in range(1, 4) if m and m.group(n) and _counts(m.group(n), language)] if m else []
    first = counted[0] if counted else 0
    between = [m.group(n) for n in range(1, first)] if m else []
    return m.end(first) if m and first and all(_qualifies(word, language) for word in between) else stop


def _counts(word: str, language: str | None) -> bool:
    """Whether a number can count the word: a Russian noun, elsewhere whatever has a meaning of its own."""
    return "NOUN" in grammemes(word.lower()) if language == "ru" else fold(word) not in function_words()


def _qualifies(word: str, language: str | None) -> bool:
    return language == "ru" and bool({"ADJF", "PRTF"} & grammemes(word.lower()))


def _place(text: str, start: int, stop: int, language: str | None) -> Detail:
    """A place is whole where its name is a noun, not an adjective that its noun follows: «в Кулундинской степи»."""
    name = text[start:stop].split()[-1]
    if language == "ru" and "ADJF" in grammemes(name.lower()):
        end = _unit(text, stop, language)
        return Detail(start, end, text[start:end], "place", whole=end > stop and _unit(text, end, language) == end)
    return Detail(start, stop, text[start:stop], "place", whole=not NAME.match(text[stop:].lstrip()))


Maker = Callable[[str, int, int, str | None], Detail | None]
MADE: Mapping[Expected, Maker] = {"number": _number, "date": _date, "place": _place, "reason": _reason}


def _names(text: str, language: str | None) -> Iterator[Detail]:
    """Names by their capitals; a name in quotation marks is one, whatever capitals it holds."""
    titles = [m for m in QUOTED.finditer(text) if _is_title(m.group(1))]
    for m in titles:
        yield Detail(m.start(1), m.end(1), m.group(1), "anything")
    for m in NAME.finditer(text):
        kind = _kind(m.group(), language)
        known = kind != "anything" or " " in m.group() or not _opens(text, m.start())
        if known and not any(title.start() <= m.start() < title.end() for title in titles):
            yield Detail(m.start(), m.end(), m.group(), kind, whole=" " in m.group())


def _is_title(quoted: str) -> bool:
    """Words in quotation marks that name something: few, with a capital, without an end."""
    return quoted[0].isupper() and len(quoted.split()) <= LONGEST_TITLE and quoted[-1] not in ".,!?…"


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
