from __future__ import annotations

import logging
import re

import pytest

from tests.telegram import Friend, article, said


async def test_an_unknown_failure_gives_a_number_to_the_person_and_the_traceback_to_the_log(
    anna: Friend, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(text: str, title: str | None) -> None:
        raise RuntimeError(f"cannot read: {text}")

    anna.server.dispatcher["reader"] = broken
    shown = said(await anna.forwards(article("01")))
    number = re.search(r"номер ([0-9a-f]{6})", shown)
    assert number
    assert f"incident {number[1]}" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "broken" in caplog.text
    assert "Токаев" not in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


async def test_nothing_is_logged_of_what_people_write(anna: Friend, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await anna.forwards(article("01"))
    await anna.writes("что Токаев сказал о России?")
    assert "Токаев" not in caplog.text
