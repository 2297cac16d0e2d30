"""Of statements, what their scorer does not print: whether their parts are exact, and what becomes of the media.

Items are of the form of `quotes_ru.jsonl`. Statements are paired as the scorer pairs them, by its own functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from nlp.model import Quote, Reading

Row = dict[str, Any]
Ends = tuple[int, int]


def figures(scorer: ModuleType, engine: Any, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Shares: of the matched statements those whose parts are exact; of those of media the ones that name them so."""
    read = [(row["quotes"], engine.read(row["text"])) for row in rows]
    exact = [ends(one) == found_ends(quote) for gold, found in read for one, quote in matched(scorer, gold, found)]
    yield "parts exact to the letter, of the matched", _share(exact)
    media = [(one, found) for gold, found in read for one in gold if one.get("media")]
    if media:
        yield f"media named as outlets, of {len(media)}", _share(is_outlet(scorer, *one) for one in media)
        yield f"media taken for speakers, of {len(media)}", _share(is_speaker(scorer, *one) for one in media)


def matched(scorer: ModuleType, gold: Sequence[Row], found: Reading) -> list[tuple[Row, Quote]]:
    """The statements that count, each with what was found of it."""
    wanted = [scorer.covered(ends(one)) for one in gold]
    told = [scorer.covered(found_ends(quote)) for quote in found.quotes]

    def rank(i: int, j: int) -> float:
        return counts(gold[i]) + 0.5 * bool(scorer.same_speaker(gold[i]["speaker"], _speaker(found.quotes[j])))

    pairs = scorer.match_spans(wanted, told, rank=rank)
    return [(gold[i], found.quotes[j]) for i, j in pairs if counts(gold[i])]


def counts(one: Row) -> bool:
    """Statements of media and quoted fragments may be found, but need not be."""
    return one["kind"] != "fragment" and not one.get("media")


def ends(one: Row) -> list[Ends]:
    return [(start, start + len(part)) for start, part in zip(one["starts"], one["parts"], strict=True)]


def found_ends(quote: Quote) -> list[Ends]:
    return [(part.start, part.stop) for part in quote.parts]


def is_outlet(scorer: ModuleType, one: Row, found: Reading) -> bool:
    """Whether a medium is named as the outlet of its statement, or of the whole text."""
    named = [*found.outlets, *(quote.outlet for quote in _touching(one, found) if quote.outlet)]
    return any(scorer.same_speaker(one["speaker"], outlet) for outlet in named)


def is_speaker(scorer: ModuleType, one: Row, found: Reading) -> bool:
    names = [name for quote in _touching(one, found) if (name := _speaker(quote))]
    return any(scorer.same_speaker(one["speaker"], name) for name in names)


def _touching(one: Row, found: Reading) -> list[Quote]:
    return [q for q in found.quotes if any(a < d and c < b for a, b in found_ends(q) for c, d in ends(one))]


def _speaker(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def _share(told: Iterable[bool]) -> str:
    held = list(told)
    return f"{sum(held) / max(1, len(held)):.3f}"
