"""From an answer on: «Ещё», «Не то», «Контекст», «Во всех статьях»."""

from __future__ import annotations

import pytest

from handlers.buttons import OnAnswer
from storage.records import ChatId
from tests.telegram import Friend, Server, article, only, quoted, said


async def test_more_shows_answers_that_were_not_shown_yet(anna: Friend) -> None:
    await anna.forwards(article("01"))
    shown = await anna.writes("что говорили о торговле?")
    sentences = quoted(shown)
    while "[Ещё]" in said(shown[-1:]):
        shown = (await anna.clicks("Ещё"))[-1:]
        sentences += quoted(shown)
        assert len(sentences) < 30
    assert len(sentences) > 3
    assert len(set(sentences)) == len(sentences)


WINTERS = (
    "Зима в посёлке началась в ноябре. Снега выпало двадцать сантиметров. Дороги чистят три машины.",
    "Зима в городе началась в декабре. Снега почти нет. Катки открылись только в январе.",
    "Зима на острове началась в октябре. Ветер сносит крыши. Паром стоит.",
)


async def not_these(anna: Friend) -> list[str]:
    """The sentences that «Не то» shows one after the other, until it says that there is nothing nearer."""
    shown = []
    while len(shown) < 20:
        *_, last = await anna.clicks("Не то")
        if last.message is None or last.edited:
            return shown
        quote = next(one for one in last.message.entities or [] if one.type == "blockquote")
        shown.append(quote.extract_from(last.message.text or ""))
    raise AssertionError("«Не то» never ends")


async def test_not_this_goes_through_the_article_and_then_the_others_and_repeats_nothing(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    (first,) = await anna.writes("когда началась зима?")
    assert "в октябре" in said([first])
    others = await not_these(anna)
    assert {"Зима в посёлке началась в ноябре.", "Зима в городе началась в декабре."} <= set(others)
    assert len(set(others)) == len(others)
    assert not any("в октябре" in one for one in others)


async def test_not_this_stands_under_an_answer_from_another_article_and_survives_a_restart(anna: Friend) -> None:
    for text in (*WINTERS, article("05")):
        await anna.forwards(text)
    assert "Нашлось в другой" in said(await anna.writes("когда началась зима?"))
    shown = [said(await anna.clicks("Не то"))]
    await anna.server.restart()
    shown.append(said(await anna.clicks("Не то")))
    months = [month for text in shown for month in ("ноябре", "декабре") if f"началась в {month}" in text]
    assert sorted(months) == ["декабре", "ноябре"]


async def test_after_the_last_the_bot_says_kindly_that_nothing_is_nearer(anna: Friend) -> None:
    await anna.forwards(WINTERS[0])
    await anna.writes("сколько машин чистят дороги?")
    await not_these(anna)
    assert anna.server.shown[-2].alert == "Ближе к вопросу ничего не нашлось. Попробуйте спросить другими словами."
    with pytest.raises(LookupError):
        await anna.clicks("Не то")


async def test_an_answer_cannot_be_refused_twice(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    answer = only(await anna.writes("когда началась зима?"))
    pressed = OnAnswer(do="another").pack()
    edited, another = await anna.clicks("Не то")
    assert "[Не то]" not in said([edited])
    assert "[Контекст]" in said([edited])
    again = await anna.presses(answer, pressed)
    assert not set(quoted([another])) & set(quoted(again))


async def test_the_same_question_asked_anew_has_its_first_answer_again(anna: Friend) -> None:
    for text in WINTERS:
        await anna.forwards(text)
    first = said(await anna.writes("когда началась зима?"))
    await anna.clicks("Не то")
    assert said(await anna.writes("когда началась зима?")) == first


async def test_not_this_never_shows_the_words_of_somebody_else(anna: Friend) -> None:
    await anna.forwards(article("01"))
    answer = only(await anna.writes("что говорили о торговле?"))
    assert "— Ерлан Сабитов" in said(await anna.replies(answer, "а Сабитов?"))
    assert not any("приграничных торговых центров" in one for one in await not_these(anna))


FLOODS = (
    "Паводок в Озёрске начался в апреле. Вода поднялась на два метра. Жители уехали к родным.",
    "Паводок в Лугове начался в мае. Дамбу укрепили мешками с песком. Школы закрыты.",
    "Паводок в Боровом начался в июне. Мост снесло ночью. Помощь везут лодками.",
    "Паводок в Каменке начался в июле. Посевы пропали. Скот вывезли на холмы.",
)


async def all_floods(anna: Friend) -> None:
    for place, text in zip(("Озеро", "Луг", "Бор", "Камень"), FLOODS, strict=True):
        await anna.forwards(text, place)


async def test_in_all_articles_shows_what_each_says_with_its_title_and_source(anna: Friend) -> None:
    await all_floods(anna)
    answer = only(await anna.writes("когда начался паводок?"))
    assert "в июле" in (answer.text or "")
    shown = (await anna.clicks("Во всех статьях"))[-1:]
    assert said(shown).startswith("Вот что об этом в ваших статьях:")
    assert 2 <= len({month for month in ("апреле", "мае", "июне", "июле") if month in said(shown)}) <= 3
    assert said(shown).count("12 ноября 2026") == len(quoted(shown)) == 3
    assert sum(place in said(shown) for place in ("Озеро", "Луг", "Бор", "Камень")) == 3


async def test_after_the_best_articles_come_the_others_also_after_a_restart(anna: Friend) -> None:
    await all_floods(anna)
    await anna.writes("когда начался паводок?")
    first = quoted((await anna.clicks("Во всех статьях"))[-1:])
    await anna.server.restart()
    shown = (await anna.clicks("Ещё"))[-1:]
    assert not set(first) & set(quoted(shown))
    started = [one for one in (*first, *quoted(shown)) if "начался" in one]
    assert len(started) == 4


async def test_in_all_articles_is_a_button_only_where_there_are_others(anna: Friend) -> None:
    await anna.forwards(FLOODS[0])
    assert "[Во всех статьях]" not in said(await anna.writes("когда начался паводок?"))
    await anna.forwards(article("05"))
    assert "[Во всех статьях]" in said(await anna.replies(anna.sent, "кто забил решающий гол?"))


async def test_where_no_other_article_answers_the_button_says_so(anna: Friend) -> None:
    await anna.forwards(article("05"))
    await anna.forwards(FLOODS[0])
    await anna.writes("когда начался паводок?")
    *_, alert = [one.alert for one in await anna.clicks("Во всех статьях") if one.alert]
    assert alert == "В других статьях об этом ничего не нашлось."
    assert "Во всех статьях" not in anna.buttons()


async def test_the_buttons_under_an_answer_take_two_rows_at_most(anna: Friend) -> None:
    await all_floods(anna)
    await anna.forwards(article("01"))
    shown = only(await anna.writes("что говорили о торговле?"))
    rows = [[one.text for one in row] for row in shown.reply_markup.inline_keyboard] if shown.reply_markup else []
    assert rows == [["Ещё", "Не то"], ["Во всех статьях"]]


async def test_the_context_leaves_the_other_buttons(anna: Friend) -> None:
    await all_floods(anna)
    await anna.writes("когда начался паводок?")
    assert "[Контекст]" not in said(await anna.clicks("Контекст"))
    assert {"Не то", "Во всех статьях"} <= set(anna.buttons())


async def test_not_this_stands_under_several_statements_and_passes_all_of_them(anna: Friend) -> None:
    await anna.forwards(article("01"))
    listed = quoted(await anna.writes("что говорили о торговле?"))
    assert len(listed) == 3
    assert not set(listed) & set(await not_these(anna))


async def test_more_in_words_is_the_button(anna: Friend) -> None:
    await anna.forwards(article("01"))
    listed = quoted(await anna.writes("что говорили о торговле?"))
    more = quoted(await anna.writes("ещё"))
    assert more
    assert not set(listed) & set(more)
    assert quoted(await anna.writes("ещё")) != more


async def test_more_in_a_reply_is_about_the_answer_that_it_replies_to(anna: Friend) -> None:
    await anna.forwards(article("01"))
    shown = await anna.writes("что говорили о торговле?")
    await anna.forwards(article("05"))
    more = await anna.replies(only(shown), "ещё")
    assert quoted(more)
    assert all(one in article("01") for one in quoted(more))


async def test_more_without_an_answer_before_asks_of_what(anna: Friend) -> None:
    await anna.forwards(article("01"))
    assert said(await anna.writes("ещё")) == "Ещё — о чём? Задайте вопрос, и я продолжу."


async def test_more_than_there_is_is_refused_kindly(anna: Friend) -> None:
    await anna.forwards(FLOODS[0])
    await anna.writes("на сколько поднялась вода?")
    shown = [said(await anna.writes("ещё")) for _ in range(6)]
    assert shown[-1] == "Больше об этом ничего не нашлось."


@pytest.mark.parametrize("data", ["q:more:3", "o:1:2:3", "q:context:0", "g:1:7", "q:unknown"])
async def test_a_button_of_long_ago_is_answered_kindly(anna: Friend, data: str) -> None:
    await anna.forwards(article("01"))
    answer = only(await anna.writes("какой товарооборот?"))
    assert said(await anna.presses(answer, data)) == "Эта кнопка уже не работает."


@pytest.mark.parametrize("button", ["Не то", "Контекст", "Во всех статьях"])
async def test_an_answer_whose_article_is_gone_says_so(anna: Friend, button: str) -> None:
    await all_floods(anna)
    await anna.writes("когда начался паводок?")
    message = next(one for one in reversed(list(anna.server.telegram.messages.values())) if one.reply_markup)
    latest = await anna.server.archive.latest(ChatId(100))
    assert latest
    await anna.server.archive.delete(ChatId(100), latest.id)
    data = OnAnswer(do={"Не то": "another", "Контекст": "context", "Во всех статьях": "everywhere"}[button])  # type: ignore[arg-type]
    assert said(await anna.presses(message, data.pack())) == "Этой статьи уже нет."


async def test_a_refusal_in_one_article_offers_to_look_in_all(anna: Friend) -> None:
    await all_floods(anna)
    forward = anna.sent
    answer = only(await anna.replies(forward, "когда начался паводок?"))
    refused = await anna.replies(answer, "а на Марсе?")
    assert "ответа на это нет" in said(refused)
    assert "[Во всех статьях]" in said(refused)
    await anna.server.restart()
    shown = (await anna.clicks("Во всех статьях"))[-1:]
    assert any("начался в июне" in one for one in quoted(shown))
    assert "[Во всех статьях]" not in said(shown)


async def test_a_refused_question_that_was_deleted_is_asked_for_again(anna: Friend) -> None:
    await all_floods(anna)
    answer = only(await anna.writes("когда начался паводок?"))
    refused = only(await anna.replies(answer, "а на Марсе?"))
    bare = refused.model_copy(update={"reply_to_message": None})
    anna.server.telegram.put(bare)
    shown = said(await anna.presses(bare, OnAnswer(do="everywhere").pack()))
    assert shown == "Задайте, пожалуйста, вопрос ещё раз: того сообщения я уже не вижу."


async def test_nobody_is_shown_articles_of_another_chat(server: Server) -> None:
    anna, boris = server.somebody(100), server.somebody(200)
    await all_floods(anna)
    await boris.forwards(article("05"), "Спорт")
    await boris.forwards("Паводок в Речном начался в марте. Вода стоит у домов. Дороги размыло.", "Речной")
    theirs = await boris.writes("когда начался паводок?")
    seen = said(theirs)
    assert "в марте" in seen
    for button in ("Во всех статьях", "Не то"):
        if f"[{button}]" in seen:
            seen += said(await boris.clicks(button))
    answer = only(theirs)
    for do in ("more", "another", "everywhere", "context"):
        seen += said(await boris.presses(answer, OnAnswer(do=do).pack()))  # type: ignore[arg-type]
    for question in ("во всех статьях: когда начался паводок?", "в каком месяце начался паводок в Каменке?", "ещё"):
        seen += said(await boris.writes(question))
    assert not any(word in seen for word in ("Озёрск", "Лугов", "Боров", "июле", "Камень", "4 статьи"))
    mine = only(await anna.writes("когда начался паводок?"))
    seen = said(await boris.presses(mine.model_copy(update={"chat": boris.person.chat}), OnAnswer(do="more").pack()))
    assert "Паводок" not in seen
