from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.site import Site, running
from tests.telegram import Friend, Server

settings.register_profile("usual", deadline=None, max_examples=80, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1_500)
settings.load_profile("usual")


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """The bot with an empty archive; afterwards every pressed button must have been answered."""
    server = Server(tmp_path)
    await server.switch_on()
    yield server
    await server.switch_off()
    assert not server.telegram.unanswered, "a pressed button was never answered"


@pytest.fixture
def anna(server: Server) -> Friend:
    return server.somebody()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    async with running(site.answer) as site.port:
        yield site
