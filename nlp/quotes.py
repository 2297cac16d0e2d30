"""Who said what: the statements of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.attributions import Attribution, attributions
from nlp.frames import Frame, Parsed, Utterance, frames, stand_in, utterances
from nlp.languages import LANGUAGES
from nlp.languages.model import Speech
from nlp.model import Quote, QuoteKind, Sentence, Span
from nlp.phrases import Phrase, named, people, phrase
from nlp.quotations import quotations
from nlp.speakers import Cast, Person
from nlp.syntax import Name, Token, names, parse, tokens
from nlp.words import words


def find_quotes(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[Quote, ...]:
    """The statements of a text in document order."""
    return tuple(quote for _, quote in explain_quotes(text, sentences, language))


def explain_quotes(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[tuple[str, Quote], ...]:
    """The statements of a text in document order, each with the name of the rule that found it."""
    if language not in LANGUAGES or not sentences:
        return ()
    speech = LANGUAGES[language].speech
    if not speech.said:
        return ()
    spoken = utterances(text, quotations(text), speech, language)
    found = _russian(text, frames(text, sentences, spoken), speech)
    return tuple(sorted(found, key=lambda one: (one[1].start, one[1].stop)))


def _russian(text: str, stretches: Sequence[Frame], speech: Speech) -> Iterator[tuple[str, Quote]]:
    all_names = names(text, [Span(f.start, f.stop, "") for f in stretches])
    places = {at: name for name in all_names for at in range(name.start, name.stop)}
    persons = [n.start for n in all_names if n.kind == "PER"]
    cued = [
        f for f in stretches if f.utterances or _has_cue(text, f, speech) or any(f.start <= p < f.stop for p in persons)
    ]
    parsed = list(_parse(text, stretches, cued, places))
    cast = Cast(
        (naming for one in parsed for naming in people(one.tree, one.names, text)),
        _bodies(parsed, speech, text),
        speech,
    )
    yield from _told(text, parsed, cast, speech)


def _has_cue(text: str, frame: Frame, speech: Speech) -> bool:
    every = speech.said | speech.believed | speech.called | speech.urged | speech.judged | speech.cited
    every |= speech.impersonal | speech.convinced
    sources = {w for phrase in speech.sources for w in phrase if len(w) > 3}
    return any(w.lemma in every or w.text.lower() in sources for w in words(text[frame.start : frame.stop], "ru"))


def _parse(text: str, stretches: Sequence[Frame], cued: Sequence[Frame], places: dict[int, Name]) -> Iterator[Parsed]:
    before = {b.start: (a.start, a.stop) for a, b in pairwise(stretches)}
    told = [_tokens(text, frame) for frame in cued]
    for frame, (made, masks), tree in zip(cued, told, parse([t for t, _ in told]), strict=True):
        yield Parsed(text, frame, tree, named(tree, places), masks, before.get(frame.start))


def _tokens(text: str, frame: Frame) -> tuple[list[Token], dict[int, Utterance]]:
    made: list[Token] = []
    masks: dict[int, Utterance] = {}
    at = frame.start
    for utterance in frame.utterances:
        made += tokens(text, at, max(at, utterance.start))
        narration = utterance.narration or (utterance.stop, utterance.stop)
        for start, stop in ((utterance.start, narration[0]), (narration[1], utterance.stop)):
            if start < stop:
                masks[len(made)] = utterance
                made.append(stand_in(utterance, start, stop))
            if stop == narration[0] and narration[0] < narration[1]:
                made += tokens(text, *narration)
        at = utterance.stop
    return made + tokens(text, at, max(at, frame.stop)), masks


def _bodies(parsed: Sequence[Parsed], speech: Speech, text: str) -> Iterator[Phrase]:
    for one in parsed:
        for i, token in enumerate(one.tree.tokens):
            if token.part == "NOUN" and token.lemma in speech.bodies:
                yield phrase(one.tree, i, one.names, text)


def _told(text: str, parsed: Sequence[Parsed], cast: Cast, speech: Speech) -> Iterator[tuple[str, Quote]]:
    last: Person | None = None
    for one in parsed:
        found = list(attributions(one, speech))
        claimed = {a.utterance.start for a in found if a.utterance}
        for attribution in _unclashed(found):
            speaker, person = cast.speaker(attribution.who, last)
            last = person or last
            yield attribution.rule, _quote(text, attribution, speaker)
        for utterance in one.frame.utterances:
            if utterance.start not in claimed:
                yield "floating", _floating(text, utterance, last, cast)


def _unclashed(found: Sequence[Attribution]) -> Iterator[Attribution]:
    taken: set[int] = set()
    for one in found:
        if one.outlet:
            continue
        if one.utterance is not None:
            if one.utterance.start in taken:
                continue
            taken.add(one.utterance.start)
        yield one


def _floating(text: str, utterance: Utterance, last: Person | None, cast: Cast) -> Quote:
    parts = tuple(Span(a, b, text[a:b]) for a, b in utterance.parts)
    return Quote(parts, None, None, None, "direct")


def _quote(text: str, attribution: Attribution, speaker) -> Quote:  # type: ignore[no-untyped-def]
    parts = tuple(Span(a, b, text[a:b]) for a, b in attribution.parts)
    kind: QuoteKind = "direct" if attribution.direct else "indirect"
    if not attribution.direct and any(c in part.text for part in parts for c in '«"“„'):
        kind = "mixed"
    mention = attribution.who[0].mention if attribution.who else None
    if len(attribution.who) > 1:
        start, stop = attribution.who[0].mention.start, attribution.who[-1].mention.stop
        mention = Span(start, stop, text[start:stop])
    return Quote(parts, speaker, mention, Span(*attribution.cue, text[slice(*attribution.cue)]), kind)
