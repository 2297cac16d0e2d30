"""Titles of articles that come without one, a job of our own: how near they are to the editor's headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from nlp.language import detect
from nlp.sentences import split
from nlp.words import lemmas

SHORT = 80
"""Characters."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Titled:
    """A text with its title, as the job sees it."""

    title: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first sentence for a title, whole or its first characters."""

    longest: int | None = None

    def read(self, text: str) -> Titled:
        found = split(text, detect(text))
        return Titled(found[0].text[: self.longest] if found else "")


def first_sentence() -> Beginning:
    return Beginning()


def first_characters() -> Beginning:
    return Beginning(SHORT)


def figures(engine: Any, name: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """ROUGE-1 against the editor's headline on lemmas, in percent; the length; how many break off."""
    language = name.split("_")[1] if name.startswith("summary") else name[-2:]
    titles = [engine.read(row["text"]).title for row in rows]
    shares = [overlap(title, row["title"], language) for title, row in zip(titles, rows, strict=True)]
    yield "articles", str(len(rows))
    for label, values in zip(("recall", "precision", "F1"), zip(*shares, strict=True), strict=True):
        yield f"ROUGE-1 {label}", f"{100 * mean(values):.1f}"
    yield "characters", f"{mean(map(len, titles)):.0f}"
    yield "broken off", f"{mean(title.endswith('…') for title in titles):.2f}"


def overlap(title: str, headline: str, language: str) -> tuple[float, float, float]:
    """Recall, precision and F1 of the headline's lemmas."""
    ours, theirs = (Counter(lemmas(text, language)) for text in (title, headline))
    shared = (ours & theirs).total()
    recall, precision = shared / max(1, theirs.total()), shared / max(1, ours.total())
    return recall, precision, 2 * recall * precision / max(1e-9, recall + precision)
