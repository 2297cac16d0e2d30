from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import (
    Chat,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    TextQuote,
    User,
)
from aiogram.utils.formatting import sizeof
from hypothesis import given
from hypothesis import strategies as st

from handlers.incoming import QUOTE_LIMIT, fit, from_units, holder, incoming, quoting, selection
from handlers.sources import source
from nlp import Span
from storage.records import MessageId, Part, Source

NOW = datetime(2026, 11, 12, tzinfo=UTC)
ANNA = User(id=100, is_bot=False, first_name="Анна", last_name="Ли", username="anna")
TEXT = st.text(st.characters(exclude_categories=("Cs",)))


def message(**fields: Any) -> Message:
    return Message(message_id=5, date=NOW, chat=Chat(id=100, type="private"), from_user=ANNA, **fields)


@given(TEXT)
def test_units_and_indices_are_inverse(text: str) -> None:
    assert all(from_units(text, sizeof(text[:i])) == i for i in range(len(text) + 1))


@given(TEXT, st.integers(1, 40))
def test_what_fits_is_a_beginning_within_the_limit(text: str, limit: int) -> None:
    assert text.startswith(fit(text, limit))
    assert sizeof(fit(text, limit)) <= limit


def test_a_caption_is_the_text_of_a_picture() -> None:
    assert incoming(message(caption="Подпись под фото")).text == "Подпись под фото"


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            MessageOriginChannel(
                date=NOW,
                chat=Chat(id=-1001234, type="channel", title="Вестник", username="vestnik"),
                message_id=77,
                author_signature="Редактор",
            ),
            Source("channel", "Вестник", "https://t.me/vestnik/77", "Редактор", NOW),
        ),
        (
            MessageOriginChannel(date=NOW, chat=Chat(id=-1001234, type="channel", title="Закрытый"), message_id=7),
            Source("channel", "Закрытый", "https://t.me/c/1234/7", None, NOW),
        ),
        (
            MessageOriginChat(date=NOW, sender_chat=Chat(id=-1009, type="supergroup", title="Двор")),
            Source("chat", "Двор", None, None, NOW),
        ),
        (MessageOriginUser(date=NOW, sender_user=ANNA), Source("user", "Анна Ли", "https://t.me/anna", None, NOW)),
        (
            MessageOriginHiddenUser(date=NOW, sender_user_name="Кто-то"),
            Source("hidden_user", "Кто-то", None, None, NOW),
        ),
        (None, Source("pasted")),
    ],
)
def test_every_kind_of_origin_becomes_a_source(origin: Any, expected: Source) -> None:
    assert source(message(text="Текст", forward_origin=origin)) == expected


def test_a_quotation_counts_utf16_units_and_repeats_its_formatting() -> None:
    text = "😀 Заголовок.\nРост составил 7 процентов."
    entities = [
        MessageEntity(type="bold", offset=0, length=13),
        MessageEntity(type="bold", offset=sizeof("😀 Заголовок.\nРост "), length=8),
        MessageEntity(type="url", offset=14, length=4),
    ]
    part = incoming(message(text=text, entities=entities)).parts[0]
    start = text.index("Рост")
    reply = quoting(part, text, Span(start, len(text), text[start:]))
    assert (reply.quote, reply.quote_position) == ("Рост составил 7 процентов.", start + 1)
    assert [(one.type, one.offset, one.length) for one in reply.quote_entities or []] == [("bold", 5, 8)]


def test_a_long_sentence_is_quoted_from_its_beginning() -> None:
    text = "слово " * 400 + "конец."
    part = Part(MessageId(5), 0, len(text))
    quote = quoting(part, text, Span(0, len(text), text)).quote or ""
    assert text.startswith(quote)
    assert QUOTE_LIMIT - 10 < sizeof(quote) <= QUOTE_LIMIT
    assert quote.endswith("слово")


def test_only_a_message_that_holds_the_whole_sentence_is_quoted() -> None:
    parts = (Part(MessageId(9), 0, 10), Part(MessageId(5), 0, 30))
    assert holder(parts, Span(5, 20, "")) == parts[1]
    assert holder(parts, Span(25, 40, "")) is None


def test_a_selection_points_at_the_place_that_was_selected() -> None:
    text = "Он сказал да. 😀 Она сказала да."
    second = text.rindex("да")
    chosen = TextQuote(text="да", position=sizeof(text[:second]))
    reply = message(text="кто?", reply_to_message=message(text=text), quote=chosen)
    assert selection(reply, text) == Span(second, second + 2, "да")
    assert selection(message(text="кто?"), text) is None


def test_words_that_are_not_in_the_article_select_nothing() -> None:
    card = message(text="Карточка со своими словами")
    reply = message(text="?", reply_to_message=card, quote=TextQuote(text="своими", position=10))
    assert selection(reply, "Совсем другая статья.") is None
