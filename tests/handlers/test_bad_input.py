"""Whatever a person sends, the answer is sensible, nothing crashes and formatting never breaks."""

from __future__ import annotations

import pytest
from aiogram.types import Chat, MessageEntity, MessageOriginHiddenUser
from aiogram.utils.formatting import sizeof

from tests.telegram import Friend, Server, article, said

TROUBLE = "Что-то сломалось"
LONG = "Совет города утвердил бюджет на новый год. Расходы на дороги составят 12 млн рублей. "
TEXTS = {
    "a hundred thousand characters": (LONG * 1200)[:100_000].strip(),
    "a hundred thousand characters without a full stop": ("слово и ещё одно слово " * 4400)[:100_000].strip(),
    "a hundred thousand letters": "а" * 100_000,
    "one word": "Казахстан",
    "one letter": "ж",
    "capitals only": "ПРЕЗИДЕНТ ПОДПИСАЛ УКАЗ. " * 20,
    "no full stops": "рост составил семь процентов\nэто больше чем ждали\n" * 10,
    "unbalanced marks": '«Мы не знаем, — сказал Иванов. „Но узнаем", — добавил он. ' * 10,
    "opening marks only": "«" * 500 + " Слово.",
    "emoji and zero width": "🇰🇿👨‍👩‍👧‍👦\u200b\u200d\ufeff Рост\u200b составил 7%. 😀😀😀 Об этом сообщил\u200d Минфин. 🎉"
    * 8,
    "emoji only": "🎉😀🇰🇿",
    "zero width only": "\u200b\u200d\ufeff.",
    "right to left": "قال الوزير إن النمو بلغ سبعة في المئة. \u202eوأضاف أن الأسعار لن ترتفع.\u202c " * 8,
    "markup": "<b>Рост & спад</b> *жирно* _курсив_ [ссылка](http://x) </i> сообщил Минфин. <script>alert(1)</script> Конец. "
    * 4,
    "numbers": "1. 2. 3,5 4% 5 000 000. " * 20,
    "control characters": "Рост\x00 составил\x07 7%. Об этом\x1b[31m сообщили.\r\n" * 10,
    "one very long sentence": "Минфин сообщил, что " + "рост, и снова рост, и опять " * 300 + "рост.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_any_text_is_kept_or_refused_kindly(text: str, anna: Friend) -> None:
    shown = await anna.forwards(text)
    assert said(shown)
    assert TROUBLE not in said(shown)
    for what in ("Кто сказал это?", "сколько составил рост?", "о чём статья?"):
        assert TROUBLE not in said(await anna.writes(what))
    assert said(await anna.writes(text))
    left = {one.message.message_id: one.message for one in shown if one.message}
    for button in [one.text for message in left.values() for one in anna._buttons(message)]:
        answer = await anna.clicks(button)
        assert TROUBLE not in said(answer)
        assert all(sizeof(one.message.text or "") <= 4096 for one in answer if one.message)


async def test_a_question_before_any_article_is_told_to_send_one(anna: Friend) -> None:
    assert "Статей пока нет" in said(await anna.writes("какой товарооборот?"))


async def test_names_of_channels_may_hold_markup(anna: Friend) -> None:
    shown = await anna.forwards(article("01"), channel="<b>Рога & Копыта</b> 😀")
    assert "<b>Рога & Копыта</b> 😀" in said(shown)


async def test_two_chats_with_the_same_article_know_nothing_of_each_other(server: Server) -> None:
    anna, boris = server.somebody(100), server.somebody(200)
    await anna.forwards(article("01"))
    assert "уже есть" not in said(await boris.forwards(article("01")))
    await boris.clicks("Удалить")
    await boris.clicks("Да, удалить")
    assert "Статей пока нет" in said(await boris.writes("какой товарооборот?"))
    assert "28,4 млрд" in said(await anna.writes("какой товарооборот?"))


async def test_a_button_of_another_chat_opens_nothing(server: Server) -> None:
    anna, boris = server.somebody(100), server.somebody(200)
    card = (await anna.forwards(article("01")))[0].message
    await boris.writes("привет")
    assert card is not None
    assert card.reply_markup is not None
    theirs = (await boris.writes("спасибо"))[0].message
    assert theirs is not None
    data = card.reply_markup.inline_keyboard[0][0].callback_data or ""
    shown = await boris._does(boris.person.presses(theirs, data))
    assert said(shown) == "Этой статьи уже нет."


async def test_a_message_deleted_before_the_reply_is_answered_all_the_same(anna: Friend) -> None:
    update = anna.person.writes(article("01"))
    assert update.message is not None
    del anna.server.telegram.messages[100, update.message.message_id]
    assert "28,4 млрд" in said(await anna._does(update))


async def test_where_telegram_refuses_the_quotation_the_reply_is_a_plain_one(anna: Friend) -> None:
    await anna.forwards(article("01"))
    anna.server.telegram.put(anna.sent.model_copy(update={"text": "Пост переписали."}))
    (shown,) = await anna.writes("какой товарооборот?")
    assert shown.message is not None
    assert shown.message.quote is None
    assert shown.message.reply_to_message is not None
    assert shown.message.reply_to_message.message_id != 0
    assert "28,4 млрд" in said([shown])


async def test_a_forward_without_words_is_answered(anna: Friend) -> None:
    hidden = MessageOriginHiddenUser(date=anna.person.writes("x").message.date, sender_user_name="Кто-то")  # type: ignore[union-attr]
    assert "нет слов" in said(await anna.writes("🎉", forward_origin=hidden))
    assert "картинках" in said(
        await anna.writes(
            forward_origin=hidden, photo=[{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
        )
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {
                "sticker": {
                    "file_id": "1",
                    "file_unique_id": "1",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "Мило",
        ),
        ({"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}}, "Голос"),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "Места"),
        ({"contact": {"phone_number": "1", "first_name": "Б"}}, "Места"),
        ({"document": {"file_id": "1", "file_unique_id": "1"}}, "ещё раз"),
        ({"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}, "картинках"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "Мило"),
        ({"game": {"title": "g", "description": "d", "photo": []}}, "Слов"),
        ({}, "читать не умею"),
    ],
)
async def test_what_is_not_a_text_gets_a_short_useful_answer(
    fields: dict[str, object], words: str, anna: Friend
) -> None:
    shown = await anna.writes(**fields)
    assert words in said(shown)
    assert len(said(shown)) < 150


async def test_a_caption_is_an_article_too(anna: Friend) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    assert "28,4 млрд" in said(await anna.forwards(caption=article("01"), photo=photo))
    (shown,) = await anna.writes("какой товарооборот?")
    assert shown.message is not None
    assert shown.message.quote is not None


async def test_a_group_is_answered_only_when_the_bot_is_addressed(server: Server) -> None:
    group = server.somebody(100, chat=Chat(id=-1005, type="supergroup", title="Двор"))
    assert await group.writes("какой товарооборот?") == []
    assert await group.forwards(article("01")) == []
    assert "Статей пока нет" in said(await group.writes("@verbatim_bot какой товарооборот?"))
    (card,) = await group.writes("@verbatim_bot " + article("01"))
    assert card.message is not None
    assert "28,4 млрд" in said(await group.replies(card.message, "какой товарооборот?"))
    assert "товарооборот" in said(await group.writes("/articles@verbatim_bot")).lower()
    assert await group.writes("/articles@another_bot") == []
    assert await group.writes("/unknown") == []


async def test_a_stranger_is_told_how_to_get_in_and_nothing_else(server: Server) -> None:
    server.allowed_users = frozenset({7})
    await server.restart()
    stranger, owner = server.somebody(100), server.somebody(7)
    assert "100" in said(await stranger.forwards(article("01")))
    assert "28,4 млрд" in said(await owner.forwards(article("01")))


async def test_formatting_survives_emoji_and_entities(anna: Friend) -> None:
    text = "😀 Главное за день\n\nРост составил 7 процентов, сообщил Минфин. Это больше, чем ждали. Цены почти не выросли. Зима была тёплой."
    bold = MessageEntity(type="bold", offset=sizeof("😀 Главное за день\n\nРост составил "), length=11)
    await anna.forwards(text, entities=[bold])
    (shown,) = await anna.writes("сколько составил рост?")
    assert shown.message is not None
    quote = shown.message.quote
    assert quote is not None
    assert quote.text == "Рост составил 7 процентов, сообщил Минфин."
    assert [(one.type, one.offset, one.length) for one in quote.entities or []] == [("bold", 14, 11)]
