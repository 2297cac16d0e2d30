"""A file arrives: its text is the article. Of a picture, what it shows, where that can be recognised."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import Message

import nlp
from handlers.comments import comment
from handlers.desk import Desk
from handlers.errors import REFUSALS, reason
from handlers.incoming import has_words, incoming, text_of
from handlers.links import brought
from handlers.meaning import addressed_text
from handlers.phrases import Phrases
from handlers.reader import LARGEST, Download
from handlers.sources import source
from handlers.status import Status
from handlers.taking import Obtain, take, take_in
from handlers.wishes import heed, sized
from intake.documents import Document
from intake.door import Door
from intake.failures import LargeError, PictureError, UnknownFormatError
from storage.records import Incoming

HEARD_OR_SEEN = ("audio/", "video/")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as its message tells of it; ``kind`` is a media type, ``name`` None where the sender gave none."""

    file_id: str
    name: str | None
    kind: str
    size: int

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")


class HasFile(Filter):
    """A message with a file to open, as ``attached``; a picture that has words beside it is there for these."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        attached = attachment(message)
        if attached is None or (attached.is_picture and has_words(text_of(message))):
            return False
        return {"attached": attached}


def router() -> Router:
    router = Router(name="files")
    router.message.register(open_file, HasFile())
    return router


def attachment(message: Message) -> Attached | None:
    """The document or photo of a message; an animation, which Telegram calls a document too, is neither."""
    if message.photo:
        photo = message.photo[-1]  # the largest
        return Attached(photo.file_id, None, "image/jpeg", photo.file_size or 0)
    file = message.document
    if file is None or message.animation:
        return None
    kind = file.mime_type or mimetypes.guess_type(file.file_name or "")[0] or ""
    return Attached(file.file_id, file.file_name or None, kind.lower(), file.file_size or 0)


async def open_file(message: Message, attached: Attached, door: Door, download: Download, desk: Desk) -> None:
    """Keep what the file holds; then do with its caption what it is for."""
    caption = await addressed_text(message, desk.bot)
    wanted, is_post = comment(caption), nlp.intent(caption) == "article"
    if is_post:
        await take_in(message, incoming(message), desk)
    inside = within(attached, message, desk, door, download)
    speaks = message.forward_origin and has_words(caption) and not (is_post or wanted.asks)
    obtain = else_caption(inside, message, desk.say) if speaks else inside
    kept = await take(message, obtain, sized(desk, wanted.wish))
    about = [kept] if kept and kept.text != caption else []
    await heed(message, wanted, about, desk)


def within(attached: Attached, message: Message, desk: Desk, door: Door, download: Download) -> Obtain:
    """Gets what a file holds."""

    async def obtain(shown: Status) -> Incoming:
        shown.does(desk.say("work-picture" if attached.is_picture else "work-file"))
        document, post = await _opened(attached, desk.bot, door, download), source(message)
        author, published = document.author or post.name, document.published or post.published
        document = replace(document, author=author, published=published)
        return brought(message, "file", document, None if attached.is_picture else _name(attached), post.url)

    return obtain


def else_caption(inside: Obtain, message: Message, say: Phrases) -> Obtain:
    """Gets what a post says where its file cannot be read, and tells why that is."""

    async def obtain(shown: Status) -> Incoming:
        try:
            return await inside(shown)
        except REFUSALS as refusal:
            await message.answer(reason(refusal, say))
            return incoming(message)

    return obtain


async def _opened(attached: Attached, bot: Bot, door: Door, download: Download) -> Document:
    """The text of a file. What cannot be read, or is too large for Telegram to give, is not asked for."""
    if attached.kind.startswith(HEARD_OR_SEEN):
        raise UnknownFormatError
    if attached.is_picture and not door.reads_pictures:
        raise PictureError
    if attached.size > LARGEST:
        raise LargeError
    data = await download(bot, attached.file_id)
    return await (door.picture(data) if attached.is_picture else door.file(data, _name(attached)))


def _name(attached: Attached) -> str:
    """What the sender called it; else a name with the ending that its media type suggests."""
    return attached.name or f"file{mimetypes.guess_extension(attached.kind) or ''}"
