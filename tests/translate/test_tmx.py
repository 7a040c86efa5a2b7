"""Translation memory files, read and written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tui.translate import MemoryFileError, Unit, Variant, read_tmx, write_tmx

TAGS = st.sampled_from(["de", "de-DE", "en", "en-GB", "zh-Hans", "x-klingon"])
# All an XML 1.0 document can hold.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=["Cc"])
    | st.sampled_from("\t\n\r\x85&<>\"']]>"),
    min_size=1,
).filter(str.strip)
UNITS = st.lists(
    st.builds(
        Unit,
        st.lists(st.builds(Variant, TAGS, TEXTS), min_size=2, max_size=4).map(tuple),
        st.none() | TEXTS.map(lambda text: " ".join(text.split())),
    ),
    max_size=5,
)


def tmx(body: str, *, head: str = "", root: str = "<tmx version='1.4'>") -> str:
    return f"{head}{root}\n<header/>\n<body>\n{body}\n</body></tmx>"


def read(folder: Path, text: str | bytes) -> tuple[Unit, ...]:
    path = folder / "memory.tmx"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_tmx(path)


TWO = (
    '<tu><tuv xml:lang="de"><seg>Guten Tag.</seg></tuv>'
    '<tuv xml:lang="en"><seg>Good day.</seg></tuv></tu>'
)
UNIT = Unit((Variant("de", "Guten Tag."), Variant("en", "Good day.")))


@given(units=UNITS)
def test_what_is_written_is_read_back(
    units: list[Unit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.tmx"
    assert write_tmx(path, units) == len(units)
    assert list(read_tmx(path)) == units


@given(units=UNITS, srclang=TAGS)
def test_what_is_written_is_valid_by_the_document_type_of_the_standard(
    units: list[Unit], srclang: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "valid.tmx"
    write_tmx(path, units, srclang=srclang)
    with (Path(__file__).parent / "tmx14.dtd").open() as file:
        dtd = etree.DTD(file)
    assert dtd.validate(etree.parse(path)), dtd.error_log


def test_characters_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    write_tmx(path, [Unit((Variant("de", "a\x1b[31mb\x00"), Variant("en", "c\ufffe")))])
    assert read_tmx(path)[0].variants[0].text == "a\ufffd[31mb\ufffd"
    assert read_tmx(path)[0].variants[1].text == "c\ufffd"


def test_a_file_that_is_replaced_keeps_its_permissions_and_leaves_nothing_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "m.tmx"
    write_tmx(path, [UNIT])
    path.chmod(0o600)
    write_tmx(path, [UNIT, UNIT])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MemoryFileError, match=r"gone/m\.tmx: cannot be written: no such file"):
        write_tmx(tmp_path / "gone" / "m.tmx", [UNIT])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_files_come_in_any_encoding_xml_allows(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = tmx(TWO.replace("Tag", "Täg"), head=f'<?xml version="1.0" encoding="{declared}"?>')
    assert read(tmp_path, text.encode(encoding))[0].variants[0].text == "Guten Täg."


def test_a_doctype_a_namespace_and_the_old_lang_attribute_are_taken(tmp_path: Path) -> None:
    assert read(tmp_path, tmx(TWO, head='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')) == (UNIT,)
    namespaced = tmx(TWO, root="<tmx xmlns='http://www.lisa.org/tmx14' version='1.4'>")
    assert read(tmp_path, namespaced) == (UNIT,)
    assert read(tmp_path, tmx(TWO.replace("xml:lang", "lang"))) == (UNIT,)


def test_inline_codes_are_dropped_and_highlighted_words_kept(tmp_path: Path) -> None:
    marked = TWO.replace(
        "Guten Tag.",
        '<bpt i="1">&lt;b title="<sub>Gruß</sub>"&gt;</bpt>Guten<ept i="1">&lt;/b&gt;</ept> '
        '<hi type="x">Tag</hi><ph>{br}</ph><it pos="begin">&lt;i&gt;</it><ut>{\\b}</ut>.',
    )
    assert read(tmp_path, tmx(marked)) == (UNIT,)


def test_properties_and_notes_are_no_part_of_the_segment(tmp_path: Path) -> None:
    noted = TWO.replace("<seg>", "<note>Note</note><prop type='x-origin'>no</prop><seg>", 1)
    assert read(tmp_path, tmx(noted)) == (UNIT,)
    made = TWO.replace("<tu>", "<tu><prop type='x-origin'>Ada</prop><prop type='x'>B</prop>")
    assert read(tmp_path, tmx(made))[0].origin == "Ada"


def test_a_unit_in_one_language_only_is_left_out(tmp_path: Path) -> None:
    lone = '<tu><tuv xml:lang="de"><seg>Allein.</seg></tuv></tu>'
    blank = TWO.replace("Good day.", "  ")
    assert read(tmp_path, tmx(lone + blank + TWO)) == (UNIT,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", r"memory\.tmx, line 1: not well-formed XML: no element found"),
        ("Guten Tag", r"line 1: not well-formed XML"),
        (tmx(TWO).replace("</tuv>", "", 1), r"line 4: not well-formed XML: mismatched tag"),
        ("\n<html/>", r"line 2: not a translation memory: the file starts with <html>"),
        (tmx(TWO.replace(' xml:lang="en"', "")), r"line 4: a <tuv> without xml:lang"),
        (
            tmx(TWO, head='<!DOCTYPE tmx [\n<!ENTITY a "b">]>\n'),
            r"line 2: declares entities",
        ),
        (tmx(TWO, head='<?xml version="1.0" encoding="klingon"?>'), "encoding"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(MemoryFileError, match=words) as caught:
        read(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MemoryFileError, match=r"gone\.tmx: no such file"):
        read_tmx(tmp_path / "gone.tmx")
    with pytest.raises(MemoryFileError, match="is a folder"):
        read_tmx(tmp_path)
    os.mkfifo(tmp_path / "pipe.tmx")
    with pytest.raises(MemoryFileError, match="is a named pipe"):
        read_tmx(tmp_path / "pipe.tmx")
