from __future__ import annotations

import re

from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_comparison
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
