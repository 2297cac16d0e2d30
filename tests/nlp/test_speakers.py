"""Which two speakers are one, how each is named, and who is meant where no name stands."""

from pathlib import Path

import pytest

import nlp
from nlp.model import Speaker
from nlp.speakers import same_person
from nlp.speech.names import gender_of, nominative

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "speakers.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(text: str) -> list[str]:
    speakers = [quote.speaker for quote in nlp.read(text).quotes]
    return [f"{one.name} ({one.title})" if one and one.title else one.name if one else "-" for one in speakers]


@pytest.mark.parametrize("case", CASES)
def test_who_speaks_is_told_as_drawn(case: str) -> None:
    text, _, speakers = case.partition(" => ")
    assert " | ".join(told(text)) == speakers


@pytest.mark.parametrize(
    ("name", "case", "gender"),
    [
        ("Анна Крылова", "Nom", "Fem"),
        ("Крыловой", "Gen", "Fem"),
        ("Петрова", "Gen", "Masc"),
        ("Олжас Бектенов", "Nom", "Masc"),
        ("Айсулу Турсыновой", "Gen", "Fem"),
        ("Джо Байдена", "Gen", "Masc"),
        ("Саманта", "Nom", "Fem"),
        ("Женя", "Nom", ""),
    ],
)
def test_names_tell_he_from_she(name: str, case: str, gender: str) -> None:
    assert gender_of(name, case) == gender


def test_people_of_a_long_text_are_told_apart_in_time_linear_in_their_number() -> None:
    crowd = " ".join(f"Иван Петров{chr(1072 + i % 32)}{chr(1072 + i // 32)} приехал." for i in range(300))
    assert told(f"{crowd} Анна Крылова заявила, что мост закрыт.") == ["Анна Крылова"]


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
        ("Токаев К. К.", "Касым-Жомарт Токаев"),
        ("Касым-Жомарт Кемелевич Токаев", "К. Токаев"),
        ("Реджеп Тайип Эрдоган", "Тайип Эрдоган"),
        ("Токаев Касым-Жомарт", "Касым-Жомарт Токаев"),
        ("Токаева Касым-Жомарта", "Касым-Жомарт Токаев"),
        ("Тоқаев Қасым-Жомарт", "Kassym-Jomart Tokayev"),
        ("ТОКАЕВ КАСЫМ-ЖОМАРТ", "Касым-Жомарт Кемелевич Токаев"),
        ("Токаев Касым-Жомарт Кемелевич", "Касым-Жомарт Кемелевич Токаев"),
        ("Оразбек Мейир", "Мейир Оразбек"),
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
        ("И. Петров", "Олег Иванович Петров"),
        ("Токаев Касым-Жомарт", "Токаев Серик"),
        ("Петров Олег", "Иван Петров"),
        ("Иван Петров", "Петр Иванов"),
        ("Ким Чен Ир", "Ким Чен Ын"),
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
        ("Камалу", "Acc", "Masc", "Name", "Камала"),
        ("Мелони", "Gen", "Fem", "Surn", "Мелони"),
        ("Трасс", "Gen", "Fem", "Surn", "Трасс"),
        ("Шольца", "Gen", "Masc", "Surn", "Шольц"),
        ("Коллины", "Gen", "Masc", "Surn", "Коллина"),
        ("Каи", "Gen", "Fem", "Name", "Кая"),
        ("Петра", "Gen", "Masc", "Name", "Петр"),
        ("дер", "Gen", "Fem", "Name", "дер"),
    ],
)
def test_the_nominative_of_a_word(word: str, case: str, gender: str, kind: str, wanted: str) -> None:
    assert nominative(word, case, gender, "Sing", kind) == wanted


def test_whoever_is_told_of_inside_somebodys_words_is_not_the_one_who_goes_on() -> None:
    text = "Олег Белов отметил, что министр Павел Крылов назвал дорогу плохой. По его словам, мост нужен."
    told = [quote.speaker.name for quote in nlp.read(text).quotes if quote.speaker]
    assert told == ["Олег Белов", "Павел Крылов", "Олег Белов"]
