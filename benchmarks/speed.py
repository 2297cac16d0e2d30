"""How long ours takes beside the libraries that it stands on: ratios, measured in turns in one run.

Milliseconds are those of one machine on one day; their ratio lasts. Whatever a contender loads once (models,
dictionaries) is loaded before the clock starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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

import nlp
from benchmarks.baselines import bare, lex_rank
from benchmarks.jobs import rows
from benchmarks.tables import markdown
from nlp.model import Reading
from nlp.summary import rank

NEWS, SHORT_NEWS = "quotes_ru.jsonl", "summary_ru_gazeta.jsonl"
ARTICLE_WORDS = 500
ARTICLES = 7
RANKED = 1_000
RANKINGS = 3

Lap = tuple[Callable[[], object], Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Race:
    """Ours and a rival at the same work, lap by lap; every lap is other work, so that no cache answers it."""

    what: str
    rival: str
    laps: Sequence[Lap]

    def run(self) -> tuple[float, float]:
        """The medians of both, in seconds."""
        times = [(seconds(ours), seconds(theirs)) for ours, theirs in self.laps]
        ours, theirs = zip(*times, strict=True)
        return median(ours), median(theirs)


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def table(races: Iterable[Race]) -> str:
    """A Markdown table of the races, each run now; the ratio is ours by theirs."""
    return markdown(["what", "against", "ours, ms", "theirs, ms", "ratio"], map(_row, races))


def _row(race: Race) -> list[str]:
    ours, theirs = race.run()
    return [race.what, race.rival, f"{1000 * ours:.2f}", f"{1000 * theirs:.2f}", f"{ours / theirs:.2f}"]


def races(folder: Path, ranked: int = RANKED) -> Iterator[Race]:
    """The races that the sets of this folder allow."""
    if (folder / NEWS).is_file():
        news = rows(folder / NEWS)
        yield asking(news)
        yield reading([str(item["text"]) for item in news])
    if (folder / SHORT_NEWS).is_file():
        yield ranking([str(item["text"]) for item in rows(folder / SHORT_NEWS)], ranked)


def asking(news: Sequence[dict[str, Any]]) -> Race:
    """Every article is read, and asked its first question, before the clock starts."""
    laps: list[Lap] = []
    for item in news:
        article = nlp.read(item["text"])
        first, *others = (question["q"] for question in item["questions"])
        nlp.answer(first, [article])
        laps += [(ours_asked(question, article), rapidfuzz_asked(question, article)) for question in others]
    return Race("a question to one article that has been read", "rapidfuzz.process.extract with WRatio", laps)


def ours_asked(question: str, article: Reading) -> Callable[[], object]:
    return lambda: nlp.answer(question, [article])


def rapidfuzz_asked(question: str, article: Reading) -> Callable[[], object]:
    texts = [sentence.text for sentence in article.sentences]
    return lambda: process.extract(question, texts)  # WRatio is its scorer unless told


def reading(texts: Sequence[str]) -> Race:
    """Articles of about 500 words, short ones put together."""
    articles = joined(texts, ARTICLE_WORDS)[: ARTICLES + 1]
    warm, timed = articles[0], articles[1:] or articles
    nlp.read(warm)
    parsed(warm)
    laps = [(lambda text=text: nlp.read(text), lambda text=text: parsed(text)) for text in timed]
    return Race(f"to read {ARTICLE_WORDS} words", "slovnet's names, morphology and syntax alone", laps)


def joined(texts: Sequence[str], size: int) -> list[str]:
    """Texts put together until each has ``size`` words at the least, and cut there at a paragraph's end."""
    made, open_text = [], ""
    for paragraph in (line for text in texts for line in text.splitlines() if line.strip()):
        open_text += paragraph + "\n"
        if len(open_text.split()) >= size:
            made.append(open_text)
            open_text = ""
    return made or [open_text]


def ranking(texts: Sequence[str], size: int) -> Race:
    """The summary's order of many sentences, already cut."""
    article = bare("\n".join(texts))
    article = Reading(article.text, "", article.language, article.sentences[:size], (), ())
    ours = lambda: rank(article.sentences, article.language, None)  # noqa: E731
    theirs = lambda: lex_rank().over(article).summary(3)  # noqa: E731
    return Race(f"to rank {len(article.sentences)} sentences", "sumy's LexRank", [(ours, theirs)] * RANKINGS)


# ---- the bare pipeline


def parsed(text: str) -> tuple[list[Any], list[Any], list[Any]]:
    """The names, morphology and syntax of a text as slovnet gives them, on razdel's sentences and tokens."""
    names, morphology, syntax = _models()
    sentences = [sentence.text for sentence in razdel.sentenize(text)]
    tokens = [[token.text for token in razdel.tokenize(sentence)] for sentence in sentences]
    return [names(text)], list(morphology.map(tokens)), list(syntax.map(tokens))


@cache
def _models() -> tuple[Any, Any, Any]:
    """slovnet's models of Russian news, which natasha carries."""
    natasha = find_spec("natasha")
    data = Path((natasha and natasha.origin) or "").parent / "data"
    vectors = Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    files = {NER: "slovnet_ner_news_v1.tar", Morph: "slovnet_morph_news_v1.tar", Syntax: "slovnet_syntax_news_v1.tar"}
    names, morphology, syntax = (model.load(data / "model" / file).navec(vectors) for model, file in files.items())
    return names, morphology, syntax
