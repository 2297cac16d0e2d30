"""Which two speakers are one."""

import pytest

from nlp.model import Speaker
from nlp.speakers import same_person
from nlp.speech.names import nominative


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Касым-Жомарт Токаев", "Токаеву"),
        ("Касым-Жомарт Токаев", "К.-Ж. Токаев"),
        ("Касым-Жомарт Токаев", "Қасым-Жомарт Тоқаев"),
        ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"),
        ("Токаев", "Tokayev"),
        ("Николай Прянишников", "Н.Прянишников"),
        ("Иван Петров", "Ивана Петрова"),
        ("Анна Крылова", "Анне Крыловой"),
        ("Ангела Меркель", "Меркель"),
    ],
)
def test_one_person_in_other_words(a: str, b: str) -> None:
    assert same_person(Speaker(a), Speaker(b))
    assert same_person(Speaker(b, "министр"), Speaker(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Дмитрий Медведев", "Виктор Медведчук"),
        ("Медведев", "Медведчук"),
        ("Иван Петров", "Олег Петров"),
        ("Иван Петров", "О. Петров"),
        ("Иван Петров", "Иван Белов"),
        ("министерство транспорта", "министерство обороны"),
    ],
)
def test_two_people_are_two(a: str, b: str) -> None:
    assert not same_person(Speaker(a), Speaker(b))


@pytest.mark.parametrize(
    ("word", "case", "gender", "kind", "wanted"),
    [
        ("Токаеву", "Dat", "Masc", "Surn", "Токаев"),
        ("Жанасовой", "Gen", "Fem", "Surn", "Жанасова"),
        ("Паноса", "Gen", "Masc", "Name", "Панос"),
        ("главы", "Gen", "Masc", "", "глава"),
    ],
)
def test_the_nominative_of_a_word(word: str, case: str, gender: str, kind: str, wanted: str) -> None:
    assert nominative(word, case, gender, "Sing", kind) == wanted
