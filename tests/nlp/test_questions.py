"""What people type, and what they want by it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.keyboard import retyped
from nlp.matching import answer
from nlp.model import Answer, Exchange
from nlp.questions import intent, understand
from nlp.reading import read

CASES = Path(__file__).parent / "cases"
TEXT = "Мост через реку откроют в ноябре. Акимат объяснил задержку паводком. «Мы успеем», — сказал Сериков."


def cases(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("wanted", "text"), cases("intents.txt"))
def test_intents(wanted: str, text: str) -> None:
    assert intent(text) == wanted


@pytest.mark.parametrize(("kind", "expects", "speaker", "text"), cases("questions.txt"))
def test_questions(kind: str, expects: str, speaker: str, text: str) -> None:
    found = understand(text)
    assert (found.kind, found.expects, found.speaker or "-") == (kind, expects, speaker)


def test_a_long_text_of_several_sentences_is_an_article() -> None:
    assert intent("Мост через реку откроют в ноябре, сообщил акимат. " * 7) == "article"


def test_a_long_text_that_ends_by_asking_is_unclear() -> None:
    assert intent("Мост через реку откроют в ноябре, сообщил акимат. " * 7 + "Что вы думаете?") == "unclear"


def test_one_long_sentence_is_unclear() -> None:
    assert intent("мост и река, " * 30) == "unclear"


@pytest.mark.parametrize("text", ["Putin", "OPEC quota", "what is this about", "когда откроют мост", "", "123"])
def test_what_makes_sense_as_it_is_stays(text: str) -> None:
    assert retyped(text) == text


def exchange(text: str) -> Exchange:
    reading, question = read(TEXT), understand(text)
    return Exchange(question, Answer(reading, reading.sentences[0], 1.0))


def test_a_question_that_leans_on_a_speaker_keeps_him() -> None:
    found = understand("а о паводке?", exchange("что Сериков сказал о мосте?"))
    assert (found.kind, found.speaker) == ("said", "Сериков")
    assert found.previous is not None


def test_a_bare_why_asks_about_the_same_topic() -> None:
    found = understand("почему?", exchange("когда откроют мост?"))
    assert found.expects == "reason"
    assert "мост" in found.topic


def test_more_asks_the_same_again() -> None:
    found = understand("ещё", exchange("когда откроют мост?"))
    assert found.expects == "date"
    assert "мост" in found.topic


def test_a_question_that_stands_alone_forgets_what_was_before() -> None:
    assert understand("сколько стоит проезд по новому мосту?", exchange("когда откроют мост?")).previous is None


def test_who_said_this_is_asked_of_the_sentence_before() -> None:
    reading = read(TEXT)
    question = understand("кто это сказал?", Exchange(None, Answer(reading, reading.sentences[-1], 1.0)))
    assert [one.sentence for one in answer(question, [reading])] == [reading.sentences[-1]]


@cache
def before() -> Exchange:
    return exchange("когда откроют мост?")


@given(st.text())
def test_any_text_has_an_intent_and_can_be_a_question(text: str) -> None:
    assert intent(text) in ("article", "question", "unclear", "thanks", "greeting", "link")
    assert understand(text, before()).text == text
