"""Questions of our own, each asked of the text that it was written on, with a verdict on what comes.

    python -m benchmarks.read_questions EVAL_DIRECTORY                 # the verdicts counted, ours beside the rivals
    python -m benchmarks.read_questions EVAL_DIRECTORY --aloud         # each question with what is answered
    python -m benchmarks.read_questions EVAL_DIRECTORY --write         # put the verdicts on ours into the file
    python -m benchmarks.read_questions EVAL_DIRECTORY --marks FILE    # other questions of the same form

`marks/questions.jsonl` holds a text a line: its set and id, and its questions, each with its type (who, what, fact;
none where the text does not answer) and where in the text the answers stand, sentences or words of them. The verdict is
mechanical: right, if the first sentence shown holds most of an answer; wrong, if it does not, or if there is none;
rightly or wrongly refused. Texts are read as Telegram shows them, without the marks of Markdown; the offsets count with
them.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import nlp
from benchmarks import tables
from benchmarks.boundaries import identified
from benchmarks.jobs import MATCHERS, OURS, Contender, Engine, Figure, rows
from benchmarks.posts import Shown
from nlp.model import Answer, Sentence

Row = dict[str, Any]
Verdict = Literal["right", "wrong", "rightly refused", "wrongly refused"]

QUESTIONS = Path(__file__).parent / "marks" / "questions.jsonl"
TYPES = ("who", "what", "fact", "none")
ANSWERABLE: Sequence[Verdict] = ("right", "wrong", "wrongly refused")
UNANSWERABLE: Sequence[Verdict] = ("rightly refused", "wrong")


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the verdict on its first answer, which is None where there is none."""

    question: Row
    verdict: Verdict
    answer: Answer | None


def judged(engine: Engine, marked: str, questions: Iterable[Row]) -> Iterator[Judged]:
    """The questions asked of a text."""
    shown = Shown.of(marked)
    reading = engine.read(shown.text)
    for one in questions:
        first = next(iter(engine.answer(one["q"], [reading], limit=1)), None)
        yield Judged(one, verdict(first, [shown.span(*span) for span in one["answers"]]), first)


def verdict(answer: Answer | None, spans: Sequence[tuple[int, int]]) -> Verdict:
    """On the first answer, or on a refusal, where these spans would answer."""
    if answer is None:
        return "wrongly refused" if spans else "rightly refused"
    return "right" if any(_holds(answer.sentence, *span) for span in spans) else "wrong"


def _holds(sentence: Sentence, start: int, stop: int) -> bool:
    """Most of it."""
    return min(sentence.stop, stop) - max(sentence.start, start) > 0.5 * (stop - start)


# ---- the counts


def figures(engine: Engine, texts: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, str]]:
    """How many verdicts of each kind, by type of question; «right, of 20» is a count."""
    told = [
        (one.question["type"], one.verdict) for text, item in texts for one in judged(engine, text, item["questions"])
    ]
    by_type, asked = Counter(told), Counter(kind for kind, _ in told)
    for kind in (one for one in TYPES if asked[one]):
        for each in ANSWERABLE if kind != "none" else UNANSWERABLE:
            yield f"{kind}, of {asked[kind]}: {each}", str(by_type[kind, each])
    overall = Counter(each for _, each in told)
    for each in get_args(Verdict):
        yield f"all, of {len(told)}: {each}", str(overall[each])


def compared(name: str, texts: Sequence[tuple[str, Row]], contenders: Iterable[Contender]) -> Iterator[Figure]:
    for contender in contenders:
        try:
            engine = contender.make()
        except ModuleNotFoundError as error:
            print(f"{contender.name} is left out: {error.name} is not installed.", file=sys.stderr)
            continue
        for figure, value in figures(engine, texts):
            yield Figure(name, figure, contender.name, value)


# ---- the file


def texts_of(items: Iterable[Row], folder: Path) -> Iterator[tuple[str, Row]]:
    """Each item with its text, as the set has it."""
    sets: dict[str, dict[str, str]] = {}
    for item in items:
        if item["set"] not in sets:
            sets[item["set"]] = dict(map(_text, rows(folder / f"{item['set']}.jsonl")))
        yield sets[item["set"]][item["id"]], item


def _text(row: Row) -> tuple[str, str]:
    """By the name of the text, which is that of the question where a set has questions with their contexts."""
    return (row["id"], row["context"]) if "context" in row else (identified(row), row["text"])


def with_verdicts(text: str, item: Row) -> Row:
    """The item with the verdicts on ours, and where in the text what was answered stands."""
    shown = Shown.of(text)
    told = []
    for one in judged(nlp, text, item["questions"]):
        sentence = one.answer.sentence if one.answer else None
        answered = list(shown.marked(sentence.start, sentence.stop)) if sentence else None
        told.append(one.question | {"verdict": one.verdict, "answered": answered})
    return item | {"questions": told}


def read_aloud(text: str, item: Row) -> None:
    print(f"## {item['set']}, {item['id']}\n")
    for one in judged(nlp, text, item["questions"]):
        print(f"{one.question['type']}, {one.verdict}: {one.question['q']}")
        if one.answer:
            print(f"    {one.answer.score:.2f} {one.answer.sentence.text}")
        if one.verdict in ("wrong", "wrongly refused"):
            for start, stop in one.question["answers"]:
                print(f"    not: {text[start:stop]}")
    print()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.read_questions", description="Questions of our own, judged.")
    parser.add_argument("folder", type=Path, help="the evaluation data")
    parser.add_argument("--marks", type=Path, default=QUESTIONS, help="the file of questions")
    parser.add_argument("--aloud", action="store_true", help="print each question with what is answered")
    parser.add_argument("--write", action="store_true", help="write the verdicts into the file of questions")
    asked = parser.parse_args(arguments)
    texts = list(texts_of(rows(asked.marks), asked.folder))
    if asked.write:
        lines = [json.dumps(with_verdicts(*one), ensure_ascii=False) for one in texts]
        asked.marks.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif asked.aloud:
        for one in texts:
            read_aloud(*one)
    else:
        print(tables.table(compared(asked.marks.stem, texts, (OURS, *MATCHERS))))


if __name__ == "__main__":
    main()
