"""What a Kazakh word is: its case, and whether it says who speaks, by its endings and the word lists."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp import kazakh
from nlp.speech.clues import Clue, Piece
from nlp.words import fold

RELATIVE = re.compile(r"\w{2,}(?:[ғқ]ан|[гк]ен|[аейи]тын|[еій]тін)")
"""A verb that tells of the noun after it: «сатқан», «ашылатын»."""
ORDINAL = re.compile(r"^\d|(?:ын|ін|ин)ш[ыіи]$")
"""«жиырмасыншы», which ends like a doer."""


def case(clue: Clue, piece: Piece) -> str:
    """The case that a word bears, by what the lists know of it, else by its ending."""
    if piece.low in clue.speech.pronouns:
        return "Gen" if piece.low.endswith("ың") else ""
    known = [bears for word, bears in _analyses(piece.low) if _is_known(clue, word)]
    return known[0] if known else kazakh.case(piece.low)


def is_head(clue: Clue, piece: Piece) -> bool:
    """Whether a word says who or what speaks: a calling, a body, a document."""
    known = any(_is_known(clue, word) for word, _ in _analyses(piece.low))
    return known and piece.low not in clue.speech.determiners


def is_person(clue: Clue, piece: Piece) -> bool:
    return any(_is_calling(clue, word) for word, _ in _analyses(piece.low))


def is_attribute(clue: Clue, piece: Piece) -> bool:
    """«атқарушы» билік: a doer whom no list knows, before a noun."""
    speech = clue.speech
    lists = (speech.roles, speech.offices, speech.bodies, speech.documents, speech.folk)
    return not any(word in known for word, _ in _analyses(piece.low) for known in lists)


def is_document(clue: Clue, piece: Piece) -> bool:
    return any(word in clue.speech.documents for word, _ in _analyses(piece.low))


def is_body(clue: Clue, piece: Piece) -> bool:
    return any(word in clue.speech.bodies for word, _ in _analyses(piece.low))


@lru_cache(maxsize=20_000)
def _analyses(word: str) -> tuple[tuple[str, str], ...]:
    """What a word may be, as the lists of `nlp.speech.clues.in_forms` spell it."""
    return tuple((fold(rest), bears) for rest, bears in kazakh.analyses(word))


def _is_known(clue: Clue, word: str) -> bool:
    speech = clue.speech
    return word in speech.bodies or word in speech.documents or word in speech.folk or _is_calling(clue, word)


def _is_calling(clue: Clue, word: str) -> bool:
    agent = len(word) > 4 and word.endswith(tuple(clue.speech.role_endings)) and not ORDINAL.search(word)
    return word in clue.speech.roles or word in clue.speech.offices or agent


def is_circumstance(clue: Clue, piece: Piece) -> bool:
    return piece.low in clue.speech.when or piece.low in clue.speech.breaks


def is_possessed(piece: Piece) -> bool:
    rest = next((rest for rest, bears in kazakh.analyses(piece.low) if bears), piece.low)
    return rest.endswith(("ы", "і"))
