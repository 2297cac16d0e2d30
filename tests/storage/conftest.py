"""What the tests of the archive share: a database of each kind, and articles to keep."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import column, create_engine, insert, table

from storage.archive import Archive, open_archive
from storage.database import MIGRATIONS


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database; another kind of database is another parameter."""
    return {"sqlite": f"sqlite:///{tmp_path}/archive.db"}[request.param]


@pytest.fixture
async def archive(url: str) -> AsyncIterator[Archive]:
    async with open_archive(url) as opened:
        yield opened


Rows = Mapping[str, Sequence[Mapping[str, object]]]
Earlier = Callable[[str, Rows], str]


@pytest.fixture
def earlier(tmp_path: Path) -> Earlier:
    """The address of a database as a step of `storage.migrations` left it, with rows in its tables."""

    def make(revision: str, rows: Rows) -> str:
        address = f"sqlite:///{tmp_path}/earlier.db"
        engine = create_engine(address)
        with engine.begin() as connection:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
            command.upgrade(config, revision)
            for name, each in rows.items():
                for row in each:
                    connection.execute(insert(table(name, *map(column, row))).values(**row))
        engine.dispose()
        return address

    return make


def old_article(chat: int, number: int, text: str, **columns: object) -> dict[str, object]:
    """The row of an article that an early engine had read."""
    row = {"id": number, "chat": chat, "arrival": 1, "fingerprint": bytes([number]), "text": text.encode()}
    read = {"title": b"", "source_kind": "channel", "received": "2026-03-14 12:00:00", "reading": b"\0"}
    return {**row, **read, "reading_version": 0, **columns}
