"""What statements and facts are both told from: a text's frames, its people and, in Russian, its names and grammar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from nlp.languages import LANGUAGES
from nlp.languages.model import Speech
from nlp.model import Sentence, Span
from nlp.progress import Progress, counted, silent, within
from nlp.sentences import split
from nlp.speakers import Cast
from nlp.speech import surface
from nlp.speech.attributions import Attribution
from nlp.speech.authorities import is_authority
from nlp.speech.clues import forms, in_forms
from nlp.speech.frames import Frame, Utterance, frames
from nlp.speech.names import is_position, stems
from nlp.speech.nested import inner_frames, quoted_inside
from nlp.speech.outlets import labelled, resolved, sources
from nlp.speech.phrases import Phrase
from nlp.speech.quotations import quotations
from nlp.speech.russian.media import media
from nlp.speech.russian.noun_phrases import Named
from nlp.speech.russian.parsed import Parsed, nameless_subjects, stand_in
from nlp.speech.russian.phrases import named, people, phrase
from nlp.speech.russian.rules import attributions
from nlp.speech.russian.syntax import Name, Token, Tree, names, parse, tokens
from nlp.speech.utterances import utterances
from nlp.words import WORD, lemma, words

STAGES = (0, 0.33, 0.5, 0.9, 1)
"""The share of the time after which names are found, cues looked for, sentences parsed, and all is told."""

CREDIT = re.compile(r", ?[—–] ?[^\W\d_a-zа-яё][^,—–\n]*$| [—–] (?:[\w«»-]+ ){0,3}[\w«»-]+\.?$")
"""What ends a sentence that nothing but a name, or a body, attributes."""
LABEL = re.compile(r"\W*([^:\n]{2,30}):\s")

LEANS = re.compile(r"(?:Он|Она|Они|По (?:его|её|ее|их) словам)\b")
"""What leans on the subject of the sentence before."""

Told = tuple[Frame, Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text taken apart, once for all who tell something from it.

    ``told`` are the frames with whatever attributes in them, ``cast`` the people of the narration, ``namings`` those of
    the speech in it too. Only Russian has ``names`` and ``trees``: those sentences where they can tell anything.
    ``outlets`` are the media that the text comes from, the nearest first.
    """

    text: str
    told: Sequence[Told]
    cast: Cast
    namings: Sequence[Phrase]
    names: Sequence[Name] = ()
    trees: Sequence[tuple[Tree, Named]] = ()
    outlets: tuple[str, ...] = ()


def analysed(
    text: str,
    sentences: Sequence[Sentence],
    language: str | None,
    worth: Sequence[Span] = (),
    progress: Progress = silent,
) -> Analysis | None:
    """None in a language that the engine does not know.

    ``worth`` are stretches whose grammar somebody will ask for: sentences are parsed where there is a cue,
    a person or one of these.
    """
    if language not in LANGUAGES or not sentences:
        return None
    speech = LANGUAGES[language].speech
    if not speech.said:
        return None
    stretches = frames(text, sentences, utterances(text, quotations(text), speech, language))
    if language != "ru":
        found = _by_surface(text, stretches, speech)
    else:
        found = _russian(text, stretches, speech, worth, progress)
    outlets = (*sources(found.told, sentences), *labelled(text, speech))
    return replace(found, outlets=tuple(dict.fromkeys(outlets)))


def _by_surface(text: str, stretches: Sequence[Frame], speech: Speech) -> Analysis:
    """By words and marks, where no grammar of the language is at hand."""
    lists = in_forms(speech)
    told, namings = surface.told(text, stretches, lists)
    return Analysis(text, told, Cast(namings, (), lists, partial(forms, speech=lists)), namings)


def _russian(
    text: str, stretches: Sequence[Frame], speech: Speech, worth: Sequence[Span], progress: Progress
) -> Analysis:
    naming, looking, parsing, attributing = (within(progress, *pairs) for pairs in pairwise(STAGES))
    called = completed(text, names(text, [Span(f.start, f.stop, "") for f in stretches], naming))
    places = {at: name for name in called for at in range(name.start, name.stop)}
    bodies = _authorities(text, called, speech)
    wanted = sorted([*(n.start for n in called if n.kind == "PER"), *bodies, *(one.start for one in worth)])
    lemmas = speech.verbs | speech.nouns | speech.pleas
    sources = frozenset(word for one in speech.sources for word in one if len(word) > 3)
    leaned_on = {before.stop for before, f in pairwise(stretches) if LEANS.match(text, f.start)}
    narrated = [
        f
        for f in counted(stretches, looking)
        if f.utterances
        or _has_cue(text, f, lemmas, sources)
        or _holds(wanted, f.start, f.stop)
        or _is_credited(text, f, speech)
        or f.stop in leaned_on
    ]
    inner = inner_frames(text, narrated, speech, "ru")
    narrated += inner
    told = [_tokens(text, frame) for frame in narrated]
    spoken = list(_spoken(text, narrated, wanted))
    trees = parse([*(made for made, _ in told), *spoken], parsing)
    parsed = list(_parsed(text, stretches, narrated, trees, [masks for _, masks in told], places, speech))
    aside = [(tree, named(tree, places)) for tree in trees[len(narrated) :]]
    namings = [naming for one in parsed for naming in people(one.tree, one.names)]
    subjects = [who for one in parsed for who in nameless_subjects(one)]
    return Analysis(
        text,
        list(resolved([_attributed(one, inner, speech) for one in counted(parsed, attributing)], speech)),
        Cast(namings, _bodies(parsed, speech, text), speech, subjects=subjects),
        [*namings, *(naming for tree, held in aside for naming in people(tree, held))],
        called,
        [*((one.tree, one.names) for one in parsed), *aside],
    )


def _attributed(one: Parsed, inner: Sequence[Frame], speech: Speech) -> Told:
    """What is told in a frame; of one inside speech, only the speech in it."""
    found = list(attributions(one, speech))
    if one.frame not in inner:
        return one.frame, found
    return replace(one.frame, utterances=()), quoted_inside(found)


def _authorities(text: str, called: Sequence[Name], speech: Speech) -> list[int]:
    """Where authorities are named, if the text speaks of «ведомство» too."""
    if not any(word.lemma in speech.agencies for word in words(text, "ru")):
        return []
    return [
        n.start for n in called if n.kind == "ORG" and is_authority(lemma(n.text.split()[-1].lower(), "ru"), speech)
    ]


def _holds(starts: Sequence[int], start: int, stop: int) -> bool:
    """Whether one of these places, ascending, lies in a stretch."""
    return bisect_left(starts, start) < bisect_left(starts, stop)


def completed(text: str, found: Sequence[Name]) -> tuple[Name, ...]:
    """The names found, and the family names among them wherever else they stand alone."""
    found = [_trimmed(name) for name in found]
    families = {w[-1] for n in found if n.kind == "PER" and len(w := n.text.split()) > 1 and len(w[-1]) > 3}
    known = {stem for family in families for stem in stems(family)}
    taken = {at for n in found for at in range(n.start, n.stop)}
    missed = (
        Name(m.start(), m.end(), m.group(), "PER")
        for m in WORD.finditer(text)
        if m.start() not in taken and m.group()[0].isupper() and not known.isdisjoint(stems(m.group()))
    )
    return tuple(sorted((*found, *missed), key=lambda n: n.start)) if families else tuple(found)


def _trimmed(name: Name) -> Name:
    """A name without what follows it in brackets, and a person's without the position before it."""
    kept = name.text.split("(")[0].rstrip() or name.text
    first, _, rest = kept.partition(" ")
    skipped = len(first) + 1 if name.kind == "PER" and rest[:1].isupper() and is_position(first) else 0
    return Name(name.start + skipped, name.start + len(kept), kept[skipped:], name.kind)


def _is_credited(text: str, frame: Frame, speech: Speech) -> bool:
    """«…, — Reuters», «Reuters: …»."""
    label = LABEL.match(text, frame.start, frame.stop)
    labelled = label is not None and label.group(1).lower() in speech.outlets
    return labelled or CREDIT.search(text, max(frame.start, frame.stop - 60), frame.stop) is not None


def _has_cue(text: str, frame: Frame, lemmas: frozenset[str], sources: frozenset[str]) -> bool:
    held = words(text[frame.start : frame.stop], "ru")
    return any(w.lemma in lemmas or w.text.lower() in sources for w in held)


def _parsed(
    text: str,
    stretches: Sequence[Frame],
    narrated: Sequence[Frame],
    trees: Sequence[Tree],
    masks: Sequence[Mapping[int, Utterance]],
    places: Mapping[int, Name],
    speech: Speech,
) -> Iterator[Parsed]:
    before = {b.start: (a.start, a.stop) for a, b in pairwise(stretches)}
    for frame, tree, hidden in zip(narrated, trees, masks, strict=False):
        names = named(tree, places)
        found = media(text, tree, names, speech)
        yield Parsed(text, frame, tree, names, hidden, before.get(frame.start), found)


def _tokens(text: str, frame: Frame) -> tuple[list[Token], dict[int, Utterance]]:
    """The tokens of the narration, one in the stead of each stretch of speech, and which of them these are."""
    made: list[Token] = []
    masks: dict[int, Utterance] = {}
    at = frame.start
    for utterance in frame.utterances:
        first, second = utterance.narration or (utterance.stop, utterance.stop)
        made += tokens(text, at, max(at, utterance.start))
        masks[len(made)] = utterance
        made += stand_in(text, utterance.start, first)
        made += tokens(text, first, second)
        if second < utterance.stop:
            masks[len(made)] = utterance
            made += stand_in(text, second, utterance.stop)
        at = utterance.stop
    return made + tokens(text, at, max(at, frame.stop)), masks


def _spoken(text: str, stretches: Sequence[Frame], wanted: Sequence[int]) -> Iterator[list[Token]]:
    """The sentences inside speech that hold something worth its grammar."""
    for start, stop in (part for frame in stretches for one in frame.utterances for part in one.parts):
        for said in split(text[start:stop], "ru") if _holds(wanted, start, stop) else ():
            if _holds(wanted, start + said.start, start + said.stop):
                yield tokens(text, start + said.start, start + said.stop)


def _bodies(parsed: Sequence[Parsed], speech: Speech, text: str) -> Iterator[Phrase]:
    for one in parsed:
        for i, token in enumerate(one.tree.tokens):
            named = i in one.names and one.names[i].kind == "ORG" and token.relation == "nsubj"
            body = token.lemma in speech.bodies | speech.places or is_authority(token.lemma, speech)
            if named or (token.part in ("NOUN", "PROPN") and body):
                yield phrase(one.tree, i, one.names, text)
