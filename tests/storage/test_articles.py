"""A question typed in words of its own finds its article among all the articles written for the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import nlp
from storage.archive import Archive, open_archive
from storage.records import ChatId, Incoming, MessageId, Part, Source

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
CHAT = ChatId(-1009)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


read = cache(nlp.read)


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Archive]:
    """An archive that was opened again and holds every article; the number of its file is its message."""
    url = f"sqlite:///{tmp_path}/archive.db"
    async with open_archive(url) as archive:
        for path in ARTICLES:
            text = path.read_text("utf-8")
            part = Part(MessageId(int(path.name[:2])), 0, len(text))
            await archive.save(CHAT, Incoming(text, None, Source("pasted"), (part,), NOON), read(text))
    async with open_archive(url) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "language", "message"),
    [
        ("какой товарооборот", "ru", 1),
        ("что Токаев сказал о России?", "ru", 1),
        ("сколько депутатов проголосовали за закон о парках", "ru", 2),
        ("ледниковые станции и гляциологи", "ru", 3),
        ("когда закроют мост", "ru", 4),
        ("кто забросил решающую шайбу", "ru", 5),
        ("муравьям нужен маршрут", "ru", 6),
        ("причина пожара на складах", "ru", 7),
        ("прибыль степбанка", "ru", 8),
        ("су коймасы", "kk", 9),
        ("халыкаралык олимпиада", "kk", 10),
        ("how much does the ferry cost", "en", 11),
        ("overdue books in libraries", "en", 12),
    ],
)
async def test_a_question_finds_its_article(full: Archive, question: str, language: str, message: int) -> None:
    hits = await full.search(CHAT, nlp.Question(question, language, "fact", question), 3)
    assert [part.message_id for part in await full.parts(CHAT, hits.articles[0].id)] == [message]


async def test_every_reading_comes_back_as_it_was(full: Archive) -> None:
    for heading in await full.page(CHAT, 0, len(ARTICLES)):
        article = await full.article(CHAT, heading.id)
        assert article is not None
        assert article.reading == read(article.text)
        assert nlp.load(nlp.dump(article.reading), article.text) == article.reading
