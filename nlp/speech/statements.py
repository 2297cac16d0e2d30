"""From the frames of a Russian text to its statements: parse, tell who is who, put both together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from nlp.languages.model import Speech
from nlp.model import Quote, QuoteKind, Span, Speaker
from nlp.speakers import Cast, Memory, Said
from nlp.speech import surface
from nlp.speech.attributions import Attribution, attributions
from nlp.speech.clues import forms, in_forms
from nlp.speech.frames import Ends, Frame, Parsed, Utterance, stand_in
from nlp.speech.names import alike, is_position
from nlp.speech.phrases import Phrase, named, people, phrase
from nlp.speech.quotations import quotations
from nlp.speech.syntax import Name, Token, names, parse, tokens
from nlp.words import WORD, words


def russian(text: str, stretches: Sequence[Frame], speech: Speech) -> Iterator[tuple[str, Quote]]:
    """Every statement with the name of its rule."""
    called = completed(text, names(text, [Span(f.start, f.stop, "") for f in stretches]))
    persons = [n.start for n in called if n.kind == "PER"]
    worth = [
        f for f in stretches if f.utterances or _has_cue(text, f, speech) or any(f.start <= p < f.stop for p in persons)
    ]
    parsed = list(_parse(text, stretches, worth, {at: name for name in called for at in range(name.start, name.stop)}))
    namings = (naming for one in parsed for naming in people(one.tree, one.names))
    cast = Cast(namings, _bodies(parsed, speech, text), speech)
    yield from _told(text, ((one.frame, attributions(one, speech)) for one in parsed), cast)


def by_surface(text: str, stretches: Sequence[Frame], speech: Speech) -> Iterator[tuple[str, Quote]]:
    """Every statement with the name of its rule, where no grammar of the language is at hand."""
    lists = in_forms(speech)
    told, namings = surface.told(text, stretches, lists)
    yield from _told(text, told, Cast(namings, (), lists, partial(forms, speech=lists)))


def completed(text: str, found: Sequence[Name]) -> tuple[Name, ...]:
    """The names found, and the family names among them wherever else they stand alone."""
    found = [_trimmed(name) for name in found]
    families = {w[-1] for n in found if n.kind == "PER" and len(w := n.text.split()) > 1 and len(w[-1]) > 3}
    taken = {at for n in found for at in range(n.start, n.stop)}
    missed = (
        Name(m.start(), m.end(), m.group(), "PER")
        for m in WORD.finditer(text)
        if m.start() not in taken and m.group()[0].isupper() and any(alike(m.group(), f) for f in families)
    )
    return tuple(sorted((*found, *missed), key=lambda n: n.start)) if families else tuple(found)


def _trimmed(name: Name) -> Name:
    """A name without what follows it in brackets, and a person's without the position before it."""
    kept = name.text.split("(")[0].rstrip() or name.text
    first, _, rest = kept.partition(" ")
    skipped = len(first) + 1 if name.kind == "PER" and rest[:1].isupper() and is_position(first) else 0
    return Name(name.start + skipped, name.start + len(kept), kept[skipped:], name.kind)


def _has_cue(text: str, frame: Frame, speech: Speech) -> bool:
    sources = {word for one in speech.sources for word in one if len(word) > 3}
    return any(
        w.lemma in speech.verbs or w.text.lower() in sources for w in words(text[frame.start : frame.stop], "ru")
    )


def _parse(
    text: str, stretches: Sequence[Frame], worth: Sequence[Frame], places: Mapping[int, Name]
) -> Iterator[Parsed]:
    before = {b.start: (a.start, a.stop) for a, b in pairwise(stretches)}
    told = [_tokens(text, frame) for frame in worth]
    for frame, (_, masks), tree in zip(worth, told, parse([made for made, _ in told]), strict=True):
        yield Parsed(text, frame, tree, named(tree, places), masks, before.get(frame.start))


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


def _bodies(parsed: Sequence[Parsed], speech: Speech, text: str) -> Iterator[Phrase]:
    for one in parsed:
        for i, token in enumerate(one.tree.tokens):
            if token.part in ("NOUN", "PROPN") and token.lemma in speech.bodies:
                yield phrase(one.tree, i, one.names, text)


def _told(text: str, told: Iterable[tuple[Frame, Iterable[Attribution]]], cast: Cast) -> Iterator[tuple[str, Quote]]:
    """The statements of each frame's attributions, speakers resolved in the order of the text."""
    memory, direct = Memory(), None
    for frame, attributed in told:
        claimed: set[tuple[Ends, ...]] = set()
        for found in attributed:
            said = _speaker(found, cast, memory)
            if found.utterance is not None and found.utterance.turn is not None:
                if found.utterance.turn == "question":
                    continue
                said = said if said.speaker is not None else cast.interviewed()
            silent = said.speaker is None and found.continues and found.utterance is None
            if found.outlet or silent or found.parts in claimed:
                continue
            claimed.add(found.parts)
            memory = memory.after(said, max([found.parts[-1][1], *(w.mention.stop for w in found.who)]))
            if found.utterance is None:
                yield found.rule, _quote(text, found, said.speaker)
                continue
            if direct is not None:
                yield direct
            direct = found.rule, _quote(text, found, said.speaker)
        for utterance in frame.utterances:
            if utterance.parts in claimed or utterance.turn == "question":
                continue
            if utterance.turn == "answer":
                said = cast.interviewed()
                memory = memory.after(said, utterance.stop)
                yield "answered", Quote(_spans(text, utterance.parts), said.speaker, None, None, "direct")
                continue
            if direct is not None and _resumes(text, direct[1], utterance, cast.speech):
                direct = direct[0], replace(direct[1], parts=(*direct[1].parts, *_spans(text, utterance.parts)))
                continue
            said = cast.continued("", utterance.start, memory) if utterance.start - memory.heard < ADJACENT else Said()
            memory = memory.after(said, utterance.stop)
            if said.speaker is None and utterance.stop - utterance.start < SHORT:
                continue
            yield "floating", Quote(_spans(text, utterance.parts), said.speaker, None, None, "direct")
    if direct is not None:
        yield direct


def _resumes(text: str, quote: Quote, utterance: Utterance, speech: Speech) -> bool:
    """Whether speech goes on after its narration: «A», — сказал X. — «B»; “A,” X said. “B.”"""
    between = text[quote.stop : utterance.start]
    if quote.start > utterance.start or "\n" in between or len(between) > ADJACENT:
        return False
    return not speech.resumes_after_dash or bool(RESUMED.search(between))


RESUMED = re.compile(r"[.,;]\s*[—–-]\s*$")
SHORT = 60
"""Characters; a shorter quotation that nobody is named for is rather a title than speech."""
ADJACENT = 200
"""Characters from the last words of somebody within which speech that nobody is named for goes on with theirs."""


def _speaker(found: Attribution, cast: Cast, memory: Memory) -> Said:
    if found.continues:
        return cast.continued(found.gender, found.parts[0][0], memory)
    return cast.who(found.who, memory)


def _quote(text: str, found: Attribution, speaker: Speaker | None) -> Quote:
    said = _spans(text, _unmarked(text, found.parts))
    mention = _span(text, found.who[0].mention.start, found.who[-1].mention.stop) if found.who else None
    kind = _kind(text, found)
    return Quote(said, speaker, mention, _span(text, *found.cue) if found.cue else None, kind)


def _unmarked(text: str, ends: tuple[Ends, ...]) -> tuple[Ends, ...]:
    """Words that stand in marks as a whole are given without them."""
    if len(ends) != 1:
        return ends
    start, stop = ends[0]
    whole = [q for q in quotations(text[start:stop]) if q.start == 0 and q.stop == stop - start]
    inner = [(start + q.inner_start, start + q.inner_stop) for q in whole if q.inner_start < q.inner_stop]
    return tuple(inner) or ends


def _kind(text: str, found: Attribution) -> QuoteKind:
    if found.utterance is not None:
        return "direct"
    return "mixed" if any(mark in text[slice(*ends)] for ends in found.parts for mark in '«"“„') else "indirect"


def _spans(text: str, ends: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(_span(text, start, stop) for start, stop in ends)


def _span(text: str, start: int, stop: int) -> Span:
    return Span(start, stop, text[start:stop])
