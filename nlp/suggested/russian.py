"""Russian questions about what happened: why, how many, when, where, who."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.languages.suggesting_ru import SUGGESTING as ASKS
from nlp.model import Fact, Sentence, Span
from nlp.speech.names import gender_of, may_be_nominative
from nlp.suggested.clauses import (
    LONGEST,
    NOMINAL,
    PLAIN,
    WIDEST,
    around,
    by_many,
    by_one,
    clause,
    is_balanced,
    is_finite,
    marks,
    opened,
    points,
    verb_first,
)
from nlp.suggested.proposals import Glance, Proposal, bare
from nlp.suggested.russian_speech import is_attested, said
from nlp.words import fold, inflected, lemma, readings

NUMBER = re.compile(r"\d")
DAY = re.compile(r"\d{1,2}\s[а-я]+|[Сс]\s\d")
LONGEST_NAME = 4
"""Words of an event or a thing."""
NEAR = 4
"""Words between a verb and its date, the preposition among them; farther off it may belong to a noun."""
PERSONAL = frozenset(("Name", "Surn", "Patr"))
GENDERS = frozenset(("masc", "femn", "neut"))
AGREEING = frozenset({"masc", "femn", "neut", "plur"})
"""What a verb and its subject have in common."""


def reasons(glance: Glance) -> Iterator[Proposal]:
    """«Почему судьи уходят в отставку?»"""
    for index, text in glance.sentences():
        for opening, template in ((ASKS.because, ASKS.why), (ASKS.in_order_to, ASKS.what_for)):
            m = re.search(opening, text)
            made = clause(glance, text[: m.start()]) if m else None
            if made and not _is_told(made, glance):
                yield Proposal(template.replace("{clause}", made), "reason", frozenset((index,)), made)


# ---- numbers


def amounts(glance: Glance) -> Iterator[Proposal]:
    """«Сколько депутатов проголосовало за документ?», «Сколько стоит билет?», «Какова средняя зарплата?»"""
    for fact, mention, _ in glance.facts("number"):
        makers = (_of_measure, _paid, _measured) if _is_measure(fact.name, glance) else (_of_things, _of_deed)
        question = next(filter(None, (make(fact, mention, glance) for make in makers)), None)
        if question is not None:
            yield Proposal(question, "number", frozenset((glance.at(mention),)), fold(question), mention)


def _is_measure(name: str, glance: Glance) -> bool:
    telling = glance.language.telling
    pattern = rf"[%$€£₽₸¥]|\b(?i:{telling.money}|{telling.measures}|{telling.periods})"
    return re.search(pattern, name) is not None


def _of_things(fact: Fact, mention: Span, glance: Glance) -> str | None:
    """«Сколько депутатов» and the clause around them."""
    things = _things(fact.name, glance) if len(fact.name.split()) > 1 else None
    before, after = around(glance.sentence(mention), mention)
    after = "" if after.startswith("из ") else after
    governed = after.startswith("и ") or "PREP" in marks("".join(before.split()[-1:])) or not _is_counted(fact.name)
    made = clause(glance, f"{before} {after}") if things and not governed else None
    if made is None or things is None or _is_told(made, glance):
        return None
    words = made.split()
    if any("PRTS" in marks(word) and not marks(word) & {"plur", "neut"} for word in words):
        return None
    turned = len(before.split()) >= len(words) and is_finite(words[-1])
    words = [words[-1], *words[:-1]] if turned else words
    deed = " ".join(by_many(word) if is_finite(word) else word for word in words)
    return ASKS.how_many.replace("{things}", things).replace("{deed}", deed)


def _is_told(made: str, glance: Glance) -> bool:
    """Whether it is only told: «сообщили два поставщика»."""
    return any(lemma(word, "ru") in glance.language.speech.verbs for word in made.split() if is_finite(word))


def _is_counted(name: str) -> bool:
    """Whether a number and what it counts may be a subject or an object: «27 штатов», not «27 штатами»."""
    nouns = [word for word in name.split() if "NOUN" in marks(word)]
    return all(any(found & {"nomn", "gent", "accs"} for found in readings(word.lower())) for word in nouns[:1])


def _of_deed(fact: Fact, mention: Span, glance: Glance) -> str | None:
    """«Сколько человек пострадало?»: a verb that needs nothing else."""
    things, about = _things(fact.name, glance), (fact.about or "").split()
    whole = len(about) == 1 and is_finite(about[0]) and lemma(about[0], "ru") in ASKS.whole
    singular = whole and "PRTS" in marks(about[0]) and not marks(about[0]) & {"plur", "neut"}
    if things is None or not whole or singular or not _is_counted(fact.name):
        return None
    beside = " ".join(around(glance.sentence(mention), mention)).split()
    if "tran" in marks(about[0]) and any(marks(word) & NOMINAL for word in beside):
        return None
    return ASKS.how_many.replace("{things}", things).replace("{deed}", by_many(about[0]))


def _of_measure(fact: Fact, mention: Span, glance: Glance) -> str | None:
    """«Сколько стоит билет?», «На сколько выросла прибыль?»"""
    about = (fact.about or "").split()
    verbs = [word for word in about if is_finite(word)]
    if len(verbs) != 1 or len(about) < 2 or points(about):
        return None
    before = fold("".join(glance.reading.text[: mention.start].split()[-1:]))
    found = (asks for known, asks in ASKS.costs if lemma(verbs[0], "ru") in known)
    template = next((asks for asks in found if asks.startswith("На ") == (before == "на")), None)
    rest = [word for word in about if word != verbs[0]]
    return template.replace("{deed}", " ".join([verbs[0], *rest])) if template and _agrees(verbs[0], rest) else None


def _agrees(verb: str, things: Sequence[str]) -> bool:
    """Whether one of the words may be the subject of a verb, by gender or number: «обошлось» has no «длина»."""
    told = next((one & AGREEING for one in readings(verb.lower())), frozenset())
    subjects = (one for word in things for one in readings(word.lower()) if "nomn" in one)
    return not told or any(told <= one for one in subjects)


def _paid(fact: Fact, mention: Span, glance: Glance) -> str | None:
    """«Сколько Иванов собрал на лечение?»: what is paid, won or lost."""
    before, after = around(glance.sentence(mention), mention)
    money = re.search(rf"[$€£₽₸¥]|\b(?i:{glance.language.telling.money})", fact.name)
    bare_amount = money and "PREP" not in marks("".join(before.split()[-1:]))
    made = clause(glance, f"{before} {after}") if bare_amount else None
    pays = made is not None and any(lemma(word, "ru") in ASKS.paying for word in made.split() if is_finite(word))
    return ASKS.costs[0][1].replace("{deed}", made) if made and pays else None


def _measured(fact: Fact, _: Span, glance: Glance) -> str | None:
    """«Какова средняя зарплата?»: a noun that has a measure."""
    about = (fact.about or "").split()
    head = next((word for word in about if "NOUN" in marks(word)), "")
    found = marks(head)
    whole = not any(map(is_finite, about)) and (len(about) > 1 or fold(head) in fold(glance.reading.title))
    if not whole or lemma(head or "-", "ru") not in ASKS.measured or "plur" in found or points(about):
        return None
    how = inflected("каков", (found & GENDERS) | {"sing"}) if may_be_nominative(head.lower()) else None
    return ASKS.how_much.replace("{каков}", how.capitalize()).replace("{thing}", " ".join(about)) if how else None


def _things(name: str, glance: Glance) -> str | None:
    """What is counted, in the genitive of the plural: «21 дом» → «домов»."""
    telling = glance.language.telling
    number = rf"(?i:{telling.nearly}|{telling.numerals}|{telling.multipliers}|ещё|еще)"
    rest = re.sub(rf"^(?:\s*(?:{number}\b|[\d.,–-]+))+", "", name).split()
    if not rest:
        return ASKS.people if fold(name).split()[-1] in ASKS.collectives else None
    noun = next((i for i, word in enumerate(rest) if "NOUN" in marks(word)), None)
    if noun is None or not all(marks(word) & {"ADJF", "PRTF"} for word in rest[:noun]) or rest[noun] in ASKS.times:
        return None
    turned = [_genitive(word) for word in rest[: noun + 1]]
    return " ".join([*map(str, turned), *rest[noun + 1 :]]) if all(turned) else None


def _genitive(word: str) -> str | None:
    if word[1:].isupper():
        return word
    return ASKS.people if lemma(word, "ru") == "человек" else inflected(word, frozenset(("gent", "plur")))


# ---- when and where


def moments(glance: Glance) -> Iterator[Proposal]:
    """«Когда закон вступит в силу?»"""
    for _, mention, sentence in glance.facts("date"):
        before, after = around(sentence, mention)
        m = re.search(ASKS.at, f"{before} ")
        near = not after.startswith("и ") and not any(map(is_finite, before.split()[: -NEAR - 1]))
        dated = (
            m is not None
            and near
            and not NUMBER.search(f"{before} {after}")
            and (m.group().strip() or DAY.match(mention.text))
        )
        rest = before[: m.start()] if m else ""
        whole = dated and "PREP" not in marks("".join(rest.split()[-1:]))
        made = (clause(glance, _rest(rest, after)) or _event(rest, after, glance)) if whole else None
        asked = verb_first(made) if made and not _is_told(made, glance) else None
        if asked:
            question = ASKS.when.replace("{clause}", asked)
            yield Proposal(question, "date", frozenset((glance.at(mention),)), asked, mention)


def _event(before: str, after: str, glance: Glance) -> str | None:
    """«Премьера 13 июня»: a noun alone, with whatever belongs to it."""
    words = before.split()
    whole = (
        words
        and not after
        and len(words) <= LONGEST_NAME
        and not points(words)
        and not any(is_finite(word) or fold(word).strip("«»") in glance.called for word in words)
    )
    made = opened(glance, before.strip("- —"))
    return made if whole and PLAIN.fullmatch(made) and _is_named(made) else None


def _is_named(phrase: str) -> bool:
    """Whether a phrase may be a noun in the nominative with what belongs to it."""
    opening = next((word for word in phrase.split() if "NOUN" in marks(word)), "")
    first = phrase.split()[0].lower().strip("«»")
    return (
        bool(opening)
        and not marks(opening) & PERSONAL
        and may_be_nominative(opening.lower().strip("«»"))
        and may_be_nominative(first)
    )


def definitions(glance: Glance) -> Iterator[Proposal]:
    """«Что такое квантовая пена?»"""
    for index, text in glance.sentences():
        m = re.match(ASKS.is_defined, text)
        thing = m["thing"].strip() if m else ""
        words = thing.split()
        if (
            0 < len(words) <= LONGEST_NAME
            and is_balanced(thing)
            and PLAIN.fullmatch(thing)
            and not points(words)
            and _is_thing(thing)
        ):
            yield Proposal(
                ASKS.what_is.replace("{thing}", opened(glance, thing)), "thing", frozenset((index,)), fold(thing)
            )


def _is_thing(phrase: str) -> bool:
    return not any(map(is_finite, phrase.split())) and (phrase.isascii() or _is_named(phrase))


def places(glance: Glance) -> Iterator[Proposal]:
    """«Где медведь попытался угнать автомобиль?»"""
    for _, mention, sentence in glance.facts("place"):
        before, after = around(sentence, mention)
        m = re.search(ASKS.inside, f"{before} ")
        located = m is not None and "loct" in marks(mention.text.split()[-1]) and (not after or not m.start())
        made = clause(glance, f"{before[: m.start()]} {after}") if m and located else None
        whole = made and not _is_told(made, glance) and not re.search(ASKS.inside, made)
        asked = verb_first(made) if made and whole else None
        if asked:
            question = ASKS.where.replace("{clause}", asked)
            yield Proposal(question, "place", frozenset((glance.at(mention),)), asked, mention)


def _rest(before: str, after: str) -> str:
    """A clause without its date; what follows the date in a phrase of its own goes too, if the verb is there."""
    told = any(is_finite(word) for word in before.split())
    opens = after.split()[:1]
    return before if told and opens and "PREP" in marks(opens[0]) else f"{before} {after}"


# ---- who


def deeds(glance: Glance) -> Iterator[Proposal]:
    """«Кто выиграл кубок?»: what a sentence tells of the person that it begins with."""
    bodies = (one for one in glance.facts("organisation") if _is_body(one[0].name, glance))
    people = (one for one in glance.facts("person") if " " in one[0].name or one[0].about)
    for fact, mention, sentence in (*people, *bodies):
        opening = bare(sentence.text[: mention.start - sentence.start])
        _, after = around(sentence, mention)
        rest = after.split()
        if fact.name.endswith(mention.text) and 1 < len(rest) <= WIDEST and _is_position(opening, fact):
            deed = " ".join([by_one(rest[0]), *rest[1:]])
            sound = is_finite(rest[0]) and len(deed) <= LONGEST and PLAIN.fullmatch(deed) and not points(rest)
            if sound and not _is_told(rest[0], glance) and not any(map(is_finite, rest[1:])):
                question = ASKS.who_did.replace("{deed}", deed)
                yield Proposal(question, "deed", frozenset((glance.at(mention),)), fold(fact.name), mention)


def _is_body(name: str, glance: Glance) -> bool:
    """Whether a name is surely that of somebody who acts: in marks, in Latin letters, or with a known noun."""
    speech = glance.language.speech
    known = speech.places | speech.bodies
    return name.isascii() or "«" in name or any(lemma(word, "ru") in known for word in re.findall(r"[\w-]+", name))


def _is_position(opening: str, fact: Fact) -> bool:
    """Whether nothing stands before a name but the position."""
    return _lemmas(opening) <= _lemmas(fact.about or "")


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(lemma(word, "ru") for word in re.findall(r"[\w-]+", text))


def persons(glance: Glance) -> Iterator[Proposal]:
    """«Кто такой Илья Громов?»: a person whose position the text tells."""
    for fact, mention, sentence in glance.facts("person"):
        if _is_introduced(fact, sentence) and _is_full(fact) and sentence.text not in glance.shown:
            question = ASKS.who_is[gender_of(fact.name, "Nom") == "Fem"].replace("{who}", fact.name)
            yield Proposal(question, "person", frozenset((glance.at(mention),)), fold(fact.name))


def _is_introduced(fact: Fact, sentence: Sentence) -> bool:
    """Whether a sentence tells a position that the reader may not know."""
    title = (fact.about or "").lower().split()[:1]
    return bool(title) and title[0] not in ASKS.known and lemma(title[0], "ru") in _lemmas(sentence.text)


def _is_full(fact: Fact) -> bool:
    """Whether a name is a given and a family name, surely in the nominative, of a man or a woman."""
    words, sex = fact.name.split(), gender_of(fact.name, "Nom")
    head = marks((fact.about or "").split()[0]) & {"masc", "femn"} if fact.about else frozenset[str]()
    agrees = bool(sex) and not (sex == "Masc" and head == {"femn"})
    return agrees and len(words) > 1 and len(words[-1]) > 2 and is_attested(fact)


MAKERS = (reasons, definitions, amounts, said, deeds, moments, places, persons)
