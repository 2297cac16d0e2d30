"""The phrases and the code agree: in every language, and in nothing more and nothing less."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

import handlers
from handlers.fallback import EXPLAINED, NOTED
from handlers.meaning import COMMANDS
from handlers.phrases import LOCALES, phrases
from handlers.reader import UnreadableError
from handlers.views import NAMELESS, OF_KIND
from intake.documents import IntakeError

ROOM = Path(handlers.__file__).parent
SOURCES = [path for room in (ROOM, ROOM.parent / "bot") for path in sorted(room.rglob("*.py"))]
FROM_TABLES = {
    *(f"command-{name}" for name in COMMANDS),
    *EXPLAINED.values(),
    *OF_KIND.values(),
    *NAMELESS.values(),
    "card-hidden",
    NOTED,  # what none of them explains
    *(kind.phrase for refusal in (UnreadableError, IntakeError) for kind in refusal.__subclasses__()),
}
NUMBERS = {"count", "rest", "number"}  # values that are numbers; the others are texts
PREPOSITIONAL = {"answer-none"}  # «в 2 статьях», «в 5 статьях»: a case that knows one plural
NUMERALS = [0, 1, 2, 5, 11, 21, 101]


class Variables(Visitor):  # type: ignore[misc] # fluent.syntax ships no type hints
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 (the visitor's own name)
        self.names.add(node.id.name)


def variables(locale: str) -> dict[str, set[str]]:
    """The phrases of a language, each with the names of the values that it takes."""
    resource = FluentParser().parse((ROOM / "phrases" / f"{locale}.ftl").read_text(encoding="utf-8"))
    found = {}
    for message in (entry for entry in resource.body if isinstance(entry, Message)):
        visitor = Variables()
        visitor.visit(message)
        found[message.id.name] = visitor.names
    return found


def calls() -> Iterator[tuple[str, ast.Call]]:
    """The calls of ``say`` (and of ``phrases(…)``) that name their phrase, one for each phrase that they may say."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _says(node.func):
                yield from ((name, node) for name in _texts(node.args[0]))


def _says(function: ast.expr) -> bool:
    called = function.func if isinstance(function, ast.Call) else function
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name == "phrases" if isinstance(function, ast.Call) else name in {"say", "self"}


def _texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_the_same_phrases_that_take_the_same_values(locale: str) -> None:
    these, russian = variables(locale), variables("ru")
    assert these.keys() ^ russian.keys() == set()
    assert {name for name in russian if these[name] != russian[name]} == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_phrase_can_be_said_with_any_number(locale: str) -> None:
    for number in NUMERALS:
        for name, taken in variables(locale).items():
            values = {one: number if one in NUMBERS else "Анна" for one in taken}
            assert phrases(locale)(name, **values).strip()


def test_every_phrase_that_the_code_says_exists_and_gets_its_values() -> None:
    known = variables("ru")
    for name, call in calls():
        assert name in known, name
        given = {one.arg for one in call.keywords}
        assert given == known[name] or None in given, name
    assert known.keys() >= FROM_TABLES


def test_the_code_says_every_phrase() -> None:
    assert variables("ru").keys() - FROM_TABLES - {name for name, _ in calls()} == set()


def test_a_phrase_that_does_not_exist_is_an_error() -> None:
    with pytest.raises((KeyError, LookupError)):
        phrases("ru")("no-such-phrase")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrases("ru")("deleted")


RUSSIAN = ["0 статей", "1 статья", "2 статьи", "5 статей", "11 статей", "21 статья", "101 статья"]
KAZAKH = [f"{number} мақала" for number in NUMERALS]
ENGLISH = ["0 articles", "One article", *(f"{number} articles" for number in NUMERALS[2:])]


@pytest.mark.parametrize(("locale", "expected"), [("ru", RUSSIAN), ("kk", KAZAKH), ("en", ENGLISH)])
def test_plurals(locale: str, expected: list[str]) -> None:
    said = [phrases(locale)("articles", count=number) for number in NUMERALS]
    assert [one.partition(".")[0] for one in said] == expected


@pytest.mark.parametrize("name", [name for name, taken in variables("ru").items() if taken & NUMBERS])
def test_a_russian_phrase_with_a_number_has_all_plural_forms_or_none(name: str) -> None:
    one, few, many = (re.sub(r"\d+", "", _with_number(name, number)) for number in (1, 2, 5))
    assert one == few == many or one != few != many or (name in PREPOSITIONAL and one != few == many)
    for same in ((1, 21, 101), (2, 22, 102), (5, 11, 100)):
        assert len({re.sub(r"\d+", "", _with_number(name, number)) for number in same}) == 1


def _with_number(name: str, number: int) -> str:
    return phrases("ru")(name, **{one: number if one in NUMBERS else "Анна" for one in variables("ru")[name]})


@pytest.mark.parametrize(("locale", "number"), [("ru", "12\u00a0345"), ("kk", "12\u00a0345"), ("en", "12,345")])
def test_numbers_are_written_as_people_write_them(locale: str, number: str) -> None:
    assert number in phrases(locale)("articles", count=12345)


def test_a_language_the_bot_does_not_speak_is_answered_in_russian() -> None:
    assert phrases("de") is phrases("de")
    assert phrases("de").locale == phrases(None).locale == "ru"
    assert phrases("en-GB").locale == "en"


def test_dates_and_times_are_written_as_people_write_them() -> None:
    day, noon = date(2026, 11, 12), time(14, 5)
    assert phrases("ru").day(day) == "12 ноября 2026\u202fг."
    assert phrases("en").day(day) == "November 12, 2026"
    assert "қараша" in phrases("kk").day(day)
    assert [phrases(locale).time(noon) for locale in LOCALES] == ["14:05", "14:05", "2:05\u202fPM"]
