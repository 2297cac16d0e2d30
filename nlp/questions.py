"""What a person wants: an article kept, a question answered, or just to say thank you."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Literal

from nlp.follow_ups import leaning, unpointed
from nlp.keyboard import language_of, meant
from nlp.kinds import expects, kind
from nlp.languages import LANGUAGES
from nlp.model import Exchange, Question
from nlp.scopes import narrowed
from nlp.words import FOLDED, WORD, fold

Intent = Literal["article", "question", "unclear", "thanks", "greeting", "link"]

LEAST_ARTICLE = 300
LONGEST = 600
"""Characters that a question is understood by."""
LONGEST_REMARK = 120
EXCLAIMED = 2
"""Words of «какой ужас», «ну и дела»."""
URL = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
EMOJI = re.compile(
    r"[\U0001F44C-\U0001F44F\U0001F64F❤♥✅\U0001F525\U0001F91D\U0001F970\U0001F60D\U0001F642\U0001F600-\U0001F60A️\U0001F3FB-\U0001F3FF\s)!.]+"
)
SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]]*(?:\s+|$)|\n+")


def intent(text: str) -> Intent:
    """What somebody who typed or pasted this text wants of the bot: the first rule that fits decides."""
    return next((wanted for wanted, fits in INTENTS if fits(text)), "unclear")


def asks(text: str) -> bool:
    """Whether a text is a question by its form; «Токаев о налогах» may be one, «какой ужас!» need not."""
    bare = text.rstrip(" )»\"'")
    if bare.endswith(("?", "!")):
        return bare.endswith("?")
    return understand(text).kind != "fact" or (len(WORD.findall(text)) > EXCLAIMED and _opens_as_question(text))


def _is_link(text: str) -> bool:
    return bool(URL.search(text)) and len(URL.sub("", text).strip()) <= 3


def _is_thanks(text: str) -> bool:
    return bool(EMOJI.fullmatch(text.strip())) or _is_made_of(text, [one.asking.thanks for one in LANGUAGES.values()])


def _is_greeting(text: str) -> bool:
    return _is_made_of(text, [one.asking.greetings for one in LANGUAGES.values()])


def _is_made_of(text: str, patterns: list[str]) -> bool:
    said = WORD.findall(fold(text[:LONGEST_REMARK]))
    return (
        0 < len(said) <= 6
        and len(text) <= LONGEST_REMARK
        and any(all(re.fullmatch(pattern.translate(FOLDED), word) for word in said) for pattern in patterns if pattern)
    )


def _is_long_question(text: str) -> bool:
    """A question form that is no article: it asks from its first word on, or is nothing but a question."""
    return len(text) < LEAST_ARTICLE and (text.rstrip(" )»\"'").endswith("?") or _opens_as_question(text))


def _is_remark(text: str) -> bool:
    return len(text) <= LONGEST_REMARK and _sentences(text) <= 1


def _is_article(text: str) -> bool:
    return len(text) >= LEAST_ARTICLE and _sentences(text) >= 2 and not text.rstrip(" )»\"'").endswith("?")


def _sentences(text: str) -> int:
    return sum(1 for piece in SENTENCE_END.split(text) if WORD.search(piece))


INTENTS: tuple[tuple[Intent, Callable[[str], bool]], ...] = (
    ("link", _is_link),
    ("thanks", _is_thanks),
    ("greeting", _is_greeting),
    ("article", _is_article),
    ("question", _is_long_question),
    ("question", _is_remark),
)


def _opens_as_question(text: str) -> bool:
    return any(re.match(pattern, fold(" ".join(text[:LEAST_ARTICLE].split()))) for pattern in _openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(one.asking.openings.translate(FOLDED) for one in LANGUAGES.values())


def understand(text: str, previous: Exchange | None = None, now: datetime | None = None) -> Question:
    """What is asked; of a long text, what its first `LONGEST` characters ask.

    ``previous`` is the exchange before: a question that leans on it keeps it and takes from it what it leaves unsaid.
    ``now`` is when it is asked, aware: «вчера» is a day of its time zone, and narrows nothing without it.
    """
    typed = meant(" ".join(text[:LONGEST].split()))
    scope, topic = narrowed(plain(typed), now)
    asked = kind(topic, scope)
    scope = replace(scope, about=asked.about or scope.about)
    question = Question(text, language_of(typed), asked.kind, asked.topic, asked.speaker, expects(topic), scope=scope)
    return leaning(question, topic, previous) if previous else unpointed(question)


def plain(text: str) -> str:
    """The question without what is said around it: «скажи, пожалуйста», «привет»."""
    folded, (before, behind) = fold(text), _politeness()
    start = m.end() if (m := before.match(folded)) else 0
    stop = m.start() if (m := behind.search(folded, start)) else len(text)
    return text[start:stop].strip() or text


@cache
def _politeness() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = "|".join(one.asking.preamble.translate(FOLDED) for one in LANGUAGES.values())
    behind = "|".join(one.asking.closing.translate(FOLDED) for one in LANGUAGES.values())
    return re.compile(rf"(?:{before})+"), re.compile(rf"(?:{behind})+(?=[ ?!.…]*$)")
