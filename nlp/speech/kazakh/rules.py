"""The rules that tell who said what by the words around a cue, where the verb ends the sentence: Kazakh.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from nlp import kazakh
from nlp.languages.model import Speech
from nlp.speech.attributions import Attribution, clip
from nlp.speech.clues import Clue, Piece, Pieces
from nlp.speech.frames import Ends, Utterance
from nlp.speech.kazakh.complements import (
    Saying,
    clause_first,
    complement,
    content_first,
    ends_clause,
    is_linked,
    is_saying_noun,
    made,
    place,
    reference,
    saying,
    whole,
    written,
)
from nlp.speech.kazakh.inflection import is_circumstance, is_document
from nlp.speech.kazakh.nominals import NOBODY, QUOTES, Nominal, Who, beside, following, nominal, owner, unknown

HABITUAL = ("ады", "еді", "йды", "йді")
"""The present: «делінеді» tells what is commonly said."""
LEAST = 2
"""Pieces of a clause that may be what somebody says."""
LABEL = 10
"""Pieces before the colon of a label."""
BESIDE = 7
"""Pieces between speech and its cue."""
BEFORE = 800
"""Characters in which the sentence before begins."""
APART = re.compile(r"[,.!?…][—–-]|[»”],")
"""What parts a cue from speech that no mark opens."""
BORDER = re.compile(r"[.!?…]+[»\"”)]*\s+|\n")

Rule = Callable[[Clue], Attribution | None]


# ---- who


def _subject(clue: Clue, stop: int) -> Nominal:
    """Whoever is named before ``stop``; where a converb goes on, the subject of the verb before it."""
    first = clause_first(clue, stop)
    own = nominal(clue, first, stop)
    while own.who and own.stop < stop and clue.pieces[own.stop].text == ",":  # somebody is called upon
        own = nominal(clue, own.stop + 1, stop)
    if first and is_linked(clue, first):
        return nominal(clue, 0, first) if not own.who or own.who[0].kind != "person" else own
    return own


def _after(clue: Clue, said: Saying) -> Nominal:
    """Whoever is named right after the cue, if words follow it at all."""
    named = said.stop < len(clue.pieces) and (clue.pieces[said.stop].is_word or clue.pieces[said.stop].text in QUOTES)
    return following(clue, said.stop) if named else NOBODY


# ---- the rules


def source(clue: Clue) -> Attribution | None:
    """X-тің айтуынша, …."""
    if clue.words not in clue.speech.sources:
        return None
    found = owner(clue, clue.index)
    if not found.who or found.stop != clue.index or _is_plain_dative(clue):
        return None
    begin, end = clue.sentence
    first = clue.pieces[found.first].start
    lead = (begin, first) if _says(clue, found.first) else (begin, begin)
    return made("source", clue, found.who, lead, (clue.ends[1], _told_stop(clue, end)))


def _is_plain_dative(clue: Clue) -> bool:
    """«заңға сәйкес»: only what tells something is a source in the dative."""
    piece = clue.pieces[clue.index - 1]
    return clue.low == "сәйкес" and not is_document(clue, piece)


def _says(clue: Clue, stop: int) -> bool:
    """Whether something stands before ``stop``, parted by a comma, that no adverb is."""
    apart = stop > 0 and clue.pieces[stop - 1].text == ","
    return apart and any(p.is_word and not is_circumstance(clue, p) for p in clue.pieces[:stop])


def _told_stop(clue: Clue, end: int) -> int:
    """Where what a source says ends: before «, деп хабарлайды Y»."""
    pieces = clue.pieces
    cut = (i for i in range(clue.last + 1, len(pieces) - 1) if pieces[i].text == "," and pieces[i + 1].low == "деп")
    return next((pieces[i].start for i in cut), end)


def quoted(clue: Clue) -> Attribution | None:
    """«…», – деді X; X «…» деп мәлімдеді; X: «…», – деп қосты."""
    said = saying(clue)
    if said is None or not ends_clause(clue, said):
        return None
    before = _utterance_before(clue, said)
    if before is not None and _is_told(clue, before) and said.word not in clue.speech.impersonal:
        return _of_utterance("quoted", whole(clue, said), clue.pieces[before].utterance, _who_says(clue, said, before))
    after = None if said.stop - 1 == clue.index and clue.low.endswith("п") else _utterance_after(clue, said)
    return (
        _of_utterance("quoted", whole(clue, said), after, _after(clue, said).who or _subject(clue, said.first).who)
        if after
        else None
    )


def _utterance_after(clue: Clue, said: Saying) -> Utterance | None:
    """The speech behind the colon that the cue, or whoever follows it, stands before."""
    for i in range(said.stop, min(said.stop + BESIDE, len(clue.pieces) - 1)):
        piece = clue.pieces[i]
        if piece.text == ":":
            return clue.pieces[i + 1].utterance
        if not piece.is_word:
            return None
    return None


def _utterance_before(clue: Clue, said: Saying) -> int | None:
    """The speech that the cue is about, if no other cue stands between them."""
    for i in range(said.first - 1, max(said.first - BESIDE, -1), -1):
        piece = clue.pieces[i]
        if piece.utterance:
            return i
        if piece.text in ".;:" or (piece.low in clue.speech.verbs and piece.low != "деп"):
            return None
    return None


def _is_told(clue: Clue, before: int) -> bool:
    """Whether a mark or «деп» parts speech from its cue: a name in marks is the subject of what follows."""
    after = clue.pieces[before + 1]
    return not after.is_word or after.low in clue.speech.quotatives or clue.pieces[before - 1].text == ":"


def _who_says(clue: Clue, said: Saying, before: int) -> Who:
    names = clue.low not in clue.speech.participles
    named = _after(clue, said) if names else NOBODY
    if named.who:
        return named.who
    subject = _subject(clue, before)
    if subject.who or not names:
        return subject.who
    if said.stop < len(clue.pieces) and clue.pieces[said.stop].is_word:
        return unknown(clue, said.stop, len(clue.pieces)).who
    return beside(clue, 0, before).who


def _of_utterance(rule: str, clue: Clue, utterance: Utterance | None, who: Who) -> Attribution | None:
    return Attribution(rule, clue.ends, who, utterance.parts, utterance, continues=not who) if utterance else None


def pointing(clue: Clue) -> Attribution | None:
    """Бұл туралы X хабарлады."""
    said = saying(clue)
    if said is None or not clue.speech.this.intersection(_pairs(clue, said.first)):
        return None
    who = _after(clue, said).who or nominal(clue, 0, said.first).who or place(clue, 0, said.first)
    return made("pointing", whole(clue, said), who, _sentence_before(clue))


def _sentence_before(clue: Clue) -> Ends:
    least = max(0, clue.sentence[0] - BEFORE)
    stop = least + len(clue.text[least : clue.sentence[0]].rstrip())
    return max((m.end() for m in BORDER.finditer(clue.text, least, stop)), default=least), stop


def _pairs(clue: Clue, stop: int) -> set[tuple[str, str]]:
    return set(pairwise(p.low for p in clue.pieces[:stop]))


def dashed(clue: Clue) -> Attribution | None:
    """…, – деді X."""
    said = saying(clue)
    first = said.first - (clue.pieces[said.first - 1].low == "деп") if said else 0
    marks = "".join(p.text for p in clue.pieces[max(0, first - 2) : first])
    if said is None or first < 3 or not (APART.fullmatch(marks)):
        return None
    ends = _unclosed(clue, clip(clue.text, clue.sentence[0], clue.pieces[first - 1].start))
    who = _after(clue, said).who
    if ends[0] >= ends[1] or any(p.utterance for p in clue.pieces[:first]):
        return None
    return _of_utterance("dashed", whole(clue, said), Utterance(*ends, (ends,)), who)


def _unclosed(clue: Clue, ends: Ends) -> Ends:
    """A stretch without the mark that closes it and is opened nowhere in it."""
    start, stop = ends
    closes = stop > start and clue.text[stop - 1] in "»”" and not set("«“„") & set(clue.text[start:stop])
    return start, stop - closes


def unnamed(clue: Clue) -> Attribution | None:
    """X-тің хабарламасында … делінген; …-ғаны айтылды."""
    said = saying(clue)
    if said is None or said.word not in clue.speech.impersonal:
        return None
    before = _utterance_before(clue, said)
    if before is not None:
        if not said.quotes and said.word not in clue.speech.quotatives:
            return None
        who = written(clue, said.stop, len(clue.pieces)).who or place(clue, said.stop, len(clue.pieces))
        who = who or written(clue, 0, before).who
        return _of_utterance("unnamed", whole(clue, said), clue.pieces[before].utterance, who)
    stop = complement(clue, said)
    if not stop:
        return None
    first = clause_first(clue, stop)
    found = written(clue, first, stop)
    begin = clue.pieces[content_first(clue, max(first, found.stop), stop)].start
    who = found.who or place(clue, first, stop)
    alone = not clue.low.endswith(HABITUAL)
    return made("unnamed", whole(clue, said), who, (begin, clue.pieces[stop - 1].stop), alone=alone)


def deemed(clue: Clue) -> Attribution | None:
    """X … деп мәлімдеді; X …-ғанын айтты; X …-уға шақырды."""
    said = saying(clue)
    stop = complement(clue, said) if said else 0
    if said is None or not stop or not ends_clause(clue, said):
        return None
    after, first = _after(clue, said), clause_first(clue, stop)
    subject = NOBODY if after.who else _speaking_subject(clue, said, stop)
    if said.word in clue.speech.called and not subject.who:
        return None
    begin = content_first(clue, max(subject.stop, first), stop, said)
    if begin >= stop or (after.who and said.word.endswith("н") and stop - begin <= LEAST):
        return None
    inside = NOBODY if after.who or subject.who else nominal(clue, stop, said.first)
    who, referred = after.who or subject.who or inside.who or place(clue, first, stop), reference(clue)
    stretch: Ends = (clue.pieces[begin].start, clue.pieces[stop - 1].stop)
    return made("deemed", whole(clue, said), who, stretch, referred=referred, continues=not who and not referred)


def _speaking_subject(clue: Clue, said: Saying, stop: int) -> Nominal:
    """The subject, but for a document that does what no document can."""
    found = _subject(clue, stop)
    wrote = found.stop and is_document(clue, clue.pieces[found.stop - 1]) and said.word not in clue.speech.shown
    return NOBODY if wrote else found


def rumour(clue: Clue) -> Attribution | None:
    """… деген қауесет."""
    if clue.low != "деген" or clue.last + 1 >= len(clue.pieces) or not clue.index:
        return None
    before = clue.pieces[clue.index - 1]
    noun = clue.pieces[clue.last + 1]
    if not _is_rumour(clue, noun) or (is_saying_noun(clue, noun) and _subject(clue, clue.index).who):
        return None
    if before.utterance is not None:
        return _of_utterance("rumour", clue, before.utterance, ())
    first = content_first(clue, clause_first(clue, clue.index), clue.index)
    stretch = (clue.pieces[first].start, before.stop)
    return made("rumour", clue, (), stretch, alone=True) if clue.index - first >= LEAST else None


def _is_rumour(clue: Clue, piece: Piece) -> bool:
    return any(word in clue.speech.rumours for word, _ in kazakh.analyses(piece.low))


# ---- speech without a cue


def labelled(text: str, pieces: Pieces, speech: Speech) -> Iterator[Attribution]:
    """X: «…»; X: …, as headlines have it."""
    clue = Clue(text, speech, pieces, 0, 0)
    colon = next((i for i, p in enumerate(pieces[: LABEL + 1]) if p.text == ":"), 0)
    label, said = nominal(clue, 0, colon), pieces[colon + 1 :]
    if not said or not label.who or any(p.is_word for p in pieces[label.stop : colon]):
        return
    utterance = said[0].utterance
    if utterance is not None:
        yield Attribution("labelled", None, label.who, utterance.parts, utterance)
    elif said[0].is_capital and sum(p.is_word for p in said) > 2 and label.who[0].kind != "other":
        yield Attribution("headlined", None, label.who, (clip(text, said[0].start, said[-1].stop),))


RULES: tuple[Rule, ...] = (source, rumour, unnamed, quoted, pointing, dashed, deemed)
