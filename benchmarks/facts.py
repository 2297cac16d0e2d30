"""The facts of a reading against named entities marked by others, a job of our own; and two baselines for it.

A mention is right where it touches an entity of its kind, and an entity is found where a mention of its kind touches
it. Facts are chosen (outlets, bare measures and what stands in quotation marks are left out), so recall has a ceiling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.baselines import bare
from nlp.model import Fact, FactKind, Reading, Span
from nlp.speech.russian.syntax import names

Row = Mapping[str, Any]
Entities = Mapping[str, Sequence[tuple[int, int]]]

NEREL: Mapping[str, Sequence[str]] = {
    "person": ("PERSON",),
    "organisation": ("ORGANIZATION",),
    "place": ("COUNTRY", "CITY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION"),
    "date": ("DATE",),
    "number": ("NUMBER", "MONEY", "PERCENT"),
}
KAZNERD: Mapping[str, Sequence[str]] = {
    "person": ("PERSON",),
    "organisation": ("ORGANISATION",),
    "place": ("GPE", "LOCATION"),
    "date": ("DATE",),
    "number": ("CARDINAL", "MONEY", "PERCENTAGE", "QUANTITY"),
}
KINDS: Mapping[str, FactKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
CAPITALS = re.compile(r"(?<=\w )[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*(?: [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*)*")


def figures(engine: Any, name: str, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Precision and recall of every kind."""
    kinds = KAZNERD if name == "names_kk" else NEREL
    texts = [_tagged(row) if "tokens" in row else _marked(row) for row in rows]
    found = [(engine.read(text).facts, entities) for text, entities in texts]
    yield "documents", str(len(texts))
    for kind, tags in kinds.items():
        right, told, met, wanted = (sum(column) for column in zip(*_counts(found, kind, tags), strict=True))
        if told:
            yield f"{kind}: precision", f"{right / told:.2f}"
            yield f"{kind}: recall", f"{met / max(1, wanted):.2f}"


def _counts(
    found: Iterable[tuple[Sequence[Fact], Entities]], kind: str, tags: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Of each document: the mentions that are right, all of them, the entities that are found, all of them."""
    for facts, entities in found:
        told = [(one.start, one.stop) for fact in facts if fact.kind == kind for one in fact.mentions]
        wanted = [ends for tag in tags for ends in entities.get(tag, ())]
        yield _touching(told, wanted), len(told), _touching(wanted, told), len(wanted)


def _touching(these: Iterable[tuple[int, int]], those: Sequence[tuple[int, int]]) -> int:
    return sum(any(start < b and a < stop for a, b in those) for start, stop in these)


def _marked(row: Row) -> tuple[str, Entities]:
    """A text with its entities (NEREL)."""
    entities: dict[str, list[tuple[int, int]]] = {}
    for one in row["entities"]:
        entities.setdefault(one["type"], []).append((one["start"], one["end"]))
    return row["text"], entities


def _tagged(row: Row) -> tuple[str, Entities]:
    """A sentence of tokens with their tags (KazNERD), put together."""
    text = ""
    entities: dict[str, list[tuple[int, int]]] = {}
    for word, tag in zip(row["tokens"], row["tags"], strict=True):
        text += " " if text and word not in ".,!?:;»)" and not text.endswith(("«", "(")) else ""
        start, (place, _, kind) = len(text), tag.partition("-")
        text += word
        if place == "B":
            entities.setdefault(kind, []).append((start, len(text)))
        elif place == "I" and entities.get(kind):
            entities[kind][-1] = entities[kind][-1][0], len(text)
    return text, entities


# ---- the baselines


@dataclass(frozen=True, slots=True)
class Found:
    """A reading of nothing but the spans that a function finds, every span a fact of its own."""

    spans: Callable[[str], Iterable[tuple[FactKind, Span]]]

    def read(self, text: str, title: str | None = None) -> Reading:
        reading = bare(text, title)
        facts = tuple(Fact(kind, span.text, None, (span,)) for kind, span in self.spans(text))
        return Reading(text, reading.title, reading.language, reading.sentences, (), (), facts)


def slovnet() -> Found:
    """slovnet's names as they are."""
    return Found(_named)


def _named(text: str) -> Iterator[tuple[FactKind, Span]]:
    for one in names(text, [Span(0, len(text), text)]):
        yield KINDS[one.kind], Span(one.start, one.stop, one.text)


def capitals() -> Found:
    """Words with a capital that open no sentence, taken for whatever is asked."""
    return Found(_capital)


def _capital(text: str) -> Iterator[tuple[FactKind, Span]]:
    for m in CAPITALS.finditer(text):
        for kind in KINDS.values():
            yield kind, Span(*m.span(), m.group())
