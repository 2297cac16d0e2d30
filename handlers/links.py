"""A message that is essentially a link: the article that it leads to is fetched and kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.comments import comment
from handlers.desk import Desk
from handlers.incoming import from_units, has_words, incoming
from handlers.meaning import COMMAND
from handlers.phrases import Phrases
from handlers.status import Status
from handlers.taking import Obtain, take
from handlers.wishes import heed, sized
from intake.documents import Document
from intake.door import Door
from nlp import Span
from storage.records import Incoming, MessageId, Part, Source, SourceKind

MOST = 5  # links of one message that are opened
BESIDE = 200  # characters that a person writes beside a link: its title, a word about it, a question
LONGEST = 2000  # characters of a message that is nothing but links
LABEL = 3  # words beside the link of a forwarded post that make no article: «Читать полностью:»
URL = re.compile(r"(?:https?://|www\.|(?<![\w.])t\.me/)[^\s<>]+", re.IGNORECASE)
MENTION = re.compile(r"(?<!\w)@\w+")
SIGNATURE = re.compile(r"(?:https?://)?(?:t|telegram)\.me/(?:s/)?\+?[\w-]+/?", re.IGNORECASE)
AFTER = ".,;:!?»”\"'…]"  # what a sentence puts behind an address


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses in a message, each once, in their order, and the words ``beside`` them.

    ``are_sought`` is whether one is more than the name of a channel, ``are_seen`` whether one is not hidden in words.
    """

    urls: tuple[str, ...]
    beside: str
    are_sought: bool
    are_seen: bool


class IsLink(Filter):
    """A message that is there for its link, which the handler gets as ``links``."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        links = essential(message)
        return {"links": links} if links else False


def router() -> Router:
    router = Router(name="links")
    router.message.register(follow, IsLink())
    return router


async def follow(message: Message, links: Links, door: Door, desk: Desk) -> None:
    """Keep what each link leads to; then do what was wished for beside them."""
    if len(links.urls) > MOST:
        await message.answer(desk.say("links-many", count=len(links.urls), number=MOST))
    wanted = comment(links.beside)
    wished = sized(desk, wanted.wish)
    kept = [await take(message, behind(url, message, door, desk.say), wished) for url in links.urls[:MOST]]
    await heed(message, wanted, [one for one in kept if one], desk)


def behind(url: str, message: Message, door: Door, say: Phrases) -> Obtain:
    """Gets the article at an address."""

    async def obtain(shown: Status) -> Incoming:
        shown.does(say("work-link"))
        document = await door.link(url)
        return brought(message, "link", document, document.site or _host(document.url), document.url)

    return obtain


def _host(url: str | None) -> str | None:
    return urlsplit(url or "").hostname


def brought(message: Message, kind: SourceKind, document: Document, name: str | None, url: str | None) -> Incoming:
    """The article that came with a message but does not stand in it."""
    source = Source(kind, name, url, document.author, document.published)
    part = Part(MessageId(message.message_id), 0, 0)
    return Incoming(document.text, document.title, source, (part,), message.date)


def essential(message: Message) -> Links | None:
    """The links that a message is there for; None if it says more than them.

    A forwarded post with words of its own stays the article that it is, and so does a text with an address hidden in
    some of its words. Where a channel only signs with its address, that is not what the post is there for.
    """
    carried = incoming(message)
    links = links_in(carried)
    if not links.urls or COMMAND.match(carried.text) or len(carried.text) > LONGEST:
        return None
    words = len(links.beside.split())
    enough = len(links.beside) <= BESIDE if links.are_seen and not message.forward_origin else words <= LABEL
    return links if enough and (links.are_sought or words == 0) else None


def links_in(carried: Incoming) -> Links:
    text, spans = carried.text, sorted(_addresses(carried), key=lambda span: span.start)
    urls = tuple(dict.fromkeys(one.text for one in spans))
    sought = tuple(one for one in urls if not SIGNATURE.fullmatch(one))
    seen = any(text[one.start : one.stop] == one.text for one in spans)
    return Links(sought or urls, _beside(text, spans), bool(sought), seen)


def _beside(text: str, spans: Sequence[Span]) -> str:
    """The words outside of the spans, without the names that are addressed; "" where there is no word."""
    starts, stops = [0, *(one.stop for one in spans)], [*(one.start for one in spans), len(text)]
    rest = " ".join(text[start:stop] for start, stop in zip(starts, stops, strict=True))
    said = " ".join(MENTION.sub(" ", rest).split())
    return said if has_words(said) else ""


def _addresses(carried: Incoming) -> Iterator[Span]:
    """Where addresses stand, each with the address itself: as Telegram marked them, and where it did not."""
    text, marked = carried.text, []
    for plain in json.loads(carried.parts[0].entities):
        if plain["type"] in ("url", "text_link"):
            start = from_units(text, plain["offset"])
            stop = from_units(text, plain["offset"] + plain["length"])
            marked.append(Span(start, stop, plain.get("url") or text[start:stop]))
    yield from marked
    for found in URL.finditer(text):
        if not any(one.start < found.end() and found.start() < one.stop for one in marked):
            address = _bare(found[0])
            yield Span(found.start(), found.start() + len(address), address)


def _bare(address: str) -> str:
    """Without what belongs to the sentence around it; a bracket that the address has opened belongs to it."""
    bare = address.rstrip(AFTER)
    return _bare(bare[:-1]) if bare.endswith(")") and "(" not in bare else bare
