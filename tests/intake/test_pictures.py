"""Optical recognition, where Debian's tesseract is installed."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument

from benchmarks.worst_files import pdf
from intake import failures
from intake.pictures import can_recognise, recognised
from tests.intake.making import pdf_of

installed = pytest.mark.skipif(not can_recognise(), reason="tesseract is not installed")
LINES = ["The new bridge over the river", "was opened on Tuesday morning"]


def drawn(lines: list[str]) -> bytes:
    """A page with lines of a font that every PDF reader has, drawn as a portable greymap."""
    content = b"".join(
        b"BT /F 24 Tf 60 %d Td (%s) Tj ET\n" % (700 - 40 * at, line.encode()) for at, line in enumerate(lines)
    )
    with PdfDocument(pdf(1, content)) as page:
        bitmap = page[0].render(scale=2, grayscale=True)
        rows = bytes(bitmap.buffer)
        whole = b"".join(rows[at : at + bitmap.width] for at in range(0, len(rows), bitmap.stride))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + whole


@installed
async def test_the_lines_of_a_picture_are_read() -> None:
    assert (await recognised(drawn(LINES))).text.split() == " ".join(LINES).split()


@installed
async def test_a_picture_without_letters_is_told() -> None:
    with pytest.raises(failures.NoLettersError):
        await recognised(drawn([]))


@installed
async def test_a_damaged_picture_is_told() -> None:
    with pytest.raises(failures.BrokenError):
        await recognised(b"\x89PNG\r\n\x1a\n and nothing else")


@installed
async def test_a_scan_of_many_pages_stays_a_scan() -> None:
    with pytest.raises(failures.ScanError):
        await recognised(pdf_of(*[[]] * 6))
