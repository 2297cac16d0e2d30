"""English questions: an auxiliary goes before the subject; where a sentence has none, it is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.languages.suggesting_en import SUGGESTING as ASKS
from nlp.model import Fact
from nlp.salience import leans
from nlp.suggested.proposals import Glance, Proposal, Told, bare, told
from nlp.words import fold

WIDEST = 9
"""Words of a clause that a question repeats."""
LONGEST_NAME = 4
PLAIN = re.compile(r"[\w\s'’%$£€-]+")
STOP = re.compile(r"[,;:—–()\"“”!?\n]|\s-\s|\.(?=\s|$)")
PLURAL = re.compile(r"[a-z]+s|police")


def said(glance: Glance) -> Iterator[Proposal]:
    """“What did Helen Marsh announce?”"""
    voiced = [one for one in told(glance) if not _cues(one).isdisjoint(ASKS.voiced) and not _is_byline(one)]
    for one in voiced:
        who, plain = _called(one, glance), ASKS.said[-1][1]
        if who is None:
            continue
        known, template = next((entry for entry in ASKS.said if entry[0] & _cues(one)), ASKS.said[-1])
        topic = _topic(one, glance)
        every = frozenset(i for other in voiced if other.name == one.name for i in other.own)
        if topic:
            about = f"{plain.rstrip('?')} {ASKS.about} {topic}?"
            yield Proposal(about.replace("{who}", who), "said", one.own, fold(one.name))
        if known:
            yield Proposal(template.replace("{who}", who), "said", one.own, fold(one.name))
        yield Proposal(plain.replace("{who}", who), "words", every, fold(one.name))


def _cues(one: Told) -> frozenset[str]:
    return frozenset(one.quote.cue.text.lower().split()) if one.quote.cue else frozenset()


def _is_byline(one: Told) -> bool:
    """“Greg Brown wrote from Atlanta”."""
    return "wrote" in _cues(one) and one.quote.kind == "indirect"


def _called(one: Told, glance: Glance) -> str | None:
    """Whom to ask about: a name, “the company”, “police”; a body with the article that it has in the text."""
    words, mention = one.name.split(), one.quote.mention
    if len(words) > LONGEST_NAME or not PLAIN.fullmatch(one.name):
        return None
    fact = glance.names.get(fold(one.name))
    if fact is None:
        role = words[0] == "the" and one.name.islower()
        return one.name if role or (PLURAL.fullmatch(one.name) and one.name not in ASKS.pointing) else None
    before = "".join(glance.reading.text[: mention.start].split()[-1:]).lower() if mention else ""
    if fact.kind != "organisation" or before != "the":
        return one.name if before not in glance.language.speech.breaks | glance.language.speech.prepositions else None
    return f"the {one.name}"


def _topic(one: Told, glance: Glance) -> str:
    """Whom or which place the words begin with, where the text names it more than once."""
    for fact in glance.reading.facts:
        often = fact.kind in ("person", "place", "organisation") and len(fact.mentions) > 1
        starts = {part.start for part in one.quote.parts}
        after = {m.stop for m in fact.mentions if m.start in starts and m.text == fact.name}
        opens = any(not glance.reading.text[at : at + 1].isalnum() for at in after)
        if often and opens and fold(fact.name) != fold(one.name):
            return fact.name
    return ""


def amounts(glance: Glance) -> Iterator[Proposal]:
    """“How many people were killed?”, “How much was the fine?”"""
    for fact, mention, _ in glance.facts("number"):
        question = _counting(fact, glance) if fact.about else None
        if question is not None:
            yield Proposal(question, "number", frozenset((glance.at(mention),)), fold(question), mention)


def _counting(fact: Fact, glance: Glance) -> str | None:
    about, telling = fact.about or "", glance.language.telling
    if re.search(rf"[$£€]|\b(?i:{telling.money})\b", fact.name):
        plain = about in ASKS.measured
        return ASKS.how_much.replace("{deed}", f"was the {about}") if plain else None
    number = rf"(?i:{telling.nearly}|{telling.numerals}|{telling.multipliers}|another)"
    things = re.sub(rf"^(?:\s*(?:{number}\b|[\d.,–-]+))+", "", fact.name).strip()
    deed = f"were {about}" if about in ASKS.whole else about
    sound = (
        things and things not in ASKS.times and re.match(r"(?:was|were|are|will be|(?:have|had) (?:been|died))\b", deed)
    )
    return ASKS.how_many.replace("{things}", things).replace("{deed}", deed) if sound else None


def reasons(glance: Glance) -> Iterator[Proposal]:
    """“Why are the judges leaving?”"""
    for index, text in glance.sentences():
        m = re.search(ASKS.because, text)
        made = inverted(text[: m.start()], glance) if m else None
        if made:
            yield Proposal(ASKS.why.replace("{clause}", made), "reason", frozenset((index,)), made)


def moments(glance: Glance) -> Iterator[Proposal]:
    """“When will the bridge open?”"""
    for _, mention, sentence in glance.facts("date"):
        before = bare(sentence.text[: mention.start - sentence.start]) + " "
        after = sentence.text[mention.stop - sentence.start :]
        m = re.search(ASKS.at, before)
        made = (
            inverted(before[: m.start()], glance) if m and re.match(r"\W*(?:$|[,;]|(?:at|in|after)\b)", after) else None
        )
        if made:
            question = ASKS.when.replace("{clause}", made)
            yield Proposal(question, "date", frozenset((glance.at(mention),)), made, mention)


def inverted(text: str, glance: Glance) -> str | None:
    """“The bridge will open” → “will the bridge open”; None where the clause does not tell all by itself."""
    words = text.split()
    at = next((i for i, word in enumerate(words) if word.lower() in ASKS.auxiliaries), 0)
    subject, rest = words[:at], words[at + 1 :]
    sound = subject and rest and len(words) <= WIDEST and PLAIN.fullmatch(text) and not leans(text, "en")
    if not sound or _points(words, glance) or any(word.lower() in ASKS.auxiliaries for word in rest[1:]):
        return None
    return " ".join([words[at].lower(), opened(" ".join(subject), glance), *rest])


def _points(words: Sequence[str], glance: Glance) -> bool:
    speech = glance.language.speech
    small = speech.pronouns | speech.persons | speech.objects | speech.possessive | speech.breaks | ASKS.pointing
    return any(word.lower() in small for word in words)


def opened(text: str, glance: Glance) -> str:
    """A stretch as it stands inside a sentence: with a capital only where a name opens it."""
    first = text.split()[0]
    small = first.lower() in glance.language.speech.determiners | glance.language.stop_words
    return text[:1].lower() + text[1:] if small else text


def persons(glance: Glance) -> Iterator[Proposal]:
    """“Who is Laura Harper?”"""
    for fact, mention, sentence in glance.facts("person"):
        title = fold(fact.about or "").split()
        before = glance.reading.text[: mention.start].split()[-1:]
        told = title and title[-1] not in ASKS.known and title[-1] in fold(sentence.text) and before != ["the"]
        if told and sentence.text not in glance.shown:
            question = ASKS.who_is[0].replace("{who}", fact.name)
            yield Proposal(question, "person", frozenset((glance.at(mention),)), fold(fact.name))


def definitions(glance: Glance) -> Iterator[Proposal]:
    """“What is quantum foam?”"""
    for index, text in glance.sentences():
        m = re.match(ASKS.is_defined, text)
        words = m["thing"].split() if m else []
        if m and len(words) <= LONGEST_NAME and not _points(words, glance) and not leans(text, "en"):
            thing = opened(m["thing"], glance)
            yield Proposal(ASKS.what_is.replace("{thing}", thing), "thing", frozenset((index,)), fold(thing))


MAKERS = (reasons, definitions, amounts, said, moments, persons)
