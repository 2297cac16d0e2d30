"""The jobs: on which sets of the evaluation data each is measured, and against whom."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import nlp
from benchmarks import (
    baselines,
    boundaries,
    encoder,
    facts,
    kazakh,
    languages,
    patterns,
    quotations,
    reposts,
    statements,
    suggestions,
    titles,
)
from benchmarks.scorer import score

Row = dict[str, Any]
Engine = Any
"""Whatever answers the calls of `nlp`'s interface that a job makes: the package itself, or a baseline."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A column of a table. ``make`` raises ModuleNotFoundError where an optional package is not installed.

    Figures of what it does not set out to do are not ``counted``: their names do not open with one of these.
    """

    name: str
    make: Callable[[], Engine]
    counted: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the scorer, or one of our own: ``figures`` makes names and values of an engine, a set and its items.

    ``sets`` are the stems of its files. ``scored_as`` is the scorer's job, where that has another name; ``beside`` are
    figures of ours beside the scorer's. ``made`` writes sets of our own into a room, from files of a folder if it
    has them; ``second`` is who labelled such a set too, and takes part like any other.
    """

    name: str
    title: str
    sets: Sequence[str]
    rivals: Sequence[Contender] = ()
    figures: Callable[[Engine, str, list[Row]], Iterable[tuple[str, str]]] | None = None
    scored_as: str = ""
    beside: Callable[[ModuleType, Engine, list[Row]], Iterable[tuple[str, str]]] | None = None
    made: Callable[[Path, Path], list[Path]] | None = None
    second: Callable[[Path], Contender] | None = None

    @property
    def file_names(self) -> list[str]:
        return [f"{one}.jsonl" for one in self.sets]

    def files(self, folder: Path, room: Path) -> list[Path]:
        """Those of its files that the folder holds, or what is made of them in the room."""
        if self.made:
            return self.made(folder, room)
        return [path for path in (folder / name for name in self.file_names) if path.is_file()]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as the scorer printed it: what was measured, on which set, whose it is."""

    set: str
    name: str
    contender: str
    value: str


OURS = Contender("ours", lambda: nlp)
BM25_ON_LEMMAS = Contender("BM25 on lemmas", baselines.bm25_on_lemmas)
PARTIAL_RATIO = Contender("partial_ratio", baselines.partial_ratio)
ENCODERS = (
    Contender("encoder", encoder.encoder),
    Contender("encoder + BM25 on lemmas", encoder.encoder_and_bm25),
)
MATCHERS = (
    Contender("WRatio", baselines.w_ratio),
    Contender("token_set_ratio", baselines.token_set_ratio),
    PARTIAL_RATIO,
    Contender("BM25 on words", baselines.bm25_on_words),
    BM25_ON_LEMMAS,
    Contender("BM25 on lemmas, razdel", baselines.bm25_on_razdel),
    *ENCODERS,
)
SUMMARIZERS = (
    Contender("LexRank", baselines.lex_rank),
    Contender("TextRank", baselines.text_rank),
    Contender("LSA", baselines.lsa),
    Contender("Luhn", baselines.luhn),
    Contender("summa", baselines.summa),
)
FINDERS = (
    Contender("three patterns", patterns.three_russian),
    Contender("ten patterns", patterns.ten_russian),
    Contender("subject of the verb", quotations.Subjects),
    Contender("direct-speech-extractor-ru", quotations.extractor, ("documents", "statements", "content", "parts")),
)
SEGMENTERS = (
    Contender("razdel", baselines.razdel_sentences),
    Contender("pySBD", baselines.pysbd_sentences),
    Contender("yasbd-lib", baselines.yasbd_sentences),
)
DETECTORS = (
    Contender("lingua", languages.lingua),
    Contender("py3langid", languages.py3langid),
    Contender("fastText lid.176", languages.fasttext),
)
NAMERS = (Contender("slovnet's names", facts.slovnet), Contender("capitals", facts.capitals))
ENTITLERS = (
    Contender("first 80 characters", titles.first_characters),
    Contender("first sentence", titles.first_sentence),
)

SAMENESS = (
    Contender("the same words", reposts.exact),
    Contender("ratio ≥ 90", reposts.plain_ratio),
    Contender("token_set_ratio ≥ 95", reposts.token_set),
)

SECOND = "another labelling"

QUESTIONS = ("qa_ru", "qa_en", "qa_kk")
HEADED = ("headline_ru", "summary_ru_gazeta", "summary_ru_rbc")
JOBS = (
    Job("qa", "The sentence that answers", QUESTIONS, MATCHERS),
    Job("news-qa", "Questions about Russian news", ("quotes_ru",), MATCHERS),
    Job("typos", "Questions with typos", QUESTIONS, (PARTIAL_RATIO, BM25_ON_LEMMAS, *ENCODERS)),
    Job("suggestions", "Suggested questions", ("telegram_posts_ru",), figures=suggestions.figures),
    Job("summary", "Summaries", ("summary_ru_gazeta", "summary_ru_rbc", "summary_en_cnndm"), SUMMARIZERS),
    Job("quotes-ru", "Who said what, Russian", ("quotes_ru",), FINDERS, beside=statements.figures),
    Job(
        "quotes-en",
        "Who said what, English",
        ("quotes_en_dev",),
        (Contender("three patterns", patterns.three_english),),
    ),
    Job(
        "quotes-kk",
        "Who said what, Kazakh",
        ("sentences_ud",),
        (Contender("six patterns", patterns.six_kazakh),),
        scored_as="quotes-ru",
        beside=statements.figures,
        made=kazakh.sets,
        second=lambda path: Contender(SECOND, lambda: kazakh.second(path)),
    ),
    Job("sentences", "Sentences", ("sbd_pysbd", "sentences_ud"), SEGMENTERS),
    Job("marked", "Sentences of articles, marked by hand", boundaries.SETS, SEGMENTERS, boundaries.figures),
    Job("language", "Languages", ("sentences_ud", *QUESTIONS, "names_kk"), DETECTORS, languages.figures),
    Job("titles", "Titles of untitled articles", HEADED, ENTITLERS, titles.figures),
    Job("facts", "Facts", ("entities_ru", "names_kk"), NAMERS, facts.figures),
    Job("stories", "One story or two", ("neardup_ru",), (Contender("long lemmas", baselines.LongLemmas),)),
    Job("reposts", "The same text again", ("telegram_posts_ru",), SAMENESS, reposts.figures),
)


def measure(job: Job, contender: Contender, scorer: ModuleType, files: Iterable[Path]) -> Iterator[Figure]:
    """The figures of one contender, each set by itself."""
    for path in files:
        for name, value in printed(job, contender.make(), scorer, path):
            if name.startswith(contender.counted):
                yield Figure(path.stem, name, contender.name, value)


def printed(job: Job, engine: Engine, scorer: ModuleType, path: Path) -> Iterator[tuple[str, str]]:
    if job.figures:
        yield from job.figures(engine, path.stem, rows(path))
        return
    yield from score(scorer, job.scored_as or job.name, [path], engine)
    if job.beside:
        yield from job.beside(scorer, engine, rows(path))


def sample(path: Path, size: int, folder: Path) -> None:
    """Write a file of the same name in ``folder``, with ``size`` items from all over this one.

    They are spread, and at least two, because neighbours share their article and the scorer wants another one.
    """
    items = lines(path)
    size = min(max(size, 2), len(items))
    chosen = [items[i * (len(items) - 1) // max(1, size - 1)] for i in range(size)]
    (folder / path.name).write_text("\n".join(chosen) + "\n", encoding="utf-8")


def rows(path: Path) -> list[Row]:
    """The items of a file."""
    return [json.loads(line) for line in lines(path)]


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
