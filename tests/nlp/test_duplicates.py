"""The same text again is known by its words, and another text is not taken for it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.duplicates import SKETCH, repeats, sketch, told

LIBRARY = (
    "Городская библиотека Костаная переезжает в новое здание на проспекте Абая. Фонд — 120 тысяч книг — "
    "перевезут за три недели, рассказала директор Айгуль Нурланова.\n\n"
    "«Мы ждали этого переезда одиннадцать лет», — сказала она.\n\n"
    "Читальный зал откроют для всех жителей города. Ещё там появятся мастерская и кафе."
)
WEATHER = "Погода в Павлодаре на завтра: днём +5, ночью −2, ветер северный, до 7 метров в секунду, без осадков."
RATE = "Курс доллара на утренней сессии KASE составил 512,4 тенге, евро — 557,1 тенге, рубля — 5,2 тенге."
KAZAKH = "Қостанайдағы қалалық кітапхана жаңа ғимаратқа көшеді. Қорда 120 мың кітап бар, оны үш аптада тасиды."
ENGLISH = "The city library moves to a new building on Abai Avenue. Its 120 thousand books will be carried in a month."
SHORT = "ДТП на улице Гоголя в Костанае"


@pytest.mark.parametrize("text", [LIBRARY, WEATHER, RATE, KAZAKH, ENGLISH, SHORT])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.upper(),
        lambda text: text.replace("«", "“").replace("»", "”").replace("—", "-").replace("ё", "е").replace("−", "-"),
        lambda text: "⚡️" + text.replace(". ", " 🔥. "),
        lambda text: text + "\n\n👉 Подписаться на «Степной вестник»",
        lambda text: text + "\n\n@step_vestnik",
        lambda text: text + "\n\nСтепной вестник",
        lambda text: text + "\n\nПодробнее: https://example.kz/news/1",
        lambda text: "Читаем внимательно 👇\n\n" + text,
        lambda text: "\u200b" + text.replace(" ", "\u00a0"),
    ],
)
def test_a_text_with_small_changes_is_the_same(text, change):
    assert repeats(change(text), text)
    assert repeats(text, change(text))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Городская", "Городскя"),
        ("проспекте", "прсопекте"),
        ("переезжает", "переежжает"),
        ("откроют", "окроют"),
        ("кафе", "кафее"),
        ("Читальный зал", "Читальныйзал"),
        ("120 тысяч", "120\u00a0тысяч"),
        ("для всех жителей города", "для всех жителей"),
    ],
)
def test_a_corrected_slip_leaves_it_the_same(right, wrong):
    assert right in LIBRARY
    assert repeats(LIBRARY.replace(right, wrong), LIBRARY)
    assert repeats(LIBRARY, LIBRARY.replace(right, wrong))


@pytest.mark.parametrize("share", [0.9, 0.75, 0.6, 0.5])
def test_a_text_without_its_end_or_its_beginning_is_the_same(share):
    kept = int(len(LIBRARY) * share)
    assert repeats(LIBRARY[:kept], LIBRARY)
    assert repeats(LIBRARY[:kept] + "…\n\nПодпишитесь на Вестник", LIBRARY)
    assert repeats(LIBRARY[-kept:], LIBRARY)


def test_a_text_that_goes_on_is_another_one():
    beginning = LIBRARY.partition("\n")[0]
    assert repeats(beginning, LIBRARY)
    assert not repeats(LIBRARY, beginning)


def test_a_few_words_of_a_long_text_are_another_text():
    assert not repeats(" ".join(LIBRARY.split()[:5]), LIBRARY)
    assert not repeats(LIBRARY.split("\n")[0][:30], LIBRARY * 3)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (WEATHER, "+5", "+7"),
        (WEATHER, "−2", "+2"),
        (WEATHER, "Павлодаре", "Кокшетау"),
        (WEATHER, "без осадков", "небольшие осадки"),
        (RATE, "512,4", "513,4"),
        (RATE, "5,2", "52"),
        ("Утро в Астане: ясно, ветра нет, температура воздуха сейчас +15", "+15", "+1"),
        (LIBRARY, "120", "130"),
        (LIBRARY, "три", "две"),
        (LIBRARY, "Айгуль Нурланова", "Салтанат Есенова"),
        (LIBRARY, "откроют", "не откроют"),
        (SHORT, "Гоголя", "Байтурсынова"),
        (KAZAKH, "120", "12"),
        (KAZAKH, "үш", "екі"),
        (ENGLISH, "Abai", "Satpaev"),
        ("Встреча пройдёт в июне в Астане, сообщили в министерстве культуры страны", "июне", "июле"),
        ("Завод в Рудном увеличил ввоз зерна из соседних областей", "ввоз", "вывоз"),
    ],
)
def test_what_tells_something_else_is_another_text(text, old, new):
    assert old in text
    assert not repeats(text.replace(old, new), text)
    assert not repeats(text, text.replace(old, new))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Пожар на складе", "Наводнение в посёлке"),
        ("Утро в городе началось с тумана", "Главное к этому часу: дороги открыты"),
    ],
)
def test_a_common_signature_makes_no_two_texts_one(one, other):
    signature = "\n\nВестник Степи — новости Костаная, Рудного и Лисаковска каждый день, без рекламы и лишних слов"
    assert not repeats(one + signature, other + signature)


def test_a_common_heading_makes_no_two_texts_one():
    heading = "Цитата дня от редакции Степного вестника:\n"
    assert not repeats(heading + "Кто рано встаёт, тот успевает больше других", heading + "Тише едешь — дальше будешь")


def test_a_long_text_is_looked_at_to_its_end():
    book = "\n\n".join(
        f"Глава {n}. В посёлке номер {n} открыли школу на {n * 7} мест, и дети пошли учиться." for n in range(300)
    )
    assert repeats(book[:-2000], book)
    assert repeats(book.replace("посёлке", "поселке") + "\n\n@books", book)
    assert not repeats(book.replace("Глава 299", "Глава 399"), book)


@pytest.mark.parametrize("text", ["", " ", "🔥🔥", "https://example.kz", "\ud83d", "…"])
def test_a_text_without_words_is_no_other(text):
    assert not repeats(text, text)
    assert sketch(text) == ()


def test_a_cut_or_mended_text_shares_hashes_with_the_whole():
    assert len(sketch(LIBRARY)) == SKETCH
    assert len({*sketch(LIBRARY)} & {*sketch(LIBRARY[: len(LIBRARY) // 2])}) > SKETCH // 4
    assert {*sketch(SHORT)} & {*sketch(SHORT.replace("улице", "улицее"))}


def test_a_sketch_is_the_same_in_every_process():
    code = f"from nlp.duplicates import sketch; print(sketch({SHORT!r}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == str(sketch(SHORT))
    assert all(-(2**63) <= one < 2**63 for one in sketch(SHORT))


def test_what_a_reading_tells_has_no_calls_and_keeps_its_lines():
    reading = nlp.read("Библиотека переезжает. Книги уже в пути.\n\nПодписаться на Вестник\n\nКафе откроют в мае.")
    assert [line.strip() for line in told(reading).splitlines() if line.strip()] == [
        "Библиотека переезжает. Книги уже в пути.",
        "Кафе откроют в мае.",
    ]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_compared(a, b):
    assert repeats(a, b) in (True, False)
    assert told(nlp.read(a)) is not None


@given(st.text(max_size=200))
def test_any_text_with_words_repeats_itself(text):
    assert repeats(text, text) == bool(sketch(text))
