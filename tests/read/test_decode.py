"""Bytes into text: encodings, line ends, and characters that must not reach a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.read.decode import clean, decode
from tui.read.errors import ReadError

GERMAN = (
    "Die Behörde prüft, ob die Maßnahmen überall wirken. Größere Städte fürchten höhere Gebühren. "
    "„Wir müssen für die Bürger da sein“, erklärte die Bürgermeisterin am späten Abend."
)
RUSSIAN = "Совет собрался в понедельник и сразу проголосовал. Никто не возражал против решения."
JAPANESE = (
    "会議は月曜日に開かれ、すぐに採決が行われた。反対する人はいなかった。次の会議は来月である。"
)


def test_utf_8_passes_without_a_note() -> None:
    decoded = decode(GERMAN.encode(), "x.txt")
    assert (decoded.text, decoded.notes) == (GERMAN, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "x.txt").text == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised_in_spite_of_its_zero_bytes(encoding: str) -> None:
    decoded = decode(GERMAN.encode(encoding), "x.txt")
    assert decoded.text == GERMAN
    assert "UTF-16" in decoded.notes[0].upper()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_other_encodings_are_told_by_their_bytes_and_noted(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert decoded.text == text
    assert decoded.notes[0].startswith("decoded as ")


def test_a_bad_byte_in_utf_8_does_not_turn_the_rest_into_another_encoding() -> None:
    decoded = decode(GERMAN.encode() + b"\xff", "x.txt")
    assert decoded.text == GERMAN + "\ufffd"
    assert "1 place is not valid UTF-8" in decoded.notes[0]


@pytest.mark.parametrize(("bad", "is_utf_8"), [(2, True), (3, False)])
def test_a_tenth_of_bad_places_is_damage_and_more_is_another_encoding(
    bad: int, is_utf_8: bool
) -> None:
    data = "Größe ".encode() * 10 + b"\xe9 " * bad  # two letters each
    decoded = decode(data, "x.txt", declared="windows-1252")
    assert ("Größe" in decoded.text) is is_utf_8


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 64, bytes(range(32))])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^x\.bin: binary, not text$"):
        decode(data, "x.bin")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\n"])
def test_every_kind_of_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"a{end}b").text == "a\nb"


def test_controls_and_overrides_are_replaced_one_for_one() -> None:
    hostile = "a\x1b]52;c;\x07b\x9bc\u202ed\u2066e\ud800f\x7f"
    assert clean(hostile).text == "a␛]52;c;␇b\ufffdc\ufffdd\ufffde\ufffdf␡"
    assert clean(hostile).notes == ("7 control characters shown as symbols",)


def test_tabs_accents_quotes_and_no_break_spaces_stay_as_they_are() -> None:
    text = "a\tb\u00a0c “d” 'e' f\u0301 \u200d 👩‍🚒"
    assert clean(text).text == text


def test_soft_hyphens_go_with_the_line_break_after_them_and_it_is_said() -> None:
    cleaned = clean("Bundes\u00adregie\u00ad\n  rung")
    assert cleaned == ("Bundesregierung", ("2 soft hyphens left out",))


def test_ligatures_are_spelled_out_and_it_is_said() -> None:
    assert clean("of\ufb01ce") == ("office", ("1 ligature spelled out",))


def test_raw_text_keeps_what_is_there_for_typesetting_but_nothing_that_steers() -> None:
    assert clean("of\ufb01\u00adce\x1b", raw=True).text == "of\ufb01\u00adce␛"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Größe".encode("cp1252"), "iso-8859-1", "Größe"),
        ("“Größe”".encode("cp1252"), "ISO-8859-1", "“Größe”"),
        ("Größe".encode(), "iso-8859-1", "Größe"),
        ("会議は月曜日".encode("iso2022_jp"), "iso-2022-jp", "会議は月曜日"),
        ("Żółć gęślą jaźń".encode("iso8859-2"), "iso-8859-2", "Żółć gęślą jaźń"),
        ("Größe".encode(), "no-such-thing", "Größe"),
        ("Größe".encode(), "rot13", "Größe"),
    ],
)
def test_a_declared_encoding_is_heard_where_the_bytes_are_no_utf_8(
    data: bytes, declared: str, text: str
) -> None:
    assert decode(data, "x", declared=declared).text == text


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once
    assert not any(c < " " and c not in "\t\n" for c in once)
    once.encode()  # no lone surrogate is left


@given(st.binary(max_size=200), st.sampled_from([None, "cp1252", "utf-16", "big5", "x" * 50]))
def test_any_bytes_give_clean_text_or_one_line_of_error(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, "x", declared=declared).text
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert clean(text).text == text
        text.encode()
