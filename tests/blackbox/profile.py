"""A bot's name, descriptions and menus in each language: what is set can be read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TEXTS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


class Profile:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}

    def knows(self, method: str) -> bool:
        return method[:5] in ("setMy", "getMy") and (method[5:] in TEXTS or method[5:] == "Commands")

    def call(self, method: str, params: Mapping[str, Any]) -> Any:
        """Telegram's result of a method that `knows`; what was never set is empty."""
        what, language = method[5:], f"{params.get('language_code', '')} {params.get('scope', '')}"
        field = TEXTS.get(what, "commands")
        if method.startswith("set"):
            self.kept[what, language] = params.get(field, "")
            return True
        value = self.kept.get((what, language))
        return value or [] if what == "Commands" else {field: value or ""}
