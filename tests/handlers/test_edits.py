from __future__ import annotations

from aiogram.types import Chat, Location

from tests.telegram import Friend, Server, article, said


async def test_an_article_whose_message_was_edited_is_read_anew(anna: Friend) -> None:
    await anna.writes(article("04"))
    held = anna.sent
    shown = said(await anna.edits(held, article("01")))
    assert "Текст изменился" in shown
    assert "Токаев" in shown
    assert "1 статья" in said(await anna.writes("/articles"))
    assert "Гареев" not in said(await anna.writes("что сказал Гареев?"))


async def test_a_question_about_it_quotes_the_text_as_it_is_now(anna: Friend) -> None:
    await anna.writes(article("04"))
    held = anna.sent
    await anna.edits(held, article("01"))
    (answer,) = await anna.writes("какой товарооборот?")
    assert answer.message
    assert answer.message.quote
    assert answer.message.reply_to_message
    assert answer.message.reply_to_message.message_id == held.message_id


async def test_an_edit_that_leaves_the_words_alone_is_not_spoken_of(anna: Friend) -> None:
    await anna.writes(article("04"))
    assert await anna.edits(anna.sent, article("04")) == []


async def test_an_article_that_loses_its_words_is_kept_as_it_was(anna: Friend) -> None:
    await anna.writes(article("04"))
    assert "нет слов" in said(await anna.edits(anna.sent, "…"))
    assert "312 млн" in said(await anna.writes("сколько стоит ремонт моста?"))


async def test_an_article_that_becomes_one_that_is_kept_already_is_that_one(anna: Friend) -> None:
    await anna.writes(article("04"))
    held = anna.sent
    await anna.writes(article("01"))
    assert "уже есть" in said(await anna.edits(held, article("01")))


async def test_a_question_that_was_mended_is_answered_again(anna: Friend) -> None:
    await anna.writes(article("04"))
    await anna.writes("сколько стоит ремонт луны?")
    assert "312 млн" in said(await anna.edits(anna.sent, "сколько стоит ремонт моста?"))


async def test_a_place_that_moves_is_not_spoken_of(anna: Friend) -> None:
    await anna.writes(location=Location(latitude=43.2, longitude=76.9, live_period=600))
    assert await anna.edits(anna.sent.model_copy(update={"text": None}), "") == []


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(server: Server) -> None:
    anna = server.somebody(chat=Chat(id=-1005, type="supergroup", title="Редакция"))
    await anna.writes("кто идёт обедать?")
    assert await anna.edits(anna.sent, "кто идёт обедать в час?") == []
    assert said(await anna.edits(anna.sent, "@verbatim_bot что нового?"))


async def test_a_stranger_who_edits_is_left_alone(server: Server) -> None:
    server.allowed_users = frozenset({1})
    await server.restart()
    boris = server.somebody(200)
    await boris.writes("/start")
    assert await boris.edits(boris.sent, "/help") == []
