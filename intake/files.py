"""A file's text: what its bytes are, and the function that reads such."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import Final, cast
from zipfile import ZipFile

from intake import packages
from intake.documents import Document
from intake.encodings import decoded
from intake.failures import (
    BrokenError,
    EmptyError,
    EncryptedError,
    LargeError,
    LongError,
    NothingError,
    PictureError,
    SeveralError,
    UnsupportedFormatError,
)
from intake.texts import CHARACTERS, tidy, words_of

BYTES: Final = 20_000_000
"""What Telegram gives to a bot: 20 MB (Bot API, getFile)."""
LISTED: Final = 5  # names of documents that are told
HEAD: Final = 4_096  # bytes that tell what a file is


@dataclass(frozen=True, slots=True)
class Format:
    """``endings`` of names, without the dot; ``reader`` is "module:function", imported when first needed."""

    endings: tuple[str, ...]
    reader: str
    is_text: bool = False


FORMATS: Final = {
    "txt": Format(("txt", "text", "log"), "plain:read_text", is_text=True),
    "md": Format(("md", "markdown"), "plain:read_markdown", is_text=True),
    "html": Format(("html", "htm", "xhtml"), "html:read", is_text=True),
    "fb2": Format(("fb2",), "fb2:read", is_text=True),
    "rtf": Format(("rtf",), "rtf:read"),
    "pdf": Format(("pdf",), "pdf:read"),
    "docx": Format(("docx", "docm", "dotx"), "docx:read"),
    "odt": Format(("odt", "ott"), "odt:read"),
    "epub": Format(("epub",), "epub:read"),
}
ZIP: Final = "zip"

BEGINNINGS: Final = ((b"{\\rtf", "rtf"), (b"PK\x03\x04", ZIP), (b"PK\x05\x06", ZIP))
PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
UNSUPPORTED: Final = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (0, b"AT&TFORM", "DJVU"),
    (60, b"BOOKMOBI", "MOBI"),
    (0, b"Rar!", "RAR"),
    (0, b"7z\xbc\xaf\x27\x1c", "7Z"),
    (0, b"\x1f\x8b", "GZ"),
    (257, b"ustar", "TAR"),
    (0, b"%!PS", "PS"),
)
OLE_NAMES: Final = (("Workbook", "XLS"), ("PowerPoint Document", "PPT"), ("EncryptedPackage", ""))
"""Streams of a compound file that tell what it is; the last is an encrypted document of a newer Word."""
OTHER_ENDINGS: Final = words_of("eml mht mhtml csv tsv json xml svg ics vcf tex pages key numbers")
"""Texts that are made for programs, or hold their own text in a wrapping that is not undone here."""
PARTS: Final = (("word/document.xml", "docx"), ("content.xml", "odt"), ("META-INF/container.xml", "epub"))
PACKAGES: Final = words_of("docx docm dotx odt ott epub")
OTHER_PARTS: Final = (("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX"))
OPEN_DOCUMENTS: Final = {"spreadsheet": "ODS", "presentation": "ODP", "graphics": "ODG"}


def open_document(data: bytes, name: str) -> Document:
    """The text of a file with what is known of it; ``name`` is what its sender called it. Raises IntakeError."""
    if len(data) > BYTES:
        raise LargeError
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyError
    return _finished(_read(data, name))


def _read(data: bytes, name: str) -> Document:
    kind = kind_of(data, name)
    return _packed(data) if kind == ZIP else _reader(FORMATS[kind])(data)


def _reader(kind: Format) -> Callable[[bytes], Document]:
    module, _, function = kind.reader.partition(":")
    return cast(Callable[[bytes], Document], getattr(import_module(f"intake.formats.{module}"), function))


def _finished(document: Document) -> Document:
    text = tidy(document.text)
    if not any(map(str.isalnum, text)):
        raise EmptyError
    if len(text) > CHARACTERS:
        raise LongError
    return replace(document, text=text)


def kind_of(data: bytes, name: str) -> str:
    """The name of the format, by the content, and for texts by the name. Raises IntakeError for what is not read."""
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    kind = next((kind for beginning, kind in BEGINNINGS if data.lstrip().startswith(beginning)), None)
    if kind == ZIP:
        return _kind_of_package(data, name)
    return kind or _kind_of_text(data, name)


def _kind_of_package(data: bytes, name: str) -> str:
    with packages.opened(data) as package:
        names = set(package.namelist())
        if "content.xml" in names and "mimetype" in names:
            _refuse_other_open_documents(packages.part(package, "mimetype"))
    for part, format_name in OTHER_PARTS:
        if part in names:
            raise UnsupportedFormatError(format=format_name)
    kind = next((kind for part, kind in PARTS if part in names), ZIP)
    if kind == ZIP and _ending(name) in PACKAGES:
        raise BrokenError
    return kind


def _refuse_other_open_documents(told: bytes) -> None:
    for word, format_name in OPEN_DOCUMENTS.items():
        if word.encode() in told:
            raise UnsupportedFormatError(format=format_name)


def _kind_of_text(data: bytes, name: str) -> str:
    _refuse_others(data)
    ending = _ending(name)
    if ending in OTHER_ENDINGS:
        raise UnsupportedFormatError(format=ending.upper())
    named = next((kind for kind, one in FORMATS.items() if ending in one.endings), None)
    if ending == ZIP or (named and not FORMATS[named].is_text):
        raise BrokenError
    return _by_markup(data) or named or _plain(data)


def _refuse_others(data: bytes) -> None:
    if data.startswith(PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or data[4:12] == b"ftypheic":
        raise PictureError
    for place, mark, format_name in UNSUPPORTED:
        if data.startswith(mark, place):
            raise _compound(data) if format_name == "DOC" else UnsupportedFormatError(format=format_name)


def _compound(data: bytes) -> UnsupportedFormatError | EncryptedError:
    """What a compound file of an older Office is, or that it holds an encrypted document."""
    found = next((kind for name, kind in OLE_NAMES if name.encode("utf-16-le") in data), "DOC")
    return UnsupportedFormatError(format=found) if found else EncryptedError()


def _by_markup(data: bytes) -> str | None:
    head = data[:HEAD].replace(b"\0", b"").lower()
    if b"<fictionbook" in head:
        return "fb2"
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) else None


def _plain(data: bytes) -> str:
    """A name that tells nothing: text, if the bytes are one."""
    decoded(data[:HEAD])
    return "txt"


def _packed(data: bytes) -> Document:
    """The one document of an archive. Raises SeveralError, NothingError."""
    with packages.opened(data) as package:
        names = [name for name in packages.documents(package) if _is_readable(name)]
        if len(names) > 1:
            raise SeveralError(names=_listed(names))
        if not names:
            raise NothingError
        return _unpacked(package, names[0])


def _unpacked(package: ZipFile, name: str) -> Document:
    data = packages.part(package, name)
    kind = kind_of(data, name)
    if kind == ZIP:
        raise NothingError
    return _reader(FORMATS[kind])(data)


def _is_readable(name: str) -> bool:
    return any(_ending(name) in kind.endings for kind in FORMATS.values())


def _listed(names: list[str]) -> str:
    shown = [PurePosixPath(name).name for name in names[:LISTED]]
    return ", ".join([*shown, "…"] if len(names) > LISTED else shown)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".").lower()
