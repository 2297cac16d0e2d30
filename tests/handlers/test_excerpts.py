"""A reply to a post of another chat brings what it quotes."""

from __future__ import annotations

from typing import Any

from aiogram.types import ExternalReplyInfo

from handlers.sources import quoted_source
from storage.records import ChatId, MessageId, Source
from tests.telegram import Friend, Server, article, only, said

QUOTE = "Ремонт моста обойдётся в 312 млн тенге. Работы закончат в ноябре, сообщил Гареев."
CHANNEL = {"id": -1001234567890, "type": "channel", "title": "Вестник", "username": "vestnik"}
POST = {"type": "channel", "date": 1795370000, "message_id": 77, "chat": CHANNEL, "author_signature": "Редактор"}
PERSON = {"type": "user", "date": 1795370000, "sender_user": {"id": 7, "is_bot": False, "first_name": "Борис"}}
YARD = {"id": -1009, "type": "supergroup", "title": "Двор"}


def reply(quote: str | None = QUOTE, **fields: Any) -> dict[str, Any]:
    quoted = {"quote": {"text": quote, "position": 0, "is_manual": True}} if quote else {}
    return {"external_reply": {"origin": POST, "chat": CHANNEL, "message_id": 77}, **quoted, **fields}


def place(**fields: Any) -> Source:
    return quoted_source(ExternalReplyInfo.model_validate(fields))


def test_an_excerpt_leads_to_the_post_that_it_was_taken_from() -> None:
    published = ExternalReplyInfo.model_validate({"origin": POST}).origin.date
    from_channel = Source("excerpt", "Вестник", "https://t.me/vestnik/77", "Редактор", published)
    assert place(origin=POST, chat=CHANNEL, message_id=77) == place(origin=POST) == from_channel
    in_a_group = Source("excerpt", "Борис", "https://t.me/c/9/5", None, published)
    assert place(origin=PERSON, chat={**YARD, "id": -1009}, message_id=5) == in_a_group
    assert place(origin=PERSON).url is None


async def test_what_a_reply_quotes_is_kept_with_its_source_and_the_whole_post_asked_for(anna: Friend) -> None:
    (card,) = await anna.delivers(text="спасибо", **reply())
    assert "Это отрывок" in said([card])
    assert "отрывок: Вестник (Редактор)" in said([card])
    assert "312 млн" in said([card])
    kept = await anna.server.archive.latest(ChatId(100))
    assert kept is not None
    assert (kept.text, kept.source.kind, kept.source.url) == (QUOTE, "excerpt", "https://t.me/vestnik/77")


async def test_a_question_in_the_reply_is_asked_of_the_excerpt(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("какой товарооборот?")
    card, answer = await anna.delivers(text="когда закончат работы?", **reply())
    assert "Это отрывок" in said([card])
    assert "в ноябре" in said([answer])
    assert "312 млн" in said(await anna.replies(only([card]), "сколько стоит ремонт?"))


async def test_a_pronoun_in_the_reply_is_whoever_speaks_in_the_excerpt(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("что Токаев сказал о России?")
    _, answer = await anna.delivers(text="что он сказал?", **reply())
    assert "в ноябре, сообщил Гареев" in said([answer])


async def test_whose_words_are_quoted_is_told(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("какой товарооборот?")
    quote = "Работы закончат в ноябре, сообщил Гареев."
    _, answer = await anna.delivers(text="кто это сказал?", **reply(quote))
    assert "Гареев" in said([answer])


async def test_an_article_in_the_reply_is_kept_beside_the_excerpt(anna: Friend) -> None:
    excerpt, card = await anna.delivers(text=article("01"), **reply())
    assert "Это отрывок" in said([excerpt])
    assert "28,4 млрд" in said([card])
    assert await anna.server.archive.count(ChatId(100)) == 2


async def test_a_reply_without_a_quotation_is_asked_for_the_post(anna: Friend) -> None:
    await anna.forwards(article("01"))
    assert "Перешлите его мне целиком" in said(await anna.delivers(text="когда закончат?", **reply(None)))
    assert "Пожалуйста" in said(await anna.delivers(text="спасибо", **reply(None)))
    assert "нет слов" in said(await anna.delivers(text="что это?", **reply("🎉")))


async def test_a_picture_with_an_excerpt_is_about_the_excerpt(anna: Friend) -> None:
    picture = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    assert "Это отрывок" in said(await anna.delivers(photo=picture, **reply()))


async def test_a_command_stays_a_command(anna: Friend) -> None:
    assert "Статей пока нет" in said(await anna.delivers(text="/articles", **reply()))


async def test_a_question_about_an_excerpt_that_is_mended_is_asked_again(anna: Friend) -> None:
    await anna.delivers(text="когда закончат работы?", **reply())
    held = anna.sent.message_id
    edited = {"message_id": held, "edit_date": 1795372500}
    shown = await anna.delivers("edited_message", text="сколько стоит ремонт?", **edited, **reply())
    assert "312 млн" in said(shown)
    assert await anna.server.archive.count(ChatId(100)) == 1
    assert await anna.server.archive.mentioned_in(ChatId(100), MessageId(held)) is not None


async def test_in_a_group_an_excerpt_is_kept_only_for_who_asks(server: Server) -> None:
    group: dict[str, Any] = {"chat": {"id": -1005, "type": "supergroup", "title": "Редакция"}}
    anna = server.somebody()
    assert await anna.delivers(text="когда закончат?", **group, **reply()) == []
    assert "в ноябре" in said(await anna.delivers(text="@verbatim_bot когда закончат?", **group, **reply()))


async def test_an_excerpt_of_an_article_that_is_kept_whole_leads_to_that(anna: Friend) -> None:
    await anna.forwards(article("04"))
    shown = said(await anna.delivers(text="спасибо", **reply(article("04")[:-150])))
    assert "уже есть" in shown
    assert "Это отрывок" not in shown
    assert await anna.server.archive.count(ChatId(100)) == 1
