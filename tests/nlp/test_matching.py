"""The right sentence, or an honest no."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.matching import answer
from nlp.model import Answer, Exchange, Reading
from nlp.questions import understand
from nlp.reading import dump, load, read

CASES = Path(__file__).parent / "cases"
TEXTS = {
    "ru": """Пешеходный мост через Бурлу почти готов

Пешеходный мост через реку Бурла в посёлке Аксай откроют в ноябре. Раньше стройку обещали закончить к сентябрю.

Сроки сдвинули из-за паводка: вода стояла у опор до середины июня. Длина моста — 210 метров, а сама стройка стоила \
340 млн тенге.

Аким посёлка Марат Сериков сообщил, что перила заменят до зимы. «Перила сделали слишком низкими, это видно всем», \
— признал Сериков.

Жительница Аксая Ольга Ким рассказала, что дети по-прежнему переходят реку по льду.""",
    "kk": """Ауылдағы кітапхана қыркүйекте ашылады. Ғимаратты жөндеу жұмыстары екі жылға созылды. \
Кітапханада 40 мың кітап бар, оның жартысы балаларға арналған. Ауыл тұрғындары оқу залын күтіп жүр.""",
    "en": """The island ferry returns to service in April after a winter of repairs. The new engine was built in Gdansk. \
The ferry carries 180 passengers and twelve cars. "The tickets will not become more expensive," said the captain, \
Laura Harper. Fishermen feared that the harbour would stay closed until summer.""",
}


@cache
def article(language: str) -> Reading:
    return read(TEXTS[language])


def cases() -> list[list[str]]:
    lines = (CASES / "answers.txt").read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "question", "words", "short"), cases())
def test_answers(language: str, question: str, words: str, short: str) -> None:
    found = answer(question, [article(language)])
    assert (words in found[0].sentence.text) if words != "-" else not found
    if short != "-":
        assert found[0].span is not None
        assert found[0].span.text == short


@pytest.mark.parametrize(("language", "question", "words", "short"), cases())
def test_the_right_article_answers_among_others(language: str, question: str, words: str, short: str) -> None:
    found = answer(question, [article(one) for one in TEXTS])
    assert not found if words == "-" else found[0].reading is article(language)


def test_a_question_about_somebodys_words_is_answered_with_his_statement() -> None:
    found = answer("что Сериков сказал о перилах?", [article("ru")])
    assert found[0].quote is not None
    assert found[0].quote.speaker is not None
    assert found[0].quote.speaker.name == "Марат Сериков"


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("Когда заменят перила?", "Марат Сериков"),
        ("Сколько стоила стройка?", None),
        ("Какая длина моста?", None),
    ],
)
def test_a_fact_in_somebodys_words_is_credited_to_them(question: str, whose: str | None) -> None:
    quote = answer(question, [article("ru")])[0].quote
    assert (quote and quote.speaker and quote.speaker.name) == whose


def test_what_the_article_says_beside_a_quotation_is_its_own() -> None:
    text = "Мэр Иван Петров назвал мост «старым и опасным», а ремонт в 2027 году обойдётся бюджету в 40 млн рублей."
    found = answer("Сколько стоит ремонт?", [read(text)])[0]
    assert found.span
    assert found.span.text == "40 млн рублей"
    assert found.quote is None


def test_a_headline_gives_way_to_the_sentence_that_says_the_same() -> None:
    found = answer("мост через Бурлу", [article("ru")])
    assert found[0].sentence.text.startswith("Пешеходный мост через реку")


def test_what_an_article_is_about_is_its_summary() -> None:
    found = answer("о чём статья?", [article("ru")])
    assert tuple(one.sentence for one in found) == article("ru").summary(3)


def test_context_is_the_sentences_around_the_answer() -> None:
    reading = article("ru")
    before = Exchange(None, Answer(reading, reading.sentences[2], 1.0))
    found = answer(understand("контекст", before), [reading])
    assert [one.sentence for one in found] == list(reading.sentences[1:4])


def test_more_never_repeats_the_answer_before() -> None:
    question = understand("когда откроют пешеходный мост?")
    first = answer(question, [article("ru")])[0]
    more = answer(understand("ещё", Exchange(question, first)), [article("ru")])
    assert first.sentence not in [one.sentence for one in more]


def test_a_reading_from_the_archive_answers_like_a_fresh_one() -> None:
    fresh = article("ru")
    kept = load(dump(fresh), fresh.text)
    ask = lambda reading: [(one.sentence, one.span) for one in answer("когда откроют мост?", [reading])]  # noqa: E731
    assert ask(kept) == ask(fresh)


@given(st.text(), st.lists(st.sampled_from(["ru", "kk", "en"]), max_size=3), st.integers(-1, 6))
def test_any_question_has_at_most_so_many_answers_from_these_readings(
    text: str, languages: list[str], limit: int
) -> None:
    readings = [article(one) for one in languages]
    found = answer(text, readings, limit)
    assert len(found) <= max(limit, 0)
    for one in found:
        assert any(one.reading is reading for reading in readings)
        assert one.sentence in one.reading.sentences
        assert 0 <= one.score <= 1
        assert one.span is None or one.reading.text[one.span.start : one.span.stop] == one.span.text
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    answer("когда откроют мост?", [read(text)])


@pytest.mark.parametrize("question", ["что он сказал?", "ол не деді?", "what did he say?"])
def test_a_pronoun_with_nothing_before_it_is_whoever_speaks(question: str) -> None:
    reading = read("Глава ведомства Иван Петров заявил, что мост построят к осени. Жители рады.")
    found = answer(question, [reading])
    assert [one.quote.speaker.name for one in found if one.quote and one.quote.speaker] == ["Иван Петров"]
