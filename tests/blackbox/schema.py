"""The shape of a call against the facts in `bot_api.json`: names, types, required fields, limits, literal values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.blackbox.violations import Violation, units

ARRAY = "Array of "
PLAIN = {"String": str, "Integer": int, "Boolean": bool, "Float": (int, float)}
BUTTON_LOOKS = {"text", "icon_custom_emoji_id", "style"}  # what a button may have beside its one action
Facts = dict[str, Any]
API: Facts = json.loads(Path(__file__).with_name("bot_api.json").read_text(encoding="utf-8"))


def decode(method: str, raw: Mapping[str, str]) -> dict[str, Any]:
    """The parameters of a call as values; a form carries all but texts as JSON. What is no JSON stays text."""
    fields = API["methods"].get(method, {})
    return {name: _value(fields.get(name, {"types": []})["types"], text) for name, text in raw.items()}


def _value(types: list[str], text: str) -> Any:
    if "String" in types and not ("Integer" in types and text.removeprefix("-").isdecimal()):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def shape(method: str, params: Mapping[str, Any], files: frozenset[str] = frozenset()) -> list[Violation]:
    """What is wrong with a call as such, whatever chat it goes to."""
    if method not in API["methods"]:
        return [Violation("unknown method", method)]
    given = dict.fromkeys(files & API["methods"][method].keys(), "attach://") | dict(params)
    return list(_object(API["methods"][method], given, method))


def _object(fields: Facts, given: Mapping[str, Any], where: str) -> Iterator[Violation]:
    for name, field in fields.items():
        if field.get("required") and name not in given:
            yield Violation("missing field", where, name)
    for name, value in given.items():
        if name in fields:
            yield from _field(fields[name], value, f"{where}.{name}")
        else:
            yield Violation("unknown field", where, name)


def _field(field: Facts, value: Any, where: str) -> Iterator[Violation]:
    """What is wrong with a value: with its type, then with its size or word."""
    yield from _complaints(field["types"], value, where) or _limits(field, value, where)


def _complaints(types: list[str], value: Any, where: str) -> list[Violation]:
    """What is wrong with a value that may be of several types; the one that it fits best speaks."""
    items = [name.removeprefix(ARRAY) for name in types if name.startswith(ARRAY)]
    if isinstance(value, list) and items:
        return [one for number, item in enumerate(value) for one in _complaints(items, item, f"{where}[{number}]")]
    return min((list(_type(one, value, where)) for one in _members(types)), key=_badness)


def _badness(complaints: list[Violation]) -> tuple[int, int]:
    """Another literal word means another member of a union, whatever else fits."""
    return sum(one.rule == "wrong word" for one in complaints), len(complaints)


def _limits(field: Facts, value: Any, where: str) -> Iterator[Violation]:
    if "values" in field and value not in field["values"]:
        yield Violation("wrong word", where, str(value))
    if "limit" not in field or "parsed" in field:  # the length after parsing is the oracle's to measure
        return
    low, high, unit = field["limit"]
    if not low <= _size(value, unit) <= high:
        yield Violation("out of limits", where, f"{_size(value, unit)} {unit}, allowed are {low}-{high}")


def _size(value: Any, unit: str) -> float:
    measures = {"bytes": lambda one: len(one.encode()), "characters": units, "items": len, "value": lambda one: one}
    return float(measures[unit](value))


def _members(types: list[str]) -> Iterator[str]:
    """Types without unions, whose members stand for them."""
    for name in types:
        subtypes = API["types"].get(name, {}).get("subtypes")
        yield from _members(subtypes) if subtypes else [name]


def _type(name: str, value: Any, where: str) -> Iterator[Violation]:
    if name in API["types"] and API["types"][name]["fields"]:
        yield from _typed(name, value, where)
    elif not _is_plain(name, value):
        yield _wrong(name, value, where)


def _typed(name: str, value: Any, where: str) -> Iterator[Violation]:
    if not isinstance(value, dict):
        yield _wrong(name, value, where)
        return
    yield from _object(API["types"][name]["fields"], value, where)
    if name == "InlineKeyboardButton" and len(value.keys() - BUTTON_LOOKS) != 1:
        yield Violation("button without one action", where)


def _is_plain(name: str, value: Any) -> bool:
    if isinstance(value, bool) or name.startswith(ARRAY):
        return name == "Boolean"
    return isinstance(value, PLAIN.get(name, (str, dict)))  # a file is a string, an object without fields a dict


def _wrong(name: str, value: Any, where: str) -> Violation:
    return Violation("wrong type", where, f"{type(value).__name__} where {name} should be")
