"""The rules that tell who said what by the words around a cue, where the subject comes before the verb: English.

`RULES` is the specification: each cue of a sentence goes through the list, the first rule that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nlp.speech.attributions import Attribution
from nlp.speech.clues import STOPS, Clue, bounds, made
from nlp.speech.namings import calling, phrase
from nlp.speech.phrases import Phrase

JOINTS = ("and", "but")
SUBORDINATE = ("who", "though", "although", "as", "while", "that", "which", "because")
LONGEST_PHRASE = 12
LONGEST_APPOSITION = 30
FAR = 40
"""Pieces around a cue that a rule looks at."""

Rule = Callable[[Clue], Attribution | None]


# ---- who


def _before(clue: Clue, at: int, least: int = 0) -> tuple[Phrase, ...]:
    """The noun phrase that ends right before ``at``, past adverbs, auxiliaries, a date and an apposition in commas."""
    stop = _past_brackets(clue, _past_adverbs(clue, at, least), least)
    if stop > least and clue.pieces[stop - 1].text == ",":
        return _before_apposition(clue, stop - 1, least)
    if stop - 1 > least and clue.pieces[stop - 1].low == "who":
        return _before(clue, stop - 1, least)
    return phrase(clue, _phrase_start(clue, stop, least), stop)


def _past_brackets(clue: Clue, at: int, least: int) -> int:
    """Back over «(D-Md.)»."""
    if at <= least or clue.pieces[at - 1].text != ")":
        return at
    return next((i for i in range(at - 2, max(least, at - FAR), -1) if clue.pieces[i].text == "("), at)


def _past_adverbs(clue: Clue, at: int, least: int) -> int:
    """Back over «has also», «angrily», «on Monday»."""
    stop = at
    while stop > least:
        word = clue.pieces[stop - 1]
        adverb = word.low.endswith("ly") and not word.is_capital
        if not (word.low in clue.speech.auxiliaries or adverb or word.low in clue.speech.days):
            break
        dated = word.low in clue.speech.days and stop - 2 >= least and clue.pieces[stop - 2].low in ("on", "in")
        stop -= 2 if dated else 1
    return stop


def _phrase_start(clue: Clue, stop: int, least: int) -> int:
    first = stop
    while first > least and stop - first < LONGEST_PHRASE and not bounds(clue.pieces[first - 1], clue.speech):
        first -= 1
    return first


def _before_apposition(clue: Clue, comma: int, least: int) -> tuple[Phrase, ...]:
    """«Dr Priya Raman, a biologist,»; «the company's chief, Tom Lind,»; «Luis Ortega, who voted against it,»."""
    opening = next((i for i in range(comma - 1, least, -1) if clue.pieces[i].text == ","), None)
    if opening is None or comma - opening > LONGEST_APPOSITION:
        return ()
    close = _past_brackets(clue, opening, least)
    outer = phrase(clue, _phrase_start(clue, close, least), close)
    if outer and outer[0].kind == "person":
        return (replace(outer[0], title=outer[0].title or calling(clue.text, clue.pieces, opening + 1, clue.speech)),)
    inner = phrase(clue, opening + 1, comma)
    return _apposed(clue, outer, inner) or tuple(
        one for one in outer if one.kind == "other" and opening <= LONGEST_PHRASE
    )


def _apposed(clue: Clue, outer: tuple[Phrase, ...], inner: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """«the project's chief engineer, Tomas Lindqvist»: the name, with what is said before it as its title."""
    if not outer or not inner or inner[0].kind != "person":
        return ()
    at = next(i for i, p in enumerate(clue.pieces) if p.start == outer[0].mention.start)
    title = calling(clue.text, clue.pieces, at, clue.speech)
    return (replace(inner[0], title=inner[0].title or title),)


def _after(clue: Clue, at: int) -> tuple[Phrase, ...]:
    """The noun phrase that begins right at ``at``, up to the next mark or verb, and the name in apposition to it."""
    stop = _phrase_stop(clue, at)
    found = phrase(clue, at, stop)
    if not found or stop + 1 >= len(clue.pieces) or clue.pieces[stop].text != ",":
        return found
    if found[0].kind == "person":
        return (replace(found[0], title=found[0].title or _described(clue, stop + 1)),)
    return _apposed(clue, found, phrase(clue, stop + 1, _phrase_stop(clue, stop + 1))) or found


def _described(clue: Clue, at: int) -> str | None:
    determined = clue.pieces[at].low in clue.speech.determiners
    return calling(clue.text, clue.pieces, at, clue.speech) if determined else None


def _phrase_stop(clue: Clue, at: int) -> int:
    stop = at
    while stop < len(clue.pieces) and stop - at < LONGEST_PHRASE and not bounds(clue.pieces[stop], clue.speech):
        if stop > at and clue.pieces[stop].low in clue.speech.when:
            break
        stop += 1
    return stop


def _opening_phrase(clue: Clue) -> tuple[Phrase, ...]:
    """The subject of «…, adding that» and «… and added that»: what the sentence begins with, up to its first verb."""
    joined = clue.index > 0 and clue.pieces[clue.index - 1].low in JOINTS
    if clue.low not in clue.speech.participles and not joined:
        return ()
    if any(p.low in ("which", "that", "who") for p in clue.pieces[: clue.index]):
        return ()
    stop = next((i for i, p in enumerate(clue.pieces[: clue.index]) if i and _is_verb(clue, i)), 0)
    return phrase(clue, 0, stop) if 0 < stop <= LONGEST_PHRASE else _opening_name(clue)


def _opening_name(clue: Clue) -> tuple[Phrase, ...]:
    stop = 0
    while stop < clue.index and (clue.pieces[stop].is_capital or clue.pieces[stop].low in clue.speech.pronouns):
        stop += 1
    return tuple(one for one in phrase(clue, 0, stop) if one.kind in ("person", "pronoun"))


def _is_verb(clue: Clue, i: int) -> bool:
    """Whether a word looks like the first verb of a sentence: «had», «said», «welcomed»."""
    piece = clue.pieces[i]
    past = piece.low.endswith("ed") and not piece.is_capital
    return past or piece.low in clue.speech.auxiliaries | clue.speech.verbs


# ---- what


def _clause_stop(clue: Clue, first: int) -> int:
    """Where what is said ends: with the sentence, or before «, adding» and «and added»."""
    for i in range(first + 1, min(first + 2 * FAR, len(clue.pieces))):
        piece, previous = clue.pieces[i], clue.pieces[i - 1]
        shares = previous.low in JOINTS and piece.low in clue.speech.said
        if shares or (previous.text == "," and piece.low in clue.speech.participles):
            return previous.start
    return clue.sentence[1]


def _following(clue: Clue) -> range:
    return range(clue.last + 1, min(clue.last + FAR, len(clue.pieces)))


def _cue_between(clue: Clue, first: int, stop: int) -> bool:
    return any(p.low in clue.speech.verbs or p.text in STOPS for p in clue.pieces[first + 1 : stop])


# ---- the rules


def quoted(clue: Clue) -> Attribution | None:
    """“…,” X said; “…,” said X; X said, “…”."""
    if clue.last > clue.index or clue.low in clue.speech.called:
        return None
    return _quoted_before(clue) or _quoted_after(clue)


def _quoted_before(clue: Clue) -> Attribution | None:
    before = next((i for i in range(clue.index - 1, max(clue.index - FAR, -1), -1) if clue.pieces[i].utterance), None)
    if before is None or clue.index - before > LONGEST_PHRASE + 4 or _cue_between(clue, before, clue.index):
        return None
    utterance = clue.pieces[before].utterance
    if utterance is None or (utterance.leads and not utterance.follows):
        return None
    who = _before(clue, clue.index, before + 1) or (
        () if clue.low in clue.speech.addressed else _after(clue, clue.last + 1)
    )
    alone = not any(p.is_word for p in clue.pieces[before + 1 : clue.index])
    return Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who and alone)


def _quoted_after(clue: Clue) -> Attribution | None:
    after = next((i for i in _following(clue) if clue.pieces[i].utterance), None)
    if after is None or _cue_between(clue, clue.last + 1, after) or after - clue.last > 25:
        return None
    utterance = clue.pieces[after].utterance
    who = _before(clue, clue.index) or _opening_phrase(clue)
    alone = clue.index == 0
    return (
        Attribution("quoted", clue.ends, who, utterance.parts, utterance, continues=not who and alone)
        if utterance
        else None
    )


def according(clue: Clue) -> Attribution | None:
    """According to X, …; …, according to X."""
    if clue.words not in clue.speech.sources:
        return None
    who = _after(clue, clue.last + 1)
    if not who:
        return None
    start, end = clue.sentence
    if clue.index < 2:
        return made("according", clue, who, (_source_stop(clue, who), end))
    return made("according", clue, who, (start, clue.ends[0]))


def _source_stop(clue: Clue, who: tuple[Phrase, ...]) -> int:
    """Where an opening source ends: at its comma, past an apposition."""
    last = next(i for i, p in enumerate(clue.pieces) if p.stop >= who[-1].mention.stop)
    tail = clue.pieces[last + 1 : last + 3]
    if len(tail) == 2 and tail[0].text == "," and tail[1].low in clue.speech.determiners and who[-1].title:
        return next((p.stop for p in clue.pieces[last + 2 :] if p.text == ","), who[-1].mention.stop)
    return who[-1].mention.stop


def aside(clue: Clue) -> Attribution | None:
    """…, X said.; …, said X."""
    tail = [p for p in clue.pieces[clue.last + 1 : clue.last + 4] if p.is_word]
    comma = next((i for i in range(clue.index - 1, max(clue.index - 11, -1), -1) if clue.pieces[i].text == ","), None)
    if comma is None or comma <= 3 or clue.index - comma > 9 or clue.low not in clue.speech.said:
        return None
    who = _before(clue, clue.index, comma + 1)
    closing = (clue.speech.breaks - clue.speech.pronouns - {"that"}) | clue.speech.when
    ends = not tail or tail[0].low in closing
    if ends and any(p.low in SUBORDINATE for p in clue.pieces[comma + 1 : clue.index]):
        return None
    if who and ends:
        return made("aside", clue, who, (clue.sentence[0], clue.pieces[comma].start))
    inverted = clue.index == comma + 1 and clue.low not in clue.speech.participles | clue.speech.addressed
    after = _after(clue, clue.last + 1) if inverted else ()
    if after and after[0].kind != "pronoun" and after[0].mention.stop + 3 >= clue.sentence[1]:
        return made("aside", clue, after, (clue.sentence[0], clue.pieces[comma].start))
    return None


def that(clue: Clue) -> Attribution | None:
    """X said (that) …; X told Y that …."""
    if clue.low not in clue.speech.said | clue.speech.believed or clue.last + 2 >= len(clue.pieces):
        return None
    ahead = range(clue.last + 1, min(clue.last + 13, len(clue.pieces)))
    opening = next((i for i in ahead if clue.pieces[i].low == "that"), None)
    first = opening + 1 if opening is not None else _bare_clause(clue)
    if first is None:
        return None
    who = _before(clue, clue.index) or _opening_phrase(clue)
    return (
        made("that", clue, who, (clue.pieces[first].start, _clause_stop(clue, first)))
        if first < len(clue.pieces)
        else None
    )


def _bare_clause(clue: Clue) -> int | None:
    """Where a clause without «that» begins: «said it would», «told reporters he was»."""
    following = clue.pieces[clue.last + 1]
    if clue.low in clue.speech.bare and following.is_word and following.low not in clue.speech.when:
        return clue.last + 1
    if clue.low not in clue.speech.addressed or not following.is_word:
        return None
    ahead = range(clue.last + 2, min(clue.last + 8, len(clue.pieces)))
    return next((i for i in ahead if clue.pieces[i].low in clue.speech.pronouns - {"who"}), None)


def called(clue: Clue) -> Attribution | None:
    """X called it “…”."""
    mark = next((i for i in _following(clue) if clue.pieces[i].text in '“"'), None)
    if clue.low not in clue.speech.called | clue.speech.said or mark is None or _cue_between(clue, clue.last, mark):
        return None
    who = _before(clue, clue.index) or _opening_phrase(clue)
    return made("called", clue, who, (clue.pieces[clue.last].stop, _clause_stop(clue, clue.last + 1)))


RULES: tuple[Rule, ...] = (according, quoted, aside, that, called)
