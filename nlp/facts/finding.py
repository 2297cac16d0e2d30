"""The facts of a reading, the most important of each kind first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.facts.amounts import Amount
from nlp.facts.counted import counted
from nlp.facts.moments import moments
from nlp.facts.names import bodies_and_places
from nlp.languages import LANGUAGES
from nlp.languages.model import Telling
from nlp.model import Fact, Sentence, Span
from nlp.speakers import Cast
from nlp.speech.analysis import Analysis
from nlp.words import fold, lemma

HEADLINE = 1
"""Sentences at the beginning that tell facts though the summary leaves them out."""


def find_facts(
    analysis: Analysis | None,
    found: Sequence[Amount],
    sentences: Sequence[Sentence],
    ranking: Sequence[int],
    language: str | None,
) -> tuple[Fact, ...]:
    """People and bodies by how often they are named, then all by the worth of the sentence that tells them first.

    ``found`` are the numbers of the text. What stands only in a call to subscribe, a credit or a list of tags, which
    the ``ranking`` leaves out, is no fact.
    """
    if analysis is None or language not in LANGUAGES:
        return ()
    worth = Worth(sentences, ranking)
    return tuple(
        worth.ordered(
            fact
            for fact in (
                *people(analysis),
                *bodies_and_places(analysis, LANGUAGES[language].speech, LANGUAGES[language].telling),
                *moments(sentences, language),
                *_numbers(analysis, found, LANGUAGES[language].telling),
            )
        )
    )


class Worth:
    """What a mention is worth by its sentence."""

    def __init__(self, sentences: Sequence[Sentence], ranking: Sequence[int]) -> None:
        self.starts = [one.start for one in sentences]
        self.places = {index: place for place, index in enumerate(ranking)}
        for index in range(min(HEADLINE, len(sentences))):
            self.places.setdefault(index, 0)

    def of(self, span: Span) -> int | None:
        """The place of its sentence in the ranking; None if that tells nothing."""
        return self.places.get(bisect_right(self.starts, span.start) - 1)

    def ordered(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        told = [
            replace(fact, mentions=kept)
            for fact in facts
            if (kept := tuple(one for one in fact.mentions if self.of(one) is not None))
        ]
        return iter(sorted(told, key=self._place))

    def _place(self, fact: Fact) -> tuple[int, int, int, int]:
        named = -len(fact.mentions) if fact.kind in ("person", "organisation", "place") else 0
        best = (
            0
            if fact.kind == "date"
            else min(self.places[bisect_right(self.starts, m.start) - 1] for m in fact.mentions)
        )
        return KINDS.index(fact.kind), named, best, fact.mentions[0].start


KINDS = ("person", "organisation", "place", "date", "number")


def people(analysis: Analysis) -> Iterator[Fact]:
    """Everybody whom the text names, with the first position that it gives."""
    for person in Cast(analysis.namings, (), analysis.cast.speech, analysis.cast.forms).people:
        mentions = tuple(one.mention for one in person.namings)
        yield Fact("person", person.name, person.title(0), mentions)


def _numbers(analysis: Analysis, found: Sequence[Amount], telling: Telling) -> Iterator[Fact]:
    told: dict[str, list[Fact]] = {}
    starts = [one.start for one in found]
    for tree, names in analysis.trees:
        if not tree.tokens:
            continue
        inside = found[bisect_right(starts, tree.tokens[0].start - 1) : bisect_right(starts, tree.tokens[-1].stop)]
        for span, about in counted(tree, names, analysis.text, inside, telling):
            same = told.setdefault(fold(" ".join(span.text.split())), [])
            _add(same, Fact("number", " ".join(span.text.split()), about, (span,)))
    yield from (fact for same in told.values() for fact in same)


def _add(told: list[Fact], fact: Fact) -> None:
    """A number told again, in as many words or fewer, is one fact with the fuller of them."""
    for i, before in enumerate(told):
        mine, others = _lemmas(fact.about), _lemmas(before.about)
        if mine <= others or others <= mine:
            about = before.about if mine <= others else fact.about
            mentions = tuple(sorted((*before.mentions, *fact.mentions), key=lambda one: one.start))
            told[i] = Fact("number", before.name, about, mentions)
            return
    told.append(fact)


def _lemmas(about: str | None) -> frozenset[str]:
    return frozenset(lemma(word, "ru") for word in (about or "").split())
