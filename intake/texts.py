"""What every opened text has in common: one kind of line feed and of space, no invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final
from unicodedata import normalize

CHARACTERS: Final = 2_000_000  # of a text; a longer one is not read

LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
INVISIBLE: Final = dict.fromkeys(["\u00ad", "\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\ufffe", "\uffff"])
BULLETS: Final = dict.fromkeys(["\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc"], "•")  # of the fonts Symbol and Wingdings
REPLACED: Final = str.maketrans(LIGATURES | INVISIBLE | BULLETS)

LINE_END: Final = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SPACE: Final = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
EMPTY_LINES: Final = re.compile(r"\n{3,}")

NAMELESS: Final = re.compile(
    r"(?:без (?:имени|названия)|документ|новый документ|презентация|страница|untitled|document|title|title page"
    r"|unknown|word document|page|слайд|slide|презентация powerpoint|powerpoint presentation)\W*\d*",
    re.IGNORECASE,
)
PROGRAM: Final = re.compile(r"microsoft (?:office )?\w+ - |^(?:file|c|d):[/\\]", re.IGNORECASE)
FILE_NAME: Final = re.compile(
    r"\S*\.[a-z][a-z0-9]{1,4}|\S*[\d_/\\]\S*|.*\.(?:docx?|rtf|od[tp]|pdf|txt|html?|indd|qxd|fb2)"
)
LONGEST_TITLE: Final = 300  # characters; more is a text in the wrong place

NAMES: Final = range(2, 6)  # words of a person's name, initials among them
IN_NAMES: Final = frozenset(".’'-")
NOBODY: Final = frozenset({"user", "admin", "windows", "microsoft", "пользователь", "администратор", "home", "unknown"})


def tidy(text: str) -> str:
    """The text with LF for every line end, plain spaces, composed letters, at most one empty line in a row."""
    text = CONTROL.sub("", LINE_END.sub("\n", text.translate(REPLACED)))
    text = normalize("NFC", SPACE.sub(" ", text))
    return EMPTY_LINES.sub("\n\n", "\n".join(map(str.rstrip, text.split("\n")))).strip("\n")


def one_line(text: str) -> str:
    return " ".join(tidy(text).split())


def words_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def row(cells: Iterable[str]) -> str:
    """A line of a table."""
    return " | ".join(map(one_line, cells))


def title_of(told: str | None) -> str | None:
    """What a file calls its title, unless that is a program's doing or a file name."""
    title = one_line(told or "")
    if not title or len(title) > LONGEST_TITLE or not re.search(r"[^\W\d_]{2}", title):
        return None
    if PROGRAM.search(title) or NAMELESS.fullmatch(title) or FILE_NAME.fullmatch(title.casefold()):
        return None
    return title


def person(told: str | None) -> str | None:
    """Who a file says wrote it, if that looks like a name: capitalised words, none of them an account's."""
    name = one_line((told or "")[:LONGEST_TITLE])
    words = name.replace(".", ". ").split()
    if len(words) not in NAMES or NOBODY & set(name.casefold().split()) or not all(map(_is_of_name, words)):
        return None
    return name


def _is_of_name(word: str) -> bool:
    return word[0].isupper() and all(character.isalpha() or character in IN_NAMES for character in word)


def day(told: str | None) -> datetime | None:
    """The day that an ISO 8601 date names."""
    try:
        return datetime.fromisoformat((told or "").strip()[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None
