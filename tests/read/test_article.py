"""Reading one report: what the argument means, what is refused, and what holds of any article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.whole import require_whole
from tui.model import BlockKind
from tui.read import ReadError, read_article, read_text

REPORT = "The dam holds, for now\n\nThe dam held on Monday. Nobody was hurt in the valley below.\n"


def test_a_path_and_a_string_naming_a_file_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "dam.txt"
    path.write_text(REPORT)
    for source in (path, str(path)):
        article = read_article(source)
        assert (article.id, article.path, article.text) == ("dam", str(path), REPORT)


def test_a_string_with_a_newline_is_the_text_itself() -> None:
    article = read_article(REPORT)
    assert article.text == REPORT
    assert article.path is None
    assert article.title == "The dam holds, for now"


@pytest.mark.parametrize(
    "text",
    ["The dam held. Nobody was hurt.", "He and/or she left for example.com", "会议于周一举行。"],
)
def test_a_string_that_is_no_path_is_the_text_itself(text: str) -> None:
    assert read_article(text).text == text


@pytest.mark.parametrize(
    "path", ["none.txt", "no/such/thing", "./my report", "my report.txt", "~/none.txt", "report"]
)
def test_a_string_formed_like_a_path_is_never_taken_for_text(path: str) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_article(path)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x"])
def test_an_address_of_another_scheme_is_refused(url: str) -> None:
    with pytest.raises(ReadError, match="only http:// and https://"):
        read_article(url)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="empty"):
        read_text(text, id="stdin")


def test_only_furniture_is_refused() -> None:
    with pytest.raises(ReadError, match="only page furniture"):
        read_text("×\nShare\nRelated videos:\n* * *\n", id="page")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04....", "ZIP"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0....", "old Office"),
        (b"\x1f\x8b....", "compressed"),
        (b"\x89PNG....", "OCR"),
        (b"<rss><channel/></rss>", "a feed"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<feed/>", "a feed"),
        (b"<?xml version='1.0'?><tmx/>", "XML"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, word: str) -> None:
    with pytest.raises(ReadError, match=word):
        read_text(data, id="x")


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(ReadError, match="10 MB"):
        read_text("a " * 6_000_000, id="x")


def test_a_language_given_wins_and_region_is_dropped() -> None:
    assert read_text(REPORT, id="x", lang="de-AT").lang == "de"
    assert read_text(REPORT, id="x").lang == "en"


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(ReadError, match="two letters"):
        read_text(REPORT, id="x", lang="german")


def test_too_little_text_has_no_language() -> None:
    assert read_text("Yes. No.", id="x").lang == "und"


def test_notes_say_how_bytes_were_decoded() -> None:
    article = read_text(
        "Die Maßnahmen würden überall gelten. Größer als früher.".encode("cp1252"), id="x"
    )
    assert article.notes[0].startswith("decoded as Windows-1252")


PIECES = st.sampled_from(
    [
        *("The dam held on Monday.", "Nobody was hurt", "share", "By Ann Lee | May 3, 2024", "×"),
        *("“We go. We stay,” she said.", "# Dam", "> quoted", "- item", "1. one", "2. two", "--"),
        *("12:40", "Read more: dams", "and the valley was dark", "Ms.", "From: a", "Date: b", "。"),
        *("\n", "\n\n", " ", "\t", "\u00a0", "\n  ", "[/] x", "\x1b[2J", "Über uns", "?", ":"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80)


@given(TEXTS)
def test_offsets_point_into_the_text_and_nothing_is_lost(text: str) -> None:
    try:
        article = read_text(text, id="x", lang="en")
    except ReadError:
        return
    require_whole(article)


def test_a_title_is_one_sentence_and_plain_in_the_metadata() -> None:
    article = read_text("# Dam holds. Or does it?\n\nThe dam held on Monday.\n", id="x")
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.sentences[0].text == "# Dam holds. Or does it?"
    assert article.title == "Dam holds. Or does it?"


def test_what_the_text_does_not_say_stays_unknown() -> None:
    article = read_text("The dam held on Monday. Nobody was hurt in the valley.", id="x")
    assert (article.title, article.deck, article.author, article.published) == (None,) * 4
    assert (article.source, article.url, article.label) == (None,) * 3


def test_an_ambiguous_date_is_read_only_where_the_language_tells_its_order() -> None:
    german = "Der Damm hält\nVeröffentlicht: 03/11/2025\nDer Damm hat am Montag gehalten.\n"
    assert read_text(german, id="x", lang="de").published == "2025-11-03"
    english = "The dam holds today\nPublished: 03/11/2025\nThe dam held on Monday.\n"
    assert read_text(english, id="x", lang="en").published is None
    assert read_text(english.replace("03/11", "11/23"), id="x", lang="en").published == "2025-11-23"


def growth(shape: str, *, size: int = 3_000) -> float:
    """How much more work, in calls and characters handed on, eight times the text takes."""
    import cProfile

    def calls(length: int) -> int:
        text = (shape * (length // len(shape)))[:length] + "\nThe dam held on Monday.\n"
        profile = cProfile.Profile()
        profile.enable()
        read_text(text, id="x", lang="en")
        profile.disable()
        return sum(entry.callcount for entry in profile.getstats())

    return calls(8 * size) / calls(size)


@pytest.mark.parametrize(
    "shape", ["The dam held. ", "a\n", "a\n\n", "“Go. ", '"Go. ', "(a. ", "- a\n"]
)
def test_work_grows_in_step_with_the_text(shape: str) -> None:
    assert growth(shape) < 10
