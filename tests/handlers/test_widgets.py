"""Polls, lists of tasks and games that are forwarded."""

from __future__ import annotations

from typing import Any

from aiogram.types import Message

from handlers.polls import listed
from tests.telegram import Friend, said

FROM_SOMEBODY = {"type": "hidden_user", "date": 1795370000, "sender_user_name": "Кто-то"}
QUESTION = "Каким вы хотите видеть новый парк на набережной, который откроют в мае?"


def poll(*options: tuple[str, int], **fields: Any) -> dict[str, Any]:
    usual = {
        "id": "1",
        "question": QUESTION,
        "options": [{"persistent_id": str(i), "text": text, "voter_count": n} for i, (text, n) in enumerate(options)],
        "total_voter_count": sum(votes for _, votes in options),
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    return {**usual, **fields}


def checklist(*tasks: tuple[str, dict[str, Any]], title: str = "План ремонта набережной") -> dict[str, Any]:
    return {"title": title, "tasks": [{"id": i, "text": text, **fields} for i, (text, fields) in enumerate(tasks)]}


def message(**fields: Any) -> Message:
    chat = {"id": 100, "type": "private"}
    return Message.model_validate({"message_id": 5, "date": 1795372401, "chat": chat, **fields})


def test_a_poll_says_its_question_and_options_with_the_votes_that_are_known() -> None:
    known = poll(("С фонтаном", 120), ("С тенью деревьев", 40), description="Голосуют жители.")
    assert listed(message(poll=known)) == f"{QUESTION}\nГолосуют жители.\n• С фонтаном — 120\n• С тенью деревьев — 40"
    assert listed(message(poll=poll(("Да", 0), ("Нет", 0)))) == f"{QUESTION}\n• Да\n• Нет"


def test_a_quiz_says_what_is_right_and_why() -> None:
    quiz = poll(("В мае", 0), ("В июне", 0), type="quiz", correct_option_ids=[0], explanation="Так решил акимат.")
    assert listed(message(poll=quiz)).splitlines()[1:] == ["✓ В мае", "• В июне", "Так решил акимат."]


def test_a_list_of_tasks_says_which_are_done() -> None:
    tasks = checklist(("Убрать старый асфальт", {"completion_date": 1795370000}), ("Посадить липы", {}))
    assert listed(message(checklist=tasks)) == "План ремонта набережной\n☑ Убрать старый асфальт\n☐ Посадить липы"


def test_a_game_says_its_title_description_and_text() -> None:
    game = {"title": "Мосты", "description": "Постройте мост.", "photo": [], "text": "Рекорд у Анны: 40."}
    assert listed(message(game=game)) == "Мосты\nПостройте мост.\nРекорд у Анны: 40."
    assert listed(message(text="Слова")) == ""


async def test_a_poll_that_says_enough_is_an_article_under_its_own_name(anna: Friend) -> None:
    shown = await anna.delivers(poll=poll(("С фонтаном", 120), ("С тенью", 40)), forward_origin=FROM_SOMEBODY)
    assert "Опрос: Каким вы хотите видеть новый парк" in said(shown)
    assert "Опрос: Каким вы хотите видеть новый парк" in said(await anna.writes("/articles"))
    assert "120" in said(await anna.writes("сколько человек за парк с фонтаном?"))


async def test_one_that_says_little_is_not_kept(anna: Friend) -> None:
    short = poll(("Да", 0), ("Нет", 0), question="Вы за?")
    assert "слишком мало" in said(await anna.delivers(poll=short, forward_origin=FROM_SOMEBODY))
    assert "слишком мало" in said(await anna.delivers(checklist=checklist(("Хлеб", {}), title="Купить")))


async def test_a_task_that_is_done_changes_the_card(anna: Friend) -> None:
    to_do: list[tuple[str, dict[str, Any]]] = [
        ("Убрать старый асфальт до конца апреля", {}),
        ("Посадить сорок лип и поставить новые скамейки", {}),
    ]
    (card,) = await anna.delivers(checklist=checklist(*to_do), forward_origin=FROM_SOMEBODY)
    done = [(to_do[0][0], {"completion_date": 1795370000}), to_do[1]]
    edited = {"message_id": anna.sent.message_id, "edit_date": 1795372500, "forward_origin": FROM_SOMEBODY}
    (changed,) = await anna.delivers("edited_message", checklist=checklist(*done), **edited)
    assert changed.edited
    assert card.message is not None
    assert changed.message is not None
    assert changed.message.message_id == card.message.message_id
    assert "☑ Убрать старый асфальт" in said([changed])
