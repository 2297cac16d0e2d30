"""A sentence as words and marks, and the words in it that may attribute, where no grammar is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from nlp import kazakh
from nlp.languages.model import Speech
from nlp.model import Span
from nlp.speech.attributions import Attribution, clip
from nlp.speech.frames import MASK, Ends, Frame, Utterance
from nlp.speech.phrases import Phrase
from nlp.words import fold

TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Prof|St|Jr|Sr)\.|(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)+|\d+(?:,\d{3})+|\w+(?:['’.-]\w+)*['’]?|[^\w\s]"
)
STOPS = frozenset(".!?;")
BARS = frozenset(',.!?;:()—–-"“”«»[]')
LONGEST = 400
"""Pieces; nobody writes longer sentences, and a text without full stops is not worth its square."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark of a narration, or (``utterance``) the speech that stands there."""

    start: int
    stop: int
    text: str
    utterance: Utterance | None = None

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """A cue by its index among the pieces of one sentence; ``last`` is the index of its last word."""

    text: str
    speech: Speech
    pieces: Pieces
    index: int
    last: int

    @property
    def low(self) -> str:
        return self.pieces[self.index].low

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(p.low for p in self.pieces[self.index : self.last + 1])

    @property
    def ends(self) -> Ends:
        return self.pieces[self.index].start, self.pieces[self.last].stop

    @property
    def sentence(self) -> Ends:
        return self.pieces[0].start, self.pieces[-1].stop


def sentences(text: str, frame: Frame) -> Iterator[Pieces]:
    """The sentences of a frame."""
    pieces = list(_pieces(text, frame))
    starts = [s for s in frame.sentence_starts if not any(u.start < s < u.stop for u in frame.utterances)]
    for begin, end in pairwise([*starts, frame.stop]):
        found = tuple(p for p in pieces if begin <= p.start < end)
        if 0 < len(found) <= LONGEST:
            yield found


def _pieces(text: str, frame: Frame) -> Iterator[Piece]:
    at = frame.start
    for utterance in frame.utterances:
        yield from _words(text, at, utterance.start)
        first, second = utterance.narration or (utterance.stop, utterance.stop)
        yield Piece(utterance.start, first, MASK, utterance)
        yield from _words(text, first, second)
        if second < utterance.stop:
            yield Piece(second, utterance.stop, MASK, utterance)
        at = utterance.stop
    yield from _words(text, at, frame.stop)


def _words(text: str, start: int, stop: int) -> Iterator[Piece]:
    return (Piece(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text, start, max(start, stop)))


def clues(text: str, pieces: Pieces, speech: Speech) -> Iterator[Clue]:
    """The words of a sentence that may attribute, ascending."""
    low, attributing = [piece.low for piece in pieces], _attributing(speech)
    for i in range(len(pieces)):
        length = next((n for n in (3, 2, 1) if i + n <= len(low) and tuple(low[i : i + n]) in speech.sources), 0)
        if length:
            yield Clue(text, speech, pieces, i, i + length - 1)
        elif low[i] in attributing and (not pieces[i].is_capital or i == 0):
            yield Clue(text, speech, pieces, i, i)


@cache
def _attributing(speech: Speech) -> frozenset[str]:
    """Every word that may attribute, of a cue of several words the last."""
    verbs = {verb.rpartition(" ")[2] for verb in speech.verbs}
    return speech.nouns | verbs | {verb for verb, _ in speech.governing}


def bounds(piece: Piece, speech: Speech) -> bool:
    """Whether a piece is no part of a noun phrase."""
    return piece.utterance is not None or piece.text in BARS or piece.low in speech.breaks


def form(word: str, speech: Speech) -> str:
    """A word as the lists of its language have it: without its inflections where endings bear them, else itself."""
    return fold(kazakh.noun(word.lower())) if speech.verb_last else word.lower()


def dictionary_forms(word: str, speech: Speech) -> tuple[str, ...]:
    """What a word may be an inflected form of, as the lists of its language have it."""
    if not speech.verb_last:
        return (word.lower(),)
    return tuple(dict.fromkeys(fold(rest) for rest, _ in kazakh.analyses(word.lower())))


@cache
def in_forms(speech: Speech) -> Speech:
    """The lists of nouns that are inflected, each noun as `form` gives it."""
    lists = (speech.roles, speech.offices, speech.bodies, speech.documents, speech.folk)
    roles, offices, bodies, documents, folk = (_in_forms(one, speech) for one in lists)
    return replace(speech, roles=roles, offices=offices, bodies=bodies, documents=documents, folk=folk)


def _in_forms(nouns: frozenset[str], speech: Speech) -> frozenset[str]:
    """Nouns as they are and as `form` gives them, for a noun that itself looks inflected loses its ending there."""
    return frozenset(map(fold, nouns)) | {form(noun, speech) for noun in nouns}


def forms(phrase: str, speech: Speech) -> Iterator[str]:
    """The words of a phrase in that form."""
    return (form(m.group(), speech) for m in TOKEN.finditer(phrase))


def span(text: str, pieces: Sequence[Piece]) -> Span:
    """The stretch of the text from the first of some pieces to the last."""
    start, stop = pieces[0].start, pieces[-1].stop
    return Span(start, stop, text[start:stop])


def made(rule: str, clue: Clue, who: tuple[Phrase, ...], *stretches: Ends) -> Attribution | None:
    """An attribution of stretches of the text, if somebody says them and they are anything."""
    found = tuple(e for stretch in stretches if (e := clip(clue.text, *stretch))[0] < e[1])
    if not found or not who:
        return None
    media = tuple(name for one in who if (name := _medium(clue, one)))
    heard = hearing(clue)
    return Attribution(rule, clue.ends, who, found, outlets=media or heard, relayed=len(media) == len(who))


def _medium(clue: Clue, one: Phrase) -> str:
    """The name of a medium that passes words on, and does not judge or demand anything itself."""
    written = one.mention.text if one.mention.text.lower() == one.name else one.name
    name = written.removeprefix("the ").removeprefix("The ")
    known = not clue.speech.outlets.isdisjoint((name.lower(), one.name.lower()))
    own = clue.speech.called | clue.speech.urged | clue.speech.judged | clue.speech.believed
    return name if clue.low not in own - clue.speech.relaying and known else ""


def hearing(clue: Clue) -> tuple[str, ...]:
    """The medium of «told CNN»."""
    if clue.low not in clue.speech.addressed:
        return ()
    name: list[Piece] = []
    for piece in clue.pieces[clue.last + 1 : clue.last + 6]:
        if not piece.is_capital and piece.low not in clue.speech.determiners:
            break
        name += [piece] if piece.is_capital else []
    told = span(clue.text, name).text if name else ""
    return (told,) if told.lower() in clue.speech.outlets else ()
