"""What is removed of real posts, beside what a reader would have removed.

    python -m benchmarks.cleaning EVAL_DIRECTORY [--aloud]

`marks/cleaning.jsonl` holds 150 posts of `telegram_posts_ru.jsonl`, drawn by a seed after the rules were written, from
those that nobody had looked at. Of each it has the stretches, as Python indices of the post as Telegram shows it, that
a reader found to be no part of the article: signatures, links and mentions below it, hashtags, labels of adverts,
pointers to other texts, calls to subscribe or to comment. The reader saw what the rules had removed. A stretch that is
removed is right if it lies within one of those. `--aloud` prints where the rules differ.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.boundaries import identified
from benchmarks.jobs import rows
from benchmarks.posts import shown
from intake.cleaning import removed

MARKS = Path(__file__).parent / "marks" / "cleaning.jsonl"

Ends = tuple[int, int]


def main(folder: Path, aloud: bool = False) -> None:
    texts = {identified(row): shown(row["text"]) for row in rows(folder / "telegram_posts_ru.jsonl")}
    right = found = marked = 0
    for one in rows(MARKS):
        text, wanted = texts[one["id"]], [(start, stop) for start, stop in one["gone"]]
        gone = [(span.start, span.stop) for span in removed(text)]
        same = [ends for ends in gone if _covered(ends, wanted)]
        right, found, marked = right + len(same), found + len(gone), marked + len(wanted)
        if aloud:
            _tell(text, "should have stayed", [ends for ends in gone if ends not in same])
            _tell(text, "should have gone", [ends for ends in wanted if not _covered(ends, gone)])
    print(f"posts {len(rows(MARKS))}, stretches marked {marked}, removed {found}")
    print(f"precision {right / found:.3f}, recall {right / marked:.3f}")


def _covered(ends: Ends, others: Sequence[Ends]) -> bool:
    return any(start <= ends[0] and ends[1] <= stop for start, stop in others)


def _tell(text: str, verdict: str, stretches: Sequence[Ends]) -> None:
    for start, stop in stretches:
        print(f"{verdict}: {text[start:stop]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--aloud" in sys.argv)
