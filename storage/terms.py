"""By which words an article is found, and under which of them the index may hold a word that somebody asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import nlp
from nlp.duplicates import sketch, told
from nlp.keyboard import SOUNDS
from nlp.model import Question, Reading
from nlp.stand_ins import stems
from nlp.words import fold, is_russian, lemma, lemmas, words
from storage.records import Source

SOUND = re.compile("|".join(re.escape(latin) for latin, _ in SOUNDS))
LONGEST = 60  # letters; what is longer is no word
ADDRESS = re.compile(r"//(?:www\.)?(t\.me/[^/?#]+|[^/?#]+)")
NO_NAME = frozenset(["t", "me", "com", "net", "org", "info", "ru", "kz"])
"""Parts of an address that no medium is known by."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the index keeps of an article.

    ``held`` is in how many of its ``sentences`` each folded lemma stands; ``title`` and ``outlets`` are the words of
    its title and of those who published it. ``sketch`` is by what a text is known that is the article again.
    """

    sentences: int
    held: Mapping[str, int]
    title: frozenset[str]
    outlets: frozenset[str]
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that somebody asks for: its folded lemma, and all that may stand for it in the index."""

    lemma: str
    forms: frozenset[str]


def terms(reading: Reading, source: Source) -> Terms:
    """The terms of an article; takes the time of looking up every word."""
    each = (frozenset(_indexed(one.text, reading.language)) for one in reading.sentences)
    return Terms(
        sentences=len(reading.sentences),
        held=Counter(term for sentence in each for term in sentence),
        title=frozenset(_indexed(reading.title, reading.language)),
        outlets=frozenset(_names([*names_of(source), *reading.outlets])),
        sketch=sketch(told(reading)),
    )


def names_of(source: Source) -> Iterator[str]:
    """What a source is known by: its name, its signature, its username or the address of its site."""
    yield from (name for name in (source.name, source.author) if name)
    yield from ADDRESS.findall(source.url or "")


def sought(question: Question) -> tuple[Sought, ...]:
    """What the index is asked for, each lemma of `nlp.sought` once."""
    text = f"{question.speaker or ''} {question.topic}"
    typed = {word.lemma: word.text for word in words(text, question.language)}
    return tuple(Sought(one, frozenset(_forms(typed.get(one, one), one))) for one in nlp.sought(question))


def sought_in(text: str, language: str | None) -> tuple[Sought, ...]:
    """The same of words that tell where to look."""
    return sought(Question(text, language, "fact", text))


def _indexed(text: str, language: str | None) -> Iterator[str]:
    """The lemmas, and the parts of those that are joined by hyphens: «Касым-Жомарт»."""
    return _whole_and_parts(lemmas(text, language))


def _whole_and_parts(found: Iterable[str]) -> Iterator[str]:
    for one in found:
        yield from (part for part in {one, *one.split("-")} if 0 < len(part) <= LONGEST)


def _forms(typed: str, found: str) -> Iterator[str]:
    """The lemma, and what else it may be: Kazakh that was typed with Russian letters, in a question or a name."""
    yield from _whole_and_parts([found])
    if len(typed) <= LONGEST and not typed.isascii():
        known = is_russian(typed.lower())
        yield from _whole_and_parts([lemma(typed, "ru")]) if known else stems(fold(typed))


def _names(names: Iterable[str]) -> Iterator[str]:
    """The words of names, as Russian and as Kazakh, those in Latin letters as they sound too: «Lenta» is «Лента»."""
    for word in (word.text.lower() for name in names for word in words(name, "ru")):
        if word not in NO_NAME:
            forms = {lemma(word, "ru"), lemma(word, "kk"), lemma(_as_it_sounds(word), "ru")}
            yield from _whole_and_parts(forms)


def _as_it_sounds(word: str) -> str:
    return SOUND.sub(lambda m: dict(SOUNDS)[m.group()], word)
