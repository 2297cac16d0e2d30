"""Who said what in real posts, to be read beside what was thought of it.

    python -m benchmarks.read_speakers EVAL_DIRECTORY             # each post with the statements found in it
    python -m benchmarks.read_speakers EVAL_DIRECTORY --draft     # lines for the verdicts, to be filled in
    python -m benchmarks.read_speakers EVAL_DIRECTORY --check     # the share of right ones; what has changed since

Twenty posts of `telegram_posts_ru.jsonl`: of its rows 0, 3, 6, …, those that bear a sign of speech, words in quotation
marks or a verb that reports, shuffled by a seed; first one of each channel, then the next of each. Posts are read as
Telegram shows them, without the marks of Markdown.

`marks/speakers.jsonl` holds the verdicts, a line a post: its id, and its statements as a reader sees them. Of each
stand where it begins and stops, whom ours names (null for nobody; of a missed one, who says it), and the verdict:
right, wrong (the words, or who says them), or missed; the last two with the reason.
"""

from __future__ import annotations

import json
import random
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import nlp
from benchmarks.boundaries import identified
from benchmarks.jobs import rows
from benchmarks.posts import shown
from nlp.model import Quote

Row = dict[str, Any]

VERDICTS = Path(__file__).parent / "marks" / "speakers.jsonl"
POSTS, SEED, EVERY = 20, 20261124, 3
SPEECH = re.compile(
    r"[«“\"][^«»“”\"\s]+(?:\s+[^«»“”\"\s]+){2,}[»”\"]"
    r"|(?i:\b(?:сказал|заяви[лт]|заявля[ею]т|сообщи[лт]|сообща[ею]т|рассказал|отмети[лт]|отмеча[ею]т|подчеркнул"
    r"|считает|уверен|пообеща|призва[лт]|призыва[ею]т|предложи[лт]|по словам|по мнению|по данным|говорит|пишет))"
)
"""Words in quotation marks, three at least, or what reports speech: no rule of ours."""


def drawn(posts: Sequence[Row], count: int = POSTS) -> list[Row]:
    """The posts to read, the first of each channel before the second of any."""
    chosen = [row for row in posts[::EVERY] if SPEECH.search(shown(row["text"]))]
    random.Random(SEED).shuffle(chosen)  # noqa: S311 - a seed that repeats is the point
    met: Counter[str] = Counter()
    turns = []
    for row in chosen:
        turns.append(met[row["channel"]])
        met[row["channel"]] += 1
    order = sorted(range(len(chosen)), key=lambda i: (turns[i], i))
    return [chosen[i] for i in order[:count]]


def statements(post: Row) -> tuple[str, Sequence[Quote]]:
    """A post as it is shown, and who says what in it."""
    text = shown(post["text"])
    return text, nlp.read(text).quotes


def print_post(post: Row) -> None:
    text, found = statements(post)
    print(f"## {identified(post)}\n\n{text}\n")
    for number, one in enumerate(found, 1):
        said = " … ".join(part.text for part in one.parts)
        print(f"{number}. [{one.start}:{one.stop}] {name(one) or '–'} ({one.kind}): {said}")
    print()


def draft(post: Row) -> str:
    """The line of a post, its verdicts still to be given."""
    _, found = statements(post)
    told = [{"start": one.start, "stop": one.stop, "speaker": name(one), "verdict": ""} for one in found]
    return json.dumps({"id": identified(post), "statements": told}, ensure_ascii=False)


def name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


# ---- the verdicts


def changed(verdicts: Iterable[Row], posts: Iterable[Row]) -> Iterator[str]:
    """The ids of the posts of which something else is found now than was judged."""
    by_id = {identified(row): row for row in posts}
    for one in verdicts:
        judged = {_found(each) for each in one["statements"] if each["verdict"] != "missed"}
        _, found = statements(by_id[one["id"]])
        if judged != {(each.start, each.stop, name(each)) for each in found}:
            yield one["id"]


def _found(statement: Row) -> tuple[int, int, str | None]:
    return statement["start"], statement["stop"], statement["speaker"]


def counted(verdicts: Iterable[Row]) -> Counter[str]:
    return Counter(each["verdict"] for one in verdicts for each in one["statements"])


def by_speaker(verdicts: Iterable[Row]) -> list[bool]:
    """Of each speaker of each post, whether some statement is rightly told to be theirs."""
    right: dict[tuple[str, str], bool] = {}
    for one in verdicts:
        for each in one["statements"]:
            if each["speaker"]:
                key = one["id"], each["speaker"]
                right[key] = right.get(key, False) or each["verdict"] == "right"
    return list(right.values())


def check(verdicts: Sequence[Row], posts: Sequence[Row]) -> None:
    told, speakers = counted(verdicts), by_speaker(verdicts)
    print(f"{told['right'] / max(1, told.total()):.3f} of {told.total()} statements right: {dict(told)}")
    print(f"{sum(speakers) / max(1, len(speakers)):.3f} of {len(speakers)} speakers right")
    for one in changed(verdicts, posts):
        print(f"something else is found in {one} than was judged")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.read_speakers", description="Who said what in twenty posts.")
    parser.add_argument("folder", type=Path, help="the evaluation data")
    parser.add_argument("--draft", action="store_true", help="print lines for the verdicts")
    parser.add_argument("--check", action="store_true", help="count the verdicts, and tell what has changed since")
    asked = parser.parse_args(arguments)
    posts = rows(asked.folder / "telegram_posts_ru.jsonl")
    if asked.check:
        check(rows(VERDICTS), posts)
        return
    for post in drawn(posts):
        if asked.draft:
            print(draft(post))
        else:
            print_post(post)


if __name__ == "__main__":
    sys.exit(main())
