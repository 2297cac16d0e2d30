"""What the bot says, in the languages it speaks: one Fluent file each."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from importlib.resources import files

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource

LOCALES = ("ru", "kk", "en")
INNER = {"ru": str.maketrans("«»", "„“"), "kk": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
Value = str | int


class Phrases:
    """The phrases of one language; `phrases("ru")` finds them."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._bundle = FluentBundle([locale], use_isolating=False)
        source = files("handlers.phrases").joinpath(f"{locale}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, name: str, /, **values: Value) -> str:
        """The phrase ``name`` with its values filled in; KeyError where there is no such phrase."""
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise KeyError(name)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{name} ({self.locale}): {errors[0]}")
        return str(text)

    def day(self, day: date) -> str:
        """A date as people write it."""
        return format_date(day, "long", locale=self.locale)

    def time(self, time: time) -> str:
        """Hours and minutes as people write them."""
        return format_time(time, "short", locale=self.locale)

    def title(self, text: str, limit: int = 80) -> str:
        """A title short enough to stand inside a sentence; a text without words has none of its own."""
        text = text or self("card-untitled")
        return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"

    def quoted(self, title: str) -> str:
        """The same to stand in quotation marks: its own become the inner ones."""
        return self.title(title).translate(INNER[self.locale])


@cache
def phrases(code: str | None) -> Phrases:
    """The phrases for a Telegram language code (IETF tag); Russian where the bot does not speak the language."""
    language = (code or "").split("-")[0].lower()
    return Phrases(language if language in LOCALES else "ru")
