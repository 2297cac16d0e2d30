"""How answers read: sentences with who said them and where they stand; and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from aiogram.utils.formatting import BlockQuote, Bold, Text, sizeof

from handlers.looking import Found, Group
from handlers.phrases import Phrases
from handlers.scopes import in_words
from handlers.views import SENTENCE_LIMIT, clipped, credit, dated, joined, origin, pages, stacked
from nlp import Answer, Question, Reading, Scope, Sentence, Span
from nlp.titles import repeats
from nlp.words import words
from storage.records import Article

TOGETHER = 3  # sentences that are shown at once where one article answers with several
ARTICLES = 3  # articles that are shown at once where all were asked
OF_EACH = 2  # sentences of each of them
ROOM = 3000  # UTF-16 units of all the sentences in a message
NAMED = 200  # UTF-16 units of the name of a source among others
ASKED = 200  # UTF-16 units of a question that are repeated


def at_once(found: Found, more: bool = False) -> list[Group]:
    """What one message shows: the best answer; of a list, or where ``more`` was asked for, its beginning."""
    if found.inquiry.subject is None:
        return [Group(one.article, _beside_the_best(one, found)) for one in found.groups[:ARTICLES]]
    best = found.groups[0]
    return [Group(best.article, best.answers[:TOGETHER] if more else _together(found.inquiry.question, best.answers))]


def _beside_the_best(group: Group, found: Found) -> Sequence[Answer]:
    least = found.groups[0].answers[0].score / 2
    return [one for i, one in enumerate(group.answers[:OF_EACH]) if i == 0 or one.score >= least]


def _together(question: Question, answers: Sequence[Answer]) -> Sequence[Answer]:
    """All of a summary, what one person said, else the best alone."""
    best = answers[0]
    if question.kind == "summary":
        return answers[:TOGETHER]
    if question.kind == "said" and best.quote:
        return [one for one in answers if one.quote and one.score >= best.score / 2][:TOGETHER]
    return answers[:1]


def told(found: Found, shown: Sequence[Group], again: bool, say: Phrases) -> Text:
    """The answers ``shown``; ``again`` is whether others were shown before them."""
    (best, *others), question = shown, found.inquiry.question
    if question.kind == "context":
        return context(best.article, best.answers[0].sentence, say)
    lead = [corrected(found, say), _lead(found, best.answers[0], again, say)]
    if others:
        return pages([*_lines(lead), *_quoted_by_article(shown, say)])[0]
    return stacked([*_lines(lead), _quoted(best.answers, say), _origin(best, say)], "\n")


def _lines(lines: Iterable[str | None]) -> list[Text]:
    return [Text(one) for one in lines if one]


def _lead(found: Found, best: Answer, again: bool, say: Phrases) -> str | None:
    """What is said before an answer that is not simply the best of the article asked about."""
    if found.inquiry.question.kind == "who_said" and not (best.quote and best.quote.speaker):
        return say("answer-unnamed" if best.quote else "answer-nobody")
    subject = found.inquiry.subject
    if subject is None:
        return say("answer-everywhere") if len(found.groups) > 1 and not again else None
    if found.groups[0].article.id == subject.id:
        return None
    return say("answer-elsewhere-too") if again else say("answer-elsewhere", title=say.quoted(subject.title))


def corrected(found: Found, say: Phrases) -> str | None:
    """The words that were looked for in place of misspelled ones, as the articles write them."""
    named = [_as_written(one, found) for one in found.corrected]
    return say("answer-corrected", words=", ".join(named)) if named else None


def _as_written(lemma: str, found: Found) -> str:
    """The shortest form of a word in the articles that were found."""
    readings = [one.article.reading for one in (*found.groups, *found.near)]
    forms = (word.text for one in readings for word in words(one.text, one.language) if word.lemma == lemma)
    return min(forms, key=len, default=lemma)


def asked_again(question: str, answer: Text) -> Text:
    """An answer to a question that nobody typed, below the question."""
    return stacked([Text(Bold(clipped(question, ASKED))), answer], "\n")


def _quoted_by_article(groups: Sequence[Group], say: Phrases) -> Iterator[Text]:
    """Each article's title, source and day, and what it answers."""
    limit = ROOM // sum(len(one.answers) for one in groups)
    for one in groups:
        title = [] if _tells_title(one) else [Bold(say.title(one.article.title)), " · "]
        yield stacked([Text(*title, dated(one.article.source, say, NAMED)), _quoted(one.answers, say, limit)], "\n")


def _origin(group: Group, say: Phrases) -> Text:
    """The line below the answers of an article."""
    return dated(group.article.source, say) if _tells_title(group) else origin(group.article, say)


def _tells_title(group: Group) -> bool:
    """Whether a sentence that is shown says the title already."""
    return any(repeats(group.article.title, one.sentence.text) for one in group.answers)


def _quoted(found: Sequence[Answer], say: Phrases, limit: int = ROOM) -> Text:
    """Sentences of one article in document order, each with who said it."""
    limit = min(SENTENCE_LIMIT, limit, ROOM // len(found))
    blocks = [
        Text(*joined([BlockQuote(*_with_bold(one.sentence, one.span, limit)) for one in same], "\n"), *_below(credited))
        for credited, same in _by_credit(sorted(found, key=lambda one: one.sentence.start), say)
    ]
    return stacked(blocks, "\n")


def _by_credit(found: Sequence[Answer], say: Phrases) -> Iterator[tuple[Text | None, list[Answer]]]:
    """Answers that follow each other and are credited alike, with the credit."""
    for _, same in groupby(found, key=lambda one: one.quote and (one.quote.speaker, one.quote.outlet)):
        group = list(same)
        yield credit(group[0].quote, say), group


def _below(node: Text | None) -> list[Text | str]:
    return ["\n", node] if node else []


def _with_bold(sentence: Sentence, span: Span | None, limit: int) -> list[object]:
    """A sentence with its short answer in bold."""
    if span is None or sizeof(sentence.text) > limit:
        return [clipped(sentence.text, limit)]
    start, stop = span.start - sentence.start, span.stop - sentence.start
    return [sentence.text[:start], Bold(sentence.text[start:stop]), sentence.text[stop:]]


def context(article: Article, sentence: Span, say: Phrases) -> Text:
    """A sentence, in bold, between the ones that stand around it."""
    nodes: list[object] = []
    for one in nearby(article.reading, sentence):
        shown = clipped(one.text)
        nodes += [Bold(shown) if one.overlaps(sentence) else shown, " "]
    return stacked([BlockQuote(*nodes[:-1]), origin(article, say)], "\n")


def nearby(reading: Reading, span: Span, distance: int = 1) -> tuple[Sentence, ...]:
    """The sentences that ``span`` touches and ``distance`` more on either side."""
    touched = [i for i, one in enumerate(reading.sentences) if one.overlaps(span)]
    return reading.sentences[max(0, touched[0] - distance) : touched[-1] + distance + 1] if touched else ()


def refusal(found: Found, say: Phrases) -> Text:
    """What was looked through in vain, and the nearest sentences under a heading of their own."""
    told = stacked([*_lines([corrected(found, say)]), Text(_looked_through(found, say))], "\n")
    if not found.near:
        return told
    near = [one for group in found.near for one in _near(group, found, say)]
    return stacked([told, pages([Text(Bold(say("answer-near"))), *near], "\n")[0]])


def _near(group: Group, found: Found, say: Phrases) -> Iterator[Text]:
    """The nearest sentences of an article; where they stand, if that is not the one asked about."""
    subject, limit = found.inquiry.subject, ROOM // sum(len(one.answers) for one in found.near)
    yield _quoted([replace(one, span=None) for one in group.answers], say, limit)
    if subject is None or group.article.id != subject.id:
        yield _origin(group, say)


def _looked_through(found: Found, say: Phrases) -> str:
    inquiry, scope = found.inquiry, found.inquiry.question.scope
    if inquiry.subject is not None:
        return _in_vain(inquiry.subject, found, say)
    if scope == Scope(everywhere=True):
        return say("answer-none-all", count=found.looked)
    named = in_words(scope, inquiry.asked.at, say)
    return say("answer-none-scope", count=found.looked, scope=named) if found.looked else say("scope-none", scope=named)


def _in_vain(subject: Article, found: Found, say: Phrases) -> str:
    title = say.quoted(subject.title)
    if found.kept == 1:
        return say("answer-none-one", title=title)
    if found.looked == 1:
        return say("answer-none-here", title=title)
    return say("answer-none", title=title, count=found.kept - 1)
