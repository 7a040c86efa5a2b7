from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given, settings
from lxml import etree

from tests.export.hostile import hostile_comparison
from tests.factories import comparisons, make_comparison
from tui.export import produce
from tui.model import Comparison
from tui.translate import load_memory, read_tmx

DTD = Path(__file__).parent.parent / "translate" / "tmx14.dtd"


def valid(comparison: Comparison) -> etree._ElementTree:
    tree = etree.parse(io.BytesIO(produce(comparison, "tmx")))
    with DTD.open("rb") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(tree), dtd.error_log
    return tree


@settings(max_examples=30)
@given(comparisons())
def test_any_export_is_valid_by_the_dtd_with_a_unit_to_each_link(comparison: Comparison) -> None:
    assert len(valid(comparison).findall(".//tu")) == len(comparison.links)


def test_hostile_text_is_valid_too() -> None:
    valid(hostile_comparison())


def test_the_linked_sentences_are_read_back_by_our_own_memory(tmp_path: Path) -> None:
    file = tmp_path / "alma.tmx"
    file.write_bytes(produce(make_comparison(), "tmx"))
    units = read_tmx(file)
    assert [v.text for v in units[-1].variants] == [
        "Divers found a crack of 3 metres in the hull.",
        "Taucher entdeckten einen Riss von vier Metern.",
    ]
    assert units[-1].origin == "two reports, linked by Diptych: 0.71"
    assert load_memory(file).pairs()[("de", "en")] == 5
