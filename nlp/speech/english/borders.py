"""Where what is said begins and where it ends, told by marks and small words: English."""

from __future__ import annotations

from nlp.speech.clues import BARS, STOPS, Clue
from nlp.speech.english.verb_forms import is_finite
from nlp.speech.quotations import quotations

DASHES = frozenset("—–―-")
MARKS = frozenset("“”\"'")
CLAUSE = 14
"""Pieces among which a clause shows its verb."""
ADDRESSEE = 8
"""Pieces that name who listens: «told reporters in the capital that»."""


def conjunction(clue: Clue) -> int | None:
    """The index of the «that» that belongs to the cue, past who listens and past «in a statement on Monday,»."""
    first = clue.last + 1
    for i in range(first, min(first + _reach(clue, first), len(clue.pieces) - 1)):
        piece = clue.pieces[i]
        if piece.low == "that":
            return None if clue.pieces[i + 1].low in clue.speech.finite else i
        if piece.utterance or piece.text in STOPS or (i > first and is_finite(piece, clue.speech)):
            return None
        if piece.text in BARS and not (_is_setting(clue, first) or _is_before_that(clue, i)):
            return None
    return None


def _reach(clue: Clue, first: int) -> int:
    """How many pieces after the cue its «that» may stand."""
    if first < len(clue.pieces) and _is_setting(clue, first):
        return CLAUSE
    return ADDRESSEE if clue.low in clue.speech.addressed else 2


def _is_setting(clue: Clue, first: int) -> bool:
    """«said in a statement, that», «added, however, that»."""
    piece = clue.pieces[first]
    return piece.text == "," or piece.low in clue.speech.when | clue.speech.adverbs


def _is_before_that(clue: Clue, comma: int) -> bool:
    return clue.pieces[comma].text == "," and [p.low for p in clue.pieces[comma + 1 : comma + 2]] == ["that"]


def bare_clause(clue: Clue) -> int | None:
    """Where a clause without «that» begins: «said it would», «said on Monday it would», «told reporters he was»."""
    first = past_days(clue, clue.last + 1)
    if first + 1 >= len(clue.pieces):
        return None
    if clue.low in clue.speech.addressed and clue.pieces[first].low != "to":
        told = next((i for i in range(first + 1, first + ADDRESSEE) if _opens_told(clue, i)), None)
        if told is not None:
            return told
    following = clue.pieces[first]
    if not following.is_word or following.low in clue.speech.when | clue.speech.question_words:
        return first if _is_marked(clue, first) else _past_setting(clue, first)
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
    return clue.pieces[first].text in MARKS and clue.pieces[first].utterance is None


def _past_setting(clue: Clue, first: int) -> int | None:
    """Where the clause of «said in an interview he would» begins: at a pronoun that nothing governs."""
    for i in range(first + 1, min(first + CLAUSE, len(clue.pieces))):
        pronoun, contracted, _ = clue.pieces[i].low.partition("'")
        governed = clue.pieces[i - 1].low in clue.speech.prepositions
        if pronoun in clue.speech.persons and not governed and (contracted or has_verb(clue, i)):
            return i
        if clue.pieces[i].text in BARS or is_finite(clue.pieces[i], clue.speech):
            return None
    return None


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


def clause_stop(clue: Clue, first: int) -> int:
    """Where what is said ends: with the sentence, or before what no longer belongs to it.

    A cue inside a clause that a comma closes governs nothing beyond it: «While the mayor says so,».
    """
    subordinate = is_subordinate(clue)
    quoted = _quoted(clue, first)
    if quoted and quoted[0][0] == clue.pieces[first].start and clue.text[quoted[0][1] - 2] in ",.!?":
        return quoted[0][1]
    end = _closing_report(clue, first)
    for i in range(first + 1, end):
        if any(start < clue.pieces[i].start < stop for start, stop in quoted):
            continue
        if _turns_away(clue, i) or (subordinate and clue.pieces[i].text == "," and i > first + 3):
            return clue.pieces[i].start
    return clue.pieces[end].start if end < len(clue.pieces) - 1 else clue.sentence[1]


def is_subordinate(clue: Clue) -> bool:
    """Whether the clause of a cue depends on another: «, who says», «While the mayor says»."""
    before = clue.pieces[: clue.index]
    opens = next((p.low for p in before if p.low not in clue.speech.joints), "")
    if opens in clue.speech.timing | clue.speech.turning and not any(p.text in BARS for p in before):
        return True
    i = next((i for i in range(clue.index - 1, 0, -1) if before[i].low not in clue.speech.auxiliaries), 0)
    return i > 0 and before[i].low in clue.speech.relative and before[i - 1].text == ","


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
    """Whether what begins here is no longer said: «, adding», «, although», «and told»."""
    piece, following = clue.pieces[i], clue.pieces[i + 1]
    if piece.text in (",", *DASHES):
        if following.low in clue.speech.relative:
            return not any(p.text in MARKS for p in clue.pieces[i + 1 :])
        return following.low in clue.speech.turning or _is_participle(clue, i + 1) or _is_cue(clue, i + 1)
    if piece.low not in clue.speech.joints:
        return piece.low == "according"
    skipped = following.low in clue.speech.adverbs and i + 2 < len(clue.pieces)
    return _is_cue(clue, i + 2 if skipped else i + 1)


def _is_participle(clue: Clue, i: int) -> bool:
    piece = clue.pieces[i]
    return piece.low.endswith("ing") and not piece.is_capital and piece.low not in clue.speech.prepositions


def _is_cue(clue: Clue, i: int) -> bool:
    """Whether another cue of the same subject stands here."""
    low = clue.pieces[i].low
    parallel = clue.low.endswith("ing") and low.endswith("ing")
    return low in clue.speech.verbs and (parallel or is_finite(clue.pieces[i], clue.speech))


def object_stop(clue: Clue, first: int) -> int:
    """Where the thing ends that a cue is about: at the next mark or «when», before a date."""
    for i in range(first + 1, len(clue.pieces) - 1):
        piece = clue.pieces[i]
        dated = clue.pieces[i + 1].low in clue.speech.days and piece.low in clue.speech.prepositions
        if (
            piece.text in (",", ";", ":", *DASHES)
            or piece.low in clue.speech.timing - {"as"}
            or dated
            or _turns_away(clue, i)
        ):
            return piece.start
    return clue.sentence[1]


def clause_start(clue: Clue, stop: int) -> int:
    """Where what stands before a cue begins: with the sentence, past «But» and the name of an agency in brackets."""
    first = 0
    if clue.pieces[0].text == "(":
        first = next((i + 1 for i, p in enumerate(clue.pieces[:CLAUSE]) if p.text == ")"), 0)
    while first < stop and clue.pieces[first].low in clue.speech.joints:
        first += 1
    return clue.pieces[min(first, stop)].start
