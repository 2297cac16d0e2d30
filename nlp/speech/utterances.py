"""Speech that a text sets apart: in quotation marks, after a dash, by turns, after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.languages.model import Speech
from nlp.model import Span
from nlp.speech.announced import announced
from nlp.speech.frames import Ends, Utterance
from nlp.speech.interviews import labelled_turns, plain_turns, turns
from nlp.speech.names import tells
from nlp.speech.quotations import Quotation
from nlp.speech.russian.syntax import PICTURE
from nlp.words import grammemes, words

NARRATION = re.compile(r"[,.!?…][ \u00a0]*[—–-]+[ \u00a0]*(?=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
RESUMES = re.compile(r"[,.;:!?…][ \u00a0]*[—–-]+[ \u00a0]*(?=\S)")
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
    quoted = [u for q in found if (u := _utterance(text, q, speech, language)) is not None]
    bare = _apart(announced(text, speech), quoted) if language == "ru" else []
    dashed = _apart(_apart(_turns(text, speech, language), found), bare)
    spoken = _apart([*quoted, *dashed, *bare], interviewed)
    return tuple(sorted([*interviewed, *spoken], key=lambda u: u.start))


def _apart(spoken: Iterable[Utterance], others: Sequence[Quotation | Utterance]) -> list[Utterance]:
    """Those utterances that touch none of the others."""
    starts, stops = [o.start for o in others], [o.stop for o in others]
    return [u for u in spoken if bisect_left(starts, u.stop) == bisect_right(stops, u.start)]


def _interview(text: str, speech: Speech, language: str) -> list[Utterance]:
    """The turns of an interview: after dashes, else after labels, else in plain paragraphs."""
    found = [*_dashed_turns(text, speech, language)] or [_turn(*one, leads=True) for one in labelled_turns(text)]
    return found or _plain_turns(text, speech, language)


def _turn(said: Span, asks: bool, leads: bool = False, marked: bool = True) -> Utterance:
    ends = ((said.start, said.stop),)
    return Utterance(said.start, said.stop, ends, leads=leads, turn="question" if asks else "answer", marked=marked)


def _plain_turns(text: str, speech: Speech, language: str) -> list[Utterance]:
    """Only after a beginning that tells of an interview: texts that explain ask themselves too."""
    found = list(plain_turns(text)) if speech.interviewing else []
    told = found and any(w.lemma in speech.interviewing for w in words(text[: found[0][0].start], language))
    return [_turn(*one, marked=False) for one in found] if told else []


def _dashed_turns(text: str, speech: Speech, language: str) -> Iterator[Utterance]:
    told = {text.rfind("\n", 0, u.start + 1): u for u in _turns(text, speech, language)}
    for said, asks in turns(text):
        own = told.get(text.rfind("\n", 0, said.start))
        yield _turn(said, asks) if asks or own is None else replace(own, turn="answer")


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
    broken = _broken(text, q.inner_start, q.inner_stop, speech, language)
    stretches = broken[0] if broken else ((q.inner_start, q.inner_stop),)
    parts = tuple(e for stretch in stretches if (e := _bare(text, *stretch))[0] < e[1])
    if not parts:
        return None
    sounds = language == "ru" and (inner.rstrip()[-1] in "!?…" or any("VERB" in grammemes(w) for w in inner.split()))
    follows = follows or broken is not None
    return Utterance(q.start, q.stop, parts, broken[1] if broken else None, leads, follows, sounds=sounds)


def _bare(text: str, start: int, stop: int) -> Ends:
    """A stretch without the spaces around it and the comma that ends it."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return start, stop


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
    return _attributes(lead, speech, language, near)


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


def _attributes(text: str, speech: Speech, language: str, near: int) -> bool:
    """Whether a cue stands among the first words of a stretch."""
    first = words(text, language)[: near if language == "ru" else 3 * near]
    beside = speech.clausal | speech.cited | speech.judged
    told = near > 1 and language == "ru" and bool(first) and tells(first[0].text)
    return told or any(w.lemma in beside or w.text.lower() in beside for w in first)


def _broken(text: str, start: int, stop: int, speech: Speech, language: str) -> tuple[tuple[Ends, ...], Ends] | None:
    """«A, — сказал X. — B» inside one pair of marks: both parts, and the narration between them."""
    for opening in NARRATION.finditer(text, start, stop):
        closing = RESUMES.search(text, opening.end(), min(stop, opening.end() + 250))
        if closing is None:
            continue
        if _attributes(text[opening.end() : closing.start()], speech, language, 3):
            first = opening.start() + (text[opening.start()] in "!?…")
            return ((start, first), (closing.end(), stop)), (first, closing.start() + 1)
    return None


def _turns(text: str, speech: Speech, language: str) -> Iterator[Utterance]:
    """«— A, — сказал X. — B»: speech that a dash opens, told by the narration that breaks or ends it."""
    for turn in TURN.finditer(text):
        end = text.find("\n", turn.end())
        stop = end if end >= 0 else len(text)
        broken = _broken(text, turn.end(), stop, speech, language)
        if broken:
            yield Utterance(turn.start(), stop, *broken)
            continue
        for opening in NARRATION.finditer(text, turn.end(), stop):
            if _attributes(text[opening.end() : opening.end() + 60], speech, language, 3):
                first = opening.start() + (text[opening.start()] in "!?…")
                yield Utterance(turn.start(), first, ((turn.end(), first),), None, False, True)
                break
