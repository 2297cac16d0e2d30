"""What becomes of real posts that are forwarded: each is answered, and none ends in an apology.

    python -m benchmarks.forwards EVAL_DIRECTORY [--sample N]

The posts of `telegram_posts_ru.jsonl` as Telegram sends them, JSON with `forward_origin` and entities, go through the
real dispatcher to one chat of an archive in a temporary SQLite file. By turns they are a text, the caption of a picture
(where it is short enough) and a rich message. No link is followed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.utils.formatting import sizeof

from benchmarks.jobs import rows
from benchmarks.posts import Shown
from benchmarks.tables import markdown
from bot.app import build_dispatcher
from bot.local_telegram import LocalTelegram
from bot.local_telegram import Shown as Seen
from handlers.phrases import phrases
from intake.door import Door
from intake.reading import read_in_thread
from storage.archive import open_archive

Json = dict[str, Any]
Marked = tuple[str, tuple[int, int], Json]
"""The kind of an entity, where it starts and stops, its other fields."""

SET = "telegram_posts_ru.jsonl"
PERSON = {"id": 100, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
CHAT = {"id": 100, "type": "private", "first_name": "Анна"}
PICTURE = [{"file_id": "AgACAgIAAxkBAAI", "file_unique_id": "AQADAgATqRgyGw", "width": 800, "height": 533}]
LONGEST_CAPTION = 1024  # UTF-16 units
LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]*)\)")
MARKED = {"bold": re.compile(r"\*\*(.+?)\*\*", re.DOTALL), "italic": re.compile(r"__(.+?)__", re.DOTALL)}
SEEN_BY_ITSELF = {
    "url": re.compile(r"(?:https?://|t\.me/)[^\s<>«»\"]+"),
    "mention": re.compile(r"(?<!\w)@\w{5,32}"),
    "hashtag": re.compile(r"(?<!\w)#\w+"),
}
"""What Telegram marks in any text."""


# ---- a post as Telegram sends it


def update(number: int, row: Json) -> Json:
    """The update of a forwarded post, the text in one of its three forms."""
    text, entities = formatted(row["text"])
    made = (_text, _caption, _blocks)[number % 3](text, entities)
    message = {"message_id": number, "date": 1795372401 + number, "from": PERSON, "chat": CHAT}
    return {"update_id": number, "message": {**message, "forward_origin": origin(row), **made}}


def origin(row: Json) -> Json:
    channel = {"id": row["sender_id"], "type": "channel", "title": row["channel"]}
    published = int(datetime.fromisoformat(row["date"]).timestamp())
    return {"type": "channel", "chat": channel, "message_id": row["message_id"], "date": published}


def formatted(marked: str) -> tuple[str, list[Json]]:
    """A text without its marks of Markdown, and in their place entities, in UTF-16 units."""
    whole = Shown.of(marked)
    text = whole.text.strip()
    lead = len(whole.text) - len(whole.text.lstrip())
    styled: list[Marked] = [(kind, one.span(1), {}) for kind, mark in MARKED.items() for one in mark.finditer(marked)]
    linked: list[Marked] = [("text_link", one.span(1), {"url": one[2]}) for one in LINK.finditer(marked)]
    placed = [(kind, whole.span(*ends), more) for kind, ends, more in (*styled, *linked)]
    inside = [(kind, (max(a - lead, 0), min(b - lead, len(text))), more) for kind, (a, b), more in placed]
    seen: list[Marked] = [
        (kind, one.span(), {}) for kind, mark in SEEN_BY_ITSELF.items() for one in mark.finditer(text)
    ]
    return text, [_entity(text, *one) for one in (*inside, *seen) if one[1][0] < one[1][1]]


def _entity(text: str, kind: str, ends: tuple[int, int], more: Json) -> Json:
    start, stop = ends
    return {"type": kind, "offset": sizeof(text[:start]), "length": sizeof(text[start:stop]), **more}


def _text(text: str, entities: list[Json]) -> Json:
    return {"text": text, "entities": entities}


def _caption(text: str, entities: list[Json]) -> Json:
    if sizeof(text) > LONGEST_CAPTION:
        return _text(text, entities)
    return {"photo": PICTURE, "caption": text, "caption_entities": entities}


def _blocks(text: str, entities: list[Json]) -> Json:
    """A paragraph for each that is set apart, the links inside."""
    units = text.encode("utf-16-le")
    links = {one["offset"]: one for one in entities if one["type"] == "text_link"}
    cuts = sorted({0, sizeof(text), *(at for one in links.values() for at in (one["offset"], _stop(one)))})
    runs: list[Json | str] = []
    for start, stop in pairwise(cuts):
        said = units[2 * start : 2 * stop].decode("utf-16-le")
        runs += [{"type": "url", "text": said, "url": links[start]["url"]}] if start in links else [said]
    return {"rich_message": {"blocks": [{"type": "paragraph", "text": one} for one in _paragraphs(runs)]}}


def _stop(entity: Json) -> int:
    return int(entity["offset"] + entity["length"])


def _paragraphs(runs: Sequence[Json | str]) -> list[list[Json | str]]:
    found: list[list[Json | str]] = [[]]
    for run in runs:
        first, *others = run.split("\n\n") if isinstance(run, str) else [run]
        found[-1].append(first)
        found += [[one] for one in others]
    return found


# ---- what the bot does with it


class Incidents(logging.Handler):
    """Counts what went wrong unforeseen."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _: logging.LogRecord) -> None:
        self.count += 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """``told`` is what the person saw, "" for silence; ``failed`` whether it was an error."""

    told: str
    failed: bool
    seconds: float


async def outcomes(posts: Sequence[Json], room: Path) -> list[Outcome]:
    seen: list[Seen] = []
    incidents = Incidents()
    logging.getLogger().addHandler(incidents)
    bot = Bot("42:TEST", session=LocalTelegram(seen.append, first_id=1_000_000))
    async with open_archive(f"sqlite:///{room / 'archive.db'}", read_in_thread) as archive:
        dispatcher = build_dispatcher(archive, frozenset(), door=Door(False))
        return [await _outcome(one, bot, dispatcher, seen, incidents) for one in posts]


async def _outcome(body: Json, bot: Bot, dispatcher: Dispatcher, seen: list[Seen], incidents: Incidents) -> Outcome:
    seen.clear()
    before, began = incidents.count, perf_counter()
    update = Update.model_validate(json.loads(json.dumps(body)), context={"bot": bot})
    await dispatcher.feed_update(bot, update)
    return Outcome(_kind(seen), incidents.count > before, perf_counter() - began)


def _kind(seen: Sequence[Seen]) -> str:
    """A card, the note that it is there already, or the first line of what else was told."""
    told = [one.message for one in seen if one.message]
    if not told:
        return ""
    text, keys = told[-1].text or "", told[-1].reply_markup
    buttons = {one.text for row in keys.inline_keyboard for one in row} if keys else set()
    known = text.startswith(phrases("ru")("card-duplicate"))
    return "already there" if known else "card" if phrases("ru")("button-delete") in buttons else text.split("\n")[0]


def table(found: Sequence[Outcome]) -> str:
    return markdown(["what", "posts"], [[name, str(count)] for name, count in _counted(found)])


def _counted(found: Sequence[Outcome]) -> Iterator[tuple[str, object]]:
    yield "forwarded", len(found)
    yield "answered", sum(1 for one in found if one.told)
    yield "unhandled errors", sum(one.failed for one in found)
    yield from Counter(f"told: {one.told}" for one in found if one.told).most_common()
    yield "milliseconds for one, median", round(1000 * median(one.seconds for one in found))
    yield "seconds for all", round(sum(one.seconds for one in found))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m benchmarks.forwards", description="What becomes of posts.")
    parser.add_argument("folder", type=Path, help=f"where {SET} is")
    parser.add_argument("--sample", type=int, metavar="N", help="only the first N posts")
    asked = parser.parse_args(arguments)
    posts = [update(number, row) for number, row in enumerate(rows(asked.folder / SET)[: asked.sample], 1)]
    with TemporaryDirectory() as room:
        found = asyncio.run(outcomes(posts, Path(room)))
    print(table(found))
    return 0 if all(one.told and not one.failed for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
