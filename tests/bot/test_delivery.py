from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage

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
