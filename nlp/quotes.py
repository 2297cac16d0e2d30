"""Who said what: the statements of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.languages import LANGUAGES
from nlp.model import Quote, Sentence
from nlp.speech.frames import frames, utterances
from nlp.speech.quotations import quotations
from nlp.speech.statements import by_surface, russian


def find_quotes(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[Quote, ...]:
    """The statements of a text in document order."""
    return tuple(quote for _, quote in explain_quotes(text, sentences, language))


def explain_quotes(text: str, sentences: Sequence[Sentence], language: str | None) -> tuple[tuple[str, Quote], ...]:
    """The statements of a text in document order, each with the name of the rule that found it."""
    return tuple(sorted(_find(text, sentences, language), key=lambda one: (one[1].start, one[1].stop)))


def _find(text: str, sentences: Sequence[Sentence], language: str | None) -> Iterator[tuple[str, Quote]]:
    if language not in LANGUAGES or not sentences:
        return
    speech = LANGUAGES[language].speech
    if speech.said:
        spoken = utterances(text, quotations(text), speech, language)
        read = russian if language == "ru" else by_surface
        yield from read(text, frames(text, sentences, spoken), speech)
