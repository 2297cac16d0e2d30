from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.telegram import ARTICLES, article

ROOT = Path(__file__).parents[2]


def read(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bot", "read", *arguments]
    environment = {"LANG": "ru_RU.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, input=given, capture_output=True, cwd=ROOT, env=environment, timeout=120, check=False
    )


def test_json_holds_exact_places() -> None:
    text = article("01")
    plain = json.loads(read("-", "--json", "--sentences", "2", given=text.encode()).stdout)
    assert plain["language"] == "ru"
    assert len(plain["summary"]) == 2
    spans = plain["summary"] + [part for quote in plain["quotes"] for part in quote["parts"]]
    assert all(text[one["start"] : one["stop"]] == one["text"] for one in spans)
    assert {"Касым-Жомарт Токаев", "Павел Лугинин"} <= {quote["speaker"] for quote in plain["quotes"]}


def test_people_get_the_summary_and_who_said_what() -> None:
    (path,) = ARTICLES.glob("01*")
    printed = read(str(path)).stdout.decode()
    assert printed.startswith("Товарооборот Казахстана и России достиг 28,4 млрд долларов\n")
    assert "Павел Лугинин, " in printed
    assert "«Это не лозунг, а привычка бизнеса»" in printed


def test_a_file_that_is_not_there_is_one_sentence() -> None:
    ended = read("no-such-file.txt")
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("no-such-file.txt cannot be read: ")


def test_an_empty_text_is_no_error() -> None:
    assert read("-", given=b"").returncode == 0
    assert json.loads(read("-", "--json", given=b"\xff\xfe").stdout)["quotes"] == []
