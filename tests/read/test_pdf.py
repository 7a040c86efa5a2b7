"""PDF: paragraphs from lines, and one line for each PDF that gives none."""

from __future__ import annotations

import io
import tracemalloc
import zlib

import pytest

from tests.read.makers import assembled_pdf, pdf_bytes
from tui.model import Article, BlockKind
from tui.read import ReadError, read_text
from tui.read.loaders import pdf

LINES = (
    "The engineers who looked after the long-term monitoring of the dam said",
    "on Tuesday that it had withstood the pressure of the water, and that 64",
    "people could go home. They warned that further rain was to be ex-",
    "pected before the end of the week in all valleys of the district.",
)


def set_page(*paragraphs: tuple[str, ...], top: float = 780) -> list[tuple[float, float, str]]:
    """Paragraphs as lines 14 points apart, 10 points more between two of them."""
    lines = []
    for paragraph in paragraphs:
        for text in paragraph:
            lines.append((top, 11.0, text))
            top -= 14
        top -= 10
    return lines


def read(data: bytes, *, raw: bool = False) -> Article:
    return read_text(data, id="report", raw=raw)


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def test_lines_become_paragraphs_and_parted_words_whole() -> None:
    article = read(pdf_bytes([set_page(LINES, LINES)]))
    paragraph = (
        "The engineers who looked after the long-term monitoring of the dam said on Tuesday that it"
        " had withstood the pressure of the water, and that 64 people could go home. They warned"
        " that further rain was to be expected before the end of the week in all valleys of the"
        " district."
    )
    assert blocks(article) == [(BlockKind.PARAGRAPH, paragraph)] * 2


def test_larger_type_is_the_title_and_headings() -> None:
    head = [(800.0, 22.0, "Dam holds after a night of rain")]
    between = [(600.0, 13.0, "What next?")]
    article = read(
        pdf_bytes([head + set_page(LINES, top=760) + between + set_page(LINES, top=580)])
    )
    assert article.title == "Dam holds after a night of rain"
    assert [kind for kind, _ in blocks(article)] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_furniture() -> None:
    def one(number: int, lines: tuple[str, ...]) -> list[tuple[float, float, str]]:
        head = [(820.0, 9.0, "The Courier, March 11"), (30.0, 9.0, f"Page {number}")]
        return [head[0], *set_page(lines), head[1]]

    article = read(pdf_bytes([one(1, LINES[:2]), one(2, LINES[2:])]))
    (_, paragraph), *rest = blocks(article)
    assert "that 64 people could go home" in paragraph
    assert rest == [
        (BlockKind.FURNITURE, "The Courier, March 11"),
        (BlockKind.FURNITURE, "Page 1"),
    ]


def test_small_lines_that_a_browser_prints_around_one_page_are_furniture() -> None:
    edges = [(820.0, 8.0, "3/11/26, 8:30 AM"), (20.0, 8.0, "https://example.org/dam 1/1")]
    head = [(800.0, 20.0, "The dam holds"), (785.0, 8.0, "By Ann Lee")]
    article = read(pdf_bytes([[*head, *set_page(LINES, top=760), *edges]]))
    assert article.author == "Ann Lee"
    assert [kind for kind, _ in blocks(article)] == [
        BlockKind.TITLE,
        BlockKind.BYLINE,
        BlockKind.PARAGRAPH,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("further rain was ex-", "pected before the end", "expected before"),
        ("the Anglo-", "American treaty of the year", "Anglo-American treaty"),
        ("Schäden in Ost-", "und Westdeutschland gab es", "Ost- und Westdeutschland"),
        ("a long-", "term plan of the council", "a long-term plan of the council"),
        ("the years 1990-", "1995 were dry in the valley", "1990- 1995"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_where_the_line_put_it(
    end: str, start: str, joined: str
) -> None:
    lines = (
        "This long-term plan is one that the council of the town has had",
        f"for years now, and it speaks at length of {end}",
        f"{start} of the valley, and of much else.",
    )
    article = read(pdf_bytes([set_page(lines)]))
    assert joined in article.text


def test_raw_shows_the_lines_as_they_were_set() -> None:
    article = read(pdf_bytes([set_page(LINES)]), raw=True)
    assert article.text == "\n".join(LINES)


def test_a_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(ReadError, match=r"without text, a scan perhaps.*OCR"):
        read(pdf_bytes([[], []]))


def test_an_encrypted_pdf_says_so_and_one_open_to_all_is_read() -> None:
    from pypdf import PdfWriter

    def encrypted(user: str) -> bytes:
        writer = PdfWriter(clone_from=io.BytesIO(pdf_bytes([set_page(LINES)])))
        writer.encrypt(user, "owner", algorithm="RC4-128")
        buffer = io.BytesIO()
        writer.write(buffer)
        return buffer.getvalue()

    assert "engineers" in read(encrypted("")).text
    with pytest.raises(ReadError, match="an encrypted PDF; open it with its password"):
        read(encrypted("secret"))


@pytest.mark.parametrize("keep", [9, 200, 700])
def test_a_damaged_pdf_is_one_line(keep: int) -> None:
    with pytest.raises(ReadError, match=r"report: a (damaged )?PDF"):
        read(pdf_bytes([set_page(LINES)])[:keep])


def test_a_page_that_draws_itself_over_and_over_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.05)
    with pytest.raises(ReadError, match="too large to read"):
        read(pdf_bytes([set_page(LINES * 500)] * 20))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(ReadError, match="more than 2 pages"):
        read(pdf_bytes([set_page(LINES)] * 3))


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(b"BT (a) Tj ET " * 1_000_000)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<<>>>>>>"
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    data = assembled_pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream])
    tracemalloc.start()
    with pytest.raises(ReadError, match="too large to read"):
        read(data)
    assert tracemalloc.get_traced_memory()[1] < 16 << 20
    tracemalloc.stop()
