"""A frame with the grammar of its narration: the parser sees a noun where speech stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlp.speech.frames import MASK, Ends, Frame, Utterance
from nlp.speech.russian.media import Medium
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.syntax import Token, Tree

STAND_IN = "Цитата"
"""The noun that the parser sees where speech stood: «Цитата», — сказал он."""
DASHED = re.compile(r"[ \u00a0]*[—–-]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A frame with its grammar; ``masks`` tells which token stands for which utterance, ``media`` are those named."""

    text: str
    frame: Frame
    tree: Tree
    names: Named
    masks: Mapping[int, Utterance]
    before: Ends | None
    media: tuple[Medium, ...] = ()


def stand_in(text: str, start: int, stop: int) -> list[Token]:
    """What the parser sees for speech: a noun, and the comma that «!» and «?» leave out before a dash."""
    noun = Token(start, stop, STAND_IN, MASK)
    return [noun, Token(stop, stop, ",", ",")] if DASHED.match(text, stop) else [noun]
