"""Which article a question is about, and how its answer is shown."""

from __future__ import annotations

from aiogram.types import Message

from storage.records import ChatId, MessageId
from tests.telegram import Friend, article, only, said


async def two_articles(anna: Friend) -> tuple[Message, Message]:
    """The first article is about trade, the latest about hockey; the forward and the card of the first."""
    card = only(await anna.forwards(article("01")))
    forward = anna.sent
    await anna.forwards(article("05"))
    return forward, card


async def test_a_reply_to_the_forward_asks_about_that_article(anna: Friend) -> None:
    forward, _ = await two_articles(anna)
    shown = said(await anna.replies(forward, "сколько торговых центров построят?"))
    assert "пять приграничных торговых центров" in shown
    assert "Нашлось в другой" not in shown


async def test_a_reply_to_the_card_asks_about_that_article(anna: Friend) -> None:
    _, card = await two_articles(anna)
    shown = said(await anna.replies(card, "о чём статья?"))
    assert "28,4 млрд" in shown


async def test_a_reply_to_an_answer_asks_about_its_article(anna: Friend) -> None:
    _, card = await two_articles(anna)
    answer = only(await anna.replies(card, "какой товарооборот?"))
    shown = said(await anna.replies(answer, "сколько торговых центров построят?"))
    assert "пять приграничных торговых центров" in shown
    assert "Нашлось в другой" not in shown


async def test_an_answer_is_a_reply_that_quotes_the_sentence_in_the_persons_own_message(anna: Friend) -> None:
    forward, _ = await two_articles(anna)
    shown = only(await anna.replies(forward, "сколько торговых центров построят?"))
    assert shown.reply_to_message is not None
    assert shown.quote is not None
    assert shown.reply_to_message.message_id == forward.message_id
    assert (forward.text or "")[shown.quote.position :].startswith(shown.quote.text)
    assert "пять приграничных торговых центров" in shown.quote.text


async def test_the_answer_itself_is_the_sentence_to_the_letter(anna: Friend) -> None:
    await anna.forwards(article("01"))
    shown = only(await anna.writes("сколько торговых центров построят?"))
    quoted = [one.extract_from(shown.text or "") for one in shown.entities or [] if one.type == "blockquote"]
    assert quoted
    assert all(words in article("01") for words in quoted)


async def test_a_selection_in_the_card_counts_as_one_in_the_article(anna: Friend) -> None:
    _, card = await two_articles(anna)
    summary = next(one for one in card.entities or [] if one.type == "blockquote").extract_from(card.text or "")
    first = summary.split("\n\n")[0]
    shown = said(await anna.replies(card, "контекст", first))
    assert first in shown
    assert len(shown) > len(first) + 100


async def test_a_question_is_remembered_only_beside_its_answer(anna: Friend) -> None:
    await anna.forwards(article("01"))
    refused = only(await anna.writes("сколько стоит билет на Марс?"))
    mention = await anna.server.archive.mentioned_in(ChatId(100), MessageId(refused.message_id))
    assert mention is not None
    assert mention.question is None
