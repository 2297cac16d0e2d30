"""The digest on demand: what came within a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import nlp
from storage.records import ChatId, Incoming, MessageId, Part, Source
from tests.telegram import Friend, article, said


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


async def test_an_article_of_yesterday_is_not_in_it(anna: Friend) -> None:
    text, old = article("01"), datetime.now(UTC) - timedelta(hours=25)
    incoming = Incoming(text, None, Source("pasted"), (Part(MessageId(1), 0, len(text)),), old)
    await anna.server.archive.save(ChatId(100), incoming, nlp.read(text))
    assert "новых статей не было" in said(await anna.writes("/digest"))


async def test_many_articles_are_pages_and_each_opens(anna: Friend) -> None:
    for n in range(1, 8):
        await anna.forwards(f"Новость номер {n}\n\nВ городе открыли {n + 2} новых школы. Об этом сообщил мэр.")
    first = said(await anna.writes("/digest"))
    assert "7 новых статей" in first
    assert "Новость номер 7" in first
    assert "Новость номер 2" not in first
    second = said(await anna.clicks("›"))
    assert "6. Новость номер 2" in second
    assert "[›]" not in second
    assert "В городе открыли 3 новых школы" in said(await anna.clicks("7"))
    assert "1. Новость номер 7" in said(await anna.clicks("‹"))


async def test_the_longest_titles_sources_and_sentences_fit(anna: Friend) -> None:
    for n in range(5):
        await anna.forwards(f"{'😀' * 150}{n}\n\n{'Слово 😀 ' * 200}{n}.", channel="😀" * 128)
    assert "5 новых статей" in said(await anna.writes("/digest"))


async def test_a_page_whose_articles_are_gone_says_so(anna: Friend) -> None:
    for n in range(1, 8):
        await anna.forwards(f"Новость номер {n}\n\nВ городе открыли {n + 2} новых школы. Об этом сообщил мэр.")
    await anna.writes("/digest")
    await anna.server.archive.forget(ChatId(100))
    assert "кнопка" in said(await anna.clicks("›"))
