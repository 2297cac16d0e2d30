"""Sentences: expectations are drawn in cases/sentences.txt."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import detect
from nlp.sentences import explain, split

CASES = [
    line.replace("⏎", "\n")
    for line in (Path(__file__).parent / "cases" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("# ")
]
MARKS = st.sampled_from(
    [
        *'аБв. !?…«»„“”"()[]\n\r\t-—:;,1й😊#@\u200b\u2028\ud800',
        "т. е. ",
        "г. ",
        "1) ",
        "U.S. ",
        "http://a.b ",
        "; - ",
        "((",
        "🔹 ",
    ]
)

PIECES = ("слово ", "« ", "» ", '" ', ") ", "а. ", "😊 ", "а\n", "(", "1) А ", "в 5 г. ", "« «а», — ", "; - ", ". . . ")
LINKS = ("http://a.b А ", "http://a", "#а А ")


def sentences(text):
    return [one.text for one in split(text, detect(text))]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_ends_where_the_case_draws_a_line(case):
    text = case.replace(" | ", " ").replace("|", "")
    expected = [part for part in (part.strip() for part in case.split("|")) if part]
    assert sentences(text) == expected


@given(st.text() | st.lists(MARKS).map("".join))
def test_sentences_are_exact_ascending_trimmed_and_cover_all_but_white_space(text):
    last = 0
    for one in split(text, None):
        assert last <= one.start < one.stop <= len(text)
        assert text[one.start : one.stop] == one.text == one.text.strip()
        assert not text[last : one.start].strip()
        last = one.stop
    assert not text[last:].strip()


def test_a_blank_line_always_ends_a_sentence():
    assert sentences("«Он говорил долго.\n\nИ ушёл») домой.") == ["«Он говорил долго.", "И ушёл») домой."]


def test_a_hard_wrapped_paragraph_is_read_as_one():
    text = "Депутаты приняли закон о дорогах, и теперь его\nдолжен подписать президент. Это случится на\nследующей неделе, сказал спикер.\n"
    assert len(sentences(text)) == 2


def test_a_lost_quotation_mark_does_not_swallow_the_article():
    text = "Он сказал: «Мы строим. " + "Дом растёт быстро. " * 60 + "Так и есть»."
    assert len(sentences(text)) > 50


def test_the_deciding_rule_can_be_asked():
    rules = {rule for _, rule, _ in explain("Премьер О. Бектенов приехал. Его ждали.", "ru")}
    assert rules == {"initial_left", "terminal"}


@pytest.mark.parametrize("piece", [*PIECES, *LINKS, "«" + "Он сказал это. " * 6_600 + "»"])
def test_a_hundred_thousand_characters_take_no_more_than_seconds(piece):
    started = time.perf_counter()
    split(piece * max(1, 100_000 // len(piece)), None)
    assert time.perf_counter() - started < 10
