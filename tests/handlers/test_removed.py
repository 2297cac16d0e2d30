"""«Что убрано»: what stands around an article is not read, stays in its text, and can be seen."""

import pytest

import nlp
from handlers.phrases import LOCALES, phrases
from nlp import Reading
from storage.records import ChatId
from tests.telegram import Friend, Server, only, quoted, said

NEWS = (
    "Новый мост через Иртыш открыли в Павлодаре в субботу, сообщил акимат области. Он соединил два берега в черте "
    "города. Строительство длилось четыре года и обошлось в 42 млрд тенге. По мосту смогут проезжать до 30 тысяч машин."
)
AROUND = "🔴 Подписаться | Прислать новость\n#павлодар #мост"


async def reading_of(anna: Friend) -> Reading:
    article = await anna.server.archive.latest(ChatId(anna.person.chat.id))
    assert article
    return article.reading


async def test_the_text_stays_as_it_came_and_the_reading_does_without(anna: Friend) -> None:
    await anna.forwards(f"{NEWS}\n\n{AROUND}")
    reading = await reading_of(anna)
    assert reading.text == f"{NEWS}\n\n{AROUND}"
    assert reading.sentences[-1].text == "По мосту смогут проезжать до 30 тысяч машин."


async def test_what_was_removed_is_shown_line_by_line(anna: Friend) -> None:
    await anna.forwards(f"{NEWS}\n\n{AROUND}")
    assert quoted(await anna.clicks("Что убрано")) == [AROUND]


@pytest.mark.parametrize("around", ["", "\n\n🔥🔥🔥\n———"])
async def test_there_is_no_button_where_no_words_were_removed(anna: Friend, around: str) -> None:
    await anna.forwards(NEWS + around)
    assert "Что убрано" not in anna.buttons()


async def test_much_that_was_removed_fits_into_one_message(anna: Friend) -> None:
    await anna.forwards(NEWS + "".join(f"\n\nЧитайте также: {'мост ' * 20}{number}" for number in range(60)))
    assert only(await anna.clicks("Что убрано")).text


async def test_the_button_of_an_article_that_lost_its_signature_says_so(anna: Friend) -> None:
    card = only(await anna.forwards(f"{NEWS}\n\n{AROUND}"))
    keys = [key for row in card.reply_markup.inline_keyboard for key in row] if card.reply_markup else []
    data = next(one.callback_data for one in keys if one.text == "Что убрано")
    await anna.edits(anna.sent, NEWS)
    assert "уже не работает" in said(await anna.presses(card, data or ""))


async def test_an_article_that_is_read_again_is_cleaned_again(
    anna: Friend, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await anna.forwards(f"{NEWS}\n\n{AROUND}")
    monkeypatch.setattr(nlp, "VERSION", nlp.VERSION + 1)
    await server.restart()
    reading = await reading_of(anna)
    assert "Подписаться" not in " ".join(one.text for one in reading.sentences)


@pytest.mark.parametrize("language", LOCALES)
async def test_the_button_speaks_every_language(server: Server, language: str) -> None:
    somebody = server.somebody(language=language)
    await somebody.forwards(f"{NEWS}\n\n{AROUND}")
    shown = await somebody.clicks(phrases(language)("button-removed"))
    assert phrases(language)("removed-why") in said(shown)
