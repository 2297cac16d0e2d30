"""What a sentence holds that a question can expect."""

import pytest

from nlp.details import details
from nlp.index import index
from nlp.reading import read


def whole(text: str, kind: str) -> list[str]:
    return [one.text for one in details(text, "ru") if one.kind == kind and one.whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Под защиту взяли 64 старые липы.", ["64 старые липы"]),
        ("Ставка выросла с 13 до 15,5%.", ["с 13 до 15,5%"]),
        ("Пруд обмелел на двести шестьдесят сантиметров.", ["двести шестьдесят сантиметров"]),
        ("Хозяева выиграли 4:3.", ["4:3"]),
        ("Дом построили в 1957 году.", []),
        ("Собралось 1500 зрителей.", ["1500 зрителей"]),
    ],
)
def test_a_number_comes_with_what_it_counts_and_a_year_is_none(text: str, expected: list[str]) -> None:
    assert whole(text, "number") == expected


def test_a_year_that_tells_things_apart_is_no_answer_to_when() -> None:
    assert whole("Опоры 1957 года скрипят.", "date") == []
    assert whole("Переправу закроют с 1 июня по 30 ноября.", "date") == ["с 1 июня по 30 ноября"]


def test_the_name_of_a_body_is_what_stands_in_its_marks() -> None:
    assert whole("Спорила фракция «Зелёный двор».", "organisation") == ["Зелёный двор"]


def test_a_sentence_that_asks_is_known() -> None:
    assert index(read("— Сколько вас на маяке?\n— Трое.")).asks.tolist() == [True, False]
