"""An article that comes again with small changes, on every kind of database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text as sql

import nlp
from storage.archive import Archive, open_archive
from storage.database import open_database
from storage.records import ChatId, Incoming, Mention, MessageId, Part, Saved, Source
from tests.storage.conftest import Earlier, old_article

ANNA, BORIS = ChatId(1001), ChatId(1002)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TRAM = (
    "В Темиртау запустили новый трамвай. Он связал вокзал с восточным районом, а ехать нужно 18 минут.\n\n"
    "«Ждали двадцать лет», — сказала жительница города Айна Сеитова."
)
SIGNED = f"{TRAM}\n\n👉 Подписаться на «Темиртау сегодня»"
MENDED = TRAM.replace("восточным", "востчным")
CUT = TRAM[:100]
LATER = TRAM.replace("18", "25")
HOCKEY = "Команда из Рудного выиграла турнир. В финале она забила шесть шайб."


async def keep(archive: Archive, chat: ChatId, text: str, message: int, apart: bool = False) -> Saved:
    part = Part(MessageId(message), 0, len(text))
    return await archive.save(chat, Incoming(text, None, Source("pasted"), (part,), NOON), nlp.read(text), apart)


async def hashes(url: str) -> int:
    async with open_database(url) as database, database.read() as connection:
        return (await connection.execute(sql("SELECT count(*) FROM sketches"))).scalar_one()


@pytest.mark.parametrize("text", [SIGNED, MENDED, CUT, TRAM.upper(), f"Срочно 👇\n\n{MENDED}"])
async def test_is_the_article_that_came_first(archive: Archive, text: str) -> None:
    first = (await keep(archive, ANNA, TRAM, 5)).article
    assert await keep(archive, ANNA, text, 6) == Saved(first, new=False, differs=True)
    assert await archive.count(ANNA) == 1
    assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(first)


async def test_becomes_the_latest_article(archive: Archive) -> None:
    first = (await keep(archive, ANNA, TRAM, 5)).article
    await keep(archive, ANNA, HOCKEY, 6)
    await keep(archive, ANNA, SIGNED, 7)
    assert await archive.latest(ANNA) == first


async def test_that_says_something_else_is_another_article(archive: Archive) -> None:
    await keep(archive, ANNA, TRAM, 5)
    assert (await keep(archive, ANNA, LATER, 6)).new
    assert await archive.count(ANNA) == 2


async def test_that_is_longer_is_another_article(archive: Archive) -> None:
    await keep(archive, ANNA, TRAM.partition("\n")[0], 5)
    assert (await keep(archive, ANNA, f"{TRAM}\n\nПоезд ходит каждые десять минут, проезд стоит 120 тенге.", 6)).new


async def test_is_quoted_in_the_message_that_came_first(archive: Archive) -> None:
    first = (await keep(archive, ANNA, TRAM, 5)).article
    await keep(archive, ANNA, CUT, 6)
    await keep(archive, ANNA, MENDED, 7)
    assert [part.message_id for part in await archive.parts(ANNA, first.id)] == [5]
    assert await archive.copy(ANNA, MessageId(6)) == ()


async def test_in_the_same_message_is_as_new_as_it_was(archive: Archive) -> None:
    await keep(archive, ANNA, TRAM, 5)
    again = await keep(archive, ANNA, SIGNED, 6)
    assert await keep(archive, ANNA, SIGNED, 6) == again


async def test_is_kept_apart_if_the_person_wants_it(archive: Archive) -> None:
    first = (await keep(archive, ANNA, TRAM, 5)).article
    await keep(archive, ANNA, MENDED, 6)
    apart = await keep(archive, ANNA, MENDED, 6, apart=True)
    assert apart.new
    assert apart.article.text == MENDED
    assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(apart.article)
    assert [part.message_id for part in await archive.parts(ANNA, first.id)] == [5]


async def test_is_that_of_the_chat_only(archive: Archive) -> None:
    await keep(archive, BORIS, TRAM, 5)
    assert (await keep(archive, ANNA, SIGNED, 5)).new


async def test_is_known_by_the_text_that_its_first_message_has_now(archive: Archive) -> None:
    first = (await keep(archive, ANNA, HOCKEY, 5)).article
    part = Part(MessageId(5), 0, len(TRAM))
    await archive.revise(ANNA, first.id, Incoming(TRAM, None, Source("pasted"), (part,), NOON), nlp.read(TRAM))
    assert (await keep(archive, ANNA, SIGNED, 6)).article.id == first.id
    assert (await keep(archive, ANNA, f"{HOCKEY}\n\n@rudny", 7)).new


async def test_leaves_nothing_when_it_is_deleted(url: str) -> None:
    async with open_archive(url) as archive:
        first = (await keep(archive, ANNA, TRAM, 5)).article
        await keep(archive, BORIS, TRAM, 5)
        held = await hashes(url)
        await archive.delete(ANNA, first.id)
        assert await hashes(url) == held / 2
        assert (await keep(archive, ANNA, SIGNED, 6)).new
        await archive.forget(ANNA)
        assert await hashes(url) == held / 2


async def test_is_known_of_articles_that_came_before_there_were_sketches(earlier: Earlier) -> None:
    place = {"arrival": 1, "exact": True, "start": 0, "stop": len(TRAM), "entities": b"[]"}
    part = {"chat": ANNA, "message": 5, "article": 1, **place}
    url = earlier("0006", {"articles": [old_article(ANNA, 1, TRAM)], "parts": [part]})
    async with open_archive(url) as archive:
        saved = await keep(archive, ANNA, SIGNED, 6)
        assert (saved.new, saved.article.id, saved.article.text) == (False, 1, TRAM)
