"""Polls, lists of tasks and games: what they say, as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import Checklist, ChecklistTask, Game, Message, Poll, PollOption

from handlers.rich import BULLET, DONE, TO_DO

RIGHT = "✓"


def listed(message: Message) -> str:
    """What a message says that is a poll, a list of tasks or a game; of any other an empty text."""
    if message.poll:
        return _stacked(_poll(message.poll))
    if message.checklist:
        return _stacked(_checklist(message.checklist))
    return _stacked(_game(message.game)) if message.game else ""


def _stacked(lines: Iterable[str | None]) -> str:
    return "\n".join(line for line in lines if line)


def _poll(poll: Poll) -> list[str | None]:
    """Question, options with their votes where these are known, the explanation of a quiz."""
    right = set(poll.correct_option_ids or ())
    counted = any(one.voter_count for one in poll.options)
    options = [_option(one, i in right, counted) for i, one in enumerate(poll.options)]
    return [poll.question, poll.description, *options, poll.explanation]


def _option(option: PollOption, right: bool, counted: bool) -> str:
    votes = f" — {option.voter_count}" if counted else ""
    return f"{RIGHT if right else BULLET} {option.text}{votes}"


def _checklist(checklist: Checklist) -> list[str | None]:
    return [checklist.title, *(f"{DONE if _is_done(one) else TO_DO} {one.text}" for one in checklist.tasks)]


def _is_done(task: ChecklistTask) -> bool:
    return bool(task.completion_date or task.completed_by_user or task.completed_by_chat)


def _game(game: Game) -> list[str | None]:
    return [game.title, game.description, game.text]
