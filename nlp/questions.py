"""What a person wants: an article kept, a question answered, or just to say thank you."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Literal

from nlp.language import detect
from nlp.languages import LANGUAGES
from nlp.languages.model import Asking
from nlp.model import Exchange, Expected, Question, QuestionKind
from nlp.words import FOLDED, WORD, fold, nominative

Intent = Literal["article", "question", "unclear", "thanks", "greeting", "link"]

LEAST_ARTICLE = 300
LONGEST_REMARK = 120
URL = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
EMOJI = re.compile(
    r"[\U0001F44C-\U0001F44F\U0001F64F❤♥✅\U0001F525\U0001F91D\U0001F970\U0001F60D\U0001F642\U0001F600-\U0001F60A️\U0001F3FB-\U0001F3FF\s)!.]+"
)
SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]]*(?:\s+|$)|\n+")


def intent(text: str) -> Intent:
    """What somebody who typed or pasted this text wants of the bot: the first rule that fits decides."""
    return next((wanted for wanted, fits in INTENTS if fits(text)), "unclear")


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
    return any(re.match(pattern, fold(_bare(text))) for pattern in _openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(one.asking.openings.translate(FOLDED) for one in LANGUAGES.values())


def understand(text: str, previous: Exchange | None = None, now: datetime | None = None) -> Question:
    """What is asked. ``previous`` is the exchange before, for follow-ups; ``now`` resolves «вчера»."""
    kind, found = _kind(_bare(text))
    topic = next((found[name] for name in ("topic", "rest") if found.get(name)), "" if kind == "said" else text)
    speaker = found.get("speaker") or (nominative(found["owner"]) if found.get("owner") else None)
    return Question(text, detect(text), kind, topic, speaker, _expects(_bare(text)), previous)


def _bare(text: str) -> str:
    """The text with single spaces, without its last marks."""
    return " ".join(text.split()).strip(" ?!.…")


def _kind(bare: str) -> tuple[QuestionKind, dict[str, str]]:
    """The kind of a question, with its speaker and topic where the words give them."""
    for kind, pattern in _patterns("kinds"):
        if m := pattern.fullmatch(fold(bare)):
            return kind, {name: bare[slice(*m.span(name))] for name, part in m.groupdict().items() if part}
    return "fact", {}


def _expects(bare: str) -> Expected:
    return next((kind for kind, pattern in _patterns("expects") if pattern.search(fold(bare))), "anything")


@cache
def _patterns(field: Literal["kinds", "expects"]) -> tuple[tuple, ...]:
    return tuple(
        (kind, re.compile(pattern.translate(FOLDED)))
        for one in LANGUAGES.values()
        for kind, pattern in getattr(one.asking, field)
    )
