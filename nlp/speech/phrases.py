"""How a text names whoever speaks: a name, a pronoun, a role or a body, not yet told who that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.model import Span

PhraseKind = Literal["person", "pronoun", "role", "other"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One naming of a speaker: ``mention`` is where, ``name`` what it says in the nominative.

    ``title`` stands beside a person's name; ``words`` are folded lemmas of the phrase, ``head`` that of its noun.
    """

    mention: Span
    kind: PhraseKind
    name: str
    title: str | None = None
    head: str = ""
    words: tuple[str, ...] = ()
    gender: str = ""
    number: str = ""
    case: str = ""
