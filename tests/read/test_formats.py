"""Formats are told by content; a library that is missing is named; no bytes do harm."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.makers import BODY, docx_bytes, epub_bytes, mail_bytes, page, pdf_bytes
from tests.read.whole import require_whole
from tui.model import SentenceKind
from tui.read import ReadError, load_story, read_article, read_text
from tui.read.formats import format_of

LINES = [[(780.0 - 14 * n, 11.0, text) for n, text in enumerate(BODY)]]
EPUB = epub_bytes([("The dam", "".join(f"<p>{text}</p>" for text in BODY))])
DOCX = docx_bytes([("Normal", text) for text in BODY])
PDF = pdf_bytes(LINES)
MAIL = mail_bytes("\n\n".join(BODY))
SAMPLES = {"PDF": PDF, "EPUB": EPUB, "DOCX": DOCX, "HTML": page().encode(), "e-mail": MAIL}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_told_by_its_content_whatever_the_file_is_called(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLES[name])
    assert format_of(SAMPLES[name]).name == name
    assert BODY[0] in read_article(path).text


@pytest.mark.parametrize("name", SAMPLES)
def test_a_report_says_the_same_in_every_format(name: str) -> None:
    article = read_text(SAMPLES[name], id="report")
    kinds = (SentenceKind.BODY, SentenceKind.QUOTE)
    assert [s.flat for s in article.sentences if s.kind in kinds] == list(BODY)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xef\xbb\xbf\n <!-- saved --> <!DOCTYPE HTML><p>a", "HTML"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'><p>a", "HTML"),
        ("<html><p>ä".encode("utf-16"), "HTML"),
        ("<html><p>ä".encode("utf-16-le"), "HTML"),
        (b"<p>Hello", "HTML"),
        (b"<Previous> was the word.", "plain text"),
        (b"< 5 people came.", "plain text"),
        (b"From: a\r\nReceived: b\r\n\r\nHello.", "e-mail"),
        (b"From: Ann\nSubject: The dam\n\nHello.", "plain text"),
        (b'{"text": "a"}', "JSON"),
        (b"[sic] he said.", "plain text"),
        (b"{sic} he said.", "plain text"),
        (b"%PD", "plain text"),
        (b"", "plain text"),
    ],
)
def test_beginnings_that_tell_the_format(data: bytes, name: str) -> None:
    assert format_of(data).name == name


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("PDF", "pypdf", "pdf"),
        ("EPUB", "lxml.html", "epub"),
        ("DOCX", "docx", "docx"),
        ("HTML", "trafilatura", "html"),
    ],
)
def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.import_module

    def without(wanted: str, package: str | None = None) -> object:
        if wanted == module:
            raise ModuleNotFoundError(wanted)
        return real(wanted, package)

    monkeypatch.setattr("tui.read.loaders.extras.import_module", without)
    with pytest.raises(ReadError, match=re.escape(f"pip install 'diptych[{extra}]'")):
        read_text(SAMPLES[name], id="report")


def test_a_folder_is_all_that_can_be_read_in_it_but_what_diptych_wrote(tmp_path: Path) -> None:
    for name, data in {
        "a.html": page().encode(),
        "b.pdf": PDF,
        "c.DOCX": DOCX,
        "d.epub": EPUB,
        "e.eml": MAIL,
        "f.txt": b"The dam holds.",
        "g.json": b'{"text": "The dam holds."}',
        "out.html": b'<!doctype html><head><meta name="generator" content="Diptych 1">',
        "out.docx": docx_bytes([("Normal", "A comparison.")], author="Diptych"),
        "x.bin": b"\0",
    }.items():
        (tmp_path / name).write_bytes(data)
    names = [report.path.name for report in load_story(tmp_path).reports]
    assert names == ["a.html", "b.pdf", "c.DOCX", "d.epub", "e.eml", "f.txt"]
    for name in ("out.html", "out.docx"):
        with pytest.raises(ReadError, match="a comparison that Diptych wrote"):
            read_article(tmp_path / name)


@pytest.mark.parametrize("name", SAMPLES)
def test_bidirectional_overrides_and_escapes_never_reach_the_text(name: str) -> None:
    hostile = "The dam \u202eheld\u2066 on Tuesday, the engineers of the town said at night."
    others = "".join(f"<p>{text}</p>" for text in BODY)
    data = {
        "HTML": page(f"<p>{hostile} &#27;[31m</p>{others}").encode(),
        "EPUB": epub_bytes([("x", f"<p>{hostile}</p>" * 4)]),
        "DOCX": docx_bytes([("Normal", hostile)]),
        "e-mail": mail_bytes(f"{hostile}\x1b[31m\n"),
        "PDF": pdf_bytes([[(700.0, 11.0, "The dam held \x1b[31m on Tuesday.")]]),
    }[name]
    text = read_text(data, id="x").text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_lone_surrogates_become_replacement_characters() -> None:
    article = read_text("The dam\ud800 held. \udcffNobody was hurt.", id="x")
    assert article.text == "The dam\ufffd held. \ufffdNobody was hurt."


def test_an_archive_within_an_archive_is_not_opened() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner.zip", EPUB)
    with pytest.raises(ReadError):
        read_text(buffer.getvalue(), id="x")


@settings(max_examples=60)
@given(st.data())
def test_no_damage_to_a_document_does_more_than_refuse_it(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SAMPLES)))
    damaged = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        cut = data.draw(st.integers(0, 40))
        damaged[at : at + cut] = data.draw(st.binary(max_size=12))
    try:
        article = read_text(bytes(damaged), id="x")
    except ReadError as error:
        message = str(error)
        assert message.startswith("x")
        assert "\n" not in message
    else:
        require_whole(article)
