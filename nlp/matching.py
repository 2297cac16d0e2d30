"""From a question to the sentences that answer it: the file that knows rapidfuzz (beside `nlp.keyboard`)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from rapidfuzz.distance import Indel, JaroWinkler
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import extract

from nlp.commonness import usual_rarity
from nlp.details import Detail, asking, function_words
from nlp.features import FIT, HELD, HELD_BY_ARTICLE, SAID, Article, Asked, Candidate, Seen, Term, Voice, rarity, see
from nlp.model import Answer, Frequencies, Question, QuestionKind, Quote, Reading, Span, Speaker
from nlp.questions import understand
from nlp.speakers import same_person
from nlp.weights import THRESHOLDS, WEIGHTS, Weights
from nlp.words import FOLDED, Word, fold, grammemes, words

LIKE = 0.88
"""Jaro-Winkler similarity from which on two dictionary forms may be kin or one the other misspelled."""
LONG_WORD, LIKE_LONG = 8, 0.8
"""A long word may be misspelled twice, near its beginning too: then the share of its letters in order decides."""
SHORT_LIST = 40
"""Sentences that are weighed with every feature; the rest holds less of the question than any of them."""
SUMMARY = 3
ARTICLE: Mapping[str, float] = {"held_words": 12.0, "held_rare": 0.0, "held_pieces": 6.0, "strange_names": -3.0}
"""What the article's own share in the question is worth beside the sentence's, where several articles are asked."""
HEADLINE = -4.0
"""A headline gives way to a full sentence that says about the same."""
SAID_FIT: Mapping[str, float] = {"spoken_by": 4.0, "spoken_about": 8.0}
SAID_HELD: Mapping[str, float] = {"spoken_by": 3.0, "spoken_about": 4.0}
"""Set by hand: there are too few questions about statements to train on."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The readings asked, as the matcher sees them; ``frequencies`` are their own, or those of all the chat has."""

    readings: Sequence[Reading]
    seen: tuple[tuple[Seen, ...], ...]
    counts: Counter[str]
    frequencies: Frequencies
    usual: float

    @classmethod
    def of(cls, readings: Sequence[Reading], frequencies: Frequencies | None = None) -> Pool:
        seen = tuple(tuple(see(s.text, reading.language) for s in reading.sentences) for reading in readings)
        every = [one for sentences in seen for one in sentences]
        counts = Counter(lemma for one in every for lemma in one.places)
        usual = sum(one.size for one in every) / max(1, len(every)) or 1.0
        return cls(readings, seen, counts, frequencies or Frequencies(len(every), counts), usual)

    def term(self, word: Word, language: str | None) -> Term:
        alike = _alike(word.lemma, self.counts)
        weight = rarity(self._held(word.lemma, alike), self.frequencies.sentences)
        return Term(word.lemma, weight, alike, _is_proper(word), usual_rarity(word.lemma, language))

    def _held(self, lemma: str, alike: Iterable[str]) -> int:
        """In how many sentences a word stands; where it is unknown, words that look like it."""
        holding = self.frequencies.holding
        kin = sum(holding.get(other, 0) for other in alike)
        return min(self.frequencies.sentences, holding.get(lemma, 0) or kin)


def _is_proper(word: Word) -> bool:
    return word.text[0].isdigit() or (word.start > 0 and word.text[0].isupper())


def _alike(lemma: str, vocabulary: Mapping[str, int]) -> dict[str, float]:
    """Words of the vocabulary that look like this one, the likest first."""
    if len(lemma) < 4 or lemma[0].isdigit():
        return {}
    found = extract(lemma, vocabulary.keys(), scorer=JaroWinkler.normalized_similarity, score_cutoff=LIKE, limit=6)
    if not found and len(lemma) >= LONG_WORD:
        found = extract(lemma, vocabulary.keys(), scorer=Indel.normalized_similarity, score_cutoff=LIKE_LONG, limit=2)
    return {other: min(score, 0.99) for other, score, _ in found if other != lemma}


@lru_cache(maxsize=512)
def _content(text: str, language: str | None) -> tuple[Word, ...]:
    """The words of a question that an article can hold, each once."""
    found = (word for word in words(text, language) if fold(word.text) not in function_words())
    return tuple({word.lemma: word for word in found}.values())


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
    found = _ranked(asked, Pool.of(readings))
    near = ((reading, one) for reading, one in found if any(one.strengths))
    return [_answer(reading, one, _score(reading, one)) for reading, one in islice(near, max(limit, 0))]


def sought(question: Question) -> tuple[str, ...]:
    """The folded dictionary forms that a search for the question looks for, each once."""
    text = f"{question.topic} {question.speaker or ''}"
    return tuple(word.lemma for word in _content(text, question.language))


def spelled_like(lemma: str, vocabulary: Iterable[str]) -> tuple[str, ...]:
    """Of a vocabulary of dictionary forms, those that a strange one may be a misspelling of, the likest first."""
    return tuple(_alike(lemma, dict.fromkeys(vocabulary, 1)))


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
BY_KIND: Mapping[QuestionKind, Find] = {
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
    ceiling = 1.0
    for reading, one in _ranked(question, Pool.of(readings, frequencies)):
        if not _knows(question, one):
            continue
        ceiling = min(ceiling, _score(reading, one))
        if ceiling >= _threshold(reading) and told != (reading, one.index):
            yield _answer(reading, one, ceiling)


def _ranked(question: Question, pool: Pool) -> list[tuple[Reading, Candidate]]:
    return sorted(candidates(question, pool), key=lambda one: -_fit(*one))


def _answer(reading: Reading, one: Candidate, score: float) -> Answer:
    short = short_answer(reading, one)
    said = _quote(one) if one.voices else _whose(reading, one, short)
    return Answer(reading, reading.sentences[one.index], score, short, said)


def _knows(question: Question, one: Candidate) -> bool:
    """Whether the article mentions the speaker asked about, be it by one word of the name."""
    if question.speaker is None or any(voice.by for voice in one.voices):
        return True
    named = {word.lemma for word in words(question.speaker, None)}
    held = zip(one.asked.terms, one.article.held, strict=True)
    return any(s for term, s in held if term.lemma in named)


def _weights(reading: Reading) -> Weights:
    return WEIGHTS.get(reading.language or "", WEIGHTS[""])


def _threshold(reading: Reading) -> float:
    return THRESHOLDS.get(reading.language or "", THRESHOLDS["ru"])


def _fit(reading: Reading, one: Candidate) -> float:
    weights = _weights(reading).fit
    headline = HEADLINE * (one.index == 0 and is_headline(reading))
    article = sum(ARTICLE[f.__name__] * f(one) for f in HELD_BY_ARTICLE)
    said = sum(SAID_FIT[f.__name__] * f(one) for f in SAID)
    return headline + article + said + sum(weights[f.__name__] * f(one) for f in FIT)


def is_headline(reading: Reading) -> bool:
    """Whether the first sentence is only a headline: a line of its own that does not end like a sentence."""
    first = reading.sentences[0]
    rest = reading.text[first.stop :]
    return bool(rest.strip()) and rest.startswith("\n") and first.text[-1] not in '.!?…»”"):'


def _score(reading: Reading, one: Candidate) -> float:
    weights = _weights(reading)
    said = sum(SAID_HELD[f.__name__] * f(one) for f in SAID)
    return 1 / (1 + math.exp(-weights.bias - said - sum(weights.held[f.__name__] * f(one) for f in HELD)))


def _quote(one: Candidate) -> Quote | None:
    """The statement that the question is about."""
    rank = lambda voice: (voice.by, one.asked.share(one.asked.strengths(voice.seen)))  # noqa: E731
    found = max(one.voices, key=rank, default=None)
    return found.quote if found else None


def _whose(reading: Reading, one: Candidate, short: Span | None) -> Quote | None:
    """The statement that answers: it holds the short answer, or else most of the words asked about."""
    places = _asked_at(reading, one) if short is None else [short.start]
    held = [
        (sum(part.start <= at < part.stop for part in said.parts for at in places), said) for said in reading.quotes
    ]
    count, best = max(held, key=lambda one: one[0], default=(0, None))
    return best if 2 * count > len(places) else None


def short_answer(reading: Reading, one: Candidate) -> Span | None:
    """The date, number, place or name expected that stands nearest to the words of the question."""
    start = reading.sentences[one.index].start
    at = _asked_at(reading, one)
    distance = lambda detail: min((abs(start + detail.start - i) for i in at), default=detail.start)  # noqa: E731
    found = min((detail for detail in one.suitable() if _fits(detail, one)), key=distance, default=None)
    return None if found is None else Span(start + found.start, start + found.stop, found.text)


def _asked_at(reading: Reading, one: Candidate) -> list[int]:
    """Where in the text the words of the question stand in the sentence."""
    sentence = reading.sentences[one.index]
    found = words(sentence.text, reading.language)
    return [sentence.start + word.start for word in found if word.lemma in one.asked.named]


def _fits(detail: Detail, one: Candidate) -> bool:
    """Whether a detail can stand alone as the answer: whole, of the measure asked, for "who" a person or a body."""
    measure = one.asked.measure
    if detail.kind == "number" and measure is not None and not measure.search(detail.text):
        return False
    return detail.whole and not (
        one.asked.expects == "person" and detail.kind == "anything" and not _capitalised(detail.text)
    )


def _capitalised(name: str) -> bool:
    return all(word[0].isupper() for word in name.split())


def candidates(question: Question, pool: Pool) -> Iterator[tuple[Reading, Candidate]]:
    """The sentences worth weighing."""
    asked = {language: _asked(question, pool, language) for language in {r.language for r in pool.readings}}
    articles = [
        (reading, Article(asked[reading.language], seen))
        for reading, seen in zip(pool.readings, pool.seen, strict=True)
        if asked[reading.language].terms
    ]
    ranked = sorted(
        ((share, n, i) for n, (_, article) in enumerate(articles) for i, share in enumerate(article.shares)),
        key=lambda one: -one[0],
    )
    answering = ((n, i) for _, n, i in ranked if question.kind != "fact" or not articles[n][1].seen[i].asks)
    for n, i in islice(answering, SHORT_LIST):
        reading, article = articles[n]
        likeness = token_set_ratio(article.asked.folded, article.seen[i].folded) / 100
        yield reading, Candidate(article, i, likeness, tuple(_voices(question, reading, i)))


def _voices(question: Question, reading: Reading, index: int) -> Iterator[Voice]:
    """The statements in a sentence, where the question is about somebody's words."""
    if question.kind in ("said", "who_said"):
        sentence = reading.sentences[index]
        for quote in reading.quotes:
            if any(part.overlaps(sentence) for part in quote.parts):
                said = " ".join(part.text for part in quote.parts)
                yield Voice(quote, see(said, reading.language), _by(question.speaker, quote, reading.language))


def _by(asked: str | None, quote: Quote, language: str | None) -> float:
    """How surely a statement is that of the speaker asked about: the share of the words of the name asked, 0..1."""
    if asked is None or quote.speaker is None:
        return 0.0
    if same_person(Speaker(asked), quote.speaker):
        return 1.0
    named = f"{quote.speaker.name} {quote.speaker.title or ''} {quote.mention.text if quote.mention else ''}"
    return _named(asked, named, language)


@lru_cache(maxsize=1024)
def _named(asked: str, named: str, language: str | None) -> float:
    wanted, there = _content(asked, language), {word.lemma for word in words(named, language)}
    held = [word.lemma in there or bool(_alike(word.lemma, dict.fromkeys(there, 1))) for word in wanted]
    return sum(held) / len(held) if held else 0.0


def _asked(question: Question, pool: Pool, language: str | None) -> Asked:
    """The question against the pool, its words read as those of one language."""
    text = f"{question.speaker or ''} {question.topic}".strip() or question.text
    terms = tuple(pool.term(word, language) for word in _content(text, language))
    focus = _focus(text, terms, language)
    measure = _measure(fold(text), language) if question.expects == "number" else None
    return Asked(fold(text), terms, question.expects, focus, pool.usual, measure)


def _focus(text: str, terms: Sequence[Term], language: str | None) -> Term | None:
    """The word that «какой» or «сколько» determines: the first noun among the two terms after it, else the first."""
    found = re.search(asking(language).determiners.translate(FOLDED), fold(text))
    after = _content(text[found.end() :], language)[:2] if found else ()
    nouns = [word for word in after if "NOUN" in grammemes(word.text.lower())]
    lemmas = {word.lemma for word in (nouns or after)[:1]}
    return next((term for term in terms if term.lemma in lemmas), None)


def _measure(folded: str, language: str | None) -> re.Pattern[str] | None:
    """The unit of the number that a question asks for, where its words tell."""
    return next((unit for question, unit in _measures(language) if question.search(folded)), None)


@cache
def _measures(language: str | None) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    measures = asking(language).measures
    return tuple((re.compile(question.translate(FOLDED)), re.compile(unit)) for question, unit in measures)
