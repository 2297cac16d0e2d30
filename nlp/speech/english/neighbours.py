"""The noun phrase before or after a cue, told by marks, capitals and small words: English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp.speech.clues import Clue, bounds, span
from nlp.speech.english.borders import DASHES
from nlp.speech.namings import calling, is_role, phrase
from nlp.speech.phrases import Phrase

LONGEST_PHRASE = 12
LONGEST_APPOSITION = 30
FAR = 40
"""Pieces around a cue that are looked at."""

Who = tuple[Phrase, ...]


def before(clue: Clue, at: int, least: int = 0) -> Who:
    """The noun phrase that ends right before ``at``, past adverbs, auxiliaries, a date and what is put in commas."""
    stop = _past_brackets(clue, past_adverbs(clue, at, least), least)
    if stop > least and clue.pieces[stop - 1].text in (",", *DASHES):
        return _before_apposition(clue, stop - 1, least)
    if stop > least and clue.pieces[stop - 1].low == "to":
        return ()
    if stop > least and _pronoun_of(clue, stop - 1):
        return _shortened(clue, stop - 1)
    relative = _relative(clue, stop, least)
    if relative is not None:
        return _antecedent(clue, relative, least, own=relative == stop - 1)
    return _joined(clue, phrase_start(clue, stop, least), stop, least)


def _pronoun_of(clue: Clue, i: int) -> str:
    """The pronoun of «he's», «they've»."""
    pronoun, apostrophe, _ = clue.pieces[i].low.partition("'")
    return pronoun if apostrophe and pronoun in clue.speech.pronouns else ""


def _shortened(clue: Clue, i: int) -> Who:
    """The phrase that the beginning of a piece is: «he» of «he's»."""
    piece, length = clue.pieces[i], len(_pronoun_of(clue, i))
    bare = replace(piece, stop=piece.start + length, text=piece.text[:length])
    return phrase(replace(clue, pieces=(*clue.pieces[:i], bare, *clue.pieces[i + 1 :])), i, i + 1)


def _relative(clue: Clue, stop: int, least: int) -> int | None:
    """The «who» right before ``stop``, or the one whose clause runs up to it: «people who oppose the bridge»."""
    if stop > least and clue.pieces[stop - 1].low in clue.speech.relative:
        return stop - 1
    verbs = False
    for i in range(stop - 2, max(least, stop - LONGEST_PHRASE) - 1, -1):
        opens = clue.pieces[i].low == "that" and clue.pieces[i + 1].low in clue.speech.finite
        if clue.pieces[i].low == "who" or opens:
            return i if verbs else None
        if bounds(clue.pieces[i], clue.speech):
            return None
        verbs = True
    return None


def _antecedent(clue: Clue, relative: int, least: int, own: bool) -> Who:
    """«the mayor, who»; «people who»: if it is the ``own`` subject of the cue, «who» is what names the speaker."""
    stop = relative - (relative > least and clue.pieces[relative - 1].text in (",", *DASHES))
    close = _past_brackets(clue, stop, least)
    found = (
        before(clue, close, least)
        if close < relative
        else _joined(clue, phrase_start(clue, close, least), close, least)
    )
    if not own or len(found) != 1:
        return found
    return (replace(found[0], mention=span(clue.text, clue.pieces[relative : relative + 1])),)


def _past_brackets(clue: Clue, at: int, least: int) -> int:
    """Back over «(D-Md.)»."""
    if at <= least or clue.pieces[at - 1].text != ")":
        return at
    return next((i for i in range(at - 2, max(least, at - FAR), -1) if clue.pieces[i].text == "("), at)


def past_adverbs(clue: Clue, at: int, least: int) -> int:
    """Back over «has also», «angrily», «on Monday»."""
    stop = at
    while stop > least:
        word = clue.pieces[stop - 1]
        adverb = word.low.endswith("ly") and not word.is_capital
        told = word.low in clue.speech.auxiliaries or adverb or word.low in clue.speech.days
        if not told or _pronoun_of(clue, stop - 1):
            break
        dated = word.low in clue.speech.days and stop - 2 >= least and clue.pieces[stop - 2].low in ("on", "in")
        stop -= 2 if dated else 1
    return stop


def phrase_start(clue: Clue, stop: int, least: int) -> int:
    if stop > least and clue.pieces[stop - 1].low in clue.speech.pronouns:
        return stop - 1
    first = stop
    while first > least and stop - first < LONGEST_PHRASE and not _closes(clue, first - 1, stop):
        first -= 1
    return _past_setting(clue, first, stop)


def _closes(clue: Clue, i: int, stop: int) -> bool:
    """Whether a noun phrase before ``stop`` cannot hold the piece ``i``."""
    piece = clue.pieces[i]
    if bounds(piece, clue.speech) or piece.low in clue.speech.pronouns:
        return True
    if piece.low in clue.speech.objects:
        return i == 0 or clue.pieces[i - 1].low not in clue.speech.prepositions
    if piece.is_capital or i == stop - 1:
        return False
    told = piece.low in clue.speech.verbs and piece.low.endswith("ing")
    return piece.low in clue.speech.finite or told or (piece.low.endswith("ed") and not _describes(clue, i))


def _describes(clue: Clue, i: int) -> bool:
    """«the injured man», «newly elected officials»."""
    before = clue.pieces[i - 1] if i else None
    small = clue.speech.determiners | clue.speech.prepositions | clue.speech.possessive | clue.speech.breaks
    return before is None or not before.is_word or before.low in small or before.low.endswith(("ly", "'s"))


def _past_setting(clue: Clue, first: int, stop: int) -> int:
    """Past «On Monday», «In a speech», «Still» where no comma ends them."""
    while first < stop and clue.pieces[first].low in clue.speech.joints | clue.speech.adverbs:
        first += 1
    if first == stop or clue.pieces[first].low not in clue.speech.when:
        return first
    small = (i for i in range(stop - 1, first - 1, -1) if _is_small(clue, i))
    return next(small, first) + 1


def _is_small(clue: Clue, i: int) -> bool:
    piece = clue.pieces[i]
    return not piece.is_capital or piece.low in clue.speech.days


def _joined(clue: Clue, first: int, stop: int, least: int) -> Who:
    """The phrase, and those that «and» and commas join to it: «Ann Gray, Tom Lind and the mayor»."""
    last = phrase(clue, first, stop)
    if not last or first - 1 <= least or clue.pieces[first - 1].low not in clue.speech.joining:
        return last
    found: list[Phrase] = []
    end = first - 1 - (clue.pieces[first - 2].text == ",")
    while end > least and (name := _name_before(clue, end, least)):
        found = [*name, *found]
        end = next(i for i, p in enumerate(clue.pieces) if p.start == name[0].mention.start) - 1
        if end <= least or clue.pieces[end].text != ",":
            break
    return (*found, *last)


def _name_before(clue: Clue, stop: int, least: int) -> Who:
    """A name, or a determiner and a noun or two, that a clause begins with."""
    first = phrase_start(clue, stop, least)
    found = phrase(clue, first, stop)
    opens = first == least or clue.pieces[first - 1].text in (",", *DASHES) or clue.pieces[first - 1].low == "that"
    named = bool(found) and found[0].kind == "person" and found[0].title is None
    short = stop - first <= 3 and clue.pieces[first].low in clue.speech.determiners
    return found if opens and (named or short) else ()


def _before_apposition(clue: Clue, comma: int, least: int) -> Who:
    """«Dr Priya Raman, a biologist,»; «the company's chief, Tom Lind,»; «Luis Ortega, who voted against it,»."""
    openings = list(_openings(clue, comma, least))
    for opening in reversed(openings):
        outer = _outer(clue, opening, least)
        if outer and outer[-1].kind == "person":
            within = (one for one in reversed(openings) if one >= opening)
            told = (calling(clue.text, clue.pieces, one + 1, clue.speech) for one in within)
            title = outer[-1].title or next((one for one in told if one), None)
            return (*outer[:-1], replace(outer[-1], title=title))
    for opening in openings:
        outer = _outer(clue, opening, least)
        inner = phrase(clue, opening + 1, comma)
        found = _apposed(clue, outer, inner) or _described_body(clue, outer, opening)
        if found:
            return found
    return ()


def _outer(clue: Clue, opening: int, least: int) -> Who:
    """The phrase before the comma or dash that opens an apposition."""
    close = _past_brackets(clue, opening, least)
    first = phrase_start(clue, close, least)
    within = first > least and clue.pieces[first - 1].low in clue.speech.prepositions
    return () if within else _joined(clue, first, close, least)


def _openings(clue: Clue, comma: int, least: int) -> Iterator[int]:
    """Where what ends with this comma or dash may begin, the nearest first; it holds no clause but «who …»."""
    mark, verb = clue.pieces[comma].text, comma
    for i in range(comma - 1, max(least, comma - LONGEST_APPOSITION), -1):
        piece, following = clue.pieces[i], clue.pieces[i + 1]
        if piece.utterance:
            return
        if piece.text == mark and (mark in DASHES or verb == comma or following.low in clue.speech.timing):
            yield i
        if piece.low in clue.speech.relative:
            verb = comma
        elif piece.low in clue.speech.finite:
            verb = i


def _described_body(clue: Clue, outer: Who, opening: int) -> Who:
    """«Ferrica, which runs the ferries,»; «the board, a body of seven,»."""
    following = clue.pieces[opening + 1].low
    described = following in clue.speech.relative | clue.speech.determiners
    return tuple(one for one in outer if one.kind in ("other", "role") and (described or opening <= LONGEST_PHRASE))


def _apposed(clue: Clue, outer: Who, inner: Who) -> Who:
    """«the project's chief engineer, Tomas Lindqvist»: the name, with what is said before it as its title."""
    if not outer or not inner or inner[0].kind != "person":
        return ()
    at = next(i for i, p in enumerate(clue.pieces) if p.start == outer[0].mention.start)
    title = calling(clue.text, clue.pieces, at, clue.speech)
    return (replace(inner[0], title=inner[0].title or title),)


# ---- after


def after(clue: Clue, at: int) -> Who:
    """The noun phrase that begins right at ``at``, up to the next mark or verb, and the name in apposition to it."""
    stop = _phrase_stop(clue, at)
    found = phrase(clue, at, stop)
    if found and found[0].kind != "person" and clue.pieces[stop : stop + 1] and clue.pieces[stop].low == "of":
        stop = _phrase_stop(clue, stop + 1)
        found = phrase(clue, at, stop)
    if not found or stop + 1 >= len(clue.pieces) or clue.pieces[stop].text != ",":
        return found
    if found[0].kind == "person":
        return (replace(found[0], title=found[0].title or _described(clue, stop + 1)),)
    end = _phrase_stop(clue, stop + 1)
    closed = end >= len(clue.pieces) or clue.pieces[end].text in ",.)"
    return (_apposed(clue, found, phrase(clue, stop + 1, end)) if closed else ()) or found


def _described(clue: Clue, at: int) -> str | None:
    piece = clue.pieces[at]
    told = piece.low in clue.speech.determiners or is_role(piece, clue.speech)
    return calling(clue.text, clue.pieces, at, clue.speech) if told else None


def _phrase_stop(clue: Clue, at: int) -> int:
    stop = at
    while stop < len(clue.pieces) and stop - at < LONGEST_PHRASE and not bounds(clue.pieces[stop], clue.speech):
        if stop > at and clue.pieces[stop].low in clue.speech.when:
            break
        stop += 1
    return stop
