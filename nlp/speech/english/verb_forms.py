"""Whether a word is the cue that it looks like, told by the words beside it: English."""

from __future__ import annotations

from nlp.languages.model import Speech
from nlp.speech.clues import Clue, Piece


def is_finite(piece: Piece, speech: Speech) -> bool:
    """Whether a word looks like the verb of a clause: «had», «said», «welcomed», «it's»."""
    if piece.is_capital and "'" not in piece.text and "’" not in piece.text:
        return False
    return piece.low.endswith("ed") or piece.low in speech.finite


def is_passive(clue: Clue) -> bool:
    """«was told», «is widely expected»."""
    i = clue.index - 1
    while i >= 0 and (clue.pieces[i].low in clue.speech.adverbs or clue.pieces[i].low.endswith("ly")):
        i -= 1
    if i < 0 or clue.low.endswith("ing"):
        return False
    contracted = clue.pieces[i].low.endswith(("'s", "'re")) and clue.low in clue.speech.called
    return contracted or clue.pieces[i].low in clue.speech.being


def is_denied(clue: Clue) -> bool:
    """«did not say», «never said»."""
    before = clue.pieces[max(0, clue.index - 3) : clue.index]
    return any(p.low in clue.speech.negations or p.low.endswith("n't") for p in before)


def is_unfinished(clue: Clue) -> bool:
    """«to support», «may call», «for calling»: a deed that nobody is told to have done."""
    i = clue.index - 1
    while i > 0 and (clue.pieces[i].low in clue.speech.adverbs or clue.pieces[i].low.endswith("ly")):
        i -= 1
    before = clue.pieces[i].low if i >= 0 else ""
    return before in clue.speech.modal or (clue.low.endswith("ing") and before in clue.speech.prepositions)


def is_noun(clue: Clue) -> bool:
    """«his claims», «the state of things», «the saying»: a word that looks like a cue and is a noun."""
    if clue.index == 0:
        return clue.low in clue.speech.homonyms
    before = clue.pieces[clue.index - 1]
    named = is_owner(before, clue.speech) or before.low in clue.speech.determiners - clue.speech.plurals
    if clue.low.endswith("ing"):
        return named or (clue.low in clue.speech.homonyms and before.is_word)
    if clue.low.endswith("ed"):
        return named and before.low not in clue.speech.persons
    if clue.low not in clue.speech.homonyms:
        return False
    within = before.low in clue.speech.prepositions - {"to"}
    return named or within or _is_followed(clue) or not _agrees(clue)


def _is_followed(clue: Clue) -> bool:
    """«attacks were», «a call of», «street protests and», «reports show»."""
    if clue.index + 1 >= len(clue.pieces):
        return False
    before, following = clue.pieces[clue.index - 1], clue.pieces[clue.index + 1]
    if following.low in clue.speech.joints | clue.speech.verbs - clue.speech.being:
        return True
    if following.text == "," and not (before.is_capital or before.low in clue.speech.pronouns):
        return True
    governs = (clue.low, following.low) in clue.speech.governing
    return is_finite(following, clue.speech) or (following.low in clue.speech.prepositions and not governs)


def _agrees(clue: Clue) -> bool:
    """Whether the word before may be the subject of a verb of this form: «Lind claims», «people claim»."""
    i = clue.index - 1
    while i > 0 and (clue.pieces[i].low in clue.speech.adverbs or clue.pieces[i].low.endswith("ly")):
        i -= 1
    before = clue.pieces[i]
    if before.low in clue.speech.pronouns | clue.speech.persons or before.text in ",)":
        return True
    plural = before.low.endswith("s")
    if clue.low.endswith("s"):
        return before.is_word and not plural
    return plural or before.low in clue.speech.finite | clue.speech.plurals or before.low == "to"


def is_owner(piece: Piece, speech: Speech) -> bool:
    """«Lind's», «his»."""
    return piece.low in speech.possessive or piece.low.endswith(("'s", "s'"))
