"""The summary: each sentence drawn in the cases, and what holds of any text and any length."""

import random
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp import summary_weights
from nlp.languages import LANGUAGES
from nlp.model import WHOLE, WORDS, Sentence, usual_length, worth_telling
from nlp.salience import LONG, SECTION, candidate, features, leans
from nlp.sentences import split
from nlp.summary import rank

CASES = [
    tuple(line.split(maxsplit=2))
    for line in (Path(__file__).parent / "cases" / "summaries.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

BRIDGE = """⚡️ В Павлодаре открыли мост через Иртыш

Новый мост через Иртыш открыли в Павлодаре в субботу, сообщил акимат области. Он соединил два берега в черте города. \
Строительство моста длилось четыре года и обошлось в 42 млрд тенге. При этом подрядчик дважды переносил срок сдачи. \
«Теперь дорога до левого берега займёт десять минут», — сказал аким города Асаин Байханов. \
По мосту смогут проезжать до 30 тысяч машин в сутки. Погода в день открытия была ясной.

Фото: пресс-служба акимата
Подписывайтесь на наш канал!
#павлодар #мост"""

NEWS = {
    "ru": BRIDGE.partition("\n\n")[2].partition("\n\n")[0],
    "kk": "Павлодарда сенбі күні Ертіс арқылы жаңа көпір ашылды. Құрылыс төрт жылға созылып, қырық екі миллиард теңге "
    "жұмсалды. Қала әкімі Асайын Байханов салтанатқа қатысты. Көпірмен тәулігіне отыз мың көлік жүре алады. Тұрғындар "
    "жаңа жолды көптен күткен.",
    "en": "A new bridge across the Irtysh opened in Pavlodar on Saturday. Builders worked on the crossing for four "
    "years. Mayor Asain Baikhanov drove the first bus. Thirty thousand cars a day can use the road. Residents of the "
    "left bank had waited since spring.",
}


def summary(text: str, n: int | None, title: str | None = None) -> list[str]:
    return [one.text for one in nlp.read(text, title).summary(n)]


def lines(texts: Sequence[str]) -> tuple[Sentence, ...]:
    """Each text a sentence, on its own line."""
    starts = [sum(len(one) + 1 for one in texts[:i]) for i in range(len(texts))]
    return tuple(Sentence(at, at + len(one), one) for at, one in zip(starts, texts, strict=True))


def invented(count: int, length: int = 8) -> list[str]:
    """Sentences of words that nobody knows, of which hardly one comes twice."""
    rng = random.Random(1)  # noqa: S311 - the same each time
    syllables = ["ба", "во", "ги", "ду", "ке", "ло", "му", "ни", "пе", "ра", "су", "ти"]
    invent = ["".join(rng.choices(syllables, k=4)) for _ in range(count * length)]
    return [" ".join(invent[i : i + length]).capitalize() + "." for i in range(0, len(invent), length)]


# ---- which sentences


def test_the_headline_the_credits_and_the_calls_are_no_part_of_a_summary() -> None:
    everything = " ".join(summary(BRIDGE, 20))
    assert not [one for one in ("⚡️", "Фото", "Подписывайтесь", "#павлодар") if one in everything]


def test_the_news_itself_comes_first() -> None:
    assert summary(BRIDGE, 1) == ["Новый мост через Иртыш открыли в Павлодаре в субботу, сообщил акимат области."]


def test_the_words_of_the_title_count() -> None:
    text = "Выставка открылась утром. Гостей было много. Цены на зерно выросли вдвое за месяц. Вечером дали концерт."
    assert "Цены на зерно выросли вдвое за месяц." in summary(text, 2, "Цены на зерно выросли")


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, mark, text in CASES if mark == "never"])
def test_what_tells_nothing_of_the_story_is_never_in_a_summary(language: str, text: str) -> None:
    told = summary(f"{NEWS[language]}\n\n{text}\n", 20)
    assert told
    assert all(one in NEWS[language] for one in told)


def test_a_text_of_calls_alone_still_has_a_summary() -> None:
    assert summary("Подписывайтесь на наш канал!", 3) == ["Подписывайтесь на наш канал!"]


# ---- how many, in which order


@pytest.mark.parametrize("n", [1, 3, 5, 7, 10])
@pytest.mark.parametrize("text", [*NEWS.values(), " ".join(invented(30))])
def test_a_summary_is_sentences_of_the_text_in_its_order_and_no_more_than_asked_for(text: str, n: int) -> None:
    reading = nlp.read(text)
    told = reading.summary(n)
    assert 1 <= len(told) <= n
    assert list(told) == [one for one in reading.sentences if one in told]
    assert all(text[one.start : one.stop] == one.text for one in told)


@pytest.mark.parametrize(
    ("sentences", "wanted"), [(1, 3), (3, 3), (4, 2), (8, 2), (9, 3), (40, 3), (41, 5), (100, 5), (101, 7), (5000, 7)]
)
def test_how_long_a_summary_is_hangs_on_the_length_of_the_text(sentences: int, wanted: int) -> None:
    assert usual_length(sentences) == wanted


def test_without_a_wish_a_summary_is_as_long_as_usual() -> None:
    reading = nlp.read(" ".join(invented(30)))
    assert reading.summary() == reading.summary(usual_length(len(reading.sentences)))


@pytest.mark.parametrize(
    ("words", "n", "kept"),
    [
        (WORDS // 2, 5, 5),
        (WORDS * 2, 1, 1),
        (WORDS * 2, 2, 2),
        (WORDS * 2, 3, 2),
        (WORDS * 2, 5, 3),
        (WORDS * 9, 7, 2),
    ],
)
def test_long_sentences_are_enough_where_more_were_asked_for_but_never_one(words: int, n: int, kept: int) -> None:
    sentences = lines(["слово " * (words - 1) + "конец."] * 10)
    assert len(worth_telling(sentences, range(10), n)) == kept


@pytest.mark.parametrize("n", [3, 5, 10])
@pytest.mark.parametrize(
    "text",
    [
        "Школу в Костанае закрыли на карантин. Дети учатся дома. Занятия начнутся в понедельник.",
        "Школу в Костанае закрыли. Она старая.",
        "Это неправда. Он жив. И он вернётся.",
        "Школа " + "большая " * 100 + "закрыта. Дети дома. Снег идёт.",
        "Мектеп жабылды. Ол ескі. Балалар үйде.",
        "The school is closed. It is old. Children stay at home.",
    ],
)
def test_up_to_three_sentences_come_back_whole(text: str, n: int) -> None:
    assert " ".join(summary(text, n)) == text


def test_of_no_sentences_there_is_no_summary() -> None:
    assert nlp.read("").summary(3) == ()
    assert nlp.read(BRIDGE).summary(0) == ()


# ---- what leans on the sentence before


@pytest.mark.parametrize(("language", "mark", "text"), [case for case in CASES if case[1] != "never"])
def test_a_sentence_leans_or_stands_as_marked(language: str, mark: str, text: str) -> None:
    assert leans(text, language) == (mark == "leans")


@pytest.mark.parametrize("n", range(1, 7))
def test_a_leaning_sentence_stands_only_after_the_one_it_leans_on(n: int) -> None:
    chosen = summary(BRIDGE, n)
    for leaning, before in (("Он соединил", "Новый мост"), ("При этом", "Строительство")):
        if any(one.startswith(leaning) for one in chosen):
            assert any(one.startswith(before) for one in chosen)


@st.composite
def mixed(draw: st.DrawFn) -> tuple[str, list[str]]:
    language = draw(st.sampled_from(sorted(LANGUAGES)))
    told, standing = (
        [x for code, mark, x in CASES if code == language and mark in of] for of in (("leans",), ("stands",))
    )
    every = st.lists(st.sampled_from([*told, *standing]), min_size=WHOLE, max_size=40, unique=True)
    text = [*draw(every), draw(st.sampled_from(standing))]
    return language, list(dict.fromkeys(draw(st.permutations(text))))


@given(mixed(), st.integers(1, 20))
def test_no_summary_of_any_length_parts_a_leaning_sentence_from_the_one_before(
    text: tuple[str, list[str]], n: int
) -> None:
    language, drawn = text
    sentences = lines(drawn)
    told = worth_telling(sentences, rank(sentences, language, None), n)
    assert told
    for before, one in pairwise(sentences) if len(sentences) > WHOLE else ():
        assert one not in told or before in told or not leans(one.text, language)


# ---- quotations


@pytest.mark.parametrize("marks", ["«»", "“”", "„“", '""'])
@pytest.mark.parametrize("n", [1, 3, 5, 10])
def test_a_quotation_is_never_cut(marks: str, n: int) -> None:
    opening, closing = marks
    said = f"{opening}{' '.join(invented(4))}{closing}, — сказал аким города Асаин Байханов."
    told = " ".join(summary(f"{NEWS['ru']} {said} {' '.join(invented(9)[4:])}", n))
    pieces = [one for one in invented(4) if one.rstrip(".") in told]
    assert not pieces or said in told


def test_a_mark_that_nothing_closes_does_not_silence_the_article() -> None:
    for mark in '«“„"':
        told = invented(20)
        assert len(summary(" ".join([told[0], mark + told[1], *told[2:]]), 10)) == 10


# ---- nothing twice


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Завод в Рудном остановили на ремонт.", "Завод в Рудном остановили на ремонт."),
        ("Завод в Рудном остановили на ремонт в мае.", "В мае завод в Рудном остановили на ремонт!"),
        ("Завод в Рудном остановили на ремонт в мае.", "Заводы в Рудном в мае остановят на ремонты."),
    ],
)
def test_nothing_is_said_twice(text: str, again: str) -> None:
    told = summary(f"{text} Рабочим сохранят зарплату. {again} Печь запустят в июне. Город ждёт тепла.", 5)
    assert (text in told) + (again in told) == (1 if text != again else 2)
    assert len(told) == len(set(told)) == 4


# ---- long texts


def test_of_a_long_text_every_section_has_its_say_before_any_has_it_twice() -> None:
    sentences = lines(invented(3 * SECTION))
    assert len(sentences) > LONG
    assert {i // SECTION for i in rank(sentences, "ru", None)[:3]} == {0, 1, 2}


def test_time_grows_with_the_length_and_not_with_its_square() -> None:
    sentences = split("Вода в реке поднялась на метр, дорогу закрыли. Мост уцелел, но движение стоит. " * 1000, "ru")
    started = time.perf_counter()
    rank(sentences, "ru", None)
    assert time.perf_counter() - started < 20


# ---- any text


@given(st.text(), st.none() | st.text(max_size=50))
def test_a_ranking_holds_some_of_the_sentences_each_once(text: str, title: str | None) -> None:
    sentences = split(text, None)
    ranking = rank(sentences, None, title)
    assert len(set(ranking)) == len(ranking)
    assert set(ranking) <= set(range(len(sentences)))
    assert bool(ranking) == bool(sentences)


# ---- the weights


def test_every_feature_has_a_weight_in_every_language_that_was_learned() -> None:
    known = features([candidate(0, "Мост открыли.", "ru"), candidate(1, "Он новый.", "ru")], "ru", None)
    weights = summary_weights.WEIGHTS
    assert set(weights) == {"", "ru", "en"}
    assert [set(own) for own in weights.values()] == [{*known[0], "repetition"}] * 3


def test_the_weights_say_what_they_were_learned_from() -> None:
    said = summary_weights.__doc__ or ""
    assert [one for one in ("Gazeta", "RBC", "CNN/DailyMail", "benchmarks.train_summary") if one not in said] == []
