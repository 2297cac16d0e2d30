"""Questions worth pressing: what a text can be turned into, and that the article answers what is suggested."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.matching import answer
from nlp.model import Reading
from nlp.questions import understand
from nlp.reading import read
from nlp.suggested.proposals import LONGEST, glance
from nlp.suggestions import MAKERS, suggest

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "suggestions.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PIECES = st.sampled_from(
    ["Пострадали 12 человек", "из-за шторма", "мост закрыли", "Иван Петров", "сказал, что", "«Мы готовы»", "—", " это ",
     "в мае 2027 года", "билет стоит 400 рублей", "потому что", "чтобы", ".", "\n", ",", "12 people were killed",
     "because", "said", "will open on May 12", "Марат Сериков", "ұсынды", "12 адам", "себебі", "\x00", "\ud800", "😀",
     "3 млн", "на 5%", "ß", "İ"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


def article(path: Path) -> Reading:
    return read(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_turned_into_questions_as_drawn(case: str) -> None:
    of, _, rest = case.partition(" | ")
    language, kind = of.split()
    text, _, wanted = rest.partition(" => ")
    seen = glance(read(text))
    assert seen is not None
    assert seen.language.code == language
    made = [one.question for make in MAKERS[language] for one in make(seen) if one.kind == kind]
    assert " / ".join(dict.fromkeys(made)) == wanted.replace("-", "" if wanted == "-" else "-")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_answers_whatever_is_suggested_under_it(path: Path) -> None:
    reading = article(path)
    questions = suggest(reading)
    assert questions
    assert all(answer(question, [reading]) for question in questions)
    assert all(understand(question).language == reading.language for question in questions)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_two_suggestions_have_one_answer(path: Path) -> None:
    reading = article(path)
    told = [answer(question, [reading])[0].sentence for question in suggest(reading)]
    assert all(a != b for a, b in combinations(told, 2))


def test_no_more_are_suggested_than_asked_for() -> None:
    reading = article(ARTICLES[0])
    assert suggest(reading, 1) == suggest(reading)[:1]
    assert suggest(reading, 0) == suggest(reading, -1) == ()


def test_a_text_in_an_unknown_language_suggests_nothing() -> None:
    assert suggest(read("Der Fluss steigt seit Tagen. Zwölf Menschen wurden gerettet, sagte der Bürgermeister.")) == ()


@given(TEXTS)
def test_any_text_suggests_short_questions_that_it_answers(text: str) -> None:
    reading = read(text)
    questions = suggest(reading)
    assert len(questions) <= 3
    assert all(question.endswith("?") and len(question) <= LONGEST for question in questions)
    assert all(answer(question, [reading]) for question in questions)


def test_a_verb_asks_only_about_what_agrees_with_it() -> None:
    text = "Мост открыли в ноябре. Его длина — 340 метров, строительство обошлось в 9,8 млрд тенге, сообщил Ержан Иман."
    assert not [one for one in suggest(read(text)) if "обошлось длина" in one]
