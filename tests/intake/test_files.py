"""What comes out of a file of each format."""

from __future__ import annotations

from datetime import UTC, datetime

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from intake.files import open_document
from tests.intake.making import (
    column,
    docx_bytes,
    docx_of,
    epub_of,
    fb2_of,
    odt_of,
    page_of,
    pdf_of,
    rtf_of,
    zipped,
)

BRIDGE = "Новый мост через реку открыли во вторник утром. По нему проехали первые автобусы и грузовики."
SCHOOL = "Школа на левом берегу примет детей в сентябре. Классов в ней сорок, а учителей пока тридцать."


def test_a_plain_text_comes_as_it_is() -> None:
    assert open_document(f"{BRIDGE}\n{SCHOOL}\n".encode(), "news.txt").text == f"{BRIDGE}\n{SCHOOL}"


def test_markdown_loses_its_marks_and_gives_its_heading_as_title() -> None:
    source = "# Мост открыт\n\n**Новый** мост [открыли](http://a.kz).\n\n- раз\n- два\n\n| год | мост |\n| --- | --- |\n| 2024 | новый |\n"
    document = open_document(source.encode(), "news.md")
    assert document.title == "Мост открыт"
    assert document.text == "Мост открыт\n\nНовый мост открыли.\n\n• раз\n• два\n\nгод | мост\n2024 | новый"


def test_the_title_of_front_matter_goes_before_a_heading() -> None:
    assert (
        open_document(b"---\ntitle: 'Bridge open'\n---\n# Part\n\nThe bridge is open.", "a.md").title == "Bridge open"
    )


def test_a_saved_article_comes_without_what_stands_around_it() -> None:
    menu = "".join(f'<a href="/{i}">Раздел {i}</a>' for i in range(30))
    article = f"<p>{BRIDGE} Паром больше не ходит, и жалеют о нём немногие.</p><p>{SCHOOL} Набор объявят летом.</p>" * 2
    page = page_of(
        f"<nav>{menu}</nav><article><h1>Мост открыт</h1>{article}</article><footer>Все права</footer>", "Мост открыт"
    )
    document = open_document(page, "page.html")
    assert BRIDGE in document.text
    assert "Раздел 7" not in document.text
    assert document.title == "Мост открыт"


def test_a_page_in_which_no_article_is_found_comes_whole() -> None:
    page = page_of(
        "<h1>Приказ</h1><ol><li>Открыть мост.<li>Закрыть паром.</ol><table><tr><td>Мост<td>1<tr><td>Паром<td>2</table>"
    )
    text = open_document(page, "page.html").text
    assert "1. Открыть мост.\n2. Закрыть паром." in text
    assert "Мост | 1\nПаром | 2" in text


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{BRIDGE}</p></body></html>'
    assert open_document(page.encode(encoding), "page.htm").text == BRIDGE


def test_word_gives_paragraphs_tables_lists_and_its_own_title_and_author() -> None:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Мост открыт", "Анна Ким"
    document.add_paragraph(BRIDGE)
    document.add_paragraph("паром", style="List Bullet")
    document.add_paragraph("первый", style="List Number")
    document.add_paragraph("второй", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ["Год", "Мост", "2024", "Новый"], strict=True
    ):
        cell.text = text
    document.add_paragraph(SCHOOL)
    found = open_document(docx_bytes(document), "news.docx")
    assert (found.title, found.author) == ("Мост открыт", "Анна Ким")
    assert found.text == f"{BRIDGE}\n\n• паром\n1. первый\n2. второй\n\nГод | Мост\n2024 | Новый\n\n{SCHOOL}"


def test_word_keeps_what_was_inserted_and_drops_what_was_deleted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Мост ")
    for tag, child, text in (("w:ins", "w:t", "открыт"), ("w:del", "w:delText", "закрыт")):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(child)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)
    assert open_document(docx_bytes(document), "a.docx").text == "Мост открыт"


def test_word_gives_the_text_of_boxes_and_of_content_controls() -> None:
    document = docx.Document()
    document.add_paragraph(BRIDGE)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(document.add_paragraph("В управляемом поле.")._p)
    control.append(content)
    document.element.body.insert(1, control)
    run = document.add_paragraph("У рисунка.").add_run()._r
    picture, box = OxmlElement("w:pict"), OxmlElement("w:txbxContent")
    box.append(document.add_paragraph("В рамке.")._p)
    picture.append(box)
    run.append(picture)
    assert (
        open_document(docx_bytes(document), "a.docx").text
        == f"{BRIDGE}\n\nВ управляемом поле.\n\nУ рисунка.\n\nВ рамке."
    )


def test_the_first_heading_of_word_is_the_title_where_its_own_is_a_file_name() -> None:
    document = docx.Document()
    document.core_properties.title = "Microsoft Word - отчёт_итог.docx"
    document.add_heading("Мост открыт", level=1)
    document.add_paragraph(BRIDGE)
    assert open_document(docx_bytes(document), "a.docx").title == "Мост открыт"


def test_footnotes_of_word_follow_its_text() -> None:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = f'<w:document {word}><w:body><w:p><w:r><w:t>Мост открыт</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p><w:p><w:r><w:t>Конец</w:t></w:r></w:p></w:body></w:document>'
    notes = f'<w:footnotes {word}><w:footnote w:id="4"><w:p><w:r><w:t>Во вторник.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    related = f'<Relationships><Relationship Id="r" Type="{kinds}/footnotes" Target="footnotes.xml"/></Relationships>'
    data = zipped({"word/document.xml": body, "word/footnotes.xml": notes, "word/_rels/document.xml.rels": related})
    assert open_document(data, "a.docx").text == "Мост открыт [1]\n\nКонец\n\n[1] Во вторник."


def test_the_styles_that_make_a_numbered_list_are_known_by_their_definition() -> None:
    document = docx.Document()
    for _ in range(2):
        document.add_paragraph("пункт", style="List Number")
    numbering = document.part.numbering_part.element
    for kind in numbering.iter(qn("w:numFmt")):
        kind.set(qn("w:val"), "russianLower")
    assert open_document(docx_bytes(document), "a.docx").text == "а. пункт\nб. пункт"


def test_open_document_gives_headings_lists_tables_and_notes() -> None:
    body = (
        "<text:h>Мост открыт</text:h>"
        "<text:p>Новый<text:s text:c='1'/>мост<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Во вторник.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>раз</text:p></text:list-item><text:list-item><text:p>два</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Год</text:p></table:table-cell><table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Конец<draw:frame><draw:text-box><text:p>В рамке</text:p></draw:text-box></draw:frame></text:p>"
    )
    found = open_document(odt_of(body, author="Анна Ким"), "a.odt")
    assert (found.title, found.author) == ("Мост открыт", "Анна Ким")
    assert (
        found.text
        == "Мост открыт\n\nНовый мост [1]\n\n• раз\n• два\n\nГод | 2024\n\nКонец\n\nВ рамке\n\n[1] Во вторник."
    )


def test_rich_text_gives_letters_of_its_code_page_rows_notes_and_what_is_known() -> None:
    source = r"Мост открыт.{\footnote\pard Во вторник.}\par Год\cell 2024\cell\row Конец.\par"
    found = open_document(rtf_of(source, title="Мост открыт", author="Анна Ким"), "a.rtf")
    assert (found.title, found.author) == ("Мост открыт", "Анна Ким")
    assert found.text == "Мост открыт. [1]\nГод | 2024\nКонец.\n\n[1] Во вторник."


def test_rich_text_that_calls_itself_a_word_document_is_read() -> None:
    assert open_document(rtf_of("Мост открыт."), "a.doc").text == "Мост открыт."


def test_fictionbook_gives_sections_verses_notes_author_title_and_date() -> None:
    body = "<title><p>Глава</p></title><section><p>Мост <emphasis>открыт</emphasis>.</p><poem><stanza><v>Река</v><v>течёт</v></stanza></poem></section>"
    found = open_document(fb2_of(body, "<section><title><p>1</p></title><p>Примечание.</p></section>"), "a.fb2")
    assert (found.title, found.author) == ("Река и город", "Анна Ким")
    assert found.published == datetime(2024, 3, 5, tzinfo=UTC)
    assert found.text == "Глава\n\nМост открыт.\n\nРека\nтечёт\n\n1\n\nПримечание."


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_fictionbook_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    assert open_document(fb2_of("<section><p>Мост</p></section>", encoding=encoding), "a.fb2").text == "Мост"


def test_a_book_gives_its_pages_in_their_order_without_the_table_of_contents() -> None:
    found = open_document(
        epub_of([f"<h1>Один</h1><p>{BRIDGE}</p>", f"<p>{SCHOOL}</p>"], "Река и город", "Анна Ким"), "a.epub"
    )
    assert (found.title, found.author) == ("Река и город", "Анна Ким")
    assert found.published == datetime(2023, 1, 2, tzinfo=UTC)
    assert found.text == f"Один\n\n{BRIDGE}\n\n{SCHOOL}"


@pytest.mark.parametrize("name", ["book.fb2.zip", "book.zip", "file"])
def test_an_archive_of_one_document_is_that_document(name: str) -> None:
    data = zipped(
        {"папка/": b"", "папка/книга.fb2": fb2_of("<section><p>Мост</p></section>"), "__MACOSX/._книга.fb2": b"x"}
    )
    assert open_document(data, name).title == "Река и город"


def test_pictures_beside_the_one_document_of_an_archive_do_not_matter() -> None:
    assert open_document(zipped({"a.txt": BRIDGE, "photo.jpg": b"\xff\xd8\xff"}), "a.zip").text == BRIDGE


@pytest.mark.parametrize("name", ["news", "news.bak", "news.pdf.docx"])
def test_what_a_file_is_tells_its_content_before_its_name(name: str) -> None:
    assert open_document(docx_of(BRIDGE), name).text == BRIDGE
    assert open_document(pdf_of(column(BRIDGE, 50)), name).text == BRIDGE


class TestPdf:
    def test_lines_become_paragraphs_and_title_and_author_are_told(self) -> None:
        lines = column(BRIDGE * 3, 60)
        found = open_document(
            pdf_of([*lines, *column(SCHOOL, 60, top=700)], title="Мост открыт", author="Анна Ким"), "a.pdf"
        )
        assert (found.title, found.author) == ("Мост открыт", "Анна Ким")
        assert found.text == f"{BRIDGE * 3}\n\n{SCHOOL}"

    def test_a_program_that_names_the_file_gives_no_title(self) -> None:
        assert open_document(pdf_of(column(BRIDGE, 60), title="Microsoft Word - itog.docx"), "a.pdf").title is None

    def test_paragraphs_without_room_between_them_part_where_a_line_ends_early(self) -> None:
        lines = [*column(BRIDGE, 40), *column(SCHOOL, 40, top=780 - 14 * len(column(BRIDGE, 40)))]
        assert open_document(pdf_of(lines), "a.pdf").text == f"{BRIDGE}\n{SCHOOL}"

    def test_a_paragraph_goes_on_over_a_page(self) -> None:
        lines = column(f"{BRIDGE} {SCHOOL}", 40)
        assert open_document(pdf_of(lines[:3], lines[3:]), "a.pdf").text == f"{BRIDGE} {SCHOOL}"

    def test_headers_and_numbers_of_pages_are_left_out(self) -> None:
        pages = [
            [
                (50, 820, 8, "Вестник реки"),
                *column(f"{text} Об этом сказано дважды.", 60),
                (290, 30, 8, f"– {number} –"),
            ]
            for number, text in enumerate([BRIDGE, SCHOOL, BRIDGE, SCHOOL], start=1)
        ]
        text = open_document(pdf_of(*pages), "a.pdf").text
        assert "Вестник" not in text
        assert "–" not in text
        assert text.count("дважды") == 4

    def test_a_line_that_is_all_of_every_page_stays(self) -> None:
        assert open_document(pdf_of(*[[(50, 780, 10, BRIDGE)]] * 4), "a.pdf").text.count(BRIDGE) == 4

    def test_two_columns_are_read_one_after_the_other(self) -> None:
        lines = [*column(BRIDGE, 30), *column(SCHOOL, 30, left=320)]
        assert open_document(pdf_of(lines), "a.pdf").text == f"{BRIDGE}\n\n{SCHOOL}"

    def test_words_broken_at_the_end_of_a_line_are_whole_again(self) -> None:
        lines = [
            (50, 780, 10, "Сегодня выросла вся эконо-"),
            (50, 766, 10, "мика, и выросла она из-"),
            (50, 752, 10, "за реки."),
        ]
        assert open_document(pdf_of(lines), "a.pdf").text == "Сегодня выросла вся экономика, и выросла она из-за реки."

    def test_notes_at_the_foot_of_a_page_follow_the_text(self) -> None:
        first = [
            *column("Мост открыли во вторник утром, и по нему сразу же поехали", 60),
            (50, 60, 7, "1 По данным акимата."),
        ]
        second = column("автобусы и грузовики, а за ними остальные." + f" {BRIDGE}" * 3, 60)
        text = open_document(pdf_of(first, second), "a.pdf").text
        assert "поехали автобусы" in text
        assert text.endswith("1 По данным акимата.")

    def test_cyrillic_letters_that_were_taken_for_latin_ones_are_put_right(self) -> None:
        text = f"{BRIDGE} {SCHOOL}".replace("ё", "е")
        mistaken = "".join(chr(ord(one) - 0x3D6) if one.isalpha() else one for one in text)
        assert open_document(pdf_of(column(mistaken, 60)), "a.pdf").text == text

    def test_an_english_text_stays_as_it_is(self) -> None:
        text = (
            "The new bridge over the river was opened on Tuesday morning, and the first buses and lorries went over it."
        )
        assert open_document(pdf_of(column(text, 60)), "a.pdf").text == text
