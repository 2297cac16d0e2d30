"""Summaries of real posts, to be read aloud beside what was thought of them.

    python -m benchmarks.read_aloud EVAL_DIRECTORY

`marks/summaries.jsonl` holds thirty posts of `telegram_posts_ru.jsonl`: in the order of a shuffle with the seed 4 the
first ten short news, ten analyses, and ten interviews or reports, as a person tells them apart (adverts, vacancies,
posters and teasers of other pages passed over). Each has its verdict, whether one would forward the summary, and the
reason where not. Posts are read as Telegram shows them, without the marks of Markdown.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import nlp
from benchmarks.boundaries import identified
from benchmarks.jobs import rows
from benchmarks.posts import shown

VERDICTS = Path(__file__).parent / "marks" / "summaries.jsonl"


def main(folder: Path) -> None:
    texts = {identified(row): row["text"] for row in rows(folder / "telegram_posts_ru.jsonl")}
    verdicts = rows(VERDICTS)
    for one in verdicts:
        reading = nlp.read(shown(texts[one["id"]]))
        print(f"## {one['id']}, {one['kind']}: {one['verdict']}", one.get("reason", ""), sep="\n")
        print(f"{reading.title}\n", *(f"    {sentence.text}" for sentence in reading.summary()), sep="\n", end="\n\n")
    print(Counter((one["kind"], one["verdict"]) for one in verdicts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
