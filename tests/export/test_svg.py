from __future__ import annotations

import re

from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from rich.cells import cell_len

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_article, make_comparison
from tui.export import render
from tui.model import Comparison


def test_the_picture_is_well_formed_and_asks_for_nothing_outside() -> None:
    svg = render(make_comparison(), "svg")
    fromstring(svg)
    assert "url(" not in svg.replace("url(#", "")
    assert "@font-face" not in svg
    addresses = set(re.findall(r"https?://[^\"\s<]+", svg))
    assert addresses <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}


@settings(max_examples=15)
@given(comparisons())
def test_any_picture_is_well_formed(comparison: Comparison) -> None:
    fromstring(render(comparison, "svg"))


def test_hostile_text_is_only_text() -> None:
    root = fromstring(render(hostile_comparison(), "svg"))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "style", "defs", "clipPath", "rect", "g", "text", "circle"}
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_the_same_comparison_gives_the_same_picture() -> None:
    assert render(make_comparison(), "svg") == render(make_comparison(), "svg")


def test_wide_letters_have_the_room_that_a_terminal_gives_them() -> None:
    article = make_article(["港の倉庫で火災があった。", "Plain."], lang="ja")
    root = fromstring(render(make_comparison(article, article, [(0, 0)]), "svg"))
    cells = {
        float(run.attrib["textLength"]) / cell_len(run.text)
        for run in root.iter()
        if run.text and run.text.strip("\n") and "textLength" in run.attrib
    }
    assert max(cells) - min(cells) < 0.01
