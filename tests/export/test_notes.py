from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.factories import make_comparison
from tui.export import FORMATS, ExportOptions, render

NOTE = "decoded as Windows-1252 (by its bytes)"
READ = replace(make_comparison(), b=replace(make_comparison().b, notes=(NOTE,)))
TELLING = [f.name for f in FORMATS.values() if f.encoding and f.name not in ("svg", "tmx")]


@pytest.mark.parametrize("format_name", TELLING)
def test_what_was_done_to_read_a_report_is_told(format_name: str) -> None:
    text = render(READ, format_name, ExportOptions(width=200))
    assert text.count("decoded as") == 1
    assert "decoded as" not in render(make_comparison(), format_name)


def test_a_picture_tells_it_too() -> None:
    assert "Windows-1252" in render(READ, "svg", ExportOptions(width=200))


def test_in_a_table_it_has_a_line_of_its_own() -> None:
    *_, last = csv.DictReader(io.StringIO(render(READ, "csv")))
    assert (last["number"], last["kind"], last["note"]) == ("", "reading", f"B: {NOTE}")
