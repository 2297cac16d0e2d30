"""What a chat has already: the short answer to an article that comes again."""

from __future__ import annotations

from aiogram.types import Message

from handlers import keyboards, views
from handlers.incoming import incoming, replying
from handlers.phrases import Phrases
from handlers.telling import mend, tell
from storage.archive import Archive
from storage.records import ChatId, Incoming, MessageId, Saved


async def show_known(
    message: Message, carried: Incoming, saved: Saved, archive: Archive, say: Phrases, instead: MessageId | None = None
) -> None:
    """Tell which article came again; a reply to this will be about that article.

    ``instead`` is the bot's message that shall say it. A text that differs can still be kept by itself, if the
    ``message`` holds all of it.
    """
    text = views.known(saved, say)
    keys = keyboards.known(saved.article.id, say, apart=saved.differs and incoming(message).text == carried.text)
    if instead is None or not await mend(message, instead, text, keys):
        instead = MessageId((await tell(message, text, keys, [replying(message.message_id)])).message_id)
    await archive.remember(ChatId(message.chat.id), instead, saved.article.id)
