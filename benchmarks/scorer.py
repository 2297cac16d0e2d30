"""The scorer that comes with the evaluation data, used as it is: the figures are its own by construction.

Its jobs are functions ``score_JOB(paths)`` that import `nlp` when they are called, and print ``NAME VALUE`` lines.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

FIGURE = re.compile(r"(?P<name>.+?)\s+(?P<value>\S+(?: / \S+)?)")

SOURCES = (
    ("qa_ru, qa_en", "XQuAD", "CC BY-SA 4.0", "https://github.com/google-deepmind/xquad"),
    ("qa_kk", "KazQAD", "CC BY-SA 4.0", "https://github.com/IS2AI/KazQAD"),
    ("summary_ru_gazeta", "Gazeta", "non-commercial", "https://github.com/IlyaGusev/gazeta"),
    ("summary_en_cnndm", "CNN/DailyMail", "texts of the publishers", "https://github.com/abisee/cnn-dailymail"),
    ("summary_ru_rbc, summary_long_ru", "RBC news, Russian papers with their abstracts", "no licence stated", ""),
    (
        "quotes_ru",
        "factRuEval-2016, statements and questions labelled for this project",
        "MIT",
        "https://github.com/dialogue-evaluation/factRuEval-2016",
    ),
    ("quotes_en_dev", "PolNeAR", "no licence stated", "https://github.com/networkdynamics/PolNeAR"),
    ("sentences_ud", "Universal Dependencies, ru and kk", "CC BY-SA", "https://universaldependencies.org"),
    (
        "headline_ru",
        "RIA news with their headlines",
        "CC BY-NC-ND",
        "https://github.com/RossiyaSegodnya/ria_news_dataset",
    ),
    ("entities_ru", "NEREL", "no licence stated", "https://github.com/nerel-ds/NEREL"),
    ("names_kk", "KazNERD", "CC BY 4.0", "https://github.com/IS2AI/KazNERD"),
    ("sbd_pysbd", "pySBD's golden rules", "MIT", "https://github.com/nipunsadvilkar/pySBD"),
    ("telegram_posts_ru", "posts of 24 Russian Telegram channels", "CC BY 4.0", ""),
    ("neardup_ru", "tgcontest", "Apache-2.0", "https://github.com/IlyaGusev/tgcontest"),
)
"""Sets, what they were made of, under which licence, and where that is."""


class AbsentDataError(Exception):
    """The evaluation data is not in this folder."""

    def __init__(self, folder: Path) -> None:
        sources = "\n".join(
            f"  {sets}: {name} ({licence}) {address}".rstrip() for sets, name, licence, address in SOURCES
        )
        super().__init__(
            f"The evaluation data is not in {folder}. It is not shipped here; its sets and their sources:\n{sources}\n"
            "Each is a file of JSON lines beside their scorer, scoring.py; benchmarks/example shows the form. "
            "Where you have them, name the folder: make bench DATA=folder."
        )


def load(folder: Path) -> ModuleType:
    """The scorer of a data folder, or `AbsentDataError`."""
    path = folder / "scoring.py"
    spec = spec_from_file_location("scoring", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise AbsentDataError(folder)
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def score(scorer: ModuleType, job: str, paths: Sequence[Path], engine: Any) -> list[tuple[str, str]]:
    """The figures, by name, of an engine in one job on some files."""
    printed = io.StringIO()
    with instead_of_nlp(engine), redirect_stdout(printed):
        getattr(scorer, f"score_{job.replace('-', '_')}")(paths)
    return [parsed(line) for line in printed.getvalue().splitlines()]


def parsed(line: str) -> tuple[str, str]:
    """«hit@1 in the article      0.737» → its name and its value; a value may be two: «310 / 287»."""
    found = FIGURE.fullmatch(line)
    return (found["name"], found["value"]) if found else (line, "")


@contextmanager
def instead_of_nlp(engine: Any) -> Iterator[None]:
    """While this lasts, ``import nlp`` gives the engine."""
    real = sys.modules["nlp"]
    sys.modules["nlp"] = engine
    try:
        yield
    finally:
        sys.modules["nlp"] = real
