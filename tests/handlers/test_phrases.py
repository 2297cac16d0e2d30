from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import handlers
from handlers.phrases import LOCALES, phrases

ROOM = Path(handlers.__file__).parent
ANY = {"user": "1", "names": "Анна", "rest": 2, "title": "Т", "count": 2, "incident": "ab", "number": 3}


def names(locale: str) -> set[str]:
    return set(
        re.findall(r"^([a-z-]+) =", (ROOM / "phrases" / f"{locale}.ftl").read_text(encoding="utf-8"), re.MULTILINE)
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_every_phrase_and_each_can_be_said(locale: str) -> None:
    assert names(locale) == names("ru")
    assert all(phrases(locale)(name, **ANY).strip() for name in names(locale))


def test_every_phrase_is_used() -> None:
    sources = [path.read_text(encoding="utf-8") for room in (ROOM, ROOM.parent / "bot") for path in room.rglob("*.py")]
    used = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"']", "".join(sources)))
    assert names("ru") - {f"command-{name}" for name in ("articles", "privacy", "help")} <= used


def test_a_phrase_that_does_not_exist_is_an_error() -> None:
    with pytest.raises((KeyError, LookupError)):
        phrases("ru")("no-such-phrase")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrases("ru")("deleted")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (21, "21 статья"), (112, "112 статей")]
)
def test_russian_plurals(count: int, words: str) -> None:
    assert phrases("ru")("articles", count=count).startswith(words + ".")


def test_a_language_the_bot_does_not_speak_is_answered_in_russian() -> None:
    assert phrases("de") is phrases("de")
    assert phrases("de").locale == phrases(None).locale == "ru"
    assert phrases("en-GB").locale == "en"


def test_dates_are_written_as_people_write_them() -> None:
    day = date(2026, 11, 12)
    assert phrases("ru").day(day) == "12 ноября 2026\u202fг."
    assert phrases("en").day(day) == "November 12, 2026"
    assert "қараша" in phrases("kk").day(day)
