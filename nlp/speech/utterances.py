"""Speech that a text sets apart: in quotation marks, after a dash, by turns, after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.languages import LANGUAGES
from nlp.languages.model import Speech
from nlp.model import Span
from nlp.speech.announced import announced
from nlp.speech.frames import Side, Utterance
from nlp.speech.interviews import Turn, labelled_turns, plain_turns, turns
from nlp.speech.narration import attributes, bare, broken, told_after
from nlp.speech.quotations import Quotation
from nlp.speech.reopened import rejoined
from nlp.speech.russian.syntax import PICTURE
from nlp.words import grammemes, words

OPENS = '\n.!?…:—–-»”"'
REACH = {"en": 200}
"""Characters after speech in which its narration names the speaker; English puts appositions before its verb."""
SIGNED = re.compile(
    r"[ \u00a0]*[,.]?[ \u00a0]*[—–―-]+[ \u00a0]*(?:[\w«»\"-]+[ \u00a0]){0,9}[A-ZА-ЯЁ][\w-]+[.!]?[ \u00a0]*(?:\n|$)"
)
DESCRIBED = re.compile(r"[ \u00a0]*[—–-]+[ \u00a0]*[а-яё]")
SAID = 4
"""Words of a quotation that is rather said than a title."""
TURN = re.compile(r"(?m)^[ \u00a0]*[—–-][ \u00a0]+(?=\S)")


def utterances(text: str, found: Sequence[Quotation], speech: Speech, language: str) -> tuple[Utterance, ...]:
    """Those quotations that are speech, speech after a dash that opens a paragraph, and the turns of interviews."""
    interviewed = _interview(text, speech, language)
    quoted = rejoined(text, found, [_utterance(text, q, speech, language) for q in found], speech, language)
    unmarked = _apart(announced(text, speech), quoted) if language == "ru" else []
    dashed = _apart(_apart(_turns(text, speech, language), found), unmarked)
    spoken = _apart([*quoted, *dashed, *unmarked], interviewed)
    return tuple(sorted([*interviewed, *spoken], key=lambda u: u.start))


def _apart(spoken: Iterable[Utterance], others: Sequence[Quotation | Utterance]) -> list[Utterance]:
    """Those utterances that touch none of the others."""
    starts, stops = [o.start for o in others], [o.stop for o in others]
    return [u for u in spoken if bisect_left(starts, u.stop) == bisect_right(stops, u.start)]


def _interview(text: str, speech: Speech, language: str) -> list[Utterance]:
    """The turns of an interview: after dashes, else after labels, else in plain paragraphs."""
    personal = LANGUAGES[language].selection.personal
    found = [_turn(one, leads=True) for one in labelled_turns(text, personal)] or [
        *_dashed_turns(text, speech, language, personal)
    ]
    return found or _plain_turns(text, speech, language)


def _turn(one: Turn, leads: bool = False, marked: bool = True) -> Utterance:
    ends = tuple((part.start, part.stop) for part in one.parts)
    turn: Side = "question" if one.asks else "answer"
    return Utterance(ends[0][0], ends[-1][1], ends, leads=leads, turn=turn, label=one.label, marked=marked)


def _plain_turns(text: str, speech: Speech, language: str) -> list[Utterance]:
    """Only after a beginning that tells of an interview: texts that explain ask themselves too."""
    found = list(plain_turns(text)) if speech.interviewing else []
    told = found and any(w.lemma in speech.interviewing for w in words(text[: found[0].parts[0].start], language))
    return [_turn(one, marked=False) for one in found] if told else []


def _dashed_turns(text: str, speech: Speech, language: str, personal: frozenset[str]) -> Iterator[Utterance]:
    told = {text.rfind("\n", 0, u.start + 1): u for u in _turns(text, speech, language)}
    for one in turns(text, personal):
        own = told.get(text.rfind("\n", 0, one.parts[0].start))
        yield _turn(one) if one.asks or own is None else _narrated(own, one.parts[1:])


def _narrated(own: Utterance, more: Sequence[Span]) -> Utterance:
    """An answer whose first paragraph tells who speaks, with its other paragraphs."""
    answer = replace(own, turn="answer")
    if not more:
        return answer
    rest = tuple((part.start, part.stop) for part in more)
    narration = own.narration or (own.stop, rest[0][0])
    return replace(answer, stop=rest[-1][1], parts=(*own.parts, *rest), narration=narration)


def _utterance(text: str, q: Quotation, speech: Speech, language: str) -> Utterance | None:
    inner = text[q.inner_start : q.inner_stop]
    left, right = (
        text[max(0, q.start - 60) : q.start].rstrip(" \u00a0"),
        text[q.stop : q.stop + REACH.get(language, 80)],
    )
    opens = not left or left[-1] in OPENS or bool(PICTURE.match(left[-1])) or not re.search(r"\w[^\n]*$", left)
    leads = (left.rstrip().endswith(":") and not DESCRIBED.match(right)) or (language == "en" and left.endswith(","))
    long = len(inner.split()) >= 3
    capital = inner[:1].isupper() or not inner[:1].isalpha()
    told = _narrates(inner, right, speech, language) or (long and _is_signed(right))
    follows = (opens and capital and told) or _is_said(inner, right, speech)
    stands = opens and capital and long and _is_end(inner, right)
    if not (follows or stands or (leads and (capital or long))) or not inner.strip() or _is_called(right, speech):
        return None
    halves = broken(text, q.inner_start, q.inner_stop, speech, language)
    stretches = halves[0] if halves else ((q.inner_start, q.inner_stop),)
    parts = tuple(e for stretch in stretches if (e := bare(text, *stretch))[0] < e[1])
    if not parts:
        return None
    sounds = language == "ru" and (inner.rstrip()[-1] in "!?…" or any("VERB" in grammemes(w) for w in inner.split()))
    follows = follows or halves is not None
    return Utterance(q.start, q.stop, parts, halves[1] if halves else None, leads, follows, sounds=sounds)


def _is_end(inner: str, right: str) -> bool:
    return (
        not right.strip(" .…!?\u00a0")
        or right.lstrip(" .…!?\u00a0").startswith("\n")
        or (
            bool(re.match(r"[.!?…]?\s+[^\W\da-zа-яё_]", right))
            and (inner.rstrip()[-1:] in ".!?…" or right[:1] in ".!?…")
        )
    )


def _narrates(inner: str, right: str, speech: Speech, language: str) -> bool:
    """Whether what follows a closing mark tells who spoke: «, — сказал», «!» — said."""
    mark = re.match(r"[ \u00a0]*([,.]?)[ \u00a0]*([—–-]*)[ \u00a0]*(?=\w)", right)
    if mark is None or (language == "ru" and not (mark.group(1) or mark.group(2))):
        return False
    lead = right[mark.end() :].split("\n")[0]
    firm = (bool(mark.group(2)) or language != "ru") and (mark.group(1) == "," or inner.rstrip()[-1:] in "!?…,.")
    named = bool(mark.group(2)) and lead[:1].isupper() and len(inner.split()) >= SAID
    near = 8 if firm else 4 if named else 2 if mark.group(1) == "," else 1
    return attributes(lead, speech, language, near)


def _is_signed(right: str) -> bool:
    """Whether after a dash a name ends the line: «…», — глава области Иван Петров."""
    return SIGNED.match(right) is not None


def _is_called(right: str, speech: Speech) -> bool:
    """Whether the next words tell that this is a name: «…» деп аталады."""
    following = re.match(r"[ \u00a0]*(\w+) (\w+)", right) if speech.quotatives else None
    return following is not None and following.group(1) in speech.quotatives and following.group(2) in speech.naming


def _is_said(inner: str, right: str, speech: Speech) -> bool:
    """Whether the very next word tells that this is speech: «…» деп."""
    following = re.match(r"([,.]?[ \u00a0]*[—–-]*[ \u00a0]*)(\w+)", right)
    if following is None or following.group(2).lower() not in speech.quotatives:
        return False
    return bool(following.group(1).strip()) or inner.rstrip()[-1:] in "!?…" or len(inner.split()) >= 3


def _turns(text: str, speech: Speech, language: str) -> Iterator[Utterance]:
    """«— A, — сказал X. — B»: speech that a dash opens, told by the narration that breaks or ends it."""
    for turn in TURN.finditer(text):
        end = text.find("\n", turn.end())
        stop = end if end >= 0 else len(text)
        halves = broken(text, turn.end(), stop, speech, language)
        if halves:
            yield Utterance(turn.start(), stop, *halves)
            continue
        first = told_after(text, turn.end(), stop, speech, language)
        if first is not None:
            yield Utterance(turn.start(), first, ((turn.end(), first),), None, False, True)
