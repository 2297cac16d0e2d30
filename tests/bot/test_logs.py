"""Records bear the update's number, and never what people write."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import formatter
from tests.telegram import Friend, article


class Lines(logging.Handler):
    def __init__(self, for_people: bool) -> None:
        super().__init__()
        self.setFormatter(formatter(for_people))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    handler = Lines(getattr(request, "param", False))
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)


async def broken(text: str, title: str | None) -> None:
    raise RuntimeError(f"cannot read {text}")


async def test_a_failure_is_one_object_with_the_number_of_the_update(anna: Friend, lines: list[str]) -> None:
    anna.server.dispatcher["reader"] = broken
    await anna.writes("/help")
    await anna.forwards(article("01"))
    (record,) = map(json.loads, lines)
    assert record["update"] == 2
    assert (record["level"], record["logger"]) == ("error", "handlers.errors")
    assert record["event"].startswith("incident ")
    assert "RuntimeError" in record["exception"]
    assert "broken" in record["exception"]


async def test_a_failure_over_a_bundle_bears_the_numbers_of_all_its_updates(anna: Friend, lines: list[str]) -> None:
    anna.server.dispatcher["reader"] = broken
    update = anna.person.writes(article("01"))
    await anna.server.dispatcher.feed_update(anna.server.bot, update, numbers=[5, 6])
    assert [json.loads(line)["update"] for line in lines] == [[5, 6]]


@pytest.mark.parametrize("lines", [True, False], indirect=True)
async def test_no_word_of_a_text_is_in_a_traceback(anna: Friend, lines: list[str]) -> None:
    anna.server.dispatcher["reader"] = broken
    await anna.forwards(article("01"))
    assert "RuntimeError" in lines[-1]
    assert "Токаев" not in lines[-1]
    assert "Казахстан" not in lines[-1]


@pytest.mark.parametrize("lines", [True], indirect=True)
async def test_a_person_at_the_terminal_reads_plain_lines(lines: list[str]) -> None:
    logging.getLogger("bot").warning("%s is sent again in %s s", "SendMessage", 7)
    assert "SendMessage is sent again in 7 s" in lines[0]
