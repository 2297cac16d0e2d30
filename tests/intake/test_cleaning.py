"""What is removed of a text, drawn in the cases, and what holds of any text."""

import re
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.cleaning import RULES, blanked, explain, left_out, removed
from intake.reading import read

CASES = Path(__file__).parent / "cases" / "cleaning.txt"
DRAWN = [one.partition("\n") for one in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]]
GONE = re.compile(r"\[\[(.*?)\]\]")

FURNITURE = [
    "🔴 Подписаться | Прислать новость",
    "#новости #мост",
    "Фото: Иван Петров",
    "@rechnik_news",
    "🔥🔥🔥",
    "Читать далее",
    "Реклама. ООО «Ромашка», erid: 2VtzqxAbCdEf",
    "— Подписывайтесь!",
    "Жазылыңыз",
    "Read more",
]
SENTENCES = ["Мост открыли.", "Аким приехал", "«Мост готов», — сказал он.", "подписаться", "A bridge.", "* * *", ""]
LINES = st.lists(st.sampled_from([*FURNITURE, *SENTENCES]) | st.text(max_size=12), max_size=4).map(" ".join)
TEXTS = st.lists(LINES, max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]).map(lambda feed: feed.join(lines))
)


def expected(drawn: str) -> tuple[str, list[str]]:
    """The text of a case and the stretches that it loses."""
    lines = drawn.rstrip("\n").split("\n")
    text = "\n".join(GONE.sub(r"\1", line[2:]) for line in lines)
    return text, [gone for line in lines for gone in ([line[2:]] if line.startswith("- ") else GONE.findall(line))]


@pytest.mark.parametrize("drawn", DRAWN, ids=[one[0] for one in DRAWN])
def test_what_goes_is_what_is_drawn(drawn: tuple[str, str, str]) -> None:
    text, gone = expected(drawn[2])
    title = drawn[0].partition(" | ")[2] or None
    assert [one.text for one in removed(text, title)] == gone


def test_every_rule_decides_a_case() -> None:
    decided = {rule for name, _, drawn in DRAWN for _, rule in explain(expected(drawn)[0], name.partition(" | ")[2])}
    silent = {"goes_on", "spoken", "sourced"}  # they say what stays
    assert decided == {rule.__name__ for rule in RULES} - silent | {"repeated_title"}


@given(TEXTS, st.none() | st.sampled_from([*SENTENCES, "🔥"]))
def test_nothing_moves_and_nothing_is_removed_twice(text: str, title: str | None) -> None:
    spans = removed(text, title)
    left = blanked(text, spans)
    assert all(text[one.start : one.stop] == one.text for one in spans)
    assert all(a.stop <= b.start for a, b in pairwise(spans))
    assert len(left) == len(text)
    assert [*map(len, left.splitlines())] == [*map(len, text.splitlines())]
    assert removed(left, title) == ()


@given(TEXTS)
def test_a_cleaned_reading_stands_in_the_whole_text(text: str) -> None:
    reading = read(text)
    spans = [*reading.sentences, *(part for one in reading.quotes for part in one.parts)]
    assert reading.text == text
    assert all(text[one.start : one.stop] == one.text for one in spans)
    assert not any(one.overlaps(gone) for gone in removed(text) for one in reading.sentences)
    assert [one.text for one in left_out(reading)] == [
        one.text for one in removed(text) if any(map(str.isalpha, one.text))
    ]


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "Подписаться " * 30 + "подписаться. @a_b " * 8
    begin = perf_counter()
    removed(f"{line}\n" * 300)
    first = perf_counter() - begin
    removed(f"{line}\n" * 1_200)
    assert perf_counter() - begin - first < 12 * first + 1
