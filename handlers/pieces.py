"""What the messages of a bundle are together: articles, each of one message or several; comments; and all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from aiogram.types import Message
from aiogram.utils.formatting import sizeof

import nlp
from handlers.files import attachment
from handlers.incoming import has_words, incoming, text_of
from handlers.links import essential
from handlers.sources import source
from storage.records import Incoming, Part, Source

LIMIT = 4096  # UTF-16 units of a message
NEAR = 300  # units below the limit in which most clients cut a long text, at the white space that suits them
AT_ONCE = timedelta(seconds=5)  # between the parts of a text that was sent at once
ENDED = re.compile(r"[.!?…:;][\"'»”)\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Messages that are one thing, in order; ``carried`` is the article that they bring."""

    messages: tuple[Message, ...]
    carried: Incoming | None = None

    @property
    def may_bring(self) -> bool:
        """Whether an article may come of it, now or when it is answered by itself."""
        first = self.messages[0]
        return bool(
            self.carried or first.forward_origin or first.external_reply or attachment(first) or essential(first)
        )

    @property
    def is_comment(self) -> bool:
        """A text of the person's own that is no article, link or command, and answers no message."""
        first = self.messages[0]
        written = first.text is not None and not first.text.startswith("/")
        return written and not (self.may_bring or first.reply_to_message)


def pieces(bundle: Iterable[Message]) -> list[Piece]:
    """The pieces of a bundle in the order of their messages."""
    groups: list[list[Message]] = []
    for message in bundle:
        if groups and (_of_one_album(groups[-1][-1], message) or _of_one_text(groups[-1][-1], message)):
            groups[-1].append(message)
        else:
            groups.append([message])
    return [Piece(tuple(one), _carried(one)) for one in groups]


def _of_one_album(before: Message, after: Message) -> bool:
    """Files of an album are not one article: each may hold its own."""
    return after.media_group_id is not None and after.media_group_id == before.media_group_id and not after.document


def _of_one_text(before: Message, after: Message) -> bool:
    """Whether a client may have cut a long text between the two."""
    if not before.text or not after.text or after.text.startswith("/"):
        return False
    return (
        _replied(after) in (None, _replied(before))
        and _of_one_origin(before, after)
        and is_cut(before.text, after.text)
    )


def _replied(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None


def _of_one_origin(before: Message, after: Message) -> bool:
    (one, at), (other, later) = ((_whose(source(message)), source(message).published) for message in (before, after))
    return one == other and (at is None or later is None or abs(later - at) <= AT_ONCE)


def _whose(origin: Source) -> Source:
    return replace(origin, url=None, published=None)


def is_cut(before: str, after: str) -> bool:
    """Whether ``before`` may be the beginning of a text that was too long for one message, and ``after`` go on with it.

    Clients cut little below the limit. Telegram Desktop cuts at the last paragraph that ends in the second half, so
    what follows up to the next one would not have fitted (`TextUtilities::CutPart`); iOS at the last line or full stop.
    """
    size = sizeof(before)
    gap = "\n\n" if "\n\n" in before + after else "\n"
    return size > LIMIT - NEAR or (size > LIMIT // 2 and size + sizeof(gap + after.split(gap)[0]) > LIMIT)


def _carried(messages: Sequence[Message]) -> Incoming | None:
    """The article that messages bring by their own words; what is taken by a topic of its own brings none."""
    first, text = messages[0], "\n\n".join(filter(None, map(text_of, messages)))
    attached = attachment(first)
    if not has_words(text) or first.external_reply or (attached and not attached.is_picture):
        return None
    if len(messages) == 1 and essential(first):
        return None
    if first.forward_origin is None and (text.startswith("/") or nlp.intent(text) != "article"):
        return None
    return joined(messages)


def joined(messages: Sequence[Message]) -> Incoming:
    """What messages carry together: it stays known which of them holds which stretch of the text."""
    whole, *others = [incoming(one) for one in messages]
    for one in others:
        whole = _followed(whole, one, "\n\n" if messages[0].media_group_id else _joint(whole.text))
    return whole


def _followed(whole: Incoming, after: Incoming, gap: str) -> Incoming:
    gap = gap if whole.text and after.text else ""
    start = len(whole.text + gap)
    moved = [moved_by(start, part) for part in after.parts]
    return replace(whole, text=whole.text + gap + after.text, parts=(*whole.parts, *moved))


def moved_by(count: int, part: Part) -> Part:
    """The same part where ``count`` characters more stand before it; one that holds nothing stands nowhere."""
    held = part.start < part.stop
    return replace(part, start=part.start + count, stop=part.stop + count) if held else replace(part, start=0, stop=0)


def _joint(before: str) -> str:
    """The white space that Telegram trimmed where a text was cut: no client cuts a line that has an end so near."""
    return "\n" if ENDED.search(before) or "\n" in before[-NEAR:] else " "
