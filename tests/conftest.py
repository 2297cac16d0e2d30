from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.telegram import Friend, Server


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
