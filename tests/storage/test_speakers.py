"""Who speaks in the articles of a chat, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import text as sql

import nlp
from nlp.namesakes import key
from storage.archive import Archive, open_archive
from storage.database import open_database
from storage.records import Article, ArticleId, ChatId, Incoming, MessageId, Part, Source
from tests.storage.conftest import Earlier, old_article

ANNA, BORIS = ChatId(1001), ChatId(1002)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
BRIDGE = "Мост откроют в мае, сообщил мэр Иван Петров. «Мы успеем», — сказал Петров. Мост ждали долго."
SCHOOL = "Школу построят к осени, заявила директор Анна Кольцова. «Места хватит всем», — сказала Кольцова."
ROAD = "Дорогу закроют на ночь, сообщил Петров. Объезд обозначат знаками."


async def keep(
    archive: Archive, text: str, message: int, chat: ChatId = ANNA, published: datetime | None = None
) -> Article:
    source = Source("channel", "Вестник", published=published)
    incoming = Incoming(text, None, source, (Part(MessageId(message), 0, len(text)),), NOON)
    return (await archive.save(chat, incoming, nlp.read(text))).article


async def names(archive: Archive, chat: ChatId = ANNA) -> dict[str, int]:
    return {one.speaker.name: one.statements for one in await archive.heard(chat)}


async def test_everybody_who_speaks_is_known_with_title_and_number_of_statements(archive: Archive) -> None:
    await keep(archive, BRIDGE, 1)
    await keep(archive, SCHOOL, 2)
    assert await names(archive) == {"Иван Петров": 2, "Анна Кольцова": 2}
    assert {one.speaker.title for one in await archive.heard(ANNA)} == {"мэр", "директор"}


async def test_a_name_of_several_articles_is_counted_in_all_of_them(archive: Archive) -> None:
    await keep(archive, BRIDGE, 1)
    await keep(archive, BRIDGE.replace("в мае", "в июне"), 2)
    assert await names(archive) == {"Иван Петров": 4}


async def test_where_somebody_speaks_comes_by_date_of_publication_the_newest_first(archive: Archive) -> None:
    old = await keep(archive, BRIDGE, 1, published=NOON - timedelta(days=9))
    newest = await keep(archive, BRIDGE.replace("в мае", "в июне"), 2, published=NOON + timedelta(days=1))
    undated = await keep(archive, ROAD, 3)
    await keep(archive, SCHOOL, 4)
    found = await archive.spoken(ANNA, [key("Иван Петров"), key("Петров")])
    assert [(one.article, one.statements) for one in found] == [(newest.id, 2), (undated.id, 1), (old.id, 2)]
    assert await archive.spoken(ANNA, []) == ()


async def test_a_chat_hears_nobody_of_another(archive: Archive) -> None:
    await keep(archive, BRIDGE, 1)
    assert await archive.heard(BORIS) == ()
    assert await archive.spoken(BORIS, [key("Иван Петров")]) == ()


async def test_who_is_deleted_with_an_article_is_not_known_any_more(archive: Archive) -> None:
    bridge = await keep(archive, BRIDGE, 1)
    await keep(archive, SCHOOL, 2)
    await archive.delete(ANNA, bridge.id)
    assert await names(archive) == {"Анна Кольцова": 2}
    await archive.forget(ANNA)
    assert await names(archive) == {}


async def test_an_edited_article_has_the_speakers_of_its_new_text(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    changed = Incoming(SCHOOL, None, article.source, (Part(MessageId(1), 0, len(SCHOOL)),), NOON)
    await archive.revise(ANNA, article.id, changed, nlp.read(SCHOOL))
    assert await names(archive) == {"Анна Кольцова": 2}


async def test_speakers_of_an_earlier_reading_are_found_when_it_is_renewed(url: str) -> None:
    async with open_archive(url) as archive:
        await keep(archive, BRIDGE, 1)
    async with open_database(url) as database, database.write() as connection:
        await connection.execute(sql("UPDATE articles SET reading_version = -1"))
        await connection.execute(sql("DELETE FROM speakers"))
    async with open_archive(url) as archive:
        assert await names(archive) == {"Иван Петров": 2}


async def test_articles_from_before_there_were_speakers_are_read_anew(earlier: Earlier) -> None:
    async with open_archive(earlier("0003", {"articles": [old_article(ANNA, 1, BRIDGE)]})) as archive:
        assert await names(archive) == {"Иван Петров": 2}


async def test_an_article_that_names_nobody_has_no_speakers(archive: Archive) -> None:
    text = "Мост откроют в мае. Его ждали долго."
    reading = replace(nlp.read(text), quotes=())
    await archive.save(ANNA, Incoming(text, None, Source("pasted"), (), NOON), reading)
    assert await archive.heard(ANNA) == ()
    assert await archive.article(ANNA, ArticleId(1)) is not None
