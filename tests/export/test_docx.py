from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings

from tests.export.hostile import MARKUP, hostile_comparison
from tests.factories import comparisons, make_article, make_comparison
from tui.export import ExportError, ExportOptions, produce
from tui.model import Comparison


def reread(comparison: Comparison, options: ExportOptions | None = None) -> Document:
    return docx.Document(io.BytesIO(produce(comparison, "docx", options)))


def text(document: Document) -> str:
    paragraphs = [p.text for p in document.paragraphs]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*paragraphs, *cells])


def test_every_difference_is_a_comment_on_each_side_that_has_it() -> None:
    comments = [comment.text for comment in reread(make_comparison()).comments]
    assert "5. conflicts: quantity · B has “vier Metern”" in comments
    assert "5. conflicts: quantity · A has “3 metres”" in comments
    assert sum(c.startswith(("4. only in", "2. only in")) for c in comments) >= 1


def test_a_comment_stands_over_the_words_it_is_about() -> None:
    document = reread(make_comparison())
    body = document.element.body.xml
    start = body.index("w:commentRangeStart")
    assert "<w:commentRangeEnd" in body[start:]
    with zipfile.ZipFile(io.BytesIO(produce(make_comparison(), "docx"))) as archive:
        assert "word/comments.xml" in archive.namelist()


def test_both_reports_the_sources_and_the_translations_are_in_it() -> None:
    found = text(reread(make_comparison(), ExportOptions(title="The Alma")))
    for words in (
        "The Alma",
        "Sandholm Courier",
        "Taucher entdeckten einen Riss",
        "Divers discovered a crack four metres long.",
        "The island has been without a doctor since May.",
        "— no match in B",
        "SHA-256",
    ):
        assert words in found


def test_marks_have_a_sign_an_underline_and_a_colour() -> None:
    body = reread(make_comparison()).element.body.xml
    assert 'w:val="double"' in body
    assert 'w:fill="FBE3DF"' in body
    assert "≠" in body


@settings(max_examples=15)
@given(comparisons())
def test_any_comparison_becomes_a_document_that_can_be_read(comparison: Comparison) -> None:
    reread(comparison)


def test_hostile_text_is_text() -> None:
    found = text(reread(hostile_comparison()))
    for line in MARKUP:
        assert " ".join(line.split()) in found


def test_right_to_left_text_is_set_as_such() -> None:
    arabic = make_article(["نص."], lang="ar")
    body = reread(make_comparison(arabic, make_article(["Text."]), [(0, 0)])).element.body.xml
    assert "<w:rtl/>" in body
    assert '<w:lang w:bidi="ar"/>' in body


def test_without_python_docx_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ExportError, match=r"pip install 'diptych\[docx\]'"):
        produce(make_comparison(), "docx")


def test_the_document_says_what_it_is_and_when_it_was_made() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    made = reread(make_comparison()).core_properties
    assert made.title == "Courier and Küstenblatt"
    assert made.created is not None
    assert made.created >= before
    assert made.created == made.modified


def test_the_properties_of_an_anonymous_document_name_no_source() -> None:
    made = reread(make_comparison(), ExportOptions(title="Alma", anonymous=True)).core_properties
    assert made.title == "Report 1 and Report 2"
    assert (made.author, made.last_modified_by, made.comments) == ("Diptych", "", "")


def test_no_comment_is_looked_at_to_add_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def searched(comments: object) -> int:
        raise AssertionError("all comments are looked at, which takes minutes where there are many")

    monkeypatch.setattr("docx.oxml.comments.CT_Comments._next_available_comment_id", searched)
    numbers = [comment.comment_id for comment in reread(make_comparison()).comments]
    assert numbers == list(range(len(numbers)))
