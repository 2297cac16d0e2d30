from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import GetMe, SendMessage

from bot import delivery


class Clock:
    def __init__(self) -> None:
        self.waited: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(delivery.asyncio, "sleep", clock.sleep)
    return clock


def telegram(refusals: int) -> Any:
    left = [refusals]

    async def make_request(bot: Any, method: Any) -> str:
        if left[0]:
            left[0] -= 1
            raise TelegramRetryAfter(method=method, message="Too Many Requests", retry_after=7)
        return "sent"

    return make_request


async def test_a_refusal_is_obeyed_to_the_second_and_then_sent_again(clock: Clock) -> None:
    assert await delivery.obey_limits(telegram(2), None, SendMessage(chat_id=1, text="x")) == "sent"  # type: ignore[arg-type]
    assert clock.waited == [7, 7]


async def test_it_does_not_go_on_for_ever(clock: Clock) -> None:
    with pytest.raises(TelegramRetryAfter):
        await delivery.obey_limits(telegram(99), None, SendMessage(chat_id=1, text="x"))  # type: ignore[arg-type]
    assert len(clock.waited) == delivery.TRIES - 1


class Unreachable:
    """A bot whose Telegram fails so often, and then answers."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)

    async def me(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


async def test_the_bot_waits_for_a_telegram_that_cannot_be_reached(clock: Clock) -> None:
    away = TelegramNetworkError(method=GetMe(), message="no route")
    await delivery.reach(Unreachable(*[away] * 8))  # type: ignore[arg-type]
    assert clock.waited == [1, 2, 5, 10, 30, 60, 60, 60]


async def test_a_token_that_telegram_refuses_is_one_sentence(clock: Clock) -> None:
    refusal = TelegramUnauthorizedError(method=GetMe(), message="Unauthorized")
    with pytest.raises(delivery.RefusedTokenError, match="BOT_TOKEN"):
        await delivery.reach(Unreachable(refusal))  # type: ignore[arg-type]
    assert clock.waited == []
