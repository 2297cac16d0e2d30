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
        told = any(w.lemma in speech.clausal or w.lemma in speech.nouns for w in words(label, "ru"))
        items = _items(text, colon.end())
        if items and (told or _is_person(label)):
            yield Utterance(colon.end(), items[-1][1], items, leads=True, marked=False)
        elif not items and (told or _is_person(label) or len(label.split()) <= LABEL):
            tells_itself = not told and not _is_person(label)
            yield from (
                one for one in _paragraph(text, colon.end()) if not (tells_itself and _reports(text, one, speech))
            )


def _is_person(label: str) -> bool:
    """Whether a label is nothing but somebody's name: «⚡️ Петров»."""
    called = WORD.findall(label)
    return 0 < len(called) <= 3 and all(word[:1].isupper() for word in called) and is_family(called[-1].lower())


def _reports(text: str, paragraph: Utterance, speech: Speech) -> bool:
    """Whether a paragraph tells itself who says something."""
    return any(w.lemma in speech.said for w in words(text[paragraph.start : paragraph.stop], "ru"))


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


def _paragraph(text: str, at: int) -> Iterator[Utterance]:
    """«X написал:» and, in the next paragraph, what; a mark at its end that nothing opens is no part of it."""
    line = LINE.match(text, at)
    if line is None or not text[at].isalpha() or len(line.group().split()) < SAID:
        return
    stray = line.group()[-1] in '»"”' and not MARK.search(line.group()[:-1])
    stop = line.end() - stray
    yield Utterance(at, stop, ((at, stop),), leads=True, marked=False)
