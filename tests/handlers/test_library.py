from __future__ import annotations

from tests.telegram import Friend, article, said

SEVEN = [f"Новость номер {n}\n\nВ городе открыли {n + 2} новых школы. Об этом сообщил мэр." for n in range(1, 8)]


async def seven(anna: Friend) -> None:
    for text in SEVEN:
        await anna.forwards(text)


async def test_the_list_has_pages_newest_first(anna: Friend) -> None:
    await seven(anna)
    first = said(await anna.writes("/articles"))
    assert "7 статей" in first
    assert first.index("1. Новость номер 7") < first.index("5. Новость номер 3")
    assert "Новость номер 2" not in first
    second = said(await anna.clicks("›"))
    assert "6. Новость номер 2" in second
    assert "[7]" in second
    assert "[›]" not in second
    assert "1. Новость номер 7" in said(await anna.clicks("‹"))


async def test_a_number_opens_its_article(anna: Friend) -> None:
    await seven(anna)
    await anna.writes("/articles")
    assert "В городе открыли 8 новых школы." in said(await anna.clicks("2"))


async def test_a_page_that_is_gone_shows_the_first(anna: Friend) -> None:
    await seven(anna)
    await anna.writes("/articles")
    for heading in await anna.server.archive.page(100, 0, 4):  # type: ignore[arg-type]
        await anna.server.archive.delete(100, heading.id)  # type: ignore[arg-type]
    assert "3 статьи" in said(await anna.clicks("›"))


async def test_everything_is_deleted_only_when_the_person_is_sure(anna: Friend) -> None:
    await anna.forwards(article("01"))
    await anna.writes("/privacy")
    await anna.clicks("Удалить всё")
    assert "всё на месте" in said(await anna.clicks("Оставить"))
    assert await anna.server.archive.count(100) == 1  # type: ignore[arg-type]
    await anna.clicks("Удалить всё")
    assert "Удалена 1 статья" in said(await anna.clicks("Да, удалить всё"))
    assert await anna.server.archive.count(100) == 0  # type: ignore[arg-type]
