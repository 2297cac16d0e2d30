"""Zip files, which are also what docx, odt and epub are: looked into with care."""

from __future__ import annotations

import io
import zlib
from pathlib import PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from intake.failures import BombError, BrokenError, EncryptedError

UNPACKED: Final = 150_000_000  # bytes of all members together
MEMBERS: Final = 5_000
RATIO: Final = 200  # of what a member unpacks to, by what it is
SUSPECT: Final = 10_000_000  # bytes; a member that unpacks to less may have any ratio
ENCRYPTED: Final = 0x1  # of a member's flags

CLUTTER: Final = ("__MACOSX/", ".")


def opened(data: bytes) -> ZipFile:
    """The package. Raises BrokenError, EncryptedError, BombError.

    zipfile unpacks no more of a member than is declared, so the declared sizes are what counts.
    """
    try:
        package = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BrokenError from error
    members = package.infolist()
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise EncryptedError
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED or any(map(_swells, members)):
        raise BombError
    return package


def part(package: ZipFile, name: str) -> bytes:
    """A member's bytes. Raises BrokenError if it is not there, or damaged."""
    try:
        return package.read(name)
    except (BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError, OSError, ValueError) as error:
        raise BrokenError from error


def documents(package: ZipFile) -> list[str]:
    """The names of members that somebody put there: no folders, no clutter of an operating system."""
    names = [member.filename for member in package.infolist() if not member.is_dir()]
    return [name for name in names if not name.startswith(CLUTTER) and not PurePosixPath(name).name.startswith(CLUTTER)]


def _swells(member: ZipInfo) -> bool:
    return member.file_size > max(SUSPECT, RATIO * member.compress_size)
