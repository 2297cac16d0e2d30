from __future__ import annotations

import pytest
from aiogram.types import Message

from tests.telegram import Friend, article, only


def shown_sentences(card: Message) -> list[str]:
    (summary,) = [one.extract_from(card.text or "") for one in card.entities or [] if one.type == "blockquote"]
    return summary.split("\n\n")


async def test_a_summary_is_sentences_of_the_article_and_a_longer_one_holds_more_of_them(anna: Friend) -> None:
    (card,) = await anna.forwards(article("01"))
    (longer,) = await anna.clicks("Подробнее")
    (shorter,) = await anna.clicks("Короче")
    assert card.message is not None
    assert longer.message is not None
    assert shorter.message is not None
    assert 1 <= len(shown_sentences(card.message)) <= 3 < len(shown_sentences(longer.message)) <= 7
    assert all(sentence in article("01") for sentence in shown_sentences(longer.message))
    assert shorter.message.text == card.message.text
    assert longer.edited


async def test_a_title_that_the_summary_begins_with_is_not_shown_twice(anna: Friend) -> None:
    opening = "⚡️АСТАНА, 5 ноя — Степные вести. Порт (его ждали долго) в Актау построят к маю, сообщили в акимате."
    (card,) = await anna.forwards(f"{opening} Деньги на него выделены.")
    assert card.message is not None
    assert (card.message.text or "").count("построят") == 1


async def test_a_button_pressed_twice_is_no_error(anna: Friend) -> None:
    card = only(await anna.forwards(article("01")))
    keys = card.reply_markup.inline_keyboard if card.reply_markup else []
    data = next(one.callback_data or "" for row in keys for one in row if one.text == "Подробнее")
    assert len(await anna.presses(card, data)) == 1
    assert await anna.presses(card, data) == []


async def test_a_reply_to_either_copy_of_an_article_is_about_it(anna: Friend) -> None:
    await anna.forwards(article("01"))
    first = anna.sent
    await anna.forwards(article("01"), channel="Другой")
    second = anna.sent
    await anna.forwards(article("05"))
    for message in (first, second):
        (shown,) = await anna.replies(message, "какой товарооборот?")
        assert shown.message is not None
        assert "Нашлось в другой" not in (shown.message.text or "")
        assert "28,4 млрд" in (shown.message.text or "")


async def test_the_source_is_linked(anna: Friend) -> None:
    (card,) = await anna.forwards(article("01"), channel="Вестник")
    assert card.message is not None
    (link,) = [one for one in card.message.entities or [] if one.type == "text_link"]
    assert (link.url, link.extract_from(card.message.text or "")) == ("https://t.me/vestnik/77", "Вестник")


async def test_facts_stand_kind_by_kind_with_no_line_twice(anna: Friend) -> None:
    await anna.forwards(article("01"))
    (told,) = await anna.clicks("Факты")
    assert told.message is not None
    shown = (told.message.text or "").splitlines()
    lines = [line for line in shown if line.startswith("• ")]
    assert len(lines) == len(set(lines))
    assert [line[0] for line in shown if line[:1] in "👤🏢📍📅🔢" and line] == list("👤🏢📍📅🔢")


async def test_a_text_without_facts_has_no_button_for_them(anna: Friend) -> None:
    await anna.forwards("Тепло и солнечно. Все вышли гулять в сад.")
    with pytest.raises(LookupError):
        await anna.clicks("Факты")
