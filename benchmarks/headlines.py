"""The table to read first: one row a headline figure of a set, ours beside the best of the baselines and the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.jobs import OURS, SECOND, Figure
from benchmarks.tables import columned, markdown, sized


@dataclass(frozen=True, slots=True)
class Headline:
    """``figure`` matches the names of a job's figures; its group, if it has one, tells which part of the set."""

    what: str
    job: str
    figure: str
    less_is_better: bool = False


HEADLINES = (
    Headline("the right sentence first, in its article", "qa", "hit@1 in the article"),
    Headline("the right sentence first, among all articles", "qa", r"hit@1 in a pool of \d+"),
    Headline("answers from an article of another subject", "qa", "answered, article of another subject", True),
    Headline("the right sentence first, a typo in each long word", "typos", "hit@1, with typos"),
    Headline("Russian news: the right sentence first", "news-qa", "all answerable: hit@1"),
    Headline("Russian news: refusal of what the article does not say", "news-qa", "unanswerable: refused"),
    Headline("suggested questions that the article answers", "suggestions", "suggested questions answered"),
    Headline("summary of three sentences: ROUGE-1 F1", "summary", "ROUGE-1 F1"),
    Headline("summary of three sentences: ROUGE-2 F1", "summary", "ROUGE-2 F1"),
    Headline("what was said, Russian: F1", "quotes-ru", "content: F1"),
    Headline("who said what, Russian: F1", "quotes-ru", "who said what: F1"),
    Headline("who said what, English, direct: recall", "quotes-en", "direct: content and source recall"),
    Headline("who said what, English, mixed: recall", "quotes-en", "mixed: content and source recall"),
    Headline("who said what, Kazakh: F1", "quotes-kk", "who said what: F1"),
    Headline("sentence boundaries: F1", "sentences", "(.+): F1"),
    Headline("sentence boundaries marked by hand: F1", "marked", "marked boundaries: F1"),
    Headline("language told", "language", r"(.+, 40 characters and more, \d+): right"),
    Headline("title of an untitled article: ROUGE-1 F1", "titles", "ROUGE-1 F1"),
    Headline("one story or two: F1", "stories", "one story: F1"),
)


def table(measured: Mapping[str, Sequence[Figure]]) -> str:
    """A Markdown table of the headlines among what was measured, by job; "" if there is none."""
    body = [row for one in HEADLINES for row in rows(one, measured.get(one.job, ()))]
    return markdown(["what", "set", OURS.name, "best beside it", "the others"], body) if body else ""


def rows(headline: Headline, figures: Sequence[Figure]) -> Iterator[list[str]]:
    sets = sized(figures)
    for (of, name), values in values_by_line(columned(figures)).items():
        if found := re.fullmatch(headline.figure, name):
            label = ", ".join([sets.get(of, of), *found.groups()])
            yield [headline.what, label, *compared(values, headline.less_is_better)]


def values_by_line(figures: Iterable[Figure]) -> dict[tuple[str, str], dict[str, str]]:
    """By set and name of the figure: the values by contender."""
    lines: dict[tuple[str, str], dict[str, str]] = {}
    for one in figures:
        lines.setdefault((one.set, one.name), {})[one.contender] = one.value
    return lines


def compared(values: Mapping[str, str], less_is_better: bool) -> list[str]:
    """Ours; the best of the others with its name; the rest of them, best first."""
    others = {who: value for who, value in values.items() if who not in (OURS.name, SECOND)}
    order = sorted(others, key=lambda who: float(others[who]), reverse=not less_is_better)
    best, *rest = [f"{who} {others[who]}" for who in order] or ["–"]
    return [values.get(OURS.name, ""), best, ", ".join(rest)]
