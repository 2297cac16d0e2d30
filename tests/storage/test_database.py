"""Opening a database: its address, its tables, its pragmas, and what the operator is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.archive import open_archive
from storage.database import driver_url, open_database
from storage.errors import ArchiveError, NewerDatabaseError, UnknownDatabaseError, UnusableDatabaseError
from storage.schema import metadata


def differences(connection: Connection) -> list[str]:
    """What distinguishes the tables of the schema in the database from those in the code."""
    ours = {"include_object": lambda _, name, kind, *__: kind != "table" or name in metadata.tables}
    return [str(one) for one in compare_metadata(MigrationContext.configure(connection, opts=ours), metadata)]


async def test_the_migrations_lead_to_the_schema(url: str) -> None:
    async with open_database(url) as database, database.write() as connection:
        assert await connection.run_sync(differences) == []


async def test_opening_again_changes_nothing(url: str) -> None:
    for _ in range(3):
        async with open_database(url) as database, database.write() as connection:
            versions = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all()
            assert len(versions) == 1


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 10000)])
async def test_every_connection_is_prepared(url: str, pragma: str, value: object) -> None:
    async with open_database(url) as database, database.read() as one, database.read() as other:
        for connection in (one, other):
            assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar_one() == value


async def test_a_newer_database_is_refused_and_left_as_it_is(url: str) -> None:
    async with open_database(url) as database, database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match=r"newer version.*Update Verbatim"):
        async with open_archive(url):
            pass
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


async def test_a_file_that_is_not_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Это письмо, а не база данных. " * 100)
    with pytest.raises(UnusableDatabaseError, match="is an SQLite database"):
        async with open_archive(f"sqlite:///{tmp_path}/letter.txt"):
            pass


async def test_a_folder_that_is_not_there_is_named_as_a_reason(tmp_path: Path) -> None:
    with pytest.raises(UnusableDatabaseError, match="folder exists"):
        async with open_archive(f"sqlite:///{tmp_path}/nowhere/archive.db"):
            pass


@pytest.mark.parametrize(
    "url", ["", "verbatim.db", "mysql://host/base", "sqlite://", "sqlite:///:memory:", "sqlite:/x"]
)
async def test_an_address_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(UnknownDatabaseError, match=r"sqlite:///verbatim\.db"):
        async with open_archive(url):
            pass


@pytest.mark.parametrize("url", ["sqlite:///verbatim.db", "sqlite+aiosqlite:///verbatim.db"])
def test_an_address_gets_its_asynchronous_driver(url: str) -> None:
    assert str(driver_url(url)) == "sqlite+aiosqlite:///verbatim.db"


@pytest.mark.parametrize("error", ArchiveError.__subclasses__())
def test_an_error_says_how_to_mend_in_its_docstring(error: type[ArchiveError]) -> None:
    assert str(error()) == " ".join(str(error.__doc__).split())


async def test_a_path_with_odd_letters_works(tmp_path: Path) -> None:
    folder = tmp_path / "100 % Вести"
    folder.mkdir()
    async with open_archive(f"sqlite:///{folder}/архив.db"):
        assert (folder / "архив.db").exists()
