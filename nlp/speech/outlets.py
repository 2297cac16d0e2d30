"""Which media pass on the words of a text, and which of them the whole text comes from.

A medium that merely passes words on is nobody's speaker; one that judges or demands something speaks for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.languages.model import Speech
from nlp.model import Quote, Span
from nlp.speech.attributions import Attribution
from nlp.speech.frames import Frame
from nlp.speech.names import nominative
from nlp.speech.phrases import Phrase
from nlp.speech.russian.media import Medium, named_by
from nlp.speech.russian.parsed import Parsed
from nlp.speech.russian.syntax import ADDRESS

Told = tuple[Frame, Sequence[Attribution]]
Ruled = tuple[str, Quote]
"""A statement with the name of its rule."""
LEAD = 3
"""Sentences at the beginning of a text in which its source may be named."""
END = 4
"""Sentences at the end in which «Об этом сообщает» speaks of the whole text."""
LABELLED = re.compile(
    r"^[^\w\n]{0,8}(?P<label>\w{3,20})[ \u00a0]?[:—–-][ \u00a0]?(?P<name>[^\n]{2,60}?)[ \u00a0.]{0,4}$", re.MULTILINE
)
SMALL = r"\W\d_a-zа-яёәғқңөұүһі"
LIKE_A_MEDIUM = re.compile(rf"«[^«»]+»|[^\W\d_]*[A-Z]\S*(?:[ \u00a0]\S+){{0,3}}|\w*[^{SMALL}]\w*[^{SMALL}]\w*")
"""«Коммерсантъ»; The Harbour Chronicle; КазТАГ."""


# ---- of one sentence


def passed_on(at: Parsed, found: Iterable[Attribution], speech: Speech) -> Iterator[Attribution]:
    """The attributions of a frame, each with the media that its sentence names as passing the words on."""
    attributed = list(found)
    through = [*_aside(at, speech), *(m for one in attributed for m in _speaking(at, one, speech))]
    for one in attributed:
        yield _through(at, one, through, speech) if through else one


def _speaking(at: Parsed, one: Attribution, speech: Speech) -> list[Medium]:
    """The media among those who speak, unless they speak for themselves."""
    return [m for who in one.who if (m := _medium(at, one, who, speech)) is not None]


def _medium(at: Parsed, one: Attribution, who: Phrase, speech: Speech) -> Medium | None:
    cue = _cue(at, one)
    if cue in speech.believed | speech.called | speech.urged | speech.judged | speech.impersonal:
        return None
    return named_by(who, at.media, at.tree) or (_unknown(at, who, speech) if cue in speech.relaying else None)


def _cue(at: Parsed, one: Attribution) -> str:
    return next((t.lemma for t in at.tree.tokens if one.cue and t.start == one.cue[0]), "")


def _unknown(at: Parsed, who: Phrase, speech: Speech) -> Medium | None:
    """«пишет The Chronicle»: a body by its name alone, in a verb that only media do."""
    inside = [i for i, t in enumerate(at.tree.tokens) if who.mention.start <= t.start < who.mention.stop]
    tokens = at.tree.tokens
    named = all((i in at.names and at.names[i].kind == "ORG") or tokens[i].text.isascii() for i in inside)
    body = who.kind != "other" or who.head in speech.bodies | speech.places
    return None if body or not named or not inside else Medium(inside[0], inside[-1], who.mention.text.strip('«»"“”'))


def _through(at: Parsed, one: Attribution, through: Sequence[Medium], speech: Speech) -> Attribution:
    who = tuple(w for w in one.who if _medium(at, one, w, speech) is None)
    place = _sentence(at, _place(one))
    ordered = sorted({m.first: m for m in through}.items())
    names = [_called(at, m) for i, m in ordered if _sentence(at, at.tree.tokens[i].start) == place]
    return replace(one, who=who, outlets=tuple(dict.fromkeys(names)), relayed=bool(one.who) and not who)


def _called(at: Parsed, medium: Medium) -> str:
    """The name of a medium, else its kind: «телеграм-каналы», «СМИ»."""
    kind = at.tree.tokens[medium.first]
    if medium.name or kind.text.isupper():
        return medium.name or kind.text
    number = kind.feature("Number")
    return nominative(kind.text.lower(), kind.feature("Case"), number=number) if number == "Plur" else kind.lemma


def _sentence(at: Parsed, place: int) -> int:
    return bisect_right(at.frame.sentence_starts, place)


def _aside(at: Parsed, speech: Speech) -> Iterator[Medium]:
    """The media that a sentence names beside a verb, a reference or a venue: «передает X», «в эфире X»."""
    return (medium for medium in at.media if _is_aside(at, medium, speech))


def _is_aside(at: Parsed, medium: Medium, speech: Speech) -> bool:
    i = medium.first - 1
    tokens = at.tree.tokens
    while i > 0 and (
        tokens[i].text in '«"“„' or tokens[i].part in ("ADJ", "DET", "PRON") or tokens[i].lemma in ("его", "ее")
    ):
        i -= 1
    if i < 0:
        return False
    low, before = tokens[i].text.lower(), tokens[i - 1] if i else tokens[i]
    told = (
        tokens[i].part == "VERB" and tokens[i].lemma in (speech.said | speech.cited | speech.impersonal) - speech.judged
    )
    referred = low == "на" and before.text.lower() in ("ссылкой", "ссылаясь")
    with_it = low in ("с", "со", "по", "для") and before.lemma in speech.venues
    return told or referred or with_it or tokens[i].lemma in speech.venues


# ---- of a whole text


def resolved(told: Iterable[Told], speech: Speech) -> Iterator[Told]:
    """The attributions with the names of their media: «издание» is the one named last."""
    last = ""
    for frame, attributed in told:
        each: list[Attribution] = []
        for one in attributed:
            names = tuple(dict.fromkeys(n for name in one.outlets if (n := last if name in speech.media else name)))
            last = names[-1] if names else last
            if names or not one.relayed:
                each.append(replace(one, outlets=names) if names != one.outlets else one)
        yield frame, each


def sources(told: Sequence[Told], sentences: Sequence[Span]) -> tuple[str, ...]:
    """The media that a text comes from, the nearest first: in its lead, at its end, or the only one over and over."""
    starts = [one.start for one in sentences]
    through = [(bisect_right(starts, _place(one)), one) for _, attributed in told for one in attributed if one.outlets]
    every = _names(one for _, one in through)
    if len(every) == 1 and len(through) > 1:
        return every
    ends = len(sentences) - END
    return _names(one for i, one in through if i <= LEAD or (i > ends and one.rule == "about_this"))


def labelled(text: str, speech: Speech) -> Iterator[str]:
    """The media that a line of its own names as the source of the text: «Источник: Zakon.kz»."""
    for found in LABELLED.finditer(text):
        name = found["name"]
        medium = ADDRESS.fullmatch(name) or name.lower() in speech.outlets or LIKE_A_MEDIUM.fullmatch(name)
        if medium and found["label"].lower() in speech.source_labels:
            yield name.strip("«»")


def _names(found: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in found for name in one.outlets))


def _place(one: Attribution) -> int:
    """Where the text attributes: at the cue, else at the end of the words."""
    return one.cue[0] if one.cue else one.parts[-1][1] - 1


# ---- of its statements


def settled(found: Sequence[Ruled], whole: Sequence[str]) -> Iterator[Ruled]:
    """The statements of a text, each with its medium.

    Words that a medium passes on are a statement of their own where nobody else is told to say them, unless the
    ``whole`` text comes from it: then they are its narration.
    """
    relays = [one for one in found if _is_relay(one[1])]
    others = sorted((one for one in found if not _is_relay(one[1])), key=lambda one: one[1].start)
    starts = [quote.start for _, quote in others]
    for rule, relay in relays:
        inside = range(bisect_left(starts, relay.start), bisect_left(starts, relay.stop))
        for i in inside:
            others[i] = others[i][0], replace(others[i][1], outlet=others[i][1].outlet or relay.outlet)
        if not inside and (relay.kind == "direct" or relay.outlet not in whole):
            yield rule, relay
    yield from others


def _is_relay(quote: Quote) -> bool:
    return quote.speaker is None and quote.outlet is not None
