"""The habits of the house that a test can keep."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import tomllib
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import nlp
from bot.__main__ import parser
from bot.app import build_dispatcher
from handlers import build_router
from handlers.meaning import COMMANDS

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "intake", "nlp", "storage")
TELEGRAM_GIVES = {
    "message",
    "query",
    "event",
    "bot",
    "text",
    "callback_data",
    "command",
    "dispatcher",
    "event_update",
    "article",
    "attached",
    "bundles",
    "carried",
    "links",
    "names",
    "quote",
    "replied",
    "statement",
    "changes",
    "preferences",
    "desk",
    "say",
}


def observers(router: Router) -> Iterator[Any]:
    for observer in router.observers.values():
        yield from observer.handlers
    for inner in router.sub_routers:
        yield from observers(inner)


def test_every_handler_asks_only_for_what_can_be_injected() -> None:
    given = set(build_dispatcher(None, frozenset()).workflow_data) | TELEGRAM_GIVES  # type: ignore[arg-type]
    for handler in observers(build_router()):
        assert set(inspect.signature(handler.callback).parameters) <= given, handler.callback.__qualname__


def test_every_arrow_between_the_rooms_points_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"/{name}" in readme for name in COMMANDS)
    assert all(f"verbatim {name}" in readme for name in ("chat", "read"))
    assert parser().prog == "verbatim"


def test_the_public_names_of_the_engine_are_sorted_and_true() -> None:
    assert sorted(nlp.__all__) == sorted(set(nlp.__all__))
    assert all(hasattr(nlp, name) for name in nlp.__all__)


@pytest.mark.parametrize("kind", CallbackData.__subclasses__(), ids=lambda kind: kind.__name__)
def test_the_widest_callback_data_fits(kind: type[CallbackData]) -> None:
    values = {
        "article": 2**53,
        "speaker": 2**48,
        "tag": 2**48,
        "asked": 2**31,
        "message": 2**31,
        "reply": 2**31,
        "start": 2**31,
        "stop": 2**31,
        "offset": 2**31,
        "shown": 2**31,
        "do": "delete-yes",
        "since": 2**33,
        "until": 2**33,
        "page": "digest_hour",
        "what": "digest_hour",
        "value": max(zoneinfo.available_timezones(), key=len),
    }
    fields = {name: values[name] for name in kind.model_fields}
    assert len(kind.model_construct(**fields).pack().encode()) <= 64


def test_every_package_is_shipped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = [
        ".".join(path.parent.relative_to(ROOT).parts) for room in ROOMS for path in (ROOT / room).rglob("__init__.py")
    ]
    assert sorted(project["tool"]["setuptools"]["packages"]) == sorted(found)


def test_importing_loads_no_model_and_touches_nothing() -> None:
    """Every module can be imported in an empty folder, and the Russian models stay closed."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    script = f"import sys\nfor name in {names!r}: __import__(name)\nprint('natasha' in sys.modules, 'pymorphy2' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("False False", "")


@pytest.mark.parametrize(("lock", "extra"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))])
def test_every_dependency_is_locked_by_hash_and_no_address_is_written(lock: str, extra: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["dependencies"] + [one for name in extra for one in project["optional-dependencies"][name]]
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = {
        name.replace("-", "."): pins for name, pins in re.findall(r"^([\w.-]+)==((?:.*\\\n)+.*)", text, re.MULTILINE)
    }
    for requirement in declared:
        name = re.split(r"[\[<>=]", requirement)[0].replace("-", ".")
        assert "--hash=sha256:" in locked[name], name
    assert "://" not in text
