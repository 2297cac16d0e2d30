from __future__ import annotations

from aiogram.types import Chat, Location

from storage.records import ChatId, MessageId
from tests.telegram import Friend, Server, article, only, quoted, said


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


async def test_a_refusal_becomes_an_answer_where_the_question_is_mended(anna: Friend) -> None:
    await anna.writes(article("04"))
    refused = only(await anna.writes("сколько лет космонавту?"))
    (mended,) = await anna.edits(anna.sent, "сколько стоит ремонт моста?")
    assert mended.edited
    assert only([mended]).message_id == refused.message_id
    assert "312 млн" in said([mended])


async def test_an_answer_becomes_another_where_the_question_is_mended(anna: Friend) -> None:
    await anna.forwards(article("04"))
    answer = only(await anna.writes("сколько стоит ремонт моста?"))
    asked = anna.sent
    await anna.server.restart()
    (mended,) = await anna.edits(asked, "кто такой Гареев?")
    assert mended.edited
    assert only([mended]).message_id == answer.message_id
    assert "Гареев" in said([mended])
    mention = await anna.server.archive.mentioned_in(ChatId(100), MessageId(answer.message_id))
    assert mention is not None
    assert mention.question == "кто такой Гареев?"


async def test_the_buttons_of_a_mended_answer_speak_of_the_question_as_it_is_now(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("какой товарооборот?")
    mended = await anna.edits(anna.sent, "что говорили о торговле?")
    shown = (await anna.clicks("Ещё"))[-1:]
    assert quoted(shown)
    assert not set(quoted(mended)) & set(quoted(shown))


async def test_an_answer_becomes_a_refusal_where_the_question_is_spoilt(anna: Friend) -> None:
    await anna.forwards(article("04"))
    await anna.writes("сколько стоит ремонт моста?")
    (mended,) = await anna.edits(anna.sent, "сколько лет космонавту?")
    assert mended.edited
    assert "ответа на это нет" in said([mended])


async def test_a_question_is_answered_anew_where_its_answer_is_gone(anna: Friend) -> None:
    await anna.forwards(article("04"))
    answer = only(await anna.writes("сколько стоит ремонт луны?"))
    del anna.server.telegram.messages[100, answer.message_id]
    (anew,) = await anna.edits(anna.sent, "сколько стоит ремонт моста?")
    assert not anew.edited
    assert "312 млн" in said([anew])
    (again,) = await anna.edits(anna.sent, "кто такой Гареев?")
    assert "Гареев" in said([again])


async def test_a_question_that_leant_on_the_answer_before_still_does_when_it_is_mended(anna: Friend) -> None:
    await anna.forwards(article("01"))
    said_by = await anna.writes("кто сказал, что рост обеспечили цены?")
    await anna.writes("где это")
    (mended,) = await anna.edits(anna.sent, "а кто это сказал?")
    assert quoted([mended]) == quoted(said_by)


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
