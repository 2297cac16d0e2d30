"""Questions suggested under an article, a job of our own: how many, and whether the article answers them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.posts import shown

LONG = 400
"""Characters of a post that is long enough to ask about."""
POSTS, SEED = 300, 20261123
SUGGESTED = 3

Row = Mapping[str, Any]


def figures(engine: Any, name: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - as all jobs have it
    """Of posts drawn by a seed the share that has so many questions; of the questions the share that is answered."""
    readings = [engine.read(text) for text in drawn([shown(row["text"]) for row in rows])]
    suggested = [engine.suggest(reading, SUGGESTED) for reading in readings]
    counts = Counter(map(len, suggested))
    asked = [(one, reading) for reading, questions in zip(readings, suggested, strict=True) for one in questions]
    answered = sum(bool(engine.answer(one, [reading], limit=1)) for one, reading in asked)
    yield "articles", str(len(readings))
    for count in range(SUGGESTED + 1):
        yield f"{count} suggested", f"{counts[count] / max(1, len(readings)):.3f}"
    yield "suggested questions", str(len(asked))
    if asked:
        yield "suggested questions answered", f"{answered / len(asked):.3f}"


def drawn(texts: Sequence[str]) -> list[str]:
    long = [text for text in texts if len(text) >= LONG]
    return random.Random(SEED).sample(long, min(POSTS, len(long)))  # noqa: S311 - a seed that repeats is the point
