"""What is done with articles that came with a comment: in a bundle, beside a link, as the caption of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import Message

from handlers.articles import show_facts
from handlers.comments import Comment, Wish
from handlers.desk import Desk
from handlers.keyboards import LISTED
from handlers.questions import ask_about
from handlers.speakers import show_speakers
from handlers.tags import tag
from storage.records import Article

SENTENCES: dict[Wish | None, int] = {"short": 1, "long": 10}  # of a card, where they were wished for


def sized(desk: Desk, wish: Wish | None) -> Desk:
    """The desk with the preferences by which a card is shown that was wished for so."""
    sentences = SENTENCES.get(wish, desk.preferences.sentences)
    return replace(desk, preferences=replace(desk.preferences, sentences=sentences))


async def heed(message: Message, wanted: Comment, about: Sequence[Article], desk: Desk) -> None:
    """Do what a comment wants with the articles that it came with; the cards answer one that wants nothing."""
    if not about:
        return
    for article in about[:LISTED]:
        if wanted.wish == "who":
            await show_speakers(message, article, desk.archive, desk.say)
        elif wanted.wish == "facts":
            await show_facts(message, article, desk.archive, desk.say)
    if wanted.tags:
        await tag(message, about, wanted.tags, desk.archive, desk.say)
    if wanted.question:
        await ask_about(message, wanted.question, about, desk, surely=wanted.asks)
