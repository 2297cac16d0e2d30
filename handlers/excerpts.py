"""A reply to a post of another chat: the words that it quotes are kept, the post itself the bot cannot see."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.types import ExternalReplyInfo, Message, TextQuote

import nlp
from handlers.desk import Desk
from handlers.incoming import excerpt, has_words, incoming
from handlers.meaning import COMMAND, Meant, addressed_text
from handlers.phrases import Phrases
from handlers.questions import ask, ask_about
from handlers.taking import read_and_save, show_card, take_in
from storage.records import Article


class Quotes(Filter):
    """A reply that quotes a post of another chat; handlers get its own words as ``text``."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        if message.external_reply is None or message.quote is None or message.forward_origin:
            return False
        text = await addressed_text(message, bot)
        return (
            False if COMMAND.match(text) else {"text": text, "quote": message.quote, "replied": message.external_reply}
        )


def router() -> Router:
    router = Router(name="excerpts")
    router.message.register(keep_excerpt, Quotes())
    router.message.register(ask_for_the_post, F.external_reply, Meant("question", "unclear"))
    return router


async def keep_excerpt(message: Message, text: str, quote: TextQuote, replied: ExternalReplyInfo, desk: Desk) -> None:
    """Keep what is quoted; then do what the reply itself wants with it."""
    if not has_words(quote.text):
        await message.answer(desk.say("card-empty"))
        return
    saved = await read_and_save(message, excerpt(quote, message, replied), desk)
    note = desk.say("excerpt-kept" if saved.new else "card-duplicate")
    await show_card(message, saved.article, desk, note)
    match text and nlp.intent(text):
        case "question" | "unclear":
            await _ask_of(saved.article, message, text, desk)
        case "article":
            await take_in(message, incoming(message), desk)


async def _ask_of(article: Article, message: Message, text: str, desk: Desk) -> None:
    """«Кто это сказал?» is about the words quoted; what says enough by itself is asked of the excerpt."""
    question = nlp.understand(text)
    if nlp.sought(question) or question.kind == "said":
        await ask_about(message, text, [article], desk, surely=True)
    else:
        await ask(message, text, desk)


async def ask_for_the_post(message: Message, say: Phrases) -> None:
    await message.answer(say("other-elsewhere"))
