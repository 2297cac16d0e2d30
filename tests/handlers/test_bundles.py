"""What arrives at once: albums, texts in parts, forwards with a word beside them."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe
from aiogram.types import Chat, PhotoSize
from aiogram.utils.formatting import sizeof

from bot.local_telegram import Shown
from handlers.keyboards import LISTED
from handlers.pieces import is_cut
from handlers.reader import Reader, TooLongError
from nlp import Reading
from nlp.progress import Progress, silent
from storage.archive import read_in_thread
from storage.records import ChatId
from tests.telegram import Friend, Server, article, only, quoted, said

ANNA = ChatId(100)
CHAT = {"id": 100, "first_name": "Анна", "type": "private"}
FROM = {"id": 100, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
ORIGIN = {
    "type": "channel",
    "chat": {"id": -1001234567890, "title": "Вестник", "username": "vestnik", "type": "channel"},
    "message_id": 401,
    "date": 1795370000,
}
PHOTO = {"photo": [{"file_id": "AgACAgIAAx", "file_unique_id": "AQADx", "file_size": 1200, "width": 90, "height": 60}]}
CAPTION = (
    "Пожар на складе в Шымкенте\n\nСклад бытовой техники загорелся в Шымкенте ночью 12 мая. "
    "Огонь охватил 800 квадратных метров, сообщили в ДЧС. Пожарные тушили склад пять часов."
)


def raw(**fields: Any) -> dict[str, Any]:
    """A message as Telegram tells of it; what it is forwarded from, in the old fields too."""
    return {"message_id": 0, "from": FROM, "chat": CHAT, "date": 1795372400, **fields}


def forwarded_album(*captions: str | None) -> list[dict[str, Any]]:
    """The pictures of a post, each with the next caption."""
    posts = [{**ORIGIN, "message_id": 401 + number} for number in range(len(captions))]
    old = {"forward_from_chat": ORIGIN["chat"], "forward_date": ORIGIN["date"], "media_group_id": "13870123456789"}
    return [
        raw(**PHOTO, **old, forward_origin=post, **({"caption": caption} if caption else {}))
        for post, caption in zip(posts, captions, strict=True)
    ]


def parts_of(text: str, limit: int = 4096) -> list[str]:
    """A long text as a client cuts it, at the last line that ends below the limit; Telegram trims each part."""
    if sizeof(text) <= limit:
        return [text]
    cut = text.rindex("\n", 0, limit)
    return [text[:cut].strip(), *parts_of(text[cut:].strip(), limit)]


def long_text() -> str:
    """Some articles below each other, too long for one message."""
    return "\n".join(article(number) for number in ("01", "02", "05", "06", "07", "08"))


def replied(shown: list[Shown]) -> int | None:
    message = shown[-1].message
    return message.reply_to_message.message_id if message and message.reply_to_message else None


async def balking(text: str, title: str | None, progress: Progress = silent) -> Reading:
    """A reader for which some texts are too long."""
    if text.startswith("Нечитаемое"):
        raise TooLongError
    return await read_in_thread(text, title, progress)


async def breaking(text: str, title: str | None, progress: Progress = silent) -> Reading:
    """A reader that fails at some texts as nobody foresaw."""
    if text.startswith("Нечитаемое"):
        raise RuntimeError(f"cannot read: {text}")
    return await read_in_thread(text, title, progress)


async def leaving_out(text: str, title: str | None, progress: Progress = silent) -> Reading | None:
    """A reader that makes nothing of some texts, so that they cannot be saved."""
    return None if text.startswith("Нечитаемое") else await read_in_thread(text, title, progress)


async def out_of_reach(text: str, title: str | None, progress: Progress = silent) -> Reading:
    """A reader that Telegram keeps from reading."""
    raise TelegramNetworkError(GetMe(), "away")


async def count(server: Server) -> int:
    return await server.archive.count(ANNA)


async def test_an_album_is_one_article_with_its_caption(anna: Friend) -> None:
    shown = await anna.sends(*forwarded_album(None, CAPTION, None))
    assert "Склад бытовой техники" in said(shown)
    assert "Вестник" in only(shown).text if only(shown).text else False
    assert await count(anna.server) == 1


async def test_every_picture_of_an_album_belongs_to_its_article(anna: Friend) -> None:
    await anna.sends(*forwarded_album(None, CAPTION, None))
    pictures = [one for one in anna.server.telegram.messages.values() if one.photo]
    await anna.forwards(article("01"))
    for picture in pictures:
        assert "800 квадратных метров" in said(await anna.replies(picture, "какую площадь охватил огонь?"))


async def test_an_answer_quotes_the_picture_that_has_the_caption(anna: Friend) -> None:
    await anna.sends(*forwarded_album(None, CAPTION, None))
    held = next(one for one in anna.server.telegram.messages.values() if one.caption)
    shown = await anna.writes("сколько часов тушили склад?")
    assert replied(shown) == held.message_id
    assert only(shown).quote


async def test_captions_of_several_pictures_are_joined(anna: Friend) -> None:
    await anna.sends(*forwarded_album(CAPTION, "Вторую ночь над городом стоял дым, уроки в школах отменили."))
    shown = await anna.writes("что отменили в школах?")
    assert "уроки в школах отменили" in said(shown)
    assert await count(anna.server) == 1


async def test_an_album_without_words_gets_one_word(anna: Friend) -> None:
    assert only(await anna.sends(*forwarded_album(*[None] * 10))).text
    assert await count(anna.server) == 0


async def test_a_text_that_the_client_cut_is_one_article(anna: Friend) -> None:
    parts = parts_of(long_text())
    assert len(parts) > 2
    only(await anna.sends(*[raw(text=part) for part in parts]))
    kept = await anna.server.archive.latest(ANNA)
    assert kept is not None
    assert kept.text.split() == long_text().split()


async def test_an_answer_quotes_the_part_that_holds_it(anna: Friend) -> None:
    parts = parts_of(long_text())
    await anna.sends(*[raw(text=part) for part in parts])
    sent = {one.text: one.message_id for one in anna.server.telegram.messages.values()}
    for asked, answer in (
        ("сколько зрителей наблюдали за игрой?", "5200"),
        ("за сколькими колониями наблюдали исследователи?", "38 колониями"),
        ("когда собрание акционеров?", "18 сентября"),
    ):
        shown = await anna.writes(asked)
        assert answer in said(shown)
        quote = only(shown).quote
        assert quote is not None
        assert replied(shown) == next(sent[part] for part in parts if quote.text in part)


async def test_a_sentence_that_the_cut_went_through_is_answered_by_a_plain_reply(anna: Friend) -> None:
    before = "Заседание шло долго и спокойно. " * 128
    cut = "В конце его министр Ерлан Сабитов неожиданно сказал, что"
    after = "новый порт в Актау откроют через девять лет. Заседание закрыли."
    await anna.sends(raw(text=before + cut), raw(text=after))
    first = min(number for _, number in anna.server.telegram.messages)
    shown = await anna.writes("через сколько лет откроют порт в Актау?")
    assert quoted(shown) == [f"{cut} {after.partition('. ')[0]}."]
    assert replied(shown) == first
    assert only(shown).quote is None


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("слово " * 660, "конец.", True),  # nothing but white space near the limit
        ("Абзац.\n\n" * 300, "а" * 1800, True),  # the next paragraph did not fit
        ("Абзац.\n\n" * 300, "Следующий абзац.\n\nИ ещё.", False),  # it would have
        ("Абзац.\n\n" * 200, "а" * 4000, False),  # no client cuts so early
    ],
)
def test_a_client_cuts_where_no_more_would_have_fitted(before: str, after: str, joined: bool) -> None:
    assert is_cut(before.strip(), after) == joined


async def test_a_comment_before_a_forward_is_a_question_about_it(anna: Friend) -> None:
    await anna.forwards(article("01"))
    card, answer = await anna.sends(anna.written("сколько стоит ремонт моста?"), anna.forwarded(article("04")))
    assert "Мост через Каменку" in said([card])
    assert "312 млн" in said([answer])


async def test_a_comment_after_a_forward_is_a_question_about_it(anna: Friend) -> None:
    card, answer = await anna.sends(anna.forwarded(article("04")), anna.written("кто такой Гареев?"))
    assert "Мост через Каменку" in said([card])
    assert "Руслан Гареев" in said([answer])


async def test_a_question_that_the_article_does_not_answer_is_refused(anna: Friend) -> None:
    _, answer = await anna.sends(anna.forwarded(article("04")), anna.written("сколько лет космонавту?"))
    assert "ответа на это нет" in said([answer])


@pytest.mark.parametrize(
    "remark", ["смотри какой ужас", "какой ужас!", "👍", "Вот тебе раз. Кто бы мог подумать.", "привет"]
)
async def test_a_remark_is_answered_by_the_card(anna: Friend, remark: str) -> None:
    await anna.forwards(article("01"))
    assert "Мост через Каменку" in said(
        [only_shown(await anna.sends(anna.written(remark), anna.forwarded(article("04"))))]
    )
    assert await count(anna.server) == 2


def only_shown(shown: list[Shown]) -> Shown:
    (one,) = shown
    return one


async def test_a_word_shapes_the_card(anna: Friend) -> None:
    usual = quoted(await anna.forwards(article("01")))[0]
    await anna.clicks("Удалить")
    await anna.clicks("Да, удалить")
    short = quoted(await anna.sends(anna.written("Коротко, пожалуйста"), anna.forwarded(article("01"))))[0]
    long = quoted(await anna.sends(anna.forwarded(article("01")), anna.written("подробно")))[0]
    assert len(short) < len(usual) < len(long)


async def test_who_said_what_and_the_facts_come_below_the_card(anna: Friend) -> None:
    _, speakers = await anna.sends(anna.written("кто что сказал?"), anna.forwarded(article("01")))
    assert "Ерлан Сабитов, министр торговли" in said([speakers])
    _, facts = await anna.sends(anna.written("факты"), anna.forwarded(article("01")))
    assert said([facts]).startswith("Факты")


async def test_several_forwards_are_listed_in_one_answer(anna: Friend) -> None:
    shown = said(
        await anna.sends(
            *[
                raw(text=article(one), forward_origin=ORIGIN | {"message_id": number})
                for number, one in enumerate(("01", "04", "05"))
            ]
        )
    )
    assert "Прочитано: 3 статьи" in shown
    assert shown.index("1. Товарооборот") < shown.index("2. Мост через Каменку") < shown.index("3. «Беркуты»")
    assert "[1]\n[2]\n[3]\n[Сводка по ним]" in shown


async def test_a_button_of_the_list_opens_an_article(anna: Friend) -> None:
    await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04")))
    assert "Мост через Каменку" in said(await anna.clicks("2"))
    assert "Удалить" in anna.buttons()


async def test_what_is_known_already_is_marked_in_the_list(anna: Friend) -> None:
    await anna.forwards(article("04"))
    shown = said(await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04"))))
    assert shown.count("уже есть") == 1
    assert shown.index("Мост через Каменку") < shown.index("уже есть")


async def test_the_digest_of_a_list_tells_of_nothing_else(anna: Friend) -> None:
    await anna.forwards(article("02"))
    await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04")))
    await anna.forwards(article("05"))
    shown = said(await anna.clicks("Сводка по ним"))
    assert shown.startswith("Сводка: 2 новые статьи")
    assert "Товарооборот" in shown
    assert "Мост" in shown


async def test_a_digest_of_a_list_opens_its_stories_and_comes_back(anna: Friend) -> None:
    later = CAPTION.replace("пять часов", "всю ночь").replace("800", "900").replace("загорелся", "сгорел")
    await anna.sends(anna.forwarded(CAPTION), anna.forwarded(later, "Вечер"), anna.forwarded(article("05")))
    shown = said(await anna.clicks("Сводка по ним"))
    assert "2 события" in shown
    assert "Об этом 2 статьи" in said(await anna.clicks("1"))
    assert said(await anna.clicks("« К сводке")) == shown


async def test_a_digest_whose_articles_are_gone_says_so(anna: Friend) -> None:
    await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04")))
    await anna.server.archive.forget(ANNA)
    (gone,) = await anna.clicks("Сводка по ним")
    assert gone.alert


async def test_many_forwards_are_one_list_that_fits(anna: Friend) -> None:
    paragraphs = "\n\n".join(article(f"0{number}") for number in range(1, 9)).split("\n\n")
    texts = [one for one in paragraphs if one.count(". ") > 1][: LISTED + 5]
    shown = await anna.sends(*[anna.forwarded(one, "Очень длинное имя канала " * 5, n) for n, one in enumerate(texts)])
    assert len(texts) == LISTED + 5
    text = said(shown[-1:])
    assert text.startswith(f"Прочитано: {len(texts)} статей")
    assert "И ещё 5 статей в списке /articles" in text
    assert f"[{LISTED}]\n[Сводка по ним]" in text


async def test_a_question_with_several_forwards_is_asked_of_them(anna: Friend) -> None:
    listed, answer = await anna.sends(
        anna.written("сколько стоит ремонт моста?"), anna.forwarded(article("01")), anna.forwarded(article("04"))
    )
    assert "2 статьи" in said([listed])
    assert "312 млн" in said([answer])


async def test_a_short_list_has_titles_only(anna: Friend) -> None:
    shown = await anna.sends(anna.written("коротко"), anna.forwarded(article("01")), anna.forwarded(article("04")))
    assert not quoted(shown)
    assert "Мост через Каменку" in said(shown)


async def test_an_article_that_cannot_be_read_does_not_lose_the_others(server: Server) -> None:
    server.dispatcher["reader"] = balking
    anna = server.somebody()
    shown = said(
        await anna.sends(
            anna.forwarded(article("01")), anna.forwarded("Нечитаемое. Совсем."), anna.forwarded(article("04"))
        )
    )
    assert "2 статьи" in shown
    assert "Прочитать не получилось:\n• Нечитаемое. Совсем. — Для меня это слишком длинно" in shown


@pytest.mark.parametrize("reader", [breaking, leaving_out])
async def test_an_unknown_failure_with_one_article_does_not_lose_the_others(
    server: Server, caplog: pytest.LogCaptureFixture, reader: Reader
) -> None:
    server.dispatcher["reader"] = reader
    anna = server.somebody()
    texts = article("01"), "Нечитаемое. Совсем.", article("04")
    shown = said(await anna.sends(*[anna.forwarded(one) for one in texts]))
    assert "2 статьи" in shown
    assert await count(server) == 2
    number = re.search("• Нечитаемое. Совсем. — Что-то сломалось.* номер ([0-9a-f]{6})", shown)
    assert number
    assert f"incident {number[1]}" in caplog.text
    assert "Нечитаемое" not in caplog.text


async def test_where_telegram_is_away_the_whole_bundle_is_to_be_tried_again(server: Server) -> None:
    server.dispatcher["reader"] = out_of_reach
    anna = server.somebody()
    with pytest.raises(TelegramNetworkError):
        await anna.sends(anna.forwarded(article("01")), anna.forwarded(article("04")))


async def test_what_is_kept_when_the_person_stops_it_stays(server: Server) -> None:
    async def stopped(text: str, title: str | None, progress: Progress = silent) -> Reading:
        if "Мост" in text:
            server.dispatcher["works"].stop_all(ANNA, before=1000)
            await asyncio.Event().wait()
        return await read_in_thread(text, title, progress)

    server.dispatcher["reader"] = stopped
    anna = server.somebody()
    shown = said(await anna.sends(*[anna.forwarded(article(one)) for one in ("01", "04", "05")]))
    assert "Прочитано: 1 статья" in shown
    assert shown.count("вы отменили") == 2
    assert await count(server) == 1


async def test_without_an_article_each_message_is_answered_in_order(anna: Friend) -> None:
    await anna.forwards(article("04"))
    hello, answer = await anna.sends(anna.written("привет"), anna.written("сколько стоит ремонт моста?"))
    assert "Здравствуйте" in said([hello])
    assert "312 млн" in said([answer])


async def test_what_has_a_topic_of_its_own_is_answered_by_that(anna: Friend) -> None:
    picture = PhotoSize(file_id="p", file_unique_id="p", width=90, height=60)
    shown = await anna.sends(anna.forwarded(photo=[picture]), anna.forwarded(article("04")), anna.written("/articles"))
    assert len(shown) == 3
    assert "Мост через Каменку" in said(shown[1:2])
    assert "1 статья" in said(shown[2:])


async def test_a_bundle_of_a_stranger_is_refused_once(server: Server) -> None:
    server.allowed_users = frozenset({1})
    await server.restart()
    boris = server.somebody(200)
    assert "личный" in (only(await boris.sends(boris.written("привет"), boris.forwarded(article("01")))).text or "")


async def test_in_a_group_only_who_addresses_the_bot_is_answered(server: Server) -> None:
    group = Chat(id=-1005, type="supergroup", title="Редакция")
    anna, boris = server.somebody(chat=group), server.somebody(200, chat=group)
    assert await anna.sends(anna.written("кто идёт обедать?"), boris.forwarded(article("01"))) == []
    shown = await anna.sends(
        anna.written("обедать?"), boris.forwarded(article("04")), boris.written("@verbatim_bot кто такой Гареев?")
    )
    assert [bool(one.message and one.message.quote) for one in shown] == [False, True]
