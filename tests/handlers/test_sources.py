"""Where an article came from, and whom it cites itself, stands wherever it is shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import nlp
from handlers.phrases import phrases
from handlers.views import card, dated
from storage.records import Article, ArticleId, Source
from tests.telegram import Friend, article, said

NOW = datetime(2026, 11, 12, 9, tzinfo=UTC)
ANNA = {"id": 7, "is_bot": False, "first_name": "Борис", "last_name": "Ли", "username": "boris"}
PRIVATE = {"id": -1001234567890, "type": "channel", "title": "Закрытый"}
ORIGINS: list[tuple[dict[str, Any], str, str | None]] = [
    (
        {"type": "channel", "chat": {**PRIVATE, "title": "Вестник", "username": "vestnik"}, "message_id": 77},
        "Вестник",
        "https://t.me/vestnik/77",
    ),
    (
        {"type": "channel", "chat": PRIVATE, "message_id": 7, "author_signature": "Редактор"},
        "Закрытый (Редактор)",
        "https://t.me/c/1234567890/7",
    ),
    (
        {
            "type": "chat",
            "sender_chat": {"id": -1009, "type": "supergroup", "title": "Двор", "username": "dvor"},
            "author_signature": "Админ",
        },
        "Двор (Админ)",
        "https://t.me/dvor",
    ),
    ({"type": "chat", "sender_chat": {"id": -1009, "type": "supergroup", "title": "Двор"}}, "Двор", None),
    ({"type": "user", "sender_user": ANNA}, "Борис Ли", "https://t.me/boris"),
    ({"type": "user", "sender_user": {**ANNA, "username": None}}, "Борис Ли", None),
    ({"type": "hidden_user", "sender_user_name": "Кто-то"}, "Кто-то", None),
]


@pytest.mark.parametrize(("origin", "name", "url"), ORIGINS)
async def test_an_origin_is_told_with_its_date_and_link_on_the_card_in_the_list_and_with_an_answer(
    origin: dict[str, Any], name: str, url: str | None, anna: Friend
) -> None:
    (shown,) = await anna.delivers(text=article("01"), forward_origin={**origin, "date": 1795370000})
    (answer,) = await anna.writes("какой товарооборот?")
    listed = await anna.writes("/articles")
    for told in ([shown], [answer], listed):
        assert f"{name} · 22 ноября 2026" in said(told)
    assert shown.message is not None
    links = [one.url for one in shown.message.entities or [] if one.type == "text_link"]
    assert links == ([url] if url else [])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("link", "КазТАГ", "https://example.org/1", "Анна Ли", NOW), "КазТАГ (Анна Ли) · 12 ноября 2026"),
        (Source("link", "example.org", "https://example.org/1"), "example.org"),
        (Source("file", "Отчёт.pdf", None, "Вестник"), "файл «Отчёт.pdf» (Вестник)"),
        (Source("file"), "картинка"),
        (Source("excerpt", "Вестник", "https://t.me/vestnik/77"), "отрывок: Вестник"),
        (Source("channel", "Вестник", None, "Вестник"), "Вестник"),
        (Source("pasted"), "вставленный текст"),
        (Source("hidden_user"), "автор скрыт"),
    ],
)
def test_every_kind_of_source_has_a_name(source: Source, told: str) -> None:
    assert dated(source, phrases("ru")).render()[0].replace("\u202f", " ").removesuffix(" г.") == told


CITING = {
    "ru": ("Мост закроют до весны, передаёт BAQ.KZ со ссылкой на мэрию. Объезд готов.", "Со ссылкой на: BAQ.KZ"),
    "kk": ("Көпір жабылады, деп хабарлайды BAQ.KZ. Айналма жол дайын.", "Дереккөз: BAQ.KZ"),
    "en": ("The bridge will close in May, Reuters reported. A detour is ready.", "Citing: Reuters"),
}


def shown(text: str, source: Source, language: str) -> str:
    reading = nlp.read(text)
    kept = Article(ArticleId(1), text, reading.title, source, NOW, reading)
    return card(kept, phrases(language)).render()[0]


@pytest.mark.parametrize("language", CITING)
def test_the_source_that_the_text_names_stands_beside_where_it_came_from(language: str) -> None:
    text, cited = CITING[language]
    told = shown(text, Source("channel", "Вестник"), language)
    assert "Вестник" in told
    assert cited in told


def test_a_source_is_not_told_twice() -> None:
    text, cited = CITING["ru"]
    assert cited not in shown(text, Source("link", "baq.kz", "https://baq.kz/1"), "ru")
