"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Правительство утвердило бюджет на три года.", "ru"),
        ("Кто это сказал?", "ru"),
        ("Где находится Mercedes-Benz Arena?", "ru"),
        ("ПРАВИТЕЛЬСТВО УТВЕРДИЛО БЮДЖЕТ", "ru"),
        ("Президент Қасым-Жомарт Тоқаев подписал закон о дорогах и мостах.", "ru"),
        ("Үкімет үш жылға арналған бюджетті бекітті.", "kk"),
        ("Бұл кім?", "kk"),
        ("The government approved a budget for three years.", "en"),
        ("Who said that?", "en"),
        ("Уряд затвердив бюджет на три роки, щоб її виконати.", "uk"),
        ("Die Regierung hat den Haushalt für das Jahr beschlossen.", "de"),
        ("მთავრობამ ბიუჯეტი დაამტკიცა", "ka"),
    ],
)
def test_a_language_is_told(text, language):
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Укимет уш жылга арналган бюджетти бекитти",
        "Казакстанда жана мектептер ашылды, балалар окуга барды",
        "Ол не деди?",
    ],
)
def test_kazakh_typed_without_its_letters_is_kazakh(text):
    assert detect(text) == "kk"


@pytest.mark.parametrize("text", ["", " ", "12 345", "👍👍", "?!", "https://example.com/a", "#тег", "\u200b", "\ud800"])
def test_without_words_nothing_can_be_told(text):
    assert detect(text) is None


def test_a_post_in_two_languages_gets_the_one_most_of_it_is_written_in():
    kazakh = "Астанада жаңа көпір ашылды. Көпірдің ұзындығы бір шақырым, құрылысы екі жылға созылды."
    russian = "В Астане открыли новый мост."
    assert detect(f"{kazakh}\n\n{russian}") == "kk"
    assert (
        detect(f"{russian} Его длина — километр, строительство заняло два года и стоило дорого.\n\nЖаңа көпір.") == "ru"
    )


@given(st.text())
def test_any_string_gets_a_code_or_none(text):
    code = detect(text)
    assert code is None or (len(code) == 2 and code.islower())
