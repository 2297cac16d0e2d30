"""The narration that breaks or ends a stretch of speech: «A, — сказал X. — B»."""

from __future__ import annotations

import re

from nlp.languages.model import Speech
from nlp.speech.frames import Ends
from nlp.speech.names import tells
from nlp.words import grammemes, words

NARRATION = re.compile(r"[,.!?…][ \u00a0]*[—–-]+[ \u00a0]*(?=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
RESUMES = re.compile(r"[,.;:!?…][ \u00a0]*[—–-]+[ \u00a0]*(?=\S)")


def bare(text: str, start: int, stop: int) -> Ends:
    """A stretch without the spaces around it and the comma that ends it."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return start, stop


def attributes(text: str, speech: Speech, language: str, near: int) -> bool:
    """Whether a cue stands among the first words of a stretch."""
    first = words(text, language)[: near if language == "ru" else 3 * near]
    beside = speech.clausal | speech.cited | speech.judged
    verb = next((w.text for w in first if not _is_adverb(w.text.lower())), "") if language == "ru" and near > 1 else ""
    told = bool(verb) and tells(verb)
    return told or any(w.lemma in beside or w.text.lower() in beside for w in first)


def _is_adverb(word: str) -> bool:
    return not grammemes(word).isdisjoint(("ADVB", "PRCL"))


def broken(text: str, start: int, stop: int, speech: Speech, language: str) -> tuple[tuple[Ends, ...], Ends] | None:
    """«A, — сказал X. — B» inside one pair of marks: both parts, and the narration between them."""
    for opening in NARRATION.finditer(text, start, stop):
        closing = RESUMES.search(text, opening.end(), min(stop, opening.end() + 250))
        if closing is None:
            continue
        if attributes(text[opening.end() : closing.start()], speech, language, 3):
            first = opening.start() + (text[opening.start()] in "!?…")
            return ((start, first), (closing.end(), stop)), (first, closing.start() + 1)
    return None


def told_after(text: str, start: int, stop: int, speech: Speech, language: str) -> int | None:
    """«A, — сказал X»: where the speech ends and the narration that tells of it begins."""
    for opening in NARRATION.finditer(text, start, stop):
        if attributes(text[opening.end() : opening.end() + 60], speech, language, 3):
            return opening.start() + (text[opening.start()] in "!?…")
    return None
