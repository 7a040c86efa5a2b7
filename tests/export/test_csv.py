from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_comparison
from tui.export import ExportOptions, produce, render
from tui.export.csv import COLUMNS, neutral
from tui.model import Comparison


def read(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(comparison, "csv"), newline="")))


@given(comparisons())
def test_the_table_has_one_row_to_each_difference(comparison: Comparison) -> None:
    rows = read(comparison)
    relations = sorted(d.relation for d in comparison.differences)
    assert sorted(row["relation"] for row in rows) == relations
    assert all(tuple(row) == COLUMNS for row in rows)


def test_a_row_says_what_differs_and_where() -> None:
    row = read(make_comparison())[4]
    assert (row["relation"], row["kind"]) == ("conflicts", "quantity")
    assert (row["a_paragraph"], row["a_sentence"], row["a_text"]) == ("5", "5", "3 metres")
    assert (row["b_paragraph"], row["b_sentence"], row["b_text"]) == ("2", "1", "vier Metern")


def test_a_row_has_the_whole_sentences_and_their_translations() -> None:
    row = read(make_comparison())[4]
    assert row["a_source"] == "Divers found a crack of 3 metres in the hull."
    assert row["a_translation"] == ""
    assert row["b_source"] == "Taucher entdeckten einen Riss von vier Metern."
    assert row["b_translation"] == "Divers discovered a crack four metres long."
    known = make_comparison()
    without = render(known, "csv", ExportOptions(translations=False))
    assert "Divers discovered" not in without
    assert "Taucher entdeckten" in without


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_what_could_start_a_formula_is_made_text(start: str) -> None:
    assert neutral(f"{start}1+1").startswith("'")


@given(st.text())
def test_no_cell_starts_a_formula_and_other_text_is_left_alone(text: str) -> None:
    made = neutral(text)
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert made in (text, f"'{text}")


def test_hostile_cells_are_neutral() -> None:
    for row in read(hostile_comparison()):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@"))


def test_a_file_says_that_it_is_utf8() -> None:
    assert produce(make_comparison(), "csv").startswith(b"\xef\xbb\xbfnumber,")
    assert produce(make_comparison(), "json").startswith(b"{")
