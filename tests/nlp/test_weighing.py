"""A reading under a question: what its sentences hold, and what the features say of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.features import FIT, HELD, PLACED, SURE, held_table, table, vast
from nlp.index import WINDOW, index
from nlp.matched import Matched
from nlp.meanings import meanings
from nlp.model import Frequencies, Reading
from nlp.query import query
from nlp.questions import understand
from nlp.reading import read
from nlp.scoring import candidates
from nlp.weights import WEIGHTS

TEXT = "Паром отошёл от пристани в полдень. Капитан Игнат Вьюгин проверил груз. — Что везли? — Соль и канаты."


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(TEXT)


def under(question: str, reading: Reading) -> Matched:
    return Matched(query(understand(question), reading.language), index(reading))


def held(question: str, reading: Reading, sentence: int) -> dict[str, float]:
    article = under(question, reading)
    return dict(zip(article.query.terms, article.strengths[:, sentence].round(2).tolist(), strict=True))


def test_a_sentence_holds_a_word_in_any_of_its_forms(reading: Reading) -> None:
    assert held("Какой груз у парома?", reading, 0) == {"груз": 0.0, "паром": 1.0}
    assert held("Какой груз у парома?", reading, 1) == {"груз": 1.0, "паром": 0.0}


def test_a_misspelled_word_is_held_less_surely(reading: Reading) -> None:
    (surely,) = held("кто такой Вьюгинн?", reading, 1).values()
    assert 0.8 < surely < 1


def test_a_reply_holds_the_words_of_the_question_before_it(reading: Reading) -> None:
    asking = next(i for i, one in enumerate(reading.sentences) if "везли" in one.text)
    assert held("что везли на пароме?", reading, asking + 1)["везти"] == 0.9


def test_words_that_mean_the_like_are_closer_than_others() -> None:
    for language, akin in (("ru", ("врач", "доктор", "трамвай")), ("en", ("doctor", "physician", "tram"))):
        one, like, strange = meanings(akin, language)
        assert one @ like > one @ strange + 0.2


def test_what_has_no_meaning_is_akin_to_nothing() -> None:
    for language in ("ru", "en", "kk", "de", None):
        known = meanings(["фырщх", "2024"], language)
        assert known.shape[0] == 2
        assert not known[0].any()


def test_the_index_numbers_every_word_and_parts_the_sentences(reading: Reading) -> None:
    one = index(reading)
    assert one.sizes.sum() + WINDOW * len(reading.sentences) == len(one.places)
    assert one.lemmas[one.places[one.starts[1]]] == "капитан"
    assert index(reading) is one


def test_every_feature_gives_a_number_to_each_sentence_and_has_a_weight(reading: Reading) -> None:
    (_, among), *rest = candidates(understand("Кто проверил груз?"), [reading])
    fitting = table(FIT, among)
    told = held_table(fitting, table(SURE, among), fitting.sum(0), vast(among))
    assert not rest
    assert told.shape == (len(HELD), len(among.at))
    assert np.isfinite(told).all()
    for weights in WEIGHTS.values():
        assert set(weights.fit) == {feature.__name__ for feature in FIT}
        assert set(weights.placed) == {feature.__name__ for feature in PLACED}
        assert set(weights.held) == set(HELD)


def test_rarity_may_be_that_of_all_a_chat_has_kept(reading: Reading) -> None:
    question = understand("Какой груз у парома?")
    common = Frequencies(10_000, {"груз": 9_000})
    (_, alone), (_, among_many) = [next(iter(candidates(question, [reading], known))) for known in (None, common)]
    assert alone.weights[0] == pytest.approx(alone.weights[1])
    assert among_many.weights[0] < among_many.weights[1] / 2


@given(st.text(max_size=120), st.text(max_size=300))
def test_any_question_to_any_text_gives_finite_numbers(question: str, text: str) -> None:
    for _, among in candidates(understand(question), [read(text)]):
        assert np.isfinite(table((*FIT, *SURE), among)).all()
