"""A file that takes long to open holds up nobody else, and nothing of it is left when the person stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers import status
from storage.records import ChatId
from tests.handlers.test_works import Told, beside
from tests.intake.test_opening import children
from tests.telegram import Friend, Server, article, said

SLOW = b"{\\rtf1 " + b"{\\field{\\*\\fldinst{ HYPERLINK " * 20_000  # it would take minutes


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown after some seconds is shown at once."""
    monkeypatch.setattr(status, "PATIENCE", 0)


async def test_others_are_answered_while_a_file_is_opened_and_no_process_is_left_when_it_is_stopped(
    server: Server, anna: Friend
) -> None:
    told, boris, before = Told(server), server.somebody(200), children()
    async with beside(anna.sends_file("поля.rtf", SLOW)) as work:
        await told.until("Открываю файл")
        await boris.forwards(article("01"))
        assert "28,4 млрд" in said(await boris.writes("какой товарооборот?"))
        workers = children() - before
        assert workers
        assert not work.done()
        await anna.writes("отмена")
    assert "Отменено" in said(work.result())
    assert not any(Path("/proc", number).exists() for number in workers)
    assert await server.archive.count(ChatId(100)) == 0
