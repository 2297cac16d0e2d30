"""What the product may expect of its memory, on every kind of database."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text as sql

import nlp
from nlp.model import Frequencies, Question, Reading
from storage.archive import Archive, open_archive
from storage.database import open_database
from storage.records import Article, ArticleId, ChatId, Hits, Incoming, Mention, MessageId, Part, Saved, Source

ANNA, BORIS, GROUP = ChatId(1001), ChatId(1002), ChatId(-1001234567890)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
PASTED = Source("pasted")
CHANNEL = Source("channel", "Степной вестник", "https://t.me/step_vestnik/7", "А. Есенова", NOON - timedelta(hours=2))

TRADE = "Товарооборот вырос на пять процентов. Об этом сообщило министерство торговли."
BRIDGE = "В городе открыли мост через реку. Строители работали два года."
HEDGEHOG = "Ёжик вышел из тумана. Его нашли дети."
KAZAKH = "Қазақстан көмір экспортын арттырды. Бұл туралы министр айтты."


def incoming(text: str, *messages: int, title: str | None = None, source: Source = PASTED) -> Incoming:
    """The text in as many messages as are given, cut into equal parts."""
    edges = [len(text) * i // max(len(messages), 1) for i in range(len(messages) + 1)]
    parts = tuple(map(Part, map(MessageId, messages), edges, edges[1:]))
    return Incoming(text, title, source, parts, NOON)


async def keep(archive: Archive, chat: ChatId, text: str, *messages: int, title: str | None = None) -> Saved:
    return await archive.save(chat, incoming(text, *messages, title=title), nlp.read(text, title))


async def found(archive: Archive, chat: ChatId, question: str, language: str = "ru") -> list[str]:
    return [article.text for article in (await archive.search(chat, asking(question, language), 10)).articles]


def asking(words: str, language: str = "ru") -> Question:
    """A question after certain words."""
    return Question(words, language, "fact", words)


async def test_an_article_comes_back_as_it_was_saved(archive: Archive) -> None:
    saved = await archive.save(ANNA, incoming(TRADE, 5, source=CHANNEL), nlp.read(TRADE))
    assert saved.new
    assert saved.article.text == TRADE
    assert saved.article.title == nlp.read(TRADE).title
    assert saved.article.source == CHANNEL
    assert saved.article.received == NOON
    assert saved.article.reading == nlp.read(TRADE)
    assert await archive.article(ANNA, saved.article.id) == saved.article
    assert await archive.latest(ANNA) == saved.article


async def test_a_given_title_is_the_title(archive: Archive) -> None:
    saved = await keep(archive, ANNA, TRADE, 5, title="Торговля растёт")
    assert saved.article.title == "Торговля растёт"
    assert [heading.title for heading in await archive.page(ANNA, 0, 10)] == ["Торговля растёт"]


async def test_a_reading_is_loaded_once(url: str) -> None:
    async with open_archive(url) as archive:
        article = (await keep(archive, ANNA, TRADE, 5)).article
    async with open_archive(url) as archive:
        first, second = await archive.article(ANNA, article.id), await archive.latest(ANNA)
        assert first is not None
        assert second is not None
        assert first.reading is second.reading


async def test_several_articles_come_in_the_order_asked_for_without_those_of_others(archive: Archive) -> None:
    trade, bridge = [(await keep(archive, ANNA, text, n)).article for n, text in enumerate((TRADE, BRIDGE), 5)]
    gone, other = (await keep(archive, ANNA, HEDGEHOG, 7)).article, (await keep(archive, BORIS, TRADE, 5)).article
    await archive.delete(ANNA, gone.id)
    assert await archive.articles(ANNA, [bridge.id, other.id, gone.id, trade.id]) == (bridge, trade)
    assert await archive.articles(ANNA, []) == ()


async def test_times_of_other_zones_come_back_as_the_same_moment(archive: Archive) -> None:
    almaty = timezone(timedelta(hours=5))
    source = Source("channel", published=datetime(2026, 3, 14, 3, 0, tzinfo=almaty))
    saved = await archive.save(ANNA, incoming(TRADE, 5, source=source), nlp.read(TRADE))
    assert saved.article.source.published == datetime(2026, 3, 13, 22, 0, tzinfo=UTC)


async def test_everything_is_there_after_closing_and_opening_again(url: str) -> None:
    async with open_archive(url) as first:
        saved = await keep(first, ANNA, TRADE, 5, 6)
        await first.remember(ANNA, MessageId(7), saved.article.id, (0, 37), "Какой товарооборот?")
        held = await first.parts(ANNA, saved.article.id)
    async with open_archive(url) as second:
        assert await second.latest(ANNA) == saved.article
        assert await second.parts(ANNA, saved.article.id) == held
        assert await second.mentioned_in(ANNA, MessageId(7)) == Mention(saved.article, (0, 37), "Какой товарооборот?")
        assert await found(second, ANNA, "товарооборот") == [TRADE]
        assert (await keep(second, ANNA, TRADE, 8)).new is False


async def test_an_empty_chat_has_nothing_and_says_so(archive: Archive) -> None:
    nothing = ArticleId(1)
    assert await archive.latest(ANNA) is None
    assert await archive.article(ANNA, nothing) is None
    assert await archive.parts(ANNA, nothing) == ()
    assert await archive.page(ANNA, 0, 10) == ()
    assert await archive.count(ANNA) == 0
    assert await archive.mentioned_in(ANNA, MessageId(1)) is None
    assert await archive.search(ANNA, asking("слово"), 5) == Hits((), Frequencies(0, {}), 0, {})
    assert await archive.delete(ANNA, nothing) is False
    assert await archive.forget(ANNA) == 0
    assert await archive.newest_message(ANNA) == 0


async def test_a_part_holds_the_slice_of_the_article_that_its_message_shows(archive: Archive) -> None:
    bold = json.dumps([{"type": "bold", "offset": 0, "length": 12}])
    parts = (Part(MessageId(5), 0, 38, bold), Part(MessageId(6), 38, len(TRADE)))
    saved = await archive.save(ANNA, Incoming(TRADE, None, PASTED, parts, NOON), nlp.read(TRADE))
    assert await archive.parts(ANNA, saved.article.id) == parts


class TestTheSameTextAgain:
    async def test_is_the_same_article(self, archive: Archive) -> None:
        first, second = await keep(archive, ANNA, TRADE, 5), await keep(archive, ANNA, TRADE, 9)
        assert (first.new, second.new) == (True, False)
        assert second.article.id == first.article.id
        assert await archive.count(ANNA) == 1

    async def test_adds_its_messages_the_newest_copy_first(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5, 6)).article
        await keep(archive, ANNA, TRADE, 9, 10)
        assert [part.message_id for part in await archive.parts(ANNA, article.id)] == [9, 10, 5, 6]
        for message in (5, 6, 9, 10):
            assert await archive.mentioned_in(ANNA, MessageId(message)) == Mention(article)

    async def test_becomes_the_latest_article(self, archive: Archive) -> None:
        await keep(archive, ANNA, TRADE, 5)
        await keep(archive, ANNA, BRIDGE, 6)
        again = await keep(archive, ANNA, TRADE, 7)
        assert await archive.latest(ANNA) == again.article
        assert [heading.id for heading in await archive.page(ANNA, 0, 1)] == [again.article.id]

    @pytest.mark.parametrize(
        ("text", "copy"),
        [
            ("Ёлка цветёт. Йод.", "Е\u0308лка цвете\u0308т. И\u0306од."),
            ("Рост на 5 %.\n\nИтоги года.", "  Рост на 5\u00a0%.  Итоги\tгода.\n"),
            ("Рост. Итоги.", "\ufeffРост. \u200bИто\u00adги.\u2060"),
        ],
    )
    async def test_may_differ_in_what_cannot_be_seen(self, archive: Archive, text: str, copy: str) -> None:
        first = await keep(archive, ANNA, text, 5)
        second = await keep(archive, ANNA, copy, 6)
        assert second == Saved(first.article, new=False)

    async def test_counts_for_replies_but_not_for_places_if_it_differs_by_a_letter(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await keep(archive, ANNA, TRADE.replace(" ", "\u00a0\u00a0"), 6)
        assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(article)
        assert [part.message_id for part in await archive.parts(ANNA, article.id)] == [5]

    async def test_in_the_same_message_is_as_new_as_it_was(self, archive: Archive) -> None:
        first = await keep(archive, ANNA, TRADE, 5, 6)
        assert await keep(archive, ANNA, TRADE, 5, 6) == first
        assert len(await archive.parts(ANNA, first.article.id)) == 2
        await keep(archive, ANNA, TRADE, 9)
        assert (await keep(archive, ANNA, TRADE, 9)).new is False

    async def test_without_messages_is_known_too(self, archive: Archive) -> None:
        assert [(await keep(archive, ANNA, TRADE)).new for _ in range(2)] == [True, False]

    async def test_in_a_message_whose_text_was_changed_moves_the_message(self, archive: Archive) -> None:
        old, new = (await keep(archive, ANNA, TRADE, 5)).article, (await keep(archive, ANNA, BRIDGE, 5)).article
        assert await archive.parts(ANNA, old.id) == ()
        assert await archive.mentioned_in(ANNA, MessageId(5)) == Mention(new)


class TestAnArticleWhoseMessageWasEdited:
    async def revise(self, archive: Archive, article: ArticleId, text: str, chat: ChatId = ANNA) -> Article | None:
        return await archive.revise(chat, article, incoming(text, 5), nlp.read(text))

    async def test_has_the_new_text_under_its_old_number_and_place(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        newer = (await keep(archive, ANNA, HEDGEHOG, 6)).article
        revised = await self.revise(archive, article.id, BRIDGE)
        assert revised is not None
        assert (revised.id, revised.text, revised.reading) == (article.id, BRIDGE, nlp.read(BRIDGE))
        assert await archive.article(ANNA, article.id) == revised
        assert [heading.id for heading in await archive.page(ANNA, 0, 10)] == [newer.id, article.id]

    async def test_is_found_by_its_new_words_only(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await self.revise(archive, article.id, BRIDGE)
        assert await found(archive, ANNA, "мост") == [BRIDGE]
        assert await found(archive, ANNA, "товарооборот") == []

    async def test_keeps_its_messages_but_not_what_was_quoted_from_it(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await keep(archive, ANNA, TRADE, 7)
        await archive.remember(ANNA, MessageId(8), article.id, (0, 37), "сколько?")
        revised = await self.revise(archive, article.id, BRIDGE)
        assert revised is not None
        assert await archive.mentioned_in(ANNA, MessageId(8)) == Mention(revised)
        assert await archive.mentioned_in(ANNA, MessageId(7)) == Mention(revised)
        assert [part.message_id for part in await archive.parts(ANNA, article.id)] == [5]

    async def test_is_left_alone_if_it_is_gone_or_of_another_chat_or_the_text_is_kept_already(
        self, archive: Archive
    ) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await keep(archive, ANNA, HEDGEHOG, 6)
        assert await self.revise(archive, article.id, HEDGEHOG) is None
        assert await self.revise(archive, article.id, BRIDGE, BORIS) is None
        assert await self.revise(archive, ArticleId(article.id + 100), BRIDGE) is None
        assert await archive.article(ANNA, article.id) == article


class TestMessagesThatSpeakOfAnArticle:
    async def test_a_card_leads_to_its_article(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await keep(archive, ANNA, BRIDGE, 7)
        await archive.remember(ANNA, MessageId(6), article.id)
        assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(article)

    async def test_an_answer_leads_to_its_sentence_and_question(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await archive.remember(ANNA, MessageId(6), article.id, (38, len(TRADE)), "Кто сообщил?")
        assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(article, (38, len(TRADE)), "Кто сообщил?")

    async def test_a_message_that_was_edited_speaks_of_what_it_says_now(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await archive.remember(ANNA, MessageId(6), article.id, (0, 5), "Что?")
        await archive.remember(ANNA, MessageId(6), article.id)
        assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(article)

    async def test_an_article_that_is_gone_is_not_remembered(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await archive.delete(ANNA, article.id)
        await archive.remember(ANNA, MessageId(6), article.id)
        assert await archive.mentioned_in(ANNA, MessageId(6)) is None

    async def test_the_newest_message_is_of_either_kind(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        assert await archive.newest_message(ANNA) == 5
        await archive.remember(ANNA, MessageId(8), article.id)
        assert await archive.newest_message(ANNA) == 8


async def test_pages_go_through_the_articles_from_the_latest_to_the_first(archive: Archive) -> None:
    for number in range(7):
        await keep(archive, ANNA, f"Новость номер {number}. Подробности позже.", number + 1)
    pages = [await archive.page(ANNA, offset, 3) for offset in (0, 3, 6, 9)]
    assert [[heading.title[14] for heading in page] for page in pages] == [["6", "5", "4"], ["3", "2", "1"], ["0"], []]
    assert await archive.count(ANNA) == 7


class TestTwoChats:
    @pytest.fixture
    async def ids(self, archive: Archive) -> tuple[ArticleId, ArticleId]:
        """The same article in two chats, in messages of the same number."""
        ours, theirs = [await keep(archive, chat, TRADE, 5) for chat in (ANNA, GROUP)]
        assert ours.new
        assert theirs.new
        await archive.remember(GROUP, MessageId(6), theirs.article.id, (0, 5), "Чужой вопрос")
        return ours.article.id, theirs.article.id

    async def test_do_not_see_each_other(self, archive: Archive, ids: tuple[ArticleId, ArticleId]) -> None:
        ours, theirs = ids
        assert await archive.article(ANNA, theirs) is None
        assert await archive.parts(ANNA, theirs) == ()
        assert [one.id for one in (await archive.search(ANNA, asking("товарооборот"), 9)).articles] == [ours]
        assert [heading.id for heading in await archive.page(ANNA, 0, 9)] == [ours]
        assert await archive.count(ANNA) == 1
        assert await archive.newest_message(ANNA) == 5
        assert await archive.mentioned_in(ANNA, MessageId(6)) is None
        part, latest = await archive.mentioned_in(ANNA, MessageId(5)), await archive.latest(ANNA)
        assert part is not None
        assert latest is not None
        assert part.article.id == latest.id == ours

    async def test_cannot_speak_of_each_others_articles(
        self, archive: Archive, ids: tuple[ArticleId, ArticleId]
    ) -> None:
        await archive.remember(ANNA, MessageId(7), ids[1])
        assert await archive.mentioned_in(ANNA, MessageId(7)) is None

    async def test_cannot_delete_each_others_articles(self, archive: Archive, ids: tuple[ArticleId, ArticleId]) -> None:
        assert await archive.delete(ANNA, ids[1]) is False
        assert await archive.delete(ANNA, ids[0]) is True
        assert await archive.forget(ANNA) == 0
        assert await archive.count(GROUP) == 1
        assert await archive.newest_message(GROUP) == 6
        assert await found(archive, GROUP, "товарооборот") == [TRADE]

    async def test_whose_numbers_begin_alike_are_two(self, archive: Archive) -> None:
        await keep(archive, ChatId(53), "Двадцать 0 и ноль. Конец.", 1)
        assert await found(archive, ChatId(5), "30 двадцать 3_0") == []


class TestDeleting:
    async def test_takes_the_messages_and_the_index_along(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        await archive.remember(ANNA, MessageId(6), article.id)
        await keep(archive, ANNA, BRIDGE, 7)
        assert await archive.delete(ANNA, article.id) is True
        assert await archive.delete(ANNA, article.id) is False
        assert await archive.article(ANNA, article.id) is None
        assert await archive.parts(ANNA, article.id) == ()
        assert await archive.mentioned_in(ANNA, MessageId(5)) is None
        assert await archive.mentioned_in(ANNA, MessageId(6)) is None
        assert await found(archive, ANNA, "товарооборот") == []
        assert await found(archive, ANNA, "мост") == [BRIDGE]

    async def test_makes_room_for_the_same_text_under_a_new_number(self, archive: Archive) -> None:
        old = (await keep(archive, ANNA, TRADE, 5)).article
        await archive.delete(ANNA, old.id)
        again = await keep(archive, ANNA, TRADE, 5)
        assert again.new
        assert again.article.id != old.id

    async def test_everything_leaves_nothing(self, archive: Archive) -> None:
        await keep(archive, ANNA, TRADE, 5)
        await keep(archive, ANNA, BRIDGE, 6)
        assert await archive.forget(ANNA) == 2
        assert await archive.count(ANNA) == 0
        assert await archive.latest(ANNA) is None
        assert await archive.newest_message(ANNA) == 0
        assert await found(archive, ANNA, "мост") == []


class TestSearch:
    @pytest.mark.parametrize(
        ("question", "language", "text"),
        [
            ("товарообороту", "ru", TRADE),
            ("министерства ТОРГОВЛИ", "ru", TRADE),
            ("мостами", "ru", BRIDGE),
            ("строителей", "ru", BRIDGE),
            ("ежик", "ru", HEDGEHOG),
            ("Ёжику", "ru", HEDGEHOG),
            ("казакстан", "kk", KAZAKH),
            ("Қазақстан", "kk", KAZAKH),
            ("комир", "kk", KAZAKH),
        ],
    )
    async def test_finds_every_form_and_spelling_of_a_word(
        self, archive: Archive, question: str, language: str, text: str
    ) -> None:
        for message, each in enumerate((TRADE, BRIDGE, HEDGEHOG, KAZAKH), start=1):
            await keep(archive, ANNA, each, message)
        assert await found(archive, ANNA, question, language) == [text]

    async def test_finds_words_of_the_title(self, archive: Archive) -> None:
        await keep(archive, ANNA, BRIDGE, 5, title="Праздник у набережной")
        assert await found(archive, ANNA, "набережную") == [BRIDGE]

    async def test_puts_the_article_with_more_of_the_words_first(self, archive: Archive) -> None:
        one = "Мост закрыт на ремонт. Дети гуляют в парке."
        await keep(archive, ANNA, BRIDGE, 5)
        await keep(archive, ANNA, one, 6)
        await keep(archive, ANNA, HEDGEHOG, 7)
        assert await found(archive, ANNA, "закрыт ли мост на ремонт") == [one, BRIDGE]

    async def test_gives_no_more_than_the_limit(self, archive: Archive) -> None:
        for number in range(5):
            await keep(archive, ANNA, f"Мост номер {number}. Открыт.", number + 1)
        assert len((await archive.search(ANNA, asking("мост"), 3)).articles) == 3

    @pytest.mark.parametrize(
        "word",
        [
            *('"', '""', "'", "*", "+", "(", ")", "%", "мост\\", "^мост", "-мост", "мост*", "NEAR(", "a:b", "{terms}"),
            *("terms:мост", "мост AND NOT мост", "OR", "мост;DROP TABLE articles", "1001_мост"),
            *("", " ", "мост\0", "\ud83d", "🌉", "م" * 5000),
        ],
    )
    async def test_takes_any_word_as_a_word(self, archive: Archive, word: str) -> None:
        await keep(archive, ANNA, BRIDGE, 5)
        assert await found(archive, ANNA, word) in ([], [BRIDGE])

    async def test_for_no_words_finds_nothing(self, archive: Archive) -> None:
        await keep(archive, ANNA, BRIDGE, 5)
        assert await found(archive, ANNA, "") == []

    async def test_takes_thousands_of_words(self, archive: Archive) -> None:
        await keep(archive, ANNA, BRIDGE, 5)
        assert await found(archive, ANNA, " ".join([*(f"слово{n}" for n in range(5000)), "мост"])) == [BRIDGE]


class TestAnyText:
    @pytest.mark.parametrize(
        "text",
        [
            *("", "\0", "До\0после. Ещё.", "\ud83d", "Рост \ud83d\udca5 пять. \udfff Итог."),
            *("Да 👩\u200d👩\u200d👧 да. " * 3, "שלום עולם.", "<b>&amp;"),
        ],
    )
    async def test_comes_back_to_the_letter(self, url: str, text: str) -> None:
        source = Source("user", name=f"Имя {text}", author=text)
        async with open_archive(url) as archive:
            saved = await archive.save(ANNA, incoming(text, 5, title=text, source=source), nlp.read(text, text))
            await archive.remember(ANNA, MessageId(6), saved.article.id, (0, len(text)), text)
        async with open_archive(url) as archive:
            assert await archive.mentioned_in(ANNA, MessageId(6)) == Mention(saved.article, (0, len(text)), text)
            assert saved.article.text == text
            assert saved.article.source == source

    async def test_may_be_long(self, archive: Archive) -> None:
        text = "Мост открыт. " * 8000
        saved = await keep(archive, ANNA, text, *range(1, 30))
        assert saved.article.text == text
        assert "".join(text[part.start : part.stop] for part in await archive.parts(ANNA, saved.article.id)) == text
        assert await found(archive, ANNA, "моста") == [text]


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, 2**63, -(10**30), 10**30])
async def test_a_number_that_nothing_has_finds_nothing(archive: Archive, number: int) -> None:
    await keep(archive, ANNA, TRADE, 5)
    assert await archive.article(ANNA, ArticleId(number)) is None
    assert await archive.parts(ANNA, ArticleId(number)) == ()
    assert await archive.delete(ANNA, ArticleId(number)) is False
    assert await archive.mentioned_in(ANNA, MessageId(number)) is None
    await archive.remember(ANNA, MessageId(6), ArticleId(number))
    assert await archive.mentioned_in(ANNA, MessageId(6)) is None


class TestAtTheSameTime:
    async def test_saves_of_many_chats_all_succeed(self, archive: Archive) -> None:
        chats = [ChatId(number) for number in range(1, 9)]
        texts = [f"Мост номер {number}. Открыт сегодня." for number in range(8)]
        jobs = [keep(archive, chat, text, number) for number, text in enumerate(texts, 1) for chat in chats]
        assert all(saved.new for saved in await asyncio.gather(*jobs))
        assert [await archive.count(chat) for chat in chats] == [len(texts)] * len(chats)

    async def test_the_same_text_becomes_one_article(self, archive: Archive) -> None:
        saves = await asyncio.gather(*(keep(archive, ANNA, TRADE, message) for message in range(1, 21)))
        assert [saved.new for saved in saves].count(True) == 1
        assert len(await archive.parts(ANNA, saves[0].article.id)) == 20

    async def test_two_programs_may_write_to_one_database(self, url: str) -> None:
        async with open_archive(url) as one, open_archive(url) as other:
            await asyncio.gather(
                *(keep(one, ANNA, f"Мост номер {n}. Открыт.", n) for n in range(1, 16)),
                *(keep(other, BORIS, f"Парк номер {n}. Закрыт.", n) for n in range(1, 16)),
            )
            assert (await one.count(BORIS), await other.count(ANNA)) == (15, 15)

    async def test_reading_goes_on_while_others_write(self, archive: Archive) -> None:
        article = (await keep(archive, ANNA, TRADE, 5)).article
        writes = (keep(archive, BORIS, f"Мост номер {n}. Открыт.", n) for n in range(1, 11))
        reads = (archive.article(ANNA, article.id) for _ in range(30))
        results = await asyncio.gather(*reads, *writes)
        assert all(result == article for result in results[:30])


class TestReadingsOfAnEarlierVersion:
    """An earlier engine left bytes that today's cannot load, a poorer title, and an index of other forms."""

    async def age(self, url: str) -> None:
        async with open_database(url) as database, database.write() as connection:
            await connection.execute(sql("UPDATE articles SET reading = x'00', reading_version = -1, title = x'21'"))
            await connection.execute(sql("UPDATE postings SET lemma = 'other' || lemma"))

    async def test_are_read_again_once_when_they_are_needed(self, url: str) -> None:
        asked: list[tuple[str, str | None]] = []

        async def reread(text: str, title: str | None) -> Reading:
            asked.append((text, title))
            return nlp.read(text, title)

        async with open_archive(url) as archive:
            titled = (await keep(archive, ANNA, TRADE, 5, title="Торговля")).article
            untitled = (await keep(archive, ANNA, BRIDGE, 6)).article
        await self.age(url)
        async with open_archive(url, reread) as archive:
            assert asked == []
            assert await archive.article(ANNA, titled.id) == titled
            assert await archive.latest(ANNA) == untitled
            assert asked == [(TRADE, "Торговля"), (BRIDGE, None)]
        async with open_archive(url, reread) as archive:
            assert await archive.article(ANNA, titled.id) == titled
            assert [heading.title for heading in await archive.page(ANNA, 0, 9)] == [untitled.title, titled.title]
        assert len(asked) == 2

    async def test_are_found_by_the_forms_of_today(self, url: str) -> None:
        async with open_archive(url) as archive:
            await keep(archive, ANNA, TRADE, 5)
            await keep(archive, BORIS, TRADE, 5)
        await self.age(url)
        async with open_archive(url) as archive:
            assert await found(archive, ANNA, "товарооборота") == [TRADE]
            assert await found(archive, BORIS, "товарооборота") == [TRADE]

    async def test_stay_deleted_if_they_were_deleted_meanwhile(self, url: str) -> None:
        async with open_archive(url) as archive:
            article = (await keep(archive, ANNA, TRADE, 5)).article
        await self.age(url)

        async def delete_meanwhile(text: str, title: str | None) -> Reading:
            await archive.delete(ANNA, article.id)
            return nlp.read(text, title)

        async with open_archive(url, delete_meanwhile) as archive:
            await archive.article(ANNA, article.id)
            assert await archive.article(ANNA, article.id) is None
            assert await found(archive, ANNA, "товарооборот") == []
