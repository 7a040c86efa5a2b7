"""EPUB: the chapters of a book, and one of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.read.makers import BODY, epub_bytes, zip_bytes
from tui.model import BlockKind
from tui.read import ReadError, load_story, read_article, read_text

HTML = "".join(f"<p>{text.replace(' ', '&nbsp;', 1)}</p>" for text in BODY)
CHAPTERS = [("The rain begins", HTML), ("Cover", "<p>x</p>"), ("The dam holds", HTML)]


def test_a_book_is_read_in_its_order_and_says_that_chapters_can_be_named() -> None:
    article = read_text(epub_bytes(CHAPTERS), id="book")
    marked = [
        article.text[b.start : b.end]
        for b in article.blocks
        if b.kind in (BlockKind.TITLE, BlockKind.HEADING)
    ]
    assert marked == ["The rain begins", "The dam holds"]
    assert (article.source, article.author) == ("The Dam", "Ann Lee, Bo Ek")
    assert article.published == "2026-03-01"
    assert "#1 after its name" in article.notes[0]
    assert "The\u00a0dam above" in article.text


def test_a_chapter_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(epub_bytes(CHAPTERS))
    article = read_article(f"{path}#2")
    assert (article.id, article.title) == ("book-2", "The dam holds")
    story = load_story([f"{path}#1", f"{path}#2"])
    assert [report.read().title for report in story.reports] == ["The rain begins", "The dam holds"]
    with pytest.raises(ReadError, match="the book has chapters 1 to 2"):
        read_article(f"{path}#3")


def test_raw_leaves_nothing_out() -> None:
    assert "Cover" not in read_text(epub_bytes(CHAPTERS), id="book").text
    assert "The rain begins" in read_text(epub_bytes(CHAPTERS), id="book", raw=True).text


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ({"META-INF/encryption.xml": "<x>OEBPS/a.xhtml</x>"}, "an encrypted book"),
        ({"OEBPS/book.opf": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}, "declares XML entities"),
        ({"OEBPS/book.opf": "<package"}, "is no XML"),
        ({"META-INF/container.xml": "<x/>"}, "has no package"),
        ({"OEBPS/chapter 0.xhtml": b" " * (20 << 20)}, "a part of more than 16 MB"),
        ({"images/x.png": b"\0" * (70 << 20)}, "unpacks to more than 64 MB"),
    ],
)
def test_a_book_that_is_not_read_is_one_line(extra: dict[str, str | bytes], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_text(epub_bytes(CHAPTERS, extra), id="book")


def test_a_book_whose_chapter_is_missing_is_damaged() -> None:
    data = epub_bytes(CHAPTERS).replace(b"chapter 0.xhtml", b"chapter_0.xhtml")
    with pytest.raises(ReadError, match="a part is missing"):
        read_text(data, id="book")


def test_a_chapter_that_is_listed_again_and_again_is_read_once() -> None:
    data = epub_bytes([("Rain", f"<p>{BODY[0]}</p>")])
    once = b'<itemref idref="c0"/>'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace(once, once * 3)
    assert read_text(zip_bytes(parts), id="book").text.count(BODY[0]) == 1


def test_another_archive_is_named() -> None:
    with pytest.raises(ReadError, match="a ZIP archive"):
        read_text(zip_bytes({"a.txt": "a"}), id="x")
