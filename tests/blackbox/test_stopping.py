"""Long work is stopped by a word, although its chat's lane is busy with it."""

from __future__ import annotations

from handlers.phrases import phrases
from tests.blackbox.person import Person
from tests.blackbox.process import BotProcess

SAY = phrases("ru")
SLOW = b"{\\rtf1 " + b"{\\field{\\*\\fldinst{ HYPERLINK " * 20_000  # it would take minutes


def test_the_word_stops_a_file_that_is_being_opened(own_bot: BotProcess, boris: Person) -> None:
    own_bot.start()
    boris.asks("/start")
    boris.sends_document("поля.rtf", SLOW)
    status = boris.sees()
    assert (status.text, status.buttons) == (SAY("work-file"), [SAY("button-cancel")])
    stopped = boris.asks("отмена")
    assert (stopped.text, stopped.buttons) == (SAY("work-stopped"), [])
    assert stopped.message["message_id"] == status.message["message_id"]
    assert boris.asks("/articles").text == SAY("articles-empty")
