"""Who said what: the statements of a text."""

from __future__ import annotations

from nlp.model import Quote
from nlp.speech.analysis import Analysis
from nlp.speech.statements import statements


def find_quotes(analysis: Analysis | None) -> tuple[Quote, ...]:
    """The statements of a text in document order."""
    return tuple(quote for _, quote in explain_quotes(analysis))


def explain_quotes(analysis: Analysis | None) -> tuple[tuple[str, Quote], ...]:
    """The statements of a text in document order, each with the name of the rule that found it."""
    found = statements(analysis) if analysis else ()
    return tuple(sorted(found, key=lambda one: (one[1].start, one[1].stop)))
