"""Who said what where no grammar is at hand: by the words and marks around a cue, in English and Kazakh.

`SUBJECT_FIRST` and `VERB_LAST` are the specifications: each cue of a sentence goes through the list of its language's
word order, the first rule that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from nlp.attributions import Attribution
from nlp.contents import clip
from nlp.frames import MASK, Ends, Frame, Utterance
from nlp.languages.model import Speech
from nlp.model import Span
from nlp.phrases import Phrase

TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Prof|St|Jr|Sr)\.|(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)+|\w+(?:['’.-]\w+)*['’]?|[^\w\s]"
)
STOPS = frozenset(".!?;")
BARS = frozenset(',.!?;:()—–-"“”«»[]')
JOINTS = ("and", "but")
LONGEST_PHRASE = 12
FAR = 40
"""Pieces around a cue that a rule looks at."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark of a narration, or (``utterance``) the speech that stands there."""

    start: int
    stop: int
    text: str
    utterance: Utterance | None = None

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Clue:
    """A cue by its index among the pieces of one sentence; ``last`` is the index of its last word."""

    text: str
    speech: Speech
    pieces: tuple[Piece, ...]
    index: int
    last: int
    before: Ends | None

    @property
    def ends(self) -> Ends:
        return self.pieces[self.index].start, self.pieces[self.last].stop

    @property
    def sentence(self) -> Ends:
        return self.pieces[0].start, self.pieces[-1].stop


Rule = Callable[[Clue], Attribution | None]


def attributions(text: str, frame: Frame, before: Ends | None, speech: Speech) -> Iterator[Attribution]:
    """Every attribution of one frame."""
    rules = VERB_LAST if speech.verb_last else SUBJECT_FIRST
    for sentence in _sentences(text, frame):
        yield from _labelled(text, sentence, speech)
        for index, last in _cues(sentence, speech):
            clue = Clue(text, speech, sentence, index, last, before)
            yield from islice((found for rule in rules if (found := rule(clue)) is not None), 1)


def _sentences(text: str, frame: Frame) -> Iterator[tuple[Piece, ...]]:
    pieces = list(_pieces(text, frame))
    starts = [*frame.sentence_starts, frame.stop]
    for begin, end in pairwise(starts):
        found = tuple(p for p in pieces if begin <= p.start < end)
        if found:
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


def _cues(pieces: Sequence[Piece], speech: Speech) -> Iterator[Ends]:
    low = [piece.low for piece in pieces]
    for i in range(len(pieces)):
        length = next((n for n in (3, 2, 1) if i + n <= len(low) and tuple(low[i : i + n]) in speech.sources), 0)
        if length:
            yield i, i + length - 1
        elif low[i] in speech.verbs and (not pieces[i].is_capital or i == 0):
            yield i, i


# ---- who


def _phrase(clue: Clue, first: int, stop: int) -> tuple[Phrase, ...]:
    """The pieces from ``first`` up to ``stop`` as a speaker: a pronoun, a name with its title, or a noun phrase."""
    while first < stop and not clue.pieces[first].is_word:
        first += 1
    while stop > first and not clue.pieces[stop - 1].is_word:
        stop -= 1
    if first >= stop or clue.pieces[first].low in clue.speech.when or clue.pieces[first].low.endswith("ly"):
        return ()
    found = clue.pieces[first:stop]
    if len(found) == 1 and found[0].low in clue.speech.pronouns:
        mention = Span(found[0].start, found[0].stop, found[0].text)
        return (Phrase(mention, "pronoun", found[0].text, number=clue.speech.pronouns_number(found[0].low)),)
    return (_named(clue, first, stop),)


def _named(clue: Clue, first: int, stop: int) -> Phrase:
    start = first
    run = _name_run(clue, first, stop)
    if run is not None:
        title = clue.text[clue.pieces[start].start : clue.pieces[run[0]].start].strip(" ,") or None
        mention = _span(clue, *run)
        return Phrase(mention, "person", _base_name(clue.speech, mention.text), title, number="Sing")
    mention = _span(clue, first, stop)
    name = (
        mention.text[:1].lower() + mention.text[1:]
        if clue.pieces[first].low in clue.speech.determiners
        else mention.text
    )
    return Phrase(
        mention, "other", name, head=clue.pieces[stop - 1].low, words=tuple(p.low for p in clue.pieces[first:stop])
    )


def _base_name(speech: Speech, name: str) -> str:
    """A name without the case ending that its last word bears."""
    ending = next((e for e in sorted(speech.name_endings, key=len, reverse=True) if name.lower().endswith(e)), "")
    return name[: len(name) - len(ending)] if ending and len(name) - len(ending) > 2 else name


def _name_run(clue: Clue, first: int, stop: int) -> Ends | None:
    """The last run of two or more capitalised words, or of one that no determiner opens, that ends a phrase."""
    begin = stop
    while (
        begin > first and clue.pieces[begin - 1].is_capital and clue.pieces[begin - 1].low not in clue.speech.honorifics
    ):
        begin -= 1
    run = [p for p in clue.pieces[begin:stop] if p.is_word]
    bodies = any(p.low in clue.speech.bodies or p.text.isupper() for p in run)
    determined = clue.pieces[first].low in clue.speech.determiners and begin - first < 2
    while begin < stop and clue.pieces[begin].low in clue.speech.determiners | clue.speech.roles | clue.speech.offices:
        begin += 1
    return (begin, stop) if begin < stop and not bodies and not determined and stop - begin <= 4 else None


def _span(clue: Clue, first: int, stop: int) -> Span:
    start, end = clue.pieces[first].start, clue.pieces[stop - 1].stop
    return Span(start, end, clue.text[start:end])


def _before(clue: Clue, at: int, least: int = 0) -> tuple[Phrase, ...]:
    """The noun phrase that ends right before ``at``, past adverbs, auxiliaries and an apposition in commas."""
    stop = at
    while stop > least and clue.pieces[stop - 1].low in clue.speech.auxiliaries:
        stop -= 1
    if stop > least and clue.pieces[stop - 1].text == ",":
        return _before_apposition(clue, stop - 1, least)
    first = stop
    while first > least and stop - first < LONGEST_PHRASE and not _bounds(clue, first - 1):
        first -= 1
    return _phrase(clue, first, stop)


def _before_apposition(clue: Clue, comma: int, least: int) -> tuple[Phrase, ...]:
    opening = next((i for i in range(comma - 1, least, -1) if clue.pieces[i].text == ","), None)
    if opening is None or comma - opening > 30:
        return ()
    first = opening
    while first > least and opening - first < LONGEST_PHRASE and not _bounds(clue, first - 1):
        first -= 1
    found = _phrase(clue, first, opening)
    return tuple(one for one in found if one.kind == "person")


def _bounds(clue: Clue, i: int) -> bool:
    piece = clue.pieces[i]
    return piece.utterance is not None or piece.text in BARS or piece.low in clue.speech.breaks


def _after(clue: Clue, at: int) -> tuple[Phrase, ...]:
    """The noun phrase that begins right at ``at``, up to the next mark or verb."""
    stop = at
    while stop < len(clue.pieces) and stop - at < LONGEST_PHRASE and not _bounds(clue, stop):
        stop += 1
    return _phrase(clue, at, stop)


# ---- what


def _made(rule: str, clue: Clue, who: tuple[Phrase, ...], *stretches: Ends) -> Attribution | None:
    found = tuple(e for stretch in stretches if (e := clip(clue.text, *stretch))[0] < e[1])
    outlet = any(one.head in clue.speech.outlets or one.name.lower() in clue.speech.outlets for one in who)
    return Attribution(rule, clue.ends, who, found, outlet=outlet) if found and who else None


def _labelled(text: str, pieces: tuple[Piece, ...], speech: Speech) -> Iterator[Attribution]:
    """X: “…”."""
    for i, piece in enumerate(pieces):
        if piece.utterance is None or not piece.utterance.leads or not 2 <= i <= 5 or pieces[i - 1].text != ":":
            continue
        if all(p.is_capital and p.low not in speech.pronouns for p in pieces[: i - 1]):
            start, stop = pieces[0].start, pieces[i - 2].stop
            who = Phrase(Span(start, stop, text[start:stop]), "person", text[start:stop], number="Sing")
            yield Attribution("labelled", None, (who,), piece.utterance.parts, piece.utterance)


def quoted(clue: Clue) -> Attribution | None:
    """“…,” X said; “…,” said X; X said, “…”."""
    if clue.last > clue.index or clue.pieces[clue.index].low in clue.speech.called:
        return None
    before = next((i for i in range(clue.index - 1, max(clue.index - FAR, -1), -1) if clue.pieces[i].utterance), None)
    if before is not None and clue.index - before <= LONGEST_PHRASE + 4 and not _cue_between(clue, before, clue.index):
        utterance = clue.pieces[before].utterance
        who = _before(clue, clue.index, before + 1) or _after(clue, clue.last + 1)
        if utterance is not None and (utterance.follows or not utterance.leads):
            return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who)
    after = next((i for i in _following(clue) if clue.pieces[i].utterance), None)
    if after is None or _cue_between(clue, clue.last + 1, after) or after - clue.last > 25:
        return None
    utterance = clue.pieces[after].utterance
    who = _before(clue, clue.index) or _opening_phrase(clue)
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who) if utterance else None


def _following(clue: Clue) -> range:
    return range(clue.last + 1, min(clue.last + FAR, len(clue.pieces)))


def _cue_between(clue: Clue, first: int, stop: int) -> bool:
    return any(p.low in clue.speech.verbs or p.text in STOPS for p in clue.pieces[first + 1 : stop])


def _opening_phrase(clue: Clue) -> tuple[Phrase, ...]:
    """The subject of «…, adding that» and «… and added that»: what the sentence begins with, if that is a name."""
    joined = clue.index > 0 and clue.pieces[clue.index - 1].low in JOINTS
    if clue.pieces[clue.index].low not in clue.speech.participles and not joined:
        return ()
    stop = 0
    while stop < clue.index and (clue.pieces[stop].is_capital or clue.pieces[stop].low in clue.speech.pronouns):
        stop += 1
    found = _phrase(clue, 0, stop)
    return tuple(one for one in found if one.kind in ("person", "pronoun"))


def _clause_stop(clue: Clue, first: int) -> int:
    """Where what is said ends: with the sentence, or before «, adding» and «and added»."""
    for i in range(first + 1, min(first + 2 * FAR, len(clue.pieces))):
        piece, previous = clue.pieces[i], clue.pieces[i - 1]
        shares = previous.low in JOINTS and piece.low in clue.speech.said
        if shares or (previous.text == "," and piece.low in clue.speech.participles):
            return previous.start
    return clue.sentence[1]


def according(clue: Clue) -> Attribution | None:
    """According to X, …; …, according to X."""
    if tuple(p.low for p in clue.pieces[clue.index : clue.last + 1]) not in clue.speech.sources:
        return None
    who = _after(clue, clue.last + 1)
    if not who:
        return None
    start, end = clue.sentence
    stop = who[-1].mention.stop
    if clue.index < 2:
        return _made("according", clue, who, (stop, end))
    return _made("according", clue, who, (start, clue.ends[0]))


def aside(clue: Clue) -> Attribution | None:
    """…, X said.; …, said X."""
    tail = [p for p in clue.pieces[clue.last + 1 : clue.last + 4] if p.is_word]
    comma = next((i for i in range(clue.index - 1, max(clue.index - 11, -1), -1) if clue.pieces[i].text == ","), None)
    if comma is None or clue.index - comma > 9 or clue.pieces[clue.index].low not in clue.speech.said:
        return None
    who = _before(clue, clue.index, comma + 1)
    if (who and (not tail or tail[0].low in clue.speech.breaks or tail[0].low in clue.speech.when)) and comma > 3:
        return _made("aside", clue, who, (clue.sentence[0], clue.pieces[comma].start))
    inverted = clue.index == comma + 1 and comma > 3 and clue.pieces[clue.index].low not in clue.speech.participles
    after = _after(clue, clue.last + 1) if inverted else ()
    if after and after[0].kind != "pronoun" and after[0].mention.stop + 3 >= clue.sentence[1]:
        return _made("aside", clue, after, (clue.sentence[0], clue.pieces[comma].start))
    return None


def that(clue: Clue) -> Attribution | None:
    """X said (that) …; X told Y that …."""
    low = clue.pieces[clue.index].low
    if low not in clue.speech.said | clue.speech.believed or clue.last + 2 >= len(clue.pieces):
        return None
    opening = next(
        (i for i in range(clue.last + 1, min(clue.last + 9, len(clue.pieces))) if clue.pieces[i].low == "that"), None
    )
    bare = (
        low in clue.speech.bare
        and clue.pieces[clue.last + 1].is_word
        and clue.pieces[clue.last + 1].low not in clue.speech.when
    )
    if opening is None and not bare:
        return None
    who = _before(clue, clue.index) or _opening_phrase(clue)
    first = opening if opening is not None else clue.last + 1
    return _made("that", clue, who, (clue.pieces[first].start, _clause_stop(clue, first)))


def called(clue: Clue) -> Attribution | None:
    """X called it “…”."""
    marks = any(clue.pieces[i].text in '“"' for i in _following(clue))
    if clue.pieces[clue.index].low not in clue.speech.called | clue.speech.said or not marks:
        return None
    who = _before(clue, clue.index) or _opening_phrase(clue)
    return _made("called", clue, who, (clue.pieces[clue.last].stop, _clause_stop(clue, clue.last + 1)))


SUBJECT_FIRST: tuple[Rule, ...] = (according, quoted, aside, that, called)


# ---- the verb comes last: Kazakh


def _subject_of_sentence(clue: Clue, stop: int) -> tuple[tuple[Phrase, ...], int]:
    """The phrase through the first name of a sentence, and the index where what is said begins."""
    first = next((i for i, p in enumerate(clue.pieces[:stop]) if p.is_word), stop)
    if first < stop and clue.pieces[first].low in clue.speech.pronouns:
        return _phrase(clue, first, first + 1), first + 1
    begin = first
    while begin < min(stop, first + LONGEST_PHRASE) and not clue.pieces[begin].utterance:
        end = _capitals_end(clue, begin, stop)
        whole = end > begin and (begin > first or clue.pieces[begin].low not in clue.speech.breaks)
        if whole and not _is_inflected(clue, end - 1):
            return _phrase(clue, first, end), end
        begin = max(end, begin + 1)
    return (), first


def _capitals_end(clue: Clue, begin: int, stop: int) -> int:
    while begin < stop and clue.pieces[begin].is_capital:
        begin += 1
    return begin


def _is_inflected(clue: Clue, i: int) -> bool:
    """Whether a name bears a case and so is no subject."""
    return clue.pieces[i].low.endswith(tuple(clue.speech.oblique_endings)) and len(clue.pieces[i].text) > 5


def quoted_last(clue: Clue) -> Attribution | None:
    """«…», – деді X; X «…» деп мәлімдеді; X: «…», – деп қосты."""
    if clue.last > clue.index or not _is_said(clue):
        return None
    before = next((i for i in range(clue.index - 1, max(clue.index - 6, -1), -1) if clue.pieces[i].utterance), None)
    after = next((i for i in _following(clue) if clue.pieces[i].utterance), None)
    if before is not None:
        who = _after(clue, _past_cue(clue)) or _subject_of_sentence(clue, before)[0]
        return _of_utterance(clue, clue.pieces[before].utterance, who)
    if after is not None and clue.pieces[after - 1].text == ":":
        return _of_utterance(clue, clue.pieces[after].utterance, _subject_of_sentence(clue, clue.index)[0])
    return None


def _of_utterance(clue: Clue, utterance: Utterance | None, who: tuple[Phrase, ...]) -> Attribution | None:
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who) if utterance else None


def _past_cue(clue: Clue) -> int:
    """The index after a cue of several words: «деп атап өтті»."""
    at = clue.last + 1
    while at < len(clue.pieces) and clue.pieces[at].low in clue.speech.verbs | clue.speech.auxiliaries:
        at += 1
    return at


def _is_said(clue: Clue) -> bool:
    return clue.pieces[clue.index].low in clue.speech.said


def source_last(clue: Clue) -> Attribution | None:
    """X-тің айтуынша, …."""
    if tuple(p.low for p in clue.pieces[clue.index : clue.last + 1]) not in clue.speech.sources:
        return None
    first = clue.index
    while first > 0 and clue.index - first < LONGEST_PHRASE and not _bounds(clue, first - 1):
        first -= 1
    return _made("according", clue, _phrase(clue, first, clue.index), (clue.ends[1], clue.sentence[1]))


def deemed(clue: Clue) -> Attribution | None:
    """X … деп мәлімдеді; X …-ғанын айтты."""
    tail = [p for p in clue.pieces[_past_cue(clue) : _past_cue(clue) + 3] if p.is_word]
    if not _is_said(clue) or tail or clue.index < 3:
        return None
    previous = clue.pieces[clue.index - 1]
    stop = clue.index - 1 if previous.low == "деп" else clue.index
    if previous.low != "деп" and not previous.low.endswith(tuple(clue.speech.clause_endings)):
        return None
    who, begin = _subject_of_sentence(clue, stop)
    return _made("deemed", clue, who, (clue.pieces[begin].start, clue.pieces[stop - 1].stop)) if begin < stop else None


VERB_LAST: tuple[Rule, ...] = (source_last, quoted_last, deemed)
