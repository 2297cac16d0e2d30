"""Tags: what a person files articles under."""

from __future__ import annotations

import pytest

from storage.archive import open_archive
from storage.records import ArticleId, ChatId
from storage.tags import MOST
from tests.telegram import Friend, Server, article, only, said

ANNA = ChatId(100)


async def test_a_tag_that_comes_with_a_forward_is_given_to_its_article(anna: Friend) -> None:
    card, told = await anna.sends(anna.written("#экономика"), anna.forwarded(article("01")))
    assert "Товарооборот" in said([card])
    assert said([told]) == "Отметил: #экономика"


async def test_a_tag_that_comes_with_several_forwards_is_given_to_all(anna: Friend) -> None:
    shown = await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04")), anna.written("#разное"))
    assert "Отметил 2 статьи: #разное" in said(shown)
    assert "#разное: 2 статьи" in said(await anna.writes("#разное"))


async def test_a_comment_may_hold_tags_and_a_question(anna: Friend) -> None:
    shown = said(await anna.sends(anna.written("#мосты сколько стоит ремонт моста?"), anna.forwarded(article("04"))))
    assert "Отметил: #мосты" in shown
    assert "312 млн" in shown


async def test_a_reply_with_a_tag_gives_it_to_the_article(anna: Friend) -> None:
    card = only(await anna.forwards(article("04")))
    await anna.forwards(article("01"))
    assert said(await anna.replies(card, "#мосты #город")) == "Отметил: #мосты #город"
    assert "Мост через Каменку" in said(await anna.writes("#город"))


async def test_the_card_shows_the_tags(anna: Friend) -> None:
    await anna.sends(anna.written("#мосты"), anna.forwarded(article("04")))
    await anna.forwards(article("04"))
    shown = only(await anna.clicks("Открыть")).text or ""
    assert shown.endswith("\n\n#мосты")
    longer = only(await anna.clicks("Подробнее")).text or ""
    assert longer.endswith("\n\n#мосты")


async def test_a_tag_alone_lists_its_articles_with_buttons(anna: Friend) -> None:
    await anna.sends(anna.written("#Экономика"), anna.forwarded(article("01")))
    await anna.forwards(article("04"))
    shown = said(await anna.writes("#экономика"))
    assert shown.startswith("#Экономика: 1 статья")
    assert "Товарооборот" in said(await anna.clicks("1"))


async def test_the_list_of_a_tag_has_pages(anna: Friend) -> None:
    texts = [f"Новость {number}\n\nВ городе номер {number} построили школу. Она светлая." for number in range(7)]
    await anna.sends(anna.written("#школы"), *[anna.forwarded(text) for text in texts])
    assert "6. " not in said(await anna.writes("#школы"))
    assert "6. " in said(await anna.clicks("›"))


async def test_a_tag_that_nothing_has_is_explained(anna: Friend) -> None:
    assert "Статей с меткой #пусто пока нет" in said(await anna.writes("#пусто"))


async def test_a_hashtag_in_an_article_is_none(anna: Friend) -> None:
    await anna.forwards(article("04") + "\n\n#мосты")
    assert "пока нет" in said(await anna.writes("#мосты"))


async def test_a_tag_is_gone_with_its_article(anna: Friend) -> None:
    await anna.sends(anna.written("#мосты"), anna.forwarded(article("04")))
    await anna.server.archive.forget(ANNA)
    assert "пока нет" in said(await anna.writes("#мосты"))


async def test_an_article_has_room_for_some_tags(anna: Friend) -> None:
    card = only(await anna.forwards(article("04")))
    names = [f"#метка{number}" for number in range(MOST + 1)]
    shown = said(await anna.replies(card, " ".join(names)))
    assert shown.startswith(f"Отметил: {' '.join(names[:MOST])}\n")
    assert f"Больше {MOST} меток" in shown


async def test_a_page_of_a_tag_that_is_gone_says_so(anna: Friend) -> None:
    texts = [f"Новость {number}\n\nВ городе номер {number} построили школу. Она светлая." for number in range(7)]
    await anna.sends(anna.written("#школы"), *[anna.forwarded(text) for text in texts])
    await anna.writes("#школы")
    await anna.server.archive.forget(ANNA)
    (gone,) = await anna.clicks("›")
    assert gone.alert


@pytest.mark.parametrize("chat", [ChatId(100), ChatId(200)])
async def test_a_tag_is_known_in_its_chat_only(server: Server, chat: ChatId) -> None:
    anna = server.somebody()
    await anna.sends(anna.written("#мосты"), anna.forwarded(article("04")))
    (latest,) = await server.archive.page(ANNA, 0, 1)
    assert await server.archive.tags(chat, latest.id) == (("мосты",) if chat == ANNA else ())
    assert await server.archive.tag(ChatId(200), latest.id, ["чужая"]) == ()


async def test_tags_outlive_the_process(server: Server) -> None:
    anna = server.somebody()
    await anna.sends(anna.written("#мосты"), anna.forwarded(article("04")))
    async with open_archive(server.url) as archive:
        assert await archive.tags(ANNA, ArticleId(1)) == ("мосты",)
