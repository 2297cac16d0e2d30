"""What people type, and what they want by it."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.keyboard import retyped
from nlp.matching import answer
from nlp.model import Answer, Exchange, Question
from nlp.questions import intent, understand
from nlp.reading import read

CASES = Path(__file__).parent / "cases"
TEXT = "Мост через реку откроют в ноябре. Акимат объяснил задержку паводком. «Мы успеем», — сказал Сериков."
TOLD = {
    "ru": "Министр Ерлан Сериков рассказал, что новый порт откроют в ноябре.",
    "kk": "Министр Ерлан Серіков порт қарашада ашылады деп мәлімдеді.",
    "en": "Mayor Jane Harper said the new ferry carries 180 passengers.",
}
NOW = datetime(2026, 11, 18, 15, 30, tzinfo=timezone(timedelta(hours=5)))


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


@pytest.mark.parametrize(
    ("kind", "expects", "speaker", "topic", "text"),
    [case for code in ("ru", "kk", "en") for case in cases(f"questions-{code}.txt")],
)
def test_questions_with_what_they_are_about(kind: str, expects: str, speaker: str, topic: str, text: str) -> None:
    found = understand(text)
    assert (found.kind, found.expects, found.speaker or "-") == (kind, expects, speaker)
    assert found.topic == (text if topic == "=" else "" if topic == "-" else topic)


@pytest.mark.parametrize(("about", "outlet", "days", "topic", "text"), cases("scopes.txt"))
def test_scopes(about: str, outlet: str, days: str, topic: str, text: str) -> None:
    found = understand(text, now=NOW)
    assert (found.scope.about or "-", found.scope.outlet or "-", found.topic or "-") == (about, outlet, topic)
    assert days == drawn(found)


def drawn(question: Question) -> str:
    """The days of a scope, first and last."""
    scope = question.scope
    if scope.since and scope.until:
        return f"{scope.since:%d.%m.%Y} … {scope.until - timedelta(days=1):%d.%m.%Y}"
    return "everywhere" if scope.everywhere else "-"


def test_a_day_begins_where_the_person_is() -> None:
    assert understand("вчерашние новости", now=NOW).scope.since == datetime(2026, 11, 16, 19, tzinfo=UTC)


def test_without_the_time_a_day_narrows_nothing() -> None:
    found = understand("вчерашние новости о зерне")
    assert (found.scope.since, found.topic) == (None, "о зерне")


@pytest.mark.parametrize(("before", "text", "kind", "expects", "speaker", "topic"), cases("follow-ups.txt"))
def test_follow_ups(before: str, text: str, kind: str, expects: str, speaker: str, topic: str) -> None:
    found = understand(text, told(before))
    assert (found.kind if found.previous else "-", found.expects, found.speaker or "-") == (kind, expects, speaker)
    assert {word: word.strip("!") in found.topic for word in topic.split()} == {
        word: not word.startswith("!") for word in topic.split()
    }


def told(text: str) -> Exchange:
    """A question, and one statement as its answer."""
    question = understand(text)
    reading = read(TOLD[question.language or "ru"])
    quote = reading.quotes[0] if reading.quotes else None
    return Exchange(question, Answer(reading, reading.sentences[0], 1.0, quote=quote))


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


def test_more_wants_the_next_answer_of_the_question_before() -> None:
    found = understand("ещё", exchange("когда откроют мост?"))
    assert (found.kind, found.expects) == ("more", "date")
    assert "мост" in found.topic


def test_more_after_more_is_still_about_the_first_question() -> None:
    again = understand("ещё", exchange("когда откроют мост?"))
    assert again.previous is not None
    found = understand("почему?", Exchange(again, again.previous.answer))
    assert (found.kind, found.expects) == ("fact", "reason")
    assert "мост" in found.topic


def test_more_without_an_exchange_is_about_nothing() -> None:
    found = understand("ещё")
    assert (found.kind, found.previous) == ("more", None)


def test_a_question_looked_for_elsewhere_is_asked_anew() -> None:
    found = understand("а во всех статьях?", exchange("когда откроют мост?"))
    assert (found.kind, found.previous, found.scope.everywhere) == ("fact", None, True)
    assert "мост" in found.topic


def test_a_follow_up_is_looked_for_where_the_question_before_was() -> None:
    found = understand("почему?", exchange("когда откроют мост, во всех статьях?"))
    assert found.scope.everywhere


@pytest.mark.parametrize(
    "text", ["что сказал ", "в статье про ", "а ", "20 ноября ", "rjulf ", "who said ", "0", "что писали вчера "]
)
def test_a_very_long_text_is_understood_at_once(text: str) -> None:
    understand(text * (100_000 // len(text)), before(), NOW)


def test_a_question_that_stands_alone_forgets_what_was_before() -> None:
    assert understand("сколько стоит проезд по новому мосту?", exchange("когда откроют мост?")).previous is None


def test_who_said_this_is_asked_of_the_sentence_before() -> None:
    reading = read(TEXT)
    question = understand("кто это сказал?", Exchange(None, Answer(reading, reading.sentences[-1], 1.0)))
    assert [one.sentence for one in answer(question, [reading])] == [reading.sentences[-1]]


PIECES = [
    line[-1] for name in ("questions-ru", "questions-kk", "questions-en", "scopes") for line in cases(f"{name}.txt")
]


@cache
def before() -> Exchange:
    return exchange("когда откроют мост?")


@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_has_an_intent_and_can_be_a_question(text: str) -> None:
    assert intent(text) in ("article", "question", "unclear", "thanks", "greeting", "link")
    found = understand(text, before(), NOW)
    assert found.text == text
    assert found == understand(text, before(), NOW)
