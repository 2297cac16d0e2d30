"""What holds for the reading of any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import nlp
from nlp import Reading, Span
from tests.telegram import ARTICLES

PIECES = st.sampled_from(
    ["Рост составил 7%.", "«Мы", "знаем», —", "сказал", "Токаев", "что", "\n\n", "\n", " ", ". ", "„", '"', "—", "деді", "said",
     "according to", "по словам", "😀", "\u200b", "\u202e", "ӘЛЕМ", "<b>", "&", "\x00", "\ud800", "1.", "д. 5", "т.е."]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))
ALL = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]


def spans(reading: Reading) -> list[Span]:
    quoted = [one for quote in reading.quotes for one in (*quote.parts, quote.mention, quote.cue) if one]
    return [*reading.sentences, *quoted, *(one for fact in reading.facts for one in fact.mentions)]


def check(reading: Reading) -> None:
    assert all(reading.text[one.start : one.stop] == one.text and one.start < one.stop for one in spans(reading))
    assert all(a.stop <= b.start for a, b in zip(reading.sentences, reading.sentences[1:], strict=False))
    assert all(one.text == one.text.strip() for one in reading.sentences)
    assert all(
        a.stop <= b.start for quote in reading.quotes for a, b in zip(quote.parts, quote.parts[1:], strict=False)
    )
    assert "\n" not in reading.title


@given(TEXTS)
@example("О том, сообщил Иван Петров.")
def test_any_text_has_a_reading_with_exact_places(text: str) -> None:
    check(nlp.read(text))


@given(TEXTS, st.none() | st.text(max_size=20))
@example("Роб@\x080", None)
def test_a_reading_survives_its_way_to_bytes(text: str, title: str | None) -> None:
    reading = nlp.read(text, title)
    assert nlp.load(nlp.dump(reading), text) == reading


@given(TEXTS, st.integers(-1, 12))
def test_a_summary_has_at_most_so_many_sentences_of_the_text_in_its_order(text: str, n: int) -> None:
    reading = nlp.read(text)
    summary = reading.summary(n)
    assert len(summary) <= max(n, 0)
    places = [reading.sentences.index(one) for one in summary]
    assert places == sorted(set(places))


@pytest.mark.parametrize("text", ALL, ids=[path.stem for path in sorted(ARTICLES.glob("*.txt"))])
def test_an_article_is_read_whole(text: str) -> None:
    reading = nlp.read(text)
    check(reading)
    assert reading.title == text.splitlines()[0].strip("⚡️ «»") or text.startswith(("«", "⚡"))
    assert 1 <= len(reading.summary(3)) <= 3
    assert nlp.load(nlp.dump(reading), text) == reading


def test_a_text_in_no_language_has_none() -> None:
    assert nlp.read("12345 — 678").language is None
    assert [nlp.read(text).language for text in ALL] == ["ru"] * 8 + ["kk"] * 2 + ["en"] * 2


def test_a_short_text_comes_back_whole() -> None:
    text = "Мост закрыт. Его откроют в мае."
    assert [one.text for one in nlp.read(text).summary(3)] == ["Мост закрыт.", "Его откроют в мае."]


def test_the_empty_text_has_an_empty_reading() -> None:
    assert nlp.read("") == Reading("", "", None, (), (), ())
