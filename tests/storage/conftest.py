"""What the tests of the archive share: a database of each kind, and articles to keep."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.archive import Archive, open_archive


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database; another kind of database is another parameter."""
    return {"sqlite": f"sqlite:///{tmp_path}/archive.db"}[request.param]


@pytest.fixture
async def archive(url: str) -> AsyncIterator[Archive]:
    async with open_archive(url) as opened:
        yield opened
