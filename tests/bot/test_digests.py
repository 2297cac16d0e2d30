"""When a digest is due, and what is sent then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import SendMessage
from aiogram.types import Chat

from bot.digests import send_due
from handlers.digest import due, latest
from storage.records import ChatId, Preferences
from tests.telegram import Friend, Server, article, said

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
BLOCKED = "Forbidden: bot was blocked by the user"
NINE = datetime(2026, 11, 12, 4, 0, tzinfo=UTC)  # in Almaty


def at_nine(digested: datetime | None, zone: str = "Asia/Almaty", hour: int = 9) -> Preferences:
    return Preferences(digest_hour=hour, time_zone=zone, digested=digested)


@pytest.mark.parametrize(
    ("digested", "now", "expected"),
    [
        (NINE - DAY, NINE - MINUTE, False),
        (NINE - DAY, NINE, True),
        (NINE - DAY, NINE + 40 * MINUTE, True),  # the bot was off when the hour struck
        (NINE + 40 * MINUTE, NINE + 41 * MINUTE, False),  # and was started again after it had sent
        (NINE + 40 * MINUTE, NINE + DAY - MINUTE, False),
        (NINE + 40 * MINUTE, NINE + DAY, True),
        (NINE - DAY, NINE + DAY - MINUTE, False),  # a whole day was missed: once, with the next one
        (NINE - DAY, NINE + DAY, True),
        (NINE + DAY, NINE + DAY + HOUR, False),
    ],
)
def test_a_digest_is_due_once_a_day_from_its_hour_on(digested: datetime, now: datetime, expected: bool) -> None:
    assert due(at_nine(digested), now) is expected


def test_without_an_hour_or_a_known_zone_nothing_is_due() -> None:
    assert not due(Preferences(time_zone="Asia/Almaty"), NINE)
    assert not due(Preferences(digest_hour=0), NINE)
    assert not due(at_nine(None, "Atlantis/Capital"), NINE + DAY)
    assert latest(Preferences(digest_hour=0), NINE) is None


@pytest.mark.parametrize(
    ("zone", "hour", "first_moment", "days"),
    [
        ("Europe/Berlin", 2, datetime(2026, 3, 27, 12, tzinfo=UTC), 4),  # 29 March has no 2:00
        ("Europe/Berlin", 2, datetime(2026, 10, 23, 12, tzinfo=UTC), 4),  # 25 October has it twice
        ("America/New_York", 1, datetime(2026, 10, 30, 12, tzinfo=UTC), 4),  # 1 November has 1:00 twice
        ("+0545", 0, datetime(2026, 1, 1, 12, tzinfo=UTC), 3),
        ("Pacific/Kiritimati", 23, datetime(2026, 1, 1, 12, tzinfo=UTC), 3),
    ],
)
def test_each_day_has_one_digest_whatever_is_done_to_the_clocks(
    zone: str, hour: int, first_moment: datetime, days: int
) -> None:
    now, sent = first_moment, []
    preferences = at_nine(latest(at_nine(None, zone, hour), now), zone, hour)
    while now < first_moment + days * DAY:
        if due(preferences, now):
            sent.append(now)
            preferences = at_nine(now, zone, hour)
        now += 5 * MINUTE
    assert len(sent) == days
    assert all(abs(later - sooner - DAY) <= HOUR for sooner, later in pairwise(sent))


def test_a_digest_that_is_switched_on_begins_with_what_came_since_it_would_have_come_last() -> None:
    assert latest(at_nine(None), NINE + HOUR) == NINE
    assert latest(at_nine(None), NINE - HOUR) == NINE - DAY
    assert not due(at_nine(NINE), NINE + HOUR)


async def wants_digest(friend: Friend, now: datetime) -> None:
    chat = ChatId(friend.person.chat.id)
    await friend.server.archive.prefer(
        chat, digest_hour=now.hour, time_zone="+0000", digested=now - DAY, spoken=friend.person.user.language_code
    )


async def shown_at(server: Server, now: datetime) -> str:
    before = len(server.shown)
    await send_due(server.bot, server.archive, server.allowed_users, now)
    return said(server.shown[before:])


async def test_a_digest_is_sent_once_and_never_again_after_a_restart(anna: Friend) -> None:
    await anna.forwards(article("01"))
    now = datetime.now(UTC) + MINUTE
    await wants_digest(anna, now)
    first = await shown_at(anna.server, now)
    assert "Сводка: 1 новая статья" in first
    assert "Вестник · 12 ноября 2026" in first
    assert "[1]" in first
    await anna.server.restart()
    assert await shown_at(anna.server, now + MINUTE) == ""
    assert "Товарооборот" in said(await anna.clicks("1"))


async def test_an_article_that_waited_for_the_bot_comes_with_the_next_digest(anna: Friend) -> None:
    now = datetime.now(UTC)
    await wants_digest(anna, now)
    assert await shown_at(anna.server, now) == ""
    update = anna.person.writes(article("01"))
    assert update.message
    waited = update.message.model_copy(update={"date": now - HOUR}).as_(anna.server.bot)
    await anna.server.dispatcher.feed_update(anna.server.bot, update.model_copy(update={"message": waited}))
    assert "Сводка: 1 новая статья" in await shown_at(anna.server, now + DAY)


async def test_a_day_without_articles_has_no_digest(anna: Friend) -> None:
    await anna.forwards(article("01"))
    now = datetime.now(UTC) + 2 * DAY
    await wants_digest(anna, now)
    assert await shown_at(anna.server, now) == ""
    assert (await anna.server.archive.preferences(ChatId(100))).digested == now


async def test_who_is_not_allowed_any_more_gets_none_and_a_group_still_does(server: Server) -> None:
    anna, group = server.somebody(), server.somebody(chat=Chat(id=-1005, type="supergroup", title="Редакция"))
    now = datetime.now(UTC) + MINUTE
    for friend in (anna, group):
        await friend.forwards("@verbatim_bot " + article("01"))
        await wants_digest(friend, now)
    server.allowed_users = frozenset({200})
    await shown_at(server, now)
    (sent,) = [one.message for one in server.shown[-1:]]
    assert sent is not None
    assert sent.chat.id == -1005
    assert (await server.archive.preferences(ChatId(100))).digested == now - DAY


async def test_each_chat_is_spoken_to_in_its_language(server: Server) -> None:
    anna, john = server.somebody(), server.somebody(200, "en")
    now = datetime.now(UTC) + MINUTE
    for friend in (anna, john):
        await friend.forwards(article("11"))
        await wants_digest(friend, now)
    shown = await shown_at(server, now)
    assert "Сводка: 1 новая статья" in shown
    assert "Digest: 1 new article" in shown


async def failing_for(server: Server, chat: int, failure: type[Exception]) -> None:
    async def refuse(make_request, bot, method):  # type: ignore[no-untyped-def]
        if isinstance(method, SendMessage) and method.chat_id == chat:
            raise failure(method=method, message=BLOCKED)  # type: ignore[call-arg]
        return await make_request(bot, method)

    server.telegram.middleware(refuse)


@pytest.mark.parametrize(
    ("failure", "hour_stays", "is_tried_again"),
    [(TelegramForbiddenError, False, False), (TelegramBadRequest, True, False), (TelegramNetworkError, True, True)],
)
async def test_a_chat_that_cannot_be_reached_stops_no_other(
    server: Server, failure: type[Exception], hour_stays: bool, is_tried_again: bool, caplog: pytest.LogCaptureFixture
) -> None:
    gone, anna = server.somebody(50), server.somebody(100)
    now = datetime.now(UTC) + MINUTE
    for friend in (gone, anna):
        await friend.forwards(article("01"))
        await wants_digest(friend, now)
    await failing_for(server, 50, failure)
    assert "Сводка: 1 новая статья" in await shown_at(server, now)
    left = await server.archive.preferences(ChatId(50))
    assert (left.digest_hour is not None) is hour_stays
    assert due(left, now) is is_tried_again
    assert BLOCKED not in caplog.text
