"""A frame with the grammar of its narration: the parser sees a noun where speech stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nlp.speech.frames import MASK, Ends, Frame, Utterance
from nlp.speech.phrases import Phrase
from nlp.speech.russian.media import Medium
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.phrases import phrase
from nlp.speech.russian.syntax import Token, Tree

MAIN = ("root", "conj", "parataxis")
"""What relates the verb of a main clause."""
SUBJECTS = ("nsubj", "nsubj:pass")
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


def nameless_subjects(one: Parsed) -> Iterator[Phrase]:
    """The living beings without a name that main clauses are about: «водитель сбежал»."""
    for i, token in enumerate(one.tree.tokens):
        nameless = token.part == "NOUN" and token.feature("Case") == "Nom" and token.relation in SUBJECTS
        main = nameless and token.head >= 0 and one.tree.tokens[token.head].relation in MAIN
        found = phrase(one.tree, i, one.names, one.text) if main else None
        if found is not None and found.kind == "role":
            yield found
