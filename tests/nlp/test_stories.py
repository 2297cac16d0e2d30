"""Whether two texts tell of one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp

FIRE = (
    "Пожар на складе в Шымкенте",
    (
        "Склад бытовой техники загорелся в Шымкенте ночью 12 мая. Огонь охватил 800 квадратных метров. "
        "Пожарные тушили склад пять часов, никто не пострадал, сообщили в ДЧС."
    ),
)
FIRE_AGAIN = (
    "В Шымкенте сгорел склад бытовой техники",
    (
        "В ночь на 12 мая в Шымкенте сгорел склад с бытовой техникой. По данным ДЧС, площадь пожара составила "
        "800 квадратных метров. Пострадавших нет, тушение заняло пять часов."
    ),
)
FROST = (
    "Прогноз погоды на 8 ноября",
    (
        "Синоптики ожидают 8 ноября в области снег, местами метель. Ветер северный, 6–11 метров в секунду. "
        "Температура ночью 16–21 градус мороза, днём 5–10."
    ),
)
FROST_LATER = (
    "Прогноз погоды на 18 ноября",
    (
        "Синоптики ожидают 18 ноября в области снег, местами гололёд. Ветер южный, 4–9 метров в секунду. "
        "Температура ночью 10–15 градусов мороза, днём 2–7."
    ),
)


def likeness(a, b):
    return nlp.same_story(nlp.read(a[1], a[0]), nlp.read(b[1], b[0]))


def test_two_tellings_of_one_event_are_one_story():
    assert likeness(FIRE, FIRE_AGAIN) >= 0.5


@pytest.mark.parametrize("other", [FROST, FROST_LATER])
def test_another_event_is_another_story(other):
    assert likeness(FIRE, other) < 0.5


def test_the_same_form_filled_with_other_numbers_is_less_alike_than_one_story():
    assert likeness(FROST, FROST_LATER) < likeness(FIRE, FIRE_AGAIN)


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_symmetric_share(a, b):
    one, other = nlp.read(a), nlp.read(b)
    assert 0 <= nlp.same_story(one, other) <= 1
    assert nlp.same_story(one, other) == pytest.approx(nlp.same_story(other, one))
    assert nlp.same_story(one, one) == 1
