"""What is said in a Kazakh sentence: where it begins, and where the clause or noun ends that the cue takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from nlp import kazakh
from nlp.languages.model import Speech
from nlp.speech.attributions import Attribution, clip
from nlp.speech.clues import Clue, Piece
from nlp.speech.frames import Ends
from nlp.speech.kazakh.inflection import case, is_body, is_document, is_head
from nlp.speech.kazakh.nominals import NOBODY, QUOTES, Nominal, Who, owner

LONGEST_CUE = 3
"""Words: «тілге тиек етті»."""
NEAR = 4
"""Words between a clause and its cue: «…-ғанын тағы бір мәрте еске салды»."""
MANNER = 2
"""Words after «деп» that tell how it was said."""
SETTING = 10
"""Pieces after the subject that may tell where it spoke: «үкімет отырысынан кейін өткен брифингте»."""
FINITE = re.compile(r"\w+(?:[дт][ыі]|[ғқ]ан|[гк]ен|[ыіоуеаи]п|[аейи]тын|[еій]тін|уда|уде)")


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with the words that belong to it: the index of its first piece, of the one after it, and its own words."""

    word: str
    first: int
    stop: int
    quotes: bool = False  # «деп» stands before it


def saying(clue: Clue) -> Saying | None:
    """The verb of a clue with the noun before it and the auxiliaries after it; None where it tells nothing."""
    low = [p.low for p in clue.pieces[max(0, clue.index - LONGEST_CUE + 1) : clue.index + 1]]
    word = next((one for n in range(len(low)) if (one := " ".join(low[n:])) in clue.speech.verbs), "")
    if not word:
        return None
    first = clue.index - word.count(" ")
    stop = clue.index + 1
    if word == "деп":
        if _serves(clue, stop):
            return None
        stop = _past_manner(clue, stop)
    while stop < len(clue.pieces) and clue.pieces[stop].low in clue.speech.auxiliaries:
        stop += 1
    return Saying(word, first, stop, first > 0 and clue.pieces[first - 1].low == "деп")


def _past_manner(clue: Clue, at: int) -> int:
    """Past the verb that tells how it was said: «деп күлді», «деп дабыл қақты»."""
    for i in range(at, min(at + MANNER, len(clue.pieces))):
        if not clue.pieces[i].is_word:
            break
        if FINITE.fullmatch(clue.pieces[i].low):
            return i + 1
    return at


def _serves(clue: Clue, at: int) -> bool:
    """Whether «деп» only opens the way to another cue: «деп баса айтты»."""
    for piece in clue.pieces[at : at + NEAR]:
        if not piece.is_word:
            return False
        if piece.low in _first_words(clue.speech):
            return True
    return False


@cache
def _first_words(speech: Speech) -> frozenset[str]:
    """The words that cues begin with."""
    return frozenset(verb.partition(" ")[0] for verb in speech.verbs)


def ends_clause(clue: Clue, said: Saying) -> bool:
    """Whether the cue is the verb of its clause: a mark or a name follows, or the noun of «деген пікір»."""
    if said.stop >= len(clue.pieces) or not clue.pieces[said.stop].is_word:
        return True
    if clue.pieces[said.stop - 1].low in clue.speech.participles:
        then = clue.pieces[said.stop + 1 : said.stop + 2]
        exists = any(p.low in clue.speech.existential for p in then)
        return not exists and is_saying_noun(clue, clue.pieces[said.stop])
    return not clue.pieces[said.stop - 1].low.endswith("п")


def is_saying_noun(clue: Clue, piece: Piece) -> bool:
    """«пікір», «болжамын», «ойда»: what is said by another word."""
    return any(rest in clue.speech.nouns and bears in ("", "Acc", "Loc") for rest, bears in kazakh.analyses(piece.low))


# ---- the clause or the noun that the cue takes


def complement(clue: Clue, said: Saying) -> int:
    """The index after the last word of what is said; 0 where the cue takes nothing."""
    if clue.low in clue.speech.quotatives and clue.low != "деп":
        before = clue.pieces[max(0, said.first - 2) : said.first]
        return said.first if len(before) > 1 and all(p.is_word for p in before) and not _is_wish(before[-1]) else 0
    for i in range(said.first - 1, max(said.first - 1 - NEAR, 0), -1):
        piece = clue.pieces[i]
        if not piece.is_word or piece.utterance is not None:
            break
        if piece.low == "деп":
            return 0 if _is_wish(clue.pieces[i - 1]) else i - (clue.pieces[i - 1].text == ",")
        if _is_complement(clue, said, i):
            return i + 1
    goes_on = clue.low == "деп" and said.stop > clue.index + 1
    return said.first if goes_on and clue.pieces[clue.index + 1].low in clue.speech.auxiliaries else 0


def _is_wish(piece: Piece) -> bool:
    """«алайын» деді: is about to, rather than says."""
    return piece.low.endswith(("йын", "йін"))


def _is_complement(clue: Clue, said: Saying, i: int) -> bool:
    speech, low = clue.speech, clue.pieces[i].low
    if said.word in speech.impersonal:
        return low.endswith(tuple(speech.bare_endings))
    if low.endswith(tuple(speech.clause_endings)):
        return True
    if said.word in speech.urged and low.endswith(tuple(speech.deed_endings)):
        return True
    told = said.word in speech.said
    return told and (
        low in speech.topics
        or _is_matter(clue, i)
        or (said.word in speech.asked and case(clue, clue.pieces[i]) == "Ins")
    )


def _is_matter(clue: Clue, i: int) -> bool:
    """«…-ның маңызын», «өз кінәсін»: a noun that holds what is said."""
    return i > 1 and any(
        rest in clue.speech.matters and bears == "Acc" for rest, bears in kazakh.analyses(clue.pieces[i].low)
    )


# ---- where it begins


def clause_first(clue: Clue, stop: int) -> int:
    """The index of the first piece after the last cue that a comma parts from what comes before ``stop``."""
    for i in range(stop - 1, 1, -1):
        piece = clue.pieces[i]
        if piece.text == ";" or piece.utterance is not None or (piece.text == "," and _is_cue(clue, i - 1)):
            return i + 1
    return 0


def _is_cue(clue: Clue, i: int) -> bool:
    both = f"{clue.pieces[i - 1].low} {clue.pieces[i].low}"
    return both in clue.speech.verbs or clue.pieces[i].low in clue.speech.verbs | clue.speech.auxiliaries


def is_linked(clue: Clue, first: int) -> bool:
    """Whether a converb before the comma leaves the subject to both clauses: «айтып,»."""
    return clue.pieces[first - 1].text == "," and clue.pieces[first - 2].low.endswith("п")


def whole(clue: Clue, said: Saying) -> Clue:
    """The clue with all words of its cue."""
    return replace(clue, index=said.first, last=said.stop - 1)


def content_first(clue: Clue, first: int, stop: int, said: Saying | None = None) -> int:
    """The index where what is said begins: past particles, past when and where, past who is asked to do it."""
    settings = (i for i in range(min(stop - 2, first + SETTING), first - 1, -1) if _is_setting(clue, i))
    first = next(settings, first - 1) + 1
    while first < stop and (not _opens(clue.pieces[first]) or _is_idle(clue, first)):
        first += 1
    return _past_addressee(clue, said, first, stop) if said and said.word in clue.speech.urged else first


def _opens(piece: Piece) -> bool:
    return piece.is_word or piece.text in QUOTES or piece.utterance is not None


def _is_idle(clue: Clue, i: int) -> bool:
    low = clue.pieces[i].low
    both = " ".join(p.low for p in clue.pieces[i : i + 2])
    dated = i > 0 and clue.pieces[i - 1].is_word and low in clue.speech.when
    return dated or low in clue.speech.connectors or both in clue.speech.connectors


def _is_setting(clue: Clue, i: int) -> bool:
    bases = kazakh.analyses(clue.pieces[i].low)
    return any(bears == "Loc" and rest in clue.speech.venues for rest, bears in bases)


def _past_addressee(clue: Clue, said: Saying, first: int, stop: int) -> int:
    """Past whoever is asked: «журналистерді» шақырды, «әкімдіктен» талап етті."""
    for i in range(first, min(first + NEAR, stop - 1)):
        piece = clue.pieces[i]
        bears = case(clue, piece)
        if not piece.is_word or bears not in (*kazakh.ADNOMINAL, "Acc", "Dat", "Abl"):
            return first
        if bears not in kazakh.ADNOMINAL:
            return i + 1 if (said.word, bears) in clue.speech.governing and _may_hear(clue, piece) else first
    return first


def _may_hear(clue: Clue, piece: Piece) -> bool:
    some = kazakh.is_plural(_caseless(piece)) or piece.is_capital or is_head(clue, piece)
    return some and not is_document(clue, piece)


def _caseless(piece: Piece) -> str:
    return next((rest for rest, bears in kazakh.analyses(piece.low) if bears), piece.low)


# ---- who it is, if not the subject


def place(clue: Clue, first: int, stop: int) -> Who:
    """Whoever speaks where something comes from: «министрліктен»."""
    at = next((i for i in range(first, stop) if _is_place(clue, i) and is_body(clue, clue.pieces[i])), None)
    return owner(clue, at + 1).who if at is not None else ()


def written(clue: Clue, first: int, stop: int) -> Nominal:
    """Where something is written: «зерттеуде»; whoever wrote it, if told: «X-тің хабарламасында»."""
    at = next((i for i in range(first, stop) if _is_place(clue, i) and is_document(clue, clue.pieces[i])), None)
    return replace(_issuer(clue, at), stop=at + 1) if at is not None else NOBODY


def _is_place(clue: Clue, i: int) -> bool:
    return clue.pieces[i].is_word and case(clue, clue.pieces[i]) in ("Loc", "Abl")


def _issuer(clue: Clue, i: int) -> Nominal:
    """The body that a document belongs to, else the document."""
    body = owner(clue, i) if i and is_head(clue, clue.pieces[i - 1]) else NOBODY
    return body if body.who else owner(clue, i + 1)


def reference(clue: Clue) -> Who:
    """Whom a medium cites: «X-ке сілтеме жасап»."""
    at = next((i for i, p in enumerate(clue.pieces) if p.low.startswith("сілтеме")), 0)
    return owner(clue, at).who if at else ()


def made(
    rule: str, clue: Clue, who: Who, *stretches: Ends, referred: Who = (), continues: bool = False, alone: bool = False
) -> Attribution | None:
    """An attribution of stretches of the text, if they are anything; ``alone``: even if nobody says them."""
    found = tuple(e for stretch in stretches if (e := clip(clue.text, *stretch))[0] < e[1])
    media = tuple(one for one in who if is_outlet(one.name, clue))
    others = tuple(one for one in who if one not in media) or (referred if media else ())
    if not found or not (who or continues or alone):
        return None
    outlets = tuple(one.name.strip("«»") for one in media)
    return Attribution(
        rule, clue.ends, others, found, outlets=outlets, relayed=bool(media) and not others, continues=continues
    )


def is_outlet(name: str, clue: Clue) -> bool:
    """Whether a name is that of a medium, by one of its words."""
    words = [word.strip('«»"“”').lower() for word in name.split()]
    return any(
        ".kz" in word or not clue.speech.outlets.isdisjoint(rest for rest, _ in kazakh.analyses(word)) for word in words
    )
