"""The lists in `gaps` are true: what is missing is named, and what is named is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import aiogram.methods
import aiogram.types
import pytest
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from tests.blackbox import gaps
from tests.blackbox.schema import API

CALLS = {
    "sendMessage": {"chat_id": "1", "text": "x"},
    "editMessageText": {"chat_id": "1", "message_id": "2", "text": "x"},
    "reply_parameters": {"message_id": 2},
}


def typed_methods() -> Iterator[Any]:
    for name in aiogram.methods.__all__:
        kind = getattr(aiogram.methods, name)
        if isinstance(getattr(kind, "__api_method__", None), str):
            yield kind


def fields(kind: Any) -> set[str]:
    return {field.alias or name for name, field in kind.model_fields.items()}


@pytest.mark.parametrize(
    ("where", "name"), [(where, one) for where, names in gaps.EMULATOR_REFUSES.items() for one in sorted(names)]
)
def test_the_emulator_still_refuses_what_is_kept_from_it(where: str, name: str) -> None:
    call = {**CALLS[where], name: "x"}
    method, params = (
        ("sendMessage", {**CALLS["sendMessage"], where: call}) if where == "reply_parameters" else (where, call)
    )
    with pytest.raises(ApiRefusal, match="not supported yet"):
        LoBotApiEmulator().validate(method, params, {})


@pytest.mark.parametrize("method", sorted(gaps.EMULATOR_DOES_NOT_DO - {"getMyCommands"}))
def test_the_emulator_still_has_no_profile(method: str) -> None:
    with pytest.raises(ApiRefusal, match=r"does not model|not implemented"):
        LoBotApiEmulator().validate(method, {}, {})


def test_the_emulator_still_forgets_the_menu() -> None:
    emulator = LoBotApiEmulator()
    emulator.validate("setMyCommands", {"commands": '[{"command": "a", "description": "b"}]'}, {})
    assert emulator.validate("getMyCommands", {}, {}) == []


def test_methods_and_fields_that_aiogram_has_and_the_schema_has_not_are_named() -> None:
    kinds = {kind.__api_method__: fields(kind) for kind in typed_methods()}
    assert kinds.keys() - API["methods"].keys() == gaps.NEWER_METHODS
    beyond = {one for name in kinds.keys() & API["methods"].keys() for one in kinds[name] - API["methods"][name].keys()}
    assert beyond == gaps.NEWER_FIELDS | gaps.DEPRECATED_FIELDS


def test_fields_of_types_that_aiogram_has_and_the_schema_has_not_are_named() -> None:
    known = {name: about["fields"] for name, about in API["types"].items() if about.get("fields")}
    typed = {name: fields(getattr(aiogram.types, name)) for name in known if hasattr(aiogram.types, name)}
    beyond = {name: typed[name] - known[name].keys() for name in typed}
    assert {name: more for name, more in beyond.items() if more} == gaps.OTHER_FIELDS_OF_TYPES
