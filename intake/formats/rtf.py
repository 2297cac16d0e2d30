"""Rich Text Format: striprtf reads it; notes, which it leaves out, are set aside first and follow the text."""

from __future__ import annotations

import re
from typing import Final

from striprtf.striprtf import rtf_to_text

from intake.documents import Document
from intake.failures import BrokenError
from intake.texts import one_line, person, row, tidy, title_of

CODE_PAGE: Final = re.compile(rb"\\ansicpg(\d{3,5})")
USUAL: Final = "cp1251"
HEAD: Final = 4_096  # bytes in which the code page is told
NOISE: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
FEW: Final = 0.01  # of the first bytes may be such in what was written as RTF
NOTE: Final = re.compile(r"\{\\(?:\*\\)?footnote\b")
TOLD: Final = r"\{{\\{name}\b"
BRACE: Final = re.compile(r"\\[\\{}]|[{}]")
SYMBOLS: Final = str.maketrans({"·": "•", "\uf0b7": "•", "§": "•"})
ITEM: Final = re.compile(r"^\W{0,2}[·\uf0b7§]\s+", re.MULTILINE)


def read(data: bytes) -> Document:
    if len(NOISE.findall(data[:HEAD])) > FEW * HEAD:
        raise BrokenError
    told = CODE_PAGE.search(data[:HEAD])
    encoding = f"cp{int(told[1])}" if told else USUAL
    source = _decoded(data, encoding)
    source, notes = _without_notes(source)
    text = _text(source, encoding)
    lines = [_row(line) for line in ITEM.sub("• ", text).split("\n")]
    noted = [f"[{number}] {one_line(_text(note, encoding))}" for number, note in enumerate(notes, start=1)]
    return Document(
        tidy("\n".join([*lines, "", *noted])),
        title=title_of(_told(source, "title", encoding)),
        author=person(_told(source, "author", encoding)),
    )


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode(USUAL, "replace")


def _text(source: str, encoding: str) -> str:
    try:
        return str(rtf_to_text(source, encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        raise BrokenError from error


def _without_notes(source: str) -> tuple[str, list[str]]:
    """The source with a number for each note, and the notes."""
    pieces, notes, reached = [], [], 0
    while found := NOTE.search(source, reached):
        stop = _closing(source, found.start())
        notes.append("{" + source[found.end() : stop])
        pieces += [source[reached : found.start()], f" [{len(notes)}]"]
        reached = stop
    return "".join([*pieces, source[reached:]]), notes


def _closing(source: str, start: int) -> int:
    """Behind the brace that closes the group that opens here."""
    depth = 0
    for brace in BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return len(source)


def _told(source: str, name: str, encoding: str) -> str | None:
    found = re.search(TOLD.format(name=name), source[: source.find(r"\pard")])
    return _text("{" + source[found.end() : _closing(source, found.start())], encoding) if found else None


def _row(line: str) -> str:
    return row(line.removesuffix("|").split("|")) if line.endswith("|") else line.strip()
