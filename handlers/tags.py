"""«#тег»: a word that a person files articles under, and finds them by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import keyboards, views
from handlers.buttons import OnTag, UnderMessage
from handlers.comments import HASHTAG
from handlers.incoming import replying
from handlers.keyboards import PAGE
from handlers.meaning import addressed_text
from handlers.phrases import Phrases
from handlers.telling import Shown, tell, turn
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId
from storage.tags import MOST, key

LISTED = 3  # tags of one message whose articles are listed


class IsTags(Filter):
    """A message of the person's own that is nothing but hashtags, which the handler gets as ``names``."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = await addressed_text(message, bot)
        names = HASHTAG.findall(text)
        alone = not message.forward_origin and not HASHTAG.sub("", text).strip(" ,;\n")
        return {"names": names} if names and alone else False


class Replied(Filter):
    """A message that replies to an article or to what was said of it; the handler gets the ``article``."""

    async def __call__(self, message: Message, archive: Archive) -> bool | dict[str, Any]:
        to = message.reply_to_message
        about = await archive.mentioned_in(ChatId(message.chat.id), MessageId(to.message_id)) if to else None
        return {"article": about.article} if about else False


def router() -> Router:
    router = Router(name="tags")
    router.message.register(tag_article, IsTags(), Replied())
    router.message.register(list_tagged, IsTags())
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_tagged, OnTag.filter())
    return router


async def tag_article(message: Message, names: Sequence[str], article: Article, archive: Archive, say: Phrases) -> None:
    await tag(message, [article], names, archive, say)


async def tag(
    message: Message, articles: Sequence[Article], names: Sequence[str], archive: Archive, say: Phrases
) -> None:
    """Give articles tags, and say so; also where one has no room for more."""
    chat, wanted = ChatId(message.chat.id), {key(name): name for name in names}
    given = [set(map(key, await archive.tag(chat, one.id, names))) for one in articles]
    shown = views.hashtags(name for tag, name in wanted.items() if any(tag in these for these in given))
    told = say("tagged", tags=shown) if len(articles) == 1 else say("tagged-some", tags=shown, count=len(articles))
    full = any(wanted.keys() - these for these in given)
    lines = [*([told] if shown else []), *([say("tag-full", number=MOST)] if full else [])]
    await tell(message, "\n".join(lines), None, [replying(message.message_id)])


async def list_tagged(message: Message, names: Sequence[str], archive: Archive, say: Phrases) -> None:
    """The articles under each of the tags."""
    for name in names[:LISTED]:
        shown = await _page(ChatId(message.chat.id), OnTag(tag=key(name)), archive, say)
        text, keys = shown or (say("tag-none", tag=f"#{name}"), None)
        await tell(message, text, keys)


async def turn_tagged(
    query: CallbackQuery, message: Message, callback_data: OnTag, archive: Archive, say: Phrases
) -> None:
    await turn(query, message, await _page(ChatId(message.chat.id), callback_data, archive, say), say)


async def _page(chat: ChatId, here: OnTag, archive: Archive, say: Phrases) -> Shown | None:
    """A page of the articles under a tag; the first one where the page asked for is gone."""
    found = await archive.tagged(chat, here.tag)
    if found is None:
        return None
    count = len(found.articles)
    here = here if here.offset < count else here.model_copy(update={"offset": 0})
    shown = await archive.articles(chat, found.articles[here.offset : here.offset + PAGE])
    head = say("tag-articles", tag=f"#{found.name}", count=count)
    text = views.article_list(shown, here.offset + 1, head, say)
    return text, keyboards.tagged([one.id for one in shown], here, count)
