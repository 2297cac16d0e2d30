"""Who said what in an article: who speaks, what each of them said, and each statement where it stands."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers import keyboards, people, statements
from handlers.articles import Kept, tell_gone
from handlers.buttons import OnArticle, OnQuote, OnSpeaker, OnSpeakers, UnderMessage
from handlers.incoming import replying
from handlers.keyboards import PAGE
from handlers.meaning import AsksWho
from handlers.phrases import Phrases
from handlers.showing import replies_at
from handlers.statements import Statement
from handlers.telling import Shown, tell, turn
from storage.archive import Archive
from storage.records import Article, ArticleId, ChatId, MessageId


def router() -> Router:
    router = Router(name="speakers")
    router.message.register(who, Command("who"))
    router.message.register(who_said_what, AsksWho())
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(open_speakers, OnArticle.filter(F.do == "said"), Kept())
    router.callback_query.register(turn_speakers, OnSpeakers.filter(), Kept())
    router.callback_query.register(turn_speaker, OnSpeaker.filter(), Kept())
    router.callback_query.register(open_statement, OnQuote.filter(F.do == "show"), Said())
    router.callback_query.register(copy, OnQuote.filter(F.do == "copy"), Said())
    router.callback_query.register(share, OnQuote.filter(F.do == "share"), Said())
    router.callback_query.register(tell_gone, OnSpeakers.filter())
    router.callback_query.register(tell_gone, OnSpeaker.filter())
    router.callback_query.register(tell_gone, OnQuote.filter())
    return router


class Said(Filter):
    """A button of a statement that its article still holds, which the handler gets as ``statement``."""

    async def __call__(
        self, _: CallbackQuery, message: Message, callback_data: OnQuote, archive: Archive
    ) -> bool | dict[str, Any]:
        article = await archive.article(ChatId(message.chat.id), ArticleId(callback_data.article))
        ends = callback_data.start, callback_data.stop
        held = [one for one in article.reading.quotes if (one.start, one.stop) == ends] if article else []
        return {"statement": Statement(article, held[0])} if article and held else False


async def who(message: Message, command: CommandObject, archive: Archive, say: Phrases) -> None:
    """`/who` asks about an article, `/who NAME` about a person in all of them."""
    if command.args:
        await people.tell_about(message, command.args, archive, say)
    else:
        await who_said_what(message, archive, say)


async def who_said_what(message: Message, archive: Archive, say: Phrases) -> None:
    """Who speaks in the article that the message replies to, else in the latest one."""
    chat, to = ChatId(message.chat.id), message.reply_to_message
    mention = await archive.mentioned_in(chat, MessageId(to.message_id)) if to else None
    article = mention.article if mention else await archive.latest(chat)
    if article is None:
        await message.answer(say("nothing-yet"))
    else:
        await show_speakers(message, article, archive, say)


async def show_speakers(message: Message, article: Article, archive: Archive, say: Phrases) -> None:
    await _tell(message, article, archive, *_speakers(article, 0, say))


async def open_speakers(
    query: CallbackQuery, message: Message, article: Article, archive: Archive, say: Phrases
) -> None:
    """«Кто что сказал» under a card."""
    await query.answer()
    await show_speakers(message, article, archive, say)


async def turn_speakers(
    query: CallbackQuery, message: Message, callback_data: OnSpeakers, article: Article, say: Phrases
) -> None:
    await turn(query, message, _speakers(article, callback_data.offset, say), say)


async def turn_speaker(
    query: CallbackQuery, message: Message, callback_data: OnSpeaker, article: Article, say: Phrases
) -> None:
    await turn(query, message, _speaker(article, callback_data, say), say)


async def open_statement(
    query: CallbackQuery, message: Message, statement: Statement, archive: Archive, say: Phrases
) -> None:
    """A statement, as a reply that quotes its sentences in the person's own message."""
    await query.answer()
    chat, article = ChatId(message.chat.id), statement.article
    place = statements.place(article.reading, statement.quote)
    replies = await replies_at(chat, article, place, message, archive)
    sent = await tell(message, statements.alone(statement, say), keyboards.statement(statement, say), replies)
    await archive.remember(chat, MessageId(sent.message_id), article.id, (place.start, place.stop))


async def copy(query: CallbackQuery, message: Message, statement: Statement, archive: Archive, say: Phrases) -> None:
    """A statement that is too long for a button to copy: a message that a tap copies."""
    await query.answer(say("said-copy"))
    await _tell(message, statement.article, archive, statements.to_copy(statement, say), None)


async def share(query: CallbackQuery, message: Message, statement: Statement, archive: Archive, say: Phrases) -> None:
    """A statement that is too long for a link: a message that can be forwarded."""
    await query.answer(say("said-share"))
    await _tell(message, statement.article, archive, statements.to_share(statement, say), None)


async def _tell(
    message: Message, article: Article, archive: Archive, text: Text, keys: InlineKeyboardMarkup | None
) -> None:
    """Send what a later reply will take to be about the article."""
    sent = await tell(message, text, keys, [replying(message.message_id)])
    await archive.remember(ChatId(message.chat.id), MessageId(sent.message_id), article.id)


def _speakers(article: Article, offset: int, say: Phrases) -> Shown:
    """A page of those who speak; of the only one, what they said."""
    voices = statements.voices(article.reading)
    if len(voices) < 2:
        alone = voices and _speaker(article, OnSpeaker(article=article.id, speaker=voices[0].key), say)
        return alone or (Text(say("said-nobody")), None)
    here = OnSpeakers(article=article.id, offset=offset if 0 <= offset < len(voices) else 0)
    shown = voices[here.offset : here.offset + PAGE]
    return statements.cast(article, shown, say), keyboards.speakers(article.id, voices, here, say)


def _speaker(article: Article, here: OnSpeaker, say: Phrases) -> Shown | None:
    """A page of what one of them said; None if nobody in the article has that key any more."""
    voices = statements.voices(article.reading)
    index = next((i for i, one in enumerate(voices) if one.key == here.speaker), None)
    if index is None:
        return None
    quotes = voices[index].quotes
    here = here if 0 <= here.offset < len(quotes) else here.model_copy(update={"offset": 0})
    shown = quotes[here.offset : here.offset + PAGE]
    text = statements.spoken(article, voices[index], here.offset + 1, shown, say)
    back = [(say("button-speakers"), OnSpeakers(article=article.id, offset=index // PAGE * PAGE))]
    said = [Statement(article, one) for one in shown]
    return text, keyboards.statements(said, here, len(quotes), back if len(voices) > 1 else [])
