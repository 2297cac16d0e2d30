"""What one person said in all articles of a chat."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, MessageOriginChannel

from bot.local_telegram import Shown
from handlers.buttons import OnPerson
from tests.telegram import Friend, Server, article, said

ENERGY = (
    "Станцию построят за два года, заявил министр энергетики Дмитрий Медведев. «Мы начнём весной», — сказал Медведев."
)
PARTY = "На выборы пойдут все, сообщил лидер партии Виктор Медведчук. «Нам есть что сказать», — отметил Медведчук."


async def forwards(anna: Friend, text: str, channel: str, day: int) -> list[Shown]:
    origin = MessageOriginChannel(
        date=datetime(2026, 11, day, tzinfo=UTC), chat=Chat(id=-100777, type="channel", title=channel), message_id=day
    )
    return await anna.writes(text, forward_origin=origin)


@pytest.mark.parametrize("name", ["Токаев", "токаеву", "Тоқаев", "Tokayev", "Такаев", "президент Токаев"])
async def test_a_person_is_found_in_any_spelling(name: str, anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.forwards(article("02"))
    shown = said(await anna.writes(f"/who {name}"))
    assert shown.startswith("Касым-Жомарт Токаев, президент Казахстана\n3 высказывания, 1 статья")
    assert "Россия — наш сосед, данный нам самой историей" in shown


async def test_statements_come_article_by_article_the_newest_first_with_outlet_and_day(anna: Friend) -> None:
    await forwards(anna, ENERGY, "Степь", 12)
    await forwards(anna, ENERGY.replace("весной", "летом").replace("министр энергетики ", ""), "Вечер", 14)
    await forwards(anna, ENERGY.replace("весной", "зимой").replace("Дмитрий ", ""), "Утро", 13)
    shown = said(await anna.writes("/who Медведев"))
    places = [shown.index(words) for words in ("Вечер · 14 ноября", "летом", "Утро · 13", "зимой", "Степь · 12")]
    assert places == sorted(places)
    assert shown.startswith("Дмитрий Медведев, министр энергетики\n6 высказываний, 3 статьи")
    assert "[5]\n[›]" in shown
    further = said(await anna.clicks("›"))
    assert "6.\n«Мы начнём весной»" in further
    assert "[6]\n[‹]" in further


async def test_a_statement_of_any_article_is_quoted_in_its_own_forward(anna: Friend) -> None:
    await forwards(anna, ENERGY, "Степь", 12)
    forward = anna.sent
    await forwards(anna, PARTY, "Вечер", 14)
    await anna.writes("/who Медведев")
    (shown,) = await anna.clicks("2")
    assert shown.message is not None
    assert shown.message.reply_to_message is not None
    assert shown.message.reply_to_message.message_id == forward.message_id
    assert shown.message.quote is not None
    assert "Мы начнём весной" in shown.message.quote.text


async def test_of_several_people_the_person_chooses(anna: Friend) -> None:
    await anna.forwards(ENERGY)
    await anna.forwards(PARTY)
    asked = said(await anna.writes("/who медвед"))
    assert "кто из них" in asked
    assert "[Дмитрий Медведев, министр энергетики]" in asked
    chosen = await anna.clicks("Виктор Медведчук, лидер партии")
    assert chosen[0].edited
    assert "«Нам есть что сказать»" in said(chosen)


async def test_where_nobody_is_meant_the_nearest_names_are_proposed(anna: Friend) -> None:
    await anna.forwards(ENERGY)
    await anna.forwards(PARTY)
    near = said(await anna.writes("/who Медвиденко"))
    assert "Может быть" in near
    assert "[Дмитрий Медведев, министр энергетики]" in near
    far = said(await anna.writes("/who Щукин"))
    assert "Чаще всего" in far
    assert "[Виктор Медведчук, лидер партии]" in far


async def test_a_person_of_another_chat_is_unknown(server: Server, anna: Friend) -> None:
    await anna.forwards(ENERGY)
    page = (await anna.writes("/who Медведев"))[0].message
    assert page is not None
    boris = server.somebody(200)
    await boris.forwards(PARTY)
    assert "не нашлось" in said(await boris.writes("/who Дмитрий"))
    theirs = (await boris.writes("/who Медведчук"))[0].message
    assert theirs is not None
    assert said(await boris.presses(theirs, OnPerson(speaker=12345).pack())) == "Эта кнопка уже не работает."


async def test_pages_of_a_person_outlive_a_restart_and_the_article_that_they_began_with(
    server: Server, anna: Friend
) -> None:
    for number in range(4):
        await anna.forwards(ENERGY.replace("весной", f"в {number + 1}-м году"))
    await anna.writes("/who Медведев")
    await server.restart()
    assert "7." in said(await anna.clicks("›"))
    await server.archive.delete(100, 4)  # type: ignore[arg-type]
    assert "«Мы начнём в 3-м году»" in said(await anna.clicks("‹"))


@pytest.mark.parametrize("name", ["<b>&", "«»", "ж" * 3000, "🎉", "-1", "a\nb"])
async def test_any_name_is_answered(name: str, anna: Friend) -> None:
    await anna.forwards(ENERGY)
    shown = said(await anna.writes(f"/who {name}"))
    assert "не нашлось" in shown
    assert "сломалось" not in shown
