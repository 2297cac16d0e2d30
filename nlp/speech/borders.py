"""Where what is said begins and where it ends, told by marks and small words: English."""

from __future__ import annotations

from nlp.languages.model import Speech
from nlp.speech.clues import BARS, STOPS, Clue, Piece
from nlp.speech.quotations import quotations

DASHES = frozenset("—–-")
CLAUSE = 14
"""Pieces among which a clause shows its verb."""
ADDRESSEE = 8
"""Pieces that name who listens: «told reporters in the capital that»."""


def is_finite(piece: Piece, speech: Speech) -> bool:
    """Whether a word looks like the verb of a clause: «had», «said», «welcomed», «it's»."""
    past = piece.low.endswith("ed") and not piece.is_capital
    return past or piece.low in speech.finite


def is_passive(clue: Clue) -> bool:
    """«was told», «is widely expected»."""
    i = clue.index - 1
    while i >= 0 and (clue.pieces[i].low in clue.speech.adverbs or clue.pieces[i].low.endswith("ly")):
        i -= 1
    return i >= 0 and clue.pieces[i].low in clue.speech.being and not clue.low.endswith("ing")


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
    named = is_owner(before, clue.speech) or before.low in clue.speech.determiners
    if clue.low.endswith("ing"):
        return named or (clue.low in clue.speech.homonyms and before.is_word)
    if clue.low not in clue.speech.homonyms:
        return False
    return named or before.low in clue.speech.prepositions - {"to"} or _is_followed(clue) or not _agrees(clue)


def _is_followed(clue: Clue) -> bool:
    """«attacks were», «a call of»."""
    if clue.index + 1 >= len(clue.pieces):
        return False
    following = clue.pieces[clue.index + 1]
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


def conjunction(clue: Clue) -> int | None:
    """The index of the «that» that belongs to the cue, past who listens and past «in a statement on Monday,»."""
    first = clue.last + 1
    far = 0
    if first < len(clue.pieces):
        setting = clue.pieces[first].low in clue.speech.when | clue.speech.adverbs
        far = 2 * CLAUSE if setting else ADDRESSEE if clue.low in clue.speech.addressed else 1
    for i in range(first, min(first + far, len(clue.pieces) - 1)):
        piece = clue.pieces[i]
        if piece.low == "that":
            return None if clue.pieces[i + 1].low in clue.speech.finite else i
        closes = piece.text in BARS and not setting and not _is_before_that(clue, i)
        if piece.utterance or closes or piece.text in STOPS or (i > first and is_finite(piece, clue.speech)):
            return None
    return None


def _is_before_that(clue: Clue, comma: int) -> bool:
    return clue.pieces[comma].text == "," and [p.low for p in clue.pieces[comma + 1 : comma + 2]] == ["that"]


def bare_clause(clue: Clue) -> int | None:
    """Where a clause without «that» begins: «said it would», «said on Monday it would», «told reporters he was»."""
    first = past_days(clue, clue.last + 1)
    if first + 1 >= len(clue.pieces):
        return None
    if clue.low in clue.speech.addressed:
        told = next((i for i in range(first + 1, first + ADDRESSEE) if _opens_told(clue, i)), None)
        if told is not None:
            return told
    following = clue.pieces[first]
    if not following.is_word or following.low in clue.speech.when | clue.speech.question_words:
        return first if _is_marked(clue, first) else None
    return first if _needs_no_verb(clue, first) or has_verb(clue, first) else None


def _needs_no_verb(clue: Clue, first: int) -> bool:
    """«said the ferry sails at noon»: where the cue is so sure that a verb need not show."""
    infinitive = clue.index > 0 and clue.pieces[clue.index - 1].low in clue.speech.joints | {"to"}
    small = clue.pieces[first].low in clue.speech.breaks - clue.speech.persons
    return clue.low in clue.speech.bare and first == clue.last + 1 and not infinitive and not small


def past_days(clue: Clue, at: int) -> int:
    """Past «on Monday», «today»."""
    low = [p.low for p in clue.pieces[at : at + 2]]
    if len(low) == 2 and low[0] == "on" and low[1] in clue.speech.days:
        return at + 2
    return at + 1 if low and low[0] in clue.speech.days else at


def _is_marked(clue: Clue, first: int) -> bool:
    """«said “most people” cannot be trusted»."""
    return clue.pieces[first].text in "“\"'" and clue.pieces[first].utterance is None


def _opens_told(clue: Clue, i: int) -> bool:
    """Whether a clause begins after whoever listens."""
    if i >= len(clue.pieces):
        return False
    subject = clue.pieces[i].low in clue.speech.persons | clue.speech.determiners | clue.speech.possessive
    name = clue.pieces[i].is_capital and not clue.pieces[i - 1].is_capital
    return (subject or name) and clue.pieces[i - 1].low not in clue.speech.prepositions and has_verb(clue, i)


def has_verb(clue: Clue, first: int) -> bool:
    """Whether a verb shows, before the next mark, that a clause begins."""
    if clue.pieces[first].low in clue.speech.prepositions:
        return False
    for i in range(first, min(first + CLAUSE, len(clue.pieces))):
        piece = clue.pieces[i]
        opens = piece.low in clue.speech.breaks - clue.speech.joints - clue.speech.persons and i > first
        if opens or (piece.text in BARS and piece.text not in '“"'):
            return False
        if i > first and is_finite(piece, clue.speech):
            return True
    return False


def clause_stop(clue: Clue, first: int, in_relative: bool = False) -> int:
    """Where what is said ends: with the sentence, or before what no longer belongs to it.

    A cue inside a relative clause governs nothing beyond the comma that closes it.
    """
    quoted = _quoted(clue, first)
    end = _closing_report(clue, first)
    for i in range(first + 1, end):
        if any(start < clue.pieces[i].start < stop for start, stop in quoted):
            continue
        if _turns_away(clue, i) or (in_relative and clue.pieces[i].text == "," and i > first + 3):
            return clue.pieces[i].start
    return clue.pieces[end].start if end < len(clue.pieces) - 1 else clue.sentence[1]


def _quoted(clue: Clue, first: int) -> list[tuple[int, int]]:
    """The quotations among what is said."""
    start = clue.pieces[first].start
    return [(start + q.start, start + q.stop) for q in quotations(clue.text[start : clue.sentence[1]])]


def _closing_report(clue: Clue, first: int) -> int:
    """The index of the comma before «, the paper reported.», else of the last piece."""
    last = len(clue.pieces) - 1
    words = [i for i in range(max(first, last - 3), last + 1) if clue.pieces[i].low in clue.speech.said]
    ends = words and all(p.low in clue.speech.days | {"on"} or not p.is_word for p in clue.pieces[words[-1] + 1 :])
    commas = (i for i in range(last, max(first, last - ADDRESSEE), -1) if clue.pieces[i].text == ",")
    return next(commas, last) if ends else last


def _turns_away(clue: Clue, i: int) -> bool:
    piece, following = clue.pieces[i], clue.pieces[i + 1]
    if piece.text in (",", *DASHES):
        adds = following.low.endswith("ing") and not following.is_capital
        kept = clue.speech.prepositions - clue.speech.turning
        return (adds and following.low not in kept) or following.low in clue.speech.turning
    if piece.low not in clue.speech.joints:
        return False
    skipped = following.low in clue.speech.adverbs and i + 2 < len(clue.pieces)
    verb = clue.pieces[i + 2 if skipped else i + 1]
    parallel = clue.low.endswith("ing") and verb.low.endswith("ing")
    return verb.low in clue.speech.verbs and (parallel or is_finite(verb, clue.speech))


def object_stop(clue: Clue, first: int) -> int:
    """Where the thing ends that a cue is about: at the next mark or «when», before a date."""
    for i in range(first + 1, len(clue.pieces) - 1):
        piece = clue.pieces[i]
        dated = clue.pieces[i + 1].low in clue.speech.days and piece.low in clue.speech.prepositions
        if piece.text in (",", ";", ":", *DASHES) or piece.low in clue.speech.timing or dated or _turns_away(clue, i):
            return piece.start
    return clue.sentence[1]


def clause_start(clue: Clue, stop: int) -> int:
    """Where what stands before an inserted cue begins: with the sentence, past «But» and «and»."""
    first = 0
    while first < stop and clue.pieces[first].low in clue.speech.joints:
        first += 1
    return clue.pieces[first].start
