from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Chat, Location

from handlers.edits import remade
from storage.records import ChatId, Incoming, MessageId, Part, Source
from tests.telegram import Friend, Server, article, only, quoted, said

NOW = datetime(2026, 11, 12, tzinfo=UTC)


def part(number: int, start: int, stop: int) -> Part:
    return Part(MessageId(number), start, stop)


def carried(number: int, text: str, stop: int | None = None) -> Incoming:
    return Incoming(text, None, Source("pasted"), (part(number, 0, len(text) if stop is None else stop),), NOW)


def rich(text: str) -> dict[str, Any]:
    return {"rich_message": {"blocks": [{"type": "paragraph", "text": one} for one in text.split("\n\n")]}}


async def test_an_article_whose_message_was_edited_is_read_anew(anna: Friend) -> None:
    await anna.writes(article("04"))
    held = anna.sent
    shown = said(await anna.edits(held, article("01")))
    assert "Текст изменился" in shown
    assert "Токаев" in shown
    assert "1 статья" in said(await anna.writes("/articles"))
    assert "Гареев" not in said(await anna.writes("что сказал Гареев?"))


async def test_its_card_changes_in_place(anna: Friend) -> None:
    card = only(await anna.writes(article("04")))
    held = anna.sent
    await anna.clicks("Факты")
    await anna.writes("сколько стоит ремонт моста?")
    await anna.server.restart()
    (changed,) = await anna.edits(held, article("01"))
    assert changed.edited
    assert only([changed]).message_id == card.message_id
    assert "28,4 млрд" in said(await anna.replies(card, "какой товарооборот?"))


async def test_a_card_that_is_gone_is_sent_anew(anna: Friend) -> None:
    card = only(await anna.writes(article("04")))
    del anna.server.telegram.messages[100, card.message_id]
    (anew,) = await anna.edits(anna.sent, article("01"))
    assert not anew.edited
    assert "Текст изменился" in said([anew])


async def test_a_caption_that_is_mended_mends_its_article(anna: Friend) -> None:
    picture: dict[str, Any] = {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}
    card = only(await anna.delivers(caption=article("04"), **picture))
    edited = {"message_id": anna.sent.message_id, "edit_date": 1795372500, "caption": article("01")}
    (changed,) = await anna.delivers("edited_message", **edited, **picture)
    assert only([changed]).message_id == card.message_id
    assert "Токаев" in said([changed])
    (answer,) = await anna.writes("какой товарооборот?")
    assert answer.message
    assert answer.message.quote


async def test_a_rich_message_that_is_mended_mends_its_article(anna: Friend) -> None:
    card = only(await anna.delivers(**rich(article("04"))))
    edited = {"message_id": anna.sent.message_id, "edit_date": 1795372500}
    assert await anna.delivers("edited_message", **edited, **rich(article("04"))) == []
    (changed,) = await anna.delivers("edited_message", **edited, **rich(article("01")))
    assert only([changed]).message_id == card.message_id
    assert "28,4 млрд" in said(await anna.writes("какой товарооборот?"))
    assert await anna.server.archive.count(ChatId(100)) == 1


def test_the_other_messages_of_an_article_move_when_one_is_mended() -> None:
    text, parts = "Один. Два. Три.", (part(1, 0, 5), part(2, 6, 10), part(3, 11, 15))
    longer = remade(text, parts, carried(2, "Двадцать."))
    assert longer.text == "Один. Двадцать. Три."
    assert {longer.text[one.start : one.stop] for one in longer.parts} == {"Один.", "Двадцать.", "Три."}
    shorter = remade(text, parts, carried(1, "1."))
    assert (shorter.text, shorter.parts[1:]) == ("1. Два. Три.", (part(2, 3, 7), part(3, 8, 12)))


def test_an_album_may_get_its_caption_later() -> None:
    first = remade("Один.", (part(1, 0, 5), part(2, 0, 0)), carried(2, "Два."))
    assert (first.text, first.parts) == ("Один.\n\nДва.", (part(2, 7, 11), part(1, 0, 5)))
    mended = remade("Один.", (part(1, 0, 5), part(2, 0, 0)), carried(1, "Раз."))
    assert (mended.text, mended.parts) == ("Раз.", (part(1, 0, 4), part(2, 0, 0)))


@pytest.mark.parametrize("parts", [(part(1, 0, 0),), (part(1, 0, 0), part(2, 0, 0))])
def test_what_telegram_cannot_quote_is_taken_whole(parts: tuple[Part, ...]) -> None:
    now = remade("Прежний текст.", parts, carried(1, "Новый текст.", stop=0))
    assert (now.text, now.parts) == ("Новый текст.", parts)


async def test_a_message_whose_copy_was_mended_is_an_article_of_its_own(anna: Friend) -> None:
    await anna.writes(article("04"))
    first = anna.sent
    await anna.writes(article("04"))
    await anna.edits(anna.sent, article("01"))
    assert "Текст изменился" not in said(await anna.edits(first, article("05")))
    assert await anna.server.archive.count(ChatId(100)) == 2


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


async def test_the_part_of_a_long_text_that_is_mended_mends_its_stretch_and_is_quoted(anna: Friend) -> None:
    filler = "Мост через Каменку закроют на полгода, потому что опоры старые. " * 60
    first = f"{filler}Ремонт обойдётся в 312 млн тенге."
    beginning = anna.written(first)
    end = anna.written("Объезд откроют в июне.\n\nРаботы закончат в ноябре, сообщил директор треста Руслан Гареев.")
    card = only(await anna.sends(beginning, end))
    assert await anna.server.archive.count(ChatId(100)) == 1
    (changed,) = await anna.edits(beginning, f"{filler}Ремонт обойдётся в 450 млн тенге, это дороже.")
    assert only([changed]).message_id == card.message_id
    (answer,) = await anna.writes("когда закончат работы?")
    assert answer.message is not None
    assert answer.message.quote is not None
    assert answer.message.reply_to_message is not None
    assert answer.message.reply_to_message.message_id == end.message_id
    assert "450 млн" in said(await anna.writes("сколько стоит ремонт?"))


async def test_the_caption_of_an_album_that_is_mended_mends_the_article(anna: Friend) -> None:
    picture = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}
    album: dict[str, Any] = {"media_group_id": "5", "photo": [picture]}
    one, two = anna.forwarded(**album), anna.forwarded(**album, caption=article("04"))
    card = only(await anna.sends(one, two))
    edited = {**two.model_dump(mode="json", exclude_none=True), "caption": article("01"), "edit_date": 1795372500}
    (changed,) = await anna.delivers("edited_message", **{**edited, "from": edited.pop("from_user")})
    assert only([changed]).message_id == card.message_id
    assert "Токаев" in said([changed])
