"""Sentence boundaries against those marked by hand, a job of our own (`marks/README.md` says how they were marked)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

MARKS = Path(__file__).parent / "marks" / "boundaries.jsonl"
SETS = ("telegram_posts_ru", "quotes_ru")

Row = Mapping[str, Any]


def figures(engine: Any, name: str, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Of those articles of a set that are marked; none if there is none."""
    texts = {identified(row): row["text"] for row in rows}
    marks = (json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines())
    marked = [(texts[one["id"]], one["stops"]) for one in marks if one["set"] == name and one["id"] in texts]
    if marked:
        yield "articles", str(len(marked))
        yield "marked boundaries: F1", f"{agreement(engine, marked):.3f}"


def identified(row: Row) -> str:
    """A post goes by its channel and number, any other text by its name."""
    return f"{row['channel']}/{row['message_id']}" if "channel" in row else str(row.get("doc"))


def agreement(engine: Any, marked: Iterable[tuple[str, Iterable[int]]]) -> float:
    """F1 of the boundaries of texts against the offsets where their sentences were marked to stop."""
    right = found = gold = 0
    for text, stops in marked:
        ours = inner(text, (one.stop for one in engine.read(text).sentences))
        marks = inner(text, stops)
        right, found, gold = right + len(ours & marks), found + len(ours), gold + len(marks)
    return 2 * right / (found + gold) if found + gold else 1.0


def inner(text: str, stops: Iterable[int]) -> set[int]:
    """As the scorer counts them: in characters, white space left out, without the end of the text."""
    return {visible(text[:stop]) for stop in stops} - {visible(text)}


def visible(text: str) -> int:
    return len("".join(text.split()))
