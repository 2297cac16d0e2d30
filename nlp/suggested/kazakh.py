"""Kazakh questions: the question word stands in the place of what is asked for, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.languages.suggesting_kk import SUGGESTING as ASKS
from nlp.model import Fact, Span
from nlp.salience import leans
from nlp.suggested.proposals import Glance, Proposal, Told, bare, told
from nlp.words import fold

WIDEST = 8
"""Words of a clause that a question repeats."""
LONGEST_NAME = 4
PLAIN = re.compile(r"[\w\s«»%№-]+")
STOP = re.compile(r"[,;:—–()!?…\n]|\s-\s|\.(?=\s|$)")
VERB = re.compile(r"\w{2,}(?:[дт][ыі]|[ғқ]ан|[гк]ен|[йае]д[ыі]|еді|м[ае]к|п[ае]к|б[ае]к)")
REPORTED = re.compile(r"\w{3,}(?:н|т)[ыі]н|\w{3,}уд[ыі]")
"""A verb that ends what somebody is said to have said: «екенін»."""
LOCATIVE = re.compile(r"(?:-?(?:нда|нде|да|де|та|те)|жылы)$")


def said(glance: Glance) -> Iterator[Proposal]:
    """«Айжан Нұрланова не ұсынды?»"""
    for one in told(glance):
        who = _called(one, glance)
        if who is None:
            continue
        cues = set(one.quote.cue.text.lower().split()) if one.quote.cue else set()
        known, template = next((entry for entry in ASKS.said if entry[0] & cues), ASKS.said[-1])
        if known:
            yield Proposal(template.replace("{who}", who), "said", one.own, fold(one.name))
        yield Proposal(ASKS.said[-1][1].replace("{who}", who), "words", one.all, fold(one.name))


def _called(one: Told, glance: Glance) -> str | None:
    """Whom to ask about; with a capital, for the name opens the question."""
    words = one.name.split()
    known = fold(one.name) in glance.names or words[-1].lower() in glance.language.speech.places | ASKS.whole
    fits = len(words) <= LONGEST_NAME and PLAIN.fullmatch(one.name)
    return _capital(one.name) if known and fits else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def amounts(glance: Glance) -> Iterator[Proposal]:
    """«Қанша адам қаза тапты?», «Орташа жалақы қанша?»"""
    for fact, mention, _ in glance.facts("number"):
        question = _counting(fact, glance) if fact.about else None
        if question is not None:
            yield Proposal(question, "number", frozenset((glance.at(mention),)), fold(question), mention)


def _counting(fact: Fact, glance: Glance) -> str | None:
    about, telling = (fact.about or "").split(), glance.language.telling
    if _points(about) or about[-1].lower() in glance.language.speech.verbs or not PLAIN.fullmatch(fact.about or ""):
        return None
    if not VERB.fullmatch(about[-1]):
        measures = about[-1].lower() in ASKS.measured
        return _capital(ASKS.how_much.replace("{thing}", " ".join(about))) if measures else None
    number = rf"(?i:{telling.nearly}|{telling.numerals}|{telling.multipliers})"
    things = re.sub(rf"^(?:\s*(?:{number}\b|[\d.,–-]+))+", "", fact.name).strip()
    whole = len(about) > 1 or things not in ASKS.times
    plain = things and PLAIN.fullmatch(things) and whole and not any(REPORTED.fullmatch(word) for word in about[:-1])
    return ASKS.how_many.replace("{things}", things).replace("{deed}", " ".join(about)) if plain else None


def moments(glance: Glance) -> Iterator[Proposal]:
    """«Кітапхана қашан ашылады?»"""
    for _, mention, _ in glance.facts("date"):
        made = _with(mention.stop, mention, ASKS.when, glance) if LOCATIVE.search(mention.text) else None
        if made:
            yield Proposal(made, "date", frozenset((glance.at(mention),)), fold(made), mention)


def places(glance: Glance) -> Iterator[Proposal]:
    """«Форум қайда өтеді?»"""
    for _, mention, _ in glance.facts("place"):
        ending = re.match(r"-?(?:нда|нде|да|де|та|те)\b", glance.reading.text[mention.stop : mention.stop + 5])
        around = glance.reading.text[: mention.start].split()[-1:], glance.reading.text[mention.stop :].split()[1:2]
        listed = any(word and word[0] in ASKS.joints for word in around)
        made = _with(mention.stop + ending.end(), mention, ASKS.where, glance) if ending and not listed else None
        if made:
            yield Proposal(made, "place", frozenset((glance.at(mention),)), fold(made), mention)


def _with(stop: int, piece: Span, asks: str, glance: Glance) -> str | None:
    """The clause around a piece of the text that ends at ``stop``, with a question word in its stead."""
    sentence = glance.sentence(piece)
    before = STOP.split(sentence.text[: piece.start - sentence.start])[-1]
    after = STOP.split(sentence.text[stop - sentence.start :])[0]
    made = " ".join(f"{bare(before)} {asks} {after}".split())
    return _capital(made) + "?" if before.strip() and after.strip() and _tells(made) else None


def _tells(made: str) -> bool:
    words = made.split()
    sound = 2 < len(words) <= WIDEST and PLAIN.fullmatch(made) and VERB.fullmatch(words[-1])
    return bool(sound) and not _points(words) and not leans(made, "kk")


def _points(words: Sequence[str]) -> bool:
    return any(word.lower() in ASKS.pointing for word in words)


def reasons(glance: Glance) -> Iterator[Proposal]:
    """«Көпір неге жабылды?»"""
    for index, text in glance.sentences():
        m = re.search(ASKS.because, text)
        words = text[: m.start()].split() if m else []
        made = " ".join([*words[:-1], ASKS.why, *words[-1:]])
        if words and _tells(made):
            yield Proposal(_capital(made) + "?", "reason", frozenset((index,)), fold(made))


def deeds(glance: Glance) -> Iterator[Proposal]:
    """«Кім алтын медаль алды?»"""
    speech = glance.language.speech
    for fact, mention, sentence in glance.facts("person"):
        opening = bare(sentence.text[: mention.start - sentence.start])
        rest = STOP.split(sentence.text[mention.stop - sentence.start :])
        made = f"{ASKS.who_did} {' '.join(rest[0].split())}"
        own = mention.text == fact.name and rest[0][:1] == " " and fold(opening) in fold(fact.about or "")
        if own and not any(word.lower() in speech.verbs for word in made.split()) and _tells(made):
            yield Proposal(made + "?", "deed", frozenset((glance.at(mention),)), fold(fact.name), mention)


def persons(glance: Glance) -> Iterator[Proposal]:
    """«Серік Төлегенов кім?»"""
    for fact, mention, sentence in glance.facts("person"):
        told = fact.about and fold(fact.about.split()[-1]) in fold(sentence.text)
        if told and " " in fact.name and sentence.text not in glance.shown:
            question = ASKS.who_is[0].replace("{who}", fact.name)
            yield Proposal(question, "person", frozenset((glance.at(mention),)), fold(fact.name))


MAKERS = (reasons, amounts, said, deeds, moments, places, persons)
