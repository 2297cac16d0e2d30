"""What several articles tell of one event."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp import Fact, Reading, Span

FIRE = (
    "Ночью в Шымкенте загорелся склад бытовой техники. Огонь охватил 800 квадратных метров. "
    "На складе погибли 12 человек, сообщили в ДЧС."
)
FIRE_AGAIN = (
    "Ночью в Шымкенте загорелся склад бытовой техники. На складе погибли 15 человек, уточнили в ДЧС. "
    "Причиной стала неисправная проводка."
)
FIRE_LATER = (
    "Владелец сгоревшего в Шымкенте склада бытовой техники задержан. Он не обслуживал проводку семь лет. "
    "Однако вину владелец склада не признаёт."
)
BRIDGE = "Мост через Иртыш закрыли на ремонт до осени. Автобусы пойдут в объезд через дамбу."


def reading(text: str, *numbers: tuple[str, str | None]) -> Reading:
    """A reading whose facts are these numbers with what they count, each where the text first writes it."""
    facts = [
        Fact("number", number, about, (Span(at := text.index(number), at + len(number), number),))
        for number, about in numbers
    ]
    return replace(nlp.read(text), facts=tuple(facts))


def told(*texts: str) -> list[str]:
    return [one.sentence.text for one in nlp.story_of([nlp.read(text) for text in texts]).summary]


def disputed(*readings: Reading) -> list[list[str]]:
    return [[version.fact.name for version in one] for one in nlp.story_of(readings).disputes]


def test_articles_of_one_event_are_together_in_their_order():
    readings = [nlp.read(text) for text in (FIRE, BRIDGE, FIRE_AGAIN)]
    assert nlp.by_story(readings) == ((0, 2), (1,))


def test_no_articles_are_no_stories():
    assert nlp.by_story([]) == ()


def test_a_chain_of_likenesses_does_not_join_everything():
    words = [f"ласточка{n} иволга{n} дрозд{n} синица{n}" for n in range(9)]
    chain = [nlp.read(f"Слово {a} и {b}.") for a, b in pairwise(words)]
    assert nlp.same_story(chain[0], chain[1]) >= 0.5
    assert max(map(len, nlp.by_story(chain))) < len(chain)


def test_one_article_tells_its_best_sentence():
    (only,) = nlp.story_of([nlp.read(FIRE)]).summary
    assert only.sentence == nlp.read(FIRE).summary(1)[0]
    assert only.also == ()


def test_the_title_is_a_headline_and_no_sentence_again():
    assert nlp.story_of([nlp.read(FIRE)]).title is None
    assert nlp.story_of([nlp.read(f"❗️Срочно: {FIRE}")]).title is None
    assert nlp.story_of([nlp.read(FIRE), nlp.read(FIRE_AGAIN, "Пожар на складе")]).title == "Пожар на складе"


def test_several_articles_tell_up_to_three_sentences_and_none_twice():
    summary = told(FIRE, FIRE_AGAIN, FIRE_LATER)
    assert 2 <= len(summary) <= 3
    assert sum("загорелся склад" in sentence for sentence in summary) <= 1
    assert sum("погибли" in sentence for sentence in summary) <= 1


def test_a_sentence_knows_who_else_says_it():
    readings = [nlp.read(text) for text in (FIRE, FIRE_AGAIN, FIRE_LATER)]
    first = next(one for one in nlp.story_of(readings).summary if "загорелся" in one.sentence.text)
    assert first.reading is readings[0]
    assert [one is readings[1] for one in first.also] == [True]


def test_who_gives_another_number_does_not_say_the_same():
    one = "В столице за сутки выявили 120 случаев гриппа у взрослых."
    other = "В столице за сутки выявили 180 случаев гриппа у взрослых."
    story = nlp.story_of([nlp.read(one), nlp.read(other)])
    assert [each.also for each in story.summary] == [()]


def test_no_sentence_leans_on_one_that_is_not_there():
    assert not any(one.startswith(("Он ", "Однако ")) for one in told(FIRE, FIRE_AGAIN, FIRE_LATER))


def test_numbers_of_one_thing_that_differ_stand_side_by_side():
    one = reading(FIRE, ("800 квадратных метров", "площадь"), ("12 человек", "погибли"))
    other = reading(FIRE_AGAIN, ("15 человек", "погибли"))
    assert disputed(one, other) == [["12 человек", "15 человек"]]


def test_who_gives_the_same_number_stands_together():
    one, two, three = (
        reading(FIRE, ("12 человек", "погибли")),
        reading(FIRE_AGAIN, ("15 человек", "погибших")),
        reading(FIRE.replace("12", "двенадцать"), ("двенадцать человек", "погибли")),
    )
    ((first, second),) = nlp.story_of([one, two, three]).disputes
    assert [id(x) for x in first.readings] == [id(one), id(three)]
    assert [id(x) for x in second.readings] == [id(two)]


def test_numbers_of_other_things_are_no_dispute():
    one = reading(FIRE, ("12 человек", "погибли"))
    assert disputed(one, reading("На складе пострадали 15 человек.", ("15 человек", "пострадали"))) == []
    assert disputed(one, reading("На складе погибли 15 собак.", ("15 собак", "погибли"))) == []
    assert disputed(one, reading("На складе погибли 15 человек.", ("15 человек", None))) == []


def test_numbers_in_sentences_of_other_things_are_no_dispute():
    then = "Пять лет назад при крушении парома погибли 40 человек."
    assert disputed(reading(FIRE, ("12 человек", "погибли")), reading(then, ("40 человек", "погибли"))) == []


def test_rounded_numbers_are_no_dispute():
    text = "Взаимный товарооборот стран вырос до {} за год."
    exact, rounded = (
        reading(text.format("29,8 млрд долларов"), ("29,8 млрд долларов", "товарооборот")),
        reading(text.format("30 млрд долларов"), ("30 млрд долларов", "товарооборот")),
    )
    assert disputed(exact, rounded) == []


def test_an_article_that_gives_two_numbers_of_a_thing_is_left_out():
    both = "Сначала на складе погибли 12 человек, затем на складе погибли 15 человек."
    unclear = reading(both, ("12 человек", "погибли"), ("15 человек", "погибли"))
    assert disputed(unclear, reading(FIRE_AGAIN, ("15 человек", "погибли"))) == []


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_texts_fall_into_stories_that_can_be_told(texts):
    readings = [nlp.read(text) for text in texts]
    stories = nlp.by_story(readings)
    assert sorted(i for story in stories for i in story) == list(range(len(readings)))
    for story in stories:
        found = nlp.story_of([readings[i] for i in story])
        assert all(one.sentence in one.reading.sentences for one in found.summary)
