"""Figures as Markdown tables: one row a figure of a set, one column a contender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from benchmarks.jobs import Figure

RATE = "ms "
"""Opens the names of times; they belong to a machine, and the speed table compares them in one run."""
OF_SCORED, OF_LEAD = ", ours", ", lead-3"
"""The scorer prints the lead beside whatever it scores; in a table the lead is a column of its own."""
COUNTS = ("questions", "articles", "documents", "pairs")
"""The names of a set's size, which stands beside the set."""
LEFT = ("set", "figure", "what", "against", "best beside it", "the others")
"""The columns of words; those of figures stand right."""


def table(figures: Iterable[Figure]) -> str:
    """A Markdown table; a contender that has no such figure leaves its cell empty."""
    printed = list(figures)
    sets, shown = sized(printed), columned(printed)
    contenders = list(dict.fromkeys(one.contender for one in shown))
    cells = {(one.set, one.name, one.contender): one.value for one in shown}
    lines = dict.fromkeys((one.set, one.name) for one in shown)
    body = [[sets.get(of, of), name, *(cells.get((of, name, who), "") for who in contenders)] for of, name in lines]
    return markdown(["set", "figure", *contenders], body)


def sized(figures: Iterable[Figure]) -> dict[str, str]:
    """The name of each set whose size was printed, with the size."""
    return {one.set: f"{one.set}, {one.value} {one.name}" for one in figures if one.name in COUNTS}


def columned(figures: Iterable[Figure]) -> list[Figure]:
    """Those that belong into a table, each under the name and in the column that it has there."""
    return [_columned(one) for one in figures if one.name not in COUNTS and not one.name.startswith(RATE)]


def _columned(figure: Figure) -> Figure:
    """«ROUGE-1 F1, ours» of LexRank is its «ROUGE-1 F1»; «ROUGE-1 F1, lead-3» is that of the lead, whoever ran."""
    if figure.name.endswith(OF_LEAD):
        return replace(figure, name=figure.name.removesuffix(OF_LEAD), contender="lead-3")
    return replace(figure, name=figure.name.replace(OF_SCORED, ""))


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = [":--" if one in LEFT else "--:" for one in header]
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, rule, *rows))
