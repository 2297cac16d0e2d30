"""Files of every format, made of a few words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from benchmarks.worst_files import written

UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0000> <00FF> <0000> <0400> <04FF> <0400> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""

ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
FB2_SPACE = 'xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'


def zipped(members: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


def docx_of(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return docx_bytes(document)


def docx_bytes(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def odt_of(body: str, title: str = "", author: str = "") -> bytes:
    content = f"<office:document-content {ODT_SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    known = f"<office:document-meta {ODT_SPACES}><office:meta><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></office:meta></office:document-meta>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": known})


def fb2_of(body: str, notes: str = "", encoding: str = "utf-8") -> bytes:
    text = f"""<?xml version="1.0" encoding="{encoding}"?><FictionBook {FB2_SPACE}><description><title-info>
<author><first-name>Анна</first-name><last-name>Ким</last-name></author><book-title>Река и город</book-title>
<date value="2024-03-05">5 марта</date></title-info></description><body>{body}</body>
{f'<body name="notes">{notes}</body>' if notes else ""}<binary id="a">AAAA</binary></FictionBook>"""
    return text.encode(encoding)


def epub_of(
    pages: Sequence[str], title: str = "", author: str = "", more: dict[str, bytes | str] | None = None
) -> bytes:
    items = "".join(
        f'<item id="p{i}" href="p%20{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{i}"/>' for i in range(len(pages)))
    package = f"""<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:date>2023-01-02T00:00:00Z</dc:date></metadata>
<manifest>{items}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/>{spine}</spine></package>"""
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    head = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    texts = {f"OPS/p {i}.xhtml": f"{head}{page}</body></html>" for i, page in enumerate(pages)}
    nav = {"OPS/nav.xhtml": f"{head}<p>Оглавление</p></body></html>"}
    return zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": package}
        | texts
        | nav
        | (more or {})
    )


def rtf_of(body: str, title: str = "", author: str = "") -> bytes:
    known = rf"{{\info{{\title {_rtf(title)}}}{{\author {_rtf(author)}}}}}"
    return (
        rf"{{\rtf1\ansi\ansicpg1251\deff0{{\fonttbl{{\f0\fcharset204 Arial;}}}}{known}\pard\f0 {_rtf(body)}}}".encode(
            "ascii"
        )
    )


def _rtf(text: str) -> str:
    return "".join(one if one.isascii() else f"\\'{one.encode('cp1251')[0]:02x}" for one in text)


def pdf_of(
    *pages: Sequence[tuple[float, float, float, str]], title: str = "", author: str = "", drawn: bytes = b""
) -> bytes:
    """A PDF of pages of lines: left, bottom and size in points, and text. All letters are half as wide as they are high."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>"
    letters = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>"
    outline = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >>"
    first = 8
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Title <%s> /Author <%s> >>" % (_hexadecimal(title, "utf-16"), _hexadecimal(author, "utf-16")),
        font,
        letters,
        b"<< /Length %d >> stream\n%s\nendstream" % (len(UNICODE), UNICODE),
        outline,
    ]
    for number, lines in enumerate(pages):
        content = drawn + b"\n".join(
            b"BT /F %.1f Tf %.1f %.1f Td <%s> Tj ET" % (size, left, bottom, _hexadecimal(text, "utf-16-be"))
            for left, bottom, size, text in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents %d 0 R >>"
            % (first + 2 * number + 1)
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
    return written(objects).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 3 0 R")


def _hexadecimal(text: str, encoding: str) -> bytes:
    return (
        (text.encode("utf-16-be") if encoding == "utf-16-be" else b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()
    )


def column(
    text: str, width: int, left: float = 50, top: float = 780, size: float = 10
) -> list[tuple[float, float, float, str]]:
    """The lines of a text that is broken at this many characters, as they stand below each other."""
    lines, line = [], ""
    for word in text.split():
        if len(f"{line} {word}") > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [(left, top - 14 * at, size, one) for at, one in enumerate([*lines, line])]


def page_of(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{escape(head)}</title></head><body>{body}</body></html>'.encode()


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": "Мост открыт."}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def locked_pdf() -> bytes:
    rules = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"11" * 32,
        b"22" * 32,
    )
    return pdf_of([(50, 780, 10, "Мост открыт.")]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + rules)


def scan() -> bytes:
    """A PDF of two pages that hold a picture and no letter."""
    return pdf_of([], [], drawn=b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n")
