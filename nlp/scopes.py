"""Where a question wants its answer looked for, told in words: «в статье про зерно», «вчерашние новости», «у РИА».

Only words about the articles narrow: «что произошло вчера?» asks about an event of yesterday, which may stand in an
article of today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import count

from nlp.languages import LANGUAGES
from nlp.languages.model import Period, Scoping
from nlp.model import Scope
from nlp.words import FOLDED, fold

NAMED_GROUP = re.compile(r"[(][?]P<[a-z0-9]+>")
Days = tuple[date, date]
"""The first day, and the one after the last."""
DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONTH_OF_DAYS = 30


def narrowed(text: str, now: datetime | None) -> tuple[Scope, str]:
    """The scope that a question names, and the question without the words that name it."""
    scope, folded = Scope(), _folded(text)
    for letters, scoping in _scopings():
        if letters.search(folded) and _signs(scoping).search(folded):
            for narrow in (_everywhere, _titled, _dated, _published, _here):
                scope, text = narrow(scope, text, scoping, now)
    return scope, text


def _folded(text: str) -> str:
    return fold(text.rstrip(" ?!.…"))


Narrowed = tuple[Scope, str]


def _everywhere(scope: Scope, text: str, scoping: Scoping, _: datetime | None) -> Narrowed:
    found = _found(scoping.everywhere, text)
    return (replace(scope, everywhere=True), _left(text, found)) if found else (scope, text)


def _titled(scope: Scope, text: str, scoping: Scoping, _: datetime | None) -> Narrowed:
    found = _found(scoping.titled, text)
    return (replace(scope, about=_part(text, found, "about")), _left(text, found)) if found else (scope, text)


def _here(scope: Scope, text: str, scoping: Scoping, _: datetime | None) -> Narrowed:
    found = _found(scoping.here, text)
    return (scope, _left(text, found)) if found else (scope, text)


def _published(scope: Scope, text: str, scoping: Scoping, _: datetime | None) -> Narrowed:
    found = _found(_published_patterns(scoping), text)
    if found is None:
        return scope, text
    return replace(scope, outlet=_outlet(_part(text, found, "outlet"), scoping)), _left(text, found)


def _dated(scope: Scope, text: str, scoping: Scoping, now: datetime | None) -> Narrowed:
    found = _found(_dated_patterns(scoping), text)
    if found is None:
        return scope, text
    days = _days(fold(_part(text, found, "when")), scoping, now.date()) if now else None
    if now and days:
        since, until = (datetime.combine(day, time.min, now.tzinfo) for day in days)
        scope = replace(scope, since=since, until=until)
    return scope, _left(text, found)


def _found(patterns: Sequence[str], text: str) -> re.Match[str] | None:
    folded = _folded(text)
    return next((m for pattern in patterns if (m := _compiled(pattern).search(folded))), None)


def _part(text: str, found: re.Match[str], name: str) -> str:
    """What the groups of a name hold («outlet», «outlet2»), as it was typed."""
    spans = [found.span(group) for group in found.re.groupindex if group.startswith(name)]
    return next((text[start:stop].strip(' ,«»"') for start, stop in spans if start >= 0), "")


def _left(text: str, found: re.Match[str]) -> str:
    """The text without what was found, but for what is kept."""
    kept = _part(text, found, "kept")
    left = f"{text[: found.start()]} {kept} {text[found.end() :]}"
    return re.sub(r"\s+(?=[,?!.…])", "", " ".join(left.split())).strip(" ,:;—–-")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.translate(FOLDED))


@cache
def _signs(scoping: Scoping) -> re.Pattern[str]:
    """Finds quickly that most questions narrow nothing."""
    known = "|".join(pattern for _, pattern in scoping.outlets)
    return _compiled(rf"\b(?:{scoping.signs}|(?:{known})\b)")


@cache
def _scopings() -> tuple[tuple[re.Pattern[str], Scoping], ...]:
    return tuple((_compiled(one.asking.letters), one.asking.scoping) for one in LANGUAGES.values())


@cache
def _published_patterns(scoping: Scoping) -> tuple[str, ...]:
    known = "|".join(rf"(?:{pattern})" for _, pattern in scoping.outlets)
    return tuple(_filled(pattern, OUTLET=known, FOREIGN=scoping.foreign) for pattern in scoping.published)


@cache
def _dated_patterns(scoping: Scoping) -> tuple[str, ...]:
    when = "|".join(rf"(?:{NAMED_GROUP.sub('(?:', pattern)})" for _, pattern in scoping.when)
    return tuple(_filled(pattern, WHEN=when) for pattern in scoping.dated)


def _filled(pattern: str, **known: str) -> str:
    """The pattern with what its words in capitals stand for, each in a group of its own."""
    numbers = count()
    group = {"WHEN": "when", "OUTLET": "outlet", "FOREIGN": "outlet"}
    return re.sub(
        "WHEN|OUTLET|FOREIGN",
        lambda m: rf"(?P<{group[m.group()]}{next(numbers)}>\b(?:{known[m.group()]})\b)",
        pattern,
    )


def _outlet(named: str, scoping: Scoping) -> str:
    """The name of a medium that is named in any form; an unknown one as it is typed."""
    return next((name for name, pattern in scoping.outlets if _compiled(pattern).fullmatch(fold(named))), named)


# ---- periods


def _days(when: str, scoping: Scoping, today: date) -> Days | None:
    """The days that a phrase means; None where there are none, as in «31 февраля»."""
    found = ((period, m) for period, pattern in scoping.when if (m := _compiled(pattern).fullmatch(when)))
    return next((PERIODS[period](m.groupdict(), scoping, today) for period, m in found), None)


Groups = Mapping[str, str | None]


def _from_monday(today: date, weeks: int) -> Days:
    monday = today - DAY * today.weekday() - WEEK * weeks
    return monday, monday + WEEK


def _month(year: int, month: int) -> Days | None:
    if not (date.min.year < year < date.max.year and 1 <= month <= len(MONTHS)):
        return None
    first = date(year, month, 1)
    return first, first + DAY * monthrange(year, month)[1]


MONTHS = range(12)


def _last_month(today: date) -> Days | None:
    return _month(today.year, today.month - 1) if today.month > 1 else _month(today.year - 1, 12)


def _number(groups: Groups, scoping: Scoping) -> int:
    told = groups.get("n") or "1"
    known = (n for n, words in enumerate(scoping.counts, 2) if re.fullmatch(words.translate(FOLDED), told))
    return int(told) if told.isdigit() else next(known, 1)


def _until_now(today: date, days: int) -> Days:
    """So many days, today with them."""
    return today - DAY * max(days - 1, 0), today + DAY


def _weekday(groups: Groups, scoping: Scoping, today: date) -> Days | None:
    """The last one before today."""
    index = _index(groups.get("name"), scoping.weekdays)
    if index is None:
        return None
    day = today - DAY * ((today.weekday() - index - 1) % 7 + 1)
    return day, day + DAY


def _named_month(groups: Groups, scoping: Scoping, today: date) -> Days | None:
    """The last one that has begun, or the one of the year told."""
    index = _index(groups.get("name"), scoping.months)
    if index is None:
        return None
    year = groups.get("year")
    return _month(int(year) if year else today.year - (index + 1 > today.month), index + 1)


def _date(groups: Groups, scoping: Scoping, today: date) -> Days | None:
    """The last such day that is not to come, or the one of the year told."""
    day = int(groups.get("day") or 0)
    index = _index(groups.get("name"), scoping.months)
    month = int(groups.get("month") or 0) if index is None else index + 1
    told = groups.get("year")
    year = int(told) if told else today.year - ((month, day) > (today.month, today.day))
    days = _month(year, month)
    found = days[0] + DAY * (day - 1) if days and day > 0 else None
    return (found, found + DAY) if days and found and found < days[1] else None


def _index(name: str | None, names: Sequence[str]) -> int | None:
    found = (i for i, one in enumerate(names) if name and re.fullmatch(one.translate(FOLDED), name))
    return next(found, None)


PERIODS: Mapping[Period, Callable[[Groups, Scoping, date], Days | None]] = {
    "today": lambda _, __, today: (today, today + DAY),
    "yesterday": lambda _, __, today: (today - DAY, today),
    "day before yesterday": lambda _, __, today: (today - 2 * DAY, today - DAY),
    "this week": lambda _, __, today: _from_monday(today, 0),
    "last week": lambda _, __, today: _from_monday(today, 1),
    "this month": lambda _, __, today: _month(today.year, today.month),
    "last month": lambda _, __, today: _last_month(today),
    "days": lambda groups, scoping, today: _until_now(today, _number(groups, scoping)),
    "weeks": lambda groups, scoping, today: _until_now(today, 7 * _number(groups, scoping)),
    "months": lambda groups, scoping, today: _until_now(today, MONTH_OF_DAYS * _number(groups, scoping)),
    "weekday": _weekday,
    "month": _named_month,
    "date": _date,
}
