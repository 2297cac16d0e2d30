"""Kazakh statements, labelled for this project, as sets of the form of `quotes_ru.jsonl`.

`marks/quotes_kk.jsonl` has a line a text: its id and its statements by their places. «kk_ktb-ud-test/…» is a sentence
of `sentences_ud.jsonl`; all of its Kazakh sentences are read, so that what is found where nobody speaks is wrong.
«quotes-kk/…» is one of the articles in `marks`. `marks/quotes_kk_second.jsonl` is another labelling of the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quotations import spoken
from nlp.model import Quote, Reading, Span, Speaker

Row = dict[str, Any]
Statements = Mapping[str, list[Row]]
"""Labelled statements by the id of their text."""

MARKS = Path(__file__).parent / "marks"
FIRST, SECOND = MARKS / "quotes_kk.jsonl", MARKS / "quotes_kk_second.jsonl"
TREEBANK, CORPUS = "sentences_ud.jsonl", "kk_ktb-ud-test"


def sets(folder: Path, room: Path) -> list[Path]:
    """What can be had, written into ``room``: the treebank's set if ``folder`` holds it, that of the articles, both."""
    own = articles()
    treebank = sentences(folder / TREEBANK) if (folder / TREEBANK).is_file() else {}
    texts = {"quotes_kk_ktb": treebank, "quotes_kk_articles": own, "quotes_kk": treebank | own if treebank else {}}
    labellings = [labelled(path) if path.is_file() else {} for path in (FIRST, SECOND)]
    return [_written(room / f"{name}.jsonl", held, *labellings) for name, held in texts.items() if held]


def _written(path: Path, texts: Mapping[str, str], first: Statements, second: Statements) -> Path:
    rows = (item(name, text, first.get(name, []), second.get(name, [])) for name, text in texts.items())
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in rows), encoding="utf-8")
    return path


def labelled(path: Path) -> Statements:
    return {one["id"]: one["quotes"] for one in _rows(path)}


def articles() -> dict[str, str]:
    """Our own Kazakh articles by id."""
    paths = sorted((MARKS / "quotes-kk").glob("*.txt"))
    return {f"quotes-kk/{path.name}": path.read_text(encoding="utf-8") for path in paths}


def sentences(path: Path) -> dict[str, str]:
    """The Kazakh sentences of the treebank by id."""
    return {f"{CORPUS}/{one['id']}": one["text"] for one in _rows(path) if one["corpus"] == CORPUS}


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def item(name: str, text: str, first: Sequence[Row], second: Sequence[Row]) -> Row:
    """A text with its statements, and with those of the other labelling as ``again``."""
    quotes, again = ([statement(text, one) for one in told] for told in (first, second))
    return {"doc": name, "text": text, "quotes": quotes, "again": again}


def statement(text: str, one: Row) -> Row:
    """A labelled statement in the words of its text.

    A ``bare`` one, a sentence alone after a dash, of which nothing tells whose it is, may be found and need not be, as
    a fragment.
    """
    start, stop = one["mention_start"], one["mention_stop"]
    parts = [text[begin:end] for begin, end in zip(one["starts"], one["stops"], strict=True)]
    kind = "fragment" if one.get("bare") else one["kind"]
    return {**one, "parts": parts, "mention": None if start is None else text[start:stop], "kind": kind}


# ---- the other labelling, as if it were an engine


@dataclass(frozen=True, slots=True)
class Labels:
    """What the other labelling of a set says, by text."""

    told: Mapping[str, Sequence[Row]]

    def read(self, text: str, title: str | None = None) -> Reading:
        return spoken(text, title, map(_quote, self.told[text]))


def second(path: Path) -> Labels:
    return Labels({one["text"]: one["again"] for one in _rows(path)})


def _quote(one: Row) -> Quote:
    name, media = one["speaker"], one["media"]
    speaker = Speaker(name) if name and not media else None
    parts = tuple(_span(start, part) for start, part in zip(one["starts"], one["parts"], strict=True))
    mention = None if one["mention"] is None else _span(one["mention_start"], one["mention"])
    return Quote(parts, speaker, mention, None, one["kind"], outlet=name if media else None)


def _span(start: int, text: str) -> Span:
    return Span(start, start + len(text), text)
