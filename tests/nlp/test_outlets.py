"""Which media pass words on, which a text comes from, and whose comment it is."""

import pytest

import nlp
from nlp.model import Quote


def quotes(text: str) -> list[Quote]:
    return list(nlp.read(text).quotes)


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(quote.speaker.name if quote.speaker else None, quote.outlet) for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ("Мост закроют, рассказал «Известиям» эксперт Иван Петров.", "Иван Петров", "Известия"),
        ("Мэр Иван Петров рассказал в интервью газете «Коммерсантъ», что мост закроют.", "Иван Петров", "Коммерсантъ"),
        ("В эфире НТВ министр Анна Крылова заявила, что мост закроют.", "Анна Крылова", "НТВ"),
        ("Мост закроют, рассказали РИА Новости в пресс-службе завода.", "пресс-служба завода", "РИА Новости"),
        ("Мост закроют, сообщили «Коммерсанту» в банке.", "банк", "Коммерсантъ"),
        ("Мост закроют, сообщает ТАСС со ссылкой на источник в мэрии.", "источник в мэрии", "ТАСС"),
        ("Мост закроют, сообщил ТАСС источник в мэрии.", "источник в мэрии", "ТАСС"),
        ("«Мост закроют», — сказал Иван Петров (цитата по ТАСС).", "Иван Петров", "ТАСС"),
        ("Иван Петров заявил, что мост закроют, передает агентство Bloomberg.", "Иван Петров", "Bloomberg"),
        ("Иван Петров заявил, что мост закроют. Об этом сообщает baq.kz.", "Иван Петров", "baq.kz"),
        ("The Times призвала мэра закрыть мост.", "The Times", None),
        ("Главный редактор «Коммерсанта» Иван Петров заявил, что мост закроют.", "Иван Петров", None),
        ("Корреспондент РИА Новости передает, что мост закроют.", "корреспондент РИА Новости", None),
    ],
)
def test_words_have_their_speaker_and_the_medium_that_passed_them_on(
    text: str, speaker: str, outlet: str | None
) -> None:
    assert told(text) == [(speaker, outlet)]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Мост закроют, передает BAQ.KZ со ссылкой на vybor-naroda.org.", ("BAQ.KZ", "vybor-naroda.org")),
        ("Мост закроют, пишет Reuters.", ("Reuters",)),
        ("Мост закроют, пишет The Harbour Chronicle.", ("The Harbour Chronicle",)),
        ("Издание Лента.ру сообщает, что мост закроют.", ("Лента.ру",)),
        ("Мост закроют, сообщает канал BFMTV.", ("BFMTV",)),
        ("По данным «Ведомостей», мост закроют.", ("Ведомости",)),
        ("Мост закроют через год, — Reuters.", ("Reuters",)),
        ("Как пишет британская газета «Труд», мост закроют.", ("Труд",)),
        ("По данным агентства Reuters, мост закроют. Агентство отмечает, что объезда нет.", ("Reuters",)),
        ("Мост закроют, передают местные СМИ.", ("СМИ",)),
        ("Мост закроют, — СМИ.", ("СМИ",)),
        ("Мост закроют — местные СМИ", ("СМИ",)),
        ("Reuters: мост закроют до весны. По информации издания, объезда нет.", ("Reuters",)),
        ("ТАСС: Мост закроют до весны", ("ТАСС",)),
        ("Мост закроют, пишут газеты.", ("газеты",)),
        ("Мост закроют, передаёт BAQ.KZ со ссылкой на vybor-naroda.org.", ("BAQ.KZ", "vybor-naroda.org")),
        ("Мост закроют. Объезд готов.\n\nИсточник: Zakon.kz", ("Zakon.kz",)),
        ("📌 Источник — КазТАГ\n\nМост закроют.", ("КазТАГ",)),
        ("Мост закроют.\nИсточник: «Степной вестник».", ("Степной вестник",)),
        ("Мост закроют.\nИсточник: пресс-служба мэрии", ()),
        ("Мост закроют. Фото: РИА Новости.", ()),
        ("Мост закроют, сообщает мэрия.", ()),
    ],
)
def test_media_named_at_the_beginning_are_what_the_text_comes_from(text: str, outlets: tuple[str, ...]) -> None:
    reading = nlp.read(text)
    assert reading.outlets == outlets
    assert all(quote.outlet is None for quote in reading.quotes)


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Көпір жабылады, деп хабарлайды BAQ.KZ. Айналма жол дайын.", ("BAQ.KZ",)),
        ("BAQ.KZ хабарлауынша, көпір жабылады. Айналма жол дайын.", ("BAQ.KZ",)),
        ("Көпір жабылады. Айналма жол дайын, жөндеу бір жылға созылады.\n\nДереккөз: Zakon.kz", ("Zakon.kz",)),
        ("Көпір жабылады. Айналма жол дайын.\n\nДереккөз: әкімдік қызметі", ()),
        ("The bridge will close in May, Reuters reported, citing the town hall.", ("Reuters",)),
        ("Reuters reported on Monday that the bridge will close in May.", ("Reuters",)),
        (
            "The bridge will close in May. A detour is ready.\n\nSource: The Harbour Chronicle",
            ("The Harbour Chronicle",),
        ),
    ],
)
def test_so_they_are_in_kazakh_and_english(text: str, outlets: tuple[str, ...]) -> None:
    assert nlp.read(text).outlets == outlets


def test_words_are_found_whether_or_not_their_letters_have_dots() -> None:
    dotted = (
        "Иван Петров ведёт приём и даёт советы. «Мост закроют», — передаёт его слова пресс-служба. Всё идёт к тому."
    )
    assert told(dotted) == told(dotted.replace("ё", "е"))


LONG = "Мост построили осенью. Его ждали десять лет. Стройка шла зимой и летом. На ней работали сорок человек. "


def test_a_medium_named_once_in_the_middle_passes_on_a_statement_of_its_own() -> None:
    reading = nlp.read(f"{LONG}Как пишет «Коммерсантъ», мост подорожал вдвое. {LONG}")
    assert reading.outlets == ()
    assert [(quote.speaker, quote.outlet) for quote in reading.quotes] == [(None, "Коммерсантъ")]


def test_a_medium_named_at_the_end_is_what_the_text_comes_from() -> None:
    assert nlp.read(f"{LONG}{LONG}Об этом сообщает Zakon.kz.").outlets == ("Zakon.kz",)


def test_the_nearest_of_several_media_comes_first() -> None:
    text = f"Мост подорожал, сообщает Zakon.kz. {LONG}{LONG}Об этом сообщает Reuters."
    assert nlp.read(text).outlets == ("Zakon.kz", "Reuters")


COMMENT = (
    "Мост надо чинить. Так считает инженер Иван Петров. По словам Ивана Петрова, опоры стоят сорок лет. "
    "«Металл устал, — сказал он. — Ждать нельзя». Петров добавил, что объезд готов. Он уверен, что ремонт займёт год."
)


def test_a_text_of_one_persons_words_is_that_persons_comment() -> None:
    commentator = nlp.read(COMMENT).commentator
    assert commentator is not None
    assert (commentator.name, commentator.title) == ("Иван Петров", "инженер")


@pytest.mark.parametrize(
    "text",
    [
        COMMENT + " Анна Крылова возразила, что денег нет. Мэр Олег Белов заявил, что мост новый.",
        COMMENT + " " + LONG + LONG,
        "Иван Петров сказал, что мост надо чинить.",
        LONG,
        "",
    ],
)
def test_a_text_that_tells_more_is_nobodys_comment(text: str) -> None:
    assert nlp.read(text).commentator is None


def test_outlets_and_commentator_outlive_the_archive() -> None:
    reading = nlp.read(COMMENT + " Об этом сообщает Zakon.kz.")
    assert nlp.load(nlp.dump(reading), reading.text) == reading
