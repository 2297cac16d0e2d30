"""The inbox: updates of Telegram that were received and wait for their answer, so that a crash loses none.

An update is put in before Telegram is told that it was received, and is done when its answer was sent. Then its body
is erased; its number stays for as long as Telegram could deliver it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, delete, insert, select, update

from storage.database import Database
from storage.records import Received, Taken, UpdateNumber
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

    async def put(self, updates: Sequence[Received]) -> list[Received]:
        """Store updates, all or none; those that are new, in their order. One that came before changes nothing."""
        numbers = [one.number for one in updates]
        async with self._database.write(urgent=True) as connection:
            known = await connection.execute(select(inbox.c.number).where(self._mine, inbox.c.number.in_(numbers)))
            seen = set(known.scalars())
            new = {one.number: one for one in updates if one.number not in seen}
            if new:
                await connection.execute(insert(inbox), [self._row(one) for one in new.values()])
                old = and_(inbox.c.body.is_(None), inbox.c.received < updates[-1].at - REMEMBERED)
                await connection.execute(delete(inbox).where(self._mine, old))
        return list(new.values())

    async def waiting(self) -> list[Received]:
        """The updates that are not done, in the order in which Telegram numbered them."""
        query = select(inbox).where(self._mine, inbox.c.body.is_not(None)).order_by(inbox.c.number)
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return [Received(row.number, row.chat, row.body, row.received, row.lives) for row in rows]

    async def take(self, numbers: Sequence[UpdateNumber]) -> list[Taken]:
        """Take updates up together, which is counted; those that are not done, in the order of their numbers."""
        waits = and_(self._mine, inbox.c.number.in_(numbers), inbox.c.body.is_not(None))
        count = update(inbox).where(waits).values(lives=inbox.c.lives + 1)
        async with self._database.write(urgent=True) as connection:
            rows = await connection.execute(count.returning(inbox.c.number, inbox.c.body, inbox.c.lives))
            return [Taken(row.body, row.lives) for row in sorted(rows, key=lambda row: row.number)]

    async def done(self, numbers: Sequence[UpdateNumber]) -> None:
        """Their answer was sent: nothing is kept but the numbers."""
        these = and_(self._mine, inbox.c.number.in_(numbers))
        async with self._database.write() as connection:
            await connection.execute(update(inbox).where(these).values(body=None))

    async def rest(self) -> None:
        """The process ends in good order: what it had taken up was not what ended it."""
        async with self._database.write() as connection:
            await connection.execute(update(inbox).where(self._mine, inbox.c.body.is_not(None)).values(lives=0))

    def _row(self, one: Received) -> dict[str, object]:
        return {
            "bot": self._bot,
            "number": one.number,
            "chat": one.chat,
            "body": one.body,
            "received": one.at,
            "lives": 0,
        }
