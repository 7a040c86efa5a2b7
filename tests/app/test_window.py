"""The window on a reading: whatever happens to its size and view, the place stays in sight."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import comparisons, make_article, make_comparison
from tui.app.layout.outline import View
from tui.app.layout.sheet import Tops
from tui.app.reading.marked import Marked
from tui.app.reading.state import Place, Reading, first_place
from tui.app.reading.window import Window
from tui.model import Comparison, Which

SIDES: tuple[Which, Which] = ("a", "b")

SIZES = st.tuples(st.integers(20, 140), st.integers(1, 30))


@given(comparisons(max_sentences=8), st.lists(st.tuples(SIZES, st.sampled_from(View)), max_size=5))
def test_the_place_is_in_sight_after_any_change_of_size_and_view(
    comparison: Comparison, changes: list[tuple[tuple[int, int], View]]
) -> None:
    window = Window(Reading(Marked(comparison), first_place(comparison)))
    for size, view in changes:
        window.show(replace(window.reading, view=view))
        window.resize(*size)
        place = window.reading.place
        extent = window.sheet.column(place.which).extent(place.sentence)
        if extent is not None:
            assert 0 <= extent[0] - window.tops.of(place.which) < window.height
        if window.sheet.tied:
            assert window.tops.a == window.tops.b


@given(comparisons(max_sentences=8), SIZES)
def test_a_view_changed_and_changed_back_is_the_same(
    comparison: Comparison, size: tuple[int, int]
) -> None:
    window = Window(Reading(Marked(comparison), first_place(comparison)), *size)
    before = window.show(window.reading)
    sheet = window.sheet
    for view in (View.ALIGNED, View.PARALLEL):
        window.show(replace(before, view=view))
    assert window.sheet.a.height == sheet.a.height
    assert window.sheet.b.items == sheet.b.items


def test_a_bigger_window_leaves_no_lines_blank_above_what_matches_nothing() -> None:
    a = make_article([f"Sentence {n} of one report, of some length." for n in range(40)])
    b = make_article([f"Sentence {n} of the other." for n in range(40)])
    window = Window(Reading(Marked(make_comparison(a, b)), Place("a", 0)), 40, 10)
    window.resize(120, 30)
    assert window.tops == Tops(0, 0)


def test_heights_are_counted_once_for_all_views() -> None:
    a = make_article([f"Sentence {n}." for n in range(5)])
    window = Window(Reading(Marked(make_comparison(a, a, [(0, 0)])), Place("a", 0)))
    setters = [window._setter(which) for which in SIDES]
    window.show(replace(window.reading, view=View.ALIGNED))
    assert [window._setter(which) for which in SIDES] == setters
    window.resize(60, 10)
    assert window._setter("a") is not setters[0]
