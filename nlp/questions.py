"""What a person wants: an article kept, a question answered, or just to say thank you."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, Literal

from nlp.details import function_words
from nlp.keyboard import corrected, retyped
from nlp.language import detect
from nlp.languages import LANGUAGES
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


def understand(text: str, previous: Exchange | None = None, now: datetime | None = None) -> Question:  # noqa: ARG001
    """What is asked. ``previous`` is the exchange before, for follow-ups; ``now`` is kept for «вчера», «сегодня».

    A question that leans on the exchange before keeps it and takes from it what it leaves unsaid.
    """
    meant = retyped(text)
    meant = meant if detect(meant) == "kk" else corrected(meant)
    kind, found = _kind(_bare(meant))
    question = Question(text, detect(meant), kind, _topic(kind, found, meant), _speaker(found), _expects(_bare(meant)))
    if previous is None or not _leans(_bare(meant)):
        return question
    if kind in ("summary", "context"):
        return replace(question, previous=previous)
    if kind == "who_said":
        return question if found.get("topic") else replace(question, previous=previous)
    return _completed(question, previous)


def _topic(kind: QuestionKind, found: Mapping[str, str], meant: str) -> str:
    """The words to look for; where somebody's words are asked about, only what they are about."""
    if kind == "said":
        return found.get("topic") or found.get("rest") or ""
    return found.get("topic", meant) if kind == "who_said" else meant


def _speaker(found: Mapping[str, str]) -> str | None:
    return found.get("speaker") or (nominative(found["owner"]) if "owner" in found else None)


def _leans(bare: str) -> bool:
    leaning = (one.asking.leaning.translate(FOLDED) for one in LANGUAGES.values())
    return any(re.fullmatch(pattern, fold(bare)) for pattern in leaning if pattern)


def _completed(question: Question, previous: Exchange) -> Question:
    """The question with what it leaves unsaid: the speaker, the topic, what is expected."""
    before = previous.question
    if before is None:
        return replace(question, topic=f"{question.topic} {previous.answer.sentence.text}", previous=previous)
    expects = before.expects if question.expects == "anything" else question.expects
    if before.kind == "said" and question.kind == "fact" and question.expects == "anything":
        topic = question.topic if has_content(question.topic) else before.topic
        return replace(question, kind="said", speaker=before.speaker, topic=topic, previous=previous)
    return replace(question, topic=f"{question.topic} {before.topic}".strip(), expects=expects, previous=previous)


def has_content(text: str) -> bool:
    """Whether a text holds a word that an article can be searched for."""
    return any(fold(word) not in function_words() for word in WORD.findall(text))


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
def _patterns(field: Literal["kinds", "expects"]) -> tuple[tuple[Any, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(pattern.translate(FOLDED)))
        for one in LANGUAGES.values()
        for kind, pattern in getattr(one.asking, field)
    )
