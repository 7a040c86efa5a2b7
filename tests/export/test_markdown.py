from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_article, make_comparison, make_divergence
from tui.export import render
from tui.export.captions import one_line
from tui.export.markdown import escape
from tui.model import Comparison, DetailKind, Relation

GITHUB = MarkdownIt("gfm-like")

BARE_DOMAIN = re.compile(r"\S\.[^\W\d_]{2}")
"""What this parser takes for a link, and GitHub does not."""


def inline(text: str) -> list[Token]:
    """What a paragraph of ours holds; the prefix is how every line of ours begins."""
    [_, content, _] = GITHUB.parse(f"A {text}")
    return content.children or []


@given(st.text())
def test_escaped_text_reads_as_itself_and_is_nothing_else(text: str) -> None:
    assume(not BARE_DOMAIN.search(text))
    tokens = inline(escape(text))
    assert {token.type for token in tokens} <= {"text", "text_special"}
    read = "".join(token.content for token in tokens).replace("\u2060", "")
    assert read.split() == ["A", *one_line(text).replace("\u2060", "").split()]


@pytest.mark.parametrize("text", ["@everyone", "see #12", "me@b.example", ":smile:"])
def test_mentions_numbers_of_issues_and_emoji_are_broken(text: str) -> None:
    assert "\u2060" in escape(text)


def test_a_time_of_day_is_left_alone() -> None:
    assert escape("at 10:30:45 sharp") == "at 10:30:45 sharp"


def blocks(comparison: Comparison) -> set[str]:
    return {token.type for token in GITHUB.parse(render(comparison, "markdown"))}


def test_hostile_text_adds_no_block_image_link_or_tag() -> None:
    tokens = GITHUB.parse(render(hostile_comparison(), "markdown"))
    assert {t.type for t in tokens} == blocks(make_comparison())
    kinds = {c.type for t in tokens for c in t.children or []}
    assert not kinds & {"html_inline", "image", "link_open", "s_open", "code_block"}


def test_what_was_done_to_read_a_report_is_told_with_its_source() -> None:
    comparison = make_comparison()
    noted = replace(comparison, b=replace(comparison.b, notes=("decoded as *x*",)))
    assert r"`; decoded as \*x\*" in render(noted, "markdown")


@given(comparisons())
def test_the_table_has_a_row_of_six_cells_to_each_difference(comparison: Comparison) -> None:
    tokens = GITHUB.parse(render(comparison, "markdown"))
    rows = sum(t.type == "tr_open" for t in tokens)
    assert rows == (1 + len(comparison.differences) if comparison.differences else 0)
    assert sum(t.type in ("th_open", "td_open") for t in tokens) == 6 * rows


@given(comparisons(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="*")))
def test_no_asterisk_of_ours_is_left_standing(comparison: Comparison) -> None:
    for token in GITHUB.parse(render(comparison, "markdown")):
        assert not any("**" in c.content for c in token.children or [] if c.type == "text")


def test_details_are_bold_with_sign_and_number_behind() -> None:
    text = render(make_comparison(), "markdown")
    assert "a crack of **3 metres[≠5]** in the hull" in text
    assert "- [≠5] quantity: conflicts" in text


def test_a_mark_between_letters_becomes_bold_by_a_tag() -> None:
    comparison = make_comparison()
    [number] = [d for d in comparison.divergences if d.note]
    assert number.a
    inside = replace(number.a, detail=replace(number.a.detail, end=number.a.detail.end - 2))
    changed = replace(comparison, divergences=(replace(number, a=inside),))
    assert "<strong>64 peop[≈1]</strong>le on board" in render(changed, "markdown")


@pytest.mark.parametrize("detail", ["+3", "“No”", "$5", "three"])
@pytest.mark.parametrize(("before", "after"), [("x", "x"), ("x", " "), (" ", "x"), ("語", "語")])
def test_a_mark_is_bold_wherever_it_stands(detail: str, before: str, after: str) -> None:
    a = make_article([f"A{before}{detail}{after}a"])
    marked = make_divergence(
        a, a, DetailKind.NUMBER, Relation.CONFLICTS, in_a=(0, detail), in_b=(0, detail)
    )
    html = GITHUB.render(render(make_comparison(a, a, [(0, 0)], [marked]), "markdown"))
    assert html.count(f"{detail}[≠1]</strong>") == 2
    assert "**" not in html


def test_the_folder_a_report_lay_in_is_not_told() -> None:
    assert "secret" not in render(hostile_comparison(), "markdown")


def test_a_comparison_without_differences_says_so() -> None:
    text = render(replace(make_comparison(), divergences=()), "markdown")
    assert "None were found." in text
