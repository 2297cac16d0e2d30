"""The facts of Telegram's Bot API that the oracle needs, out of a machine-readable description of it.

    python tests/blackbox/make_schema.py api.json > tests/blackbox/bot_api.json

Source: ``api.json`` of github.com/PaulSonOfLars/telegram-bot-api-spec (MIT), Bot API 10.1 of June 11, 2026. Kept are
names, types and limits of what a bot can send, none of the description's sentences. One line per method or type, so
that two versions can be compared; a field is

    {"types": [...], "required": true, "limit": [low, high, "characters" | "bytes" | "items" | "value"],
     "parsed": true, "values": [...]}

where ``parsed`` says that the limit holds after entities are parsed, and ``values`` are the words that the field takes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LENGTH = re.compile(r"(?<![\d-])(\d+)-(\d+) (characters|bytes)", re.IGNORECASE)
ITEMS = re.compile(r"(?<![\d-])(\d+)-(\d+) (?!ISO)[a-z]")
VALUE = re.compile(r"(?:between |; )(\d+)-(\d+)\b")
TAG = re.compile(r"(?:must be|always) [“\"]?([a-z0-9_]+)[”\"]?\.?$")
ONE_OF = re.compile(
    r"(?:must be one of|can be either|currently,? (?:can be|one of)|must be either) (.*)", re.IGNORECASE
)
QUOTED = re.compile(r"[“\"]([a-z0-9_]+)[”\"]")
Record = dict[str, Any]


def facts(description: Record) -> Record:
    """Methods, and those types that can stand in a parameter."""
    methods = {name: _fields(one) for name, one in sorted(description["methods"].items())}
    wanted: dict[str, Record] = {}
    waiting = [name for fields in methods.values() for name in _types(fields)]
    while waiting:
        name = waiting.pop()
        if name in description["types"] and name not in wanted:
            wanted[name] = _type(description["types"][name])
            waiting += wanted[name].get("subtypes", []) or _types(wanted[name]["fields"])
    return {"version": description["version"], "methods": methods, "types": dict(sorted(wanted.items()))}


def _type(one: Record) -> Record:
    return {"subtypes": one["subtypes"]} if one.get("subtypes") else {"fields": _fields(one)}


def _fields(one: Record) -> Record:
    return {field["name"]: _field(field) for field in one.get("fields", [])}


def _field(field: Record) -> Record:
    said = field["description"]
    found: Record = {"types": field["types"]}
    if field["required"]:
        found["required"] = True
    if limit := _limit(field["types"], said):
        found["limit"] = limit
    if "entities parsing" in said or "entity parsing" in said:
        found["parsed"] = True
    if values := _values(field, said):
        found["values"] = values
    return found


def _limit(types: list[str], said: str) -> list[Any] | None:
    if types[0].startswith("Array of"):
        found, unit = ITEMS.search(said), "items"
    elif "String" in types:
        found = LENGTH.search(said)
        unit = found[3].lower() if found else ""
    else:
        found, unit = VALUE.search(said), "value"
    return [int(found[1]), int(found[2]), unit] if found else None


def _values(field: Record, said: str) -> list[str]:
    if field["types"] != ["String"]:
        return []
    if tag := TAG.search(said):
        return [tag[1]]
    return QUOTED.findall(one_of[1]) if (one_of := ONE_OF.search(said)) else []


def _types(fields: Record) -> list[str]:
    return [name.replace("Array of ", "") for field in fields.values() for name in field["types"]]


def lines(found: Record) -> Iterator[str]:
    """JSON with one line for each method and type."""
    yield f'{{"version": {json.dumps(found["version"])}'
    for room in ("methods", "types"):
        inside = [f"{json.dumps(name)}: {json.dumps(one)}" for name, one in found[room].items()]
        yield f', "{room}": {{\n' + ",\n".join(inside) + "\n}"
    yield "}\n"


if __name__ == "__main__":
    sys.stdout.write("".join(lines(facts(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))))
