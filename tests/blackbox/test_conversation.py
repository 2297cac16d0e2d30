"""The main path: what a person does in Telegram, and what the real process answers."""

from __future__ import annotations

import pytest

from handlers.phrases import phrases
from tests.blackbox.conftest import People
from tests.blackbox.person import Person
from tests.blackbox.tdlib import Formatted, position
from tests.blackbox.transcript import Call
from tests.telegram import article

TRADE = article("01")
SAY = phrases("ru")
UNCLEAR = (
    "На станции зимует восемь человек. Потом их станет меньше, потому что часть приборов теперь работает сама, "
    "без людей. Так решили в институте, и спорить поздно."
)


@pytest.fixture
def card(anna: Person) -> Call:
    """The card of the trade article that Anna has forwarded."""
    anna.forwards(TRADE)
    return anna.sees()


@pytest.mark.parametrize("command", ["start", "help"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_everybody_is_met_in_their_language(people: People, language: str, command: str) -> None:
    assert people(language).asks(f"/{command}").text == phrases(language)(command)


def test_a_language_that_the_bot_does_not_speak_gets_russian(people: People) -> None:
    assert people("de-AT").asks("/start").text == SAY("start")


def test_a_forward_is_answered_with_its_card(card: Call) -> None:
    assert card.message["reply_to_message"]["text"] == TRADE
    assert "Товарооборот Казахстана и России достиг 28,4 млрд долларов" in card.text
    assert "Вестник" in card.text
    *suggested, longer, said, facts, delete = card.buttons
    assert suggested
    assert all(one.endswith("?") for one in suggested)
    assert [longer, said, facts, delete] == [SAY(f"button-{one}") for one in ("longer", "said", "facts", "delete")]


def test_a_suggested_question_is_answered_below_its_words(card: Call, anna: Person) -> None:
    answer = anna.clicks(card.buttons[0])
    assert answer.text.startswith(f"{card.buttons[0]}\n")
    assert answer.reply["quote"] in TRADE


def test_an_edited_question_changes_its_answer(card: Call, anna: Person) -> None:
    question = anna.writes("сколько стоит билет на Марс?")
    answer = anna.sees()
    anna.edits(question, "какой товарооборот?")
    mended = anna.sees()
    assert mended.message["message_id"] == answer.message["message_id"]
    assert "28,4 млрд долларов" in mended.text


def test_an_answer_quotes_its_sentence_in_the_persons_own_message(anna: Person) -> None:
    forward = anna.forwards(TRADE)
    anna.sees()
    answer = anna.asks("когда откроют первый торговый центр?")
    assert answer.reply["message_id"] == forward["message_id"]
    assert "откроют в Костанайской области в ноябре" in answer.reply["quote"]
    assert position(Formatted(TRADE), Formatted(answer.reply["quote"])) == answer.reply["quote_position"]


def test_a_quote_keeps_the_formatting_of_the_post(anna: Person) -> None:
    bold = {"type": "bold", "offset": TRADE.index("в Костанайской"), "length": len("в Костанайской области")}
    anna.forwards(TRADE, entities=[bold])
    anna.sees()
    answer = anna.asks("когда откроют первый торговый центр?")
    assert [one["type"] for one in answer.reply["quote_entities"]] == ["bold"]


def test_what_the_article_does_not_say_is_not_answered(card: Call, anna: Person) -> None:
    assert "ответа на это нет" in anna.asks("сколько стоит билет до Омска?").text


def test_a_card_grows_and_shrinks(card: Call, anna: Person) -> None:
    longer = anna.clicks(SAY("button-longer"))
    assert longer.message["message_id"] == card.message["message_id"]
    assert len(longer.text) > len(card.text)
    assert anna.clicks(SAY("button-shorter")).text == card.text


def test_a_button_pressed_twice_is_answered_twice(card: Call, anna: Person) -> None:
    anna.presses(SAY("button-longer"), times=2)
    assert len(anna.sees().text) > len(card.text)


def test_a_card_tells_who_said_what(card: Call, anna: Person) -> None:
    speakers = anna.clicks(SAY("button-said"))
    assert "Ерлан Сабитов · 2" in speakers.buttons
    statements = anna.clicks("Ерлан Сабитов · 2")
    assert statements.message["message_id"] == speakers.message["message_id"]
    assert "Мы рассчитываем выйти на отметку в 30 млрд долларов уже через два года" in statements.text


def test_a_statement_quotes_its_place_and_is_copied_and_shared(card: Call, anna: Person) -> None:
    anna.asks("/who Сабитов")
    shown = anna.clicks("2")
    assert shown.reply["message_id"] == card.reply["message_id"]
    assert "Мы рассчитываем выйти на отметку" in shown.reply["quote"]
    assert shown.buttons == [SAY("button-copy"), SAY("button-share"), SAY("button-context")]
    (copying, sharing), _ = shown.params["reply_markup"]["inline_keyboard"]
    assert "Ерлан Сабитов, министр" in copying["copy_text"]["text"]
    assert sharing["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fvestnik%2F77&text=")
    assert "Мы рассчитываем" in anna.clicks(SAY("button-context")).text


def test_an_answer_that_is_not_the_one_gives_way_to_the_next(card: Call, anna: Person) -> None:
    first = anna.asks("какой товарооборот?")
    assert first.buttons[-2:] == [SAY("button-another"), SAY("button-context")]
    stripped = anna.clicks(SAY("button-another"))
    assert (stripped.message["message_id"], stripped.buttons) == (first.message["message_id"], [SAY("button-context")])
    second = anna.sees()
    assert second.reply["quote"] != first.reply["quote"]
    assert SAY("button-another") in second.buttons


def test_an_answer_shows_its_context(card: Call, anna: Person) -> None:
    answer = anna.asks("когда откроют первый торговый центр?")
    context = anna.clicks(SAY("button-context"))
    assert context.message["message_id"] == answer.message["message_id"]
    assert "пять приграничных торговых центров" in context.text


def test_an_article_is_deleted_after_a_second_thought(card: Call, anna: Person) -> None:
    assert anna.clicks(SAY("button-delete")).buttons == [SAY("button-delete-yes"), SAY("button-delete-no")]
    assert anna.clicks(SAY("button-delete-no")).text == SAY("kept")
    assert anna.sees().buttons == card.buttons
    anna.clicks(SAY("button-delete"))
    assert "удалена" in anna.clicks(SAY("button-delete-yes")).text
    assert anna.asks("какой товарооборот?").text == SAY("nothing-yet")


def test_a_reply_to_chosen_words_is_about_them(anna: Person) -> None:
    forward = anna.forwards(TRADE)
    anna.sees()
    anna.replies(forward, "кто это сказал?", "Это не лозунг, а привычка бизнеса")
    assert "Павел Лугинин" in anna.sees().text


def test_a_text_that_could_be_either_is_kept_when_the_person_says_so(anna: Person) -> None:
    unclear = anna.asks(UNCLEAR)
    assert unclear.buttons == [SAY("button-keep"), SAY("button-ask")]
    assert "восемь человек" in anna.clicks(SAY("button-keep")).text
    assert anna.sees().method == "deleteMessage"


def test_the_list_opens_an_article(card: Call, anna: Person) -> None:
    assert anna.asks("/articles").buttons == ["1"]
    assert anna.clicks("1").text == card.text


def test_everything_is_deleted_after_a_second_thought(card: Call, anna: Person) -> None:
    assert anna.asks("/privacy").buttons == [SAY("button-forget")]
    anna.clicks(SAY("button-forget"))
    assert anna.clicks(SAY("button-forget-yes")).text == SAY("forgotten", count=1)
    assert anna.asks("/articles").text == SAY("articles-empty")


def test_an_unknown_command_is_told_so(anna: Person) -> None:
    assert anna.asks("/weather").text == SAY("unknown-command")


def test_one_persons_articles_are_nobody_elses(card: Call, people: People) -> None:
    assert people().asks("какой товарооборот?").text == SAY("nothing-yet")


def test_the_caption_of_a_forwarded_picture_is_an_article(anna: Person) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}]
    anna.forwards(photo=photo, caption=article("04")[:1000])
    card = anna.sees()
    assert "Мост через Каменку закроют на полгода" in card.text
    answer = anna.asks("кто объяснил, почему мост нельзя ремонтировать по частям?")
    assert "Руслан Гареев" in answer.reply["quote"]


def test_a_document_is_read(anna: Person) -> None:
    anna.sends_document("статья.txt", TRADE.encode())
    assert "28,4 млрд" in anna.sees().text


def test_a_voice_message_is_explained(anna: Person) -> None:
    anna.writes(voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
    assert anna.sees().text == SAY("other-voice")


def test_an_edited_post_is_read_anew(anna: Person) -> None:
    post = anna.forwards("Мост откроют в мае. Об этом сообщил мэр Иван Петров.")
    anna.sees()
    anna.edits(post, "Мост откроют в августе. Об этом сообщил мэр Иван Петров.")
    assert "августе" in anna.sees().text
    answer = anna.asks("когда откроют мост?")
    assert answer.reply["message_id"] == post["message_id"]
    assert "в августе" in answer.reply["quote"]


def test_an_edited_question_is_asked_again(card: Call, anna: Person) -> None:
    question = anna.writes("сколько стоит билет до Омска?")
    assert "ответа на это нет" in anna.sees().text
    anna.edits(question, "когда откроют первый торговый центр?")
    assert "в ноябре" in anna.sees().text
