"""Noun phrases that may name a speaker, told by capitals and word lists, where no grammar is at hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from nlp import kazakh
from nlp.languages.model import Speech
from nlp.speech.clues import Clue, Piece, Pieces, bounds, dictionary_forms, form, span
from nlp.speech.phrases import Phrase, PhraseKind

INSIDE = re.compile(r"(?<=[\w,] )\w[\w'’-]*")
"""A word that opens no sentence."""
LONGEST_NAME = 4
LONGEST_TITLE = 8
"""Words."""


def phrase(clue: Clue, first: int, stop: int) -> tuple[Phrase, ...]:
    """The pieces from ``first`` up to ``stop`` as a speaker: a pronoun, a name with its title, or a noun phrase."""
    found = [p for p in clue.pieces[first:stop] if p.is_word]
    speech = clue.speech
    if not found or found[0].low in speech.when or (found[0].low.endswith("ly") and not found[0].is_capital):
        return ()
    if len(found) == 1 and found[0].low in speech.pronouns:
        return (_pronoun(clue, found[0]),)
    if any(p.low in speech.auxiliaries | speech.pronouns for p in found):
        return ()
    one = None if _is_plain(clue, found) else person(clue.text, found, speech)
    return (one or _other(clue, found),)


def _is_plain(clue: Clue, found: Sequence[Piece]) -> bool:
    """«Critics»: one plural that has its capital from the sentence alone."""
    first = found[0]
    plural = first.low.endswith("s") or first.low in clue.speech.plurals
    opens = bool(clue.speech.plurals) and len(found) == 1 and plural and first.start == clue.pieces[0].start
    return opens and first.text not in _capitals(clue.text)


def _pronoun(clue: Clue, piece: Piece) -> Phrase:
    speech = clue.speech
    number = speech.pronouns_number(piece.low)
    gender = speech.gender_of(piece.low)
    return Phrase(span(clue.text, [piece]), "pronoun", piece.text, gender=gender, number=number)


def _other(clue: Clue, found: Sequence[Piece]) -> Phrase:
    """A body, a document, or a role («the mayor»), which may be somebody named before."""
    mention, speech = span(clue.text, found), clue.speech
    words = tuple(form(p.text, speech) for p in found if p.low not in speech.determiners)
    common = found[0].low in speech.determiners and len(found) > 1 and not found[1].is_capital
    plain = common or not any(p.is_capital for p in found[1:])
    opens = found[0].start == clue.pieces[0].start or found[0].low in speech.determiners
    name = (
        mention.text[:1].lower() + mention.text[1:]
        if plain and opens and not (found[0].text.isupper() and len(found[0].text) > 1)
        else mention.text
    )
    role = (
        bool(words)
        and words[-1] in speech.roles | speech.offices
        and found[0].low in (speech.pointing or {found[0].low})
    )
    kind: PhraseKind = "role" if role else "other"
    gender = speech.gender_of(words[-1]) if words else ""
    name = _base_name(speech, name)
    return Phrase(mention, kind, name, head=words[-1] if words else "", words=words, gender=gender, number="Sing")


def person(text: str, found: Sequence[Piece], speech: Speech) -> Phrase | None:
    """The person whose name ends a noun phrase, with the title before it."""
    begin = _name_start(found, speech)
    name = found[begin:]
    bodies = any(
        form(p.text, speech) in speech.bodies or (p.text.isupper() and len(p.text.rstrip(".")) > 1) for p in name
    )
    if not name or bodies or len(name) > LONGEST_NAME or _is_common(found, begin, speech):
        return None
    if begin and found[begin - 1].low in speech.prepositions:
        return None  # «the mayor of London»
    mention = span(text, name)
    title = _title(text, found[:begin], speech)
    shown = [g for p in found if (g := speech.gender_of(p.low))]
    base = kazakh.nominative(mention.text) if speech.verb_last else mention.text
    return Phrase(mention, "person", base, title, gender=shown[0] if shown else "", number="Sing")


def _name_start(found: Sequence[Piece], speech: Speech) -> int:
    """Where the name begins that ends a phrase: after the last word that is small, a title or somebody's ('s)."""
    begin = len(found)
    while begin and (found[begin - 1].is_capital or _joins(found, begin - 1, speech)):
        if _is_titular(found[begin - 1], speech) or found[begin - 1].low.endswith(("'s", "’s")):
            break
        begin -= 1
    while begin < len(found) and not found[begin].is_capital:
        begin += 1
    return begin


def _joins(found: Sequence[Piece], i: int, speech: Speech) -> bool:
    """«van», «de» between two capitals."""
    return found[i].low in speech.particles and 0 < i < len(found) - 1 and found[i - 1].is_capital


def _is_titular(piece: Piece, speech: Speech) -> bool:
    return piece.low in speech.honorifics or piece.low in speech.determiners or is_role(piece, speech)


def is_role(piece: Piece, speech: Speech) -> bool:
    """Whether a word says what somebody is."""
    agents = tuple(speech.role_endings)
    return any(
        word in speech.roles or word in speech.offices or (word.endswith(agents) and piece.low not in speech.given)
        for word in dictionary_forms(piece.text, speech)
    )


def _is_common(found: Sequence[Piece], begin: int, speech: Speech) -> bool:
    """«the Pentagon»: one capitalised word after nothing but a determiner is no name."""
    return begin > 0 and all(p.low in speech.determiners for p in found[:begin]) and len(found) - begin < 4


def _title(text: str, found: Sequence[Piece], speech: Speech) -> str | None:
    """What stands before a name, without determiners and honorifics."""
    while found and found[0].low in speech.determiners | speech.when:
        found = found[1:]
    words = [p for p in found if p.low not in speech.honorifics and not p.low.endswith("'s")]
    if (
        len(words) == 1
        and speech.prepositions
        and words[0].low.endswith(("ed", "ing"))
        and not is_role(words[0], speech)
    ):
        return None  # «an exasperated Lind»
    return _lowered(text, span(text, found).text) if words else None


def _lowered(text: str, title: str) -> str:
    """«Fisherman» → «fisherman», where the capital is that of a sentence alone; «Transport Minister» stays."""
    first, *rest = title.split()
    plain = not any(word[:1].isupper() for word in rest) and not first.isupper() and title[-1] != "."
    return title[:1].lower() + title[1:] if plain and first not in _capitals(text) else title


@lru_cache(maxsize=1)
def _capitals(text: str) -> frozenset[str]:
    """The words that bear a capital inside a sentence."""
    return frozenset(m.group() for m in INSIDE.finditer(text) if m.group()[0].isupper())


def _base_name(speech: Speech, name: str) -> str:
    """A name without the case ending that its last word bears."""
    ending = next((e for e in sorted(speech.name_endings, key=len, reverse=True) if name.lower().endswith(e)), "")
    return name[: len(name) - len(ending)] if ending and len(name) - len(ending) > 2 else name


# ---- every person of a text


def persons(text: str, pieces: Pieces, speech: Speech) -> Iterator[Phrase]:
    """The people whom a sentence names beyond doubt: a given name, a title, an age or a calling beside the name."""
    for first, stop in _runs(pieces, speech):
        found = pieces[_title_start(pieces, first, speech) : stop]
        one = person(text, found, speech)
        if one is None or _is_inflected(pieces[stop - 1], speech):
            continue
        beside = one.title or _calling(text, pieces, stop, speech)
        known = any(p.low in speech.given for p in pieces[first:stop]) and stop - first > 1
        if beside or known or _has_age(pieces, stop):
            before = _title_start(pieces, first, speech) if speech.verb_last else first
            case = "Nom" if _leads(pieces, before - 1, speech) else ""
            yield Phrase(one.mention, "person", one.name, beside, gender=one.gender, number="Sing", case=case)


def families(text: str, pieces: Pieces, names: Collection[str], speech: Speech) -> Iterator[Phrase]:
    """The people of a text where a sentence gives nothing but a word of their ``names``."""
    for i, piece in enumerate(pieces):
        word = _base_name(speech, piece.text) if piece.is_capital else piece.text
        if piece.is_capital and word in names and not _is_beside_capital(pieces, i):
            case = "Nom" if _leads(pieces, i - 1, speech) else ""
            yield Phrase(span(text, [piece]), "person", word, number="Sing", case=case)


def _is_beside_capital(pieces: Pieces, i: int) -> bool:
    return any(p.is_capital for p in (*pieces[max(0, i - 1) : i], *pieces[i + 1 : i + 2]))


def _runs(pieces: Pieces, speech: Speech) -> Iterator[tuple[int, int]]:
    """Where words with a capital follow one another, words that open sentences apart."""
    i = 0
    while i < len(pieces):
        stop = i
        while stop < len(pieces) and (pieces[stop].is_capital or (stop > i and _joins(pieces, stop, speech))):
            stop += 1
        first = i
        while first < stop and (
            _opens(pieces[first], speech) or (first + 1 < stop and _tells_where(pieces[first], speech))
        ):
            first += 1
        if first < stop:
            yield first, stop
        i = max(stop, i + 1)


def _tells_where(piece: Piece, speech: Speech) -> bool:
    """«Жиында», where a name follows."""
    return speech.verb_last and kazakh.case(piece.low) not in kazakh.ADNOMINAL


def _opens(piece: Piece, speech: Speech) -> bool:
    return piece.low in speech.determiners | speech.breaks | speech.when | speech.pronouns


def _title_start(pieces: Pieces, first: int, speech: Speech) -> int:
    """Where the title before a name begins: «the project's chief engineer Tomas Lindqvist»."""
    if not first or not is_role(pieces[first - 1], speech):
        return first
    begin = first
    while begin and first - begin < LONGEST_TITLE and not bounds(pieces[begin - 1], speech):
        before = pieces[begin - 1].low
        if before in speech.determiners | speech.when | speech.verbs | speech.auxiliaries:
            break
        if speech.verb_last and kazakh.case(before) not in kazakh.ADNOMINAL:
            break
        begin -= 1
    return begin


def _leads(pieces: Pieces, i: int, speech: Speech) -> bool:
    """Whether a name after the piece ``i`` may be the subject of a clause."""
    while i >= 0 and (is_role(pieces[i], speech) or pieces[i].low in speech.honorifics):
        i -= 1
    return i < 0 or bounds(pieces[i], speech)


def _is_inflected(piece: Piece, speech: Speech) -> bool:
    """Whether a name bears a case that `_base_name` cannot undo."""
    if speech.verb_last:
        return kazakh.case(piece.low) == "Attr"
    endings = speech.oblique_endings - speech.name_endings
    return bool(endings) and len(piece.text) > 5 and piece.low.endswith(tuple(endings))


def _has_age(pieces: Pieces, stop: int) -> bool:
    following = [p.text for p in pieces[stop : stop + 3]]
    return len(following) == 3 and following[0] == "," and following[1].isdigit() and following[2] in (",", ".")


def _calling(text: str, pieces: Pieces, stop: int, speech: Speech) -> str | None:
    """«…, a marine biologist at Ellery College,»: what is said of a name after a comma."""
    following = pieces[stop : stop + 2]
    if len(following) < 2 or following[0].text != "," or following[1].low not in speech.determiners:
        return None
    return calling(text, pieces, stop + 1, speech)


def calling(text: str, pieces: Pieces, first: int, speech: Speech) -> str | None:
    """The words from ``first`` up to a mark, if they say what somebody is."""
    stop = first
    while stop < len(pieces) and stop - first < 2 * LONGEST_TITLE and not bounds(pieces[stop], speech):
        stop += 1
    found = pieces[first : _whole(pieces, first, stop, speech)]
    return _title(text, found, speech) if any(is_role(p, speech) for p in found) else None


def _whole(pieces: Pieces, first: int, stop: int, speech: Speech) -> int:
    """Where a calling ends that «and» would cut in two: before «in the Dallas and Fort Worth area»."""
    if stop >= len(pieces) or pieces[stop].low not in speech.joints:
        return stop
    return next((i for i in range(stop - 1, first, -1) if pieces[i].low in speech.prepositions), stop)
