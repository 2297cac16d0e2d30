"""Who said what where no grammar is at hand: by the words and marks around a cue, in English and Kazakh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from nlp.languages.model import Speech
from nlp.model import Span
from nlp.sentences import split
from nlp.speech.attributions import Attribution, clip
from nlp.speech.clues import Piece, Pieces, clues, sentences, span
from nlp.speech.english import rules as english
from nlp.speech.english.verb_forms import is_finite
from nlp.speech.frames import Ends, Frame, frames
from nlp.speech.kazakh import rules as kazakh
from nlp.speech.namings import families, person, persons
from nlp.speech.phrases import Phrase
from nlp.speech.quotations import quotations
from nlp.speech.utterances import utterances

NESTED = frozenset(("noun", "shown", "called", "governed", "urged", "judged", "fragment"))
"""Rules that tell nothing of their own inside what is said: «she said he urged them to»."""
SIGNATURE = re.compile(r"\s*[—–―-]+\s*((?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]*)[.\s]*$")
"""A dash and a name of several words that end a frame."""
UNLABELLED = re.compile(r"\b[A-Z]\w+\b(?!:)")
"""A word with a capital that no colon follows."""
LONGEST_LABEL = 4
"""Words before the colon of a label."""


def told(
    text: str, stretches: Sequence[Frame], speech: Speech
) -> tuple[list[tuple[Frame, list[Attribution]]], list[Phrase]]:
    """The attributions of each frame, and every naming of a person in the text."""
    rules = kazakh.RULES if speech.verb_last else english.RULES
    pieces = [list(sentences(text, frame)) for frame in stretches]
    repeated = frozenset(m.group() for m in UNLABELLED.finditer(text))
    found = [
        (
            frame,
            [*_signed(text, frame), *(one for s in each for one in _attributions(text, s, speech, rules, repeated))],
        )
        for frame, each in zip(stretches, pieces, strict=True)
    ]
    if speech.verb_last:
        found += _within(text, stretches, speech)
    speaking = [who for _, each in found for one in each for who in one.who if who.kind == "person"]
    named = [one for each in pieces for sentence in each for one in persons(text, sentence, speech)]
    known = _distinct([*speaking, *named])
    names = {word for one in known for word in one.name.split() if len(word) > 2}
    alone = [one for each in pieces for sentence in each for one in families(text, sentence, names, speech)]
    return found, _distinct([*known, *alone])


def _attributions(
    text: str, sentence: Pieces, speech: Speech, rules: Sequence[english.Rule], repeated: frozenset[str]
) -> Iterator[Attribution]:
    if not speech.verb_last:
        yield from _labelled(text, sentence, speech, repeated)
    told: list[Ends] = []
    for clue in clues(text, sentence, speech):
        for one in islice((found for rule in rules if (found := rule(clue)) is not None), 1):
            if not (one.rule in NESTED and any(start <= clue.ends[0] < stop for start, stop in told)):
                told += one.parts
                yield one
    if speech.verb_last:
        yield from kazakh.labelled(text, sentence, speech)


def _within(text: str, stretches: Sequence[Frame], speech: Speech) -> Iterator[tuple[Frame, list[Attribution]]]:
    """What somebody's words tell of the words of others, if they name them: «Әкем «…» деп отырушы еді»."""
    rules = kazakh.RULES
    for part in (part for frame in stretches for one in frame.utterances for part in one.parts):
        for inner in _inner(text, *part, speech):
            each = (one for s in sentences(text, inner) for one in _attributions(text, s, speech, rules, frozenset()))
            found = [
                _outside(one) for one in each if not one.continues and all(who.kind != "pronoun" for who in one.who)
            ]
            if found:
                yield replace(inner, utterances=()), found


def _outside(found: Attribution) -> Attribution:
    """Somebody told of in speech takes no part in the article's own story: nobody is asked, or goes on, as them."""
    return replace(found, who=tuple(replace(one, kind="other") for one in found.who))


def _inner(text: str, start: int, stop: int, speech: Speech) -> tuple[Frame, ...]:
    """The frames of a stretch of speech."""
    said = text[start:stop]
    whole = frames(said, split(said, "kk"), utterances(said, quotations(said), speech, "kk"))
    return tuple(one.moved(start) for one in whole)


def _distinct(namings: Sequence[Phrase]) -> list[Phrase]:
    """One naming for each place of the text, the first given."""
    taken: set[int] = set()
    kept: list[Phrase] = []
    for one in namings:
        if one.mention.start not in taken:
            kept.append(one)
        taken.update(range(one.mention.start, one.mention.stop))
    return kept


def _labelled(text: str, pieces: Pieces, speech: Speech, repeated: frozenset[str]) -> Iterator[Attribution]:
    """X: “…”; in English also X: what X says, without marks, as headlines have it."""
    colon = next((i for i, p in enumerate(pieces[: LONGEST_LABEL + 1]) if p.text == ":"), 0)
    label, said = pieces[:colon], pieces[colon + 1 :]
    if not colon or not said or len(label[0].text) == 1:
        return
    utterance = said[0].utterance
    if utterance is not None and utterance.leads:
        if all(p.is_capital and p.low not in speech.pronouns for p in label):
            yield Attribution("labelled", None, (_label(text, label, speech),), utterance.parts, utterance)
    elif said[0].is_capital and any(_is_verb(p, speech) for p in said) and _names(label, speech, repeated):
        stretch = clip(text, said[0].start, said[-1].stop)
        yield Attribution("headlined", None, (_label(text, label, speech),), (stretch,))


def _is_verb(piece: Piece, speech: Speech) -> bool:
    """A verb, in the capitals of a headline too."""
    return piece.low in speech.finite or is_finite(piece, speech)


def _signed(text: str, frame: Frame) -> Iterator[Attribution]:
    """“…” — X."""
    for utterance in frame.utterances:
        signature = SIGNATURE.match(text, utterance.stop, frame.stop)
        if signature is not None:
            mention = Span(signature.start(1), signature.end(1), signature.group(1))
            who = Phrase(mention, "person", mention.text, number="Sing")
            yield Attribution("signed", None, (who,), utterance.parts, utterance)


def _label(text: str, label: Pieces, speech: Speech) -> Phrase:
    mention = span(text, label)
    return person(text, label, speech) or Phrase(mention, "person", mention.text, number="Sing")


def _names(label: Pieces, speech: Speech, repeated: frozenset[str]) -> bool:
    """Whether a label is a document («Poll:») or a name that the text has elsewhere too."""
    named = all(p.is_capital for p in label) and label[-1].text in repeated
    return named or label[-1].low in speech.documents
