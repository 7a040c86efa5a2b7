"""Where commands lead, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import comparisons, make_article, make_comparison
from tui.app.layout.outline import View
from tui.app.reading import navigate
from tui.app.reading.find import find
from tui.app.reading.marked import Filters, Marked
from tui.app.reading.state import Place, Reading, first_place
from tui.app.reading.window import Window
from tui.model import Comparison, DetailKind, Relation


def reading_of(comparison: Comparison | None = None, place: Place | None = None) -> Reading:
    known = comparison or make_comparison()
    return Reading(Marked(known), place or first_place(known))


def stops(reading: Reading, direction: int = 1) -> list[Place]:
    """Every place that pressing the key for differences again and again leads to."""
    window = Window(reading, 100, 20)
    found = []
    while (following := navigate.by_difference(reading, window.sheet, direction)) is not None:
        reading = following
        found.append(reading.place)
    return found


def test_reading_begins_with_the_first_sentence_of_the_report() -> None:
    assert reading_of().place == Place("a", 0)
    empty = make_article([])
    other = make_article(["Something."])
    assert first_place(make_comparison(empty, other)) == Place("b", 0)


def test_the_next_sentence_skips_hidden_furniture_and_ends_at_the_last() -> None:
    reading = reading_of()
    sheet = Window(reading).sheet
    found = []
    while (following := navigate.by_sentence(reading, sheet, 1)) is not None:
        reading = following
        found.append(reading.place.sentence)
    assert found == [2, 3, 4, 5, 6]


def test_differences_are_walked_in_the_order_of_a_with_what_only_b_says_between() -> None:
    assert stops(reading_of()) == [
        Place("a", 2),
        Place("a", 3),
        Place("a", 4),
        Place("b", 5),
        Place("b", 1),
    ]


def test_differences_are_walked_backwards_the_same_way() -> None:
    reading = reading_of(place=Place("a", 6))
    assert stops(reading, -1) == [
        Place("a", 5),
        Place("b", 5),
        Place("b", 4),
        Place("a", 3),
        Place("a", 2),
    ]


def test_whoever_reads_b_stays_in_b_where_b_has_the_difference() -> None:
    reading = reading_of(place=Place("b", 0))
    assert stops(reading)[0] == Place("b", 2)


def test_hidden_kinds_are_not_stopped_at() -> None:
    hidden = Filters(kinds=frozenset({DetailKind.NUMBER, DetailKind.QUOTATION}))
    assert Place("a", 2) not in stops(reading_of().with_filters(hidden))


def test_two_differences_of_one_sentence_are_two_stops() -> None:
    comparison = make_comparison()
    doubled = replace(comparison, divergences=comparison.divergences[1:2] * 2)
    assert stops(reading_of(doubled)) == [Place("a", 2), Place("a", 2)]


def test_unmatched_sentences_are_found_in_both_directions() -> None:
    reading = reading_of()
    sheet = Window(reading).sheet
    found = navigate.by_unmatched(reading, sheet, 1)
    assert found is not None
    assert found.place == Place("a", 6)
    assert navigate.by_unmatched(found, sheet, 1) is None
    assert navigate.by_unmatched(found, sheet, -1) is None


def test_enter_walks_through_all_matches_and_comes_back() -> None:
    a, b = make_article(["One."]), make_article(["Uno.", "Eins."])
    reading = reading_of(make_comparison(a, b, [(0, 0, 0.6), (0, 1, 0.9)]))
    walked = []
    for _ in range(3):
        following = navigate.to_match(reading)
        assert following is not None
        reading = following
        walked.append(reading.place)
    assert walked == [Place("b", 1), Place("b", 0), Place("a", 0)]


def test_enter_on_a_sentence_without_match_leads_nowhere() -> None:
    assert navigate.to_match(reading_of(place=Place("a", 6))) is None


def test_paragraphs_are_walked_by_their_first_sentences() -> None:
    reading = reading_of()
    sheet = Window(reading).sheet
    found = navigate.by_paragraph(reading, sheet, 1)
    assert found is not None
    assert found.place == Place("a", 2)
    assert navigate.by_paragraph(reading, sheet, -1) is None


def test_sentences_and_paragraphs_are_found_by_number() -> None:
    reading = reading_of()
    sheet = Window(reading).sheet
    for typed, sentence in (("2", 2), (" 6 ", 6), ("p2", 2), ("¶ 3", 3)):
        found = navigate.by_number(reading, sheet, typed)
        assert found is not None, typed
        assert found.place == Place("a", sentence)
    for typed in ("", "0", "99", "p0", "p99", "-1", "two", "²"):
        assert navigate.by_number(reading, sheet, typed) is None, typed


@pytest.mark.parametrize("typed", ["9" * 5000, "p" + "9" * 5000, "4000000000"])
def test_a_number_of_any_length_is_only_too_high(typed: str) -> None:
    reading = reading_of()
    sheet = Window(reading).sheet
    assert navigate.by_number(reading, sheet, typed) is None
    assert "so high a number; the last is" in navigate.fault(reading, sheet, typed)


def test_crossing_over_leads_to_the_match_or_to_what_is_level() -> None:
    reading = reading_of(place=Place("a", 5))
    window = Window(reading)
    assert navigate.to_other_pane(reading, window.sheet, 0).place == Place("b", 1)
    alone = reading_of(place=Place("a", 6))
    assert navigate.to_other_pane(alone, window.sheet, 0).place == Place("b", 0)


def test_the_place_is_kept_when_the_view_changes() -> None:
    window = Window(reading_of(place=Place("a", 5)), 100, 10)
    for view in (View.ALIGNED, View.DIFFERENCES, View.PARALLEL):
        shown = window.show(replace(window.reading, view=view))
        assert shown.place == Place("a", 5)


def test_a_place_that_a_view_does_not_show_gives_way_to_the_nearest_before_it() -> None:
    window = Window(reading_of(place=Place("a", 6)), 100, 10)
    shown = window.show(replace(window.reading, view=View.DIFFERENCES))
    assert shown.place == Place("a", 5)


def test_swapping_twice_is_no_change() -> None:
    reading = reading_of(place=Place("b", 3))
    twice = reading.transposed().transposed()
    assert twice.place == reading.place
    assert twice.comparison == reading.comparison


def test_words_are_found_in_both_reports_whatever_their_case_or_spacing() -> None:
    comparison = make_comparison()
    finding = find("tor  LIND", comparison.a, comparison.b)
    assert [(hit.which, hit.sentence) for hit in finding.hits] == [("a", 4), ("b", 4)]
    assert finding.step(1).current == 0
    assert finding.step(1).step(1).step(1).current == 0
    assert finding.step(-1).current == 1
    assert find("nowhere", comparison.a, comparison.b).step(1).current is None
    assert find("(", comparison.a, comparison.b).hits == ()


def test_what_only_the_match_says_is_told_with_the_sentence() -> None:
    comparison = make_comparison()
    reading = reading_of(comparison, Place("b", 3))
    here = [comparison.divergences[n] for n in reading.here]
    assert [d.relation for d in here] == [Relation.ONLY_A]


@given(comparisons(), st.sampled_from(View), st.data())
def test_no_walk_leaves_what_is_shown_or_goes_on_for_ever(
    comparison: Comparison, view: View, data: st.DataObject
) -> None:
    window = Window(replace(reading_of(comparison), view=view), 80, 8)
    reading = window.reading
    for direction in (1, -1):
        steps = 0
        while following := navigate.by_difference(reading, window.sheet, direction):
            reading = window.show(following)
            assert reading.place.sentence in window.sheet.column(reading.place.which)
            steps += 1
            assert steps <= len(comparison.divergences)
    step = data.draw(st.sampled_from([1, -1]))
    for walk in (navigate.by_sentence, navigate.by_paragraph, navigate.by_unmatched):
        found = walk(reading, window.sheet, step)
        if found is not None:
            assert found.place.sentence in window.sheet.column(found.place.which)


def test_what_has_not_changed_stays_the_same_object_so_that_it_is_not_painted_again() -> None:
    window = Window(reading_of(), 100, 10)
    sheet, shape = window.sheet, window.geometry
    following = navigate.by_sentence(window.reading, sheet, 1)
    assert following is not None
    window.show(following)
    assert window.sheet is sheet
    assert window.geometry is shape
