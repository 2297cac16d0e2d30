"""The database behind the archive: its address, its connections, and bringing its tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import NewerDatabaseError, UnknownDatabaseError, UnusableDatabaseError
from storage.turns import Turns

DRIVERS = {"sqlite": "sqlite+aiosqlite"}
PRAGMAS = (
    "busy_timeout = 10000",  # milliseconds that a writer waits for another process
    "journal_mode = WAL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what a person deletes is overwritten, not only unlinked
)
MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """A database whose tables are up to date; made by `open_database`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(begin="BEGIN IMMEDIATE")  # SQLite cannot wait for the lock later
        self._turns = Turns()  # SQLite writes one at a time; turns are fair, its busy timeout is not

    def read(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that only reads."""
        return self._engine.begin()

    @asynccontextmanager
    async def write(self, urgent: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes; it waits for its turn, an ``urgent`` one only for others that are urgent."""
        async with self._turns.turn(urgent), self._writer.begin() as connection:
            yield connection


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database at ``url`` (``sqlite:///verbatim.db``), created or brought up to date first.

    Raises an `ArchiveError` where the operator has to mend something.
    """
    address = driver_url(url)
    _probe(address)
    engine = create_async_engine(address)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    database = Database(engine)
    try:
        await _migrate(database)
        yield database
    finally:
        await engine.dispose()


def driver_url(url: str) -> URL:
    """``sqlite:///verbatim.db`` with its asynchronous driver. A database in memory is refused: it forgets."""
    try:
        parsed = make_url(url)
        driver = DRIVERS[parsed.drivername.partition("+")[0]]
    except (ArgumentError, KeyError):
        raise UnknownDatabaseError from None
    if parsed.database in {None, "", ":memory:"}:
        raise UnknownDatabaseError
    return parsed.set(drivername=driver)


def _probe(address: URL) -> None:
    """Open the file once without the loop: the driver's thread does not survive a connection that fails."""
    try:
        with closing(sqlite3.connect(address.database or "")) as connection:
            connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        raise UnusableDatabaseError from error


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin in _begin, not in the driver
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


async def _migrate(database: Database) -> None:
    try:
        async with database.write() as connection:
            await connection.run_sync(_upgrade)
    except DatabaseError as error:
        raise UnusableDatabaseError from error


def _upgrade(connection: Connection) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if not known.issuperset(MigrationContext.configure(connection).get_current_heads()):
        raise NewerDatabaseError
    command.upgrade(config, "head")
