"""Articles of one event find each other, on every kind of database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import nlp
from storage.archive import Archive
from storage.records import Article, ChatId, Incoming, MessageId, Part, Source

ANNA, BORIS = ChatId(1001), ChatId(1002)
NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
FIRE = (
    "Пожар на складе в Шымкенте\n\nСклад бытовой техники загорелся в Шымкенте ночью 12 мая. Огонь охватил 800 квадратных "
    "метров. Пожарные тушили склад пять часов, никто не пострадал, сообщили в ДЧС."
)
FIRE_AGAIN = (
    "В Шымкенте сгорел склад бытовой техники\n\nВ ночь на 12 мая в Шымкенте сгорел склад с бытовой техникой. По данным "
    "ДЧС, площадь пожара составила 800 квадратных метров. Пострадавших нет, тушение заняло пять часов."
)
TRAM = "Новый трамвай в Темиртау\n\nВ Темиртау запустили трамвай до вокзала. Ехать нужно 18 минут, сообщили в акимате."


async def keep(archive: Archive, chat: ChatId, text: str, message: int, when: datetime = NOON) -> Article:
    part = Part(MessageId(message), 0, len(text))
    carried = Incoming(text, None, Source("pasted"), (part,), when)
    return (await archive.save(chat, carried, nlp.read(text))).article


async def test_another_telling_of_an_event_is_related(archive: Archive) -> None:
    fire, _, again = [await keep(archive, ANNA, text, n) for n, text in enumerate((FIRE, TRAM, FIRE_AGAIN), 1)]
    assert await archive.related(ANNA, again, 3) == (fire,)
    assert await archive.related(ANNA, fire, 3) == (again,)
    assert await archive.related(ANNA, again, 0) == ()


async def test_nothing_is_related_to_an_event_of_its_own(archive: Archive) -> None:
    for number, text in enumerate((FIRE, FIRE_AGAIN), 1):
        await keep(archive, ANNA, text, number)
    assert await archive.related(ANNA, await keep(archive, ANNA, TRAM, 3), 3) == ()


async def test_what_came_weeks_before_is_not_related(archive: Archive) -> None:
    await keep(archive, ANNA, FIRE, 1, NOON - timedelta(days=20))
    assert await archive.related(ANNA, await keep(archive, ANNA, FIRE_AGAIN, 2), 3) == ()


async def test_articles_of_another_chat_are_not_related(archive: Archive) -> None:
    await keep(archive, BORIS, FIRE, 1)
    assert await archive.related(ANNA, await keep(archive, ANNA, FIRE_AGAIN, 2), 3) == ()


async def test_an_article_that_is_gone_has_none(archive: Archive) -> None:
    fire, again = [await keep(archive, ANNA, text, n) for n, text in enumerate((FIRE, FIRE_AGAIN), 1)]
    await archive.delete(ANNA, again.id)
    assert await archive.related(ANNA, again, 3) == ()
    assert await archive.related(ANNA, fire, 3) == ()
