"""Language: pure functions from text to values. No I/O, no clock, no network, no logging."""

from nlp.matching import answer
from nlp.model import Answer, Exchange, Fact, Question, Quote, Reading, Sentence, Span, Speaker
from nlp.questions import Intent, intent, understand
from nlp.reading import VERSION, dump, load, read
from nlp.speakers import same_person
from nlp.stories import same_story

__all__ = [
    "VERSION",
    "Answer",
    "Exchange",
    "Fact",
    "Intent",
    "Question",
    "Quote",
    "Reading",
    "Sentence",
    "Span",
    "Speaker",
    "answer",
    "dump",
    "intent",
    "load",
    "read",
    "same_person",
    "same_story",
    "understand",
]
