"""The bot tells Telegram about itself what differs, and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import SetMyDescription, SetMyName, TelegramMethod

from bot import introduction
from bot.introduction import introduce
from bot.local_telegram import LocalTelegram
from handlers.meaning import COMMANDS
from handlers.phrases import LOCALES, phrases


class Telegram(LocalTelegram):
    """It notes what is set, and may refuse some methods."""

    def __init__(self) -> None:
        super().__init__(lambda shown: None)
        self.set: list[tuple[str, str | None]] = []
        self.refused: type[TelegramMethod[Any]] | None = None

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], *rest: Any, **named: Any) -> Any:
        if self.refused and isinstance(method, self.refused):
            raise TelegramRetryAfter(method=method, message="Too Many Requests", retry_after=80_000)
        if method.__api_method__.startswith("set"):
            self.set.append((method.__api_method__, method.language_code))  # type: ignore[attr-defined]
        return await super().make_request(bot, method, *rest, **named)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    return Bot("42:TEST", session=telegram)


async def test_the_first_start_sets_everything_in_each_language(telegram: Telegram, bot: Bot) -> None:
    telegram.profile.name[""] = "untitled bot"
    await introduce(bot)
    for code, locale in zip(("", "kk", "en"), LOCALES, strict=True):
        say = phrases(locale)
        menu = telegram.profile.commands[code]
        assert [(one.command, one.description) for one in menu] == [(n, say(f"command-{n}")) for n in COMMANDS]
        assert telegram.profile.description[code] == say("bot-description")
        assert telegram.profile.short_description[code] == say("bot-about")
    assert telegram.profile.name == {"": "Verbatim"}


async def test_the_second_start_sets_nothing(telegram: Telegram, bot: Bot) -> None:
    await introduce(bot)
    telegram.set.clear()
    await introduce(bot)
    assert telegram.set == []


async def test_what_was_changed_alone_is_set(telegram: Telegram, bot: Bot) -> None:
    await introduce(bot)
    telegram.set.clear()
    telegram.profile.short_description["kk"] = "бұрынғы сөз"
    telegram.profile.commands["en"].pop()
    await introduce(bot)
    assert sorted(telegram.set) == [("setMyCommands", "en"), ("setMyShortDescription", "kk")]


async def test_a_refusal_is_logged_and_the_rest_is_set(
    telegram: Telegram, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.refused = SetMyDescription
    await introduce(bot)
    assert telegram.profile.description == {}
    assert len(telegram.profile.short_description) == len(telegram.profile.commands) == len(LOCALES)
    assert "_description kk (TelegramRetryAfter)" in caplog.text


async def test_a_name_that_telegram_wants_to_wait_with_delays_nothing(
    telegram: Telegram, bot: Bot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wait_as_telegram_says(make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        return await asyncio.Event().wait() if isinstance(method, SetMyName) else await make_request(bot, method)

    telegram.middleware(wait_as_telegram_says)
    telegram.profile.name[""] = "untitled bot"
    monkeypatch.setattr(introduction, "PATIENCE", 0.01)
    await introduce(bot)
    assert telegram.profile.name == {"": "untitled bot"}
    assert "_name ru (TimeoutError)" in caplog.text


async def test_the_texts_fit(telegram: Telegram, bot: Bot) -> None:
    """Telegram takes 64, 512 and 120 characters, and 256 of a command's description."""
    with pytest.raises(TelegramBadRequest):
        await bot.set_my_short_description("x" * 121)
    for say in map(phrases, LOCALES):
        assert len(say("bot-name")) <= 64
        assert len(say("bot-description")) <= 512
        assert len(say("bot-about")) <= 120
        assert all(len(say(f"command-{name}")) <= 256 for name in COMMANDS)
