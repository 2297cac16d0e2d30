"""The settings and the digest, through the real process and under Telegram's rules."""

from __future__ import annotations

from handlers.phrases import phrases
from tests.blackbox.conftest import People
from tests.blackbox.person import Person
from tests.telegram import article

SAY = phrases("ru")


def test_a_language_takes_effect_in_the_very_message(people: People) -> None:
    john = people("en")
    shown = john.asks("/settings")
    john.clicks("Language")
    changed = john.clicks("Қазақша")
    assert changed.message["message_id"] == shown.message["message_id"]
    assert phrases("kk")("settings-title") in changed.text
    assert john.asks("/help").text == phrases("kk")("help")


def test_every_page_of_the_settings_keeps_telegrams_rules(anna: Person) -> None:
    anna.asks("/settings")
    for page in ("settings-language", "settings-sentences", "settings-digest", "settings-zone"):
        assert anna.clicks(SAY(page)).buttons
        assert SAY("settings-title") in anna.clicks(SAY("settings-back")).text
    anna.clicks(SAY("settings-zone"))
    assert "›" in anna.clicks("›").buttons
    assert "›" in anna.clicks(SAY("settings-offsets")).buttons
    assert "Алматы, UTC+5" in anna.asks("/settings алмата").text


def test_a_digest_has_a_button_for_each_article(anna: Person) -> None:
    anna.forwards(article("01"))
    anna.sees()
    digest = anna.asks("/digest")
    assert SAY("digest", count=1) in digest.text
    assert digest.buttons == ["1"]
    assert "Товарооборот" in anna.clicks("1").text
