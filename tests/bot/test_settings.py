from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, WrongSettingError, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_explains_every_setting_and_no_other() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = [line.split("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)
    assert all(lines[lines.index(line) - 1].startswith("#") for line in lines if re.match(r"[A-Z_]+=", line))


def test_the_example_holds_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_settings() == Settings(_env_file=None)


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("BOT_TOKEN", "secret-nonsense", "@BotFather"),
        ("TELEGRAM_API_URL", "nowhere", "URL"),
        ("ALLOWED_USERS", "12, anna", "ids"),
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("READING_PROCESSES", "none", "integer"),
        ("BUNDLE_SECONDS", "-2", "greater than or equal to 0"),
        ("BUNDLE_SECONDS", "nan", "finite"),
        ("BUNDLE_SECONDS", "3600", "less than or equal to 60"),
        ("FETCH_LINKS", "perhaps", "boolean"),
    ],
)
def test_a_wrong_value_is_one_sentence_that_names_the_setting(
    name: str, value: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingError) as wrong:
        load_settings()
    assert str(wrong.value).startswith(f"{name} cannot be used: ")
    assert word in str(wrong.value)
    assert value not in str(wrong.value)


def test_users_are_ids_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_USERS", "12, 34,")
    assert load_settings().allowed_users == {12, 34}


@pytest.mark.parametrize(("value", "meant"), [("true", True), ("Yes", True), ("no", False), ("FALSE", False)])
def test_a_switch_is_yes_or_no(value: str, meant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FETCH_LINKS", value)
    assert load_settings().fetch_links is meant


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\n", encoding="utf-8")
    assert load_settings().log_level == "ERROR"
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert load_settings().log_level == "DEBUG"


def test_the_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456789:AAbbCC")
    assert "AAbbCC" not in repr(load_settings())
