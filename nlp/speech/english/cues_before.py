"""The rules of English cues that stand before what they tell: «X said that …», «X urged Y to …», «X denied …»."""

from __future__ import annotations

from nlp.speech.attributions import Attribution, clip
from nlp.speech.clues import STOPS, Clue, made
from nlp.speech.english.borders import bare_clause, clause_stop, conjunction, has_verb, object_stop
from nlp.speech.english.neighbours import Who, after
from nlp.speech.english.sharing import owner, subject
from nlp.speech.english.verb_forms import is_denied, is_finite, is_noun, is_passive, is_unfinished

OBJECT = 8
"""Pieces that name who is asked: «urged both members of the board to»."""
FRAGMENT = 12
"""Pieces between a cue and the words in marks: «declared the bridge “a gift”»."""


def _to_the_end(rule: str, clue: Clue, who: Who, first: int) -> Attribution | None:
    """An attribution of what begins with the piece ``first``."""
    if first >= len(clue.pieces):
        return None
    return made(rule, clue, who, (clue.pieces[first].start, clause_stop(clue, first)))


# ---- the rules


def that(clue: Clue) -> Attribution | None:
    """X said (that) …; X told Y that …."""
    if clue.low not in clue.speech.said | clue.speech.believed or is_noun(clue) or is_denied(clue):
        return None
    opening = conjunction(clue)
    if is_passive(clue):
        return _impersonal(clue, opening)
    first = opening + 1 if opening is not None else bare_clause(clue)
    who = subject(clue)
    if (
        first is None
        or (opening is None and _is_inverted(clue, first))
        or (clue.low not in clue.speech.said and _is_reported(clue, who))
    ):
        return None
    return _to_the_end("that", clue, who, first)


def _is_inverted(clue: Clue, first: int) -> bool:
    """«It is late said Tom Lind, the mayor.»: whoever speaks stands after the cue, not what is said."""
    who = after(clue, first) if clue.pieces[first].is_capital and not has_verb(clue, first) else ()
    return bool(who) and who[0].kind == "person" and clue.text[who[0].mention.stop : who[0].mention.stop + 1] in ",."


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
    thing = clue.pieces[clue.last + 1]
    if (clue.low, thing.low) in clue.speech.governing or thing.text.isdigit():
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
    ahead = clue.pieces[clue.last + 1 : clue.last + FRAGMENT]
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
        at = next((i for i in range(at, at + FRAGMENT) if who and clue.pieces[i].stop >= who[-1].mention.stop), at) + 1
    else:
        who = owner(clue)
        at += low[0] in clue.speech.being
    if not who or at + 1 >= len(clue.pieces) or clue.pieces[at].low != "that":
        return None
    return _to_the_end("noun", clue, who, at + 1)
