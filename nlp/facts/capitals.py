"""Bodies and places where no grammar is at hand: by their capitals and the words around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages.model import Language, Telling
from nlp.model import Fact, FactKind, Sentence, Span
from nlp.words import fold

CAPITAL = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
NAME = re.compile(
    rf"(?<!\w)(?:(?:{CAPITAL}\.){{2,}}|{CAPITAL}[\w'’-]*(?:\s(?:(?:of|for|and|the)\s(?:the\s)?)?{CAPITAL}[\w'’-]*)*)"
)
LOCAL = re.compile(r"(?:да|де|та|те)(?:ғы|гі)?$")
SHORTEST = 4
"""Letters of a place without the ending that shows it."""
BETWEEN = 2
"""Small words between a name and the noun that tells what it names: «Білім және ғылым министрлігі»."""


@dataclass(frozen=True, slots=True)
class Naming:
    span: Span
    kind: FactKind
    name: str


def bodies_and_places(sentences: Sequence[Sentence], people: Iterable[Span], language: Language) -> Iterator[Fact]:
    """Names that tell their kind in one place of the text, and wherever else they stand."""
    taken = {at for one in people for at in range(one.start, one.stop)}
    found = [one for s in sentences for one in _namings(s, language) if one.span.start not in taken]
    groups: dict[str, list[Naming]] = {}
    for one in found:
        groups.setdefault(_key(one.name, language.telling), []).append(one)
    for key, each in groups.items():
        first = each[0]
        again = [span for s in sentences for span in _again(s, first.name, taken)] if len(key) > 1 else []
        spans = {one.span.start: one.span for one in (*(Naming(a, first.kind, "") for a in again), *each)}
        yield Fact(first.kind, _shown(first.name, language.telling), None, tuple(spans[at] for at in sorted(spans)))


def _namings(sentence: Sentence, language: Language) -> Iterator[Naming]:
    for m in NAME.finditer(sentence.text):
        made = (_of_kazakh if language.speech.verb_last else _of_english)(sentence.text, m, language)
        if made is not None:
            start, stop, kind, name = made
            span = Span(sentence.start + start, sentence.start + stop, sentence.text[start:stop])
            yield Naming(span, kind, name)


Made = tuple[int, int, FactKind, str] | None


def _of_english(text: str, m: re.Match[str], language: Language) -> Made:
    telling, speech = language.telling, language.speech
    words = m.group().split()
    start = m.start()
    while words and words[0].lower() in speech.determiners | speech.breaks | speech.when | speech.pronouns:
        start += len(words[0]) + 1
        words = words[1:]
    name = " ".join(words).rstrip("'’").removesuffix("'s").removesuffix("’s")
    if not name or name.lower() in telling.common | speech.days or text[start : start + len(name)] != name:
        return None
    stop, last = start + len(name), name.split()[-1].lower()
    if name.lower() in telling.lands:
        return start, stop, "place", name
    kind = _kind(name, last, telling)
    if kind is not None and (" " in name or name.isupper()):
        return start, stop, kind, name
    local = re.search(rf"\b{telling.local}\s$", text[:start]) is not None and not _is_person_like(text, stop)
    return (start, stop, "place", name) if local and len(words) <= BETWEEN + 1 and len(name) > 2 else None


def _kind(name: str, last: str, telling: Telling) -> FactKind | None:
    low = [word.lower() for word in name.split()]
    if re.fullmatch(telling.places, last):
        return "place"
    if any(re.fullmatch(telling.bodies, word) for word in low):
        return "organisation"
    return "organisation" if re.fullmatch(r"[A-Z]{2,5}", name) else None


def _is_person_like(text: str, stop: int) -> bool:
    """“in Smith's words”."""
    return re.match(r"['’]s\b", text[stop:]) is not None


def _of_kazakh(text: str, m: re.Match[str], language: Language) -> Made:
    telling = language.telling
    name, start, stop = m.group(), m.start(), m.end()
    for pattern, kind in _nouns(telling):
        noun = pattern.match(text, stop)
        if noun is not None:
            shown = text[start : noun.start("base")] + noun["base"]
            return start, noun.start("base") + len(noun["base"]), kind, " ".join(shown.split())
    if name.lower() in telling.common or not any(c.islower() for c in name):
        low = name.lower()
        known: FactKind = "place" if low in telling.lands else "organisation"
        return (start, stop, known, name) if low not in telling.common and 1 < len(name) < SHORTEST + 2 else None
    base = LOCAL.sub("", name)
    opens = not any(c.isalnum() for c in text[:start])
    if base == name or len(base) < SHORTEST or " " in name or opens:
        return None
    return start, start + len(base), "place", base


@cache
def _nouns(telling: Telling) -> tuple[tuple[re.Pattern[str], FactKind], ...]:
    between = rf"(?:\s[а-яәғқңөұүһі]+){{0,{BETWEEN}}}?\s"
    return (
        (re.compile(rf"[»”\"]?\s{telling.places}(?!\w)"), "place"),
        (re.compile(rf"[»”\"]?{between}{telling.bodies}(?!\w)"), "organisation"),
    )


def _again(sentence: Sentence, name: str, taken: Container[int]) -> Iterator[Span]:
    """Where a name stands again, whatever its ending."""
    for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!-?{CAPITAL})", sentence.text):
        if sentence.start + m.start() not in taken:
            yield Span(sentence.start + m.start(), sentence.start + m.end(), m.group())


def _key(name: str, telling: Telling) -> str:
    folded = fold(name)
    return _aliases(telling).get(folded, folded)


@cache
def _aliases(telling: Telling) -> Mapping[str, str]:
    """The first of the names of one thing by each of them."""
    return {fold(one): fold(names[0]) for names in telling.aliases for one in names}


def _shown(name: str, telling: Telling) -> str:
    return next((names[0] for names in telling.aliases if fold(name) in map(fold, names)), name)
