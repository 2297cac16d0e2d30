"""Whose the words are that a cue opens: its own subject, one that it shares with another verb, or an owner: English."""

from __future__ import annotations

from dataclasses import replace

from nlp.speech.clues import BARS, Clue, bounds
from nlp.speech.english.borders import DASHES
from nlp.speech.english.neighbours import FAR, LONGEST_PHRASE, Who, after, before, past_adverbs, phrase_start
from nlp.speech.english.verb_forms import is_finite, is_owner
from nlp.speech.namings import phrase


def subject(clue: Clue) -> Who:
    """Whoever stands before the cue; else the subject of the verb that it shares one with."""
    apart = clue.index > 0 and clue.pieces[clue.index - 1].text in (",", *DASHES)
    if clue.low.endswith("ing") and apart:
        return shared(clue) or following(clue)
    return before(clue, clue.index) or shared(clue) or following(clue)


# ---- before


def shared(clue: Clue) -> Who:
    """The subject of «…, adding that» and «… and added that»: that of the clause which the cue goes on with."""
    if not (clue.low.endswith("ing") or _is_joined(clue)):
        return ()
    verbs = [i for i in range(max(0, clue.index - FAR), clue.index) if i and is_finite(clue.pieces[i], clue.speech)]
    told = [i for i in verbs if clue.pieces[i].low in clue.speech.verbs]
    for i in (*told, *verbs):
        who = before(clue, i) or _inverted(clue, i)
        if who:
            return who
    return _opening_name(clue)


def _inverted(clue: Clue, i: int) -> Who:
    """«…,” said Tom Lind, noting»."""
    apart = i > 0 and (clue.pieces[i - 1].utterance is not None or clue.pieces[i - 1].text in BARS)
    return after(clue, i + 1) if apart and clue.pieces[i].low in clue.speech.said else ()


def following(clue: Clue) -> Who:
    """The subject of «Citing the report, Tom Lind said»: it stands after the comma."""
    if not clue.low.endswith("ing") or any(is_finite(p, clue.speech) for p in clue.pieces[: clue.index]):
        return ()
    comma = next((i for i in range(clue.index, len(clue.pieces)) if clue.pieces[i].text == ","), None)
    if comma is None or comma + 1 >= len(clue.pieces):
        return ()
    verbs = (i for i in range(comma + 2, len(clue.pieces)) if is_finite(clue.pieces[i], clue.speech))
    verb = next(verbs, None)
    return before(clue, verb, comma + 1) if verb is not None else ()


def _is_joined(clue: Clue) -> bool:
    """«and added», «but in a later interview said»."""
    at = past_adverbs(clue, clue.index, 0)
    for i in range(at - 1, max(-1, at - LONGEST_PHRASE), -1):
        if clue.pieces[i].low in clue.speech.joints:
            return i == at - 1 or clue.pieces[i + 1].low in clue.speech.when
        if bounds(clue.pieces[i], clue.speech):
            return False
    return False


def _opening_name(clue: Clue) -> Who:
    stop = 0
    while stop < clue.index and (clue.pieces[stop].is_capital or clue.pieces[stop].low in clue.speech.pronouns):
        stop += 1
    return tuple(one for one in phrase(clue, 0, stop) if one.kind in ("person", "pronoun"))


def owner(clue: Clue) -> Who:
    """Whose a noun is: «Lind's repeated claim», «their fear»."""
    for i in range(clue.index - 1, max(clue.index - 4, -1), -1):
        piece = clue.pieces[i]
        if bounds(piece, clue.speech):
            return ()
        if piece.low in clue.speech.possessive:
            gender, number = clue.speech.gender_of(piece.low), clue.speech.pronouns_number(piece.low)
            pronoun = phrase(clue, i, i + 1)
            return tuple(replace(one, kind="pronoun", gender=gender, number=number) for one in pronoun)
        if is_owner(piece, clue.speech):
            return _owning(clue, i)
    return ()


def _owning(clue: Clue, i: int) -> Who:
    """The name that ends with the possessive ``i``, without its ending."""
    piece = clue.pieces[i]
    bare = piece.text.rstrip("'’") if piece.low.endswith(("'", "’")) else piece.text[:-2]
    named = replace(piece, stop=piece.start + len(bare), text=bare)
    pieces = (*clue.pieces[:i], named, *clue.pieces[i + 1 :])
    plain = replace(clue, pieces=pieces)
    return phrase(plain, phrase_start(plain, i + 1, 0), i + 1)
