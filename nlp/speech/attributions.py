"""What a rule finds in a text: words with whoever says them, by their cue."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.speech.frames import Ends, Utterance
from nlp.speech.phrases import Phrase

BEGINS = "«\"“„([‘'#@№$€+…"
FINISHES = "»\"”“)]’'!?…%₽$€°₸+"
"""What a stretch of words may begin and end with, besides letters and digits."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, as ends in the text, that ``who`` says by ``cue``; ``rule`` is the name of the rule that found them.

    ``outlets`` are the media that pass the words on, the nearest first; ``relayed`` words have no other speaker.
    """

    rule: str
    cue: Ends | None
    who: tuple[Phrase, ...]
    parts: tuple[Ends, ...]
    utterance: Utterance | None = None
    outlets: tuple[str, ...] = ()
    relayed: bool = False
    continues: bool = False  # nobody is named: the last speaker goes on
    gender: str = ""  # that the verb shows


def clip(text: str, start: int, stop: int) -> Ends:
    """A stretch without spaces, commas, full stops, bullets and pictures at its edges."""
    while start < stop and not (text[start].isalnum() or text[start] in BEGINS):
        start += 1
    while start < stop and not (text[stop - 1].isalnum() or text[stop - 1] in FINISHES):
        stop -= 1
    return start, stop
