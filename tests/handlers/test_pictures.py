"""A picture of words becomes an article, where Debian's tesseract with Russian is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.door import Door
from intake.pictures import languages
from storage.records import ChatId
from tests.intake.making import scan
from tests.telegram import Friend, Server, only, said

WORDS = Path(__file__).with_name("words.png").read_bytes()
"""In three lines: "В Омске во вторник открыли новый мост. «Город ждал его десять лет», — сказал мэр Иван Петров. По мосту
уже прошли первые автобусы."
"""

CHAT = ChatId(100)

pytestmark = pytest.mark.skipif("rus" not in languages().split("+"), reason="tesseract with Russian is not installed")


@pytest.fixture(autouse=True)
def door(server: Server) -> None:
    """One that reads pictures, as the tests' own does not."""
    server.dispatcher["door"] = Door(follows_links=False)


WAYS: dict[str, Callable[[Friend], Any]] = {
    "a photo": lambda anna: anna.sends_photo(WORDS),
    "a forwarded photo": lambda anna: anna.forwards(photo=anna.person.sends_photo(WORDS).message.photo),  # type: ignore[union-attr]
    "a file": lambda anna: anna.sends_file("мост.png", WORDS),
}


@pytest.mark.parametrize("send", WAYS.values(), ids=WAYS.keys())
async def test_what_a_picture_says_is_the_article(send: Callable[[Friend], Any], anna: Friend) -> None:
    card = only(await send(anna))
    assert "открыли новый мост" in (card.text or "")
    kept = await anna.server.archive.latest(CHAT)
    assert kept is not None
    assert kept.source.kind == "file"
    assert "Город ждал его десять лет" in said(await anna.replies(card, "что сказал Петров?"))


async def test_a_picture_without_words_is_told_of_and_nothing_is_kept(anna: Friend) -> None:
    assert "не разобрал текста" in said(await anna.sends_file("scan.pdf", scan()))
    assert await anna.server.archive.count(CHAT) == 0
