"""Which rule decided a statement, and what it looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

import nlp
from nlp.quotes import explain_quotes, rule_forms
from nlp.sentences import split
from nlp.speech.analysis import analysed

CASES = Path(__file__).parent / "cases"


def drawn(language: str) -> list[str]:
    """The texts of the cases, without what is drawn in them."""
    lines = (CASES / f"quotes-{language}.txt").read_text(encoding="utf-8").splitlines()
    texts = (line.split(" | ", 1)[1].split(" => ")[0] for line in lines if line and not line.startswith("#"))
    return [text.translate(str.maketrans("", "", "{}<>_")) for text in texts]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_rule_tells_what_it_looks_for(language: str) -> None:
    found = [explain_quotes(analysed(text, split(text, language), language)) for text in drawn(language)]
    names = {rule for each in found for rule, _ in each}
    assert len(names) > 3
    assert {rule for rule in names if not rule_forms(language).get(rule)} == set()


def test_the_statements_of_a_reading_are_explained_each_by_its_rule() -> None:
    reading = nlp.read("Анна Речная сообщила, что мост открыт. По словам Петра Шпалова, работы займут месяц.")
    assert [nlp.explain(reading)[quote].rule for quote in reading.quotes] == ["that", "source"]
