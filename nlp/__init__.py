"""Language: pure functions from text to values. No I/O, no clock, no network, no logging."""

from nlp.chapters import Chapter, chapters, is_long, summarise
from nlp.digest import Story, Told, story_of
from nlp.disputes import Dispute, Version
from nlp.duplicates import repeats
from nlp.matching import answer, nearest, sought, spelled_like
from nlp.model import Answer, Exchange, Fact, Frequencies, Question, Quote, Reading, Scope, Sentence, Span, Speaker
from nlp.questions import Intent, asks, intent, understand
from nlp.quotes import Ruling, explain
from nlp.reading import VERSION, dump, load, read
from nlp.speakers import same_person
from nlp.stories import by_story, same_story
from nlp.suggestions import suggest

__all__ = [
    "VERSION",
    "Answer",
    "Chapter",
    "Dispute",
    "Exchange",
    "Fact",
    "Frequencies",
    "Intent",
    "Question",
    "Quote",
    "Reading",
    "Ruling",
    "Scope",
    "Sentence",
    "Span",
    "Speaker",
    "Story",
    "Told",
    "Version",
    "answer",
    "asks",
    "by_story",
    "chapters",
    "dump",
    "explain",
    "intent",
    "is_long",
    "load",
    "nearest",
    "read",
    "repeats",
    "same_person",
    "same_story",
    "sought",
    "spelled_like",
    "story_of",
    "suggest",
    "summarise",
    "understand",
]
