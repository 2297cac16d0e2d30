"""What a person wants who wrote something beside an article: «коротко», «#тег», a question; or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import nlp
from handlers.phrases import LOCALES, phrases
from nlp.questions import plain
from nlp.words import fold

HASHTAG = re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d_])(\w{1,64})(?!\w)")  # as Telegram marks it: not of digits alone
MARKS = " ?!.…,;:)"

Wish = Literal["short", "long", "retell", "who", "facts"]


@dataclass(frozen=True, slots=True)
class Comment:
    """``tags`` without their marks, in the order written; ``wish`` is how the article shall be shown.

    ``question`` may be asked of the article; ``asks`` is whether it surely is a question, so that it can be refused.
    """

    tags: tuple[str, ...] = ()
    wish: Wish | None = None
    question: str | None = None
    asks: bool = False


def comment(text: str) -> Comment:
    tags = tuple({fold(tag): tag for tag in HASHTAG.findall(text)}.values())
    rest = " ".join(HASHTAG.sub(" ", text).split())
    wish = wished(rest)
    if wish or nlp.intent(rest) != "question" or not any(char.isalnum() for char in rest):
        return Comment(tags, wish)
    return Comment(tags, None, rest, nlp.asks(rest))


def wished(text: str) -> Wish | None:
    """How an article shall be shown; every way to ask for its summary is a wish for its card."""
    said = fold(plain(" ".join(text.split()))).strip(MARKS)
    named = next((wish for wish in _words() if said in _words()[wish]), None)
    if named or not said:
        return named
    question = nlp.understand(text)
    return "retell" if question.kind == "summary" and question.scope == nlp.Scope() else None


@cache
def _words() -> dict[Wish, frozenset[str]]:
    """How each is wished for, in every language of the bot."""
    spoken = [phrases(locale) for locale in LOCALES]
    return {
        "short": _listed(say("words-short") for say in spoken),
        "long": _listed(say("words-long") for say in spoken),
        "who": _listed(say("words-who") for say in spoken),
        "facts": _listed(say("words-facts") for say in spoken),
    }


def _listed(said: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(one.strip()) for words in said for one in words.split(","))
