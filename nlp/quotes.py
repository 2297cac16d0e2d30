"""Who said what: the statements of a text, and which rule found each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.facts.amounts import amounts
from nlp.languages import LANGUAGES
from nlp.model import Quote, Reading
from nlp.speech.analysis import Analysis, analysed
from nlp.speech.english import rules as english
from nlp.speech.kazakh import rules as kazakh
from nlp.speech.russian import rules as russian
from nlp.speech.statements import statements

WITHOUT_CUE: Mapping[str, str] = {
    "labelled": "X: «…»",
    "signed": "«…», — X",
    "headlined": "X: …",
    "credited": "…, — X",
    "answered": "— …? — …",
    "floating": "«…»",
}
"""What the rules look for that need no cue; the others say it in their docstrings."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The name of a rule, and what it looks for: «X заявил, что …»; "" where nobody has written that down."""

    rule: str
    form: str


def find_quotes(analysis: Analysis | None) -> tuple[Quote, ...]:
    """The statements of a text in document order."""
    return tuple(quote for _, quote in explain_quotes(analysis))


def explain_quotes(analysis: Analysis | None) -> tuple[tuple[str, Quote], ...]:
    """The statements of a text in document order, each with the name of the rule that found it."""
    found = statements(analysis) if analysis else ()
    return tuple(sorted(found, key=lambda one: (one[1].start, one[1].stop)))


def explain(reading: Reading) -> Mapping[Quote, Ruling]:
    """What decided each statement of a reading; its text is taken apart once more for that."""
    numbers = amounts(reading.sentences, reading.language)
    analysis = analysed(reading.text, reading.sentences, reading.language, numbers)
    forms = rule_forms(reading.language)
    return {quote: Ruling(rule, forms.get(rule, "")) for rule, quote in explain_quotes(analysis)}


def rule_forms(language: str | None) -> Mapping[str, str]:
    """By the name of a rule: what it looks for in this language."""
    speech = LANGUAGES[language].speech if language in LANGUAGES else None
    by_surface = kazakh.RULES if speech and speech.verb_last else english.RULES
    found = (*russian.BESIDE, *russian.RULES) if language == "ru" else by_surface
    return {**WITHOUT_CUE, **{one.__name__: _form(one.__doc__ or "") for one in found}}


def _form(docstring: str) -> str:
    return " ".join(docstring.partition("\n\n")[0].split()).rstrip(".")
