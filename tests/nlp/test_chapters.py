"""Chapters of long texts that are put together here, from sentences of our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import cycle, islice, pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp import Reading
from nlp.chapters import LONG, MOST, SHORTEST, Chapter, chapters, summarise
from nlp.headings import headings
from nlp.language import detect
from nlp.sentences import split
from nlp.titles import headline

SEA = (
    "Парусник вышел из гавани на рассвете.",
    "Волны поднимались выше борта.",
    "Капитан приказал убрать паруса.",
    "Матросы молча тянули мокрые канаты.",
    "К вечеру шторм утих.",
)
BREAD = (
    "Пекарь замесил тесто из ржаной муки.",
    "Печь топили берёзовыми дровами.",
    "Хлеб поставили в печь на час.",
    "Корка потемнела и треснула.",
    "Соседи пришли за тёплыми буханками.",
)
KAZAKH = ("Кеме таңертең айлақтан шықты.", "Толқын биік көтерілді.", "Теңізшілер арқанды тартты.")
ENGLISH = ("The ship left the harbour at dawn.", "The waves rose over the side.", "The crew hauled the wet ropes.")


def bare(text: str) -> Reading:
    """A reading in which every sentence is worth as much as the next."""
    language = detect(text)
    sentences = split(text, language)
    return Reading(text, headline(text, sentences), language, sentences, tuple(range(len(sentences))), ())


def body(count: int, sentences: Sequence[str] = SEA) -> str:
    """Paragraphs of five sentences, each of which differs from the others by its number."""
    numbered = [f"{one[:-1]} {number} раз." for number, one in enumerate(islice(cycle(sentences), count))]
    return "\n".join(" ".join(numbered[i : i + 5]) for i in range(0, count, 5))


def book(titles: Iterable[str], count: int = 40, sentences: Sequence[str] = SEA) -> str:
    return "\n\n".join(f"{title}\n\n{body(count, sentences)}" for title in titles)


def titles(text: str) -> list[str | None]:
    return [one.title for one in chapters(bare(text))]


def test_a_text_that_is_not_long_has_no_chapters() -> None:
    assert titles(book(["Глава 1", "Глава 2"], LONG // 2 - 1)) == []
    assert titles("") == []


@pytest.mark.parametrize(
    "named",
    [
        ["Глава 1", "Глава 2. Буря", "Глава 3: Берег"],
        ["ГЛАВА ПЕРВАЯ", "ГЛАВА ВТОРАЯ", "ГЛАВА ТРЕТЬЯ"],
        ["Часть I", "Часть II", "Часть III"],
        ["Первая часть", "Вторая часть", "Последняя часть"],
        ["Введение", "Материалы и методы", "Выводы"],
        ["ВВЕДЕНИЕ", "КАК СТРОИЛИ ДАМБУ", "ЗАКЛЮЧЕНИЕ"],
        ["1. Введение", "2. Как строили дамбу", "3. Выводы"],
        ["I. Начало пути", "II. Буря", "III. Берег"],
        ["Начало пути", "Буря", "«Последний берег»"],
        ["**Начало пути**", "**Буря**", "**Берег**"],
        ["§ 1. Начало", "§ 2. Буря", "§ 3. Берег"],
    ],
    ids=lambda named: named[1],
)
def test_headings_are_told_by_general_signs(named: list[str]) -> None:
    assert titles("Долгая дорога\n\n" + book(named)) == [one.strip("*") for one in named]


def test_a_text_that_is_wrapped_by_hand_has_the_same_chapters() -> None:
    named = ["CHAPTER I.\n\nThe Storm", "CHAPTER II.\nThe Shore", "CHAPTER III.", "CHAPTER IV."]
    text = book(named, 40, ENGLISH).replace("\n", "\n\n")
    wrapped = "\n".join(fill(line, 60) for line in text.split("\n"))
    for ends in ("\n", "\r\n"):
        found = chapters(bare(wrapped.replace("\n", ends)))
        assert [one.title for one in found] == [
            "CHAPTER I. The Storm",
            "CHAPTER II. The Shore",
            "CHAPTER III",
            "CHAPTER IV",
        ]
        assert {len(one) for one in found} == {40}


def test_the_questions_of_an_interview_are_no_headings() -> None:
    turns = (f"Как вы строили участок {n}?\n\nДолго, {n} дней. Потом пришла вода. Мы начали снова." for n in range(40))
    assert headings("\n\n".join(turns)) == ()


def test_headings_are_told_in_every_language() -> None:
    kazakh = ["1-тарау", "2-тарау. Дауыл", "Үшінші тарау", "Қорытынды"]
    english = ["Chapter One", "Chapter II: The Storm", "Chapter 3", "Epilogue"]
    assert titles(book(kazakh, 40, KAZAKH)) == kazakh
    assert titles(book(english, 40, ENGLISH)) == english


def test_marks_of_markdown_tell_headings_whatever_else_looks_like_one() -> None:
    text = book(["# Книга о море", "## Начало", "## Буря", "## Берег", "## Дом"]) + "\n\nКОНЕЦ\n\n" + body(5)
    assert titles(text) == [None, "Начало", "Буря", "Берег", "Дом"]


def test_a_number_takes_its_title_from_the_line_below() -> None:
    assert titles(book(["Глава 1\n\nНачало пути", "Глава 2.\nБуря", "Глава 3\nБерег"])) == [
        "Глава 1. Начало пути",
        "Глава 2. Буря",
        "Глава 3. Берег",
    ]


def test_the_headline_of_the_whole_heads_no_chapter() -> None:
    named = ["Глава 1", "Глава 2", "Глава 3", "Глава 4"]
    assert titles("ДОЛГАЯ ДОРОГА\n\n" + book(named)) == named
    assert titles("Долгая дорога\n\n" + body(30) + "\n\n" + book(["Начало", "Буря", "Берег"])) == [
        None,
        "Начало",
        "Буря",
        "Берег",
    ]


def test_a_table_of_contents_and_a_list_of_literature_are_no_chapters() -> None:
    named = ["Глава 1", "Глава 2", "Глава 3", "Глава 4"]
    contents = "Содержание\n" + "\n".join(f"{title} ..... {page}" for page, title in enumerate(named, 5)) + "\n\n"
    literature = "\n\nСписок литературы\n\n" + "\n".join(f"{n}. Иванов И. И. Море. Омск, 2020." for n in range(1, 20))
    text = contents + book(named) + literature
    found = chapters(bare(text))
    assert [one.title for one in found] == named
    assert {len(one) for one in found} == {40}


@pytest.mark.parametrize(
    "line",
    [
        "Глава 3 посвящена морю.",
        "Часть людей ушла.",
        "— Куда мы идём",
        "Рис. 3. Схема гавани",
        "В порту ждали новостей:",
        "уже на берегу",
        "5 июня",
    ],
)
def test_what_only_looks_like_a_heading(line: str) -> None:
    assert headings(f"{body(20)}\n\n{line}\n\n{body(20)}") == ()


def test_items_of_a_list_are_no_headings() -> None:
    items = "1. Хлеб\n2. Соль\n3. Вода"
    assert headings(f"{body(20)}\n\n{items}\n\n{body(20)}") == ()
    named = ["1. Начало", "2. Буря", "3. Берег"]
    assert titles(book(named) + f"\n\nВзяли с собой:\n{items}\n\n{body(10)}") == named


def test_a_line_that_comes_again_and_again_is_no_heading() -> None:
    assert titles(
        "ДОМ У МОРЯ\n\n" + book(["Начало", "ИВАН ПЕТРОВ", "Буря", "ИВАН ПЕТРОВ", "Берег", "ИВАН ПЕТРОВ", "Дом"], 20)
    ) == [
        "Начало",
        "Буря",
        "Берег",
        "Дом",
    ]


def test_deeper_headings_go_with_their_chapter_where_there_are_enough_chapters() -> None:
    named = ["1. Плавание", "1.1 Буря", "1.2 Берег", "2. Дом"]
    assert titles(book(named, 30)) == named
    deep = [title for n in range(1, 6) for title in (f"Глава {n}. Плавание", f"{n}.1 Буря {n}", f"{n}.2 Берег {n}")]
    assert titles(book(deep, 10)) == [f"Глава {n}. Плавание" for n in range(1, 6)]


def test_there_are_never_more_than_so_many_chapters() -> None:
    found = chapters(bare(book([f"Глава {n}" for n in range(1, 101)], 6)))
    assert len(found) == MOST
    assert all(a.stop <= b.start for a, b in pairwise(found))


def test_a_chapter_that_is_too_short_goes_with_the_one_before() -> None:
    text = book(["Глава 1", "Глава 2"]) + f"\n\nГлава 3\n\n{body(SHORTEST - 1)}\n\n" + book(["Глава 4", "Глава 5"])
    found = chapters(bare(text))
    assert [one.title for one in found] == ["Глава 1", "Глава 2", "Глава 4", "Глава 5"]


def test_a_text_without_headings_is_cut_at_paragraphs_where_its_words_change() -> None:
    reading = bare(body(150, SEA) + "\n" + body(150, BREAD))
    found = chapters(reading)
    assert {one.title for one in found} == {None}
    assert 150 in {one.start for one in found}
    assert [found[0].start, found[-1].stop] == [0, 300]
    assert all(a.stop == b.start for a, b in pairwise(found))
    assert all(reading.text[reading.sentences[one.start].start - 1] == "\n" for one in found[1:])


def test_a_chapter_that_is_most_of_the_text_is_cut() -> None:
    found = chapters(bare(book(["Введение"], 20) + "\n\n" + book(["Буря"], 200) + "\n\n" + book(["Выводы"], 20)))
    assert [one.title for one in found][:3] == ["Введение", "Буря", "Буря (2)"]
    assert found[-1].title == "Выводы"


def test_a_chapters_summary_is_its_own_sentences_in_their_order() -> None:
    reading = nlp.read(book(["Глава 1", "Глава 2", "Глава 3", "Глава 4"], 30))
    for one in chapters(reading):
        found = [reading.sentences.index(sentence) for sentence in summarise(reading, one, 3)]
        assert found == sorted(found)
        assert 1 <= len(found) <= 3
        assert all(one.start <= i < one.stop for i in found)


def test_a_chapters_summary_neither_leans_on_what_is_left_out_nor_says_a_thing_twice() -> None:
    text = "Он вышел в море. Капитан приказал убрать паруса. Капитан приказал матросам убрать паруса. Хлеб потемнел."
    reading = bare(text)
    said = [one.text for one in summarise(reading, Chapter(None, 0, 4), 3)]
    assert said == ["Капитан приказал убрать паруса.", "Хлеб потемнел."]
    assert summarise(reading, Chapter(None, 0, 1), 3) == reading.sentences[:1]
    assert summarise(reading, Chapter(None, 0, 4), 0) == ()


LINES = st.sampled_from(
    ["Глава 1", "ГЛАВА", "1.", "2. Б", "# x", "§", "IV. A", "«", "Часть", "ВВЕДЕНИЕ", "Море.", "", " ", "\ud800", "Сад"]
)


@given(st.lists(LINES, max_size=300).map("\n".join))
def test_the_chapters_of_any_text_ascend_and_do_not_overlap(text: str) -> None:
    reading = bare(text)
    found = chapters(reading)
    assert len(found) <= MOST
    assert all(0 <= one.start < one.stop <= len(reading.sentences) for one in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(summarise(reading, one, 2) for one in found)


@given(st.text(max_size=300))
def test_any_text_has_headings_at_exact_places(text: str) -> None:
    assert all(0 <= one.start < one.stop <= len(text) and one.title for one in headings(text))
