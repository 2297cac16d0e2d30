"""The buttons under a message, and what each says when it is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.phrases import Phrases
from storage.records import Article, ArticleId, Heading

PAGE = 5  # articles on one page of the list


class UnderMessage(Filter):
    """A button under a message that still can be seen, which the handler gets as ``message``."""

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        return {"message": query.message} if isinstance(query.message, Message) else False


class OnArticle(CallbackData, prefix="a"):
    """A button of an article's card."""

    do: Literal["longer", "shorter", "said", "delete", "delete-yes", "delete-no", "open"]
    article: int


class OnAnswer(CallbackData, prefix="q"):
    """A button of an answer; the archive knows what the answer was. ``shown`` of the answers were shown already."""

    do: Literal["context", "more"]
    shown: int = 0


class OnText(CallbackData, prefix="t"):
    """What a text is for, where it could be either."""

    do: Literal["keep", "ask"]


class OnList(CallbackData, prefix="l"):
    """A page of the list of articles."""

    offset: int


class OnArchive(CallbackData, prefix="f"):
    """Deleting everything."""

    do: Literal["forget", "forget-yes", "forget-no"]


Row = Sequence[tuple[str, CallbackData]]


def card(article: Article, say: Phrases, more: bool, long: bool = False) -> InlineKeyboardMarkup:
    """Under an article's card; ``more`` is whether there is a longer summary, ``long`` whether it is shown."""
    size = [(say("button-shorter" if long else "button-longer"), _on(article.id, "shorter" if long else "longer"))]
    said = [(say("button-said"), _on(article.id, "said"))] if article.reading.quotes else []
    return rows([*(size if more or long else []), *said], [(say("button-delete"), _on(article.id, "delete"))])


def delete(article: ArticleId, say: Phrases) -> InlineKeyboardMarkup:
    yes, no = _on(article, "delete-yes"), _on(article, "delete-no")
    return rows([(say("button-delete-yes"), yes), (say("button-delete-no"), no)])


def answer(say: Phrases, shown: int | None, context: bool) -> InlineKeyboardMarkup | None:
    """Under an answer: its surroundings, and the next best one; ``shown`` is None where there is no more."""
    around = [(say("button-context"), OnAnswer(do="context"))] if context else []
    further = [(say("button-more"), OnAnswer(do="more", shown=shown))] if shown else []
    return rows([*around, *further]) if around or further else None


def intent(say: Phrases) -> InlineKeyboardMarkup:
    return rows([(say("button-keep"), OnText(do="keep")), (say("button-ask"), OnText(do="ask"))])


def article_list(headings: Sequence[Heading], offset: int, count: int) -> InlineKeyboardMarkup:
    """A button for each article of the page, and the pages before and after."""
    opening = [(str(number), _on(heading.id, "open")) for number, heading in enumerate(headings, offset + 1)]
    before = [("‹", OnList(offset=max(0, offset - PAGE)))] if offset else []
    after = [("›", OnList(offset=offset + PAGE))] if offset + PAGE < count else []
    return rows(opening, [*before, *after])


def forget(say: Phrases) -> InlineKeyboardMarkup:
    return rows([(say("button-forget"), OnArchive(do="forget"))])


def forget_surely(say: Phrases) -> InlineKeyboardMarkup:
    yes, no = OnArchive(do="forget-yes"), OnArchive(do="forget-no")
    return rows([(say("button-forget-yes"), yes), (say("button-delete-no"), no)])


def rows(*lines: Row) -> InlineKeyboardMarkup:
    """A keyboard of rows of (text, data); empty rows are left out."""
    builder = InlineKeyboardBuilder()
    for line in lines:
        for text, data in line:
            builder.button(text=text, callback_data=data)
    builder.adjust(*(len(line) for line in lines if line))
    return builder.as_markup()


def _on(article: ArticleId, do: str) -> OnArticle:
    return OnArticle.model_validate({"do": do, "article": article})
