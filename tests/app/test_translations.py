"""Translations in the reader: what is asked for, shown and said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import MakeApp, shown
from tests.factories import make_comparison
from tui.export import ExportOptions, render
from tui.model import Comparison, Translation

NEARLY = Translation(
    "en",
    "Nobody was hurt.",
    "memory: x.tmx",
    match=0.968,
    doubts=("made for a sentence with “60”, not “40”",),
)


def doubtful() -> Comparison:
    return replace(make_comparison(), translations_b={3: NEARLY})


@pytest.mark.parametrize(("ascii_only", "sign"), [(False, "⁇"), (True, "?")])
async def test_a_doubt_stands_below_the_translation_with_origin_and_match(
    make_app: MakeApp, ascii_only: bool, sign: str
) -> None:
    app = make_app(doubtful(), ascii_only=ascii_only)
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        [at] = [k for k, line in enumerate(lines) if "Nobody was hurt." in line]
        told = f"{sign} memory: x.tmx 96 %: made for a sentence with “60”, not “40”"
        assert told in lines[at + 1]


@pytest.mark.parametrize("format_name", ["html", "markdown", "text"])
def test_exports_tell_a_doubt_and_the_match_beside_the_origin(format_name: str) -> None:
    made = render(doubtful(), format_name, ExportOptions(width=200))
    assert "⁇ memory: x.tmx 96 %: made for a sentence with “60”, not “40”" in made


def test_the_json_export_gives_match_and_doubts_only_where_there_are_any() -> None:
    import json

    told = json.loads(render(doubtful(), "json"))["b"]["sentences"][3]["translation"]
    assert (told["match"], told["doubts"]) == (0.968, list(NEARLY.doubts))
    sure = json.loads(render(make_comparison(), "json"))["b"]["sentences"][3]["translation"]
    assert set(sure) == {"lang", "text", "origin"}
