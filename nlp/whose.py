"""Whose words a Russian question asks for, and what they are about: grammar tells the two apart in any word order.

«Что сказал о налогах министр финансов», «что министр финансов о налогах сказал», «что сказали в МИД».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages import LANGUAGES
from nlp.subjects import FAMILY_NAME, is_abbreviation, marks_of, may_be, names_somebody, subjects
from nlp.words import FOLDED, fold, recased

PLURAL_VERB = re.compile(r"(?:ли|[юяуа]т)(?:сь|ся)?$")
REFLEXIVE = re.compile(r".*(?:[её]тся|ится|[уюая]тся)(?<!носится)(?<!носятся)(?<!луется)(?<!луются)")
"""«считается», «говорится»: nobody does it."""
ASIDE = re.compile(r"\b(?:сам[аи]?|же|это|именно|вообще|там|тут|так|такого|еще|уже|об этом|про это|вчера|сегодня)\b ?")
QUOTES = '«»"“”„'


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a question names as the speaker, in the nominative where that can be told, and the rest of it."""

    speaker: str | None
    topic: str


def told(pieces: Sequence[str], verb: str) -> Told | None:
    """The speaker among the pieces of a question around its verb; None where nobody can be the verb's subject."""
    if REFLEXIVE.fullmatch(fold(verb)) or not any(may_be(verb, mark) for mark in ("VERB", "ADJS", "INFN")):
        return None
    pieces = [_without_asides(piece) for piece in pieces]
    many = bool(PLURAL_VERB.search(fold(verb)))
    found = [(one.rank, n, one.start, one.stop) for n, piece in enumerate(pieces) for one in subjects(piece, many=many)]
    if not found:
        return _nobody(pieces) if many else None
    _, n, start, stop = min(found)
    rest = [*pieces[:n], pieces[n][:start], pieces[n][stop:], *pieces[n + 1 :]]
    return Told(_placed(pieces[n][start:stop]), " ".join(filter(None, map(_topic, rest))))


def _without_asides(piece: str) -> str:
    """A piece without what says nothing of who spoke or about what."""
    for m in reversed([*ASIDE.finditer(fold(piece))]):
        piece = piece[: m.start()] + piece[m.end() :]
    return piece.strip()


def _nobody(pieces: Sequence[str]) -> Told | None:
    """«Что говорят о мосте»: whoever says it."""
    topics = [piece for piece in pieces if piece]
    return Told(None, _topic(topics[0])) if len(topics) == 1 and _about().match(fold(topics[0])) else None


def _topic(piece: str) -> str:
    bare = piece.strip(" ,:")
    bare = bare if bare.strip(QUOTES + " ") and _is_balanced(bare) else bare.strip(QUOTES + " ")
    found = _about().match(fold(bare))
    return bare[found.end() :] if found else bare


def _is_balanced(text: str) -> bool:
    return text.count("«") == text.count("»")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"{LANGUAGES['ru'].asking.about.translate(FOLDED)} |(?:на|по|к) ")


def _placed(phrase: str) -> str:
    """The phrase without marks around it; in the nominative, if it tells of a place: «в министерстве финансов»."""
    bare = phrase.strip(QUOTES + " ")
    m = re.match(r"(?i)во? [«\"]?", bare)
    if not m:
        return bare
    parts = bare[m.end() :].split(" ")
    head = next((i for i, part in enumerate(parts) if "NOUN" in marks_of(part)), 0)
    return " ".join(
        recased(part, "loct", "nomn") if i <= head and not is_abbreviation(part) else part
        for i, part in enumerate(parts)
    )


def owner(phrase: str) -> str | None:
    """The nominative of whoever owns some words: «министра финансов» → «министр финансов»; None for a verb."""
    parts = phrase.split(" ")
    if marks_of(parts[0]) & {"VERB", "INFN"}:
        return None
    head = next((i for i, part in enumerate(parts) if "NOUN" in marks_of(part)), len(parts) - 1)
    return " ".join(_owning(part) if i <= head or names_somebody(part) else part for i, part in enumerate(parts))


def _owning(word: str) -> str:
    return word if FAMILY_NAME.fullmatch(fold(word)) else recased(word, "gent", "nomn")
