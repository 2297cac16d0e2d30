"""What is done with articles that came with a comment: in a bundle, beside a link, as the caption of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import Message

from handlers.articles import show_facts
from handlers.comments import Comment, Wish
from handlers.keyboards import LISTED
from handlers.phrases import Phrases
from handlers.questions import ask_about
from handlers.speakers import show_speakers
from handlers.tags import tag
from storage.archive import Archive
from storage.records import Article, Preferences

SENTENCES: dict[Wish | None, int] = {"short": 1, "long": 10}  # of a card, where they were wished for


def sized(preferences: Preferences, wish: Wish | None) -> Preferences:
    """The preferences by which a card is shown that was wished for so."""
    return replace(preferences, sentences=SENTENCES.get(wish, preferences.sentences))


async def heed(
    message: Message,
    wanted: Comment,
    about: Sequence[Article],
    archive: Archive,
    preferences: Preferences,
    say: Phrases,
) -> None:
    """Do what a comment wants with the articles that it came with; the cards answer one that wants nothing."""
    if not about:
        return
    for article in about[:LISTED]:
        if wanted.wish == "who":
            await show_speakers(message, article, archive, say)
        elif wanted.wish == "facts":
            await show_facts(message, article, archive, say)
    if wanted.tags:
        await tag(message, about, wanted.tags, archive, say)
    if wanted.question:
        await ask_about(message, wanted.question, about, archive, preferences, say, surely=wanted.asks)
