"""Web pages: the article on the page, what the page says of it, and what it cannot do to us."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.makers import BODY, page
from tests.read.whole import require_whole
from tui.model import Article, BlockKind, SentenceKind
from tui.read import ReadError, read_text
from tui.read.article import read_page
from tui.read.loaders import html
from tui.read.web import Page


def read(markup: str | bytes, *, raw: bool = False) -> Article:
    data = markup.encode() if isinstance(markup, str) else markup
    return read_text(data, id="page", raw=raw)


def texts(article: Article, kind: SentenceKind) -> list[str]:
    return [s.text for s in article.sentences if s.kind is kind]


def test_the_article_is_read_and_the_page_around_it_is_not() -> None:
    article = read(page())
    assert texts(article, SentenceKind.TITLE) == ["Dam holds after a night of rain"]
    assert texts(article, SentenceKind.BODY) == list(BODY)
    assert "Home" not in article.text
    assert "Copyright" not in article.text


def test_the_page_says_title_author_date_site_and_canonical_address() -> None:
    head = (
        "<meta property='og:site_name' content='The Courier'><meta name='author' content='Ann Lee'>"
        "<meta property='article:published_time' content='2026-03-11T08:30:00+01:00'>"
        "<link rel='canonical' href='/dam'>"
    )
    fetched = Page(
        "https://m.example.org/x?a=1", "https://m.example.org/x", "", page("", head).encode()
    )
    article = read_page(fetched)
    assert (article.title, article.author) == ("Dam holds after a night of rain", "Ann Lee")
    assert (article.source, article.published) == ("The Courier", "2026-03-11T08:30:00+01:00")
    assert article.url == "https://m.example.org/dam"
    assert article.lang == "en"


def test_a_date_in_linked_data_is_read() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2026-03-11T08:30:00Z"}</script>'
    )
    assert read(page("", head)).published == "2026-03-11T08:30:00+00:00"


def test_what_the_page_does_not_say_is_not_invented() -> None:
    article = read(page())
    assert (article.author, article.published, article.url) == (None, None, None)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "//", "http://a b"]
)
def test_a_canonical_address_that_is_none_is_not_taken(address: str) -> None:
    assert read(page("", f'<link rel="canonical" href="{address}">')).url is None


def test_headings_items_quotations_and_captions_are_what_the_page_marks() -> None:
    body = (
        f"<p>{BODY[0]}</p><h2>What next?</h2><p>{BODY[1]}</p><ul><li>Rain on Wednesday</li>"
        f"<li>Sun on Thursday</li></ul><blockquote><p>{BODY[2]}</p></blockquote><p>{BODY[3]}</p>"
        "<figure><img src='x.png'><figcaption>The dam on Tuesday</figcaption></figure>"
    )
    article = read(page(body))
    assert texts(article, SentenceKind.HEADING) == ["What next?"]
    assert "• Rain on Wednesday" in texts(article, SentenceKind.BODY)
    assert texts(article, SentenceKind.QUOTE) == [BODY[2]]
    assert texts(article, SentenceKind.FURNITURE) == ["The dam on Tuesday"]


def test_no_break_spaces_and_quotation_marks_stay_and_soft_hyphens_go() -> None:
    first = (
        "She said &ldquo;64&nbsp;people&rdquo; and &#39;none&#39; of the Bundes&shy;regierung left."
    )
    article = read(page("".join(f"<p>{text}</p>" for text in (first, *BODY))))
    assert "She said “64\u00a0people” and 'none' of the Bundesregierung left." in article.text
    assert article.notes == ("1 soft hyphen left out",)


def test_raw_shows_the_whole_page() -> None:
    article = read(page(), raw=True)
    assert "Home World" in article.text
    assert "Copyright 2026 The Courier" in article.text
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


def test_a_page_that_needs_scripts_says_what_to_do() -> None:
    shell = "<html><body><div id=app></div><script src=app.js></script></body></html>"
    for markup in (shell, shell.replace("</div>", f"Please enable JavaScript. {BODY[0]}</div>")):
        with pytest.raises(ReadError, match=r"without JavaScript.*--paste"):
            read(markup)


def test_a_short_report_on_a_page_with_scripts_is_read() -> None:
    markup = (
        f"<html><body><article><p>{BODY[0]}</p></article><script>track()</script></body></html>"
    )
    assert read(markup).text == BODY[0]


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(ReadError, match="page: empty"):
        read("<html><body></body></html>")


def test_our_own_export_is_no_report() -> None:
    with pytest.raises(ReadError, match="a comparison that Diptych wrote"):
        read('<!doctype html><html><head><meta name="generator" content="Diptych 1"></head></html>')


def test_a_declared_encoding_in_the_page_is_heard() -> None:
    text = "Die Behörde prüft, ob die Maßnahmen überall wirken, sagte die Bürgermeisterin am Abend."
    markup = page("".join(f"<p>{text}</p>" for _ in range(4)), "<meta charset='iso-8859-1'>")
    article = read(markup.encode("cp1252"))
    assert text in article.text
    assert article.notes == ()


def test_control_characters_of_entities_do_not_reach_the_text() -> None:
    first = "The &#27;[2J dam &#8238;held&#0; on Tuesday, the engineers of the town said at night."
    article = read(page("".join(f"<p>{text}</p>" for text in (first, *BODY))))
    assert not re.search("[\x00\x1b\u202e]", article.text)


def test_entities_of_an_internal_subset_do_not_multiply() -> None:
    bomb = "<!ENTITY a 'xxxxxxxxxx'>" + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    markup = f"<?xml version='1.0'?><!DOCTYPE html [{bomb}]>{page()[15:]}".replace(
        BODY[0], "&i; " + BODY[0]
    )
    assert len(read(markup).text) < 2000


def test_nesting_beyond_what_is_parsed_loses_nothing_silently() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read(page("<div>" * 20_000 + "".join(f"<p>{text}</p>" for text in BODY)))


def test_a_page_of_too_many_tags_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ReadError, match="more than 300,000 tags"):
        read("<html><body>" + "<p>a" * 300_000)


def test_a_very_large_page_is_shown_whole_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_MOST_ELEMENTS", 10)
    article = read(page())
    assert texts(article, SentenceKind.BODY) == list(BODY)
    assert "all of it is shown" in article.notes[0]
    assert texts(article, SentenceKind.FURNITURE) == ["Home World", "Copyright 2026 The Courier"]


WORDS = st.text("abc äß.,!?“”'&<>\u00a0\u00ad\x1b\u202e", min_size=1, max_size=60)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "h2", "li", "blockquote", "div", "span", "td", "pre"]), WORDS
        ),
        max_size=8,
    )
)
def test_every_sentence_is_its_slice_whatever_the_markup(parts: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)
    article = read(page("".join(f"<p>{text}</p>" for text in BODY) + body))
    require_whole(article)
