from __future__ import annotations

import csv
import io

import pytest

from tests.factories import make_comparison
from tui.export import ExportOptions, render

NOTES = ExportOptions(
    notes={("a", 5): "Which is it? =1+1", ("b", 5): "Ask the insurer\x1b[2J"}, width=200
)


@pytest.mark.parametrize("format_name", ["html", "markdown", "text", "unified", "csv"])
def test_the_readers_notes_stand_with_their_sentences(format_name: str) -> None:
    text = render(make_comparison(), format_name, NOTES)
    assert "Which is it? =1+1" in text
    assert "Ask the insurer" in text
    assert "\x1b" not in text
    assert "Which is it?" not in render(make_comparison(), format_name)


def test_a_picture_has_them_too() -> None:
    assert "insurer" in render(make_comparison(), "svg", NOTES)


def test_in_a_table_a_note_stands_beside_its_difference() -> None:
    rows = list(csv.DictReader(io.StringIO(render(make_comparison(), "csv", NOTES))))
    told = {row["reader_note"]: row["number"] for row in rows if row["reader_note"]}
    assert told == {"Which is it? =1+1": "5", "Ask the insurer␛[2J": "4"}


def test_a_note_on_a_sentence_without_a_difference_has_a_line_of_its_own() -> None:
    noted = ExportOptions(notes={("a", 6): "=Since when?"})
    *_, last = csv.DictReader(io.StringIO(render(make_comparison(), "csv", noted)))
    assert (last["number"], last["relation"], last["a_paragraph"]) == ("", "", "6")
    assert last["a_text"].startswith("The island")
    assert last["reader_note"] == "'=Since when?"
