"""The rules that tell who said what by the words around a cue, where the verb ends the sentence: Kazakh.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable

from nlp.speech.attributions import Attribution
from nlp.speech.clues import Clue, Piece, bounds, form, made
from nlp.speech.frames import Utterance
from nlp.speech.namings import is_role, phrase
from nlp.speech.phrases import Phrase

LONGEST_PHRASE = 12
LONGEST_TITLE = 8
FAR = 40
"""Pieces around a cue that a rule looks at."""

Rule = Callable[[Clue], Attribution | None]


# ---- who


def _subject(clue: Clue, stop: int) -> tuple[tuple[Phrase, ...], int]:
    """Whoever a sentence begins with, and the index where what is said begins."""
    first = _past_adverbials(clue, stop)
    if first < stop and clue.pieces[first].low in clue.speech.pronouns:
        if not _is_inflected(clue, clue.pieces[first]):
            return phrase(clue, first, first + 1), first + 1
        first += 1
    end = _name_end(clue, first, stop) or _noun_end(clue, first, stop)
    return (_joined(clue, phrase(clue, first, end), end, stop)) if end else ((), first)


def _joined(clue: Clue, found: tuple[Phrase, ...], end: int, stop: int) -> tuple[tuple[Phrase, ...], int]:
    """A phrase and the one that «пен» joins to it, and where they end."""
    if not found or end + 1 >= stop or clue.pieces[end].low not in clue.speech.joining:
        return found, end
    last = _name_end(clue, end + 1, stop) or _noun_end(clue, end + 1, stop)
    return (found + phrase(clue, end + 1, last), last) if last else (found, end)


def _past_adverbials(clue: Clue, stop: int) -> int:
    """Past what may stand before the subject: «Кеше», «Алайда,», «Жиында»."""
    first = 0
    while first < stop and (not clue.pieces[first].is_word or _is_adverbial(clue, first)):
        first += 1
    return first


def _is_adverbial(clue: Clue, i: int) -> bool:
    piece = clue.pieces[i]
    placed = piece.low.endswith(tuple(clue.speech.local_endings)) and len(piece.text) > 4
    return piece.low in clue.speech.when | clue.speech.breaks or (placed and not is_role(piece, clue.speech))


def _name_end(clue: Clue, first: int, stop: int) -> int:
    """Where the name ends that a sentence begins with, its title before it; 0 for none."""
    begin = first
    while begin < min(stop, first + LONGEST_TITLE) and not bounds(clue.pieces[begin], clue.speech):
        end = _capitals_end(clue, begin, stop)
        titled = begin > first and is_role(clue.pieces[begin - 1], clue.speech)
        named = end - begin > 1 or titled or (end > begin and not _heads_noun(clue, begin))
        if end > begin and named and (begin == first or titled) and not _is_inflected(clue, clue.pieces[end - 1]):
            return end
        begin += 1
    return 0


def _noun_end(clue: Clue, first: int, stop: int) -> int:
    """Where a body or a role ends that a sentence begins with: «Оқу-ағарту министрлігі», «Әкімдік»; 0 for none."""
    for i in range(first, min(stop, first + LONGEST_TITLE)):
        piece = clue.pieces[i]
        if not piece.is_word or piece.utterance:
            break
        if _is_noun(clue, piece) and not _is_inflected(clue, piece) and not _continues(clue, i + 1):
            return i + 1
    return 0


def _heads_noun(clue: Clue, i: int) -> bool:
    """Whether a word with a capital is a role or a body, or the first word of one: «Ұлттық банк»."""
    following = clue.pieces[i + 1 : i + 2]
    return _is_noun(clue, clue.pieces[i]) or any(_is_noun(clue, p) for p in following)


def _continues(clue: Clue, i: int) -> bool:
    """Whether the noun before ``i`` only belongs to the next one: «Компания директоры»."""
    return any(_is_noun(clue, p) and not _is_inflected(clue, p) for p in clue.pieces[i : i + 1])


def _is_noun(clue: Clue, piece: Piece) -> bool:
    return is_role(piece, clue.speech) or form(piece.text, clue.speech) in clue.speech.bodies


def _capitals_end(clue: Clue, begin: int, stop: int) -> int:
    while begin < stop and clue.pieces[begin].is_capital:
        begin += 1
    return begin


def _is_inflected(clue: Clue, piece: Piece) -> bool:
    """Whether a noun bears a case and so is no subject."""
    return piece.low.endswith(tuple(clue.speech.oblique_endings)) and (
        len(piece.text) > 5 or piece.low in clue.speech.pronouns
    )


def _after(clue: Clue, at: int) -> tuple[Phrase, ...]:
    """Whoever is named right after the cue: a pronoun, a name after its title, else words up to one with a case."""
    if at < len(clue.pieces) and clue.pieces[at].low in clue.speech.pronouns:
        return phrase(clue, at, at + 1)
    stop = at
    while stop < len(clue.pieces) and stop - at < LONGEST_PHRASE and not bounds(clue.pieces[stop], clue.speech):
        stop += 1
    end = _name_end(clue, at, stop) or next(
        (i for i in range(at, stop) if _is_inflected(clue, clue.pieces[i]) or clue.pieces[i].low in clue.speech.when),
        stop,
    )
    return _joined(clue, phrase(clue, at, end), end, stop)[0]


# ---- the rules


def quoted(clue: Clue) -> Attribution | None:
    """«…», – деді X; X «…» деп мәлімдеді; X: «…», – деп қосты."""
    if clue.last > clue.index or clue.low not in clue.speech.said:
        return None
    before = next((i for i in range(clue.index - 1, max(clue.index - 6, -1), -1) if clue.pieces[i].utterance), None)
    after = next(
        (i for i in range(clue.last + 1, min(clue.last + FAR, len(clue.pieces))) if clue.pieces[i].utterance), None
    )
    if before is not None:
        who = _after(clue, _past_cue(clue)) or _subject(clue, before)[0]
        return _of_utterance(clue, clue.pieces[before].utterance, who)
    if after is not None and clue.pieces[after - 1].text == ":":
        return _of_utterance(clue, clue.pieces[after].utterance, _subject(clue, clue.index)[0])
    return None


def _of_utterance(clue: Clue, utterance: Utterance | None, who: tuple[Phrase, ...]) -> Attribution | None:
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who) if utterance else None


def _past_cue(clue: Clue) -> int:
    """The index after a cue of several words: «деп атап өтті»."""
    at = clue.last + 1
    while at < len(clue.pieces) and clue.pieces[at].low in clue.speech.verbs | clue.speech.auxiliaries:
        at += 1
    return at


def source(clue: Clue) -> Attribution | None:
    """X-тің айтуынша, …."""
    if clue.words not in clue.speech.sources:
        return None
    first = clue.index
    while first > 0 and clue.index - first < LONGEST_PHRASE and not bounds(clue.pieces[first - 1], clue.speech):
        first -= 1
    while first < clue.index - 1 and (clue.pieces[first].low in clue.speech.when or _is_adverbial(clue, first)):
        first += 1
    return made("source", clue, phrase(clue, first, clue.index), (clue.ends[1], clue.sentence[1]))


def deemed(clue: Clue) -> Attribution | None:
    """X … деп мәлімдеді; X …-ғанын айтты."""
    tail = [p for p in clue.pieces[_past_cue(clue) : _past_cue(clue) + 3] if p.is_word]
    if clue.low not in clue.speech.said or tail or clue.index < 3:
        return None
    previous = clue.pieces[clue.index - 1]
    stop = clue.index - 1 if previous.low == "деп" else clue.index
    if previous.low != "деп" and not previous.low.endswith(tuple(clue.speech.clause_endings)):
        return None
    who, begin = _subject(clue, stop)
    return made("deemed", clue, who, (clue.pieces[begin].start, clue.pieces[stop - 1].stop)) if begin < stop else None


RULES: tuple[Rule, ...] = (source, quoted, deemed)
