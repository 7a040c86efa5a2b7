"""DOCX: what its styles mark, and what a hostile archive cannot do."""

from __future__ import annotations

import io
import time
import tracemalloc
import warnings
import zipfile

import docx
import pytest

from tests.read.makers import BODY, docx_bytes, zip_bytes
from tui.model import Article, BlockKind
from tui.read import ReadError, read_text

WORD = "word/document.xml"


def read(data: bytes) -> Article:
    return read_text(data, id="report")


def changed(data: bytes, name: str, part: bytes) -> bytes:
    """A document with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    return zip_bytes({**parts, name: part}, packed=True)


def test_styles_mark_title_headings_items_and_quotations() -> None:
    article = read(
        docx_bytes(
            [
                ("Title", "Dam holds"),
                ("Normal", BODY[0]),
                ("Heading 1", "What next?"),
                ("List Bullet", "Rain on Wednesday"),
                ("Intense Quote", BODY[2]),
                ("Normal", BODY[3]),
                ("Caption", "The dam on Tuesday"),
            ]
        )
    )
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        (BlockKind.TITLE, "Dam holds"),
        (BlockKind.PARAGRAPH, BODY[0]),
        (BlockKind.HEADING, "What next?"),
        (BlockKind.PARAGRAPH, "• Rain on Wednesday"),
        (BlockKind.QUOTE, BODY[2]),
        (BlockKind.PARAGRAPH, BODY[3]),
        (BlockKind.FURNITURE, "The dam on Tuesday"),
    ]
    assert article.title == "Dam holds"


def test_rows_of_tables_are_read_where_they_stand() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(BODY[0])
    table = document.add_table(1, 3)
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "Missing"
    table.rows[0].cells[2].text = "12"
    document.add_paragraph(BODY[1])
    buffer = io.BytesIO()
    document.save(buffer)
    assert read(buffer.getvalue()).text.split("\n\n") == [BODY[0], "Missing 12", BODY[1]]


def test_what_was_inserted_or_stands_in_boxes_is_read_and_what_was_deleted_is_not() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{run.format('A box.')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run.format('The dam ')}<w:ins w:id='1' w:author='a'>{run.format('held')}</w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>broke</w:delText></w:r></w:del>"
        f"{run.format(' on Tuesday.')}</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('Nobody was hurt.')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run.format('They all')}</w:hyperlink>{run.format(' left.')}"
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    part = (
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
        " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<w:body>{body}</w:body></w:document>"
    )
    article = read(changed(docx_bytes([("Normal", "a")]), WORD, part.encode()))
    assert article.text.split("\n\n") == [
        "The dam held on Tuesday.",
        "Nobody was hurt.",
        "They all left.",
        "A box.",
    ]


def test_properties_of_the_file_count_only_where_the_text_says_the_same() -> None:
    text = [("Normal", "By Ann Lee"), *(("Normal", t) for t in BODY)]
    assert read(docx_bytes(text, author="python-docx", title="Document1")).title is None
    assert read(docx_bytes(text[1:], author="Administrator")).author is None
    assert read(docx_bytes(text, author="Ann Lee")).author == "Ann Lee"


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    data = changed(docx_bytes([("Normal", "a")]), "word/media/x.bin", b"\0" * (70 << 20))
    tracemalloc.start()
    with pytest.raises(ReadError, match="unpacks to more than 64 MB"):
        read(data)
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_a_part_that_is_too_large_to_be_parsed_is_refused() -> None:
    data = changed(docx_bytes([("Normal", "a")]), WORD, b" " * (20 << 20))
    with pytest.raises(ReadError, match="a part of more than 16 MB"):
        read(data)


def test_a_part_that_is_listed_again_and_again_is_parsed_once() -> None:
    buffer = io.BytesIO(docx_bytes([("Normal", BODY[0])]))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile says that the names are not unique
        for _ in range(400):
            archive.writestr("more.xml", b"")
        archive.writestr("more.xml", b"<a>" + b"<b/>" * 200_000 + b"</a>")
    began = time.process_time()
    assert BODY[0] in read(buffer.getvalue()).text
    assert time.process_time() - began < 5


def test_thousands_of_paragraphs_are_read_in_seconds() -> None:
    paragraph = f"<w:p><w:r><w:t>{BODY[0]}</w:t></w:r></w:p>"
    buffer = io.BytesIO()
    document = docx.Document()  # with the 160 styles that python-docx gives each
    document.add_paragraph("a")
    document.save(buffer)
    whole = buffer.getvalue()
    with zipfile.ZipFile(buffer) as archive:
        body = archive.read(WORD).replace(b"<w:p>", paragraph.encode() * 5000 + b"<w:p>", 1)
    began = time.process_time()
    assert len(read(changed(whole, WORD, body)).blocks) > 5000
    assert time.process_time() - began < 5


def test_the_main_part_may_be_numbered_as_word_on_the_web_does() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes([("Normal", BODY[0])]))) as archive:
        parts = {
            name.replace("document.xml", "document2.xml"): archive.read(name).replace(
                b"word/document.xml", b"word/document2.xml"
            )
            for name in archive.namelist()
        }
    assert BODY[0] in read(zip_bytes(parts)).text


def test_entities_are_refused() -> None:
    bomb = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"
    with pytest.raises(ReadError, match="declares XML entities"):
        read(changed(docx_bytes([("Normal", "a")]), WORD, bomb))
    outside = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
    with pytest.raises(ReadError, match="declares XML entities"):
        read(changed(docx_bytes([("Normal", "a")]), "word/styles.xml", outside))


@pytest.mark.parametrize("part", [b"", b"<x", b"<x/>", b"\xff\xfe\x00"])
def test_a_damaged_document_is_one_line(part: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read(changed(docx_bytes([("Normal", "a")]), WORD, part))


def test_half_a_document_is_one_line() -> None:
    data = docx_bytes([("Normal", "a")])
    with pytest.raises(ReadError, match="report: damaged"):
        read(data[: len(data) // 2])


def test_an_encrypted_archive_is_told_before_it_is_unpacked() -> None:
    data = bytearray(docx_bytes([("Normal", BODY[0])]))
    entry = data.index(b"PK\x01\x02")  # of the archive's directory
    data[entry + 8] |= 1
    with pytest.raises(ReadError, match=r"^report: encrypted; save it without a password$"):
        read(bytes(data))
