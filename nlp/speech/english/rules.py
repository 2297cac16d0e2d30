"""The rules that tell who said what by the words around a cue, where the subject comes before the verb: English.

Cues that open what is said have their rules in `cues_before`; here are those of cues beside speech and inside a
sentence. `RULES` is the specification: each cue of a sentence goes through the list, the first that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable

from nlp.speech.attributions import Attribution
from nlp.speech.clues import STOPS, Clue, hearing, made
from nlp.speech.english.borders import clause_start, clause_stop, conjunction, has_verb
from nlp.speech.english.cues_before import called, fragment, governed, judged, noun, shown, that, urged, whether
from nlp.speech.english.neighbours import FAR, Who, after, before, past_adverbs
from nlp.speech.english.sharing import subject
from nlp.speech.english.verb_forms import is_finite, is_noun, is_passive
from nlp.speech.frames import Utterance

BESIDE = 16
"""Pieces between speech and its cue, if no name in commas stands there."""
INSERTED = 12
"""Pieces of a subject and its verb between two commas."""
Rule = Callable[[Clue], Attribution | None]


def _following(clue: Clue) -> range:
    return range(clue.last + 1, min(clue.last + FAR, len(clue.pieces)))


def _cue_between(clue: Clue, first: int, stop: int) -> bool:
    between = range(first + 1, stop)
    return any(clue.pieces[i].low in clue.speech.said or _is_stop(clue, i) for i in between)


def _is_stop(clue: Clue, i: int) -> bool:
    """A full stop, and not that of «R-Ky.,»."""
    return clue.pieces[i].text in STOPS and not (i + 1 < len(clue.pieces) and clue.pieces[i + 1].text == ",")


def according(clue: Clue) -> Attribution | None:
    """According to X, …; …, according to X; …, according to a report by X."""
    if clue.words not in clue.speech.sources:
        return None
    who = after(clue, clue.last + 1)
    if not who:
        return None
    if clue.index < 2:
        return made("according", clue, who, (_source_stop(clue, who), clue.sentence[1]))
    return made("according", clue, _author(clue, who) or who, (clause_start(clue, clue.index), clue.ends[0]))


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
    return _spoken(clue, who, utterance, continues=not who and alone)


def _quoted_after(clue: Clue) -> Attribution | None:
    at = next((i for i in _following(clue) if clue.pieces[i].utterance), None)
    if at is None or _cue_between(clue, clue.last, at) or at - clue.last > 25:
        return None
    utterance = clue.pieces[at].utterance
    who = subject(clue)
    if utterance is None:
        return None
    return _spoken(clue, who, utterance, continues=not who and clue.index == 0)


def _spoken(clue: Clue, who: Who, utterance: Utterance, continues: bool) -> Attribution:
    heard = hearing(clue)
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, outlets=heard, continues=continues)


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
    verbs = any(p.low in clue.speech.finite for p in between)
    verbs = verbs and not any(p.text == "," or p.low in clue.speech.relative for p in between)
    return clue.pieces[first].low not in small and not verbs and bool(before(clue, clue.index, first))


def _says_something(clue: Clue, comma: int) -> bool:
    """Whether a clause stands before a comma, and no mere «In an interview» or «When he came»."""
    told = any(is_finite(p, clue.speech) for p in clue.pieces[1:comma])
    leads = clue.pieces[0].low in clue.speech.prepositions | clue.speech.timing | clue.speech.turning
    return told and comma > 2 and (not leads or any(p.text == "," for p in clue.pieces[:comma]))


def _inserted(clue: Clue, comma: int, first: int) -> Attribution | None:
    who, at = before(clue, clue.index, first), _past_hearer(clue)
    told = clause_start(clue, comma), clue.pieces[first - 1].stop
    tail = clue.pieces[at : at + 2]
    if len(tail) < 2 or tail[0].text in STOPS or tail[0].low in clue.speech.when - clue.speech.modal:
        return made("aside", clue, who, told) if _says_something(clue, comma) else None
    if tail[0].text != "," or clue.pieces[first].low in clue.speech.relative:
        return None
    said = any(is_finite(p, clue.speech) for p in clue.pieces[at + 1 :])
    if (not said and tail[1].low in clue.speech.when) or tail[1].low.endswith("ing"):
        return made("aside", clue, who, told) if _says_something(clue, comma) else None
    return made("aside", clue, who, told, (tail[0].stop, clause_stop(clue, at + 1)))


def _past_hearer(clue: Clue) -> int:
    """Past who listens where nothing else follows: «, he told reporters.»"""
    at = clue.last + 1
    stop = next((i for i in range(at, len(clue.pieces)) if not clue.pieces[i].is_word), len(clue.pieces))
    return stop if clue.low in clue.speech.addressed and stop - at <= INSERTED // 2 else at


def _inverted(clue: Clue, comma: int) -> Attribution | None:
    who = after(clue, clue.last + 1)
    if not who or who[0].kind == "pronoun" or not _says_something(clue, comma) or has_verb(clue, clue.last + 1):
        return None
    following = next((p for p in clue.pieces[clue.last + 1 :] if p.start >= who[-1].mention.stop), None)
    ends = following is None or not following.is_word or following.low in clue.speech.when | clue.speech.relative
    return made("aside", clue, who, (clause_start(clue, comma), clue.pieces[clue.index - 1].stop)) if ends else None


RULES: tuple[Rule, ...] = (
    according, quoted, aside, noun, that, whether, shown, called, governed, urged, judged, fragment
)  # fmt: skip
