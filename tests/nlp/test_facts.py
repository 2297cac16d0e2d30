"""What a reading tells: each class of fact, drawn in the text, and what holds of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.facts.amounts import amounts
from nlp.facts.finding import find_facts
from nlp.model import Fact
from nlp.sentences import split
from nlp.speech.analysis import analysed

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "facts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
KINDS = ("person", "organisation", "place", "date", "number")
PIECES = st.sampled_from(
    ["30 млрд долларов", "5%", "-5°C", "с 1 до 2%", "12 человек", "погибли", "Иван Петров", "министр", "Москве", "сообщили",
     "«Прибой»", "в мае 2027 года", "—", ",", ". ", "\n", "1.", "№ 5", "$5", "до", "вырос", "штраф", "30 млн теңгеге",
     "12 адам", "қаза тапты", "12 people were killed", "rose to", "in Norway", "\x00", "\ud800", "😀", "½", "10 000 000"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


def facts(text: str, language: str | None = "ru") -> tuple[Fact, ...]:
    sentences = split(text, language)
    found = amounts(sentences, language)
    return find_facts(analysed(text, sentences, language, found), found, sentences, range(len(sentences)), language)


@pytest.mark.parametrize("case", CASES)
def test_a_fact_is_told_as_drawn(case: str) -> None:
    of, _, rest = case.partition(" | ")
    language, kind = of.split()
    picture, _, wanted = rest.partition(" => ")
    told = [one for one in facts(re.sub("[{}]", "", picture), language) if one.kind == kind]
    assert [one.name + (f" — {one.about}" if one.about else "") for one in told] == ([wanted] if wanted != "-" else [])
    if told:
        assert told[0].mentions[0].start == picture.index("{")


@given(TEXTS, st.sampled_from(["ru", "kk", "en", "de", None]))
def test_any_text_has_facts_with_exact_places_kind_by_kind(text: str, language: str | None) -> None:
    told = facts(text, language)
    assert all(text[m.start : m.stop] == m.text and m.text for one in told for m in one.mentions)
    assert all(one.mentions and list(one.mentions) == sorted(one.mentions, key=lambda m: m.start) for one in told)
    assert [KINDS.index(one.kind) for one in told] == sorted(KINDS.index(one.kind) for one in told)
    assert all(one.name.strip() and "\n" not in one.name for one in told)


@pytest.mark.parametrize("before", range(980, 1000, 3))
def test_a_name_deep_in_a_sentence_is_whole_wherever_it_stands(before: int) -> None:
    words = "слово " * (before // 6)
    (place,) = (one for one in facts(f'"{words:<{before}}Батуми{" и ещё" * 20}".') if one.kind == "place")
    assert place.name == "Батуми"


def test_people_and_bodies_stand_by_how_often_they_are_named() -> None:
    text = "Иван Петров встретил Анну Крылову. Крылова уехала. Её ждали в Омске и в Москве, а Крылова любит Москву."
    told = facts(text)
    assert [one.name for one in told if one.kind == "person"] == ["Анна Крылова", "Иван Петров"]
    assert [one.name for one in told if one.kind == "place"] == ["Москва", "Омск"]


def test_numbers_stand_by_the_worth_of_their_sentence() -> None:
    text = "Рабочие посадили 64 липы. Инфляция составила 8,5%."
    sentences = split(text, "ru")
    found = amounts(sentences, "ru")
    told = find_facts(analysed(text, sentences, "ru", found), found, sentences, (1, 0), "ru")
    assert [one.name for one in told] == ["8,5%", "64 липы"]


def test_what_only_a_call_to_subscribe_names_is_no_fact() -> None:
    text = "Мост закрыт из-за ветра. Подписывайтесь на канал «Новости Омска»."
    sentences = split(text, "ru")
    assert find_facts(analysed(text, sentences, "ru"), (), sentences, (0,), "ru") == ()


def test_a_number_told_twice_is_one_fact_with_the_fuller_words() -> None:
    text = "Товарооборот вырос до 30 млрд долларов. Раньше товарооборот Казахстана не достигал 30 млрд долларов."
    (one,) = (one for one in facts(text) if one.kind == "number")
    assert (one.name, one.about, len(one.mentions)) == ("30 млрд долларов", "товарооборот Казахстана", 2)
