"""What a search leaves out when a question tells where to look, and what it makes of misspelled words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import nlp
from nlp import Frequencies, Question, Scope
from storage.archive import Archive, open_archive
from storage.records import Article, ArticleId, ChatId, Hits, Incoming, MessageId, Part, Source
from tests.storage.conftest import Earlier, old_article

ANNA, BORIS = ChatId(1001), ChatId(1002)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
PASTED = Source("pasted")

BRIDGE = "Новый мост в Саратове. Мост открыл Игнат Ковалевский. Движение начнётся в мае."
HARBOUR = "Порт Саратова. Корабли ждут погоды. Капитан Ковалевский молчит. Порт закрыт. Порт откроют в мае."
KAZAKH = "Қазақстанның көмір экспорты артты. Бұл туралы министр Қайрат Мәжитов айтты."


async def keep(
    archive: Archive, text: str, message: int = 1, chat: ChatId = ANNA, source: Source = PASTED, when: datetime = NOON
) -> Article:
    part = Part(MessageId(message), 0, len(text))
    return (await archive.save(chat, Incoming(text, None, source, (part,), when), nlp.read(text))).article


def asking(words: str, language: str = "ru", **scope: object) -> Question:
    return Question(words, language, "fact", words, scope=Scope(**scope))  # type: ignore[arg-type]


async def texts(archive: Archive, question: Question, chat: ChatId = ANNA) -> list[str]:
    return [one.text for one in (await archive.search(chat, question, 10)).articles]


class TestRarity:
    async def test_is_that_of_all_the_sentences_of_the_chat(self, archive: Archive) -> None:
        await keep(archive, BRIDGE, 1)
        await keep(archive, HARBOUR, 2)
        await keep(archive, HARBOUR + " Мост виден.", 1, BORIS)
        hits = await archive.search(ANNA, asking("мост у порта кита"), 1)
        assert hits.frequencies == Frequencies(8, {"мост": 2, "порт": 3})
        assert hits.looked == 2
        assert hits.corrected == {}

    async def test_of_a_word_that_stands_in_a_title_only_is_one_sentence(self, archive: Archive) -> None:
        text = "Движение начнётся в мае."
        incoming = Incoming(text, "Мост", PASTED, (), NOON)
        await archive.save(ANNA, incoming, nlp.read(text, "Мост"))
        assert (await archive.search(ANNA, asking("мосты"), 1)).frequencies == Frequencies(1, {"мост": 1})

    async def test_decides_the_order_whatever_other_chats_hold(self, archive: Archive) -> None:
        for number in range(6):
            await keep(archive, f"Порт номер {number}. Он открыт.", number + 1)
        await keep(archive, "Мост номер 9. Он закрыт.", 7)
        for number in range(30):
            await keep(archive, f"Мост номер {number}. Он открыт.", number + 1, BORIS)
        assert (await texts(archive, asking("мост или порт")))[0] == "Мост номер 9. Он закрыт."


class TestLongArticles:
    async def test_are_fewer(self, archive: Archive) -> None:
        for number in range(6):
            await keep(archive, f"Мост номер {number}. " + "Движение открыто. " * 70, number + 1)
        assert len(await texts(archive, asking("мост"))) == 3


class TestAMisspelledWord:
    @pytest.mark.parametrize(
        "typed", ["Ковалевскый", "каволевский", "овалевский", "Ковалевскго", "кковалевский", "Повалевский"]
    )
    async def test_is_taken_for_the_likest_of_the_archive(self, archive: Archive, typed: str) -> None:
        await keep(archive, BRIDGE)
        await keep(archive, "Собаки лают. Караван идёт.", 2)
        hits = await archive.search(ANNA, asking(typed), 5)
        assert list(hits.corrected.values()) == ["ковалевский"]
        assert [one.text for one in hits.articles] == [BRIDGE]
        assert hits.frequencies.holding == {"ковалевский": 1}

    @pytest.mark.parametrize("typed", ["Ковалевский", "каравай", "пирог", "жзк", "777"])
    async def test_is_none_if_it_is_held_or_spelled_right_or_like_nothing(self, archive: Archive, typed: str) -> None:
        await keep(archive, BRIDGE)
        await keep(archive, "Собаки лают. Караван идёт.", 2)
        assert (await archive.search(ANNA, asking(typed), 5)).corrected == {}

    async def test_is_never_taken_for_a_word_of_another_chat(self, archive: Archive) -> None:
        await keep(archive, HARBOUR.replace("Ковалевский", "Дружинин"))
        await keep(archive, BRIDGE, 1, BORIS)
        hits = await archive.search(ANNA, asking("Ковалевскый"), 5)
        assert (hits.corrected, hits.articles) == ({}, ())

    async def test_is_never_taken_for_a_word_that_was_deleted(self, archive: Archive) -> None:
        article = await keep(archive, BRIDGE)
        await archive.delete(ANNA, article.id)
        assert (await archive.search(ANNA, asking("Ковалевскый"), 5)).corrected == {}


class TestKazakh:
    @pytest.mark.parametrize(
        "typed", ["Қазақстанға", "казакстаннын", "КАЗАКСТАНДА", "комирдин", "көмірді", "мажитовтын"]
    )
    @pytest.mark.parametrize("language", ["ru", "kk"])
    async def test_words_typed_with_russian_letters_meet_those_written_properly(
        self, archive: Archive, typed: str, language: str
    ) -> None:
        await keep(archive, KAZAKH)
        await keep(archive, BRIDGE, 2)
        assert await texts(archive, asking(typed, language)) == [KAZAKH]


class TestAbout:
    @pytest.fixture(autouse=True)
    async def kept(self, archive: Archive) -> None:
        await keep(archive, BRIDGE, 1)
        await keep(archive, HARBOUR, 2)
        await keep(archive, "Мост стоит в стороне. Порт виден с него. Чайки кричат. " * 4, 3, BORIS)

    @pytest.mark.parametrize(
        ("about", "found"),
        [
            ("мосты", [BRIDGE]),
            ("порт", [HARBOUR]),
            ("Саратов", [BRIDGE, HARBOUR]),
            ("мост в Саратове", [BRIDGE]),
            ("порт Саротова", [HARBOUR]),
            ("капитана", []),  # named once, in passing
            ("чаек", []),
        ],
    )
    async def test_is_what_stands_in_the_title_or_often(self, archive: Archive, about: str, found: list[str]) -> None:
        hits = await archive.search(ANNA, asking("май", about=about), 5)
        assert sorted(one.text for one in hits.articles) == sorted(found)
        assert hits.looked == len(found)

    async def test_a_scope_that_no_article_fits_is_told_from_words_that_none_holds(self, archive: Archive) -> None:
        nowhere = await archive.search(ANNA, asking("май", about="чайки"), 5)
        assert nowhere == Hits((), Frequencies(8, {"май": 2}), 0, {})
        unheard = await archive.search(ANNA, asking("чайки", about="мост"), 5)
        assert unheard == Hits((), Frequencies(8, {}), 1, {})

    async def test_corrections_are_told(self, archive: Archive) -> None:
        hits = await archive.search(ANNA, asking("май", about="Саротов"), 5)
        assert list(hits.corrected.values()) == ["саратов"]


class TestOutlet:
    NAMES = ("РИА Новости", "Ведомости", "Степной вестник", "Городской вестник", "Lenta", "Егемен Қазақстан")

    @pytest.fixture(autouse=True)
    async def kept(self, archive: Archive) -> None:
        for number, name in enumerate(self.NAMES, start=1):
            source = Source("channel", name, f"https://t.me/c/{number}")
            await keep(archive, f"Мост номер {number} открыт. Движение началось.", number, source=source)
        unnamed = Source("channel", "Тихий канал", "https://t.me/burevestnik_ural/17", "А. Есенова")
        await keep(archive, "Мост номер 70 открыт. Движение началось.", 70, source=unnamed)
        passed_on = "Мост номер 80 открыт, передает BAQ.KZ. Движение началось."
        await keep(archive, passed_on, 80)
        await keep(archive, "Мост номер 90 открыт.", 90, BORIS, Source("channel", "Полярная заря"))

    @pytest.mark.parametrize(
        ("outlet", "numbers"),
        [
            ("РИА", [1]),
            ("риа новостях", [1]),
            ("Ведомостях", [2]),
            ("ведомасти", [2]),
            ("Степного вестника", [3]),
            ("вестник", [3, 4]),
            ("Лентой", [5]),
            ("lenta", [5]),
            ("Егеменде", [6]),
            ("burevestnik_ural", [70]),
            ("Есеновой", [70]),
            ("baq.kz", [80]),
            ("Полярная заря", []),
            ("мост", []),
        ],
    )
    async def test_is_known_by_its_name_in_any_form(self, archive: Archive, outlet: str, numbers: list[int]) -> None:
        hits = await archive.search(ANNA, asking("мост", outlet=outlet), 10)
        assert sorted(int(one.text.split()[2]) for one in hits.articles) == numbers
        assert hits.looked == len(numbers)


class TestTime:
    @pytest.fixture(autouse=True)
    async def kept(self, archive: Archive) -> None:
        old = Source("channel", "Вестник", published=NOON - timedelta(days=5))
        await keep(archive, BRIDGE, 1, source=old)
        await keep(archive, HARBOUR, 2, when=NOON - timedelta(days=1))

    @pytest.mark.parametrize(
        ("since", "until", "found"),
        [
            (-6, -4, [BRIDGE]),
            (-1, 0, [HARBOUR]),
            (-2, None, [HARBOUR]),
            (None, -1, [BRIDGE]),
            (None, None, [BRIDGE, HARBOUR]),
            (0, None, []),
        ],
    )
    async def test_is_that_of_the_post_where_it_is_known_else_that_of_its_arrival(
        self, archive: Archive, since: int | None, until: int | None, found: list[str]
    ) -> None:
        ends = [None if days is None else NOON + timedelta(days=days) for days in (since, until)]
        question = asking("май", since=ends[0], until=ends[1])
        assert sorted(await texts(archive, question)) == sorted(found)
        assert (await archive.search(ANNA, question, 5)).looked == len(found)

    async def test_of_no_words_the_newest_of_the_scope_are_found(self, archive: Archive) -> None:
        assert await texts(archive, asking("", since=NOON - timedelta(days=9))) == [HARBOUR, BRIDGE]
        assert await texts(archive, asking("")) == []


async def test_everywhere_leaves_nothing_out(archive: Archive) -> None:
    await keep(archive, BRIDGE, 1)
    await keep(archive, HARBOUR, 2)
    hits = await archive.search(ANNA, asking("мост", everywhere=True), 5)
    assert ([one.text for one in hits.articles], hits.looked) == ([BRIDGE], 2)


async def test_a_revised_article_leaves_nothing_of_its_old_words(archive: Archive) -> None:
    article = await keep(archive, BRIDGE, source=Source("channel", "Старое имя"))
    incoming = Incoming(HARBOUR, None, PASTED, (), NOON)
    await archive.revise(ANNA, ArticleId(article.id), incoming, nlp.read(HARBOUR))
    hits = await archive.search(ANNA, asking("мост Ковалевскый"), 5)
    assert hits.frequencies == Frequencies(5, {"ковалевский": 1})


async def test_an_index_of_before_is_taken_over(earlier: Earlier) -> None:
    """The step to the index of today: whatever was found is found, and at once in its scope too."""
    bridge = old_article(ANNA, 1, BRIDGE, title="Новый мост".encode(), source_name="Ведомости".encode())
    indexed = {1: f"{ANNA}_новый {ANNA}_мост {ANNA}_май {ANNA}_мост", 2: f"{BORIS}_порт {BORIS}_май"}
    rows = {
        "articles": [bridge, old_article(BORIS, 2, HARBOUR)],
        "article_index": [{"rowid": number, "terms": terms} for number, terms in indexed.items()],
    }
    async with open_archive(earlier("0005", rows)) as archive:
        for outlet in ("", "Ведомостях"):
            assert await texts(archive, asking("мосты", outlet=outlet, about="мост")) == [BRIDGE]
        assert await texts(archive, asking("май"), BORIS) == [HARBOUR]
