"""Where a question is to be looked for, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from handlers.phrases import phrases
from handlers.scopes import in_words
from nlp import Scope

ALMATY = timezone(timedelta(hours=5))
NOW = datetime(2026, 3, 14, 1, 30, tzinfo=ALMATY)
TODAY, DAY = datetime(2026, 3, 14, tzinfo=ALMATY), timedelta(days=1)


def said(scope: Scope, locale: str = "ru") -> str:
    return " ".join(phrases(locale)("scope-none", scope=in_words(scope, NOW, phrases(locale))).split())


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(since=TODAY - DAY, until=TODAY), "Статей за вчера у меня нет."),
        (Scope(since=TODAY), "Статей за сегодня у меня нет."),
        (Scope(since=TODAY, until=TODAY + DAY), "Статей за сегодня у меня нет."),
        (Scope(since=TODAY - 9 * DAY, until=TODAY - 8 * DAY), "Статей за 5 марта 2026 г. у меня нет."),
        (
            Scope(since=TODAY - 7 * DAY, until=TODAY),
            "Статей с 7 марта 2026 г. по 13 марта 2026 г. у меня нет.",
        ),
        (Scope(since=TODAY - 7 * DAY), "Статей начиная с 7 марта 2026 г. у меня нет."),
        (Scope(outlet="Вестник"), "Статей от «Вестник» у меня нет."),
        (Scope(about="паводок"), "Статей по запросу «паводок» у меня нет."),
        (
            Scope(about="паводок", outlet="Вестник", since=TODAY - DAY, until=TODAY),
            "Статей по запросу «паводок» от «Вестник» за вчера у меня нет.",
        ),
    ],
)
def test_a_scope_that_no_article_fits_is_named(scope: Scope, expected: str) -> None:
    assert said(scope) == expected


def test_days_are_those_of_the_person() -> None:
    utc = Scope(since=(TODAY - DAY).astimezone(UTC), until=TODAY.astimezone(UTC))
    assert said(utc) == "Статей за вчера у меня нет."


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "I have no articles matching “flood” by “Herald” from yesterday."),
        ("kk", "Менде «flood» сұрауына сай «Herald» жариялаған кешегі мақала жоқ."),
    ],
)
def test_every_language_names_it(locale: str, expected: str) -> None:
    assert said(Scope("flood", "Herald", TODAY - DAY, TODAY), locale) == expected
