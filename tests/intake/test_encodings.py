from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.encodings import decoded

ARTICLES = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))]
RUSSIAN = [text for text in ARTICLES if text.count("ы") and not set("әғқңөұүһі") & set(text)]
KAZAKH = [text for text in ARTICLES if "қ" in text]
EVERY_LETTER = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16"]
CYRILLIC = ["cp1251", "koi8-r", "cp866"]
SHORTEST = 40  # characters that tell an encoding


def stretches(texts: list[str]) -> st.SearchStrategy[str]:
    """A text, or a stretch of one."""
    places = st.tuples(st.integers(0, 300), st.integers(SHORTEST, 5_000))
    return st.builds(lambda text, place: text[place[0] : place[0] + place[1]], st.sampled_from(texts), places)


@given(stretches(ARTICLES), st.sampled_from(EVERY_LETTER))
def test_every_text_comes_back_from_unicode(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@given(stretches(RUSSIAN), st.sampled_from(CYRILLIC))
def test_every_russian_text_comes_back_from_eight_bits(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assert decoded(data) == data.decode(encoding)


@given(stretches(KAZAKH))
def test_every_kazakh_text_comes_back_from_the_kazakh_standard(text: str) -> None:
    data = text.encode("kz1048", "ignore")
    assert decoded(data) == data.decode("kz1048")


@pytest.mark.parametrize("text", ["Café au lait, déjà vu, naïve façade.", "“Hello” — a short note of Ms O’Neill"])
def test_western_letters_are_no_cyrillic_ones(text: str) -> None:
    assert decoded(text.encode("cp1252")) == text


def test_utf8_with_its_last_letter_cut_is_utf8() -> None:
    assert decoded("Мост открыли во вторник".encode()[:-1]).startswith("Мост открыли во вторни")
