"""The ranking of sentences, read through `nlp.read(...).summary(n)`."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlp
from nlp.sentences import split
from nlp.summary import rank

BRIDGE = """⚡️ В Павлодаре открыли мост через Иртыш

Новый мост через Иртыш открыли в Павлодаре в субботу, сообщил акимат области. Он соединил два берега в черте города. \
Строительство моста длилось четыре года и обошлось в 42 млрд тенге. При этом подрядчик дважды переносил срок сдачи. \
«Теперь дорога до левого берега займёт десять минут», — сказал аким города Асаин Байханов. \
По мосту смогут проезжать до 30 тысяч машин в сутки. Погода в день открытия была ясной.

Фото: пресс-служба акимата
Подписывайтесь на наш канал!
#павлодар #мост"""


def summary(text, n, title=None):
    return [one.text for one in nlp.read(text, title).summary(n)]


def test_the_headline_the_credits_and_the_calls_are_no_part_of_a_summary():
    everything = " ".join(summary(BRIDGE, 20))
    assert "⚡️" not in everything
    assert "Фото" not in everything
    assert "Подписывайтесь" not in everything
    assert "#павлодар" not in everything


def test_the_news_itself_comes_first():
    assert summary(BRIDGE, 1) == ["Новый мост через Иртыш открыли в Павлодаре в субботу, сообщил акимат области."]


@pytest.mark.parametrize("n", range(1, 7))
def test_a_leaning_sentence_stands_only_after_the_one_it_leans_on(n):
    chosen = summary(BRIDGE, n)
    for leaning, before in (("Он соединил", "Новый мост"), ("При этом", "Строительство")):
        if any(one.startswith(leaning) for one in chosen):
            assert any(one.startswith(before) for one in chosen)


def test_nothing_is_said_twice():
    text = "Завод в Рудном остановили на ремонт. " * 3 + "Рабочим сохранят зарплату за весь срок. Печь запустят в июне."
    assert summary(text, 3).count("Завод в Рудном остановили на ремонт.") == 1


def test_the_words_of_the_title_count():
    text = "Выставка открылась утром. Гостей было много. Цены на зерно выросли вдвое за месяц. Вечером дали концерт."
    assert "Цены на зерно выросли вдвое за месяц." in summary(text, 2, "Цены на зерно выросли")


def test_a_text_of_calls_alone_still_has_a_summary():
    assert summary("Подписывайтесь на наш канал!", 3) == ["Подписывайтесь на наш канал!"]


def test_a_short_text_comes_back_whole():
    text = "Школу в Костанае закрыли на карантин. Дети учатся дома. Занятия начнутся в понедельник."
    assert " ".join(summary(text, 3)) == text


@settings(deadline=None)
@given(st.text(), st.none() | st.text(max_size=50))
def test_a_ranking_holds_some_of_the_sentences_each_once(text, title):
    sentences = split(text, None)
    ranking = rank(sentences, None, title)
    assert len(set(ranking)) == len(ranking)
    assert set(ranking) <= set(range(len(sentences)))
    assert bool(ranking) == bool(sentences)


def test_time_grows_with_the_length_and_not_with_its_square():
    sentences = split("Вода в реке поднялась на метр, дорогу закрыли. Мост уцелел, но движение стоит. " * 1000, "ru")
    started = time.perf_counter()
    rank(sentences, "ru", None)
    assert time.perf_counter() - started < 20
