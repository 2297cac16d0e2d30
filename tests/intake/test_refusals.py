"""Why a file gives no text: each reason has its own answer."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest

from benchmarks import worst_files
from intake import failures
from intake.documents import IntakeError
from intake.files import BYTES, open_document
from intake.texts import CHARACTERS
from tests.intake.making import docx_of, epub_of, fb2_of, locked_pdf, locked_zip, odt_of, pdf_of, scan, zipped

TEXT = "Мост открыт."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(data: bytes, name: str) -> IntakeError:
    with pytest.raises(IntakeError) as caught:
        open_document(data, name)
    return caught.value


LOCKED_ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": b"\x99",
    "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
}
LOCKED_EPUB = {
    "META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e>'
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", locked_pdf()),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("a.zip", locked_zip()),
        ("a.odt", zipped(LOCKED_ODT)),
        ("a.epub", epub_of(["<p>a</p>"], more=LOCKED_EPUB)),
    ],
)
def test_what_needs_a_password_is_told(name: str, data: bytes) -> None:
    assert isinstance(refusal(data, name), failures.EncryptedError)


def test_a_book_that_hides_only_its_fonts_is_read() -> None:
    hidden = {"META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'}
    assert open_document(epub_of([f"<p>{TEXT}</p>"], more=hidden), "a.epub").text == TEXT


def test_a_pdf_of_pictures_is_a_scan() -> None:
    assert isinstance(refusal(scan(), "a.pdf"), failures.ScanError)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"not a document"),
        ("a.pdf", b"not a document"),
        ("a.pdf", b"%PDF-1.4\nnothing follows"),
        ("a.zip", b"not an archive"),
        ("a.docx", docx_of(TEXT)[:-200]),
        ("a.docx", zipped({"word/document.xml": "<w:document"})),
        ("a.odt", zipped({"a.txt": TEXT})),
        ("a.epub", zipped({"META-INF/container.xml": "<container/>"})),
        ("a.fb2", fb2_of("<section><p>a</p></section>")[:-30]),
        ("a.fb2", b"<?xml version='1.0'?><other/>"),
        ("a.rtf", b"{\\rtf1" + bytes(range(32)) * 100),
    ],
)
def test_a_damaged_file_is_told(name: str, data: bytes) -> None:
    assert isinstance(refusal(data, name), failures.BrokenError)


def test_a_member_that_does_not_match_its_checksum_is_damage() -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as package:
        package.writestr("a.txt", TEXT)
    data = buffer.getvalue().replace("Мост".encode(), "Дост".encode())
    assert isinstance(refusal(data, "a.zip"), failures.BrokenError)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.txt", b" \r\n\t"),
        ("a.txt", "…\n".encode()),
        ("a.docx", docx_of("")),
        ("a.odt", odt_of("")),
        ("a.html", b"<html><body></body></html>"),
        ("a.pdf", pdf_of([])),
    ],
)
def test_a_file_without_text_is_told(name: str, data: bytes) -> None:
    assert isinstance(refusal(data, name), failures.EmptyError)


def test_a_file_larger_than_telegram_gives_is_told() -> None:
    assert isinstance(refusal(bytes(BYTES + 1), "a.txt"), failures.LargeError)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"a" * (CHARACTERS + 1)), ("a.md", b"a " * CHARACTERS), ("a.html", b"<html>" + b"a " * CHARACTERS)],
)
def test_a_text_that_is_too_long_is_told(name: str, data: bytes) -> None:
    assert isinstance(refusal(data, name), failures.LongError)


def test_ten_thousand_pages_are_too_long() -> None:
    assert isinstance(refusal(worst_files.pdf(10_000, worst_files.LINE, shared=True), "a.pdf"), failures.LongError)


def test_pages_that_hold_too_many_letters_are_too_long() -> None:
    assert isinstance(refusal(worst_files.pdf(600, worst_files.FULL * 2, shared=True), "a.pdf"), failures.LongError)


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("a.zip", {"a.txt": bytes(12_000_000)}),
        ("a.docx", {"word/document.xml": bytes(12_000_000)}),
        ("a.zip", {f"{number}.txt": b"a" for number in range(6_000)}),
    ],
)
def test_a_bomb_is_not_unpacked(name: str, members: dict[str, bytes]) -> None:
    assert isinstance(refusal(zipped(members), name), failures.BombError)


@pytest.mark.parametrize("name", ["a.fb2", "a.docx"])
def test_entities_are_not_resolved(name: str) -> None:
    laughs = worst_files.laughs()
    data = laughs if name == "a.fb2" else zipped({"word/document.xml": laughs})
    assert isinstance(refusal(data, name), failures.BrokenError)


def test_a_file_of_the_machine_is_no_entity_of_a_book() -> None:
    book = b'<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/hostname">]><FictionBook><body><p>&x;</p></body></FictionBook>'
    assert isinstance(refusal(book, "a.fb2"), failures.BrokenError)


def test_several_documents_in_one_archive_are_named() -> None:
    error = refusal(zipped({"один.txt": TEXT, "папка/два.docx": docx_of(TEXT)}), "a.zip")
    assert isinstance(error, failures.SeveralError)
    assert error.details == {"names": "один.txt, два.docx"}


def test_of_many_documents_the_first_are_named() -> None:
    error = refusal(zipped({f"{number}.txt": TEXT for number in range(9)}), "a.zip")
    assert error.details == {"names": "0.txt, 1.txt, 2.txt, 3.txt, 4.txt, …"}


@pytest.mark.parametrize("members", [{"a.jpg": b"\xff\xd8\xff"}, {"inner.zip": zipped({"a.txt": TEXT})}, {"a/": b""}])
def test_an_archive_without_a_document_is_told(members: dict[str, bytes]) -> None:
    assert isinstance(refusal(zipped(members), "a.zip"), failures.NothingError)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", OLE, "DOC"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "XLS"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "PPT"),
        ("a.xlsx", zipped({"xl/workbook.xml": b"a"}), "XLSX"),
        ("a.pptx", zipped({"ppt/presentation.xml": b"a"}), "PPTX"),
        ("a.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "a"}), "ODS"),
        ("a.djvu", b"AT&TFORM....DJVU", "DJVU"),
        ("a.mobi", bytes(60) + b"BOOKMOBI", "MOBI"),
        ("a.rar", b"Rar!\x1a\x07", "RAR"),
        ("a.eml", b"From: a@b.kz\n\nText", "EML"),
    ],
)
def test_a_format_that_is_not_read_is_named(name: str, data: bytes, told: str) -> None:
    error = refusal(data, name)
    assert isinstance(error, failures.UnsupportedFormatError)
    assert error.details == {"format": told}


@pytest.mark.parametrize("mark", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"II*\0"])
def test_a_picture_is_told(mark: bytes) -> None:
    assert isinstance(refusal(mark + bytes(100) + b"a", "a.txt"), failures.PictureError)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.exe", "a.md"])
def test_bytes_that_are_no_text_are_told(name: str) -> None:
    assert isinstance(refusal(worst_files.noise()[:50_000], name), failures.UnknownFormatError)
