"""The settings change how a chat is spoken to, at once and for good."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from aiogram.types import Chat

from handlers.buttons import OnChoice
from handlers.settings import CHOICES
from handlers.zones import OFFSETS, PLACES, called, find_zone, zone_of
from storage.records import ChatId, Preferences
from tests.telegram import Friend, Server, article, said

SUMMER, WINTER = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


async def preferences(friend: Friend) -> Preferences:
    return await friend.server.archive.preferences(ChatId(friend.person.chat.id))


async def test_a_language_takes_effect_in_the_very_message(anna: Friend) -> None:
    await anna.writes("/settings")
    await anna.clicks("Язык")
    shown = said(await anna.clicks("Қазақша"))
    assert "Тіл: қазақша" in shown
    assert "Баптаулар" in shown
    assert "Сәлеметсіз бе" in said(await anna.writes("/start"))
    assert await preferences(anna) == Preferences(language="kk", spoken="kk")


async def test_automatic_is_the_language_of_the_telegram_of_whoever_writes(server: Server) -> None:
    john = server.somebody(language="en")
    await john.writes("/settings")
    await john.clicks("Language")
    await john.clicks("Русский")
    await john.clicks("Язык")
    assert "Language: English, chosen automatically" in said(await john.clicks("Автоматически"))


async def test_what_is_chosen_is_marked(anna: Friend) -> None:
    await anna.writes("/settings")
    assert "[✓ По длине текста]" in said(await anna.clicks("Пересказ"))
    await anna.clicks("5 предложений")
    shown = said(await anna.clicks("Пересказ"))
    assert "[✓ 5 предложений]" in shown
    assert "[По длине текста]" in shown


def quoted(shown: str) -> int:
    """How many sentences of the article 01 stand on a card."""
    return sum(one in shown for one in re.split(r"(?<=[.!?»]) |\n", article("01")) if len(one) > 30)


async def test_cards_have_the_length_that_was_chosen_and_more_is_more(anna: Friend) -> None:
    usual = quoted(said(await anna.forwards(article("01"))))
    await anna.writes("/settings")
    await anna.clicks("Пересказ")
    await anna.clicks("1 предложение")
    await anna.forwards(article("01"))
    short = said(await anna.clicks("Открыть"))
    long = said(await anna.clicks("Подробнее"))
    assert quoted(short) < usual < quoted(long)
    assert "[Короче]" in long
    assert quoted(said(await anna.clicks("Короче"))) == quoted(short)
    await anna.clicks("Удалить")
    assert "[Подробнее]" in said(await anna.clicks("Оставить"))


async def test_an_hour_is_kept_while_the_time_zone_is_asked_for(anna: Friend) -> None:
    await anna.writes("/settings")
    await anna.clicks("Сводка")
    assert "Осталось узнать ваше время" in said(await anna.clicks("18:00"))
    (city,) = (text for text in anna.buttons() if text.endswith(" Алматы"))
    shown = said(await anna.clicks(city))
    assert "Сводка: каждый день в 18:00" in shown
    assert re.search(r"Алматы, UTC\+5, сейчас у вас \d\d:\d\d", shown)
    kept = await preferences(anna)
    assert (kept.digest_hour, kept.time_zone) == (18, "Asia/Almaty")
    assert kept.digested is not None
    assert kept.digested.astimezone(zone_of("Asia/Almaty")).hour == 18
    assert kept.digested < datetime.now(UTC)


async def test_whoever_has_a_zone_is_not_asked_again(anna: Friend) -> None:
    await anna.writes("/settings Москва")
    await anna.clicks("Сводка")
    assert "каждый день в 07:00" in said(await anna.clicks("07:00"))
    await anna.clicks("Сводка")
    assert "не присылаю" in said(await anna.clicks("Не присылать"))
    assert (await preferences(anna)).digested is None


def times(buttons: list[str]) -> int:
    return sum(bool(re.match(r"\d\d:\d\d ", text)) for text in buttons)


async def test_every_city_and_offset_can_be_chosen(anna: Friend) -> None:
    await anna.writes("/settings")
    for opened, count in (("Часовой пояс", len(PLACES)), ("По смещению UTC", len(OFFSETS))):
        await anna.clicks(opened)
        while "‹" in anna.buttons():
            await anna.clicks("‹")
        seen = times(anna.buttons())
        while "›" in anna.buttons():
            await anna.clicks("›")
            seen += times(anna.buttons())
        assert seen == count


async def test_in_a_group_the_settings_are_the_groups(server: Server) -> None:
    group = Chat(id=-100500, type="supergroup", title="Редакция")
    anna, john = server.somebody(chat=group), server.somebody(200, "en", group)
    await anna.writes("/settings@verbatim_bot")
    await anna.clicks("Язык")
    await anna.clicks("Қазақша")
    assert "Тіл: қазақша" in said(await john.writes("/settings@verbatim_bot"))
    assert "Language: English, chosen automatically" in said(await server.somebody(200, "en").writes("/settings"))


@pytest.mark.parametrize(
    "forged", ["p:language:de", "p:sentences:4", "p:digest_hour:24", "p:time_zone:Asia", "p:time_zone:../x", "p:x:1"]
)
async def test_a_forged_choice_changes_nothing(anna: Friend, forged: str) -> None:
    (shown,) = await anna.writes("/settings")
    assert shown.message is not None
    assert "кнопка" in said(await anna.presses(shown.message, forged))
    assert await preferences(anna) == Preferences()


async def test_preferences_that_cannot_be_loaded_are_told_in_the_persons_language(server: Server) -> None:
    with closing(sqlite3.connect(server.url.removeprefix("sqlite:///"))) as database:
        database.execute("DROP TABLE preferences")
    assert "Something broke" in said(await server.somebody(language="en").writes("/settings"))


async def test_everything_deleted_is_also_the_settings(anna: Friend) -> None:
    await anna.writes("/settings Алматы")
    assert "настройки" in said(await anna.writes("/privacy"))
    await anna.clicks("Удалить всё")
    await anna.clicks("Да, удалить всё")
    assert await preferences(anna) == Preferences()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Алматы", "Asia/Almaty"),
        ("алмата", "Asia/Almaty"),
        ("АЛМА-АТА", "Asia/Almaty"),
        ("Астана", "Asia/Almaty"),
        ("Көкшетау", "Asia/Almaty"),
        ("Қызылорда", "Asia/Qyzylorda"),
        ("Мәскеу", "Europe/Moscow"),
        ("Питер", "Europe/Moscow"),
        ("Новосибирс", "Asia/Novosibirsk"),
        ("novosibrsk", "Asia/Novosibirsk"),
        ("нью йорк", "America/New_York"),
        ("Киев", "Europe/Kyiv"),
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("UTC+5", "+0500"),
        ("utc +5:30", "+0530"),
        ("−3:30", "-0330"),
        ("GMT", "+0000"),
        ("+14", "+1400"),
        ("UTC-12", "-1200"),
        ("UTC+15", None),
        ("Урюпинск-на-Марсе", None),
        ("5", None),
    ],
)
def test_a_zone_is_found_as_people_type_it(typed: str, zone: str | None) -> None:
    assert find_zone(typed) == zone


@pytest.mark.parametrize("name", ["", "Asia", "../etc/passwd", "Atlantis/Capital", "+99", "+5", "a\0b", None])
def test_what_names_no_zone_is_none(name: str | None) -> None:
    assert zone_of(name) is None


def test_zones_are_called_as_people_know_them() -> None:
    assert called("Asia/Almaty", WINTER, "ru") == "Алматы, UTC+5"
    assert called("Europe/Kyiv", SUMMER, "ru") == "Киев, UTC+3"
    assert called("Europe/Kyiv", WINTER, "en") == "Kyiv, UTC+2"
    assert called("Europe/Moscow", WINTER, "kk") == "Мәскеу, UTC+3"
    assert called("-0330", WINTER, "ru") == "UTC−3:30"


def test_every_place_has_a_zone_and_a_name_in_each_language() -> None:
    assert all(zone_of(place.zone) for place in PLACES)
    assert all(not place.name(locale).isascii() for place in PLACES for locale in ("ru", "kk"))
    assert all(zone_of(offset) for offset in OFFSETS)


def test_every_choice_is_a_field_of_the_preferences() -> None:
    whats = OnChoice.model_fields["what"].annotation.__args__  # type: ignore[union-attr]
    assert set(whats) == {*CHOICES, "time_zone"} <= set(Preferences.__dataclass_fields__)
