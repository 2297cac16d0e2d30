"""What ours costs beside the libraries that it stands on: ratios, measured in turns in one run.

Milliseconds are those of one machine on one day; their ratio lasts. Whatever a contender loads once (models,
dictionaries) is loaded before the clock starts.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import razdel
from navec import Navec
from rapidfuzz import process
from slovnet import NER, Morph, Syntax
from threadpoolctl import ThreadpoolController

import nlp
from benchmarks.baselines import bare, lex_rank
from benchmarks.jobs import rows
from benchmarks.tables import markdown
from nlp.language import detect
from nlp.model import Quote, Reading
from nlp.quotes import find_quotes
from nlp.sentences import split
from nlp.speech.analysis import analysed
from nlp.summary import rank

NEWS, SHORT_NEWS, PAPERS = SETS = "quotes_ru.jsonl", "summary_ru_gazeta.jsonl", "summary_long_ru.jsonl"
KEPT = 100
RANKED = 1_000
GROWN = 10_000
GROWTHS = 3

Lap = tuple[Callable[[], object], Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a piece of work costs, in the unit."""

    unit: str
    of: Callable[[Callable[[], object]], float]


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return 1000 * (perf_counter() - started)


def megabytes(work: Callable[[], object]) -> float:
    """The most that the work held at once beyond what was held before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


TIME, MEMORY = Measure("ms", milliseconds), Measure("MB", megabytes)


@dataclass(frozen=True, slots=True)
class Race:
    """Ours and a rival at the same work, lap by lap; where a cache could answer, every lap is other work."""

    what: str
    rival: str
    laps: Sequence[Lap]
    measure: Measure = TIME

    def run(self) -> tuple[float, float]:
        """The medians of both."""
        costs = [(self.measure.of(ours), self.measure.of(theirs)) for ours, theirs in self.laps]
        ours, theirs = zip(*costs, strict=True)
        return median(ours), median(theirs)


def table(races: Iterable[Race]) -> str:
    """A Markdown table of the races, each run now; the ratio is ours by theirs."""
    return markdown(["what", "against", "ours", "theirs", "ratio"], map(_row, races))


def _row(race: Race) -> list[str]:
    ours, theirs = race.run()
    unit = race.measure.unit
    return [race.what, race.rival, f"{ours:.2f} {unit}", f"{theirs:.2f} {unit}", f"{ours / theirs:.2f}"]


def races(folder: Path, ranked: int = RANKED) -> Iterator[Race]:
    """The races that the sets of this folder allow."""
    news, short, papers = (rows(folder / name) if (folder / name).is_file() else [] for name in SETS)
    if news:
        yield from reading(texts(news))  # first, while no word of them has been met
        yield from asking(news, short)
    if short:
        yield ranking(texts(short), ranked)
    if papers or short:
        yield from growing(texts(papers or short), GROWN)


def texts(items: Iterable[Mapping[str, Any]]) -> list[str]:
    return [str(item["text"]) for item in items]


def asking(news: Sequence[Mapping[str, Any]], more: Sequence[Mapping[str, Any]]) -> Iterator[Race]:
    """Every article is read, and asked its first question, before the clock starts."""
    articles = [nlp.read(text) for text in texts(news)]
    kept = articles + [nlp.read(text) for text in texts(more)[: max(0, KEPT - len(articles))]]
    asked = [(article, [one["q"] for one in item["questions"]]) for article, item in zip(articles, news, strict=True)]
    for article, (first, *_) in asked:
        nlp.answer(first, [article])
    others = [(article, question) for article, (_, *rest) in asked for question in rest]
    yield _asking("one article that has been read", [(question, [article]) for article, question in others])
    nlp.answer(others[0][1], kept)
    yield _asking(f"{len(kept)} articles that have been read", [(question, kept) for _, question in others[1:]])


def _asking(whom: str, asked: Iterable[tuple[str, Sequence[Reading]]]) -> Race:
    laps = [(ours_asked(question, articles), rapidfuzz_asked(question, articles)) for question, articles in asked]
    return Race(f"a question to {whom}", "rapidfuzz.process.extract with WRatio", laps)


def ours_asked(question: str, articles: Sequence[Reading]) -> Callable[[], object]:
    return lambda: nlp.answer(question, articles)


def rapidfuzz_asked(question: str, articles: Sequence[Reading]) -> Callable[[], object]:
    choices = [sentence.text for article in articles for sentence in article.sentences]
    return lambda: process.extract(question, choices)  # WRatio is its scorer unless told


def reading(articles: Sequence[str]) -> Iterator[Race]:
    """Every second article is read whole, the others for who said what; each beside the bare pipeline, in turns."""
    warm, *timed = articles
    for what, ours, own in (
        ("to read an article", nlp.read, timed[::2]),
        ("to tell who said what in an article", told, timed[1::2]),
    ):
        ours(warm)
        parsed(warm)
        laps = [(lambda text=text, work=ours: work(text), lambda text=text: parsed(text)) for text in own or [warm]]
        yield Race(what, "natasha's names, morphology and syntax", laps)


def told(text: str) -> tuple[Quote, ...]:
    """Of a reading no more than the statements need."""
    language = detect(text)
    with _linear_algebra().limit(limits=1):
        return find_quotes(analysed(text, split(text, language), language))


def ranking(articles: Sequence[str], size: int) -> Race:
    """The summary's order of many sentences, already cut."""
    article = first_sentences(articles, size)
    laps = [(ranked(article), lambda: lex_rank().over(article).summary(3))]
    return Race(f"to rank {len(article.sentences)} sentences", "sumy's LexRank", laps)


def growing(articles: Sequence[str], size: int) -> Iterator[Race]:
    """Twice the sentences, to twice the cost and hardly more; ours is the rival of ours."""
    whole = first_sentences(articles, size)
    count = len(whole.sentences)
    half = up_to(whole, count // 2)
    for doing, work in (
        ("rank", (ranked(whole), ranked(half))),
        ("find the chapters of", (outlined(whole), outlined(half))),
    ):
        work[0]()  # so that every word has been met before
        for what, measure, laps in (("time", TIME, GROWTHS), ("memory", MEMORY, 1)):
            yield Race(f"{what} to {doing} {count} sentences", f"ours at {count // 2} of them", [work] * laps, measure)


def first_sentences(articles: Iterable[str], size: int) -> Reading:
    return up_to(bare("\n".join(articles)), size)


def up_to(article: Reading, size: int) -> Reading:
    """The article as if it ended after so many sentences."""
    sentences = article.sentences[:size]
    return Reading(article.text[: sentences[-1].stop], "", article.language, sentences, (), ())


def ranked(article: Reading) -> Callable[[], object]:
    return lambda: rank(article.sentences, article.language, None)


def outlined(article: Reading) -> Callable[[], object]:
    return lambda: nlp.chapters(article)


# ---- the bare pipeline


def parsed(text: str) -> tuple[list[Any], list[Any], list[Any]]:
    """What natasha does with a text: razdel's sentences and tokens, slovnet's names, morphology and syntax.

    These are the calls of its `Doc` (segment, tag_ner, tag_morph, parse_syntax), of the same models with the same
    batches: names of the text as a whole, grammar of every sentence. Neither it nor this looks for lemmas.
    """
    names, morphology, syntax = _models()
    sentences = [sentence.text for sentence in razdel.sentenize(text)]
    tokens = [[token.text for token in razdel.tokenize(sentence)] for sentence in sentences]
    with _linear_algebra().limit(limits=1):
        return [names(text)], list(morphology.map(tokens)), list(syntax.map(tokens))


@cache
def _linear_algebra() -> ThreadpoolController:
    """One thread, as ours has it: with more it is slower."""
    return ThreadpoolController().select(user_api="blas")


@cache
def _models() -> tuple[Any, Any, Any]:
    """slovnet's models of Russian news, which natasha carries."""
    natasha = find_spec("natasha")
    data = Path((natasha and natasha.origin) or "").parent / "data"
    vectors = Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    files = {NER: "slovnet_ner_news_v1.tar", Morph: "slovnet_morph_news_v1.tar", Syntax: "slovnet_syntax_news_v1.tar"}
    names, morphology, syntax = (model.load(data / "model" / file).navec(vectors) for model, file in files.items())
    return names, morphology, syntax
