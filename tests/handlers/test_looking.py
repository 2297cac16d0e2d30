"""Where an answer is looked for, and what is said where there is none."""

from __future__ import annotations

import pytest

from handlers.phrases import phrases
from tests.telegram import Friend, Server, article, only, quoted, said

FLOOD = "Паводок в Озёрске начался в апреле. Вода поднялась на два метра. Жители уехали к родным."
FIRE = "Пожар в Лугове потушили за час. Пострадали трое. Причину выяснит комиссия."


async def both(anna: Friend) -> None:
    await anna.forwards(FLOOD, "Озеро")
    await anna.forwards(FIRE, "Луг")


async def test_words_narrow_the_question_to_an_article(anna: Friend) -> None:
    await both(anna)
    shown = await anna.writes("в статье про паводок: на сколько поднялась вода?")
    assert quoted(shown) == ["Вода поднялась на два метра."]
    assert "Нашлось в другой" not in said(shown)


async def test_words_narrow_the_question_to_a_source(anna: Friend) -> None:
    await both(anna)
    assert quoted(await anna.writes("у канала Озеро: на сколько поднялась вода?")) == ["Вода поднялась на два метра."]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("что вчера писали о паводке?", "Статей за вчера у меня нет."),
        ("в статье про слонов: сколько стоит билет?", "Статей по запросу «слонов» у меня нет."),
    ],
)
async def test_a_scope_that_no_article_fits_is_named(anna: Friend, question: str, answer: str) -> None:
    await both(anna)
    shown = said(await anna.writes(question))
    assert shown.startswith(answer)
    assert "[Во всех статьях]" in shown


async def test_a_refusal_within_a_scope_offers_all_articles(anna: Friend) -> None:
    await both(anna)
    shown = said(await anna.writes("в статье про пожар: на сколько поднялась вода?"))
    assert "Я посмотрел 1 статью по запросу «пожар»: ответа на это нет." in shown
    assert "на два метра" in said((await anna.clicks("Во всех статьях"))[-1:])


@pytest.mark.parametrize(
    ("language", "count", "answer"),
    [
        ("ru", 1, "В статье «Паводок» и ещё в 1 вашей статье ответа на это нет."),
        ("ru", 2, "В статье «Паводок» и ещё в 2 ваших статьях ответа на это нет."),
        ("ru", 12, "В статье «Паводок» и ещё в 12 ваших статьях ответа на это нет."),
        ("ru", 21, "В статье «Паводок» и ещё в 21 вашей статье ответа на это нет."),
        ("kk", 12, "«Паводок» мақаласында да, тағы 12 мақалаңызда да бұған жауап жоқ."),
        ("en", 1, "“Паводок” does not answer this, nor does your other article."),
        ("en", 12, "“Паводок” does not answer this, nor do your 12 other articles."),
    ],
)
def test_a_refusal_counts_what_was_looked_through(language: str, count: int, answer: str) -> None:
    assert phrases(language)("answer-none", title="Паводок", count=count) == answer


async def test_what_is_near_stands_under_a_heading_of_its_own_with_its_article(anna: Friend) -> None:
    await anna.forwards(article("01"), "Деловой")
    await anna.forwards(article("05"), "Спорт")
    shown = await anna.writes("сколько стоит билет до Омска?")
    assert "ответа на это нет.\n\nПохожее, но не ответ:\nСледующее заседание комиссии пройдёт в Омске" in said(shown)
    assert "Деловой · 12 ноября 2026" in said(shown)
    assert len(quoted(shown)) <= 3


async def test_what_only_looks_like_the_question_is_not_near(anna: Friend) -> None:
    await anna.forwards(article("01"))
    assert "Похожее" not in said(await anna.writes("какая погода на Марсе?"))  # «в марте» stands there


async def test_a_title_in_quotation_marks_has_inner_ones(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.forwards(article("05"))
    assert "В статье «„Беркуты“ вырвали победу" in said(await anna.writes("какая погода на Марсе?"))


async def test_a_word_that_was_corrected_is_named(anna: Friend) -> None:
    await both(anna)
    shown = said(await anna.writes("во всех статьях: когда начался павадок?"))
    assert shown.startswith("Искал «Паводок».\n")
    assert "в апреле" in shown


async def test_yes_or_no_is_answered_by_the_sentence_alone(anna: Friend) -> None:
    await anna.forwards(article("04"))
    shown = await anna.writes("правда ли, что ремонт обойдётся в 312 млн?")
    assert quoted(shown) == ["По словам Гареева, ремонт обойдётся в 312 млн рублей."]
    assert said(shown).startswith(quoted(shown)[0])


async def test_the_short_answer_is_bold(anna: Friend) -> None:
    await anna.forwards(article("04"))
    shown = only(await anna.writes("сколько стоит ремонт моста?"))
    bold = [one.extract_from(shown.text or "") for one in shown.entities or [] if one.type == "bold"]
    assert bold[0] == "312 млн рублей"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
async def test_every_language_refuses_in_its_own_words(server: Server, language: str) -> None:
    anna = server.somebody(language=language)
    await both(anna)
    shown = said(await anna.writes("почём слоны на базаре?"))
    start = {"ru": "В статье «Пожар в Лугове", "kk": "«Пожар в Лугове", "en": "“Пожар в Лугове"}[language]
    assert shown.startswith(start)
