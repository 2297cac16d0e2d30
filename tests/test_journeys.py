"""Journeys: whole conversations, written down as a person would tell them.

я: …            what the person writes; further lines belong to it; {01} stands for the article 01-….txt,
                {book} for a text of chapters
я: /forward X   the rest is forwarded from the channel X
   +            a line between messages that arrive at once
я: /file X      the rest is sent as a file of that name
я: > words      selects these words of the newest message that holds them, and replies with the rest
я: [Button]     presses the newest button of that name
бот: words      what the bot then shows holds these words
бот: не words   … and does not hold these
--- restart     the bot is stopped and started again on the same archive
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram.types import Message

from bot.local_telegram import Shown
from tests.book import book
from tests.telegram import Friend, Server, article, said

TEXTS = {"book": book(6, 180)}
FORWARD, TOGETHER = r"/forward ([^\n]+)\n(.+)", "\n+\n"
JOURNEYS = Path(__file__).parent / "journeys"


def steps(text: str) -> Iterator[tuple[str, str]]:
    """(who, what) of each step; a comment line begins with #."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for block in re.split(r"\n(?=я:|бот:|---)", "\n".join(lines).strip()):
        who, _, what = block.partition(":" if not block.startswith("---") else " ")
        yield who.strip(), re.sub(r"\{([\w-]+)\}", lambda m: TEXTS.get(m[1]) or article(m[1]), what.strip())


def message(anna: Friend, what: str) -> Message:
    """One of several that arrive at once."""
    if forward := re.fullmatch(FORWARD, what, re.DOTALL):
        return anna.forwarded(forward[2].strip(), forward[1])
    return anna.written(what)


async def act(anna: Friend, what: str) -> list[Shown]:
    if TOGETHER in what:
        return await anna.sends(*[message(anna, one) for one in what.split(TOGETHER)])
    if button := re.fullmatch(r"\[(.+)\]", what):
        return await anna.clicks(button[1])
    if forward := re.fullmatch(FORWARD, what, re.DOTALL):
        return await anna.forwards(forward[2].strip(), forward[1])
    if file := re.fullmatch(r"/file ([^\n]+)\n(.+)", what, re.DOTALL):
        return await anna.sends_file(file[1], file[2].encode())
    if chosen := re.fullmatch(r"> ([^\n]+)\n(.+)", what, re.DOTALL):
        messages = list(anna.server.telegram.messages.values())
        held = next(one for one in reversed(messages) if chosen[1] in (one.text or ""))
        return await anna.replies(held, chosen[2].strip(), chosen[1])
    return await anna.writes(what)


@pytest.mark.parametrize("path", sorted(JOURNEYS.glob("*.txt")), ids=lambda path: path.stem)
async def test_journey(path: Path, server: Server) -> None:
    language = path.stem.split("-")[1]
    anna, seen = server.somebody(language=language), ""
    for who, what in steps(path.read_text(encoding="utf-8")):
        if who == "---":
            await server.restart()
        elif who == "я":
            seen = said(await act(anna, what))
            assert seen, f"silence after: {what[:60]}"
        elif what.startswith("не "):
            assert what[3:] not in seen
        else:
            assert what in seen
