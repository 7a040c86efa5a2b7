from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_article, make_comparison
from tui.export import ExportOptions, render
from tui.model import Comparison

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def lines(comparison: Comparison, **options: Any) -> list[str]:
    return render(comparison, "text", ExportOptions(**options)).splitlines()


@given(comparisons(), st.integers(20, 200))
def test_no_line_is_wider_than_asked(comparison: Comparison, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(comparison, width=width))


def test_matches_stand_on_one_line_with_the_sign_of_their_gravest_difference() -> None:
    [line] = [line for line in lines(make_comparison()) if line.startswith("¶5")]
    left, right = line.split(" ≠ ")
    assert "Divers found" in left
    assert "Taucher" in right


def test_what_one_side_alone_says_stands_beside_nothing() -> None:
    text = lines(make_comparison())
    assert any(re.match(r" +> ¶6 +Die Versicherung", line) for line in text)
    assert any(re.match(r"¶6 +The island .* <$", line) for line in text)


def test_differences_are_told_below_their_pair() -> None:
    text = "\n".join(lines(make_comparison()))
    assert re.search(r"Metern\.\n.*crack four metres.*\n +≠ 5 quantity: 3 metres \| vier", text)


def test_a_narrow_page_puts_b_below_a() -> None:
    text = lines(make_comparison(), width=40)
    at = next(n for n, line in enumerate(text) if "Divers found" in line)
    assert "Taucher" not in text[at]
    assert any("Taucher" in line for line in text[at + 1 : at + 5])


def test_colour_changes_nothing_but_the_colour() -> None:
    comparison = make_comparison()
    colored = render(comparison, "text", ExportOptions(color=True))
    plain = render(comparison, "text")
    assert "\x1b[" in colored
    assert "\x1b" not in plain
    stripped = [line.rstrip() for line in ANSI.sub("", colored).splitlines()]
    assert stripped == [line.rstrip() for line in plain.splitlines()]


def test_only_a_difference_is_styled_as_one() -> None:
    comparison = make_comparison(make_article(["One."]), make_article(["Two."]), [(0, 0)])
    assert "\x1b[4m" not in render(comparison, "text", ExportOptions(color=True))


@pytest.mark.parametrize("format_name", ["text", "svg"])
def test_the_variables_of_the_environment_decide_nothing(
    format_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render(make_comparison(), format_name)
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "30", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("NO_COLOR", "1")
    assert render(make_comparison(), format_name) == before


def test_hostile_text_is_shown_and_steers_nothing() -> None:
    text = render(hostile_comparison(), "text", ExportOptions(width=300))
    assert all(c == "\n" or c.isprintable() for c in text)
    for shown in ("[/] x [sic] [bold]loud[/bold] [@click=app.bell]press[/]", "<script>", ":smile:"):
        assert shown in text


def test_signs_can_be_kept_to_ascii() -> None:
    a = make_article(["One and two and three."] * 2, title="First")
    comparison = make_comparison(a, make_article(["One."], title="Second"), [(0, 0), (1, 0)])
    text = render(comparison, "text", ExportOptions(ascii_only=True))
    assert text.isascii()


def test_the_thousandth_paragraph_keeps_its_whole_number() -> None:
    many = make_article([f"Sentence {n}." for n in range(1000)])
    assert any(line.startswith("¶1000 ") for line in lines(make_comparison(many, many)))


def test_translations_can_be_left_out() -> None:
    assert "No one was injured." in "\n".join(lines(make_comparison()))
    assert "No one was injured." not in "\n".join(lines(make_comparison(), translations=False))
