"""The inbox: updates of Telegram that were received and wait for their answer, so that a crash loses none.

An update is put in before Telegram is told that it was received, and is done when its answer was sent. Then its body
is erased; its number stays for as long as Telegram could deliver it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, select, update

from storage.database import Database
from storage.records import ChatId, Received, Taken, UpdateNumber
from storage.schema import inbox

REMEMBERED = timedelta(days=2)  # Telegram keeps an update for a day; after a week without any it may count anew


class Inbox:
    """The updates of one bot, which is known by its Telegram id.

    To receive and to take up an update is urgent: a light question does not wait until twenty articles are saved.
    """

    def __init__(self, database: Database, bot: int) -> None:
        self._database = database
        self._mine = inbox.c.bot == bot
        self._bot = bot

    async def put(self, updates: Sequence[Received], now: datetime) -> list[Received]:
        """Store updates, all or none; those that are new, in their order. One that came before changes nothing."""
        numbers = [one.number for one in updates]
        async with self._database.write(urgent=True) as connection:
            known = await connection.execute(select(inbox.c.number).where(self._mine, inbox.c.number.in_(numbers)))
            seen = set(known.scalars())
            new = {one.number: one for one in updates if one.number not in seen}
            if new:
                rows = [self._row(one, now) for one in new.values()]
                await connection.execute(insert(inbox), rows)
                old = and_(inbox.c.body.is_(None), inbox.c.received < now - REMEMBERED)
                await connection.execute(delete(inbox).where(self._mine, old))
        return list(new.values())

    async def waiting(self) -> list[tuple[ChatId, UpdateNumber]]:
        """The updates that are not done, in the order in which Telegram numbered them."""
        query = select(inbox.c.chat, inbox.c.number).where(self._mine, inbox.c.body.is_not(None))
        async with self._database.read() as connection:
            return [(row.chat, row.number) for row in await connection.execute(query.order_by(inbox.c.number))]

    async def take(self, number: UpdateNumber) -> Taken | None:
        """Take an update up, which is counted; None if it is done."""
        waits = and_(self._mine, inbox.c.number == number, inbox.c.body.is_not(None))
        count = update(inbox).where(waits).values(lives=inbox.c.lives + 1).returning(inbox.c.body, inbox.c.lives)
        async with self._database.write(urgent=True) as connection:
            row = (await connection.execute(count)).one_or_none()
        return None if row is None else Taken(row.body, row.lives)

    async def done(self, number: UpdateNumber) -> None:
        """Its answer was sent: nothing is kept but the number."""
        this = and_(self._mine, inbox.c.number == number)
        async with self._database.write() as connection:
            await connection.execute(update(inbox).where(this).values(body=None))

    async def rest(self) -> None:
        """The process ends in good order: what it had taken up was not what ended it."""
        async with self._database.write() as connection:
            await connection.execute(update(inbox).where(self._mine, inbox.c.body.is_not(None)).values(lives=0))

    def _row(self, one: Received, now: datetime) -> dict[str, object]:
        return {
            "bot": self._bot,
            "number": one.number,
            "chat": one.chat,
            "body": one.body,
            "received": now,
            "lives": 0,
        }
