"""A scope in words: «от «Вестника» за вчера»."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from handlers.phrases import Phrases
from handlers.views import clipped
from nlp import Scope

NAMED = 100  # UTF-16 units of what a person typed that are repeated
MOMENT = timedelta(microseconds=1)


def in_words(scope: Scope, now: datetime, say: Phrases) -> str:
    """What stands behind «статей» and «articles»; days are those of the zone of ``now``."""
    return " ".join(_parts(scope, now, say))


def _parts(scope: Scope, now: datetime, say: Phrases) -> Iterator[str]:
    if scope.about:
        yield say("scope-about", about=clipped(scope.about, NAMED))
    if scope.outlet:
        yield say("scope-outlet", outlet=clipped(scope.outlet, NAMED))
    first = scope.since and scope.since.astimezone(now.tzinfo).date()
    last = scope.until and (scope.until.astimezone(now.tzinfo) - MOMENT).date()
    if first or last:
        yield _days(first, last, now.date(), say)


def _days(first: date | None, last: date | None, today: date, say: Phrases) -> str:
    """The days from the ``first`` to the ``last``; one that is None is open."""
    if first is None:
        return say("scope-until", day=say.day(last or today))
    if first == today and last in (None, today):
        return say("scope-today")
    if first == last == today - timedelta(days=1):
        return say("scope-yesterday")
    if first == last:
        return say("scope-day", day=say.day(first))
    return (
        say("scope-days", since=say.day(first), until=say.day(last)) if last else say("scope-since", day=say.day(first))
    )
