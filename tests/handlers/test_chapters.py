"""A long article in the chat: its chapters, and how much of it is read."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import DeleteMessage, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Message

import nlp
from bot.app import build_dispatcher
from bot.local_telegram import Shown
from handlers import status
from handlers.reader import TooSlowError
from nlp import Reading
from nlp.progress import Progress, silent
from storage.records import ChatId
from tests.book import TITLES, book
from tests.telegram import Friend, Server, article, said

READING = "Читаю: "


def buttons(message: Message | None) -> dict[str, str]:
    assert message is not None
    assert message.reply_markup is not None
    return {one.text: one.callback_data or "" for row in message.reply_markup.inline_keyboard for one in row}


def text_of(shown: Shown) -> str:
    return (shown.message and shown.message.text) or ""


# ---- chapters


async def test_a_chapter_is_shown_in_more_of_its_own_sentences(anna: Friend) -> None:
    text = book(12, 360)
    await anna.forwards(text)
    (page,) = await anna.clicks("По главам")
    (opened,) = await anna.clicks("3")
    assert text_of(page).startswith("Дорога к плотине\n")
    third = text[text.index("Глава 3.") : text.index("Глава 4.")]
    assert text_of(opened).startswith("Глава 3. Первая дорога\n")
    assert opened.message is not None
    (quoted,) = [one for one in opened.message.entities or [] if one.type == "blockquote"]
    sentences = quoted.extract_from(text_of(opened)).split("\n\n")
    assert len(sentences) == 5
    assert all(one in third for one in sentences)


async def test_every_chapter_is_on_a_page(anna: Friend) -> None:
    await anna.forwards(book(12, 360))
    pages = [*(await anna.clicks("По главам")), *(await anna.clicks("›")), *(await anna.clicks("›"))]
    shown = "\n".join(map(text_of, pages))
    assert all(f"Глава {number}. {title}\n" in shown for number, title in enumerate(TITLES, 1))
    assert [one.edited for one in pages] == [False, True, True]


async def test_a_question_in_reply_to_a_chapter_is_about_its_article(anna: Friend) -> None:
    await anna.forwards(book(12, 360))
    (page,) = await anna.clicks("По главам")
    (opened,) = await anna.clicks("3")
    await anna.forwards(article("01"))
    for shown in (page, opened):
        assert shown.message is not None
        assert "Дорога к плотине" in said(await anna.replies(shown.message, "что сказала Вера Ланская?"))


async def test_a_text_without_headings_has_numbered_parts(anna: Friend) -> None:
    text = "\n".join(line for line in book(1, 150).splitlines() if not line.startswith("Глава"))
    assert "150 предложений, 3 части" in said(await anna.forwards(text.replace("Дорога к плотине", "")))
    shown = said(await anna.clicks("По главам"))
    assert all(f"Часть {number} из 3\n" in shown for number in (1, 2, 3))


async def test_a_chapter_that_is_gone_is_told_so(anna: Friend) -> None:
    (card,) = await anna.forwards(book(12, 360))
    (page,) = await anna.clicks("По главам")
    here, there = buttons(card.message), buttons(page.message)
    assert card.message is not None
    for data in ("c:1:99", "c:1:-5", "h:1:99"):
        assert said(await anna.presses(card.message, data)) == "Эта кнопка уже не работает."
    await anna.edits(anna.sent, article("01"))
    assert said(await anna.presses(card.message, here["По главам"])) == "Эта кнопка уже не работает."
    assert said(await anna.presses(card.message, there["5"])) == "Эта кнопка уже не работает."
    await anna.clicks("Удалить")
    await anna.clicks("Да, удалить")
    for data in (here["По главам"], there["5"], there["›"]):
        assert said(await anna.presses(card.message, data)) == "Этой статьи уже нет."


@pytest.mark.parametrize("title", ["Я" * 200, "😀Я" * 100, "ГЛАВА"])
async def test_the_longest_chapters_fit_into_a_message(anna: Friend, title: str) -> None:
    sentence = "😀" * 2000 + " Слово стоит в предложении."
    chapters = (f"Глава {n}. {title[:90]}\n\n" + f"Раз {n} {sentence} Два {sentence}\n" * 20 for n in range(1, 7))
    assert "6 глав" in said(await anna.writes(f"{title}\n\n" + "\n\n".join(chapters)))
    assert "Глава 1" in said(await anna.clicks("По главам"))
    assert "Глава 1" in said(await anna.clicks("1"))


# ---- how much is read


class Watched:
    """A reader that goes on when the chat has seen how much is read, or Telegram has refused to show it.

    ``refused`` are methods that Telegram fails at, where they are about that.
    """

    def __init__(self, server: Server, shares: Sequence[float], refused: Mapping[type[Any], Exception]) -> None:
        self.shares = shares
        self.refused = refused
        self.seen = asyncio.Event()
        self.reading = asyncio.get_running_loop().create_future()
        self.do, self.show = server.telegram._do, server.telegram.show
        server.telegram._do = self._obey  # type: ignore[method-assign]
        server.telegram.show = self._notice
        server.dispatcher = build_dispatcher(server.archive, frozenset(), self.read)

    async def read(self, text: str, title: str | None, progress: Progress = silent) -> Reading:
        for share in self.shares:
            self.seen.clear()
            progress(share)
            if share >= max(self.shares[: self.shares.index(share) + 1]):
                await asyncio.wait_for(self.seen.wait(), 30)
        return await self.finish(text, title)

    async def finish(self, text: str, title: str | None) -> Reading:
        return nlp.read(text, title)

    def _notice(self, shown: Shown) -> None:
        self.show(shown)
        if text_of(shown).startswith(READING):
            self.seen.set()

    def _obey(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        if type(method) in self.refused and getattr(method, "text", READING).startswith(READING):
            self.seen.set()
            raise self.refused[type(method)]
        return self.do(bot, method)


class Failing(Watched):
    async def finish(self, text: str, title: str | None) -> Reading:
        raise TooSlowError


class Endless(Watched):
    async def finish(self, text: str, title: str | None) -> Reading:
        self.reading.set_result(None)
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock: whatever happens after some seconds happens at once."""
    monkeypatch.setattr(status, "PATIENCE", 0)
    monkeypatch.setattr(status, "PAUSE", 0)


def left(server: Server) -> list[str]:
    """What still says how much is read."""
    return [one.text for one in server.telegram.messages.values() if one.text and one.text.startswith(READING)]


LONG_TEXT = book(4, 280)


@pytest.mark.usefixtures("impatient")
async def test_the_chat_sees_how_much_is_read_in_one_message_that_goes_away(server: Server, anna: Friend) -> None:
    Watched(server, (0.1, 0.4, 0.2, 0.8), {})
    *told, card = await anna.forwards(LONG_TEXT)
    assert [text_of(one) for one in told] == [f"Читаю: {percent} %…" for percent in (10, 40, 80)]
    assert [one.edited for one in told] == [False, True, True]
    assert "4 главы" in text_of(card)
    assert left(server) == []


@pytest.mark.usefixtures("impatient")
async def test_an_edited_text_tells_how_much_is_read_too(server: Server, anna: Friend) -> None:
    await anna.forwards(article("01"))
    Watched(server, (0.5,), {})
    told, card = await anna.edits(anna.sent, LONG_TEXT)
    assert text_of(told) == "Читаю: 50 %…"
    assert "4 главы" in text_of(card)
    assert left(server) == []


@pytest.mark.usefixtures("impatient")
async def test_a_short_text_is_read_without_a_word(server: Server, anna: Friend) -> None:
    (card,) = await anna.forwards(article("01"))
    assert "Товарооборот" in text_of(card)


@pytest.mark.usefixtures("impatient")
async def test_a_reading_that_is_nearly_over_is_not_announced(server: Server, anna: Friend) -> None:
    async def read(text: str, title: str | None, progress: Progress = silent) -> Reading:
        progress(0.9)
        for _ in range(10):
            await asyncio.sleep(0)
        return nlp.read(text, title)

    server.dispatcher = build_dispatcher(server.archive, frozenset(), read)
    (card,) = await anna.forwards(LONG_TEXT)
    assert "4 главы" in text_of(card)


GONE = TelegramBadRequest(EditMessageText(text=READING), "Bad Request: message to edit not found")
AWAY = TelegramNetworkError(SendMessage(chat_id=1, text=READING), "away")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("shares", "method", "failure"),
    [((0.1,), SendMessage, AWAY), ((0.1, 0.4), EditMessageText, GONE), ((0.1,), DeleteMessage, GONE)],
    ids=["Telegram is away", "the person has deleted it", "Telegram does not delete it"],
)
async def test_a_text_is_read_though_nobody_sees_how_far(
    server: Server, anna: Friend, shares: Sequence[float], method: type[Any], failure: Exception
) -> None:
    Watched(server, shares, {method: failure})
    *_, card = await anna.forwards(LONG_TEXT)
    assert "4 главы" in text_of(card)
    assert await server.archive.count(ChatId(anna.person.chat.id)) == 1


@pytest.mark.usefixtures("impatient")
async def test_what_is_not_read_to_its_end_leaves_no_word_of_it(server: Server, anna: Friend) -> None:
    Failing(server, (0.1,), {})
    *_, why = await anna.forwards(LONG_TEXT)
    assert text_of(why).startswith("Читал слишком долго")
    assert left(server) == []


@pytest.mark.usefixtures("impatient")
async def test_a_bot_that_is_stopped_takes_its_word_back(server: Server, anna: Friend) -> None:
    reader = Endless(server, (0.1,), {})
    reading = asyncio.create_task(anna.forwards(LONG_TEXT))
    await asyncio.wait_for(reader.reading, 30)
    assert left(server) == ["Читаю: 10 %…"]
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert left(server) == []
