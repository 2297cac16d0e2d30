"""An article that comes again, and others on its event, as a person sees it."""

from __future__ import annotations

import pytest

from tests.telegram import Server, article, only, quoted, said

BUS = (
    "В Актобе обновили автобусы\n\nНа линии вышли 40 новых автобусов. Старые отправят в сёла области, рассказал глава "
    "управления Марат Ибраев.\n\n«В салонах есть кондиционеры», — добавил он."
)
REPOST = BUS.replace("кондиционеры", "кондицонеры") + "\n\n👉 Подписаться на «Актобе сегодня»"
SCHEDULE = "Расписание автобусов пока не меняется. Его пересмотрят осенью, когда откроют новую школу."
FIRE = (
    "Пожар на складе в Шымкенте\n\nСклад бытовой техники загорелся в Шымкенте ночью 12 мая. Огонь охватил 800 квадратных "
    "метров. Пожарные тушили склад пять часов, никто не пострадал, сообщили в ДЧС."
)
FIRE_AGAIN = (
    "В Шымкенте сгорел склад бытовой техники\n\nВ ночь на 12 мая в Шымкенте сгорел склад с бытовой техникой. По данным "
    "ДЧС, площадь пожара составила 800 квадратных метров. Пострадавших нет, тушение заняло пять часов."
)


async def test_a_repost_is_answered_with_the_first(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    shown = said(await anna.forwards(REPOST, "Актобе сегодня"))
    assert "Эта статья у меня уже есть. Текст почти тот же." in shown
    assert "В Актобе обновили автобусы" in shown
    assert "Актобе · 12 ноября 2026" in shown
    assert anna.buttons() == ["Открыть", "Сохранить отдельно"]
    assert "40 новых автобусов" in said(await anna.clicks("Открыть"))
    assert "1 статья" in said(await anna.writes("/articles"))


async def test_the_same_text_cannot_be_kept_apart(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    shown = said(await anna.forwards(BUS, "Актобе сегодня"))
    assert "Эта статья у меня уже есть." in shown
    assert "почти" not in shown
    assert anna.buttons() == ["Открыть"]


async def test_a_question_in_reply_to_a_repost_or_its_answer_is_about_the_first(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    held = anna.sent
    note = only(await anna.forwards(REPOST, "Актобе сегодня"))
    repost = anna.sent
    await anna.writes(article("05"))
    for message in (repost, note):
        shown = await anna.replies(message, "сколько новых автобусов?")
        assert quoted(shown) or only(shown).reply_to_message == held
        assert "40" in said(shown)


async def test_a_repost_is_kept_apart_if_the_person_wants_it(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    await anna.forwards(REPOST, "Актобе сегодня")
    shown = said(await anna.clicks("Сохранить отдельно"))
    assert "Актобе сегодня" in shown
    assert "уже есть" not in shown
    assert "2 статьи" in said(await anna.writes("/articles"))


async def test_a_repost_whose_first_was_deleted_is_new(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    await anna.clicks("Удалить")
    await anna.clicks("Да, удалить")
    assert "уже есть" not in said(await anna.forwards(REPOST, "Актобе сегодня"))


async def test_an_old_button_of_a_deleted_article_says_so(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(BUS, "Актобе")
    await anna.forwards(REPOST, "Актобе сегодня")
    await anna.clicks("Удалить")
    await anna.clicks("Да, удалить")
    assert "Этой статьи уже нет" in said(await anna.clicks("Открыть"))


async def test_what_another_chat_has_is_not_known(server: Server) -> None:
    anna, boris = server.somebody(100), server.somebody(200)
    await anna.forwards(BUS, "Актобе")
    assert "уже есть" not in said(await boris.forwards(REPOST, "Актобе сегодня"))


async def test_a_card_names_another_article_of_its_event_and_opens_it(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(FIRE, "Степной вестник")
    await anna.forwards(SCHEDULE, "Актобе")
    shown = said(await anna.forwards(FIRE_AGAIN, "Шымкент"))
    assert "О том же:\n• Пожар на складе в Шымкенте — Степной вестник · 12 ноября 2026" in shown
    assert "уже есть" not in shown
    opened = said(await anna.clicks("Открыть «Пожар на складе в Шымкенте»"))
    assert "• В Шымкенте сгорел склад бытовой техники — Шымкент" in opened


async def test_a_card_of_an_event_of_its_own_names_no_other(server: Server) -> None:
    anna = server.somebody()
    await anna.forwards(FIRE, "Степной вестник")
    assert "О том же" not in said(await anna.forwards(BUS, "Актобе"))


@pytest.mark.parametrize(
    ("language", "again", "button"),
    [("kk", "Бұл мақала менде бар.", "Бөлек сақтау"), ("en", "I already have this article.", "Keep it separately")],
)
async def test_it_is_said_in_the_language_of_the_person(server: Server, language: str, again: str, button: str) -> None:
    anna = server.somebody(language=language)
    await anna.forwards(BUS, "Актобе")
    assert again in said(await anna.forwards(REPOST, "Актобе сегодня"))
    assert button in anna.buttons()
