"""`verbatim read`: the summary of one text, its chapters, who said what in it and its facts, for people or programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

import nlp
from handlers.chapters import IN_SHORT
from handlers.chapters import name as named
from handlers.phrases import Phrases
from handlers.views import OF_KIND, by_speaker
from intake.cleaning import left_out
from intake.reading import read
from nlp import Chapter, Fact, Quote, Reading, Ruling, Span, Speaker

Explained = Mapping[Quote, Ruling]
"""What decided each statement that is to be explained."""
UNEXPLAINED: Explained = {}


def read_file(name: str) -> str:
    """The text of a file, or of standard input for "-". Raises OSError."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig", errors="replace")


def read_with_progress(text: str) -> Reading:
    """Read a text. How much is done stands on standard error meanwhile, if that is a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        whole = bar.add_task("", total=1)
        return read(text, None, lambda share: bar.update(whole, completed=share))


def as_json(reading: Reading, sentences: int | None, explained: Explained = UNEXPLAINED) -> str:
    """A reading as JSON; every span carries its place in the text as Python string indices.

    The summary has up to ``sentences``; None is as many as suit the length of the text or chapter. A statement that is
    ``explained`` carries its rule.
    """
    of_chapter = IN_SHORT if sentences is None else sentences
    plain = {
        "title": reading.title,
        "language": reading.language,
        "summary": [_span(one) for one in reading.summary(sentences)],
        "chapters": [_chapter(reading, one, of_chapter) for one in nlp.chapters(reading)],
        "quotes": [_quote(one) | _ruled(one, explained) for one in reading.quotes],
        "outlets": list(reading.outlets),
        "commentator": reading.commentator and reading.commentator.name,
        "facts": [_fact(one) for one in reading.facts],
        "sentences": [[one.start, one.stop] for one in reading.sentences],
        "removed": [_span(one) for one in left_out(reading)],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)


def print_reading(reading: Reading, sentences: int | None, say: Phrases, explained: Explained = UNEXPLAINED) -> None:
    """Print a text's title, its summary, its chapters, who said what and the facts, for people.

    Beneath a statement that is ``explained`` stand its kind, its cue, its rule and what that looks for.
    """
    console = Console(highlight=False)
    console.print(Text(reading.title, "bold"), soft_wrap=True)
    for sentence in reading.summary(sentences):
        console.print(Text(f"\n• {sentence.text}"), soft_wrap=True)
    found = nlp.chapters(reading)
    for place, chapter in enumerate(found):
        console.print(Text("\n") + Text(named(found, place, say), "bold"), soft_wrap=True)
        for sentence in nlp.summarise(reading, chapter, IN_SHORT):
            console.print(Text(f"  {sentence.text}"), soft_wrap=True)
    for speaker, quotes in by_speaker(reading.quotes):
        console.print(_called(speaker, say), soft_wrap=True)
        for quote in quotes:
            console.print(Text(f"  {_words(quote)}"), soft_wrap=True)
            if quote in explained:
                console.print(Text(f"    {_why(quote, explained[quote])}", "dim"), soft_wrap=True)
    for kind, told in groupby(reading.facts, key=lambda one: one.kind):
        console.print(Text("\n") + Text(say(OF_KIND[kind]), "bold"), soft_wrap=True)
        for fact in told:
            console.print(Text(f"  {fact.name}{f' — {fact.about}' if fact.about else ''}"), soft_wrap=True)


def _called(speaker: Speaker | None, say: Phrases) -> Text:
    name = Text(speaker.name if speaker else say("said-unnamed"), "bold")
    return Text("\n") + name + Text(f", {speaker.title}" if speaker and speaker.title else "")


def _why(quote: Quote, ruling: Ruling) -> str:
    cue = f" by «{quote.cue.text}»" if quote.cue else ""
    return f"{quote.kind}{cue}, rule {ruling.rule} ({ruling.form})"


def _words(quote: Quote) -> str:
    words = " … ".join(" ".join(part.text.split()) for part in quote.parts)
    return f"«{words}»" if quote.kind == "direct" else words


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "stop": span.stop, "text": span.text}


def _chapter(reading: Reading, chapter: Chapter, sentences: int) -> dict[str, Any]:
    return {
        "title": chapter.title,
        "sentences": [chapter.start, chapter.stop],
        "summary": [_span(one) for one in nlp.summarise(reading, chapter, sentences)],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "name": fact.name,
        "about": fact.about,
        "mentions": [_span(one) for one in fact.mentions],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "kind": quote.kind,
        "speaker": quote.speaker and quote.speaker.name,
        "title": quote.speaker and quote.speaker.title,
        "parts": [_span(part) for part in quote.parts],
        "mention": quote.mention and _span(quote.mention),
        "cue": quote.cue and _span(quote.cue),
        "outlet": quote.outlet,
    }


def _ruled(quote: Quote, explained: Explained) -> dict[str, Any]:
    return {"rule": explained[quote].rule} if quote in explained else {}
