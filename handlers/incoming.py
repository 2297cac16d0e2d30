"""From Telegram's messages to the bot's own values and back. UTF-16 ends here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from aiogram.types import ExternalReplyInfo, Message, MessageEntity, ReplyParameters, RichMessage, TextQuote
from aiogram.utils.formatting import sizeof

from handlers.polls import listed
from handlers.rich import Flat, flatten
from handlers.sources import quoted_source, source
from nlp import Span
from storage.records import Incoming, MessageId, Part

QUOTE_LIMIT = 1024  # UTF-16 units that Telegram takes in a quotation
KEPT_IN_QUOTES = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"}


def from_units(text: str, count: int) -> int:
    """The index in ``text`` after ``count`` UTF-16 units; a pair is never cut in half."""
    seen = 0
    for index, char in enumerate(text):
        if seen >= count:
            return index
        seen += 2 if char > "\uffff" else 1
    return len(text)


def text_of(message: Message) -> str:
    """What a message says: its text, the caption of its picture, video or file, or what its blocks say."""
    return _quotable(message) or _flat(message.rich_message).text


def _quotable(message: Message) -> str:
    """The text of a message that Telegram quotes a slice of."""
    return message.text or message.caption or ""


def _flat(rich: RichMessage | None) -> Flat:
    return flatten(rich) if rich else Flat("")


def has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def incoming(message: Message) -> Incoming:
    """The article that a message carries."""
    text, entities = _said(message)
    part = Part(MessageId(message.message_id), 0, len(_quotable(message)), entities)
    return Incoming(text, None, source(message), (part,), message.date)


def _said(message: Message) -> tuple[str, str]:
    """The whole text, and its entities as `Part` has them."""
    if text := _quotable(message):
        return text, _dump(message.entities or message.caption_entities or ())
    flat = _flat(message.rich_message)
    return flat.text or listed(message), _dump(_linked(flat))


def _linked(flat: Flat) -> Iterator[MessageEntity]:
    for link in flat.links:
        start, length = sizeof(flat.text[: link.start]), sizeof(flat.text[link.start : link.stop])
        yield MessageEntity(type="text_link", offset=start, length=length, url=link.url)


def excerpt(quote: TextQuote, message: Message, replied: ExternalReplyInfo) -> Incoming:
    """What ``message`` quotes of a post in another chat."""
    part = Part(MessageId(message.message_id), 0, 0, _dump(quote.entities or ()))
    return Incoming(quote.text, None, quoted_source(replied), (part,), message.date)


def quoting(part: Part, text: str, sentence: Span) -> ReplyParameters:
    """A reply to the message ``part`` of the article ``text`` that quotes the sentence, which must lie inside it.

    A sentence longer than Telegram takes is quoted from its beginning, whole words.
    """
    body = text[part.start : part.stop]
    start = sentence.start - part.start
    stop = start + len(fit(sentence.text, QUOTE_LIMIT))
    position, end = sizeof(body[:start]), sizeof(body[:stop])
    return ReplyParameters(
        message_id=part.message_id,
        allow_sending_without_reply=True,
        quote=body[start:stop],
        quote_position=position,
        quote_entities=_clipped(part.entities, position, end) or None,
    )


def replying(message_id: int) -> ReplyParameters:
    """A plain reply that is sent even where the message is gone."""
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)


def holder(parts: Iterable[Part], sentence: Span) -> Part | None:
    """The message that holds the whole sentence, the newest copy first."""
    return next((part for part in parts if part.start <= sentence.start and sentence.stop <= part.stop), None)


def beginner(parts: Sequence[Part], sentence: Span) -> Part | None:
    """The message that holds the beginning of the sentence; else the one that brought the article."""
    return next((part for part in parts if part.start <= sentence.start < part.stop), parts[0] if parts else None)


def fit(text: str, limit: int) -> str:
    """The whole words at the beginning of a text that fit into ``limit`` UTF-16 units."""
    if sizeof(text) <= limit:
        return text
    cut = text[: from_units(text, limit)]
    cut = cut if sizeof(cut) <= limit else cut[:-1]
    return cut.rpartition(" ")[0].rstrip() or cut


def selection(message: Message, text: str) -> Span | None:
    """The stretch of the article ``text`` that a person selected when replying to one of its messages."""
    if message.quote is None:
        return None
    chosen, replied = message.quote.text.strip(), message.reply_to_message
    body = text_of(replied) if replied else ""
    near = max(text.find(body), 0) + from_units(body, message.quote.position) if body in text else 0
    start = text.find(chosen, near)
    start = start if start >= 0 else text.find(chosen)
    return Span(start, start + len(chosen), chosen) if start >= 0 and chosen else None


def _dump(entities: Iterable[MessageEntity]) -> str:
    return json.dumps([entity.model_dump(mode="json", exclude_none=True) for entity in entities])


def _clipped(entities: str, start: int, stop: int) -> list[MessageEntity]:
    """The entities that Telegram wants repeated in a quotation of the units ``start``..``stop``."""
    kept = (MessageEntity.model_validate(plain) for plain in json.loads(entities) if plain["type"] in KEPT_IN_QUOTES)
    ends = ((one, max(one.offset, start), min(one.offset + one.length, stop)) for one in kept)
    return [one.model_copy(update={"offset": a - start, "length": b - a}) for one, a, b in ends if a < b]
