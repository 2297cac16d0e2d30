"""From a text to a Reading: the whole pipeline on one screen, and its way to bytes and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

from nlp.facts.amounts import amounts
from nlp.facts.finding import find_facts
from nlp.language import detect
from nlp.model import Fact, Quote, Reading, Sentence, Span, Speaker
from nlp.progress import Progress, silent, within
from nlp.quotes import find_quotes
from nlp.sentences import split
from nlp.speech.analysis import analysed
from nlp.speech.commentary import commentator
from nlp.summary import rank
from nlp.titles import headline, own_headline

VERSION = 4
# The share of the time after which a text is split, taken apart, with its grammar and without, and ranked.
SPLIT, PARSED, FRAMED, RANKED = 0.04, 0.78, 0.3, 0.9


def read(text: str, title: str | None = None, progress: Progress = silent) -> Reading:
    """Read any string; never raises. ``title`` is the headline, where it came apart from the text.

    ``progress`` is called with the share that is done, about in proportion to the time that it took.
    """
    language = detect(text)
    sentences = split(text, language)
    analysing = within(progress, SPLIT, PARSED if language == "ru" else FRAMED)
    with _linear_algebra().limit(limits=1):
        numbers = amounts(sentences, language)
        analysis = analysed(text, sentences, language, numbers, analysing)
        analysing(1)
        ranking = rank(sentences, language, title or own_headline(text))
        progress(RANKED)
        quotes = find_quotes(analysis)
        return Reading(
            text=text,
            title=title or headline(text, sentences, language),
            language=language,
            sentences=sentences,
            ranking=ranking,
            quotes=quotes,
            facts=find_facts(analysis, numbers, sentences, ranking, language),
            outlets=analysis.outlets if analysis else (),
            commentator=commentator(quotes, sentences, analysis.cast) if analysis else None,
        )


@cache
def _linear_algebra() -> ThreadpoolController:
    """What multiplies the matrices. Those of one sentence are so small that threads only wait for each other."""
    return ThreadpoolController().select(user_api="blas")


def dump(reading: Reading) -> bytes:
    """A reading without its text, as bytes; `load` brings it back."""
    data = {
        "title": reading.title,
        "language": reading.language,
        "sentences": [(s.start, s.stop) for s in reading.sentences],
        "ranking": reading.ranking,
        "quotes": [_plain(quote) for quote in reading.quotes],
        "facts": [(one.kind, one.name, one.about, [_ends(span) for span in one.mentions]) for one in reading.facts],
        "outlets": reading.outlets,
        "commentator": _named(reading.commentator),
    }
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def load(data: bytes, text: str) -> Reading:
    """The reading of ``text`` that `dump` made bytes of. `VERSION` tells whether the bytes are of today's form."""
    plain = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Reading(
        text=text,
        title=plain["title"],
        language=plain["language"],
        sentences=tuple(Sentence(start, stop, text[start:stop]) for start, stop in plain["sentences"]),
        ranking=tuple(plain["ranking"]),
        quotes=tuple(_quote(one, text) for one in plain["quotes"]),
        facts=tuple(Fact(kind, name, about, _spans(ends, text)) for kind, name, about, ends in plain["facts"]),
        outlets=tuple(plain["outlets"]),
        commentator=_speaker(plain["commentator"]),
    )


def _plain(quote: Quote) -> list[Any]:
    places = [[_ends(part) for part in quote.parts], _ends(quote.mention), _ends(quote.cue)]
    return [*places, _named(quote.speaker), quote.kind, quote.outlet]


def _quote(plain: list[Any], text: str) -> Quote:
    parts, mention, cue, speaker, kind, outlet = plain
    return Quote(_spans(parts, text), _speaker(speaker), _span(mention, text), _span(cue, text), kind, outlet)


def _named(speaker: Speaker | None) -> tuple[str, str | None] | None:
    return (speaker.name, speaker.title) if speaker else None


def _speaker(plain: tuple[str, str | None] | None) -> Speaker | None:
    return Speaker(*plain) if plain else None


def _spans(ends: Iterable[tuple[int, int]], text: str) -> tuple[Span, ...]:
    return tuple(Span(start, stop, text[start:stop]) for start, stop in ends)


def _ends(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.stop) if span else None


def _span(ends: tuple[int, int] | None, text: str) -> Span | None:
    return Span(*ends, text[slice(*ends)]) if ends else None
