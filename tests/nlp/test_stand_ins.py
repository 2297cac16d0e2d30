"""Kazakh words that were typed with Russian letters."""

from __future__ import annotations

import pytest

from nlp.stand_ins import stems
from nlp.words import fold, lemma


@pytest.mark.parametrize(
    "word",
    ["Қазақстанның", "мұғалімдерге", "еліміздің", "қаласындағы", "үкіметінен", "көмірді", "халықаралық", "су", "ән"],
)
def test_the_stem_of_the_word_as_it_should_be_written_is_among_those_of_its_stand_ins(word: str) -> None:
    assert lemma(word, "kk") in stems(fold(word))


@pytest.mark.parametrize("word", ["", "а", "нын", "мен", "дын", "123"])
def test_what_is_too_short_to_bear_a_suffix_has_one_stem(word: str) -> None:
    assert stems(word) == {word}
