"""What belongs together is told by what it is and by when it came."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.bundles import ATTEMPTS, MOST, SHORT, Waiting, Window, joins, waiting
from storage.records import ChatId, Received, UpdateNumber

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WINDOW = Window(1.0, opened=NOON - timedelta(hours=1))
SENT = 1_795_435_200

ANNA = {"id": 100, "is_bot": False, "first_name": "Анна"}
BOT = {"id": 42, "is_bot": True, "first_name": "Verbatim"}
PRIVATE = {"id": 100, "type": "private"}
FORWARD = {"type": "hidden_user", "sender_user_name": "Вестник", "date": SENT}
REPLY = {"message_id": 5, "date": SENT, "chat": PRIVATE, "from": BOT, "text": "Карточка"}


def message(**fields: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": SENT, "chat": PRIVATE, "from": ANNA, **fields}


def after(seconds: float, sent: int | None = 0) -> Waiting:
    """An update that came some seconds after noon; ``sent`` counts from a moment of Telegram's own."""
    return Waiting(UpdateNumber(int(100 * seconds)), NOON + timedelta(seconds=seconds), sent)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "коротко"},
        {"text": "Мост закрыли.", "forward_origin": FORWARD},
        {"text": "/start", "forward_origin": FORWARD},
        {"photo": [], "caption": "Мост закрыли.", "media_group_id": "5"},
        {"photo": [], "media_group_id": "5", "reply_to_message": REPLY},
        {"text": "Мост. " * SHORT, "reply_to_message": REPLY},
        {"voice": {"file_id": "v"}},
        {"rich_message": {"blocks": []}},
        {"something": {"of": "tomorrow"}},
    ],
    ids=["words", "forward", "forwarded command", "album", "album in reply", "long reply", "voice", "rich", "unknown"],
)
def test_whatever_a_person_sends_to_the_bot_alone_may_belong_to_something(fields: dict[str, Any]) -> None:
    assert joins({"update_id": 1, "message": message(**fields)})


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(text="/start")},
        {"message": message(text="/who@verbatim_bot Сабитов")},
        {"message": message(text="кто это сказал?", reply_to_message=REPLY)},
        {"message": message(text="Мост", chat={"id": -5, "type": "supergroup"})},
        {"message": message(photo=[], media_group_id="5", chat={"id": -5, "type": "group"})},
        {"message": message(text="Мост", **{"from": BOT})},
        {"message": message(text="Мост", date="вчера")},
        {"edited_message": message(text="Мост")},
        {"callback_query": {"id": "1", "from": ANNA, "message": message(), "data": "x"}},
        {"message": "broken"},
        {"message": {"chat": 5, "from": [], "text": {}}},
        {},
    ],
    ids=lambda update: str(update)[:60],
)
def test_everything_else_stands_alone(update: dict[str, Any]) -> None:
    assert not joins(update)


def test_the_head_ends_where_the_chat_was_quiet() -> None:
    lane = [after(0), after(0.9, 1), after(1.8, 2), after(2.8, 3), after(2.9, 3)]
    assert WINDOW.head(lane) == lane[:3]
    assert WINDOW.head(lane[3:]) == lane[3:]


def test_the_head_ends_before_and_after_what_stands_alone() -> None:
    lane = [after(0), after(0.1, None), after(0.2)]
    assert [WINDOW.head(lane[start:]) for start in range(3)] == [lane[:1], lane[1:2], lane[2:]]


def test_what_comes_at_once_after_an_outage_but_was_sent_at_other_times_is_kept_apart() -> None:
    lane = [after(0, 0), after(0, 1), after(0, 300)]
    assert WINDOW.head(lane) == lane[:2]


def test_what_one_process_and_the_next_have_received_is_told_by_when_it_was_sent() -> None:
    restarted = Window(1.0, opened=NOON + timedelta(seconds=5))
    together, later = [after(0, 0), after(6, 1)], [after(0, 0), after(6, 6)]
    assert restarted.head(together) == together
    assert restarted.head(later) == later[:1]
    assert WINDOW.head(together) == together[:1]


def test_a_bundle_is_not_longer_than_what_telegram_gives_at_once() -> None:
    lane = [after(0)] * (MOST + 1)
    assert len(WINDOW.head(lane)) == MOST
    assert WINDOW.left(lane[:MOST], NOON) == 0


def test_a_window_of_no_length_keeps_everything_apart() -> None:
    lane = [after(0), after(0)]
    for opened in (NOON, NOON + timedelta(seconds=1)):
        none = Window(0, opened)
        assert none.head(lane) == lane[:1]
        assert none.left(lane[:1], NOON) <= 0


def left(lane: list[Waiting], seconds: float) -> float:
    return WINDOW.left(lane, NOON + timedelta(seconds=seconds))


def test_more_is_waited_for_until_the_last_came_so_long_ago() -> None:
    assert left([after(0)], 0.25) == 0.75
    assert left([after(0), after(0.5)], 0.75) == 0.75
    assert left([after(0), after(0.5)], 1.5) == 0


def test_nothing_is_waited_for_where_nothing_can_come() -> None:
    assert left([after(0, None)], 0) == 0
    assert left([after(0), after(0.1, None)], 0.1) == 0
    assert left([after(0), after(0.1, 300)], 0.1) == 0


def test_what_an_earlier_process_left_waits_for_what_it_may_not_have_received() -> None:
    restarted = Window(1.0, opened=NOON + timedelta(seconds=5))
    assert restarted.left([after(0)], NOON + timedelta(seconds=5.25)) == 0.75


def test_a_clock_that_was_put_back_holds_nobody_up() -> None:
    assert left([after(0)], -3600) <= 0


def test_an_update_that_has_ended_processes_together_with_others_is_tried_alone() -> None:
    body = json.dumps({"update_id": 1, "message": message(text="Мост")})
    first = Received(UpdateNumber(1), ChatId(100), body, NOON, lives=ATTEMPTS - 1)
    last = Received(UpdateNumber(1), ChatId(100), body, NOON, lives=ATTEMPTS)
    assert [waiting(one).sent for one in (first, last)] == [SENT, None]
