"""Questions that lean on the exchange before: «а о России?», «почему?», «где это?», «что ещё он сказал?», «ещё».

Such a question takes from the exchange what it leaves unsaid; one that says everything itself takes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from nlp.details import function_words
from nlp.kinds import MARKS, expects, has_content, without_question
from nlp.languages import LANGUAGES
from nlp.model import Answer, Exchange, Question, Scope
from nlp.words import FOLDED, WORD, fold, readings, words

ELLIPTIC = 4
"""Words of content that «а …?» may hold; more say what they mean."""
POINTING = 4
"""And a question with a pronoun."""
CLASSES = (frozenset({"Surn", "Name", "Patr"}), frozenset({"Geox"}), frozenset({"Orgn"}))


def leaning(question: Question, text: str, previous: Exchange) -> Question:
    """The question with what it leaves unsaid; the question itself where it leaves nothing unsaid."""
    exchange = _asked_first(previous)
    return next((complete(question, text, exchange) for leans, complete in RULES if leans(question, text)), question)


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


def _says_all_about_words(question: Question, text: str) -> bool:
    """Whose words and about what are told, and no pronoun stands for either."""
    told = question.kind == "who_said" or (question.kind == "said" and has_content(question.speaker or ""))
    return question.kind == "summary" or (told and not _points(question.speaker or "") and not _is_elliptic(text))


def _only_narrows(question: Question, text: str) -> bool:
    return question.scope != Scope() and not has_content(text) and question.kind in ("fact", "summary")


def _is_elliptic(text: str) -> bool:
    """«а Путин?»: few words behind a conjunction, and no question of their own."""
    m = _pattern("ellipsis").match(fold(text))
    rest = text[m.end() :] if m else ""
    return m is not None and _size(rest) <= ELLIPTIC and not _stands_alone(rest)


def _leaves_unsaid(_: Question, text: str) -> bool:
    """A question without a thing that it is about, or with a pronoun in its place."""
    if _is_elliptic(text) or not has_content(text):
        return True
    pointing = _pattern("pointing").search(fold(text))
    return (pointing is not None and _size(text) <= POINTING and not _is_named_before(text, pointing.start())) or (
        _asks(text) and not _names_a_thing(text)
    )


def _stands_alone(text: str) -> bool:
    return _asks(text) and _names_a_thing(text) and not _points(text)


def _asks(text: str) -> bool:
    return any(fold(word) in _question_words() for word in WORD.findall(text))


def _points(text: str) -> bool:
    return _pattern("pointing").search(fold(text)) is not None


def _size(text: str) -> int:
    return sum(fold(word) not in function_words() for word in WORD.findall(text))


def _names_a_thing(text: str) -> bool:
    """Whether a question says what it is about, not only what happened: «когда откроют» does not."""
    content = [word for word in WORD.findall(without_question(text)) if fold(word) not in function_words()]
    return any(not _is_verb(word) for word in content)


def _is_verb(word: str) -> bool:
    marks = next(iter(readings(word.lower())), frozenset())
    return bool(marks & {"VERB", "INFN", "ADVB", "PRED", "PRTS", "ADJS", "GRND"}) or bool(
        _pattern("finite").fullmatch(fold(word))
    )


def _is_named_before(text: str, at: int) -> bool:
    """Whether the question itself names whom its pronoun stands for."""
    before = [m for m in WORD.finditer(text[:at]) if fold(m.group()) not in function_words()]
    return any((m.start() > 0 and m.group()[0].isupper()) or _class_of(m.group()) for m in before)


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
    before = previous.question
    told = replace(question, previous=previous, scope=_scope(question, before))
    if question.kind == "said":
        return replace(told, speaker=_speaker(question.speaker, previous), topic=_topic_of_words(question, before))
    named = _elliptic_rest(text)
    if (
        before is not None
        and before.kind in ("said", "who_said")
        and question.expects == "anything"
        and _asks_not(text)
    ):
        return _said_again(told, before, named)
    expected = before.expects if before and question.expects == "anything" and _asks_not(text) else question.expects
    return replace(told, topic=_topic(text, named, previous), expects=expected)


def _asks_not(text: str) -> bool:
    return not _asks(text)


def _scope(question: Question, before: Question | None) -> Scope:
    return before.scope if before and question.scope == Scope() else question.scope


def _elliptic_rest(text: str) -> str:
    m = _pattern("ellipsis").match(fold(text))
    return text[m.end() :].strip(MARKS) if m else text.strip(MARKS)


def _said_again(question: Question, before: Question, named: str) -> Question:
    """«а о России?» asks the same speaker, «а Путин?» another about the same."""
    about = _pattern("about").match(fold(named))
    if about or before.kind == "who_said":
        topic = named[about.end() :].strip() if about else named
        return replace(question, kind=before.kind, speaker=before.speaker, topic=topic, expects=before.expects)
    if has_content(named) and _is_subject(named):
        return replace(question, kind="said", speaker=named, topic=before.topic, expects=before.expects)
    topic = named if has_content(named) else before.topic
    return replace(question, kind="said", speaker=before.speaker, topic=topic, expects=before.expects)


def _is_subject(named: str) -> bool:
    """Whether words may name a speaker: no preposition, number or oblique case opens them."""
    first = next(iter(WORD.findall(named)), "")
    found = readings(first.lower())
    return bool(first) and not first[0].isdigit() and (not found or _may_open(found, first))


def _may_open(found: tuple[frozenset[str], ...], first: str) -> bool:
    likeliest = found[0]
    named = re.fullmatch(r".{2,}(?:[ое]в|[иы]н)", fold(first)) is not None
    return "PREP" not in likeliest and (named or any("nomn" in one for one in found))


def _speaker(named: str | None, previous: Exchange) -> str | None:
    """The speaker named; where a pronoun or nobody is, the one of the exchange before."""
    if named and has_content(named) and not _points(named):
        return named
    before = previous.question
    return _teller(previous.answer) or (before.speaker if before else None) or _subject(previous.answer)


def _topic_of_words(question: Question, before: Question | None) -> str:
    return (
        ""
        if _points(question.topic) and _size(question.topic) == 0 and before is None
        else (before.topic if before and question.topic and not has_content(question.topic) else question.topic)
    )


def _topic(text: str, named: str, previous: Exchange) -> str:
    """The words of the question, whom its pronoun means, and what else the question before was about."""
    before = previous.question
    persons = _pattern("persons").search(fold(text))
    subject = _subject(previous.answer) if persons or _asks_who(text) else None
    if subject:
        return f"{named} {subject}"
    if before is None:
        return f"{named} {previous.answer.sentence.text}"
    return f"{named} {_unreplaced(without_question(before.topic).strip(MARKS), named)}".strip()


def _asks_who(text: str) -> bool:
    return not has_content(text) and expects(text) == "person"


def _unreplaced(topic: str, named: str) -> str:
    """The topic without what the new words stand in for: another year, another country, another phrase of its kind."""
    new = words(named, None)
    gone = {(one.start, one.stop) for one in words(topic, None) if any(_stands_in(one.text, n.text) for n in new)}
    gone |= _governed_alike(topic, named) if not gone else set()
    for start, stop in sorted(gone, reverse=True):
        topic = topic[:start] + topic[stop:]
    return " ".join(topic.split())


def _stands_in(old: str, new: str) -> bool:
    return (old[0].isdigit() and new[0].isdigit()) or (_class_of(old) is not None and _class_of(old) == _class_of(new))


def _class_of(word: str) -> int | None:
    """What a Russian name names."""
    found = readings(word.lower())[:2]
    return next((i for i, marks in enumerate(CLASSES) if any(marks & one for one in found)), None)


def _governed_alike(topic: str, named: str) -> set[tuple[int, int]]:
    """«с Россией» where «с Китаем» is asked now: the words behind the same preposition."""
    first = next(iter(WORD.findall(named)), "")
    if not first or "PREP" not in next(iter(readings(first.lower())), frozenset()):
        return set()
    return {m.span() for m in re.finditer(rf"\b{re.escape(fold(first))} \w+", fold(topic))}


# ---- whom the answer before is about


def _teller(answer: Answer) -> str | None:
    return answer.quote.speaker.name if answer.quote and answer.quote.speaker else None


def _subject(answer: Answer) -> str | None:
    """Who speaks in the answer, else the first person or body that its sentence names."""
    facts = (one for kind in ("person", "organisation") for one in answer.reading.facts if one.kind == kind)
    named = (one.name for one in facts if any(mention.overlaps(answer.sentence) for mention in one.mentions))
    return _teller(answer) or next(named, None)


@cache
def _pattern(field: str) -> re.Pattern[str]:
    patterns = (getattr(one.asking, field).translate(FOLDED) for one in LANGUAGES.values())
    return re.compile("|".join(rf"(?:{pattern})" for pattern in patterns))


@cache
def _question_words() -> frozenset[str]:
    return frozenset(fold(word) for one in LANGUAGES.values() for word in one.asking.question_words)


RULES: tuple[tuple[Callable[[Question, str], bool], Complete], ...] = (
    (_asks_for_more, _more),
    (_asks_around, _kept),
    (_asks_who_said_it, _kept),
    (_only_narrows, _elsewhere),
    (_says_all_about_words, _itself),
    (_leaves_unsaid, _completed),
)
"""The first that holds decides."""
