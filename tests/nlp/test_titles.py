"""What an untitled text is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.sentences import split
from nlp.titles import headline


def title(text):
    return headline(text, split(text, None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❗️ В Актау построят порт\n\nПорт построят к маю.", "В Актау построят порт"),
        ("**В Актау построят порт** 🔥\nПорт построят к маю.", "В Актау построят порт"),
        ("[Порт](https://example.com) в Актау\n\nЕго построят.", "Порт в Актау"),
        ("Кто построит порт?\n\nПодрядчика выберут в мае.", "Кто построит порт?"),
        ("Порт в Актау построят к маю. Деньги выделены.", "Порт в Актау построят к маю."),
        ("Порт построят.\n\nДеньги выделены.", "Порт построят."),
        ("«Порт» — это название\n\nТак решили.", "«Порт» — это название"),
        ("👍 42 !!!", ""),
        ("", ""),
    ],
)
def test_a_text_is_called_by_its_own_headline_or_by_its_beginning(text, expected):
    assert title(text) == expected


def test_a_long_beginning_is_cut_at_a_word():
    text = "Правительство области объявило о начале строительства нового порта на берегу Каспийского моря в этом году."
    assert title(text) == "Правительство области объявило о начале строительства нового порта на берегу…"


@given(st.text())
def test_a_title_is_one_clean_line_and_empty_only_without_words(text):
    name = title(text)
    assert name == name.strip()
    assert len(name.splitlines()) <= 1
    assert len(name) <= 141
    assert not set(name) & set("\u200b\u200d\ufeff\u2028")
