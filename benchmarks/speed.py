"""What ours costs beside the libraries that it stands on: ratios, measured in turns in one run.

Milliseconds are those of one machine on one day; their ratio lasts. Whatever a contender loads once (models,
dictionaries) is loaded before the clock starts.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
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
from benchmarks.baselines import bare, lex_rank, sentences_of
from benchmarks.encoder import Encode, encode
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
RAPIDFUZZ, ENCODER = "rapidfuzz.process.extract with WRatio", "encoding the question and the sentences"

Work = Callable[[], object]
Lap = tuple[Work, ...]
"""Ours, then each rival in the order of their names."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a piece of work costs, in the unit."""

    unit: str
    of: Callable[[Work], float]


def milliseconds(work: Work) -> float:
    started = perf_counter()
    work()
    return 1000 * (perf_counter() - started)


def megabytes(work: Work) -> float:
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
    """Ours and its rivals at the same work, lap by lap; where a cache could answer, every lap is other work."""

    what: str
    rivals: Sequence[str]
    laps: Sequence[Lap]
    measure: Measure = TIME

    def run(self) -> tuple[float, ...]:
        """The medians, ours first."""
        costs = [tuple(map(self.measure.of, lap)) for lap in self.laps]
        return tuple(map(median, zip(*costs, strict=True)))


def table(races: Iterable[Race]) -> str:
    """A Markdown table of the races, each run now: a row a rival; the ratio is ours by theirs."""
    rows = (row for race in races for row in _rows(race))
    return markdown(["what", "against", "ours", "theirs", "ratio"], rows)


def _rows(race: Race) -> Iterator[list[str]]:
    ours, *others = race.run()
    unit = race.measure.unit
    for rival, theirs in zip(race.rivals, others, strict=True):
        yield [race.what, rival, f"{ours:.2f} {unit}", f"{theirs:.2f} {unit}", _ratio(ours / theirs)]


def _ratio(ratio: float) -> str:
    """With two figures that tell, however small."""
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.2g}"


def races(folder: Path, ranked: int = RANKED) -> Iterator[Race]:
    """The races that the sets of this folder allow, each to be run before the next is taken."""
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
    """Every article is read before the clock starts; each question is asked once of one article, and once of many.

    The second race is of articles that were asked in the first.
    """
    articles = [nlp.read(text) for text in texts(news)]
    kept = articles + [nlp.read(text) for text in texts(more)[: max(0, KEPT - len(articles))]]
    asked = [(article, turned(at, item)) for at, (article, item) in enumerate(zip(articles, news, strict=True))]
    first = [(question, [article]) for article, (question, *_) in asked]
    others = [(question, [article]) for article, (_, *rest) in asked for question in rest]
    encoding = encoder()
    yield _asking("the first question to an article that has been read", first, encoding)
    yield _asking("a question to one article that has been read", others, encoding)
    nlp.answer(others[0][0], kept)
    yield _asking(f"a question to {len(kept)} articles that have been read", [(one, kept) for one, _ in others[1:]])


def turned(number: int, item: Mapping[str, Any]) -> list[str]:
    """The questions of an article, so that not all begin with one of the same kind."""
    questions = [one["q"] for one in item["questions"]]
    at = number % len(questions)
    return questions[at:] + questions[:at]


def _asking(what: str, asked: Sequence[tuple[str, Sequence[Reading]]], encode: Encode | None = None) -> Race:
    """Against rapidfuzz, and the encoder if there is one."""
    rivals: list[tuple[str, Callable[[str, Sequence[Reading]], Work]]] = [(RAPIDFUZZ, rapidfuzz_asked)]
    if encode:
        rivals.append((ENCODER, partial(encoder_asked, encode)))
    laps = [(ours_asked(*one), *(make(*one) for _, make in rivals)) for one in asked]
    return Race(what, [name for name, _ in rivals], laps)


def ours_asked(question: str, articles: Sequence[Reading]) -> Work:
    return lambda: nlp.answer(question, articles)


def rapidfuzz_asked(question: str, articles: Sequence[Reading]) -> Work:
    choices = sentences(articles)
    return lambda: process.extract(question, choices)  # WRatio is its scorer unless told


def encoder_asked(encode: Encode, question: str, articles: Sequence[Reading]) -> Work:
    """The question and the sentences at once, which is the fastest that it has."""
    texts = [question, *sentences(articles)]
    return lambda: encode(texts)


def sentences(articles: Iterable[Reading]) -> list[str]:
    return [sentence.text for _, sentence in sentences_of(articles)]


def encoder() -> Encode | None:
    """The encoder, warm; None where it is not installed."""
    try:
        encoding = encode()
    except ModuleNotFoundError:
        return None
    encoding(["It is loaded with the first sentence."])
    return encoding


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
        yield Race(what, ["natasha's names, morphology and syntax"], laps)


def told(text: str) -> tuple[Quote, ...]:
    """Of a reading no more than the statements need."""
    language = detect(text)
    with _linear_algebra().limit(limits=1):
        return find_quotes(analysed(text, split(text, language), language))


def ranking(articles: Sequence[str], size: int) -> Race:
    """The summary's order of many sentences, already cut."""
    article = first_sentences(articles, size)
    laps = [(ranked(article), lambda: lex_rank().over(article).summary(3))]
    return Race(f"to rank {len(article.sentences)} sentences", ["sumy's LexRank"], laps)


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
            yield Race(
                f"{what} to {doing} {count} sentences", [f"ours at {count // 2} of them"], [work] * laps, measure
            )


def first_sentences(articles: Iterable[str], size: int) -> Reading:
    return up_to(bare("\n".join(articles)), size)


def up_to(article: Reading, size: int) -> Reading:
    """The article as if it ended after so many sentences."""
    sentences = article.sentences[:size]
    return Reading(article.text[: sentences[-1].stop], "", article.language, sentences, (), ())


def ranked(article: Reading) -> Work:
    return lambda: rank(article.sentences, article.language, None)


def outlined(article: Reading) -> Work:
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
