"""Words, their dictionary forms, and the Kazakh stemmer."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.kazakh import stem
from nlp.words import fold, lemma, recased, words


@pytest.mark.parametrize(
    "forms",
    [
        "қала қаласы қаланың қалада қаладан қалалар",
        "мемлекет мемлекеті мемлекеттің мемлекеттер",
        "министр министрі министрдің",
        "тоқаев тоқаевтың тоқаевқа",
        "кітап кітабы кітаптар",
        "ғылым ғылымы ғылымның",
    ],
)
def test_forms_of_a_kazakh_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["ғалым ғылым", "тау таң", "қала қалам"])
def test_different_kazakh_words_keep_different_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("form", "language", "base"),
    [("торговлей", "ru", "торговля"), ("Ёлкой", "ru", "елка"), ("ferries", "en", "ferri"), ("2024", "ru", "2024")],
)
def test_dictionary_forms(form: str, language: str, base: str) -> None:
    assert lemma(form, language) == base


def test_people_type_kazakh_with_russian_letters() -> None:
    assert fold("Қазақстан Үкіметі") == fold("Казакстан Укиметi".replace("i", "і"))


def test_a_name_in_the_genitive_comes_back_to_the_nominative() -> None:
    assert recased("Токаева", "gent", "nomn") == "Токаев"


@given(st.text(), st.sampled_from(["ru", "kk", "en", "xx", None]))
def test_words_stand_where_they_say(text: str, language: str | None) -> None:
    assert len(fold(text)) == len(text)
    for word in words(text, language):
        assert text[word.start : word.stop] == word.text
        assert word.lemma


def test_a_long_text_is_read_quickly() -> None:
    text = "Министр сообщил о строительстве новой станции в областном центре. " * 1500
    words(text, "ru")
    started = time.perf_counter()
    words(text, "ru")
    assert time.perf_counter() - started < 2
