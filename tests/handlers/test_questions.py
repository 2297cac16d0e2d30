"""Which article a question is about, and how its answer is shown."""

from __future__ import annotations

import pytest
from aiogram.types import Message

from bot.local_telegram import Shown
from handlers.buttons import OnAnswer
from storage.records import ChatId, MessageId
from tests.telegram import Friend, article, said


def only(shown: list[Shown]) -> Message:
    (one,) = shown
    assert one.message is not None
    return one.message


def quoted(shown: list[Shown]) -> list[str]:
    """The sentences that the newest message quotes."""
    message = shown[-1].message
    entities = (message.entities or []) if message else []
    return [one.extract_from(message.text or "") for one in entities if one.type == "blockquote"] if message else []


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


async def test_more_shows_answers_that_were_not_shown_yet(anna: Friend) -> None:
    await anna.forwards(article("01"))
    shown = await anna.writes("что говорили о торговле?")
    sentences = quoted(shown)
    while "[Ещё]" in said(shown[-1:]):
        shown = (await anna.clicks("Ещё"))[-1:]
        sentences += quoted(shown)
        assert len(sentences) < 30
    assert len(sentences) > 3
    assert len(set(sentences)) == len(sentences)


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


WINTERS = (
    "Зима в посёлке началась в ноябре. Снега выпало двадцать сантиметров. Дороги чистят три машины.",
    "Зима в городе началась в декабре. Снега почти нет. Катки открылись только в январе.",
    "Зима на острове началась в октябре. Ветер сносит крыши. Паром стоит.",
)


async def not_these(anna: Friend) -> list[str]:
    """The sentences that «Не то» shows one after the other, until it says that there is nothing nearer."""
    shown = []
    while len(shown) < 20:
        *_, last = await anna.clicks("Не то")
        if last.message is None or last.edited:
            return shown
        quote = next(one for one in last.message.entities or [] if one.type == "blockquote")
        shown.append(quote.extract_from(last.message.text or ""))
    raise AssertionError("«Не то» never ends")


async def test_not_this_goes_through_the_article_and_then_the_others_and_repeats_nothing(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    (first,) = await anna.writes("когда началась зима?")
    assert "в октябре" in said([first])
    others = await not_these(anna)
    assert {"Зима в посёлке началась в ноябре.", "Зима в городе началась в декабре."} <= set(others)
    assert len(set(others)) == len(others)
    assert not any("в октябре" in one for one in others)


async def test_not_this_stands_under_an_answer_from_another_article_and_survives_a_restart(anna: Friend) -> None:
    for text in (*WINTERS, article("05")):
        await anna.forwards(text)
    assert "Нашлось в другой" in said(await anna.writes("когда началась зима?"))
    shown = [said(await anna.clicks("Не то"))]
    await anna.server.restart()
    shown.append(said(await anna.clicks("Не то")))
    months = [month for text in shown for month in ("ноябре", "декабре") if f"началась в {month}" in text]
    assert sorted(months) == ["декабре", "ноябре"]


async def test_after_the_last_the_bot_says_kindly_that_nothing_is_nearer(anna: Friend) -> None:
    await anna.forwards(WINTERS[0])
    await anna.writes("сколько машин чистят дороги?")
    await not_these(anna)
    assert anna.server.shown[-2].alert == "Ближе к вопросу ничего не нашлось. Попробуйте спросить другими словами."
    with pytest.raises(LookupError):
        await anna.clicks("Не то")


async def test_an_answer_cannot_be_refused_twice(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    answer = only(await anna.writes("когда началась зима?"))
    pressed = OnAnswer(do="another").pack()
    edited, another = await anna.clicks("Не то")
    assert "[Не то]" not in said([edited])
    assert "[Контекст]" in said([edited])
    again = await anna.presses(answer, pressed)
    assert not set(quoted([another])) & set(quoted(again))


async def test_the_same_question_asked_anew_has_its_first_answer_again(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    first = said(await anna.writes("когда началась зима?"))
    await anna.clicks("Не то")
    assert said(await anna.writes("когда началась зима?")) == first


async def test_not_this_keeps_what_a_follow_up_question_leans_on(anna: Friend) -> None:
    await anna.forwards(article("01"))
    answer = only(await anna.writes("какой товарооборот?"))
    assert "93% расчётов" in said(await anna.replies(answer, "а сколько расчётов?"))
    assert "Товарооборот Казахстана и России достиг 28,4 млрд долларов" in await not_these(anna)
