"""Whose words stand in which sentence, where a question is about somebody's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nlp.index import Array, Indices, most, spelled
from nlp.matched import Matched, alike
from nlp.model import Question, Quote, Reading, Sentence, Speaker
from nlp.query import content
from nlp.speakers import same_person
from nlp.words import words


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that a sentence holds a part of.

    ``by`` tells how surely it is that of the speaker asked about, ``beside`` how much of their name the sentence holds
    beside the statement, ``about`` how much of the question that holds, and ``meant`` how much by what words mean, all
    0..1; ``told`` says that the sentence tells who said it.
    """

    quote: Quote
    by: float
    beside: float
    about: float
    meant: float
    told: bool


@dataclass(frozen=True, eq=False)
class Sayings:
    """Of ``m`` sentences, the statements in each and how surely it names the speaker asked about; (m,)."""

    said: Sequence[Sequence[Said]]
    names: Array

    def most(self, field: str) -> Array:
        """The greatest of what they tell; (m,)."""
        if not any(self.said):
            return np.zeros(len(self.said))
        return np.array([max((float(getattr(one, field)) for one in said), default=0.0) for said in self.said])


def is_about_words(question: Question) -> bool:
    """Whether somebody's words are asked about: those of a speaker, or whose they are."""
    return question.kind in ("said", "who_said") or question.speaker is not None


def sayings(question: Question, reading: Reading, matched: Matched, weights: Array, at: Indices) -> Sayings:
    """What the sentences ``at`` hold of somebody's words; nothing where the question is not about words."""
    if not is_about_words(question):
        return Sayings([()] * len(at), np.zeros(len(at)))
    said = [tuple(_said(question, reading, matched, weights, int(i))) for i in at]
    return Sayings(said, _naming(question.speaker, matched)[at])


def _said(question: Question, reading: Reading, matched: Matched, weights: Array, sentence: int) -> Iterator[Said]:
    there = reading.sentences[sentence]
    for quote in reading.quotes:
        if any(part.overlaps(there) for part in quote.parts):
            lemmas = {word.lemma for part in quote.parts for word in spelled(part.text, reading.language)}
            about, meant = matched.shares_of(weights, lemmas)
            clues = (quote.cue, quote.mention)
            told = any(clue is not None and clue.overlaps(there) for clue in clues)
            by, beside = (
                said_by(question.speaker, quote, reading.language),
                _beside(question.speaker, there, quote, reading),
            )
            yield Said(quote, by, beside, about, meant, told)


def _beside(asked: str | None, sentence: Sentence, quote: Quote, reading: Reading) -> float:
    outside = [
        word.text
        for word in spelled(sentence.text, reading.language)
        if not any(part.start <= sentence.start + word.start < part.stop for part in quote.parts)
    ]
    return _named(asked, " ".join(outside), reading.language) if asked else 0.0


def _naming(speaker: str | None, matched: Matched) -> Array:
    """How much of the name asked about each sentence of the article holds; (n,)."""
    named = [word.lemma for word in content(speaker or "", matched.index.language)]
    if not named:
        return np.zeros(len(matched.index.sentences))
    held = np.pad(alike(named, matched.index.lemmas), ((0, 0), (0, 1)))[:, matched.index.places]
    return np.asarray(most(held, matched.index.starts).mean(axis=0))


def said_by(asked: str | None, quote: Quote, language: str | None) -> float:
    """How surely a statement is that of the speaker asked about: the share of the words of the name asked, 0..1."""
    if asked is None or quote.speaker is None:
        return 0.0
    if same_person(Speaker(asked), quote.speaker):
        return 1.0
    named = f"{quote.speaker.name} {quote.speaker.title or ''} {quote.mention.text if quote.mention else ''}"
    return _named(asked, named, language)


@lru_cache(maxsize=1024)
def _named(asked: str, named: str, language: str | None) -> float:
    wanted = [word.lemma for word in content(asked, language)]
    there = list(dict.fromkeys(word.lemma for word in words(named, language)))
    return float((alike(wanted, there) > 0).any(axis=1).mean()) if wanted and there else 0.0
