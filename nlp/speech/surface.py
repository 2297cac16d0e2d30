"""Who said what where no grammar is at hand: by the words and marks around a cue, in English and Kazakh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from nlp.languages.model import Speech
from nlp.speech import subject_first, verb_last
from nlp.speech.attributions import Attribution
from nlp.speech.clues import Pieces, clues, sentences, span
from nlp.speech.frames import Ends, Frame
from nlp.speech.namings import families, person, persons
from nlp.speech.phrases import Phrase

NESTED = frozenset(("noun", "shown", "called", "governed", "urged", "judged", "fragment"))
"""Rules that tell nothing of their own inside what is said: «she said he urged them to»."""
LONGEST_LABEL = 4
"""Words before the colon of a label."""


def told(
    text: str, stretches: Sequence[Frame], speech: Speech
) -> tuple[list[tuple[Frame, list[Attribution]]], list[Phrase]]:
    """The attributions of each frame, and every naming of a person in the text."""
    rules = verb_last.RULES if speech.verb_last else subject_first.RULES
    pieces = [list(sentences(text, frame)) for frame in stretches]
    found = [
        (frame, [one for sentence in each for one in _attributions(text, sentence, speech, rules)])
        for frame, each in zip(stretches, pieces, strict=True)
    ]
    speaking = [who for _, each in found for one in each for who in one.who if who.kind == "person"]
    named = [one for each in pieces for sentence in each for one in persons(text, sentence, speech)]
    known = _distinct([*speaking, *named])
    alone = [one for each in pieces for sentence in each for one in families(text, sentence, known, speech)]
    return found, _distinct([*known, *alone])


def _attributions(
    text: str, sentence: Pieces, speech: Speech, rules: Sequence[subject_first.Rule]
) -> Iterator[Attribution]:
    yield from _labelled(text, sentence, speech)
    told: list[Ends] = []
    for clue in clues(text, sentence, speech):
        for one in islice((found for rule in rules if (found := rule(clue)) is not None), 1):
            if not (one.rule in NESTED and any(start <= clue.ends[0] < stop for start, stop in told)):
                told += one.parts
                yield one


def _distinct(namings: Sequence[Phrase]) -> list[Phrase]:
    """One naming for each place of the text, the first given."""
    taken: set[int] = set()
    kept: list[Phrase] = []
    for one in namings:
        if one.mention.start not in taken:
            kept.append(one)
        taken.update(range(one.mention.start, one.mention.stop))
    return kept


def _labelled(text: str, pieces: Pieces, speech: Speech) -> Iterator[Attribution]:
    """X: “…”."""
    for i, piece in enumerate(pieces):
        if piece.utterance is None or not piece.utterance.leads or not 2 <= i <= LONGEST_LABEL + 1:
            continue
        label = pieces[: i - 1]
        if pieces[i - 1].text == ":" and all(p.is_capital and p.low not in speech.pronouns for p in label):
            mention = span(text, label)
            who = person(text, label, speech) or Phrase(mention, "person", mention.text, number="Sing")
            yield Attribution("labelled", None, (who,), piece.utterance.parts, piece.utterance)
