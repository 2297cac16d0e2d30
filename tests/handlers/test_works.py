"""Long work shows itself, is replaced by its result, and stops when the person says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendChatAction, TelegramMethod
from aiohttp import web

from bot.local_telegram import Shown
from handlers import status
from handlers.works import is_cancel
from intake.documents import Document
from intake.door import Door
from nlp import Reading
from nlp.progress import Progress, silent
from storage.records import ChatId
from tests.book import book
from tests.site import HOME, Site
from tests.telegram import Friend, Server, article, said

CHAT = ChatId(100)
TEXT = article("01")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock: whatever happens after some seconds happens at once."""
    monkeypatch.setattr(status, "PATIENCE", 0)
    monkeypatch.setattr(status, "PAUSE", 0)


class Held(Door):
    """A door behind which a document waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.let_go, self.ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def link(self, url: str) -> Document:
        return await self._wait(Document(TEXT, "Товарооборот", None, None, "Вестник", url))

    async def file(self, data: bytes, name: str) -> Document:
        return await self._wait(Document(data.decode()))

    async def _wait(self, document: Document) -> Document:
        self.reached.set()
        try:
            await self.let_go.wait()
            return document
        finally:
            self.ended.set()


class Told:
    """What the bot has shown; `until` waits for words."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.show = server.telegram.show
        server.telegram.show = self._notice
        self.arrived = asyncio.Event()

    def _notice(self, shown: Shown) -> None:
        self.show(shown)
        self.arrived.set()

    async def until(self, words: str) -> Shown:
        async with asyncio.timeout(60):
            while not (found := [one for one in self.server.shown if words in said([one])]):
                self.arrived.clear()
                await self.arrived.wait()
        return found[-1]


@pytest.fixture
def held(server: Server) -> Held:
    held = Held()
    server.dispatcher["door"] = held
    return held


@pytest.fixture
def told(server: Server) -> Told:
    return Told(server)


@asynccontextmanager
async def beside(work: Any) -> AsyncIterator[asyncio.Task[list[Shown]]]:
    """The work of one update while others are handled, as the lanes let a cancel pass; it must end."""
    task = asyncio.create_task(work)
    try:
        yield task
        await asyncio.wait_for(task, 60)
    finally:
        task.cancel()


WORKS: dict[str, tuple[str, Callable[[Friend], Any]]] = {
    "a link": ("Открываю ссылку", lambda anna: anna.writes("https://example.org/news/1")),
    "a file": ("Открываю файл", lambda anna: anna.sends_file("a.txt", TEXT.encode())),
}
each_work = pytest.mark.parametrize(("words", "act"), WORKS.values(), ids=WORKS.keys())


@each_work
async def test_what_is_done_stands_in_one_reply_that_becomes_the_card(
    words: str, act: Any, held: Held, told: Told, anna: Friend
) -> None:
    async with beside(act(anna)) as work:
        shown = await told.until(words)
        assert "[Отмена]" in said([shown])
        held.let_go.set()
    first, card = work.result()
    assert first.message is not None
    assert card.message is not None
    assert (first.edited, card.edited) == (False, True)
    assert card.message.message_id == first.message.message_id
    assert first.message.reply_to_message is not None
    assert first.message.reply_to_message.message_id == anna.sent.message_id
    assert "28,4 млрд" in said([card])
    assert "[Отмена]" not in said([card])
    assert "Лугинин" in said(await anna.replies(card.message, "что сказал Лугинин?"))


@each_work
@pytest.mark.parametrize("way", ["the button", "отмена", "Отмена!", "бас тарту", "cancel"])
async def test_it_stops_when_the_person_says_so(
    way: str, words: str, act: Any, held: Held, told: Told, anna: Friend
) -> None:
    async with beside(act(anna)) as work:
        await told.until(words)
        await (anna.clicks("Отмена") if way == "the button" else anna.writes(way))
    assert held.ended.is_set()
    shown = work.result()
    assert said([shown[-1]]) == "Отменено, ничего не сохранил."
    assert shown[-1].edited
    assert await anna.server.archive.count(CHAT) == 0
    assert "[Отмена]" not in said([Shown(one) for one in anna.server.telegram.messages.values()])
    held.let_go.set()
    assert "28,4 млрд" in said(await act(anna))  # and the next is done as ever


async def test_a_reading_that_takes_long_can_be_stopped_too(server: Server, told: Told, anna: Friend) -> None:
    async def read(text: str, title: str | None, progress: Progress = silent) -> Reading:
        progress(0.1)
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

    server.dispatcher["reader"] = read
    async with beside(anna.forwards(book(4, 280))) as work:
        await told.until("Читаю: 10 %…")
        await anna.clicks("Отмена")
    assert said([work.result()[-1]]) == "Отменено, ничего не сохранил."
    assert await server.archive.count(CHAT) == 0


async def test_while_one_chat_waits_for_a_link_another_is_served(
    server: Server, held: Held, told: Told, anna: Friend
) -> None:
    boris = server.somebody(200)
    async with beside(anna.writes("https://example.org/news/1")):
        await told.until("Открываю ссылку")
        assert "28,4 млрд" in said(await boris.forwards(TEXT))
        assert "28,4 млрд" in said(await boris.writes("какой товарооборот?"))
        held.let_go.set()


async def test_one_chat_does_not_stop_the_work_of_another(server: Server, held: Held, told: Told, anna: Friend) -> None:
    boris = server.somebody(200)
    async with beside(anna.writes("https://example.org/news/1")) as work:
        await told.until("Открываю ссылку")
        assert "отменять нечего" in said(await boris.writes("отмена"))
        held.let_go.set()
    assert "28,4 млрд" in said(work.result())


async def test_a_cancel_that_comes_too_late_says_so(held: Held, told: Told, anna: Friend) -> None:
    held.let_go.set()
    card = (await anna.writes("https://example.org/news/1"))[-1].message
    assert card is not None
    assert "отменять нечего" in said(await anna.writes("отмена"))
    shown = await anna.presses(card, f"x:{anna.sent.message_id}")
    assert "успел закончить" in said(shown)
    assert await anna.server.archive.count(CHAT) == 1


async def test_the_word_stops_what_was_sent_before_it_and_still_waits(held: Held, anna: Friend) -> None:
    waiting, later = (anna.person.writes("https://example.org/news/1") for _ in range(2))
    held.let_go.set()
    assert "отменять нечего" in said(await anna.writes("отмена"))
    assert "Отменено" in said(await anna._does(waiting))
    assert "Отменено" in said(await anna._does(later))
    assert "28,4 млрд" in said(await anna.writes("https://example.org/news/1"))


async def test_a_question_may_hold_the_word(anna: Friend) -> None:
    assert "Статей пока нет" in said(await anna.writes("отмена рейсов из-за погоды?"))


async def test_a_site_that_does_not_answer_is_left_when_the_person_stops(
    server: Server, site: Site, told: Told, anna: Friend
) -> None:
    left = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        try:
            while True:
                await response.write(b" ")
                await asyncio.sleep(0)
        finally:
            left.set()

    server.dispatcher["door"] = Door(limits=site.limits(), is_allowed={HOME}.__contains__)
    async with beside(anna.writes(site.does("/slow", hang))) as work:
        await told.until("Открываю ссылку")
        await anna.clicks("Отмена")
    assert "Отменено" in said(work.result())
    await asyncio.wait_for(left.wait(), 60)


async def test_what_is_refused_is_told_where_the_status_stood(server: Server, told: Told, anna: Friend) -> None:
    class Closed(Held):
        async def link(self, url: str) -> Document:
            await super().link(url)
            return await Door(follows_links=False).link(url)

    server.dispatcher["door"] = closed = Closed()
    async with beside(anna.writes("https://example.org/news/1")) as work:
        await told.until("Открываю ссылку")
        closed.let_go.set()
    *_, last = work.result()
    assert last.edited
    assert "По ссылкам" in said([last])


async def test_where_the_person_deletes_the_status_the_card_is_a_message_of_its_own(
    server: Server, held: Held, told: Told, anna: Friend
) -> None:
    async with beside(anna.writes("https://example.org/news/1")) as work:
        shown = await told.until("Открываю ссылку")
        assert shown.message is not None
        del server.telegram.messages[100, shown.message.message_id]
        held.let_go.set()
    card = work.result()[-1]
    assert not card.edited
    assert "28,4 млрд" in said([card])


async def test_typing_is_shown_before_anything_is_said(
    server: Server, held: Held, anna: Friend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "PATIENCE", 600)
    typing, do = asyncio.Event(), server.telegram._do

    def notice(bot: Any, method: TelegramMethod[Any]) -> Any:
        if isinstance(method, SendChatAction) and not server.shown:
            typing.set()
        return do(bot, method)

    server.telegram._do = notice  # type: ignore[method-assign]
    async with beside(anna.writes("https://example.org/news/1")):
        await asyncio.wait_for(typing.wait(), 60)
        held.let_go.set()


async def test_telegram_that_does_not_let_the_status_be_edited_gets_the_card_anew(
    server: Server, held: Held, told: Told, anna: Friend
) -> None:
    do = server.telegram._do

    def refuse(bot: Any, method: TelegramMethod[Any]) -> Any:
        if isinstance(method, EditMessageText):
            raise TelegramBadRequest(method, "Bad Request: message can't be edited")
        return do(bot, method)

    server.telegram._do = refuse  # type: ignore[method-assign]
    async with beside(anna.writes("https://example.org/news/1")) as work:
        await told.until("Открываю ссылку")
        held.let_go.set()
    assert "28,4 млрд" in said([work.result()[-1]])


UPDATES = [
    ({"message": {"text": "отмена"}}, True),
    ({"message": {"text": "Отмена."}}, True),
    ({"message": {"text": "/cancel@verbatim_bot"}}, True),
    ({"message": {"text": "@verbatim_bot стоп"}}, True),
    ({"message": {"text": "тоқта"}}, True),
    ({"callback_query": {"data": "x:17"}}, True),
    ({"callback_query": {"data": "a:facts:17"}}, False),
    ({"callback_query": {}}, False),
    ({"message": {"text": "отмена рейсов"}}, False),
    ({"message": {"text": "отмена", "forward_origin": {}}}, False),
    ({"message": {"caption": "отмена"}}, False),
    ({"message": None}, False),
    ({"message": {"text": None}}, False),
    ({"message": {"text": " " * 4000 + "отмена рейсов из-за погоды"}}, False),
    ({"edited_message": {"text": "отмена"}}, False),
    ({}, False),
]


@pytest.mark.parametrize(("body", "stops"), UPDATES)
def test_which_updates_stop_work(body: dict[str, Any], stops: bool) -> None:
    assert is_cancel(body) is stops
