"""From a text to its sentences, in the shape of razdel: blocks → points → an ordered list of tiny rules.

`nlp.points` finds where a sentence may end, `nlp.boundaries` holds the rules: the first that answers decides, and a
point that no rule joins is a boundary. `explain` names the deciding rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from nlp.boundaries import RULES, SPLIT
from nlp.languages import LANGUAGES
from nlp.languages.model import Segmentation
from nlp.model import Sentence
from nlp.points import GAP, Block, Point, blocks, point


def split(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, ascending; text between two of them is white space."""
    return tuple(Sentence(a, b, text[a:b]) for block in blocks(text) for a, b in _sentences(block, language))


def explain(text: str, language: str | None) -> Iterator[tuple[str, str, str]]:
    """For each point of a text: what stands around it, the rule that decided, and its verdict."""
    for block in blocks(text):
        for at, rule, verdict in _decisions(block, language):
            yield f"{at.left}¦{at.right}", rule, verdict


def _sentences(block: Block, language: str | None) -> Iterator[tuple[int, int]]:
    begin = block.start
    for at, _, verdict in _decisions(block, language):
        if verdict == SPLIT:
            yield begin, at.stop
            begin = at.start
    yield begin, block.stop


def _decisions(block: Block, language: str | None) -> Iterator[tuple[Point, str, str]]:
    data, begin = _segmentation(language), block.start
    for gap in GAP.finditer(block.text, block.start, block.stop):
        at = point(block, begin, gap, data)
        rule, verdict = _decide(at)
        begin = at.start if verdict == SPLIT else begin
        yield at, rule, verdict


def _decide(at: Point) -> tuple[str, str]:
    for rule in RULES:
        verdict = rule(at)
        if verdict:
            return rule.__name__, verdict
    return "terminal", SPLIT


@cache
def _segmentation(language: str | None) -> Segmentation:
    """The data of a language with the English of its text; of all languages where it is unknown."""
    known = {language, "en"} if language in LANGUAGES else LANGUAGES.keys()
    data = [_sets(one.segmentation) for code, one in LANGUAGES.items() if code in known]
    return Segmentation(*(frozenset().union(*sets) for sets in zip(*data, strict=True)))


def _sets(data: Segmentation) -> tuple[frozenset[str] | frozenset[tuple[str, str]], ...]:
    return data.before, data.numbered, data.units, data.closing, data.companies, data.starters, data.pairs
