from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text
from rich.console import Console

from bot.__main__ import BAD_USE, main
from bot.local_chat import LocalChat, piped
from bot.local_telegram import Shown
from bot.screen import Screen
from handlers.phrases import phrases
from tests.telegram import Friend, Server, article

ROOT = Path(__file__).parents[2]


def run(*arguments: str, typed: str = "", database: Path) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={"DATABASE_URL": f"sqlite:///{database}", "LANG": "ru_RU.UTF-8", "PYTHONUTF8": "1"},
        timeout=120,
        check=False,
    )


def test_a_piped_conversation_is_answered_to_its_end_and_remembered(tmp_path: Path) -> None:
    first = run(
        "chat", typed=f"/forward Вестник\n{article('01')}\n---\nкакой товарооборот?\n", database=tmp_path / "a.db"
    )
    assert first.stderr == ""
    assert "Вестник" in first.stdout
    assert first.stdout.count("28,4 млрд долларов") >= 2
    again = run("chat", typed="что сказал Лугинин?\n---\n", database=tmp_path / "a.db")
    assert "Павел Лугинин" in again.stdout


def test_without_a_token_the_bot_says_how_to_get_one_and_how_to_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    assert main([]) == BAD_USE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "@BotFather" in printed.err
    assert "verbatim chat" in printed.err


def test_a_database_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    ended = run("chat", typed="привет", database=tmp_path / "missing" / "a.db")
    assert ended.returncode == 2
    assert "DATABASE_URL" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_line_of_three_dashes_ends_a_message() -> None:
    assert piped("раз\nдва\n---\nтри") == ["раз\nдва", "три"]
    assert piped("раз — два\n----\nтри") == ["раз — два\n----\nтри"]


def drawn(text: Text, keys: InlineKeyboardMarkup | None = None, terminal: bool = False) -> tuple[str, Screen]:
    console = Console(file=io.StringIO(), force_terminal=terminal, width=40, highlight=False)
    screen = Screen(console, phrases("ru"))
    content, entities = text.render()
    message = Message.model_validate(
        {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": content, "entities": entities}
    )
    screen.show(Shown(message.model_copy(update={"reply_markup": keys})))
    return console.file.getvalue(), screen  # type: ignore[attr-defined]


def test_a_quotation_has_a_bar_on_each_of_its_lines() -> None:
    plain, _ = drawn(Text("😀 до\n", BlockQuote("раз\n\nдва"), "\nпосле"))
    assert plain == "😀 до\n│ раз\n│ \n│ два\nпосле\n\n"


def test_a_terminal_gets_colours_and_a_pipe_does_not() -> None:
    assert "\x1b[1m" in drawn(Text(Bold("важно")), terminal=True)[0]
    assert drawn(Text(Bold("важно")))[0] == "важно\n\n"


def test_a_long_quotation_is_wrapped_with_its_bar() -> None:
    shown, _ = drawn(Text(BlockQuote("слово " * 20)), terminal=True)
    assert all("│" in line for line in shown.strip().splitlines())


def test_buttons_are_numbered_through() -> None:
    keys = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Ещё", callback_data="m")],
            [InlineKeyboardButton(text="Нет", callback_data="n")],
        ]
    )
    plain, screen = drawn(Text("?"), keys)
    assert "[1] Ещё" in plain
    assert "[2] Нет" in plain
    assert screen.buttons[2].data == "n"


def message_of(text: str, number: int = 1) -> Message:
    return Message.model_validate({"message_id": number, "date": 0, "chat": {"id": 1, "type": "private"}, "text": text})


def test_on_a_terminal_a_message_that_changes_is_drawn_in_its_place_until_something_is_typed() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=40, highlight=False)
    screen = Screen(console, phrases("ru"))
    screen.show(Shown(message_of("Читаю: 10 %…")))
    screen.show(Shown(message_of("Читаю: 20 %…"), edited=True))
    screen.hide(message_of("Читаю: 20 %…"))
    up = "\r" + "\x1b[1A\x1b[2K" * 2
    assert console.file.getvalue() == f"Читаю: 10 %…\n\n{up}Читаю: 20 %…\n\n{up}"  # type: ignore[attr-defined]
    screen.show(Shown(message_of("Раз", 2)))
    screen.typed()
    screen.show(Shown(message_of("Два", 2), edited=True))
    assert "(изменено)" in console.file.getvalue()  # type: ignore[attr-defined]


def test_in_a_pipe_nothing_is_taken_back() -> None:
    console = Console(file=io.StringIO(), width=40, highlight=False)
    screen = Screen(console, phrases("ru"))
    screen.show(Shown(message_of("Читаю: 10 %…")))
    screen.hide(message_of("Читаю: 10 %…"))
    assert console.file.getvalue() == "Читаю: 10 %…\n\n"  # type: ignore[attr-defined]


async def test_what_the_person_selects_is_found_in_the_newest_message(anna: Friend) -> None:
    update = anna.person.replies((await anna.writes("привет"))[0].message, "что?", "статью")  # type: ignore[arg-type]
    assert update.message is not None
    assert update.message.quote is not None
    assert update.message.quote.text == "статью"


async def test_a_line_that_introduces_a_message_waits_for_it(server: Server) -> None:
    console = Console(file=io.StringIO(), highlight=False)
    chat = LocalChat(server.dispatcher, Screen(console, phrases("ru")), 1, "ru")
    for typed in ("/forward Вестник", article("01"), "> Это не лозунг, а привычка бизнеса", "кто это сказал?"):
        await chat.take(typed)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Вестник · " in shown
    assert "— Павел Лугинин" in shown


async def test_the_button_of_a_number_is_pressed_and_a_wrong_number_is_told(server: Server) -> None:
    console = Console(file=io.StringIO(), highlight=False)
    chat = LocalChat(server.dispatcher, Screen(console, phrases("ru")), 1, "ru")
    for typed in (article("01"), "4", "99"):
        await chat.take(typed)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "(изменено)" in shown
    assert "Короче" in shown
    assert "Кнопки 99 нет." in shown


async def test_a_button_that_copies_or_shares_shows_what_it_would(server: Server) -> None:
    out = io.StringIO()
    chat = LocalChat(server.dispatcher, Screen(Console(file=out, width=200), phrases("ru")), 1, "ru")
    await chat.take(f"/forward Вестник\n{article('01')}")
    for typed in ("/who Лугинин", "9", "10", "11"):
        await chat.take(typed)
    shown = out.getvalue()
    assert "[10] Скопировать  [11] Поделиться" in shown
    assert "  «Это не лозунг, а привычка бизнеса» — Павел Лугинин, российский вице-премьер (Вестник" in shown
    assert "  https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fc%2F" in shown


def test_a_file_is_sent_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "новость.txt").write_text(article("01"), encoding="utf-8")
    typed = f"/file {tmp_path / 'новость.txt'}\nкакой товарооборот?\n---\n/file {tmp_path / 'нет.txt'}\n"
    done = run("chat", typed=typed, database=tmp_path / "a.db")
    assert done.stderr == ""
    assert "новость.txt" in done.stdout
    assert done.stdout.count("28,4 млрд") >= 2
    assert "Файл нет.txt открыть не получилось" in done.stdout
