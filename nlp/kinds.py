"""The kind of a question: what it asks for, whose words, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.details import function_words
from nlp.languages import LANGUAGES
from nlp.languages.model import Asking
from nlp.model import Expected, QuestionKind, Scope
from nlp.whose import owner, told
from nlp.words import FOLDED, WORD, fold

MARKS = " ?!.…"
"""What may end a question and says nothing of it."""
OF_SPEECH: tuple[QuestionKind, ...] = ("said", "who_said")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for, as far as it tells by itself; ``about`` are words of the article meant."""

    kind: QuestionKind
    topic: str
    speaker: str | None = None
    about: str = ""


def kind(text: str, scope: Scope) -> Asked:
    """The kind of a question that is looked for within a scope; the first pattern that fits decides."""
    bare = text.strip(MARKS)
    folded = fold(bare)
    found = (_read(kind, m, bare) for kind, pattern in _that_may_fit(folded) if (m := pattern.fullmatch(folded)))
    told = next((one for one in found if one is not None), None)
    return told or Asked("summary" if _is_for_news(folded, scope) else "fact", text)


def _that_may_fit(folded: str) -> Iterator[tuple[QuestionKind, re.Pattern[str]]]:
    """The patterns of kinds but for those of speech in languages of which no word of speech is asked with."""
    for language in _spelled_in(folded):
        spoken = language.speech.search(folded) is not None
        yield from (one for one in language.kinds if spoken or one[0] not in OF_SPEECH)


def _is_for_news(folded: str, scope: Scope) -> bool:
    """«Что нового?», of any news or of certain ones: what is asked for is what they tell."""
    if has_content(folded):
        return any(one.news.fullmatch(folded) for one in _spelled_in(folded))
    return bool(scope.about or scope.since or scope.outlet)


def _read(kind: QuestionKind, m: re.Match[str], bare: str) -> Asked | None:
    """A question by the groups of its pattern; None where nobody in it can have said anything."""
    part = {name: bare[slice(*m.span(name))].strip(" ,") for name, found in m.groupdict().items() if found}
    if "verb" in part:
        found = told([part.get(name, "") for name in ("one", "two", "three")], part["verb"])
        return None if found is None else Asked(kind, found.topic, found.speaker)
    speaker = part.get("speaker") or (owner(part["owner"]) if "owner" in part else None)
    if "owner" in part and speaker is None:
        return None
    topic = part.get("topic") or part.get("rest", "") if kind in ("said", "who_said") else bare
    return Asked(kind, topic, speaker, part.get("scope", ""))


def expects(text: str) -> Expected:
    """The kind of thing that would answer."""
    bare = fold(text.strip(MARKS))
    found = (kind for one in _spelled_in(bare) for kind, pattern in one.expects if pattern.search(bare))
    return next(found, "anything")


def without_question(text: str) -> str:
    """What a question is about: the text without «в каком году», without any question word."""
    folded = fold(text)
    dates = (pattern for one in _spelled_in(folded) for kind, pattern in one.expects if kind == "date")
    dated = next((m for pattern in dates if (m := pattern.search(folded))), None)
    rest = text[: dated.start()] + text[dated.end() :] if dated else text
    return " ".join(word for word in rest.split() if fold(word).strip(MARKS + ",") not in question_words())


@cache
def question_words() -> frozenset[str]:
    return frozenset(fold(word) for one in LANGUAGES.values() for word in one.asking.question_words)


def has_content(text: str) -> bool:
    """Whether a text holds a word that an article can be searched for."""
    return any(fold(word) not in function_words() for word in WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Patterns:
    """What questions are told by in one language (`nlp.languages.model.Asking`), compiled for folded texts."""

    letters: re.Pattern[str]
    speech: re.Pattern[str]
    news: re.Pattern[str]
    kinds: tuple[tuple[QuestionKind, re.Pattern[str]], ...]
    expects: tuple[tuple[Expected, re.Pattern[str]], ...]


def _spelled_in(folded: str) -> Iterator[Patterns]:
    """The languages that a text has letters of; the patterns of others cannot fit."""
    return (one for one in _languages() if one.letters.search(folded))


@cache
def _languages() -> tuple[Patterns, ...]:
    return tuple(_patterns(one.asking) for one in LANGUAGES.values())


def _patterns(asking: Asking) -> Patterns:
    return Patterns(
        _compiled(asking.letters),
        _compiled(rf"\b(?:{asking.speech})"),
        _compiled(asking.scoping.news),
        tuple((kind, _compiled(pattern)) for kind, pattern in asking.kinds),
        tuple((expected, _compiled(pattern)) for expected, pattern in asking.expects),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.translate(FOLDED))
