"""Russian questions about what somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.languages.suggesting_ru import SUGGESTING as ASKS
from nlp.model import Fact, Span
from nlp.speech.names import (
    alike,
    gender_of,
    given_and_family,
    is_animate,
    is_position,
    may_be_nominative,
    may_be_plural,
)
from nlp.suggested.clauses import PLAIN, is_balanced, is_finite, marks, opened, points
from nlp.suggested.proposals import Glance, Proposal, Told, told
from nlp.words import fold, inflected, is_russian, lemma, readings

GENDERS = {"Masc": "masc", "Fem": "femn"}
PAST, PRESENT = frozenset(("past", "sing")), frozenset(("pres", "3per", "sing"))
PLURAL = frozenset(("past", "plur"))
SEXES = frozenset(("masc", "femn", "neut"))
WIDEST = 4
"""Words of a name."""
INTRODUCED = 40
"""Characters of a name with the position before it."""
GAP = re.compile(r"\{([а-яё]+)\}")


def said(glance: Glance) -> Iterator[Proposal]:
    """«Что предложил Иванов?», «Что сказал Токаев о России?»"""
    speech = glance.language.speech
    for one in told(glance):
        who = _called(one, glance)
        cues = {lemma(word, "ru") for word in one.quote.cue.text.split()} if one.quote.cue else set()
        nameless = fold(one.name) not in glance.names
        if who is None or cues & speech.called or (nameless and cues & (speech.believed | ASKS.doubtful)):
            continue
        agreement = _agreement(one, glance)
        known, template = next((entry for entry in ASKS.said if entry[0] & cues), ASKS.said[-1])
        plain = ASKS.said[-1][1] if "past" in agreement else ASKS.says
        topic = _topic(one, glance)
        if topic:
            yield Proposal(_filled(plain, f"{who} {topic}", agreement), "said", one.own, fold(one.name))
        if known and "past" in agreement:
            yield Proposal(_filled(template, who, agreement), "said", one.own, fold(one.name))
        yield Proposal(_filled(plain, who, agreement), "words", one.all, fold(one.name))


def _filled(template: str, who: str, agreement: frozenset[str]) -> str:
    """A template whose verb agrees with its subject: «{сказать}» gives «сказала»."""
    return GAP.sub(lambda m: inflected(m[1], agreement) or m[1], template.replace("{who}", "\0")).replace("\0", who)


def _called(one: Told, glance: Glance) -> str | None:
    """Whom to ask about: a person by given and family name, a body or a role in few words."""
    fact = glance.names.get(fold(one.name))
    if fact is not None and fact.kind == "person":
        given, family = given_and_family(one.name)
        name = f"{given[0]} {family}" if len(given) > 1 else one.name
        return _introduced(name, fact.about) if _is_name(name, fact) else None
    words = one.name.split()
    whole = is_balanced(one.name) and not marks(words[-1]) >= {"ADJF"}
    fits = whole and len(words) <= WIDEST and PLAIN.fullmatch(one.name) and not any(map(is_finite, words))
    if not fits or (fact is None and not _may_speak(one.name, glance)):
        return None
    many = may_be_plural(_head(one.name)) and "ADJF" in marks(words[0])
    if many and fact is not None:
        return one.name[:1].lower() + one.name[1:]
    return one.name if fact is not None else opened(glance, one.name)


def _is_name(name: str, fact: Fact) -> bool:
    """Whether a person's name is one, and in the nominative as far as the text lets one see."""
    words = name.split()
    described = "ADJF" in marks(words[0]) and not marks(words[0]) & {"Surn", "Name"} and len(words) > 1
    sound = len(words) <= WIDEST and not described and is_attested(fact)
    return sound and (may_be_nominative(words[0]) if len(words) > 1 else not is_position(name))


def is_attested(fact: Fact) -> bool:
    """Whether a person's name is in the nominative: the text writes its last word so, or the dictionary knows it."""
    words = fact.name.split()
    written = any(m.text.split()[-1] == words[-1] for m in fact.mentions)
    known = all(is_russian(word.lower()) for word in words)
    shorter = any(
        words[-1] != last and words[-1].startswith(last) for m in fact.mentions for last in m.text.split()[-1:]
    )
    return (written or known) and not shorter and may_be_nominative(words[0])


def _is_person(one: Told, glance: Glance) -> bool:
    fact = glance.names.get(fold(one.name))
    return fact is not None and fact.kind == "person"


def _introduced(name: str, title: str | None) -> str:
    """A name with a position of one word before it: «эколог Иван Петров»."""
    plain = (
        title
        and title not in ASKS.known | ASKS.relational
        and title.isalpha()
        and title.islower()
        and is_animate(title)
    )
    if plain and len(title or "") + len(name) < INTRODUCED:
        return f"{title} {name}"
    return name


def _may_speak(name: str, glance: Glance) -> bool:
    speech = glance.language.speech
    head = _head(name)
    known = is_animate(head) or lemma(head or "-", "ru") in speech.places | speech.bodies | speech.agencies
    opens = name.split()[0].lower().strip("«»")
    return (
        known
        and may_be_nominative(head)
        and may_be_nominative(opens)
        and lemma(head, "ru") not in ASKS.anonymous
        and not points(name.split())
    )


def _head(name: str) -> str:
    """The first noun of a name, in lower case."""
    return next((word.lower() for word in name.split() if "NOUN" in marks(word)), "")


def _agreement(one: Told, glance: Glance) -> frozenset[str]:
    """The form of a verb whose subject is the speaker: of the past where the gender is known."""
    cue = marks(one.quote.cue.text.split()[-1]) if one.quote.cue else frozenset[str]()
    gender = next(iter(cue & SEXES), None) if cue >= PAST and _is_named(one) else None
    gender = gender or (GENDERS.get(gender_of(one.name, "Nom")) if _is_person(one, glance) else None)
    if gender:
        return PAST | {gender}
    if may_be_plural(_head(one.name)) and not _is_person(one, glance):
        return PLURAL
    if "plur" in cue and _is_subject_of_cue(one, glance):
        return PLURAL
    own = _own_gender(one.name)
    return PAST | {own} if own else PRESENT


def _is_named(one: Told) -> bool:
    """Whether the text names the speaker there by the last word of the name."""
    mention = one.quote.mention.text.split() if one.quote.mention else []
    return bool(mention) and alike(mention[-1], one.name.split()[-1])


def _is_subject_of_cue(one: Told, glance: Glance) -> bool:
    mention = one.quote.mention
    before = glance.reading.text[: mention.start].split()[-1:] if mention else []
    return mention is not None and mention.text == one.name and "PREP" not in marks("".join(before))


def _own_gender(name: str) -> str:
    """The gender of a role in the nominative; "" where both are possible, as of «глава», or none is known."""
    head = _head(name)
    found = {g for r in readings(head) if {"NOUN", "nomn", "sing", "anim"} <= r for g in (r & SEXES or {""})}
    return found.pop() if len(found) == 1 and is_russian(head) and lemma(head, "ru") not in ASKS.either else ""


def _topic(one: Told, glance: Glance) -> str:
    """«о России»: whom or which place the words are about, where the text names it more than once."""
    for fact in glance.reading.facts:
        own = fact.kind in ("person", "place") and " " not in fact.name and fold(fact.name) != fold(one.name)
        if own and len(fact.mentions) > 1 and any(_is_subject(m, fact.name, one, glance) for m in fact.mentions):
            form = inflected(fact.name, frozenset(("loct",))) if marks(fact.name) & {"Geox", "Surn"} else None
            if form:
                consonant, vowel = ASKS.about.split()
                return f"{vowel if form[0].lower() in 'аоуиэ' else consonant} {form}"
    return ""


def _is_subject(mention: Span, name: str, one: Told, glance: Glance) -> bool:
    """Whether the words said tell something of a name: it is their subject, or they are about it."""
    before = fold("".join(glance.reading.text[: mention.start].split()[-1:]))
    inside = any(part.start <= mention.start < part.stop for part in one.quote.parts)
    return inside and (before in ASKS.about.split() or (mention.text == name and "PREP" not in marks(before or "-")))
