from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import nlp
from bot.__main__ import BAD_USE, main
from bot.reading import read_with_progress
from tests.book import TITLES, book
from tests.telegram import ARTICLES, article

ROOT = Path(__file__).parents[2]

Read = Callable[..., str]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Read:
    """What `verbatim read` prints; its standard input is ``given``."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")

    def run(*arguments: str, given: bytes = b"", status: int = 0) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        assert main(["read", *arguments]) == status
        printed = capsys.readouterr()
        return printed.err if status else printed.out

    return run


def test_the_command_reads_standard_input_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "bot", "read", "-", "--json"]
    text = "Мост открыли. Об этом сообщил мэр."
    ended = subprocess.run(command, input=text.encode(), capture_output=True, cwd=ROOT, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [one["text"] for one in json.loads(ended.stdout)["summary"]] == ["Мост открыли.", "Об этом сообщил мэр."]


def test_json_holds_exact_places(read: Read) -> None:
    text = article("01")
    plain = json.loads(read("-", "--json", "--sentences", "2", given=text.encode()))
    assert plain["language"] == "ru"
    assert len(plain["summary"]) == 2
    spans = plain["summary"] + [part for quote in plain["quotes"] for part in quote["parts"]]
    assert all(text[one["start"] : one["stop"]] == one["text"] for one in spans)
    assert {"Касым-Жомарт Токаев", "Павел Лугинин"} <= {quote["speaker"] for quote in plain["quotes"]}


def test_json_holds_what_is_no_part_of_the_article(read: Read) -> None:
    text = "Мост открыли. Об этом сообщил мэр.\n\nФото: Иван Петров\n#мост"
    plain = json.loads(read("-", "--json", given=text.encode()))
    assert [one["text"] for one in plain["removed"]] == ["Фото: Иван Петров", "#мост"]
    assert [one["text"] for one in plain["summary"]] == ["Мост открыли.", "Об этом сообщил мэр."]


def test_a_summary_is_as_long_as_suits_the_text_unless_a_length_is_given(read: Read) -> None:
    text = book(1, 150)
    usual = [one.text for one in nlp.read(text).summary()]
    plain = json.loads(read("-", "--json", given=text.encode()))
    assert [one["text"] for one in plain["summary"]] == usual
    assert [line[2:] for line in read("-", given=text.encode()).splitlines() if line.startswith("• ")] == usual
    assert (
        1 <= len(json.loads(read("-", "--json", "--sentences", "2", given=text.encode()))["summary"]) <= 2 < len(usual)
    )


def test_people_get_the_summary_and_who_said_what(read: Read) -> None:
    (path,) = ARTICLES.glob("01*")
    printed = read(str(path))
    assert printed.startswith("Товарооборот Казахстана и России достиг 28,4 млрд долларов\n")
    assert "Павел Лугинин, " in printed
    assert "«Это не лозунг, а привычка бизнеса»" in printed


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_statement_of_an_article_is_explained_by_a_rule_that_tells_what_it_looks_for(path: Path) -> None:
    reading = nlp.read(path.read_text(encoding="utf-8"))
    explained = nlp.explain(reading)
    assert list(explained) == list(reading.quotes)
    assert all(one.rule and one.form for one in explained.values())


def test_beneath_each_statement_stands_the_rule_that_decided_it_if_that_is_asked(read: Read) -> None:
    text = "Мост открыли в субботу. Мэр Анна Речная сообщила журналистам, что автобусы пойдут в объезд."
    told = "\nАнна Речная, мэр\n  автобусы пойдут в объезд\n"
    rule = "    indirect by «сообщила», rule that (X заявил, что …; "
    assert told + rule in read("-", "--explain", given=text.encode())
    assert rule not in read("-", given=text.encode())


def test_json_holds_the_rule_of_each_statement_if_that_is_asked(read: Read) -> None:
    text = "According to Ann Reed, the bridge is open. “It took a year,” said Ann Reed."
    for arguments, rules in (["--explain"], ["according", "quoted"]), ([], [None, None]):
        plain = json.loads(read("-", "--json", *arguments, given=text.encode()))
        assert [one.get("rule") for one in plain["quotes"]] == rules


def test_a_text_in_an_unknown_language_has_nothing_to_explain(read: Read) -> None:
    assert nlp.explain(nlp.read("")) == {}
    assert nlp.explain(nlp.read("Le pont est ouvert, a dit le maire. Il a coûté très cher à la ville.")) == {}


def test_a_long_text_is_told_by_chapter(read: Read) -> None:
    text = book(6, 150)
    plain = json.loads(read("-", "--json", given=text.encode()))
    assert [one["title"] for one in plain["chapters"]] == [
        f"Глава {n}. {title}" for n, title in enumerate(TITLES[:6], 1)
    ]
    for one in plain["chapters"]:
        (first, _), (_, stop) = (plain["sentences"][i] for i in (one["sentences"][0], one["sentences"][1] - 1))
        assert one["summary"]
        assert all(first <= said["start"] < said["stop"] <= stop for said in one["summary"])
    printed = read("-", given=text.encode())
    assert "\nГлава 6. Зима\n  " in printed


def test_how_much_is_read_stands_on_standard_error_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert read_with_progress("Мост открыли. Об этом сообщил мэр.").language == "ru"
    shown = capsys.readouterr()
    assert "%" in shown.err
    assert shown.out == ""


def test_a_file_that_is_not_there_is_one_sentence(read: Read) -> None:
    assert read("no-such-file.txt", status=BAD_USE).startswith("no-such-file.txt cannot be read: ")


def test_an_empty_text_is_no_error(read: Read) -> None:
    read("-", given=b"")
    assert json.loads(read("-", "--json", given=b"\xff\xfe"))["quotes"] == []
