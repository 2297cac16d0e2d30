"""What an untitled text is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import detect
from nlp.sentences import split
from nlp.titles import begins, headline, own_headline, repeats


def title(text):
    language = detect(text)
    return headline(text, split(text, language), language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❗️ В Актау построят порт\n\nПорт построят к маю.", "В Актау построят порт"),
        ("**В Актау построят порт** 🔥\nПорт построят к маю.", "В Актау построят порт"),
        ("[Порт](https://example.com) в Актау\n\nЕго построят.", "Порт в Актау"),
        ("Кто построит порт?\n\nПодрядчика выберут в мае.", "Кто построит порт?"),
        ("Порт в Актау построят к маю. Деньги выделены.", "Порт в Актау построят к маю"),
        ("Порт построят.\n\nДеньги выделены.", "Порт построят"),
        ("«Порт» — это название\n\nТак решили.", "«Порт» — это название"),
        ("Порт строят с 2012 г.\n\nДеньги выделены.", "Порт строят с 2012 г."),
        ("👍 42 !!!", ""),
        ("", ""),
    ],
)
def test_a_text_is_called_by_its_own_headline_or_by_its_beginning(text, expected):
    assert title(text) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "⚡️Молния: ",
        "❗️СРОЧНО!\n\n",
        "АСТАНА, 5 ноя — Степные вести. ",
        "Актау. 5 ноября. Степные вести — ",
        "5 ноября. Актау. STEP.KZ/ ",
        "АКТАУ. СТЕПНЫЕ ВЕСТИ – ",
        "АКТАУ, 5 ноября. /Корр. «Степных вестей» Пётр Лыжин/. ",
        "AKTAU, Nov. 5 — ",
        "OLD AKTAU — ",
        "AKTAU, Nov. 5 (Steppe News) — ",
        "(CNN)",
        "Актау (Reuters) — ",
        "14:32 ",
        "#Актау #порт ",
        "Доброе утро!\n\n",
        "Что случилось?\n\n",
        "Фото: Пётр Лыжин\n\n",
        "«Порт» PORT ₽345,79 +0,53% Купить ",
    ],
)
def test_what_stands_before_the_news_is_no_part_of_its_title(opening):
    assert title(f"{opening}Порт в Актау построят к маю. Деньги на него уже выделены.") == "Порт в Актау построят к маю"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Порт в Актау построят к маю, сообщил журналистам аким области.", "Порт в Актау построят к маю"),
        ("Порт в Актау построят к маю, передаёт «Степь» со ссылкой на акимат.", "Порт в Актау построят к маю"),
        ("Порт в Актау построят к маю, следует из документов области.", "Порт в Актау построят к маю"),
        ("Порт в Актау построят к маю — обещали строители.", "Порт в Актау построят к маю"),
        ("Порт в Актау построят к маю, — акимат.", "Порт в Актау построят к маю"),
        ("A new port will open in May, the mayor said on Monday.", "A new port will open in May"),
        ("A new port will open in May, according to the mayor.", "A new port will open in May"),
        ("Жаңа порт мамыр айында ашылады, деп хабарлайды әкімдік.", "Жаңа порт мамыр айында ашылады"),
    ],
)
def test_whoever_reported_it_is_no_part_of_a_title(text, expected):
    assert title(f"{text}\n\n") == expected


@pytest.mark.parametrize("text", ["Порт в Актау — самый глубокий на Каспии", "Аким обещал, что порт построят к маю"])
def test_a_predicate_and_what_somebody_said_stay(text):
    assert title(f"{text}. Деньги на него уже выделены.") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Правительство области объявило о начале строительства нового порта на берегу Каспийского моря,"
            " которое должно закончиться к маю следующего года.",
            "Правительство области объявило о начале строительства нового порта на берегу Каспийского моря",
        ),
        (
            "Жители посёлка на берегу моря остались без воды и света из-за шторма, но спасатели обещают наладить"
            " подачу воды уже к вечеру воскресенья.",
            "Жители посёлка на берегу моря остались без воды и света из-за шторма",
        ),
        (
            "The old bridge across the river has been closed to lorries because engineers found deep cracks in three"
            " of its seven pillars.",
            "The old bridge across the river has been closed to lorries",
        ),
        (
            "Қаладағы ескі көпірді жөндеу жұмыстары келесі айда басталады, жұмысқа үш компания қатысады және оған екі"
            " миллиард теңге бөлінеді.",
            "Қаладағы ескі көпірді жөндеу жұмыстары келесі айда басталады",
        ),
    ],
)
def test_a_long_beginning_ends_where_it_says_something_complete(text, expected):
    assert title(text) == expected


def test_what_cannot_end_breaks_off_at_a_word_that_leans_on_nothing():
    text = "Порт " + "большой старый " * 5 + "и " + "новый " * 20
    assert title(text).endswith("…")
    assert not title(text).removesuffix("…").endswith(("и", " "))


def test_a_turn_of_a_dialogue_is_no_headline():
    assert own_headline("— Когда откроют порт?\n\n— К маю.") is None


def test_a_beginning_that_leans_on_what_is_not_there_gives_way_to_a_sentence_that_does_not():
    assert title("Об этом стало известно утром. Порт в Актау построят к маю.") == "Порт в Актау построят к маю"


@pytest.mark.parametrize(
    "sentence",
    [
        "**Порт в Актау построят к маю**, сообщили в акимате.",
        "⚡️Срочно: порт в Актау построят к маю.",
        "АСТАНА, 5 ноя — Степные вести. Порт в Актау построят к маю.",
        "Актау. 5 ноября. Степные вести — Порт в Актау построят к маю.",
        "Порт (его ждали двадцать лет и перестали ждать) в Актау построят к маю.",
    ],
)
def test_a_title_made_of_a_sentence_is_known_in_it_again(sentence):
    assert begins("Порт в Актау построят к маю", sentence)
    assert repeats("Порт в Актау построят к маю", sentence)


@pytest.mark.parametrize(
    ("title", "repeated"),
    [
        ("Порт в Актау построят к маю", True),
        ("К маю построят порт в Актау", False),
        ("Порт в Актау построят к 2031 маю", False),
        ("Актау ждёт порт", False),
        ("За год", False),
    ],
)
def test_a_sentence_repeats_a_title_if_it_begins_with_nearly_all_its_words_and_all_its_numbers(title, repeated):
    assert repeats(title, "Новый порт в городе Актау построят к маю, и обойдётся он в миллиард за год.") is repeated


@given(st.text(), st.text())
def test_any_title_may_be_compared_with_any_sentence(title, sentence):
    assert repeats(title, title)
    assert isinstance(repeats(title, sentence), bool)


@given(st.text())
def test_a_title_is_one_clean_line_and_empty_only_without_words(text):
    name = title(text)
    assert name == name.strip()
    assert len(name.splitlines()) <= 1
    assert len(name) <= 141
    assert name or "](" in text or not any(map(str.isalpha, text))
    assert not set(name) & set("\u200b\u200d\ufeff\u2028")
