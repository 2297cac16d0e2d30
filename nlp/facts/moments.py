"""The dates of a text, each once, as they are written but for the preposition and the case of what opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.details import Detail, asking, dates
from nlp.languages import LANGUAGES
from nlp.model import Fact, Sentence, Span
from nlp.words import fold, lemma


def moments(sentences: Sequence[Sentence], language: str) -> Iterator[Fact]:
    """A date that a longer one holds is told by that one: «5 ноября» by «5 ноября 2024 года»."""
    told: dict[str, tuple[str, list[Span]]] = {}
    for sentence in sentences:
        for one in dates(sentence.text, language):
            if _tells(sentence.text, one, language):
                span = _bare(sentence, one, language)
                name = _named(span.text, language)
                told.setdefault(fold(name), (name, []))[1].append(span)
    for key, (name, spans) in told.items():
        whole = next((other for other in told if other != key and _holds(other, key)), None)
        if whole is None:
            held = [span for other, (_, each) in told.items() if _holds(key, other) for span in each]
            yield Fact("date", name, None, tuple(sorted({*spans, *held}, key=lambda one: one.start)))


def _tells(text: str, one: Detail, language: str) -> bool:
    """A bare number is a year only after «в», «с», «до»; «вчера» says nothing without the day of the text."""
    if _undated(language).fullmatch(one.text):
        return False
    before = text[: one.start].split()[-1:]
    return not one.text.isdigit() or fold("".join(before)) in asking(language).points_in_time.split()


@cache
def _undated(language: str) -> re.Pattern[str]:
    return re.compile(LANGUAGES[language].telling.undated, re.IGNORECASE)


def _bare(sentence: Sentence, one: Detail, language: str) -> Span:
    """A date without the preposition before it; «с 1 по 5 июня» keeps its own."""
    first, _, rest = one.text.partition(" ")
    opens = fold(first) in asking(language).points_in_time.split() and " по " not in rest
    skipped = len(one.text) - len(rest.lstrip()) if opens and rest else 0
    start = sentence.start + one.start + skipped
    return Span(start, start + len(one.text) - skipped, one.text[skipped:])


def _named(text: str, language: str) -> str:
    """«субботу» → «суббота», «2024 году» → «2024 год»; a day of a month stays in its genitive.

    Kazakh words of the calendar lose their endings: «14 қазанда» → «14 қазан».
    """
    words = text.split()
    if language != "ru":
        calendar = LANGUAGES[language].telling.calendar
        return " ".join(next((base for base in calendar if word.startswith(base)), word) for word in words)
    if fold(words[0]) in asking(language).points_in_time.split():
        words[0] = words[0].lower()
    elif words[0].isalpha() and not words[0].isupper():
        words[0] = lemma(words[0], language)
    elif len(words) == 2 and lemma(words[1], language) == "год" and words[1] not in ("годы", "годов", "годах"):
        words[1] = "год"
    return " ".join(words)


def _holds(longer: str, shorter: str) -> bool:
    """Whether the words of one date are some of the other's, at its beginning or its end."""
    return longer != shorter and (longer.startswith(shorter + " ") or longer.endswith(" " + shorter))
