from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import AnswerCallbackQuery, GetMe, SendChatAction, SendMessage

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
    assert len(clock.waited) == delivery.REFUSALS


class Unreachable:
    """A bot whose Telegram fails so often, and then answers."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.webhook = True

    async def me(self) -> None:
        if self.failures:
            raise self.failures.pop(0)

    async def delete_webhook(self) -> None:
        self.webhook = False


async def test_the_bot_waits_for_a_telegram_that_cannot_be_reached(clock: Clock) -> None:
    away = TelegramNetworkError(method=GetMe(), message="no route")
    telegram = Unreachable(*[away] * 8)
    await delivery.reach(telegram)  # type: ignore[arg-type]
    assert not telegram.webhook
    assert clock.waited == [1, 2, 5, 10, 30, 60, 60, 60]


async def test_a_token_that_telegram_refuses_is_one_sentence(clock: Clock) -> None:
    refusal = TelegramUnauthorizedError(method=GetMe(), message="Unauthorized")
    with pytest.raises(delivery.RefusedTokenError, match="BOT_TOKEN"):
        await delivery.reach(Unreachable(refusal))  # type: ignore[arg-type]
    assert clock.waited == []


class Telegram:
    """Answers requests with these outcomes in turn: exceptions are raised, then it answers for good."""

    def __init__(self, *outcomes: Exception) -> None:
        self.outcomes = list(outcomes)
        self.asked = 0

    async def __call__(self, bot: Any, method: Any) -> str:
        self.asked += 1
        if self.outcomes:
            raise self.outcomes.pop(0)
        return "sent"


MESSAGE = SendMessage(chat_id=1, text="x")
AWAY = TelegramNetworkError(method=MESSAGE, message="reset by peer")
GATEWAY = ClientDecodeError("Failed to decode object", ValueError("not JSON"), "<html>502</html>")


@pytest.mark.parametrize("failure", [AWAY, GATEWAY, TelegramServerError(method=MESSAGE, message="Internal")], ids=type)
async def test_a_message_is_sent_again_when_telegram_was_away_for_a_moment(clock: Clock, failure: Exception) -> None:
    telegram = Telegram(failure, failure)
    assert await delivery.bridge_gaps(telegram, None, MESSAGE) == "sent"  # type: ignore[arg-type]
    assert (telegram.asked, clock.waited) == (3, [0.5, 1])


async def test_who_asks_telegram_for_something_is_told_at_once_that_it_is_away(clock: Clock) -> None:
    with pytest.raises(TelegramNetworkError):
        await delivery.bridge_gaps(Telegram(AWAY), None, GetMe())  # type: ignore[arg-type]
    assert clock.waited == []


async def test_what_telegram_refuses_is_not_sent_again(clock: Clock) -> None:
    refusal = TelegramBadRequest(method=MESSAGE, message="Bad Request: message is too long")
    with pytest.raises(TelegramBadRequest):
        await delivery.bridge_gaps(Telegram(refusal), None, MESSAGE)  # type: ignore[arg-type]
    assert clock.waited == []


async def test_typing_that_cannot_be_shown_is_forgiven(clock: Clock) -> None:
    typing = SendChatAction(chat_id=1, action="typing")
    assert await delivery.forgive_courtesies(Telegram(AWAY), None, typing)  # type: ignore[arg-type]


async def test_a_button_that_was_pressed_long_ago_needs_no_answer(clock: Clock) -> None:
    answer = AnswerCallbackQuery(callback_query_id="1")
    old = TelegramBadRequest(method=answer, message="Bad Request: query is too old and response timeout expired")
    assert await delivery.forgive_courtesies(Telegram(old), None, answer)  # type: ignore[arg-type]
    wrong = TelegramBadRequest(method=answer, message="Bad Request: MESSAGE_TOO_LONG")
    with pytest.raises(TelegramBadRequest):
        await delivery.forgive_courtesies(Telegram(wrong), None, answer)  # type: ignore[arg-type]
