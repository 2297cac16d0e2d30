"""Files made to do harm: as large as Telegram gives them, swelling, deep, endless. Each is made when it is needed."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile

LIMIT = 20_000_000  # bytes that Telegram gives to a bot
SWOLLEN = 1_000_000_000  # bytes that a bomb unpacks to
SEED = 7
WORDS = ["вода", "мост", "город", "министр", "сказал", "новый", "школа", "закон", "рост", "цена"]
WORD_MARKUP = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"


def noise() -> bytes:
    return random.Random(SEED).randbytes(LIMIT)  # noqa: S311 - it is no secret


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[], bytes]:
    """A file of the greatest size that is one thing again and again."""
    head, one, tail = before.encode(), unit.encode(), after.encode()
    return lambda: head + one * ((LIMIT - len(head) - len(tail)) // len(one)) + tail


def beginning(mark: bytes) -> Callable[[], bytes]:
    return lambda: mark + noise()[len(mark) :]


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


def bomb(name: str) -> Callable[[], bytes]:
    return lambda: zipped({name: bytes(SWOLLEN)})


def nested() -> bytes:
    data = zipped({"bomb.txt": bytes(100_000_000)})
    for depth in range(10):
        data = zipped({f"{depth}-{copy}.zip": data for copy in range(10)})
    return data


def crowd() -> bytes:
    return zipped({f"{number}.txt": b"a" for number in range(100_000)})


def long_docx() -> bytes:
    """As much text as may be unpacked, and no ratio that would tell."""
    chosen = random.Random(SEED)  # noqa: S311 - it is no secret
    paragraphs = (
        f"<w:p><w:r><w:t>{' '.join(chosen.choices(WORDS, k=40))} {number:x}</w:t></w:r></w:p>"
        for number in range(250_000)
    )
    return zipped({"word/document.xml": f"{WORD_MARKUP}{''.join(paragraphs)}</w:body></w:document>".encode()})


def deep_docx() -> bytes:
    depth = 200_000
    return zipped({"word/document.xml": f"{WORD_MARKUP}{'<w:tbl><w:tr><w:tc>' * depth}".encode()})


def laughs() -> bytes:
    """Billion laughs: entities of entities."""
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE f [<!ENTITY l0 "ха">{entities}]><FictionBook>&l11;</FictionBook>'.encode()


def pdf(pages: int, content: bytes, shared: bool = False, compressed: bool = False) -> bytes:
    """A PDF of ``pages`` with the same content, written out for each unless ``shared``."""
    stream = zlib.compress(content, 9) if compressed else content
    packed = b" /Filter /FlateDecode" if compressed else b""
    body = b"<< /Length %d%s >> stream\n%s\nendstream" % (len(stream), packed, stream)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        font,
        body,
    ]
    contents = [4 if shared else 5 + pages + number for number in range(pages)]
    objects += [PAGE % number for number in contents]
    objects += [] if shared else [body] * pages
    return written(objects)


def written(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = [b"%PDF-1.4\n"], [9]
    for number, one in enumerate(objects, start=1):
        out.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
        places.append(places[-1] + len(out[-1]))
    table = b"".join(b"%010d 00000 n \n" % place for place in places[:-1])
    size = len(objects) + 1
    out.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (size, table, size))
    out.append(b"startxref\n%d\n%%%%EOF\n" % places[-1])
    return b"".join(out)


LINE = b"BT /F 12 Tf 50 780 Td (A line of a page that says the same as all others do) Tj ET\n"
FULL = (
    b"BT /F 12 Tf 50 780 Td 14 TL "
    + b"(A full line of words on a page that nobody will ever read) Tj T*\n" * 50
    + b"ET\n"
)

ENDINGS = ["txt", "md", "html", "fb2", "rtf", "pdf", "docx", "odt", "epub", "zip", "fb2.zip", "doc", "bin"]

WORST: dict[str, Callable[[], bytes]] = (
    {f"noise.{ending} of random bytes": noise for ending in ENDINGS}
    | {f"letter.{ending} of one letter": repeated("а") for ending in ENDINGS}
    | {
        "noise.pdf that begins as a PDF": beginning(b"%PDF-1.7\n"),
        "noise.docx that begins as a zip": beginning(b"PK\x03\x04"),
        "noise.rtf that begins as RTF": beginning(b"{\\rtf1"),
        "noise.doc that begins as an older Word's": beginning(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "lines.txt of one letter each": repeated("а\n"),
        "spaces.txt of spaces between two letters": repeated(" ", "а", "а"),
        "words.txt of words without a line's end": repeated("слово "),
        "wrapped.txt of broken lines": repeated("слово за слово, строка за строкой, и так без кон-\n"),
        "quotes.md of quotations within quotations": repeated(">"),
        "brackets.md of brackets": repeated("["),
        "stars.md of emphasis": repeated("*а **б "),
        "lists.md of lists within lists": repeated("- "),
        "deep.html of divisions within divisions": repeated("<div>", "<html><body>"),
        "items.html of a list": repeated("<li>а", "<html><body><ol>"),
        "tables.html of tables within tables": repeated("<table><tr><td>", "<html><body>"),
        "cells.html of one table": repeated("<td>а</td>", "<html><body><table><tr>"),
        "links.html of links": repeated("<a href=a>а</a> ", "<html><body>"),
        "page.html of paragraphs": repeated("<p>Абзац о том, что ничего не случилось.</p>", "<html><body>"),
        "attribute.html of one attribute": repeated("а", '<html><body title="', '">'),
        "deep.fb2 of sections within sections": repeated("<section>", "<FictionBook><body>"),
        "flat.fb2 of paragraphs": repeated("<p>Абзац</p>", "<FictionBook><body>", "</body></FictionBook>"),
        "laughs.fb2 of entities": laughs,
        "deep.rtf of groups within groups": repeated("{", "{\\rtf1 "),
        "fields.rtf of fields": repeated("{\\field{\\*\\fldinst{ HYPERLINK ", "{\\rtf1 "),
        "notes.rtf of notes within notes": repeated("{\\footnote ", "{\\rtf1 "),
        "text.rtf of letters": repeated("\\u1072?", "{\\rtf1 ", "}"),
        "bomb.zip of a gigabyte of zeros": bomb("bomb.txt"),
        "bomb.docx of a gigabyte of zeros": bomb("word/document.xml"),
        "bomb.odt of a gigabyte of zeros": bomb("content.xml"),
        "nested.zip of zips within zips": nested,
        "crowd.zip of 100,000 members": crowd,
        "long.docx of 250,000 paragraphs": long_docx,
        "deep.docx of tables within tables": deep_docx,
        "pages.pdf of 10,000 pages": lambda: pdf(10_000, LINE),
        "full.pdf of 10,000 full pages": lambda: pdf(10_000, FULL, shared=True),
        "empty.pdf of 10,000 empty pages": lambda: pdf(10_000, b" ", shared=True),
        "many.pdf of 100,000 pages": lambda: pdf(100_000, LINE, shared=True),
        "bomb.pdf of a stream that swells": lambda: pdf(1, LINE * 10_000_000, compressed=True),
        "spaces.pdf of a stream of spaces": lambda: pdf(1, b" " * SWOLLEN, compressed=True),
        "page.pdf of one page with all": lambda: pdf(1, LINE * (LIMIT // len(LINE) - 20), shared=True),
    }
)
