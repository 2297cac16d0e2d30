"""Numbers as values, and which of them contradict each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.quantities import differ, quantity

SAME = [
    ("ru", "30 млрд долларов", "30 000 000 000 долларов США"),
    ("ru", "$30 млрд", "30 миллиардов долларов"),
    ("ru", "12 человек", "двенадцать человек"),
    ("ru", "1,5 тысячи тонн", "1500 т"),
    ("ru", "полторы тысячи тонн", "1500 тонн"),
    ("ru", "30 млрд долларов", "29,8 млрд долларов"),
    ("ru", "сто двадцать пять домов", "125 домов"),
    ("ru", "12 тыс. 345 рублей", "12345 рублей"),
    ("ru", "18,9 %", "18,9 процента"),
    ("ru", "около 300 домов", "280 домов"),
    ("ru", "более 300 домов", "450 домов"),
    ("ru", "до 300 домов", "290 домов"),
    ("ru", "15–20 человек", "18 человек"),
    ("ru", "800 кв. м", "800 квадратных метров"),
    ("kk", "он екі адам", "12 адам"),
    ("kk", "үш жүз мың теңге", "300 000 теңге"),
    ("kk", "30-дан астам адам", "35 адам"),
    ("en", "twenty-five people", "25 people"),
    ("en", "2,500 homes", "two thousand five hundred homes"),
    ("en", "more than $1.5 billion", "1.7 billion dollars"),
]
OTHER = [
    ("ru", "12 человек", "15 человек"),
    ("ru", "двое детей", "трое детей"),
    ("ru", "30 млрд долларов", "28,4 млрд долларов"),
    ("ru", "около 300 домов", "500 домов"),
    ("ru", "более 300 домов", "210 домов"),
    ("ru", "15–20 человек", "25 человек"),
    ("kk", "он екі адам", "15 адам"),
    ("en", "1,200 homes", "1.2 homes"),
]
UNLIKE = [("ru", "12 человек", "15 домов"), ("ru", "12 рублей", "15 долларов"), ("ru", "5 %", "7 тонн")]


def both(language, a, b):
    return quantity(a, language), quantity(b, language)


@pytest.mark.parametrize(("language", "a", "b"), SAME)
def test_one_number_however_it_is_written_or_rounded(language, a, b):
    one, other = both(language, a, b)
    assert one.unit == other.unit
    assert not differ(one, other)


@pytest.mark.parametrize(("language", "a", "b"), OTHER)
def test_numbers_of_one_unit_that_cannot_be_one_differ(language, a, b):
    assert differ(*both(language, a, b))


@pytest.mark.parametrize(("language", "a", "b"), UNLIKE)
def test_numbers_of_different_units_cannot_be_compared(language, a, b):
    assert not differ(*both(language, a, b))


def test_what_stands_before_a_number_may_make_it_inexact():
    assert differ(quantity("312 домов", "ru"), quantity("290 домов", "ru", "сгорели "))
    assert not differ(quantity("312 домов", "ru"), quantity("290 домов", "ru", "сгорели примерно "))
    assert not differ(quantity("412 домов", "ru"), quantity("290 домов", "ru", "сгорели не менее "))


def test_what_a_number_rose_to_is_exact():
    assert differ(quantity("15 человек", "ru", "число погибших выросло до "), quantity("12 человек", "ru"))
    assert not differ(quantity("15 человек", "ru", "зал вместимостью до "), quantity("12 человек", "ru"))


@pytest.mark.parametrize("text", ["", "дома", "10:30", "3/4", "5 и 6 домов", "12345678901234567890", "20–15 домов"])
def test_what_is_no_number_or_several_has_no_value(text):
    assert quantity(text, "ru") is None


@given(st.text(max_size=40), st.sampled_from(["ru", "kk", "en", "uk", None]), st.text(max_size=20))
def test_any_text_is_taken(text, language, before):
    found = quantity(text, language, before)
    assert found is None or not differ(found, found)
