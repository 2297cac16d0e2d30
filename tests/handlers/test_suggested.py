"""The questions under a card."""

from __future__ import annotations

import pytest

from handlers.buttons import OnSuggestion
from handlers.keyboards import SUGGESTED, card, suggestion
from handlers.phrases import phrases
from storage.records import ChatId
from tests.book import book
from tests.telegram import Friend, article, only, quoted, said

QUESTION = "Во сколько обойдётся ремонт?"


def suggestions(anna: Friend) -> list[str]:
    return [one for one in anna.buttons() if one.endswith("?")]


@pytest.mark.parametrize("name", ["04", "09", "11"])
async def test_a_card_asks_up_to_three_questions_each_on_a_row_of_its_own(anna: Friend, name: str) -> None:
    shown = only(await anna.forwards(article(name)))
    rows = [[one.text for one in row] for row in shown.reply_markup.inline_keyboard] if shown.reply_markup else []
    asked = suggestions(anna)
    assert 1 <= len(asked) <= 3
    assert rows[: len(asked)] == [[one] for one in asked]


@pytest.mark.parametrize("name", ["01", "04", "09", "11"])
async def test_each_is_answered_by_the_article_itself_with_the_question_above(anna: Friend, name: str) -> None:
    await anna.forwards(article(name))
    for question in suggestions(anna):
        shown = await anna.clicks(question)
        assert said(shown).startswith(f"{question}\n")
        assert quoted(shown)
        assert all(one in article(name) for one in quoted(shown))


async def test_it_is_pressed_after_a_restart_and_when_other_articles_came(anna: Friend) -> None:
    await anna.forwards(article("04"))
    await anna.forwards(article("05"))
    await anna.server.restart()
    assert "312 млн" in said(await anna.clicks(QUESTION))


async def test_its_answer_has_the_buttons_of_any_answer_and_can_be_leant_on(anna: Friend) -> None:
    await anna.forwards(article("04"))
    await anna.forwards(article("05"))
    answered = quoted(await anna.clicks(QUESTION))
    assert {"Контекст", "Во всех статьях"} <= set(anna.buttons())
    assert quoted(await anna.writes("а кто это сказал?")) == answered
    assert "Руслан Гареев" in said(await anna.writes("а кто это сказал?"))


async def test_not_this_under_its_answer_shows_another(anna: Friend) -> None:
    await anna.forwards(article("04"))
    answered = quoted(await anna.clicks(QUESTION))
    await anna.clicks("Контекст")
    shown = await anna.clicks("Не то")
    assert shown[-1].alert or answered != quoted(shown)


async def test_the_questions_stay_when_the_card_changes(anna: Friend) -> None:
    await anna.forwards(article("04"))
    before = suggestions(anna)
    await anna.clicks("Подробнее")
    assert suggestions(anna) == before
    await anna.clicks("Удалить")
    await anna.clicks("Оставить")
    assert suggestions(anna) == before


async def test_a_question_that_is_not_suggested_any_more_is_a_stale_button(anna: Friend) -> None:
    shown = only(await anna.forwards(article("04")))
    latest = await anna.server.archive.latest(ChatId(100))
    assert latest
    forged = OnSuggestion(article=latest.id, offset=9).pack()
    assert said(await anna.presses(shown, forged)) == "Эта кнопка уже не работает."
    await anna.server.archive.delete(ChatId(100), latest.id)
    assert said(await anna.clicks(QUESTION)) == "Этой статьи уже нет."


async def test_a_book_suggests_no_questions(anna: Friend) -> None:
    await anna.forwards(book(6, 900))
    assert suggestions(anna) == []


async def test_a_long_question_is_cut_between_words_and_shown_whole_when_it_is_pressed(anna: Friend) -> None:
    long = "Сколько приграничных торговых центров построят вдоль границы Казахстана и России в будущем году?"
    await anna.forwards(article("01"))
    latest = await anna.server.archive.latest(ChatId(100))
    assert latest
    shown = card(latest, [long], phrases("ru"), more=False).inline_keyboard[0][0].text
    assert shown == suggestion(long)
    assert len(shown) <= SUGGESTED + 2
    assert long.startswith(shown.removesuffix(" …"))
    assert long[len(shown.removesuffix(" …"))] == " "
