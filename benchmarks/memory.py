"""Whether memory stays flat over many documents: a process of its own reads them and tells what it holds meanwhile.

The documents are a few sentences each, drawn anew from all over the sets, so that no two are the same.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.jobs import rows
from benchmarks.tables import markdown
from nlp.sentences import split

LANGUAGES: Mapping[str, str] = {
    "quotes_ru.jsonl": "ru",
    "summary_ru_gazeta.jsonl": "ru",
    "summary_ru_rbc.jsonl": "ru",
    "telegram_posts_ru.jsonl": "ru",
    "quotes_en_dev.jsonl": "en",
    "qa_kk.jsonl": "kk",
}
"""Of the sets."""
SETS = tuple(LANGUAGES)
SIZES = (1_000, 5_000, 10_000)
SHARES: Mapping[str, float] = {"ru": 0.7, "en": 0.15, "kk": 0.15}
SENTENCES = 4
LONGEST = 400
"""Characters of a sentence that is drawn."""
SEED = 5


def table(folder: Path, sizes: Sequence[int]) -> str:
    """A Markdown table of what a reader holds after so many documents, and that by what it held at the first."""
    held = dict(zip(sizes, megabytes(documents(pools(folder)), sizes), strict=True))
    body = [[f"{size}", f"{now:.0f}", f"{now / held[sizes[0]]:.2f}"] for size, now in held.items()]
    return markdown(["documents read", "MB", "by the first"], body)


def megabytes(texts: Iterator[str], sizes: Sequence[int]) -> list[float]:
    """What a new process holds each time when it has read so many of the texts."""
    command = [sys.executable, "-m", "benchmarks.plain_reader", *map(str, sizes)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:  # noqa: S603
        said, _ = reader.communicate("".join(f"{json.dumps(text)}\n" for text in islice(texts, max(sizes))))
    return [float(line) for line in said.splitlines()]


def pools(folder: Path) -> dict[str, list[str]]:
    """By language: the sentences of all sets that the folder holds."""
    found: dict[str, list[str]] = {}
    for name, language in LANGUAGES.items():
        for row in rows(folder / name) if (folder / name).is_file() else ():
            sentences = split(row.get("text") or row["context"], language)
            found.setdefault(language, []).extend(one.text for one in sentences if len(one.text) <= LONGEST)
    return found


def documents(sentences: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Without end; each in one language."""
    drawn = random.Random(SEED)  # noqa: S311 - a seed that repeats is the point
    languages = sorted(sentences)
    shares = [SHARES[one] for one in languages]
    while True:
        of = sentences[drawn.choices(languages, shares)[0]]
        yield " ".join(drawn.choices(of, k=SENTENCES))
