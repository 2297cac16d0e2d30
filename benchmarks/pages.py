"""``python -m benchmarks.pages [FOLDER]``: the main text of web pages against what people marked, as tables.

The folder is that of article-extraction-benchmark: pages packed with gzip, and ``ground-truth.json`` with the text of
each. Figures are of words: how many that were found are right, how many that are right were found, and both as F1, the
mean over all pages.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

from intake.articles import article
from intake.documents import IntakeError
from intake.formats.html import markup_of, text_of, tree
from intake.links import Page, extract

TRUTH = "ground-truth.json"
WORD = re.compile(r"\w+")

Extractor = Callable[[bytes, str], str]
"""From a page and its address to its main text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A page, and the text that it was marked to hold."""

    content: bytes
    url: str
    text: str


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/eval/html"))
    asked = parser.parse_args(arguments)
    if not (asked.folder / TRUTH).is_file():
        print(f"There is no {TRUTH} in {asked.folder}.", file=sys.stderr)
        return 2
    pages = marked(asked.folder)
    print(f"## Web pages (`pages`)\n\n{table(pages)}\n\n{len(pages)} pages. {refusals(pages)}")
    return 0


def marked(folder: Path) -> list[Marked]:
    truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    return [
        Marked(gzip.decompress((folder / f"{name}.html.gz").read_bytes()), one["url"], one["articleBody"])
        for name, one in truth.items()
    ]


def table(pages: Sequence[Marked]) -> str:
    lines = ["| | precision | recall | F1 | ms a page |", "| --- | --- | --- | --- | --- |"]
    for name, make in EXTRACTORS.items():
        try:
            extractor = make()
        except ModuleNotFoundError as error:
            print(f"{name} is left out: {error.name} is not installed.", file=sys.stderr)
            continue
        lines.append(_line(name, extractor, pages))
    return "\n".join(lines)


def refusals(pages: Iterable[Marked]) -> str:
    """Which of the pages a person would be refused, and why. The table counts what was found on them all the same."""
    refused = [f"{page.url} ({phrase})" for page in pages if (phrase := _refusal(page))]
    return f"Refused: {', '.join(refused) or 'none'}."


def scores(found: str, true: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of words, each counted as often as it stands there."""
    ours, theirs = _words(found), _words(true)
    right = (ours & theirs).total()
    precision, recall = right / max(1, ours.total()), right / max(1, theirs.total())
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


def _line(name: str, extractor: Extractor, pages: Sequence[Marked]) -> str:
    extractor(pages[0].content, pages[0].url)  # what is loaded once is not counted
    start = perf_counter()
    found = [extractor(page.content, page.url) for page in pages]
    pace = (perf_counter() - start) / len(pages) * 1000
    means = map(fmean, zip(*(scores(one, page.text) for one, page in zip(found, pages, strict=True)), strict=True))
    return f"| {name} | {' | '.join(f'{mean:.3f}' for mean in means)} | {pace:.0f} |"


def _refusal(page: Marked) -> str | None:
    try:
        extract(Page(page.content, page.url))
    except IntakeError as error:
        return error.phrase
    return None


# Who takes part


def ours() -> Extractor:
    return lambda content, url: article(tree(markup_of(content)), url).text


def kept() -> Extractor:
    """As a person gets it: a page that is refused has no text."""

    def found(content: bytes, url: str) -> str:
        try:
            return extract(Page(content, url)).text
        except IntakeError:
            return ""

    return found


def trafilatura(**options: Any) -> Callable[[], Extractor]:
    def made() -> Extractor:
        from trafilatura import extract as extracted

        return lambda content, url: extracted(content, url=url, **options) or ""

    return made


def justext() -> Extractor:
    from justext import get_stoplists, justext
    from justext.utils import get_stoplist

    stop_words = frozenset().union(*map(get_stoplist, get_stoplists()))

    def found(content: bytes, _: str) -> str:
        return "\n".join(one.text for one in justext(content, stop_words) if not one.is_boilerplate)

    return found


def readability() -> Extractor:
    from readability import Document

    return lambda content, _: text_of(tree(Document(markup_of(content)).summary()))


def everything() -> Extractor:
    return lambda content, _: text_of(tree(markup_of(content)))


EXTRACTORS: Mapping[str, Callable[[], Extractor]] = {
    "ours": ours,
    "ours, refused pages empty": kept,
    "trafilatura": trafilatura(),
    "trafilatura, no comments": trafilatura(include_comments=False),
    "trafilatura, no comments, fast": trafilatura(include_comments=False, fast=True),
    "readability-lxml": readability,
    "jusText": justext,
    "all words of the page": everything,
}

if __name__ == "__main__":
    sys.exit(main())
