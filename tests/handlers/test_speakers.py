"""Who said what in an article: pages of speakers, pages of statements, one statement at its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from aiogram.types import Chat, InlineKeyboardButton, Message
from aiogram.utils.formatting import sizeof

import nlp
from bot.local_telegram import Shown
from handlers import statements, views
from handlers.buttons import OnQuote, OnSpeaker, OnSpeakers
from handlers.phrases import phrases
from nlp import Speaker
from storage.records import Article as Kept
from storage.records import ArticleId, Source
from tests.telegram import Friend, Server, article, said

RAINS = "Метеоролог Анна Кольцова вернулась с зимовки.\n\n" + "\n\n".join(
    f"«Дождь номер {n} принесёт {n} миллиметров», — сказала Кольцова." for n in range(1, 13)
)
NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)
LONG = "Мост откроют в мае. «{}», — сказал мэр Иван Петров. Его ждали долго.".format("Мы строили и строили, " * 40)


def only(shown: list[Shown]) -> Message:
    (one,) = shown
    assert one.message is not None
    return one.message


def button(message: Message, text: str) -> InlineKeyboardButton:
    assert message.reply_markup is not None
    return next(one for row in message.reply_markup.inline_keyboard for one in row if one.text == text)


def labels(message: Message) -> list[str]:
    return [one.text for row in message.reply_markup.inline_keyboard for one in row] if message.reply_markup else []


async def test_the_one_who_says_most_comes_first_and_nobody_named_last() -> None:
    reading = nlp.read(article("01"))
    unnamed = replace(reading.quotes[0], speaker=None)
    voices = statements.voices(replace(reading, quotes=(*reading.quotes, unnamed, unnamed, unnamed, unnamed)))
    counts = [len(one.quotes) for one in voices]
    assert voices[-1].speaker is None
    assert counts[:-1] == sorted(counts[:-1], reverse=True)


async def test_the_command_the_words_and_the_button_show_the_same(anna: Friend) -> None:
    await anna.forwards(article("01"))
    pressed = said(await anna.clicks("Кто что сказал"))
    assert "Касым-Жомарт Токаев, президент Казахстана — 3 высказывания" in pressed
    assert said(await anna.writes("/who")) == pressed
    assert said(await anna.writes("кто что сказал?")) == pressed
    assert said(await anna.writes("Who said what")) == pressed
    assert said(await anna.writes("кім не айтты")) == pressed


async def test_the_command_is_about_the_article_that_it_replies_to(anna: Friend) -> None:
    card = only(await anna.forwards(article("01")))
    await anna.forwards(article("02"))
    assert "Антон Ребров" in said(await anna.writes("/who"))
    assert "Ерлан Сабитов" in said(await anna.replies(card, "/who"))


async def test_without_articles_the_command_asks_for_one(anna: Friend) -> None:
    assert "Статей пока нет" in said(await anna.writes("/who"))
    assert "никто ничего не говорит" in said(await anna.writes("/who Токаев"))


async def test_speakers_and_their_statements_take_turns_in_one_message(anna: Friend) -> None:
    await anna.forwards(article("02"))
    first = only(await anna.clicks("Кто что сказал"))
    for press in (
        "›",
        "‹",
        "Антон Ребров · 2",
        "« Все, кто говорит",
        "›",
        "городская прокуратура · 1",
        "« Все, кто говорит",
    ):
        (shown,) = await anna.clicks(press)
        assert shown.edited
        assert shown.message is not None
        assert shown.message.message_id == first.message_id
    assert "городская прокуратура · 1" in labels(shown.message)


async def test_statements_stand_in_the_order_of_the_text_on_pages_of_five(anna: Friend) -> None:
    await anna.forwards(RAINS)
    page = only(await anna.clicks("Кто что сказал"))
    seen = [line for line in (page.text or "").splitlines() if "Дождь" in line]
    while "›" in labels(page):
        page = only(await anna.clicks("›"))
        seen += [line for line in (page.text or "").splitlines() if "Дождь" in line]
    assert seen == [f"«Дождь номер {n} принесёт {n} миллиметров»" for n in range(1, 13)]


async def test_a_statement_is_a_reply_that_quotes_its_sentence_in_the_forward(anna: Friend) -> None:
    await anna.forwards(article("01"))
    forward = anna.sent
    await anna.forwards(article("02"))
    await anna.replies(forward, "/who")
    await anna.clicks("Дина Ахметова · 3")
    shown = only(await anna.clicks("3"))
    assert shown.reply_to_message is not None
    assert shown.reply_to_message.message_id == forward.message_id
    assert shown.quote is not None
    assert (forward.text or "")[shown.quote.position :].startswith(shown.quote.text)
    assert "Если убрать подорожавшую пшеницу" in shown.quote.text
    assert "— Дина Ахметова, экономист" in (shown.text or "")


async def test_words_to_the_letter_have_marks_and_others_are_called_retold(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.clicks("Кто что сказал")
    page = only(await anna.clicks("Дина Ахметова · 3")).text or ""
    assert "1. в пересказе\nрост обеспечили прежде всего цены" in page
    assert "3.\n«Если убрать подорожавшую пшеницу, картина станет скромнее»" in page


async def test_a_reply_to_a_statement_asks_about_its_article(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.clicks("Кто что сказал")
    await anna.clicks("Дина Ахметова · 3")
    statement = only(await anna.clicks("1"))
    await anna.forwards(article("02"))
    assert "28,4 млрд" in said(await anna.replies(statement, "какой товарооборот?"))


async def test_context_shows_the_sentences_around_a_statement(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.clicks("Кто что сказал")
    await anna.clicks("Дина Ахметова · 3")
    await anna.clicks("1")
    assert "в физическом выражении" in said(await anna.clicks("Контекст"))


async def test_a_statement_is_copied_and_shared_with_its_credit(anna: Friend) -> None:
    await anna.forwards(RAINS, channel="Погода & Ко")
    await anna.clicks("Кто что сказал")
    shown = only(await anna.clicks("1"))
    copied, shared = button(shown, "Скопировать").copy_text, urlsplit(button(shown, "Поделиться").url or "")
    credit = "«Дождь номер 1 принесёт 1 миллиметров» — Анна Кольцова, метеоролог (Погода & Ко, 12 ноября 2026\u202fг."
    assert copied is not None
    assert copied.text == f"{credit}, https://t.me/vestnik/77)"
    assert (shared.scheme, shared.netloc, shared.path) == ("https", "t.me", "/share/url")
    assert parse_qs(shared.query) == {"url": ["https://t.me/vestnik/77"], "text": [f"{credit})"]}


async def test_the_address_is_left_out_where_a_button_cannot_copy_so_much(anna: Friend) -> None:
    await anna.forwards(LONG.replace("Мы строили и строили, " * 40, "Мы строили и строили, " * 8 + "и построили"))
    await anna.writes("/who")
    copied = button(only(await anna.clicks("1")), "Скопировать").copy_text
    assert copied is not None
    assert sizeof(copied.text) <= 256
    assert copied.text.endswith("и построили» — Иван Петров, мэр (Вестник, 12 ноября 2026\u202fг.)")


async def test_what_was_pasted_is_shared_under_the_title_of_its_article(anna: Friend) -> None:
    await anna.writes(article("01"))
    await anna.clicks("Кто что сказал")
    await anna.clicks("Дина Ахметова · 3")
    shown = only(await anna.clicks("1"))
    (text,) = parse_qs(urlsplit(button(shown, "Поделиться").url or "").query)["url"]
    assert text.endswith("в пересказе (из статьи «Товарооборот Казахстана и России достиг 28,4 млрд долларов»)")


async def test_a_long_statement_is_clipped_on_its_page_and_copied_and_shared_whole_as_a_message(anna: Friend) -> None:
    await anna.forwards(LONG)
    assert " …»" in (only(await anna.clicks("Кто что сказал")).text or "")
    await anna.clicks("1")
    for press, kind in (("Скопировать", "code"), ("Поделиться", "blockquote")):
        hint, sent = await anna.clicks(press)
        assert hint.alert
        assert sent.message is not None
        assert sent.message.reply_markup is None
        text = sent.message.text or ""
        assert text.count("Мы строили") == 40
        assert "— Иван Петров, мэр (Вестник, " in text.replace("\n", " ")
        assert [one.type for one in sent.message.entities or []] == [kind]


@pytest.mark.parametrize("speaker", ["Х" * 400, "Пресс-служба " * 40])
async def test_any_statement_fits_its_messages(speaker: str) -> None:
    say, reading = phrases("ru"), nlp.read(article("01"))
    text = "слово " * 3000
    quote = replace(
        reading.quotes[1], parts=(nlp.Span(0, len(text), text),), speaker=Speaker(speaker, speaker), outlet=speaker
    )
    source = Source("channel", "К" * 128, "https://t.me/c/1234567890/99999", None, None)
    kept = Kept(ArticleId(2**53), text, "Т" * 300, source, NOON, replace(reading, quotes=(quote,) * 5))
    one = statements.Statement(kept, quote)
    (voice,) = statements.voices(kept.reading)
    for shown in (
        statements.alone(one, say),
        statements.to_copy(one, say),
        statements.to_share(one, say),
        statements.cast(kept, [voice] * 5, say),
        statements.spoken(kept, voice, 1, voice.quotes, say),
        statements.everywhere(quote.speaker or Speaker(""), "1", 1, [one] * 5, say),
    ):
        assert sizeof(shown.render()[0]) <= views.MESSAGE_LIMIT


async def test_media_and_the_commentator_stand_on_the_card_and_beside_the_words() -> None:
    say, reading = phrases("ru"), nlp.read(article("01"))
    whose = reading.quotes[-1].speaker
    assert whose is not None
    passed = replace(reading.quotes[-1], outlet="Reuters")
    comment = replace(reading, outlets=("BAQ.KZ", "vybor-naroda.org"), commentator=whose, quotes=(passed, passed))
    kept = Kept(ArticleId(1), article("01"), "Т", Source("pasted"), NOON, comment)
    card = views.card(kept, say).render()[0]
    assert "Со ссылкой на: BAQ.KZ, vybor-naroda.org" in card
    assert f"Комментарий: {whose.name}, {whose.title}" in card
    assert "Говорят" not in card
    (voice,) = statements.voices(comment)
    assert "передаёт Reuters" in statements.spoken(kept, voice, 1, voice.quotes, say).render()[0]
    assert "передаёт Reuters (" in statements.credited(statements.Statement(kept, passed), say)
    head = statements.cast(kept, [voice], say).render()[0]
    assert "Со ссылкой на: BAQ.KZ" in head
    assert "Комментарий: " in head


async def test_buttons_work_after_a_restart(server: Server, anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.clicks("Кто что сказал")
    await server.restart()
    await anna.clicks("Дина Ахметова · 3")
    await server.restart()
    assert "Если убрать подорожавшую пшеницу" in said(await anna.clicks("3"))


async def test_what_is_gone_is_told(anna: Friend) -> None:
    await anna.forwards(article("01"))
    page = only(await anna.clicks("Кто что сказал"))
    for data in (
        OnSpeaker(article=1, speaker=12345),
        OnQuote(do="show", article=1, start=1, stop=2),
        OnQuote(do="copy", article=2**53, start=1, stop=2),
        OnSpeakers(article=99, offset=0),
    ):
        (shown,) = await anna.presses(page, data.pack())
        assert shown.alert
    await anna.edits(anna.sent, article("02"))
    (shown,) = await anna.presses(page, button(page, "Дина Ахметова · 3").callback_data or "")
    assert shown.alert == "Эта кнопка уже не работает."


async def test_a_group_asks_by_command_and_by_name(server: Server) -> None:
    group = server.somebody(100, chat=Chat(id=-1005, type="supergroup", title="Двор"))
    await group.writes("@verbatim_bot " + article("01"))
    assert "Ерлан Сабитов" in said(await group.writes("/who"))
    assert "Ерлан Сабитов" in said(await group.writes("/who@verbatim_bot"))
    assert "Ерлан Сабитов" in said(await group.writes("@verbatim_bot кто что сказал?"))
    assert "3 высказывания, 1 статья" in said(await group.writes("/who@verbatim_bot Токаев"))
    assert await group.writes("кто что сказал?") == []
    assert await group.writes("/who@another_bot Токаев") == []
