"""What the bot answered: the sentences that its messages showed, and how their questions were asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import nlp
from storage.archive import Archive, open_archive
from storage.records import Article, ArticleId, ChatId, Incoming, Mention, MessageId, Occasion, Part, Place, Source
from tests.storage.conftest import Earlier, old_article

ANNA, BORIS = ChatId(1001), ChatId(1002)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
BRIDGE = "Мост откроют в мае. Мост ждали долго. Проезд будет бесплатным."
ROAD = "Дорогу закроют на ночь. Объезд обозначат знаками."


async def keep(archive: Archive, text: str, message: int, chat: ChatId = ANNA) -> Article:
    incoming = Incoming(text, None, Source("pasted"), (Part(MessageId(message), 0, len(text)),), NOON)
    return (await archive.save(chat, incoming, nlp.read(text))).article


def places(article: Article) -> list[Place]:
    return [Place(article.id, one.start, one.stop) for one in article.reading.sentences]


async def answer(archive: Archive, article: Article, message: int, place: Place, **more: object) -> None:
    ends = (place.start, place.stop)
    await archive.remember(ANNA, MessageId(message), article.id, ends, "когда?", **more)  # type: ignore[arg-type]


async def test_sentences_shown_as_answers_to_a_question_are_known_from_a_message_on(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    first, second, _ = article.reading.sentences
    await archive.remember(ANNA, MessageId(5), article.id, (first.start, first.stop), "когда?")
    await archive.remember(ANNA, MessageId(8), article.id, (second.start, second.stop), "когда?")
    await archive.remember(ANNA, MessageId(9), article.id, (second.start, second.stop), "где?")
    await archive.remember(ANNA, MessageId(10), article.id)
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == {first.text, second.text}
    assert await archive.answered(ANNA, "когда?", MessageId(5)) == {second.text}
    assert await archive.answered(BORIS, "когда?", MessageId(0)) == frozenset()


async def test_all_that_one_message_shows_is_known_in_whichever_article_it_stands(archive: Archive) -> None:
    bridge, road = await keep(archive, BRIDGE, 1), await keep(archive, ROAD, 2)
    first, *_ = places(bridge)
    await answer(archive, bridge, 5, first, others=places(road))
    shown = {"Мост откроют в мае.", "Дорогу закроют на ночь.", "Объезд обозначат знаками."}
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == shown
    await archive.delete(ANNA, road.id)
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == {"Мост откроют в мае."}


async def test_what_a_message_shows_now_replaces_what_it_showed(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    first, second, third = places(article)
    await answer(archive, article, 5, first, others=[second])
    await answer(archive, article, 5, third)
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == {"Проезд будет бесплатным."}
    await archive.remember(ANNA, MessageId(5), article.id)
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == frozenset()


async def test_of_a_text_that_was_revised_nothing_was_shown(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    await answer(archive, article, 5, places(article)[0])
    incoming = Incoming(ROAD, None, Source("pasted"), (Part(MessageId(1), 0, len(ROAD)),), NOON)
    await archive.revise(ANNA, article.id, incoming, nlp.read(ROAD))
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == frozenset()


async def test_a_sentence_of_an_article_of_nobody_or_of_another_chat_is_not_noted(archive: Archive) -> None:
    article, theirs = await keep(archive, BRIDGE, 1), await keep(archive, ROAD, 1, BORIS)
    first, *_ = places(article)
    await answer(archive, article, 5, first, others=[*places(theirs), Place(ArticleId(2**70), 0, 5)])
    assert await archive.answered(ANNA, "когда?", MessageId(4)) == {"Мост откроют в мае."}


async def test_how_a_question_was_asked_comes_back(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    asked = Occasion(MessageId(4), NOON, MessageId(3), everywhere=True)
    await answer(archive, article, 5, places(article)[0], asked=asked)
    assert await archive.mentioned_in(ANNA, MessageId(5)) == Mention(article, (0, 19), "когда?", asked)
    await answer(archive, article, 6, places(article)[0], asked=replace(asked, leaning=None, everywhere=False))
    mention = await archive.mentioned_in(ANNA, MessageId(6))
    assert mention is not None
    assert mention.asked == Occasion(MessageId(4), NOON)


async def test_the_first_message_that_answered_a_question_is_known_by_the_one_that_asked(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    first, second, _ = places(article)
    asked = Occasion(MessageId(4), NOON)
    assert await archive.answer_to(ANNA, MessageId(4)) is None
    await answer(archive, article, 5, first, asked=asked)
    await answer(archive, article, 7, second, asked=asked)
    assert await archive.answer_to(ANNA, MessageId(4)) == 5
    assert await archive.answer_to(BORIS, MessageId(4)) is None
    await archive.delete(ANNA, article.id)
    assert await archive.answer_to(ANNA, MessageId(4)) is None


async def test_the_answer_before_a_message_is_the_last_one_if_nothing_else_was_shown_since(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, 1)
    first, second, _ = places(article)
    await answer(archive, article, 5, first, asked=Occasion(MessageId(4), NOON))
    await answer(archive, article, 7, second, asked=Occasion(MessageId(6), NOON + timedelta(minutes=1)))
    await archive.remember(ANNA, MessageId(9), article.id, asked=Occasion(MessageId(8), NOON))  # a refusal
    assert await archive.answer_before(ANNA, MessageId(10), NOON) == 7
    assert await archive.answer_before(ANNA, MessageId(6), NOON) == 5
    assert await archive.answer_before(ANNA, MessageId(10), NOON + timedelta(minutes=2)) is None
    assert await archive.answer_before(BORIS, MessageId(10), NOON) is None
    await archive.remember(ANNA, MessageId(11), article.id)  # a card
    assert await archive.answer_before(ANNA, MessageId(12), NOON) is None


async def test_a_database_of_before_keeps_what_its_messages_showed(earlier: Earlier) -> None:
    article = old_article(ANNA, 1, "Мост откроют в мае.")
    mention = {"chat": ANNA, "message": 5, "article": 1, "start": 0, "stop": 19, "question": "когда?".encode()}
    rows = {"articles": [article], "mentions": [mention]}
    async with open_archive(earlier("0004", rows)) as archive:
        assert await archive.answered(ANNA, "когда?", MessageId(4)) == {"Мост откроют в мае."}
