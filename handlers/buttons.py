"""What a button says when it is pressed. Callback data has 64 bytes: numbers, never texts."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message
from pydantic import Field

Seconds = Annotated[int, Field(ge=0, lt=2**33)]


class UnderMessage(Filter):
    """A button under a message that still can be seen, which the handler gets as ``message``."""

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        return {"message": query.message} if isinstance(query.message, Message) else False


class OnArticle(CallbackData, prefix="a"):
    """A button of an article's card."""

    do: Literal[
        "longer", "shorter", "chapters", "said", "facts", "removed", "delete", "delete-yes", "delete-no", "open"
    ]
    article: int


class OnChapters(CallbackData, prefix="c"):
    """A page of an article's chapters."""

    article: int
    offset: int


class OnChapter(CallbackData, prefix="h"):
    """A chapter of an article, counted from 0."""

    article: int
    offset: int


Doing = Literal["context", "more", "another", "everywhere"]
"""What a button does with an answer: shows what stands around it, the next ones, or the next best in place of it; or
asks all articles the same.
"""


class OnAnswer(CallbackData, prefix="q"):
    """A button of an answer; the archive knows what was asked and answered."""

    do: Doing


class OnSuggestion(CallbackData, prefix="g"):
    """A question that an article answers: one of those suggested, counted from 0."""

    article: int
    offset: int


class OnSpeakers(CallbackData, prefix="w"):
    """A page of those who speak in an article."""

    article: int
    offset: int


class OnSpeaker(CallbackData, prefix="k"):
    """A page of what one of them said; the key of nobody is 0."""

    article: int
    speaker: int
    offset: int = 0


class OnPerson(CallbackData, prefix="n"):
    """A page of what the person of this key said in all articles."""

    speaker: int
    offset: int = 0


class OnQuote(CallbackData, prefix="e"):
    """A statement: where it stands in its article."""

    do: Literal["show", "copy", "share"]
    article: int
    start: int
    stop: int


class OnText(CallbackData, prefix="t"):
    """What a text is for, where it could be either."""

    do: Literal["keep", "ask", "apart"]


class OnTag(CallbackData, prefix="j"):
    """A page of the articles under a tag, by its `storage.tags.key`."""

    tag: int
    offset: int = 0


class OnList(CallbackData, prefix="l"):
    """A page of the list of articles."""

    offset: int


class OnArchive(CallbackData, prefix="f"):
    """Deleting everything."""

    do: Literal["forget", "forget-yes", "forget-no"]


class OnDigest(CallbackData, prefix="d"):
    """A page of the digest of what was received after ``since`` and until ``until``, in seconds since 1970."""

    since: Seconds
    until: Seconds
    offset: int


class OnStory(CallbackData, prefix="y"):
    """A page of the articles that tell the story of ``article`` in the digest of that time."""

    article: int
    since: Seconds
    until: Seconds
    offset: int = 0


class OnBundle(CallbackData, prefix="b"):
    """A page of the digest of what the messages ``start``..``stop`` brought: shown anew, or in place of another."""

    do: Literal["show", "turn"]
    start: int
    stop: int
    offset: int = 0


class OnBundleStory(CallbackData, prefix="z"):
    """A page of the articles that tell the story of ``article`` in that digest."""

    article: int
    start: int
    stop: int
    offset: int = 0


class OnSettings(CallbackData, prefix="s"):
    """A page of the settings; ``offset`` is where a long one begins."""

    page: Literal["all", "language", "sentences", "digest_hour", "cities", "offsets"]
    offset: int = 0


class OnChoice(CallbackData, prefix="p"):
    """A field of the preferences and what was chosen for it; None leaves it to the bot."""

    what: Literal["language", "sentences", "digest_hour", "time_zone"]
    value: str | None = None


class OnWork(CallbackData, prefix="x"):
    """Stops the work on a message of the person's."""

    message: int
