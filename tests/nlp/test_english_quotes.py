"""What English statements need beyond the cases drawn in text: verb forms, media, several sentences."""

import pytest

from nlp.languages.conjugation import conjugated, governed, numbered
from nlp.model import Quote
from nlp.quotes import find_quotes
from nlp.sentences import split
from nlp.speech.analysis import analysed


def read(text: str) -> tuple[Quote, ...]:
    return find_quotes(analysed(text, split(text, "en"), "en"))


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(quote.speaker and quote.speaker.name, quote.outlet) for quote in read(text)]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("announce", "announce announces announced announcing"),
        ("deny", "deny denies denied denying"),
        ("say/said", "say says said saying"),
        ("admit/admitted", "admit admits admitted admitting"),
        ("write/wrote/written", "write writes wrote written writing"),
        ("stress", "stress stresses stressed stressing"),
        ("agree", "agree agrees agreed agreeing"),
    ],
)
def test_a_verb_has_all_its_forms(verb: str, forms: str) -> None:
    assert conjugated(verb) == set(forms.split())


def test_every_form_of_a_verb_governs_its_preposition() -> None:
    assert governed("warn", "of") == {("warn", "of"), ("warns", "of"), ("warned", "of"), ("warning", "of")}


def test_a_noun_has_both_numbers() -> None:
    assert numbered("claim reply") == {"claim", "claims", "reply", "replies"}


SCENE = "The bridge was built in May. It has four lanes. It crosses the river at the old mill. "


def test_a_medium_that_passes_words_on_is_no_speaker() -> None:
    assert told(SCENE + "The road is late, the New York Times reported.") == [(None, "New York Times")]


def test_a_medium_that_is_told_passes_words_on() -> None:
    assert told(SCENE + "Ann Gray told CNN that the road was late.") == [("Ann Gray", "CNN")]
    assert told(SCENE + "“The road is late,” Ann Gray told CNN.") == [("Ann Gray", "CNN")]


def test_a_medium_that_judges_speaks_for_itself() -> None:
    assert told(SCENE + "The Guardian called the road a disaster.") == [("The Guardian", None)]


def test_a_headline_tells_who_says_it_if_the_text_names_them() -> None:
    text = "Gray: Bridge Is Late\n\nThe road is closed. Mayor Ann Gray said so on Monday."
    assert [quote.parts[0].text for quote in read(text)][:1] == ["Bridge Is Late"]
    assert read("Update: Bridge Is Late\n\nThe road is closed.") == ()


def test_a_place_is_not_the_name_of_its_mayor() -> None:
    assert told(SCENE + "The mayor of Oldham said the road was late.") == [("the mayor of Oldham", None)]


def test_a_thousand_sentences_tell_a_thousand_statements() -> None:
    assert len(read("Mayor Ann Gray, who is new, said the road was late. " * 1000)) == 1000
