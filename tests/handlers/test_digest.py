"""The digest on demand: what came within a day, story by story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from aiogram.types import Chat, MessageOriginChannel
from aiogram.utils.formatting import sizeof

import nlp
from handlers import digest
from handlers.phrases import LOCALES
from storage.records import ChatId, Incoming, MessageId, Part, Source
from tests.telegram import Friend, Server, article, said

FIRE = (
    "Пожар на складе в Шымкенте\n\nСклад бытовой техники загорелся в Шымкенте ночью 12 мая. "
    "Огонь охватил 800 квадратных метров, погибли 12 человек, сообщили в ДЧС. Пожарные тушили склад пять часов."
)
FIRE_LATER = (
    "В Шымкенте сгорел склад бытовой техники\n\nВ ночь на 12 мая в Шымкенте сгорел склад бытовой техники. "
    "На складе погибли 15 человек, сообщили в ДЧС. Пожарные тушили склад пять часов."
)
HOCKEY = (
    "Хоккеисты вышли в финал\n\nСборная выиграла у шведов в овертайме. Решающую шайбу забросил капитан команды. "
    "Финал пройдёт в воскресенье в Остраве."
)
EVENTS = (
    "Мост через Иртыш закрыли\n\nМост через Иртыш закрыли на ремонт до осени. Автобусы пойдут в объезд.",
    "Ласточки вернулись рано\n\nОрнитологи заметили первых ласточек уже в марте. Зима была тёплой.",
    "Цены на рис выросли\n\nКилограмм риса подорожал за месяц на треть. Торговцы винят засуху.",
    "Библиотека купила рояль\n\nКонцерты в читальном зале начнутся в мае. Рояль настроил мастер из Вены.",
    "Вулкан на Камчатке проснулся\n\nПепел поднялся на девять километров. Самолёты облетают Ключевскую сопку.",
    "Шахматист стал чемпионом\n\nПартия длилась шесть часов. Соперник сдался в эндшпиле без ладьи.",
    "В музее нашли эскиз\n\nРисунок углём лежал в папке с афишами. Эксперты спорят о его авторе.",
)


def channel(name: str, hour: int) -> MessageOriginChannel:
    chat = Chat(id=-1001, type="channel", title=name, username="vestnik")
    return MessageOriginChannel(date=datetime(2026, 5, 12, hour, tzinfo=UTC), chat=chat, message_id=hour)


async def forwards_the_fire(friend: Friend) -> None:
    await friend.writes(FIRE, forward_origin=channel("Утро", 9))
    await friend.writes(HOCKEY, forward_origin=channel("Спорт", 10))
    await friend.writes(FIRE_LATER, forward_origin=channel("Вечер", 11))


async def test_without_articles_there_is_none_and_the_bot_says_so(anna: Friend) -> None:
    assert "новых статей не было" in said(await anna.writes("/digest"))


async def test_each_article_has_its_source_its_date_and_its_best_sentence(anna: Friend) -> None:
    await anna.forwards(article("01"))
    (shown,) = await anna.writes("/digest")
    assert shown.message is not None
    text = shown.message.text or ""
    assert text.startswith("Сводка: 1 новая статья\n\n1. ")
    assert "Вестник · 12 ноября 2026" in text
    best = nlp.read(article("01")).summary(1)[0].text
    assert best[:300] in text
    links = [one.url for one in shown.message.entities or [] if one.type == "text_link"]
    assert links == ["https://t.me/vestnik/77"]


async def test_articles_of_one_event_are_one_story_and_each_sentence_has_its_source(anna: Friend) -> None:
    await forwards_the_fire(anna)
    (shown,) = await anna.writes("/digest")
    assert shown.message is not None
    text = shown.message.text or ""
    assert text.startswith("Сводка: 3 новые статьи, 2 события\n\n1. В Шымкенте сгорел склад бытовой техники\n")
    assert text.count("Пожарные тушили склад пять часов.") <= 1
    assert "2. Хоккеисты вышли в финал\n" in text
    first, second = text.split("\n\n2. ")
    sources = [line for line in first.splitlines() if line.startswith(("Утро", "Вечер"))]
    assert sources
    assert "Спорт · 12 мая 2026" in second
    assert "[3]" not in said([shown])


async def test_numbers_that_differ_stand_side_by_side_the_newer_behind(anna: Friend) -> None:
    await forwards_the_fire(anna)
    (shown,) = await anna.writes("/digest")
    assert "12 человек (Утро) · позже — 15 человек (Вечер)\n" in said([shown])
    assert shown.message is not None
    linked = [one.extract_from(shown.message.text or "") for one in shown.message.entities or [] if one.url]
    assert linked[-3:] == ["Утро", "Вечер", "Спорт"]


async def test_what_several_articles_say_is_said_once_with_how_many_say_it(anna: Friend) -> None:
    own = (
        ("Утро", 9, "Жителей 3 соседних домов вывели на улицу, школа рядом закрыта."),
        ("День", 10, "Владелец склада обещает семьям погибших по 2 миллиона тенге."),
        ("Вечер", 11, "Прокуратура города проверит, были ли на складе 4 запасных выхода."),
    )
    for name, hour, told in own:
        await anna.writes(f"{FIRE} {told}", forward_origin=channel(name, hour))
    shown = said(await anna.writes("/digest"))
    assert shown.count("Склад бытовой техники загорелся") == 1
    assert "Вечер и ещё 2" in shown


async def test_a_story_of_several_articles_opens_the_list_of_them(anna: Friend) -> None:
    await forwards_the_fire(anna)
    await anna.writes("/digest")
    opened = said(await anna.clicks("1"))
    assert opened.startswith("Об этом 2 статьи\n\n1. В Шымкенте сгорел склад бытовой техники\nВечер")
    assert "2. Пожар на складе в Шымкенте\nУтро" in opened
    assert said(await anna.clicks("2")).startswith("Пожар на складе в Шымкенте\nУтро")
    assert "Сводка: 3 новые статьи" in said(await anna.clicks("« К сводке"))
    assert "Сборная выиграла" in said(await anna.clicks("2"))


async def test_a_story_with_many_articles_has_pages(anna: Friend) -> None:
    for n in range(1, 8):
        await anna.writes(f"{FIRE} Сообщение передано {n} раз.", forward_origin=channel("Утро", n))
    await anna.writes("/digest")
    assert said(await anna.clicks("1")).startswith("Об этом 7 статей\n\n1. ")
    second = said(await anna.clicks("›"))
    assert second.startswith("Об этом 7 статей\n\n6. ")
    assert "[7]\n[‹]\n[« К сводке]" in second


async def test_a_story_whose_article_was_deleted_is_told_without_it(anna: Friend) -> None:
    await forwards_the_fire(anna)
    await anna.writes("/digest")
    latest = await anna.server.archive.latest(ChatId(100))
    assert latest
    await anna.server.archive.delete(ChatId(100), latest.id)
    assert "кнопка" in said(await anna.clicks("1"))
    assert "Сводка: 2 новые статьи\n" in said(await anna.writes("/digest"))


async def test_an_article_of_yesterday_is_not_in_it(anna: Friend) -> None:
    text, old = article("01"), datetime.now(UTC) - timedelta(hours=25)
    incoming = Incoming(text, None, Source("pasted"), (Part(MessageId(1), 0, len(text)),), old)
    await anna.server.archive.save(ChatId(100), incoming, nlp.read(text))
    assert "новых статей не было" in said(await anna.writes("/digest"))


async def test_many_stories_are_pages_and_each_opens(anna: Friend) -> None:
    for text in EVENTS:
        await anna.forwards(text)
    first = said(await anna.writes("/digest"))
    assert "7 новых статей\n" in first
    assert "1. В музее нашли эскиз" in first
    assert "Ласточки" not in first
    second = said(await anna.clicks("›"))
    assert "6. Ласточки вернулись рано" in second
    assert "[›]" not in second
    assert "Мост через Иртыш закрыли на ремонт" in said(await anna.clicks("7"))
    assert "1. В музее нашли эскиз" in said(await anna.clicks("‹"))


async def test_more_articles_than_a_digest_holds_are_left_out_and_the_bot_says_so(
    anna: Friend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest, "MOST", 3)
    monkeypatch.setattr(digest, "AT_ONCE", 2)
    for text in EVENTS[:4]:
        await anna.forwards(text)
    shown = said(await anna.writes("/digest"))
    assert "Сводка: 4 новые статьи\nПоказываю 3 последние статьи.\n\n1. Библиотека" in shown
    assert "Мост" not in shown


async def test_the_longest_titles_sources_and_sentences_fit(anna: Friend) -> None:
    for n in range(5):
        await anna.forwards(f"{'😀' * 150}{n}\n\n{'Слово 😀 ' * 200}{n}.", channel="😀" * 128)
    assert "5 новых статей" in said(await anna.writes("/digest"))


async def test_five_stories_of_many_long_sentences_fit(anna: Friend) -> None:
    for n, text in enumerate(EVENTS[:5]):
        title, _, body = text.partition("\n\n")
        for times, name in ((2, "😀" * 128), (3, "😎" * 128)):
            long = " ".join(f"{one} {'очень ' * 150}{title.lower()} {times} раза." for one in body.split(". "))
            await anna.writes(f"{title}\n\n{body} {long} {name}", forward_origin=channel(name, n))
    (shown,) = await anna.writes("/digest")
    assert shown.message is not None
    assert "10 новых статей, 5 событий" in (shown.message.text or "")
    assert sizeof(shown.message.text or "") <= 4096


async def test_a_page_whose_articles_are_gone_says_so(anna: Friend) -> None:
    for text in EVENTS:
        await anna.forwards(text)
    await anna.writes("/digest")
    await anna.server.archive.forget(ChatId(100))
    assert "кнопка" in said(await anna.clicks("›"))


@pytest.mark.parametrize("language", LOCALES)
async def test_it_is_told_in_each_language(server: Server, language: str) -> None:
    friend = server.somebody(language=language)
    await forwards_the_fire(friend)
    words = {"ru": "2 события", "kk": "2 оқиға", "en": "2 stories"}
    assert words[language] in said(await friend.writes("/digest"))
