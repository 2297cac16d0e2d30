"""A question that leans on the answer before it."""

from __future__ import annotations

from datetime import timedelta

from aiogram.types import Chat, Update

from bot.local_telegram import Shown
from tests.telegram import Friend, Server, article, only, quoted, said


async def test_who_said_it_is_asked_without_a_reply(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.forwards(article("05"))
    said_by = await anna.writes("кто сказал, что рост обеспечили цены?")
    assert "Дина Ахметова" in said(said_by)
    shown = await anna.writes("а кто это сказал?")
    assert quoted(shown) == quoted(said_by)
    assert "Дина Ахметова" in said(shown)


async def test_a_follow_up_survives_a_restart(anna: Friend) -> None:
    await anna.forwards(article("01"))
    said_by = await anna.writes("кто сказал, что рост обеспечили цены?")
    await anna.server.restart()
    assert quoted(await anna.writes("а кто это сказал?")) == quoted(said_by)


async def test_the_context_is_asked_without_a_reply(anna: Friend) -> None:
    await anna.forwards(article("01"))
    answer = only(await anna.writes("какой товарооборот?"))
    shown = said(await anna.writes("контекст"))
    assert "28,4 млрд" in shown
    assert len(shown) > len(answer.text or "")


async def test_a_refusal_between_does_not_matter(anna: Friend) -> None:
    await anna.forwards(article("01"))
    said_by = await anna.writes("кто сказал, что рост обеспечили цены?")
    await anna.writes("сколько стоит билет на Марс?")
    assert quoted(await anna.writes("а кто это сказал?")) == quoted(said_by)


async def test_an_article_between_ends_the_talk_about_the_one_before(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("кто сказал, что рост обеспечили цены?")
    await anna.forwards(article("05"))
    assert "Ахметова" not in said(await anna.writes("контекст"))


async def test_after_ten_minutes_a_question_stands_for_itself(anna: Friend) -> None:
    await anna.forwards(article("01"))
    said_by = await anna.writes("кто сказал, что рост обеспечили цены?")
    late = anna.person.writes("а кто это сказал?").message
    assert late
    late = late.model_copy(update={"date": late.date + timedelta(minutes=11)}).as_(anna.server.bot)
    before = len(anna.server.shown)
    await anna.server.dispatcher.feed_update(anna.server.bot, Update(update_id=1, message=late))
    shown = anna.server.shown[before:]
    assert shown
    assert quoted(shown) != quoted(said_by)


async def test_a_question_that_says_enough_is_not_held_to_the_article_before(anna: Friend) -> None:
    await anna.forwards(article("05"))
    await anna.forwards(article("01"))
    await anna.writes("какой товарооборот?")
    assert "5200 зрителей" in said(await anna.writes("а сколько зрителей наблюдали за игрой?"))


async def test_a_chain_of_follow_ups_keeps_what_its_first_question_was_about(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("что Сабитов сказал о торговле?")
    assert "Токаев" in said(await anna.writes("а Токаев?"))
    assert "— Дина Ахметова" in said(await anna.writes("а Ахметова?"))


async def test_a_follow_up_of_a_follow_up_leans_on_its_sentence(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("какой товарооборот?")
    await anna.writes("а кто это сказал?")
    assert "28,4 млрд" in said(await anna.writes("контекст"))


async def test_in_a_group_a_follow_up_needs_the_name_of_the_bot_or_a_reply(server: Server) -> None:
    anna = server.somebody(chat=Chat(id=-1005, type="supergroup", title="Редакция"))
    await anna.forwards(f"@verbatim_bot {article('05')}")
    await anna.forwards(f"@verbatim_bot {article('01')}")
    answer = only(await anna.writes("@verbatim_bot кто сказал, что рост обеспечили цены?"))
    assert await anna.writes("а кто это сказал?") == []
    assert quoted(await anna.writes("@verbatim_bot а кто это сказал?")) == quoted([Shown(answer)])
