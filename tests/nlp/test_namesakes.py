"""Who is meant by a name that somebody types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.model import Speaker
from nlp.namesakes import key, nearest, people, person

KNOWN = [
    Speaker("Касым-Жомарт Токаев", "президент Казахстана"),
    Speaker("Токаев"),
    Speaker("Дмитрий Медведев", "министр энергетики"),
    Speaker("Виктор Медведчук", "лидер партии"),
    Speaker("Иван Петров"),
    Speaker("Анна Петрова"),
    Speaker("Олег Петровский"),
    Speaker("министерство торговли и интеграции"),
    Speaker("Бауыржан Сейтқалиев"),
]


def meant(query: str) -> list[str]:
    return [group[0].name for group in people(query, KNOWN)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Токаев", ["Касым-Жомарт Токаев"]),
        ("Токаеву", ["Касым-Жомарт Токаев"]),
        ("токаевым", ["Касым-Жомарт Токаев"]),
        ("Тоқаев", ["Касым-Жомарт Токаев"]),
        ("Tokayev", ["Касым-Жомарт Токаев"]),
        ("К.-Ж. Токаев", ["Касым-Жомарт Токаев"]),
        ("Токаев Касым-Жомарт", ["Касым-Жомарт Токаев"]),
        ("Касым-Жомарт", ["Касым-Жомарт Токаев"]),
        ("президент Токаев", ["Касым-Жомарт Токаев"]),
        ("Такаев", ["Касым-Жомарт Токаев"]),
        ("Токаеыу", ["Касым-Жомарт Токаев"]),
        ("Медведев", ["Дмитрий Медведев"]),
        ("Медведчук", ["Виктор Медведчук"]),
        ("медвед", ["Виктор Медведчук", "Дмитрий Медведев"]),
        ("Петров", ["Иван Петров"]),
        ("Петровский", ["Олег Петровский"]),
        ("Петрова", ["Иван Петров", "Анна Петрова"]),
        ("министерства торговли", ["министерство торговли и интеграции"]),
        ("министр энергетики", ["Дмитрий Медведев"]),
        ("Сейткалиев", ["Бауыржан Сейтқалиев"]),
        ("Кольцова", []),
        ("я", []),
        ("", []),
        ("«!»", []),
    ],
)
def test_a_name_is_known_in_any_case_order_and_spelling(query: str, names: list[str]) -> None:
    assert sorted(meant(query)) == sorted(names)


def test_a_family_name_alone_belongs_to_the_only_bearer_and_to_nobody_of_two() -> None:
    one, two, bare = Speaker("Дмитрий Медведев"), Speaker("Павел Медведев"), Speaker("Медведев")
    assert people("Медведев", [bare, one]) == [[one, bare]]
    assert len(people("Медведев", [bare, one, two])) == 3


def test_all_names_of_a_person_come_together_whichever_was_asked_for() -> None:
    assert person("Токаев", KNOWN) == person("Касым-Жомарт Токаев", KNOWN) == KNOWN[:2]
    assert person("Кольцова", KNOWN) == []


def test_spellings_that_the_alphabets_share_have_one_key() -> None:
    assert key("Токаев") == key("Тоқаев") == key("Tokayev") == key("ТОКАЕВ")
    assert key("Медведев") != key("Медведчук")


def test_the_likest_names_are_proposed() -> None:
    assert [one.name for one in nearest("Токарев", KNOWN, 2)] == ["Касым-Жомарт Токаев", "Токаев"]
    assert nearest("Щ", KNOWN, 2) == []


@given(st.text(), st.lists(st.builds(Speaker, st.text(), st.none() | st.text()), max_size=6))
def test_any_text_may_be_a_name(query: str, known: list[Speaker]) -> None:
    for group in people(query, known):
        assert group
        assert all(one in known for one in group)
    assert 0 < key(query) < 2**48
    assert len(nearest(query, known, 2)) <= 2
