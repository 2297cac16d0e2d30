"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Правительство утвердило бюджет на три года.", "ru"),
        ("Кто это сказал?", "ru"),
        ("Где находится Mercedes-Benz Arena?", "ru"),
        ("ПРАВИТЕЛЬСТВО УТВЕРДИЛО БЮДЖЕТ", "ru"),
        ("Президент Қасым-Жомарт Тоқаев подписал закон о дорогах и мостах.", "ru"),
        ("Үкімет үш жылға арналған бюджетті бекітті.", "kk"),
        ("Бұл кім?", "kk"),
        ("The government approved a budget for three years.", "en"),
        ("Who said that?", "en"),
        ("Уряд затвердив бюджет на три роки, щоб її виконати.", "uk"),
        ("Президент України зустрівся з міністром.", "uk"),
        ("Хто це сказав?", "uk"),
        ("Урад зацвердзіў бюджэт на тры гады, каб яго выканаць.", "be"),
        ("Өкмөт үч жылга бюджетти бекитти, көпүрөлөр үчүн.", "ky"),
        ("Влада је усвојила буџет за три године.", "sr"),
        ("Die Regierung hat den Haushalt für das Jahr beschlossen.", "de"),
        ("მთავრობამ ბიუჯეტი დაამტკიცა", "ka"),
    ],
)
def test_a_language_is_told(text, language):
    assert detect(text) == language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("сколько?", "ru"),
        ("скока стоит", "ru"),
        ("кто автор?", "ru"),
        ("зарплата учителя", "ru"),
        ("кім айтты?", "kk"),
        ("қанша?", "kk"),
        ("канша?", "kk"),
        ("Кайда?", "kk"),
        ("who said it?", "en"),
        ("how much?", "en"),
        ("What's Thomas Baker's job?", "en"),
    ],
)
def test_the_language_of_a_short_question_is_told(question, language):
    assert detect(question) == language


@pytest.mark.parametrize(
    "text",
    [
        "Красота!",
        "Страна тополей.",
        "Палата депутатов, нижняя палата парламента Чили.",
        "Лимон и сок лимона, 80 гр.",
        "Телеканал «Київ» показал репортаж о новом мосте.",
        "Группа выпустила альбом Songs of the Cold River с двумя синглами.",
    ],
)
def test_russian_of_few_letters_or_with_foreign_names_is_russian(text):
    assert detect(text) == "ru"


@pytest.mark.parametrize(
    "text",
    [
        "Французша мост (le pont, un pont) — көпір, бұл сөз ұмытылған.",
        "«Новые дороги, новые мосты» деп аталатын жоба аяқталды.",
    ],
)
def test_kazakh_with_a_foreign_title_or_gloss_is_kazakh(text):
    assert detect(text) == "kk"


def test_english_without_its_commonest_words_is_told_by_its_endings():
    assert detect("Breaking: flooded roads closed, officials warning drivers") == "en"


@pytest.mark.parametrize("text", ["Trump", "да", "Apple Vision Pro"])
def test_a_name_or_a_word_of_several_languages_tells_nothing(text):
    assert detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Укимет уш жылга арналган бюджетти бекитти",
        "Казакстанда жана мектептер ашылды, балалар окуга барды",
        "Ол не деди?",
        "Мектепке канша бала барды?",
        "Бугин жана коператив ашылды",
    ],
)
def test_kazakh_typed_without_its_letters_is_kazakh(text):
    assert detect(text) == "kk"


@pytest.mark.parametrize("text", ["", " ", "12 345", "👍👍", "?!", "https://example.com/a", "#тег", "\u200b", "\ud800"])
def test_without_words_nothing_can_be_told(text):
    assert detect(text) is None


def test_a_post_in_two_languages_gets_the_one_most_of_it_is_written_in():
    kazakh = "Астанада жаңа көпір ашылды. Көпірдің ұзындығы бір шақырым, құрылысы екі жылға созылды."
    russian = "В Астане открыли новый мост."
    assert detect(f"{kazakh}\n\n{russian}") == "kk"
    assert (
        detect(f"{russian} Его длина — километр, строительство заняло два года и стоило дорого.\n\nЖаңа көпір.") == "ru"
    )


@given(st.text())
def test_any_string_gets_a_code_or_none(text):
    code = detect(text)
    assert code is None or (len(code) == 2 and code.islower())
