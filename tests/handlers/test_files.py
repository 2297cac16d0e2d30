"""A file is opened and its text kept; where that cannot be, a clear sentence says why and what helps."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from aiogram.types import Chat
from aiohttp import ClientPayloadError
from docx import Document

from benchmarks import worst_files
from bot import downloads
from handlers import status
from storage.records import ChatId
from tests.intake.making import column, locked_pdf, locked_zip, pdf_of, scan, zipped
from tests.telegram import Friend, Server, article, only, said

TEXT = article("01")
CHAT = ChatId(100)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing takes so long that the chat is told of it, and nobody waits before an attempt."""
    monkeypatch.setattr(status, "PATIENCE", 600)
    monkeypatch.setattr(downloads, "PAUSES", (0, 0))


def paragraphs(tag: str) -> str:
    return "".join(f"<{tag}>{one}</{tag}>" for one in TEXT.split("\n\n"))


def word() -> bytes:
    document, data = Document(), BytesIO()
    for one in TEXT.split("\n\n"):
        document.add_paragraph(one)
    document.save(data)
    return data.getvalue()


def packed(**members: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return data.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "новость.txt": lambda: TEXT.encode(),
    "старая новость.txt": lambda: TEXT.encode("cp1251"),
    "шестнадцать.txt": lambda: TEXT.encode("utf-16"),
    "новость.md": lambda: f"# Товарооборот\n\n{TEXT}".encode(),
    "страница.html": lambda: f"<html><meta charset=utf-8><body><article>{paragraphs('p')}</article></body>".encode(),
    "документ.docx": word,
    "отчёт.pdf": lambda: pdf_of(column(TEXT, 90)),
    "книга.fb2": lambda: (
        '<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0">'
        f"<body><section>{paragraphs('p')}</section></body></FictionBook>"
    ).encode(),
    "архив.zip": lambda: packed(news_txt=TEXT.encode()),
    "😀 «Отчёт» №7 …": lambda: TEXT.encode(),
}


@pytest.mark.parametrize(("name", "made"), FILES.items(), ids=FILES.keys())
async def test_the_text_of_a_file_is_the_article(name: str, made: Callable[[], bytes], anna: Friend) -> None:
    card = only(await anna.sends_file(name, made()))
    assert "28,4 млрд" in (card.text or "")
    assert name in (card.text or "")
    assert card.reply_to_message is not None
    assert card.reply_to_message.message_id == anna.sent.message_id
    assert "Лугинин" in said(await anna.replies(card, "что сказал Лугинин?"))
    kept = await anna.server.archive.latest(CHAT)
    assert kept is not None
    assert kept.source.kind == "file"


async def test_a_file_without_a_name_or_a_kind_is_opened_by_what_it_holds(anna: Friend) -> None:
    assert "28,4 млрд" in said(await anna.sends_file(None, word()))


async def test_the_same_file_again_is_known(anna: Friend) -> None:
    await anna.sends_file("a.txt", TEXT.encode())
    assert "уже есть" in said(await anna.sends_file("b.docx", word()))


async def test_a_question_that_is_the_caption_is_asked_of_the_file(anna: Friend) -> None:
    await anna.forwards(article("02"))
    card, answer = await anna.sends_file("a.txt", TEXT.encode(), "какой товарооборот?")
    assert "a.txt" in said([card])
    assert "28,4 млрд" in said([answer])


async def test_a_caption_that_is_an_article_is_kept_beside_its_file(anna: Friend) -> None:
    first, second = await anna.forwards(caption=article("02"), **attached(anna, "a.txt", TEXT.encode()))
    assert "парк" in said([first]).lower()
    assert "28,4 млрд" in said([second])
    assert await anna.server.archive.count(CHAT) == 2


async def test_a_post_whose_file_cannot_be_read_is_kept_by_its_words(anna: Friend) -> None:
    told, card = await anna.forwards(caption="Землетрясение в Алматы", **attached(anna, "a.exe", b"MZ\x90\x00\x03"))
    assert "прочитать не могу" in said([told])
    assert "Землетрясение" in said([card])


async def test_a_picture_with_words_is_there_for_these(anna: Friend) -> None:
    photo = {"document": anna.person.sends_file("a.png", b"\x89PNG").message.document}  # type: ignore[union-attr]
    assert "28,4 млрд" in said(await anna.forwards(caption=TEXT, **photo))


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "program.exe": (b"MZ\x90\x00\x03\x00\x00\x00" * 50, "прочитать не могу"),
    "broken.docx": (word()[:1000], "повреждён"),
    "broken.pdf": (b"%PDF-1.7\n1 0 obj\n", "повреждён"),
    "empty.txt": (b"", "текста в нём нет"),
    "locked.pdf": (locked_pdf(), "закрыт паролем"),
    "locked.zip": (locked_zip(), "закрыт паролем"),
    "scan.pdf": (scan(), "одни картинки"),
    "pages.pdf": (worst_files.pdf(10_000, worst_files.LINE, shared=True), "слишком длинно"),
    "bomb.zip": (zipped({"a.txt": bytes(12_000_000)}), "во много раз больше"),
    "crowd.zip": (zipped({f"{number}.txt": b"a" for number in range(6_000)}), "во много раз больше"),
    "several.zip": (packed(a_txt=TEXT.encode(), b_txt=article("02").encode()), "несколько документов: a.txt, b.txt"),
    "nothing.zip": (packed(a_exe=b"MZ"), "нет документа"),
    "video.mp4": (b"\x00" * 100, "прочитать не могу"),
}


@pytest.mark.parametrize(("name", "file"), UNREADABLE.items(), ids=UNREADABLE.keys())
async def test_a_file_that_cannot_be_read_is_told_of_and_nothing_is_kept(
    name: str, file: tuple[bytes, str], anna: Friend
) -> None:
    data, words = file
    shown = said(await anna.sends_file(name, data))
    assert words in shown
    assert "сломалось" not in shown
    assert await anna.server.archive.count(CHAT) == 0
    assert "Статей пока нет" in said(await anna.writes("что сказал Лугинин?"))  # the bot goes on


class Downloads:
    """Counts what Telegram is asked for, and may fail at it."""

    def __init__(self, server: Server, *failures: Exception) -> None:
        self.failures = list(failures)
        self.asked = 0
        self.give = server.telegram.stream_content
        server.telegram.stream_content = self.stream_content  # type: ignore[method-assign]

    async def stream_content(self, url: str, *_: Any, **__: Any) -> Any:
        self.asked += 1
        if self.failures:
            raise self.failures.pop()
        async for chunk in self.give(url):
            yield chunk


async def test_a_file_too_large_for_bots_is_refused_before_it_is_asked_for(server: Server, anna: Friend) -> None:
    downloads = Downloads(server)
    shown = said(await anna.sends_file("a.pdf", b"0" * 20_000_001))
    assert "20 МБ" in shown
    assert downloads.asked == 0


async def test_a_file_that_telegram_finds_too_large_is_told_so(server: Server, anna: Friend) -> None:
    file = anna.person.sends_file("a.pdf", b"0" * 20_000_001).message.document  # type: ignore[union-attr]
    assert file is not None
    assert "20 МБ" in said(await anna.writes(document=file.model_copy(update={"file_size": None})))


async def test_a_download_that_breaks_is_tried_again(server: Server, anna: Friend) -> None:
    downloads = Downloads(server, TimeoutError(), ClientPayloadError())
    assert "28,4 млрд" in said(await anna.sends_file("a.txt", TEXT.encode()))
    assert downloads.asked == 3


async def test_a_download_that_keeps_breaking_is_told_of(server: Server, anna: Friend) -> None:
    Downloads(server, *[ClientPayloadError()] * 3)
    assert "ещё раз" in said(await anna.sends_file("a.txt", TEXT.encode()))


async def test_a_file_that_telegram_does_not_know_any_more_is_told_of(anna: Friend) -> None:
    assert "ещё раз" in said(await anna.writes(document={"file_id": "x", "file_unique_id": "x"}))


@pytest.mark.parametrize("way", ["photo", "document"])
async def test_a_picture_of_words_is_not_read_and_the_person_is_told_what_helps(
    way: str, server: Server, anna: Friend
) -> None:
    downloads = Downloads(server)
    sending = anna.sends_photo(b"\xff\xd8") if way == "photo" else anna.sends_file("a.jpg", b"\xff\xd8")
    assert "картинках я не читаю" in said(await sending)
    assert downloads.asked == 0


async def test_in_a_group_a_file_is_opened_only_where_the_bot_is_addressed(server: Server) -> None:
    group = server.somebody(100, chat=Chat(id=-1005, type="supergroup", title="Двор"))
    assert await group.sends_file("a.txt", TEXT.encode()) == []
    card, answer = await group.sends_file("a.txt", TEXT.encode(), "@verbatim_bot какой товарооборот?")
    assert "a.txt" in said([card])
    assert "28,4 млрд" in said([answer])


async def test_no_token_is_logged_where_a_download_fails(
    server: Server, anna: Friend, caplog: pytest.LogCaptureFixture
) -> None:
    Downloads(server, *[ClientPayloadError("https://api.telegram.org/file/bot42:TEST/x")] * 3)
    await anna.sends_file("a.txt", TEXT.encode())
    assert "42:TEST" not in caplog.text


def attached(anna: Friend, name: str, data: bytes) -> dict[str, Any]:
    message = anna.person.sends_file(name, data).message
    assert message is not None
    return {"document": message.document}
