"""What a question costs over many stored sentences: beside few of them, and beside scoring every sentence.

The whole path is timed: the question is understood, the archive finds candidates, the matcher weighs them. The
articles are those of the sets, and when these run out, others drawn from all their sentences; only their sentences are
read, for nothing else of a reading takes part.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import nlp
from benchmarks.baselines import bare
from benchmarks.jobs import rows
from benchmarks.speed import Race, texts
from nlp.model import Answer, Reading
from storage.archive import Archive, open_archive
from storage.records import ChatId, Incoming, Source

QUESTIONS = "quotes_ru.jsonl"
SETS = (
    *(QUESTIONS, "telegram_posts_ru.jsonl", "summary_ru_gazeta.jsonl", "summary_ru_rbc.jsonl"),
    *("entities_ru.jsonl", "coreference_ru.jsonl", "summary_long_ru.jsonl"),
)
FEW, MANY = 1_000, 100_000
"""Sentences."""
LONGEST = 20
"""Sentences of an article."""
CANDIDATES = 20
WARMING = 20
"""Questions before the clock starts: an archive is asked more than once."""
SEED = 5
CHAT = ChatId(1)


def races(folder: Path, room: Path, few: int = FEW, many: int = MANY) -> Iterator[Race]:
    """Each to be run before the next is taken, for the archives are closed with the last."""
    kept = list(up_to(many, articles(folder)))
    questions = [one["q"] for item in rows(folder / QUESTIONS) for one in item["questions"]]
    with asyncio.Runner() as runner:
        closing = AsyncExitStack()
        small = runner.run(stored(up_to(few, kept), closing, room / "few.db"))
        large = runner.run(stored(kept, closing, room / "many.db"))
        work = [tuple(_asking(runner, archive, one) for archive in (large, small)) for one in questions]
        for one in (lap for laps in work[:WARMING] for lap in laps):
            one()
        yield Race(f"a question over {many} stored sentences", [f"ours over {few}"], work[WARMING:])
        every = lambda: nlp.answer(questions[0], kept)  # noqa: E731
        yield Race("the same", ["ours, every sentence scored"], [(work[0][0], every)])
        runner.run(closing.aclose())


async def stored(readings: Iterable[Reading], closing: AsyncExitStack, path: Path) -> Archive:
    """An archive of these articles."""
    archive = await closing.enter_async_context(open_archive(f"sqlite:///{path}"))
    for reading in readings:
        incoming = Incoming(reading.text, None, Source("pasted"), (), datetime(2026, 3, 14, tzinfo=UTC))
        await archive.save(CHAT, incoming, reading)
    return archive


async def ask(archive: Archive, text: str) -> list[Answer]:
    """The path of a question that is asked of all articles."""
    question = nlp.understand(text)
    hits = await archive.search(CHAT, question, CANDIDATES)
    return nlp.answer(question, [one.reading for one in hits.articles], frequencies=hits.frequencies)


def _asking(runner: asyncio.Runner, archive: Archive, text: str) -> Callable[[], object]:
    return lambda: runner.run(ask(archive, text))


def up_to(sentences: int, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The first of the articles, until they hold so many sentences."""
    for one in readings:
        if sentences <= 0:
            return
        yield one
        sentences -= len(one.sentences)


def articles(folder: Path) -> Iterator[Reading]:
    """Without end."""
    pool: list[str] = []
    for text in (text for name in SETS if (folder / name).is_file() for text in texts(rows(folder / name))):
        for part in _pieces([one.text for one in bare(text).sentences]):
            pool += part
            yield bare(" ".join(part))
    drawn = random.Random(SEED)  # noqa: S311 - a seed that repeats is the point
    while pool:
        yield bare(" ".join(drawn.choices(pool, k=LONGEST // 2)))


def _pieces(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    return (sentences[at : at + LONGEST] for at in range(0, len(sentences), LONGEST))
