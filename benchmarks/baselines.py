"""What ours is measured against: each with the part of `nlp`'s interface that its job calls, and no more.

A baseline reads with our sentences and our lemmas wherever sentences and words are not what is compared, so that
the difference in a table is the method's own.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import razdel
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from benchmarks.optional import quietly, required
from nlp.language import detect
from nlp.languages import LANGUAGES
from nlp.model import Answer, Reading, Sentence
from nlp.sentences import split
from nlp.words import fold, lemma, lemmas, words


def bare(text: str, title: str | None = None, sentences: Sequence[Sentence] | None = None) -> Reading:
    """A reading of sentences only: ours, unless others are given."""
    language = detect(text)
    found = split(text, language) if sentences is None else tuple(sentences)
    return Reading(text, title or "", language, found, ranking=(), quotes=())


# ---- summaries


class Summarizer(Protocol):
    """What sumy's summarizers have in common: their sentences in document order."""

    stop_words: frozenset[str]

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> Sequence[SumySentence]: ...


@dataclass(frozen=True, slots=True)
class Numbered:
    """What sumy calls a tokenizer: the lemmas of a sentence by its number, for sumy tells sentences apart by text."""

    reading: Reading

    def to_words(self, number: str) -> tuple[str, ...]:
        return tuple(lemmas(self.reading.sentences[int(number)].text, self.reading.language))


@dataclass(frozen=True, slots=True)
class Summarised:
    """A reading as the summary job sees it."""

    reading: Reading
    summarizer: Summarizer

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.reading.sentences

    def summary(self, n: int) -> tuple[Sentence, ...]:
        tokenizer = Numbered(self.reading)
        numbered = [SumySentence(str(i), tokenizer) for i in range(len(self.sentences))]
        chosen = self.summarizer(ObjectDocumentModel([Paragraph(numbered)]), n)
        return tuple(self.sentences[int(str(one))] for one in chosen)


@dataclass(frozen=True, slots=True)
class Sumy:
    """One of sumy's algorithms, fed with our sentences, lemmas and stop words."""

    algorithm: Callable[[], Summarizer]

    def read(self, text: str, title: str | None = None) -> Summarised:
        return self.over(bare(text, title))

    def over(self, reading: Reading) -> Summarised:
        summarizer = self.algorithm()
        summarizer.stop_words = _stop_words(reading.language)
        return Summarised(reading, summarizer)


def lex_rank() -> Sumy:
    return Sumy(LexRankSummarizer)


def text_rank() -> Sumy:
    return Sumy(TextRankSummarizer)


def lsa() -> Sumy:
    return Sumy(LsaSummarizer)


def luhn() -> Sumy:
    return Sumy(LuhnSummarizer)


SUMMA_LANGUAGES = {"ru": "russian", "en": "english"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the weight of each sentence by its text; of equal ones the earlier is taken."""

    reading: Reading
    weights: Mapping[str, float]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.reading.sentences

    def summary(self, n: int) -> tuple[Sentence, ...]:
        best = sorted(self.sentences, key=lambda one: -self.weights[one.text])[:n]
        return tuple(sorted(best, key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class Summa:
    """summa as its users have it: its own sentences, stems and stop words. It is asked for all, with their weights."""

    summarize: Callable[..., Sequence[tuple[str, float]]]

    def read(self, text: str, title: str | None = None) -> Weighed:
        language = SUMMA_LANGUAGES.get(detect(text) or "", "english")
        with quietly():
            found = self.summarize(text, ratio=1.0, language=language, split=True, scores=True)
        weights = {sentence.strip(): weight for sentence, weight in found}
        return Weighed(bare(text, title, list(located(text, (one for one, _ in found)))), weights)


def summa() -> Summa:
    """summa, if it is installed, else ModuleNotFoundError."""
    return Summa(required("summa.summarizer").summarize)


@lru_cache
def _stop_words(language: str | None) -> frozenset[str]:
    known = LANGUAGES.get(language or "")
    return (
        frozenset(form for word in known.stop_words for form in (fold(word), lemma(word, language)))
        if known
        else frozenset()
    )


# ---- questions


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """One of rapidfuzz's scorers over the sentences; it knows no refusal."""

    scorer: Callable[..., float]
    processor: Callable[[str], str] | None = default_process
    read = staticmethod(bare)

    def answer(self, question: str, readings: Sequence[Reading], limit: int = 5) -> list[Answer]:
        choices = list(sentences_of(readings))
        texts = [sentence.text for _, sentence in choices]
        found = process.extract(question, texts, scorer=self.scorer, processor=self.processor, limit=limit)
        return [Answer(*choices[at], score / 100) for _, score, at in found]


def w_ratio() -> Fuzzy:
    """On texts as they are, where it does better than on lower case without marks; the others gain by it."""
    return Fuzzy(fuzz.WRatio, processor=None)


def token_set_ratio() -> Fuzzy:
    return Fuzzy(fuzz.token_set_ratio)


def partial_ratio() -> Fuzzy:
    return Fuzzy(fuzz.partial_ratio)


K1, B = 1.5, 0.75
"""The usual parameters of BM25: how soon repetition stops to count, and how much length does."""

Terms = Callable[[str, str | None], Sequence[str]]
"""From a text and its language to the terms that it is found by."""


class Index:
    """The sentences of some readings under their terms (Robertson and Zaragoza, 2009; IDF as in Lucene)."""

    def __init__(self, readings: Sequence[Reading], terms: Terms) -> None:
        self.readings = list(readings)
        self.choices = list(sentences_of(readings))
        counted = [Counter(terms(sentence.text, reading.language)) for reading, sentence in self.choices]
        self.usual = sum(map(Counter.total, counted)) / max(1, len(counted))
        self.postings: dict[str, list[tuple[int, float]]] = {}
        for at, counts in enumerate(counted):
            room = K1 * (1 - B + B * counts.total() / (self.usual or 1))
            for term, count in counts.items():
                self.postings.setdefault(term, []).append((at, count * (K1 + 1) / (count + room)))

    def scores(self, asked: Iterable[str]) -> dict[int, float]:
        """For each sentence, by number, that holds a term of the question: its BM25."""
        found: dict[int, float] = defaultdict(float)
        for term in asked:
            held = self.postings.get(term, [])
            rarity = math.log(1 + (len(self.choices) - len(held) + 0.5) / (len(held) + 0.5))
            for at, weight in held:
                found[at] += rarity * weight
        return found


class Bm25:
    """BM25 over the sentences; a sentence that shares nothing with the question is no answer."""

    def __init__(self, terms: Terms, read: Callable[..., Reading] = bare) -> None:
        self.read = read
        self._terms = lru_cache(maxsize=100_000)(terms)
        self._index = Index((), terms)

    def answer(self, question: str, readings: Sequence[Reading], limit: int = 5) -> list[Answer]:
        scores = self.scores(question, readings)
        best = sorted(scores, key=lambda at: (-scores[at], at))[:limit]
        return [Answer(*self._index.choices[at], 1 - 1 / (1 + scores[at])) for at in best]

    def scores(self, question: str, readings: Sequence[Reading]) -> dict[int, float]:
        """For each sentence, by number, that shares a term with the question: its BM25."""
        if self._index.readings != readings:
            self._index = Index(readings, self._terms)
        asked = self._terms(question, readings[0].language if readings else None)
        return self._index.scores(dict.fromkeys(asked))


def bm25_on_words() -> Bm25:
    return Bm25(
        lambda text, language: _without_stop_words((fold(word.text) for word in words(text, language)), language)
    )


def bm25_on_lemmas() -> Bm25:
    return Bm25(_lemmas)


def bm25_on_razdel() -> Bm25:
    """On lemmas again, but cut by razdel: a shorter sentence is nearer to the answer and holds less of the question."""
    return Bm25(_lemmas, razdel_sentences().read)


def _lemmas(text: str, language: str | None) -> list[str]:
    return _without_stop_words(lemmas(text, language), language)


def _without_stop_words(terms: Iterable[str], language: str | None) -> list[str]:
    return [term for term in terms if term not in _stop_words(language)]


def sentences_of(readings: Iterable[Reading]) -> Iterator[tuple[Reading, Sentence]]:
    return ((reading, sentence) for reading in readings for sentence in reading.sentences)


# ---- sentences


@dataclass(frozen=True, slots=True)
class Segmenter:
    """A segmenter: ``cut`` takes a text and its language, and gives its sentences in order, as strings."""

    cut: Callable[[str, str | None], Iterable[str]]

    def read(self, text: str, title: str | None = None) -> Reading:
        return bare(text, title, list(located(text, self.cut(text, detect(text)))))


def located(text: str, pieces: Iterable[str]) -> Iterator[Sentence]:
    """Where in a text these pieces stand, one after another; a piece that the text does not hold is passed over."""
    at = 0
    for piece in filter(None, map(str.strip, pieces)):
        start = text.find(piece, at)
        if start >= 0:
            at = start + len(piece)
            yield Sentence(start, at, piece)


def razdel_sentences() -> Segmenter:
    return Segmenter(lambda text, _: [one.text for one in razdel.sentenize(text)])


def pysbd_sentences() -> Segmenter:
    """pySBD, if it is installed, else ModuleNotFoundError."""
    segmenter = required("pysbd").Segmenter
    made = lru_cache(lambda language: segmenter(language=language, clean=False))
    return Segmenter(lambda text, language: made(_ours(language)).segment(text))


def yasbd_sentences() -> Segmenter:
    """yasbd-lib, if it is installed, else ModuleNotFoundError."""
    detector = required("yasbd").BoundaryDetector
    made = lru_cache(lambda language: detector(language))
    return Segmenter(lambda text, language: made(_ours(language)).segment(text))


def _ours(language: str | None) -> str:
    return language if language in LANGUAGES else "ru"


# ---- stories

LONG_WORD = 5
"""Letters."""
SAME_STORY = 0.35
"""The share of its long lemmas that the shorter text has in the other; both figures are those at which it does best."""


class LongLemmas:
    """Two texts tell one story if they share enough of their long words."""

    read = staticmethod(bare)

    def same_story(self, a: Reading, b: Reading) -> float:
        left, right = (set(long_lemmas(one)) for one in (a, b))
        share = len(left & right) / max(1, min(len(left), len(right)))
        return min(1.0, 0.5 * share / SAME_STORY)


def long_lemmas(reading: Reading) -> Iterator[str]:
    return (one for one in lemmas(reading.text, reading.language) if len(one) >= LONG_WORD)
