"""The facts of a reading, the most important of each kind first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.facts import beside, capitals, names
from nlp.facts import counted as trees
from nlp.facts.amounts import Amount
from nlp.facts.moments import moments
from nlp.languages import LANGUAGES
from nlp.languages.model import Language
from nlp.model import Fact, Sentence, Span
from nlp.speakers import Cast
from nlp.speech.analysis import Analysis
from nlp.speech.phrases import Phrase
from nlp.words import fold, grammemes, lemma

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
    told = _by_grammar if language == "ru" else _by_surface
    return tuple(Worth(sentences, ranking).ordered(told(analysis, found, sentences, LANGUAGES[language])))


def _by_grammar(
    analysis: Analysis, found: Sequence[Amount], sentences: Sequence[Sentence], language: Language
) -> Iterator[Fact]:
    yield from people(analysis, analysis.namings)
    yield from names.bodies_and_places(analysis, language.speech, language.telling)
    yield from moments(sentences, language.code)
    yield from _numbers(_in_trees(analysis, found, language))


def _in_trees(analysis: Analysis, found: Sequence[Amount], language: Language) -> Iterator[tuple[Span, str | None]]:
    starts = [one.start for one in found]
    for tree, named in analysis.trees:
        if tree.tokens:
            inside = _inside(found, starts, tree.tokens[0].start, tree.tokens[-1].stop)
            yield from trees.counted(tree, named, analysis.text, inside, language.telling)


def _by_surface(
    analysis: Analysis, found: Sequence[Amount], sentences: Sequence[Sentence], language: Language
) -> Iterator[Fact]:
    known = {at for one in analysis.namings for at in range(one.mention.start, one.mention.stop)}
    named = capitals.persons(sentences, language)
    more = [one for one in named if known.isdisjoint(range(one.mention.start, one.mention.stop))]
    # A word alone may have its capital from the sentence or the line that it opens.
    called = [one for one in people(analysis, [*analysis.namings, *more]) if " " in one.name]
    yield from called
    yield from capitals.bodies_and_places(sentences, [span for one in called for span in one.mentions], language)
    yield from moments(sentences, language.code)
    starts = [one.start for one in found]
    yield from _numbers(
        one for s in sentences for one in beside.counted(s, _inside(found, starts, s.start, s.stop), language)
    )


def _inside(found: Sequence[Amount], starts: Sequence[int], start: int, stop: int) -> Sequence[Amount]:
    return found[bisect_left(starts, start) : bisect_left(starts, stop)]


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


def people(analysis: Analysis, namings: Iterable[Phrase]) -> Iterator[Fact]:
    """Everybody whom the text names, with the first position that it gives."""
    for person in Cast(namings, (), analysis.cast.speech, analysis.cast.forms).people:
        title = _told(person.title(0))
        if not (title or "").endswith(("'s", "’s")):
            yield Fact("person", person.name, title, tuple(one.mention for one in person.namings))


def _told(title: str | None) -> str | None:
    """A position; None if it leans on somebody named elsewhere: «свой сын»."""
    opening = grammemes(title.split()[0].lower()) if title else frozenset()
    return None if "Apro" in opening else title


def _numbers(counted: Iterable[tuple[Span, str | None]]) -> Iterator[Fact]:
    told: dict[str, list[Fact]] = {}
    for span, about in counted:
        name = " ".join(span.text.split())
        _add(told.setdefault(fold(name), []), Fact("number", name, about, (span,)))
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
