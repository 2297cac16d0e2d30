"""From a question to the sentences that answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from nlp.details import Detail
from nlp.index import spelled
from nlp.matched import alike
from nlp.model import Answer, Frequencies, Question, QuestionKind, Quote, Reading, Span
from nlp.query import content
from nlp.questions import understand
from nlp.sayings import said_by
from nlp.scoring import Scored, ranked, threshold
from nlp.weighed import Weighed

SUMMARY = 3
NAMED = 0.6
"""The share of a name from which on a sentence names somebody."""
FOLLOWING = 0.1
"""The share of the threshold that is enough for another sentence of the article with words of the question."""
SURELY = 0.6
"""How surely a statement is that of the speaker asked about, to be told as theirs."""


def answer(
    question: str | Question, readings: Sequence[Reading], limit: int = 5, frequencies: Frequencies | None = None
) -> list[Answer]:
    """Up to ``limit`` answers, best first; [] when these readings do not hold one.

    The order comes from `nlp.features.FIT`, the score (and with it the refusal) from `nlp.features.HELD`.
    ``frequencies`` tell how rare words are where ``readings`` are but the likeliest of many; else they are counted.
    """
    asked = understand(question) if isinstance(question, str) else question
    if limit < 1:
        return []
    find = BY_KIND.get(asked.kind, _weigh)
    return list(islice(find(asked, readings, frequencies), limit))


def nearest(question: str | Question, readings: Sequence[Reading], limit: int = 3) -> list[Answer]:
    """Up to ``limit`` sentences that hold most of a question, best first, whether or not they answer it.

    For «похожее» under a refusal; [] where no sentence holds any of its words.
    """
    asked = understand(question) if isinstance(question, str) else question
    near = (one for one in ranked(asked, readings, None) if one.among.strengths[:, one.row].any())
    return [_answer(one, one.score) for one in islice(near, max(limit, 0))]


def sought(question: Question) -> tuple[str, ...]:
    """The folded dictionary forms that a search for the question looks for, each once."""
    text = f"{question.topic} {question.speaker or ''}"
    return tuple(word.lemma for word in content(text, question.language))


def spelled_like(lemma: str, vocabulary: Iterable[str]) -> tuple[str, ...]:
    """Of a vocabulary of dictionary forms, those that a strange one may be a misspelling of, the likest first."""
    others = [other for other in vocabulary if other != lemma]
    likeness = alike([lemma], others)[0]
    return tuple(others[i] for i in np.argsort(-likeness, kind="stable") if likeness[i])


def _summarise(_: Question, readings: Sequence[Reading], __: Frequencies | None) -> Iterator[Answer]:
    """What the articles are about: the sentences of their summaries."""
    for reading in readings:
        for sentence in reading.summary(SUMMARY):
            yield Answer(reading, sentence, 1.0)


def _around(question: Question, readings: Sequence[Reading], _: Frequencies | None) -> Iterator[Answer]:
    """The sentences around the answer before, in the order of the text."""
    found = _before(question, readings)
    if found is not None:
        reading, at = found
        for sentence in reading.sentences[max(0, at - 1) : at + 2]:
            yield Answer(reading, sentence, 1.0, quote=quote_of(reading, sentence))


def _attribute(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> Iterator[Answer]:
    """Who said it: of the sentence answered or selected before, else of the one that fits the words asked about."""
    found = _before(question, readings)
    if found is None:
        yield from _weigh(question, readings, frequencies)
    else:
        reading, at = found
        yield Answer(reading, reading.sentences[at], 1.0, quote=quote_of(reading, reading.sentences[at]))


def _before(question: Question, readings: Sequence[Reading]) -> tuple[Reading, int] | None:
    """Where the answer stands that the question leans on, if these readings hold it."""
    if question.previous is None:
        return None
    then = question.previous.answer
    reading = next((one for one in readings if one is then.reading or one.text == then.reading.text), None)
    if reading is None:
        return None
    middle = (then.sentence.start + then.sentence.stop) // 2
    return next(((reading, i) for i, s in enumerate(reading.sentences) if s.start <= middle < s.stop), None)


Find = Callable[[Question, Sequence[Reading], Frequencies | None], Iterator[Answer]]


def _tell(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> Iterator[Answer]:
    """What somebody said: about something, or all of it, what is most worth keeping first."""
    told = _before(question, readings)
    all_of_it = [] if content(question.topic, question.language) else sorted(_spoken(question, readings), key=_worth)
    shown: set[tuple[int, int]] = set()
    for reading, at, quote, by in all_of_it:
        if told != (reading, at) and (id(reading), at) not in shown:
            shown.add((id(reading), at))
            yield Answer(reading, reading.sentences[at], by, quote=quote)
    if not all_of_it:
        yield from _weigh(question, readings, frequencies)


Spoken = tuple[Reading, int, Quote, float]


def _spoken(question: Question, readings: Sequence[Reading]) -> Iterator[Spoken]:
    """The sentences in which the speaker asked about, or anybody, says something, and how surely it is that one."""
    for reading in readings:
        for quote in reading.quotes:
            by = said_by(question.speaker, quote, reading.language) if question.speaker else 1.0
            at = next((i for i, s in enumerate(reading.sentences) if s.overlaps(quote.parts[0])), None)
            if by >= SURELY and at is not None:
                yield reading, at, quote, by


def _worth(spoken: Spoken) -> tuple[float, int]:
    reading, at, _, by = spoken
    return -by, reading.ranking.index(at) if at in reading.ranking else len(reading.ranking)


def _go_on(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> Iterator[Answer]:
    """The answers to the question before, without the one that was given."""
    before = question.previous.question if question.previous else None
    kind: QuestionKind = "said" if before is not None and before.kind == "said" else "fact"
    find = _tell if kind == "said" else _weigh
    yield from find(replace(question, kind=kind), readings, frequencies)


BY_KIND: Mapping[QuestionKind, Find] = {
    "more": _go_on,
    "said": _tell,
    "summary": _summarise,
    "context": _around,
    "who_said": _attribute,
}


def quote_of(reading: Reading, sentence: Span) -> Quote | None:
    """The statement that covers most of a sentence."""
    found = max(reading.quotes, key=lambda quote: _shared(quote, sentence), default=None)
    return found if found is not None and _shared(found, sentence) else None


def _shared(quote: Quote, sentence: Span) -> int:
    return sum(max(0, min(part.stop, sentence.stop) - max(part.start, sentence.start)) for part in quote.parts)


def _weigh(question: Question, readings: Sequence[Reading], frequencies: Frequencies | None) -> Iterator[Answer]:
    """The sentences that fit the question, as far as they are held to answer it."""
    told = _before(question, readings)
    ceiling, answering = 1.0, set[int]()
    for one in ranked(question, readings, frequencies):
        if not _is_theirs(question, one):
            continue
        ceiling = min(ceiling, one.score)
        follows = id(one.reading) in answering and one.among.strengths[:, one.row].any()
        least = threshold(question, one.reading) * (FOLLOWING if follows else 1.0)
        if ceiling >= least and told != (one.reading, one.at):
            answering.add(id(one.reading))
            yield _answer(one, ceiling)


def _is_theirs(question: Question, one: Scored) -> bool:
    """Whether a sentence holds words of the speaker asked about; where none does, whether it names them beside some."""
    if question.speaker is None or any(said.by for said in one.said):
        return True
    return not one.among.sayings.most("by").any() and any(said.beside >= NAMED for said in one.said)


def _answer(one: Scored, score: float) -> Answer:
    short = short_answer(one)
    said = _quote(one) if one.said else _whose(one, short)
    return Answer(one.reading, one.reading.sentences[one.at], score, short, said)


def _quote(one: Scored) -> Quote | None:
    """The statement that the question is about."""
    found = max(one.said, key=lambda voice: (voice.by, voice.about), default=None)
    return found.quote if found else None


def _whose(one: Scored, short: Span | None) -> Quote | None:
    """The statement that answers: it holds the short answer, or else most of the words asked about."""
    places = _asked_at(one) if short is None else [short.start]
    held = [
        (sum(part.start <= at < part.stop for part in said.parts for at in places), said) for said in one.reading.quotes
    ]
    count, best = max(held, key=lambda one: one[0], default=(0, None))
    return best if 2 * count > len(places) else None


def short_answer(one: Scored) -> Span | None:
    """The date, number, place or name expected that stands nearest to the words of the question."""
    start = one.reading.sentences[one.at].start
    suitable = [detail for detail in one.among.suitable(one.at) if _stands_alone(detail, one.among)]
    if not suitable:
        return None
    at = _asked_at(one)
    found = min(suitable, key=lambda it: min((abs(start + it.start - i) for i in at), default=it.start))
    return Span(start + found.start, start + found.stop, found.text)


def _asked_at(one: Scored) -> list[int]:
    """Where in the text the words of the question stand in the sentence."""
    sentence = one.reading.sentences[one.at]
    named = one.among.matched.named
    return [sentence.start + w.start for w in spelled(sentence.text, one.reading.language) if w.lemma in named]


def _stands_alone(detail: Detail, among: Weighed) -> bool:
    """Whether a detail can be the short answer: whole, of the measure asked, for "who" a person or a body."""
    measure = among.query.measure
    if detail.kind == "number" and measure is not None and not measure.search(detail.text):
        return False
    return detail.whole and not (
        among.query.expects == "person" and detail.kind == "anything" and not _capitalised(detail.text)
    )


def _capitalised(name: str) -> bool:
    return all(word[0].isupper() for word in name.split())
