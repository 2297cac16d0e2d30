"""The rules that tell who said what by the words around a cue, where the subject comes before the verb: English.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable

from nlp.speech.attributions import Attribution
from nlp.speech.borders import (
    bare_clause,
    clause_start,
    clause_stop,
    conjunction,
    has_verb,
    is_denied,
    is_finite,
    is_noun,
    is_passive,
    is_unfinished,
    object_stop,
)
from nlp.speech.clues import STOPS, Clue, made
from nlp.speech.contents import clip
from nlp.speech.neighbours import FAR, Who, after, before, owner, past_adverbs, subject

BESIDE = 16
"""Pieces between speech and its cue, if no name in commas stands there."""
INSERTED = 12
"""Pieces of a subject and its verb between two commas."""
OBJECT = 8
"""Pieces that name who is asked: «urged both members of the board to»."""

CARRYING = frozenset(("to", "of", "for", "with", "like"))
"""Words after a cue that go on with it: «continues to»."""

Rule = Callable[[Clue], Attribution | None]


def _following(clue: Clue) -> range:
    return range(clue.last + 1, min(clue.last + FAR, len(clue.pieces)))


def _cue_between(clue: Clue, first: int, stop: int) -> bool:
    return any(p.low in clue.speech.said or p.text in STOPS for p in clue.pieces[first + 1 : stop])


def _to_the_end(rule: str, clue: Clue, who: Who, first: int) -> Attribution | None:
    """An attribution of what begins with the piece ``first``."""
    if first >= len(clue.pieces):
        return None
    return made(rule, clue, who, (clue.pieces[first].start, clause_stop(clue, first)))


# ---- the rules


def according(clue: Clue) -> Attribution | None:
    """According to X, …; …, according to X; …, according to a report by X."""
    if clue.words not in clue.speech.sources:
        return None
    who = after(clue, clue.last + 1)
    if not who:
        return None
    start, end = clue.sentence
    if clue.index < 2:
        return made("according", clue, who, (_source_stop(clue, who), end))
    return made("according", clue, _author(clue, who) or who, (start, clue.ends[0]))


def _author(clue: Clue, who: Who) -> Who:
    """«a tally by the agency», «a poll conducted by the institute»."""
    last = next(i for i, p in enumerate(clue.pieces) if p.stop >= who[-1].mention.stop)
    by = next((i for i in range(last + 1, min(last + 3, len(clue.pieces))) if clue.pieces[i].low == "by"), None)
    return after(clue, by + 1) if by is not None else ()


def _source_stop(clue: Clue, who: Who) -> int:
    """Where an opening source ends: at its comma, past an apposition."""
    last = next(i for i, p in enumerate(clue.pieces) if p.stop >= who[-1].mention.stop)
    tail = clue.pieces[last + 1 : last + 3]
    if len(tail) == 2 and tail[0].text == "," and tail[1].low in clue.speech.determiners and who[-1].title:
        return next((p.stop for p in clue.pieces[last + 2 :] if p.text == ","), who[-1].mention.stop)
    return next((p.start for p in clue.pieces[last + 1 : last + INSERTED] if p.text == ","), who[-1].mention.stop)


def quoted(clue: Clue) -> Attribution | None:
    """“…,” X said; “…,” said X; X said, “…”."""
    if clue.last > clue.index or clue.low not in clue.speech.said:
        return None
    return _quoted_before(clue) or _quoted_after(clue)


def _quoted_before(clue: Clue) -> Attribution | None:
    at = next((i for i in range(clue.index - 1, max(clue.index - FAR, -1), -1) if clue.pieces[i].utterance), None)
    if at is None or _cue_between(clue, at, clue.index):
        return None
    utterance = clue.pieces[at].utterance
    if utterance is None or (utterance.leads and not utterance.follows):
        return None
    who = before(clue, clue.index, at + 1)
    if clue.index - at > BESIDE and not who:
        return None
    if not who and clue.low not in clue.speech.addressed:
        who = after(clue, clue.last + 1)
    alone = not any(p.is_word for p in clue.pieces[at + 1 : clue.index])
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who and alone)


def _quoted_after(clue: Clue) -> Attribution | None:
    at = next((i for i in _following(clue) if clue.pieces[i].utterance), None)
    if at is None or _cue_between(clue, clue.last, at) or at - clue.last > 25:
        return None
    utterance = clue.pieces[at].utterance
    who = subject(clue)
    if utterance is None:
        return None
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who and clue.index == 0)


def aside(clue: Clue) -> Attribution | None:
    """…, X said.; …, said X.; A, X said, B."""
    if (
        clue.low not in (clue.speech.said | clue.speech.believed) - clue.speech.urged
        or is_noun(clue)
        or is_passive(clue)
    ):
        return None
    if conjunction(clue) is not None:
        return None
    marks = (i for i in range(clue.index - 1, max(clue.index - FAR, 0), -1) if clue.pieces[i].text == ",")
    comma = next((i for i in marks if _opens_subject(clue, _past_marks(clue, i + 1))), None)
    if comma is None:
        return None
    first = _past_marks(clue, comma + 1)
    return _inserted(clue, comma, first) if clue.index > first else _inverted(clue, comma)


def _past_marks(clue: Clue, at: int) -> int:
    """Past the marks that close a quotation: «is “late,” she said»."""
    while at < clue.index and clue.pieces[at].text in "”\"'’»":
        at += 1
    return at


def _opens_subject(clue: Clue, first: int) -> bool:
    """Whether a subject begins at ``first`` and nothing but it stands before the cue."""
    if first == clue.index:
        return not clue.low.endswith("ing") and clue.low not in clue.speech.addressed
    small = clue.speech.breaks | clue.speech.relative | clue.speech.when
    between = clue.pieces[first : past_adverbs(clue, clue.index, first)]
    verbs = any(p.low in clue.speech.finite for p in between) and not any(p.text == "," for p in between)
    return clue.pieces[first].low not in small and not verbs and bool(before(clue, clue.index, first))


def _says_something(clue: Clue, comma: int) -> bool:
    """Whether a clause stands before a comma, and no mere «In an interview» or «When he came»."""
    told = any(is_finite(p, clue.speech) for p in clue.pieces[1:comma])
    leads = clue.pieces[0].low in clue.speech.prepositions | clue.speech.timing | clue.speech.turning
    return told and comma > 2 and (not leads or any(p.text == "," for p in clue.pieces[:comma]))


def _inserted(clue: Clue, comma: int, first: int) -> Attribution | None:
    who, at = before(clue, clue.index, first), clue.last + 1
    told = clause_start(clue, comma), clue.pieces[first - 1].stop
    tail = clue.pieces[at : at + 2]
    if len(tail) < 2 or tail[0].text in STOPS or tail[0].low in clue.speech.when - CARRYING:
        return made("aside", clue, who, told) if _says_something(clue, comma) else None
    if tail[0].text != "," or clue.pieces[first].low in clue.speech.relative:
        return None
    said = any(is_finite(p, clue.speech) for p in clue.pieces[at + 1 :])
    if (not said and tail[1].low in clue.speech.when) or tail[1].low.endswith("ing"):
        return made("aside", clue, who, told) if _says_something(clue, comma) else None
    return made("aside", clue, who, told, (tail[0].stop, clause_stop(clue, at + 1)))


def _inverted(clue: Clue, comma: int) -> Attribution | None:
    who = after(clue, clue.last + 1)
    if not who or who[0].kind == "pronoun" or not _says_something(clue, comma) or has_verb(clue, clue.last + 1):
        return None
    following = next((p for p in clue.pieces[clue.last + 1 :] if p.start >= who[-1].mention.stop), None)
    ends = following is None or not following.is_word or following.low in clue.speech.when | clue.speech.relative
    return made("aside", clue, who, (clause_start(clue, comma), clue.pieces[clue.index - 1].stop)) if ends else None


def that(clue: Clue) -> Attribution | None:
    """X said (that) …; X told Y that …."""
    if clue.low not in clue.speech.said | clue.speech.believed or is_noun(clue) or is_denied(clue):
        return None
    opening = conjunction(clue)
    if is_passive(clue):
        return _impersonal(clue, opening)
    first = opening + 1 if opening is not None else bare_clause(clue)
    who = subject(clue)
    if first is None or (clue.low not in clue.speech.said and _is_reported(clue, who)):
        return None
    return _to_the_end("that", clue, who, first)


def _is_reported(clue: Clue, who: Who) -> bool:
    """«said he believes»: whether a subject stands in what another cue tells, which says it all."""
    at = next((i for i, p in enumerate(clue.pieces[: clue.index]) if who and p.start == who[0].mention.start), 0)
    before = clue.pieces[max(0, at - 2) : at]
    that_of_cue = len(before) == 2 and before[1].low == "that" and before[0].low in clue.speech.said
    return that_of_cue or (bool(before) and before[-1].low in clue.speech.said)


def _impersonal(clue: Clue, opening: int | None) -> Attribution | None:
    """«was told that», «it was reported that»: nobody is named."""
    if opening is None or opening + 1 >= len(clue.pieces):
        return None
    first = opening + 1
    found = clip(clue.text, clue.pieces[first].start, clause_stop(clue, first))
    return Attribution("that", clue.ends, (), (found,)) if found[0] < found[1] else None


def shown(clue: Clue) -> Attribution | None:
    """The poll shows …; the report found that …."""
    if clue.low not in clue.speech.impersonal or is_noun(clue) or is_passive(clue):
        return None
    who = subject(clue)
    opening = conjunction(clue)
    if not who or clue.speech.documents.isdisjoint(who[-1].words):
        return None
    return _to_the_end("shown", clue, who, clue.last + 1 if opening is None else opening + 1)


def whether(clue: Clue) -> Attribution | None:
    """X asked whether …; X explained why …."""
    if clue.low not in clue.speech.asked or is_noun(clue) or is_denied(clue):
        return None
    ahead = range(clue.last + 1, min(clue.last + OBJECT, len(clue.pieces)))
    first = next((i for i in ahead if clue.pieces[i].low in clue.speech.question_words), None)
    if first is None or any(not clue.pieces[i].is_word for i in range(clue.last + 1, first)):
        return None
    return _to_the_end("whether", clue, () if is_passive(clue) else subject(clue), first)


def urged(clue: Clue) -> Attribution | None:
    """X promised to …; X urged Y to …."""
    if clue.low not in clue.speech.urged or is_noun(clue) or is_passive(clue) or is_unfinished(clue):
        return None
    ahead = range(clue.last + 1, min(clue.last + OBJECT, len(clue.pieces)))
    deed = next((i for i in ahead if clue.pieces[i].low == "to"), None)
    if deed is None or any(not clue.pieces[i].is_word for i in range(clue.last + 1, deed)):
        return None
    return _to_the_end("urged", clue, subject(clue), clue.last + 1)


def called(clue: Clue) -> Attribution | None:
    """X called Y Z; X described Y as Z."""
    if (
        clue.low not in clue.speech.called
        or is_noun(clue)
        or is_passive(clue)
        or is_unfinished(clue)
        or clue.last + 1 >= len(clue.pieces)
    ):
        return None
    if (clue.low, clue.pieces[clue.last + 1].low) in clue.speech.governing:
        return None
    return _to_the_end("called", clue, subject(clue), clue.last + 1)


def governed(clue: Clue) -> Attribution | None:
    """X called for …; X warned against …; X pointed to …."""
    at = clue.last + 1
    if at + 1 >= len(clue.pieces) or (clue.low, clue.pieces[at].low) not in clue.speech.governing:
        return None
    if is_noun(clue) or is_passive(clue) or is_denied(clue) or is_unfinished(clue):
        return None
    return _to_the_end("governed", clue, subject(clue), at + 1)


def judged(clue: Clue) -> Attribution | None:
    """X criticised …; X denied …; X accused Y of …."""
    at = clue.last + 1
    if (
        clue.low not in clue.speech.judged
        or is_noun(clue)
        or is_passive(clue)
        or is_unfinished(clue)
        or at >= len(clue.pieces)
    ):
        return None
    thing, who = clue.pieces[at], subject(clue)
    if _is_reported(clue, who):
        return None
    if (not thing.is_word and thing.text not in '“"') or thing.low in clue.speech.prepositions:
        return None
    return made("judged", clue, who, (thing.start, object_stop(clue, at)))


def fragment(clue: Clue) -> Attribution | None:
    """X declared it “…”."""
    ahead = clue.pieces[clue.last + 1 : clue.last + INSERTED]
    mark = next((i for i, p in enumerate(ahead) if p.text in '“"'), None)
    if clue.low not in clue.speech.said or mark is None or is_noun(clue) or is_passive(clue) or is_unfinished(clue):
        return None
    if any(is_finite(p, clue.speech) or p.text in STOPS for p in ahead[:mark]):
        return None
    return _to_the_end("fragment", clue, subject(clue), clue.last + 1)


def noun(clue: Clue) -> Attribution | None:
    """X's claim that …; X's claim is that …; the claim of X that …."""
    at = clue.last + 1
    if clue.low not in clue.speech.nouns or at + 1 >= len(clue.pieces):
        return None
    low = [p.low for p in clue.pieces[at : at + 2]]
    if low[0] in ("of", "by", "from"):
        who = after(clue, at + 1)
        at = next((i for i in range(at, at + INSERTED) if who and clue.pieces[i].stop >= who[-1].mention.stop), at) + 1
    else:
        who = owner(clue)
        at += low[0] in clue.speech.being
    if not who or at + 1 >= len(clue.pieces) or clue.pieces[at].low != "that":
        return None
    return _to_the_end("noun", clue, who, at + 1)


RULES: tuple[Rule, ...] = (
    according, quoted, aside, noun, that, whether, shown, called, governed, urged, judged, fragment
)  # fmt: skip
