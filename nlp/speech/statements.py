"""From the attributions of a text to its statements: tell who is who, join what narration broke off."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.languages.model import Speech
from nlp.model import Quote, QuoteKind, Span, Speaker
from nlp.speakers import Cast, Memory, Said
from nlp.speech.analysis import Analysis, Told
from nlp.speech.attributions import Attribution
from nlp.speech.frames import Ends, Utterance
from nlp.speech.names import words_of
from nlp.speech.outlets import settled
from nlp.speech.persons import Person
from nlp.speech.quotations import quotations

Statement = tuple[str, Quote]
"""With the name of its rule."""


def statements(analysis: Analysis) -> Iterator[Statement]:
    """Every statement of a text."""
    return settled(list(_Telling(analysis.text, analysis.cast).told(analysis.told)), analysis.outlets)


class _Telling:
    """Goes through the frames of a text and resolves speakers in its order.

    ``direct`` is the direct speech told last, held back while more of it may follow its narration.
    """

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.named = {mention.start: person for mention, person in cast.by_mention.items()}
        self.places = sorted(self.named)
        self.bearers: dict[str, list[Person]] = {}  # of initials
        self.memory = Memory()
        self.last: tuple[Said, int] = (Said(), -ADJACENT)
        self.direct: Statement | None = None
        self.claimed: set[tuple[Ends, ...]] = set()

    def told(self, frames: Iterable[Told]) -> Iterator[Statement]:
        for frame, attributed in frames:
            self.claimed = set()
            for found in attributed:
                if found.utterance is not None and self._initialled(found.utterance) is not None:
                    continue
                yield from self._attributed(found)
            for utterance in frame.utterances:
                if utterance.parts not in self.claimed and utterance.turn != "question":
                    yield from self._answered(utterance) if utterance.turn == "answer" else self._floating(utterance)
        if self.direct is not None:
            yield self.direct

    def _attributed(self, found: Attribution) -> Iterator[Statement]:
        said = _speaker(found, self.cast, self.memory)
        turn = found.utterance.turn if found.utterance is not None else None
        if turn == "answer" and said.speaker is None:
            said = self.cast.interviewed()
        silent = said.speaker is None and found.continues and found.utterance is None
        if silent or turn == "question" or found.parts in self.claimed:
            return
        if not self._is_told_of(found):
            stop = max([found.parts[-1][1], *(w.mention.stop for w in found.who)])
            self._hear(said, stop, found.utterance is not None)
        if not found.relayed or found.utterance is not None:
            self.claimed.add(found.parts)
        statement = found.rule, _quote(self.text, found, said.speaker)
        if found.utterance is None:
            yield statement
            return
        if self.direct is not None:
            yield self.direct
        self.direct = statement

    def _is_told_of(self, found: Attribution) -> bool:
        """Whether it stands in somebody's words, who goes on speaking: «A отметил, что B назвала…»."""
        return found.cue is not None and any(
            start <= found.cue[0] < stop for parts in self.claimed for start, stop in parts
        )

    def _answered(self, utterance: Utterance) -> Iterator[Statement]:
        """An answer of an interview that no rule has told of."""
        said = self._initialled(utterance) or self._named(utterance) or self.cast.interviewed()
        if utterance.marked or said.speaker is not None:
            self._hear(said, utterance.stop)
            yield "answered", self._direct(utterance, said)

    def _initialled(self, utterance: Utterance) -> Said | None:
        """Whoever bears the initials that label a turn; nobody if several may."""
        if utterance.label is None or not INITIALS.fullmatch(utterance.label.text):
            return None
        label = utterance.label.text
        if label not in self.bearers:
            self.bearers[label] = _bearers(label, self.cast.people)
        if len(self.bearers[label]) == 1:
            return _said_by(self.bearers[label][0], utterance)
        return Said() if "." in label else None

    def _named(self, utterance: Utterance) -> Said | None:
        """Whoever the label of a turn names."""
        label = range(utterance.label.start, utterance.label.stop) if utterance.label is not None else ()
        person = next((self.named[at] for at in label if at in self.named), None)
        return _said_by(person, utterance) if person is not None else None

    def _floating(self, utterance: Utterance) -> Iterator[Statement]:
        """Speech without a cue: the rest of what its narration broke off, or of whoever spoke right before."""
        if not utterance.marked:
            return
        if self.direct is not None and _resumes(self.text, self.direct[1], utterance, self.cast.speech):
            rule, quote = self.direct
            self.direct = rule, replace(quote, parts=(*quote.parts, *_spans(self.text, utterance.parts)))
            return
        said = self._going_on(utterance.start)
        self._hear(said, utterance.stop)
        if said.speaker is not None or utterance.stop - utterance.start >= SHORT:
            yield "floating", self._direct(utterance, said)

    def _going_on(self, at: int) -> Said:
        """Whoever spoke right before a place; a body only if it was in direct speech."""
        said, stop = self.last
        if at - stop >= ADJACENT or self._turns_to_another(said, stop, at):
            return Said()
        return said if said.person is None else self.cast.continued("", at, self.memory)

    def _turns_to_another(self, said: Said, start: int, stop: int) -> bool:
        """Whether a sentence between two places opens with somebody else."""
        since = self.places[bisect_left(self.places, start) : bisect_left(self.places, stop)]
        return any(self.named[at] is not said.person and OPENED.search(self.text, max(0, at - 4), at) for at in since)

    def _hear(self, said: Said, stop: int, direct: bool = True) -> None:
        self.memory = self.memory.after(said, stop)
        self.last = (said if said.person or direct else Said(), stop) if said.speaker is not None else self.last

    def _direct(self, utterance: Utterance, said: Said) -> Quote:
        return Quote(_spans(self.text, utterance.parts), said.speaker, None, None, "direct")


def _resumes(text: str, quote: Quote, utterance: Utterance, speech: Speech) -> bool:
    """Whether speech goes on after its narration: «A», — сказал X. — «B»; “A,” X said. “B.”"""
    between = text[quote.stop : utterance.start]
    if quote.start > utterance.start or "\n" in between or len(between) > ADJACENT:
        return False
    return not speech.resumes_after_dash or bool(RESUMED.search(between))


def _bearers(initials: str, people: Iterable[Person]) -> list[Person]:
    letters = Counter(filter(str.isalpha, initials))
    return [p for p in people if letters <= Counter(word[0] for word in words_of(p.name) if len(word) > 1)]


def _said_by(person: Person, utterance: Utterance) -> Said:
    return Said(Speaker(person.name, person.title(utterance.start)), person, "Sing")


INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?){2,3}|[^\W\d_a-zа-яё]{2,3}")
OPENED = re.compile(r"[.!?…][»”\"]?\s+$")
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
    places = [one.mention for one in found.who]
    mention = _span(text, min(m.start for m in places), max(m.stop for m in places)) if places else None
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
