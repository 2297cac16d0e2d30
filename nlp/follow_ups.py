"""Questions that lean on the exchange before: «а о России?», «почему?», «где это?», «что ещё он сказал?», «ещё».

Such a question takes from the exchange what it leaves unsaid; one that says everything itself takes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from nlp.details import function_words
from nlp.ellipsis import (
    about_in,
    asks,
    has_verb,
    is_elliptic,
    is_named_before,
    may_speak,
    names_a_thing,
    pointing,
    rest_of,
    things,
    unreplaced,
)
from nlp.kinds import MARKS, expects, has_content, without_question
from nlp.model import Answer, Exchange, Question, Scope
from nlp.words import WORD, fold, readings

POINTING = 4
"""Words of content that a question with a pronoun may hold; more say what they mean."""
GENDERS = (
    ("masc", re.compile(r"\b(?:он|его|ему|н(?:его|ему|им|ем)|им)\b")),
    ("femn", re.compile(r"\b(?:она|ее|ей|н(?:ее|ей))\b")),
    ("plur", re.compile(r"\b(?:они|их|им|ими|н(?:их|им|ими))\b")),
)


def leaning(question: Question, text: str, previous: Exchange) -> Question:
    """The question with what it leaves unsaid; the question itself where it leaves nothing unsaid."""
    exchange = _asked_first(previous)
    return next((complete(question, text, exchange) for leans, complete in RULES if leans(question, text)), question)


def unpointed(question: Question) -> Question:
    """A question with nothing before it: «что он сказал?» is about whoever speaks."""
    stands = question.speaker is None or _names_somebody(question.speaker)
    return question if stands else replace(question, speaker=None)


def _asked_first(previous: Exchange) -> Exchange:
    """The exchange with the question that its «ещё» went on with."""
    asked = previous.question
    while asked is not None and asked.kind == "more":
        asked = asked.previous.question if asked.previous else None
    return replace(previous, question=asked)


# ---- whether a question leans


def _asks_for_more(question: Question, _: str) -> bool:
    return question.kind == "more"


def _asks_around(question: Question, _: str) -> bool:
    return question.kind in ("summary", "context") and question.scope == Scope()


def _asks_who_said_it(question: Question, _: str) -> bool:
    return question.kind == "who_said" and not has_content(question.topic)


def _only_narrows(question: Question, text: str) -> bool:
    return question.scope != Scope() and not has_content(text) and question.kind in ("fact", "summary")


def _tells_whose_words(question: Question, text: str) -> bool:
    """Whose words or about what is told, no pronoun stands for either, and no «а …» leaves out what they are about."""
    if question.kind in ("summary", "who_said"):
        return True
    return (
        question.kind == "said"
        and _names_somebody(question.speaker)
        and (has_content(question.topic) or rest_of(text) is None)
    )


def _leaves_unsaid(question: Question, text: str) -> bool:
    """A question without a thing that it is about, or with a pronoun in its place."""
    if question.kind == "said" or is_elliptic(text) or not has_content(text):
        return True
    pronoun = pointing(text)
    points = pronoun is not None and _size(text) <= POINTING and not is_named_before(text, pronoun.start())
    return points or (asks(text) and not names_a_thing(text))


def _size(text: str) -> int:
    return sum(fold(word) not in function_words() for word in WORD.findall(text))


# ---- what it takes from the exchange

Complete = Callable[[Question, str, Exchange], Question]


def _more(question: Question, _: str, previous: Exchange) -> Question:
    """The next answer of the question before."""
    before = previous.question
    if before is None:
        return replace(question, topic=previous.answer.sentence.text, previous=previous)
    return replace(before, text=question.text, kind="more", previous=previous)


def _kept(question: Question, _: str, previous: Exchange) -> Question:
    return replace(question, previous=previous)


def _itself(question: Question, _: str, __: Exchange) -> Question:
    return question


def _elsewhere(question: Question, _: str, previous: Exchange) -> Question:
    """The question before, looked for elsewhere: «а во всех статьях?»."""
    before = previous.question
    return question if before is None else replace(before, text=question.text, scope=question.scope)


def _completed(question: Question, text: str, previous: Exchange) -> Question:
    """The speaker, the topic, what is expected and where it is looked for, from the exchange if not told."""
    before, named = previous.question, (rest_of(text) or text).strip(MARKS)
    scope = before.scope if before and question.scope == Scope() else question.scope
    told = replace(question, previous=previous, scope=scope)
    if question.kind == "said":
        topic = question.topic if before is None or has_content(question.topic) else _words_before(question, before)
        return replace(told, speaker=_speaker(question.speaker, previous), topic=topic)
    if asks(named) or question.expects != "anything" or before is None:
        return replace(told, topic=_topic(named, previous))
    if before.kind in ("said", "who_said"):
        return _said_again(told, before, named)
    return replace(told, topic=_topic(named, previous), expects=before.expects)


def _words_before(question: Question, before: Question) -> str:
    """What the words before were about; «что ещё он сказал?» asks about anything."""
    return things(without_question(before.topic).strip(MARKS)) if _names_somebody(question.speaker) else ""


def _names_somebody(speaker: str | None) -> bool:
    return speaker is not None and has_content(speaker) and not pointing(speaker)


def _said_again(question: Question, before: Question, named: str) -> Question:
    """«а о России?» asks the same speaker, «а Путин?» another about the same."""
    again = replace(question, kind=before.kind, speaker=before.speaker, expects=before.expects)
    about = about_in(named)
    if about is not None:
        return replace(again, topic=about)
    if may_speak(named):
        return replace(again, kind="said", speaker=named, topic=before.topic, expects="anything")
    if fold(named.split(" ")[0]) in function_words():
        return replace(again, topic=f"{named} {unreplaced(before.topic, named)}".strip())
    return replace(again, topic=named if has_content(named) else before.topic)


def _speaker(named: str | None, previous: Exchange) -> str | None:
    """The speaker named; where a pronoun or nobody is, the one of the exchange before."""
    if _names_somebody(named):
        return named
    before = previous.question
    return _teller(previous.answer) or (before.speaker if before else None) or _subject(previous.answer)


def _topic(named: str, previous: Exchange) -> str:
    """The words of the question, whom its pronoun means, and what else the question before was about."""
    before = previous.question
    if subject := _meant(named, previous):
        return f"{named} {subject}"
    if before is None:
        return f"{named} {previous.answer.sentence.text}"
    topic = without_question(before.topic).strip(MARKS)
    if pointing(named) and has_verb(named):
        return f"{named} {things(topic)}".strip()
    return f"{named} {unreplaced(topic, named) if has_content(named) else topic}".strip()


def _meant(named: str, previous: Exchange) -> str | None:
    """Whoever a pronoun stands for, if it is not what the question before was about."""
    if not has_content(named) and expects(named) == "person":
        return _subject(previous.answer)
    if not pointing(named, "persons"):
        return None
    before = previous.question
    asked_of_words = before is None or before.kind in ("said", "who_said") or before.expects == "person"
    return _subject(previous.answer) if asked_of_words or not _agrees(named, before.topic if before else "") else None


def _agrees(named: str, topic: str) -> bool:
    """Whether a thing in the topic has the gender of the pronoun: «где он?» after «когда откроют мост?»."""
    genders = {gender for gender, pattern in GENDERS if pattern.search(fold(named))}
    found = (one for word in WORD.findall(topic) for one in readings(word.lower())[:1] if "NOUN" in one)
    return any(genders & one for one in found)


def _teller(answer: Answer) -> str | None:
    return answer.quote.speaker.name if answer.quote and answer.quote.speaker else None


def _subject(answer: Answer) -> str | None:
    """Who speaks in the answer, else the first person or body that its sentence names."""
    facts = (one for kind in ("person", "organisation") for one in answer.reading.facts if one.kind == kind)
    named = (one.name for one in facts if any(mention.overlaps(answer.sentence) for mention in one.mentions))
    return _teller(answer) or next(named, None)


RULES: tuple[tuple[Callable[[Question, str], bool], Complete], ...] = (
    (_asks_for_more, _more),
    (_asks_around, _kept),
    (_asks_who_said_it, _kept),
    (_only_narrows, _elsewhere),
    (_tells_whose_words, _itself),
    (_leaves_unsaid, _completed),
)
"""The first that holds decides."""
