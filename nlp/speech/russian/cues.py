"""The words of a parsed Russian sentence that may attribute: «заявил», «уверен», «по словам»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.languages.model import Speech
from nlp.speech.frames import Ends
from nlp.speech.russian.parsed import Parsed
from nlp.speech.russian.syntax import Token, Tree

FARTHEST = 12
"""Tokens between any verb and the speech that it may lead to."""
POSSESSIVES = {"его": ("Masc", "Sing"), "ее": ("Fem", "Sing"), "её": ("Fem", "Sing"), "их": ("", "Plur")}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, by its index in the sentence; ``last`` is the index of its last word."""

    at: Parsed
    speech: Speech
    index: int
    last: int

    @property
    def tree(self) -> Tree:
        return self.at.tree

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.at.tree.tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    @property
    def lemma(self) -> str:
        return self.token.lemma

    @property
    def ends(self) -> Ends:
        return self.token.start, self.tokens[self.last].stop

    @property
    def impersonal(self) -> bool:
        """«говорится в сообщении», «сказано в обращении»: no person does it."""
        return self.lemma in self.speech.impersonal or is_said_so(self.token)


def cues(at: Parsed, speech: Speech) -> Iterator[Cue]:
    """The words of a sentence that may attribute, ascending."""
    last = -1
    for i in range(len(at.tree.tokens)):
        length = source_length(at.tree.tokens, i, speech)
        if length:
            last = i + length - 1
            yield Cue(at, speech, i, last)
        elif i > last and (is_cue(at.tree.tokens[i], speech) or _follows_speech(at, i) or _leads_to_speech(at, i)):
            yield Cue(at, speech, i, i)


def _follows_speech(at: Parsed, i: int) -> bool:
    """«…», — так подвел итоги X: whatever verb follows speech, a dash and adverbs, it tells who spoke."""
    if not is_finite(at.tree.tokens[i]):
        return False
    first = i
    while first > 1 and at.tree.tokens[first - 1].part in ("ADV", "PART"):
        first -= 1
    dashed = first > 1 and at.tree.tokens[first - 1].text in ("—", "–", "-")
    mask = next((j for j in (first - 2, first - 3) if j in at.masks), None) if dashed else None
    return mask is not None and at.masks[mask].follows


def _leads_to_speech(at: Parsed, i: int) -> bool:
    """«X ударил по столу: «…»»: whatever verb stands before a colon and speech, it tells who speaks."""
    if not is_finite(at.tree.tokens[i]):
        return False
    for j in range(i + 1, min(i + FARTHEST, len(at.tree.tokens))):
        if j in at.masks:
            return at.masks[j].leads and at.masks[j].sounds
        if is_finite(at.tree.tokens[j]) or at.tree.tokens[j].text in ".!?;":
            return False
    return False


def source_length(tokens: Sequence[Token], i: int, speech: Speech) -> int:
    """How many words of «по словам», «согласно» stand here; 0 for none. «По его словам» holds the speaker inside."""
    low = [t.text.lower() for t in tokens[i : i + 4]]
    for length in (3, 2, 1):
        if len(low) >= length and tuple(low[:length]) in speech.sources:
            return length
    if len(low) > 2 and low[1] in POSSESSIVES and (low[0], low[2]) in speech.sources:
        return 3
    return 0


def is_cue(token: Token, speech: Speech) -> bool:
    """Whether a word attributes here: no infinitive, nothing of the future, of «я» or of «мы»."""
    if token.part == "ADJ":
        return token.lemma in speech.convinced and token.feature("Variant") == "Short"
    if token.part == "NOUN":
        return token.lemma in speech.nouns or token.lemma in speech.pleas
    if token.part != "VERB" or token.lemma not in speech.verbs:
        return False
    if token.feature("Person") in ("1", "2") or token.feature("Tense") == "Fut":
        return False
    form = token.feature("VerbForm")
    return form in ("Fin", "Conv") or (
        form == "Part"
        and (
            token.feature("Voice") == "Act" or (is_said_so(token) and token.lemma not in speech.urged | speech.believed)
        )
    )


def is_negated(cue: Cue) -> bool:
    return cue.index > 0 and cue.tokens[cue.index - 1].text.lower() == "не"


def is_said_so(token: Token) -> bool:
    """A short neuter participle."""
    return token.feature("Variant") == "Short" and token.feature("Gender") == "Neut"


def is_finite(token: Token) -> bool:
    """Whether a word is the predicate of a clause."""
    return (token.part == "VERB" and token.feature("VerbForm") == "Fin") or token.feature("Variant") == "Short"
