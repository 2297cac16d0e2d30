"""Optical recognition, where Debian's tesseract is installed: pictures of text, and scans of a few pages."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Final

from intake.documents import Document
from intake.failures import BrokenError, HeavyError, NoLettersError, ScanError
from intake.opening import opened
from intake.processes import Limits
from intake.texts import CHARACTERS, tidy
from intake.unwrapping import unwrapped

PROGRAM: Final = "tesseract"
ENGLISH: Final = "eng"
LANGUAGES: Final = ("rus", "kaz", ENGLISH)
MOSTLY: Final = 0.6  # of the letters are Latin in an English text
LIMITS: Final = Limits(memory=340_000_000, seconds=57, children=True)
PAGES: Final = 5  # of a scan; a longer one would not be read in time
DENSITY: Final = 200 / 72  # dots a point
LETTERS: Final = 20  # in a picture; fewer are noise
"""A picture too large for the memory, or pages too many for the time, are told by the process's limits."""


@cache
def languages() -> str:
    """Those of our languages that tesseract can read, as it wants them told; empty where it is not installed."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ""
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603
    return "+".join(language for language in LANGUAGES if language in told.stdout.split())


def can_recognise() -> bool:
    return bool(languages())


async def recognised(data: bytes) -> Document:
    """The text of a picture, or of a PDF of pictures. Raises NoLettersError, ScanError, BrokenError and `opened`'s."""
    return await opened(read_pictures, data, languages(), limits=LIMITS)


def read_pictures(data: bytes, spoken: str) -> Document:
    """The same, without limits."""
    pictures = _pages(data) if data.startswith(b"%PDF-") else [data]
    text = tidy("\n\n".join(unwrapped(_read(picture, spoken)) for picture in pictures))[:CHARACTERS]
    if sum(map(str.isalpha, text)) < LETTERS:
        raise NoLettersError
    return Document(text)


def _read(picture: bytes, spoken: str) -> str:
    """With all languages; once more with English alone where that is what it is, for many letters look the same."""
    text = _recognised(picture, spoken)
    latin = sum(character.isascii() for character in text if character.isalpha())
    mostly = latin > MOSTLY * sum(map(str.isalpha, text))
    return _recognised(picture, ENGLISH) if mostly and spoken.endswith(f"+{ENGLISH}") else text


def _recognised(picture: bytes, spoken: str) -> str:
    done = subprocess.run(  # noqa: S603 - the picture is its input, no argument
        [shutil.which(PROGRAM) or PROGRAM, "stdin", "stdout", "-l", spoken],
        input=picture,
        capture_output=True,
        check=False,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )
    if done.returncode < 0:
        raise HeavyError
    if done.returncode:
        raise BrokenError
    return done.stdout.decode("utf-8", "replace")


def _pages(data: bytes) -> Iterator[bytes]:
    """The pages as pictures in portable greymap form. Raises ScanError if there are too many."""
    from pypdfium2 import PdfDocument  # only a scan needs it

    with PdfDocument(data) as pdf:
        if len(pdf) > PAGES:
            raise ScanError
        for page in pdf:
            bitmap = page.render(scale=DENSITY, grayscale=True)
            rows = bytes(bitmap.buffer)
            lines = (rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
            yield b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
