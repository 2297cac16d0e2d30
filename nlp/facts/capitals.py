"""Bodies and places where no grammar is at hand: by their capitals and the words around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.languages.model import Language, Telling
from nlp.model import Fact, FactKind, Sentence, Span
from nlp.speech.phrases import Phrase
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


def persons(sentences: Sequence[Sentence], language: Language) -> Iterator[Phrase]:
    """Two or three words with a capital, the last of which only a family name can be: «Дина Сәрсенова»."""
    families = language.telling.families
    for sentence in sentences if families else ():
        for m in NAME.finditer(sentence.text):
            first = _begin(sentence.text, m, language)
            name = sentence.text[first : m.end()]
            family = re.search(rf"\w{families}$", name)
            if family and 1 <= name.count(" ") <= BETWEEN and all(c.isalpha() or c in " -" for c in name):
                start, bare = sentence.start + first, name[: len(name) - len(family["case"])]
                yield Phrase(Span(start, start + len(bare), bare), "person", bare, number="Sing")


def _begin(text: str, m: re.Match[str], language: Language) -> int:
    """Where a Kazakh name begins that opens a sentence: after the words that are capital for their place alone."""
    speech, start = language.speech, m.start()
    small = speech.when | speech.breaks | speech.pronouns | speech.roles | speech.offices | language.stop_words
    opens = not any(c.isalnum() for c in text[:start])
    for word in m.group().split()[:-1] if opens else ():
        if word.lower() not in small and not LOCAL.search(word):
            break
        start += len(word) + 1
    return start


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
    telling, start, stop = language.telling, _begin(text, m, language), m.end()
    name, opens = text[start:stop], not any(c.isalnum() for c in text[:start])
    if name.lower() in telling.lands and not re.match(rf"\s(?i:{telling.money})", text[stop:]):
        return start, stop, "place", name
    for pattern, kind in _nouns(telling):
        noun = pattern.match(text, stop)
        if noun is not None:
            sure = kind == "place" or not opens or " " in name or re.fullmatch(telling.sure, noun["base"])
            whole = _whole(text, start, noun.end("base"))
            return (*whole, kind, text[slice(*whole)]) if sure and not _bears_case(name, noun, language) else None
    base = LOCAL.sub("", name)
    plain = base[1:].islower() and not opens and " " not in name and not base.isascii()
    return (start, start + len(base), "place", base) if base != name and len(base) >= SHORTEST and plain else None


def _whole(text: str, start: int, stop: int) -> tuple[int, int]:
    """A name with the mark that opens it: «Рассвет» партиясы."""
    quoted = start > 0 and text[start - 1] in '«“"' and any(c in text[start:stop] for c in '»”"')
    return start - quoted, stop


def _bears_case(name: str, noun: re.Match[str], language: Language) -> bool:
    """Whether a word before the noun belongs to something else: «Ақтаудағы … орталығы»."""
    speech = language.speech
    cases = tuple(speech.oblique_endings - speech.name_endings)
    between = noun.string[noun.start() : noun.start("base")].split()
    return bool(LOCAL.search(name)) or any(len(word) > SHORTEST and word.endswith(cases) for word in between)


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
