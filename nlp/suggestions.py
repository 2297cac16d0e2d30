"""Questions worth asking about an article: each is one that the article answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from nlp.matching import answer
from nlp.model import Answer, QuestionKind, Reading
from nlp.questions import understand
from nlp.suggested import english, kazakh, russian
from nlp.suggested.proposals import LONGEST, Glance, Maker, Proposal, ProposalKind, glance

MAKERS: Mapping[str, tuple[Maker, ...]] = {"ru": russian.MAKERS, "kk": kazakh.MAKERS, "en": english.MAKERS}
MEANT: Mapping[ProposalKind, tuple[QuestionKind, ...]] = {
    "said": ("said",),
    "words": ("said",),
    "deed": ("fact", "who_said"),
}
"""How a question of each kind must be understood; a fact is asked for by all the others."""
CHECKED = 8
"""Proposals that are put to the article at most, for that costs most of the time."""
SHOWN = 6.0
"""Places of the ranking that a question loses whose answer the summary shows already."""
DULLNESS: Mapping[ProposalKind, float] = {
    "reason": 0,
    "number": 1,
    "said": 1,
    "deed": 2,
    "date": 2,
    "thing": 0,
    "words": 4,
    "place": 6,
    "person": 8,
}
"""Places of the ranking that a question loses by its kind; set by reading questions aloud."""


def suggest(reading: Reading, limit: int = 3) -> tuple[str, ...]:
    """Up to ``limit`` questions in the language of the reading, the one most worth asking first."""
    seen = glance(reading)
    return tuple(islice(_chosen(seen, reading), max(limit, 0))) if seen else ()


def _chosen(seen: Glance, reading: Reading) -> Iterator[str]:
    """The best proposals that the article answers as they were meant, no two of them alike."""
    chosen: list[Proposal] = []
    checked = 0
    for one in _ordered(seen):
        if checked == CHECKED:
            return
        if any(_is_alike(one, other) for other in chosen):
            continue
        checked += 1
        if _is_answered(one, reading):
            chosen.append(one)
            yield one.question


def _ordered(seen: Glance) -> list[Proposal]:
    makers = MAKERS.get(seen.language.code, ())
    proposals = (one for make in makers for one in make(seen) if len(one.question) <= LONGEST)
    best: dict[str, Proposal] = {}
    for one in sorted(proposals, key=lambda one: _dullness(one, seen)):
        best.setdefault(one.question, one)
    return list(best.values())


def _dullness(one: Proposal, seen: Glance) -> float:
    place = min(seen.places.get(i, len(seen.places)) for i in one.sentences)
    told = one.span.text if one.span else seen.reading.sentences[min(one.sentences)].text
    return place + DULLNESS[one.kind] + SHOWN * (told in seen.shown)


def _is_alike(one: Proposal, other: Proposal) -> bool:
    """Two questions of one form, about the same, or answered by one sentence."""
    near = one.about.startswith(other.about) or other.about.startswith(one.about)
    return one.kind == other.kind or near or bool(one.sentences & other.sentences)


def _is_answered(one: Proposal, reading: Reading) -> bool:
    """Whether the question is understood as it is meant, and its own sentence is the best answer."""
    question = understand(one.question)
    if question.kind not in MEANT.get(one.kind, ("fact",)):
        return False
    best = next(iter(answer(question, [reading], 1)), None)
    return best is not None and _answers(best, one)


def _answers(best: Answer, one: Proposal) -> bool:
    own = any(best.reading.sentences[i] == best.sentence for i in one.sentences)
    return own and (one.span is None or best.span is None or best.span.overlaps(one.span))
