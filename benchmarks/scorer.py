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

ABSENT = (
    "The evaluation data is not in {folder}: it is XQuAD and KazQAD (CC BY-SA 4.0), Gazeta, RBC and CNN/DailyMail, "
    "factRuEval-2016 (MIT; its statements were labelled for this project), PolNeAR, NEREL, Universal Dependencies, "
    "pySBD's golden rules (MIT) and tgcontest (Apache-2.0), which are not shipped here; where you have them, "
    "name the folder: make bench DATA=folder."
)


class AbsentDataError(Exception):
    """The evaluation data is not there: name its folder with `make bench DATA=folder`."""


def load(folder: Path) -> ModuleType:
    """The scorer of a data folder, or `AbsentDataError`."""
    path = folder / "scoring.py"
    spec = spec_from_file_location("scoring", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise AbsentDataError(ABSENT.format(folder=folder))
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
