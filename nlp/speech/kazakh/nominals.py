"""Who speaks in a Kazakh sentence: noun phrases told by their endings, capitals and word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from nlp import kazakh
from nlp.model import Span
from nlp.speech.clues import Clue, Piece, form
from nlp.speech.kazakh.inflection import (
    RELATIVE,
    case,
    is_attribute,
    is_body,
    is_circumstance,
    is_head,
    is_person,
    is_possessed,
)
from nlp.speech.namings import phrase
from nlp.speech.phrases import Phrase, PhraseKind

FAR = 24
"""Pieces in which a phrase is looked for."""
LONGEST_BODY = 6
"""Pieces of a body's name before its last words."""
LONGEST = 5
"""Words of a phrase that no list knows."""
QUOTES = frozenset('«»“”„"')
CLOSING = frozenset("»”")
DASHES = frozenset("—–-")
FULL_NAME = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.-]* ([A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)")
NAMED_AFTER = "атындағы"
FAMILY = re.compile(r"(?:[оеё]ва?|ина?|бай|бек|хан|баев|ұл|тегі)$")

Who = tuple[Phrase, ...]
Step = Literal["ends", "may end", "goes on", "restarts"]


@dataclass(frozen=True, slots=True)
class Nominal:
    """Those whom a noun phrase names, and the indices of its first piece and of the one after it."""

    who: Who = ()
    first: int = 0
    stop: int = 0


NOBODY = Nominal()


def nominal(clue: Clue, first: int, stop: int) -> Nominal:
    """The first noun phrase in the nominative among the pieces, with those that «пен» joins to it."""
    for one in _nominals(clue, first, min(stop, first + FAR)):
        if one.stop + 1 >= stop or clue.pieces[one.stop].low not in clue.speech.joining:
            return one
        other = next(_nominals(clue, one.stop + 1, stop), NOBODY)
        if other.first == one.stop + 1:
            return Nominal(one.who + other.who, one.first, other.stop)
    return NOBODY


def following(clue: Clue, at: int) -> Nominal:
    """Whoever is named after the cue: «– деді X», «– деді басқарма бастығы, ғылым докторы X»."""
    stop = at
    while stop < len(clue.pieces) and not _closes(clue.pieces[stop]):
        stop += 1
    found = nominal(clue, at, stop)
    if (
        found.who
        and found.who[0].kind != "person"
        and clue.pieces[found.stop : stop][:1]
        and _is_comma(clue, found.stop)
    ):
        return _apposed(clue, found, nominal(clue, found.stop + 1, stop))
    return found


def _apposed(clue: Clue, found: Nominal, other: Nominal) -> Nominal:
    """The person whose calling goes on after a comma."""
    if not other.who or other.who[0].kind != "person" or not other.who[0].title:
        return found
    title = clue.text[found.who[0].mention.start : other.who[0].mention.start].rstrip()
    return Nominal((replace(other.who[0], title=title), *other.who[1:]), found.first, other.stop)


def _closes(piece: Piece) -> bool:
    return piece.utterance is not None or piece.text in DASHES or piece.text in ".;:!?…"


def _is_comma(clue: Clue, i: int) -> bool:
    return clue.pieces[i].text == ","


def unknown(clue: Clue, first: int, stop: int) -> Nominal:
    """The words up to the first one with a case, where no list knows them: «ауылдағы бір қария»."""
    last = first
    while last < min(stop, first + LONGEST) and _may_belong(clue, clue.pieces[last]):
        last += 1
    return Nominal(_named(clue, first, last), first, last)


def beside(clue: Clue, first: int, stop: int) -> Nominal:
    """The unknown words between a comma and ``stop``: «…, ел қазағы «…» деп»."""
    begin = stop
    while begin > first and stop - begin < LONGEST and _may_belong(clue, clue.pieces[begin - 1]):
        begin -= 1
    whole = begin == first or not clue.pieces[begin - 1].is_word
    return Nominal(_named(clue, begin, stop), begin, stop) if whole and 0 < stop - begin < LONGEST else NOBODY


def owner(clue: Clue, stop: int) -> Nominal:
    """Whoever a noun at ``stop`` belongs to: «Х министрлігінің» айтуынша, «Х министрлігі» мәліметінше."""
    begin = stop
    while begin > 0 and stop - begin < FAR and _modifies(clue, begin - 1, begin == stop):
        begin -= 1
    while begin < stop and not clue.pieces[begin].is_word and clue.pieces[begin].text not in "«“„":
        begin += 1
    return Nominal(_named(clue, begin, _owner_stop(clue, begin, stop)), begin, stop) if begin < stop else NOBODY


def _owner_stop(clue: Clue, begin: int, stop: int) -> int:
    """Where the owner ends before adjectives: «компанияның» ресми ақпаратынша."""
    last = clue.pieces[stop - 1]
    if last.is_capital or is_head(clue, last) or case(clue, last):
        return stop
    owners = (i for i in range(stop - 1, begin, -1) if case(clue, clue.pieces[i - 1]) == "Gen")
    return next(owners, stop)


def _modifies(clue: Clue, i: int, is_last: bool) -> bool:
    piece = clue.pieces[i]
    if piece.text in QUOTES:
        return True
    if piece.low in clue.speech.joining and not is_last:
        return True
    if not piece.is_word or piece.utterance is not None or is_circumstance(clue, piece):
        return False
    if is_last or _stands_alone(clue, i):
        return is_last
    return case(clue, piece) in kazakh.ADNOMINAL and (piece.is_capital or not RELATIVE.fullmatch(piece.low))


def _stands_alone(clue: Clue, i: int) -> bool:
    """Whether a noun is the subject of a sentence rather than part of the next noun's phrase."""
    piece = clue.pieces[i]
    titles = clue.pieces[i + 1].is_capital
    return is_head(clue, piece) and not case(clue, piece) and not titles and not is_possessed(clue.pieces[i + 1])


def _may_belong(clue: Clue, piece: Piece) -> bool:
    if not piece.is_word or piece.utterance is not None or is_circumstance(clue, piece):
        return False
    return (
        case(clue, piece) in kazakh.ADNOMINAL
        and not RELATIVE.fullmatch(piece.low)
        and piece.low not in clue.speech.verbs
    )


def _nominals(clue: Clue, first: int, stop: int) -> Iterator[Nominal]:
    begin = i = first
    doubtful = NOBODY
    while i < stop and clue.pieces[i].utterance is None:
        step, end = _step(clue, begin, i, stop)
        if step == "may end":
            doubtful = doubtful if doubtful.who else _nominal(clue, begin, end)
        elif doubtful.who and step == "restarts":
            yield doubtful
            doubtful = NOBODY
        if step == "ends" and (found := _nominal(clue, _body_first(clue, first, begin, end), end)).who:
            yield found
            doubtful = NOBODY
        begin = end if step == "restarts" else begin
        i = end
    if doubtful.who:
        yield doubtful


def _nominal(clue: Clue, first: int, stop: int) -> Nominal:
    return Nominal(_named(clue, first, stop), first, stop)


def _body_first(clue: Clue, least: int, begin: int, end: int) -> int:
    """Where a body's name begins that a case or a comma breaks: «Еңбек және халықты әлеуметтік қорғау министрлігі»."""
    if not is_body(clue, clue.pieces[end - 1]) or clue.pieces[begin].is_capital:
        return begin
    for i in range(begin - 1, max(least, begin - LONGEST_BODY) - 1, -1):
        piece = clue.pieces[i]
        if not _may_name_body(clue, piece):
            return begin
        if piece.is_capital:
            named = piece.text in _families(clue.text) or case(clue, piece) or is_head(clue, piece)
            return begin if named or is_circumstance(clue, piece) else i
    return begin


def _may_name_body(clue: Clue, piece: Piece) -> bool:
    if piece.utterance is not None or not (piece.is_word or piece.text == ",") or RELATIVE.fullmatch(piece.low):
        return False
    return case(clue, piece) in (*kazakh.ADNOMINAL, "Acc")


def _step(clue: Clue, begin: int, i: int, stop: int) -> tuple[Step, int]:
    """What the piece ``i`` does to a phrase that began at ``begin``, and the index after it."""
    piece = clue.pieces[i]
    if piece.text in QUOTES:
        return "goes on", i + 1
    if piece.low in clue.speech.pronouns:
        return "ends" if begin == i and not case(clue, piece) else "restarts", i + 1
    if piece.low in clue.speech.joining and begin < i:
        return "goes on", i + 1
    if not piece.is_word or is_circumstance(clue, piece):
        return "restarts", i + 1
    if piece.is_capital and not is_head(clue, piece):
        return _name_step(clue, i, stop)
    if not is_head(clue, piece):
        inflected = case(clue, piece) not in kazakh.ADNOMINAL or bool(RELATIVE.fullmatch(piece.low))
        return "restarts" if inflected else "goes on", i + 1
    if case(clue, piece):
        return "goes on" if case(clue, piece) in kazakh.ADNOMINAL else "restarts", i + 1
    return "goes on" if _belongs_to_next(clue, i, stop) else "ends", i + 1


def _name_step(clue: Clue, i: int, stop: int) -> tuple[Step, int]:
    end = i + 1
    while end < stop and _goes_on(clue, clue.pieces[end - 1], clue.pieces[end]):
        end += 1
    end -= end - i > 2 and _is_family(clue.pieces[end - 2]) and _is_place(clue, end - 1, stop)
    bears = case(clue, clue.pieces[end - 1])
    if bears not in kazakh.ADNOMINAL:
        return "restarts", end
    return ("goes on" if bears else _as_name(clue, i, end, stop)), end


def _goes_on(clue: Clue, piece: Piece, other: Piece) -> bool:
    """Whether a name goes on: in the same alphabet, and with no word that says what somebody is."""
    return other.is_capital and piece.text.isascii() == other.text.isascii() and not is_head(clue, other)


def _is_place(clue: Clue, i: int, stop: int) -> bool:
    """Whether a word with a capital after a name is no part of it: «Алматыда», «Қазақстан халқына»."""
    owns = i + 1 < stop and not clue.pieces[i + 1].is_capital and is_possessed(clue.pieces[i + 1])
    return owns or case(clue, clue.pieces[i]) not in kazakh.ADNOMINAL


def _is_family(piece: Piece) -> bool:
    """Whether a name ends here, and what follows is a place: «Асқар Жұмабаев Алматыда»."""
    return bool(FAMILY.search(piece.low))


def _as_name(clue: Clue, i: int, end: int, stop: int) -> Step:
    """Whether words with a capital are somebody's name, and not what a noun after them is called by."""
    closed = end < stop and clue.pieces[end].text in CLOSING
    after = end + closed
    noun = after < stop and is_possessed(clue.pieces[after])
    if closed:
        return "goes on" if after < stop and clue.pieces[after].is_word else "ends"
    named_after = after < stop and clue.pieces[after].low == NAMED_AFTER
    if named_after or (noun and is_head(clue, clue.pieces[after])):
        return "goes on"
    if end - i > 1 or clue.pieces[i].text in _families(clue.text):
        return "ends"
    if clue.pieces[i].low in clue.speech.given:
        return "ends"
    opens = not any(p.is_word for p in clue.pieces[:i]) or clue.pieces[i - 1].text in QUOTES
    return "goes on" if opens or noun else "may end"


@lru_cache(maxsize=1)
def _families(text: str) -> frozenset[str]:
    """The words of a text that stand behind another word with a capital somewhere, without their case."""
    found = (m.group().partition(" ") for m in FULL_NAME.finditer(text))
    return frozenset(kazakh.nominative(last) for first, _, last in found if not kazakh.case(first.lower()))


def _belongs_to_next(clue: Clue, i: int, stop: int) -> bool:
    """«Компания» директоры; «министр» X."""
    after = i + 1
    while after < stop and clue.pieces[after].text in QUOTES:
        after += 1
    if after >= stop:
        return False
    piece = clue.pieces[after]
    if piece.low == NAMED_AFTER:
        return True
    if is_head(clue, piece):
        return is_possessed(piece) or is_attribute(clue, clue.pieces[i])
    titles = not is_body(clue, clue.pieces[i]) and not kazakh.is_plural(clue.pieces[i].low)
    return piece.is_capital and titles and _name_step(clue, after, stop)[0] in ("ends", "may end")


def _named(clue: Clue, first: int, stop: int) -> Who:
    """The pieces as a speaker, with the mark that opens its name."""
    found = phrase(clue, first, stop)
    if not found:
        return ()
    one, last = found[0], clue.pieces[stop - 1]
    start = one.mention.start
    if "»" in one.mention.text and "«" not in one.mention.text and clue.text[start - 1 : start] == "«":
        start -= 1
    mention = Span(start, one.mention.stop, clue.text[start : one.mention.stop])
    title = f"«{one.title}" if one.title and "»" in one.title and "«" not in one.title else one.title
    number = "Plur" if kazakh.is_plural(last.low) else one.number
    one = replace(one, mention=mention, title=title, number=number)
    return (one if one.kind == "person" and not _is_noun(clue, one, last) else _as_noun(clue, one, first, last),)


def _is_noun(clue: Clue, one: Phrase, last: Piece) -> bool:
    """Whether a word with a capital is one because it opens the sentence: «Есепке»."""
    return one.mention.text == last.text and is_head(clue, last) and last.low not in clue.speech.given


def _as_noun(clue: Clue, one: Phrase, first: int, last: Piece) -> Phrase:
    """Somebody without a name, in the nominative."""
    bears = case(clue, last)
    bare = next((rest for rest, found in kazakh.analyses(last.low) if found == bears), last.low)
    name = one.mention.text[: len(one.mention.text) - len(last.low) + len(bare)]
    opens = not any(p.is_word for p in clue.pieces[:first])
    plain = opens and name[1:].islower() and name[0] != "«"
    kind: PhraseKind = "role" if is_person(clue, last) and not is_body(clue, last) and one.number != "Plur" else "other"
    if one.kind == "pronoun":
        return one
    head = one.head or form(last.text, clue.speech)
    name = name[0].lower() + name[1:] if plain else name
    return replace(one, kind=kind, name=name, head=head, words=one.words or (head,))
