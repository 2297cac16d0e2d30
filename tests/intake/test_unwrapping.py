from __future__ import annotations

import pytest

from intake.unwrapping import joined, unwrapped, words

PARAGRAPHS = [
    "Новый мост через реку открыли во вторник утром, и по нему сразу проехали первые автобусы, а за ними и грузовики.",
    "Школа на левом берегу примет детей в сентябре: классов в ней сорок, учителей пока тридцать, и ещё десять обещали.",
]


def wrapped(text: str, width: int, indent: str = "") -> str:
    lines = [indent.rstrip("\n")]
    for word in text.split():
        if len(f"{lines[-1]} {word}") > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1].strip() else f"{indent}{word}"
    return "\n".join(lines)


@pytest.mark.parametrize("width", [48, 60, 72, 80])
def test_lines_broken_by_hand_become_paragraphs(width: int) -> None:
    text = "\n\n".join(wrapped(one * 2, width) for one in PARAGRAPHS)
    assert unwrapped(text) == "\n\n".join(one * 2 for one in PARAGRAPHS)


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "\n".join(wrapped(one * 2, 60, indent="    ") for one in PARAGRAPHS)
    assert unwrapped(text) == "\n".join(one * 2 for one in PARAGRAPHS)


def test_a_text_of_a_line_for_each_paragraph_stays_as_it_is() -> None:
    text = "\n".join(PARAGRAPHS * 3)
    assert unwrapped(text) == text


def test_verses_and_short_lines_stay_as_they_are() -> None:
    text = "Река течёт,\nа мост стоит,\nи по мосту\nтрамвай гремит."
    assert unwrapped(text) == text


def test_items_of_a_list_stay_apart() -> None:
    text = (
        wrapped(PARAGRAPHS[0], 60)
        + "\n- автобусы и троллейбусы всех маршрутов города, которые идут\nна левый берег;\n- грузовики."
    )
    assert unwrapped(text).endswith(
        "\n- автобусы и троллейбусы всех маршрутов города, которые идут на левый берег;\n- грузовики."
    )


@pytest.mark.parametrize(
    ("text", "further", "whole"),
    [
        ("вся эконо-", "мика", "вся экономика"),
        ("вся эконо\u00ad", "мика", "вся экономика"),
        ("из-", "за реки", "из-за реки"),
        ("кто-", "нибудь", "кто-нибудь"),
        ("северо-", "восток", "северо-восток"),
        ("вице-", "премьер", "вице-премьер"),
        ("Алматы-", "Астана", "Алматы-Астана"),
        ("в 2023-", "2024 годах", "в 2023-2024 годах"),
        ("мост -", "это дорога", "мост - это дорога"),
        ("a well-", "known name", "a well-known name"),
        ("the econ-", "omy", "the economy"),
        ("новый", "мост", "новый мост"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(text: str, further: str, whole: str) -> None:
    assert joined(text, further, words([])) == whole


def test_how_the_text_itself_writes_a_word_decides() -> None:
    assert joined("пара-", "лыжи", words(["Куплю пара-лыжи"])) == "пара-лыжи"
    assert joined("из-", "вестно", words(["Это известно"])) == "известно"
