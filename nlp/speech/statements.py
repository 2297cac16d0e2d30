"""From the attributions of a text to its statements: tell who is who, join what narration broke off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.languages.model import Speech
from nlp.model import Quote, QuoteKind, Span, Speaker
from nlp.speakers import Cast, Memory, Said
from nlp.speech.analysis import Analysis, Told
from nlp.speech.attributions import Attribution
from nlp.speech.frames import Ends, Utterance
from nlp.speech.outlets import settled
from nlp.speech.quotations import quotations


def statements(analysis: Analysis) -> Iterator[tuple[str, Quote]]:
    """Every statement with the name of its rule."""
    return settled(list(_told(analysis.text, analysis.told, analysis.cast)), analysis.outlets)


def _told(text: str, told: Iterable[Told], cast: Cast) -> Iterator[tuple[str, Quote]]:
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
            if silent or found.parts in claimed:
                continue
            if not found.relayed or found.utterance is not None:
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
            said = cast.interviewed() if utterance.turn == "answer" else Said()
            if not utterance.marked and said.speaker is None:
                continue
            if utterance.turn == "answer":
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
    if found.relayed and found.utterance is not None and found.parts[0][0] - memory.heard < ADJACENT:
        return cast.continued("", found.parts[0][0], memory)
    if found.relayed:
        return Said()
    if found.continues:
        return cast.continued(found.gender, found.parts[0][0], memory)
    return cast.who(found.who, memory)


def _quote(text: str, found: Attribution, speaker: Speaker | None) -> Quote:
    said = _spans(text, _unmarked(text, found.parts))
    mention = _span(text, found.who[0].mention.start, found.who[-1].mention.stop) if found.who else None
    kind = _kind(text, found)
    outlet = found.outlets[0] if found.outlets else None
    return Quote(said, speaker, mention, _span(text, *found.cue) if found.cue else None, kind, outlet)


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
        return "direct" if found.utterance.marked or len(found.parts) == 1 else "indirect"
    return "mixed" if any(mark in text[slice(*ends)] for ends in found.parts for mark in '«"“„') else "indirect"


def _spans(text: str, ends: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(_span(text, start, stop) for start, stop in ends)


def _span(text: str, start: int, stop: int) -> Span:
    return Span(start, stop, text[start:stop])
