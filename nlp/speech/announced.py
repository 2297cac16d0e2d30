"""Speech without marks that a colon at the end of a line announces: posts, statements, lists of sayings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.languages.model import Speech
from nlp.speech.frames import Ends, Utterance
from nlp.speech.names import is_family
from nlp.speech.quotations import MARK
from nlp.words import WORD, words

COLON = re.compile(r":[ \u00a0]*\n\s*(?=\S)")
LINE = re.compile(r"[^\n]*[^\s]")
ITEM = re.compile("[ \u00a0]*([—–•▪●◾➡✔✅🔹🔸🔻🔺🔵🟢🔴-])\ufe0f?[ \u00a0]*([^\\s][^\n]*)")
SENTENCE_END = re.compile(r"[.!?…]\s")
SAID = 4
"""Words of a paragraph that is rather said than a name."""
LABEL = 6
"""Words of a label that stands on a line of its own."""


def announced(text: str, speech: Speech) -> Iterator[Utterance]:
    """What follows each line that ends in a colon and tells of speech, or may be a label."""
    for colon in COLON.finditer(text):
        line = text[text.rfind("\n", 0, colon.start()) + 1 : colon.start()]
        label = SENTENCE_END.split(line)[-1]
        told = _tells(label, speech.clausal | speech.nouns) or _is_person(label)
        items = _items(text, colon.end())
        short = not items and len(label.split()) <= LABEL
        parts = (items or _paragraph(text, colon.end())) if told or short else ()
        if parts and (
            _is_firm(label, speech) or not _tells(text[parts[0][0] : parts[-1][1]], speech.said | speech.believed)
        ):
            start = colon.end() if items else parts[0][0]
            yield Utterance(start, parts[-1][1], parts, leads=True, marked=False)


def _is_firm(label: str, speech: Speech) -> bool:
    """Whether a label leaves no doubt that somebody speaks, even of what others say: «X заявил», «слова X», «X»."""
    named = any(word[:1].isupper() for word in WORD.findall(label)[1:])
    return _is_person(label) or _tells(label, speech.clausal) or (named and _tells(label, speech.nouns))


def _tells(stretch: str, lemmas: frozenset[str]) -> bool:
    return any(word.lemma in lemmas for word in words(stretch, "ru"))


def _is_person(label: str) -> bool:
    """Whether a label is nothing but somebody's name: «⚡️ Петров»."""
    called = WORD.findall(label)
    return 0 < len(called) <= 3 and all(word[:1].isupper() for word in called) and is_family(called[-1].lower())


def _items(text: str, at: int) -> tuple[Ends, ...]:
    """The lines from a place on that open with the bullet of the first, without it."""
    found = ITEM.match(text, at)
    bullet = found.group(1) if found else ""
    ends: list[Ends] = []
    while found and found.group(1) == bullet:
        ends.append((found.start(2), found.start(2) + len(found.group(2).rstrip())))
        found = ITEM.match(text, _next_line(text, found.end()))
    return tuple(ends)


def _next_line(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _paragraph(text: str, at: int) -> tuple[Ends, ...]:
    """«X написал:» and, in the next paragraph, what; a mark at its end that nothing opens is no part of it."""
    line = LINE.match(text, at)
    if line is None or not text[at].isalpha() or len(line.group().split()) < SAID:
        return ()
    stray = line.group()[-1] in '»"”' and not MARK.search(line.group()[:-1])
    return ((at, line.end() - stray),)
