from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import comparisons, make_comparison
from tui.marks import Mark, marks_by_sentence, runs
from tui.model import Comparison, Detail, DetailKind, Divergence, Relation, Side

texts = st.text(max_size=40)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    relation = draw(st.sampled_from(Relation))
    side = Side(0, Detail(DetailKind.NUMBER, 0, 1, "1"))
    divergence = Divergence(
        DetailKind.NUMBER,
        relation,
        1.0,
        None if relation is Relation.ONLY_B else side,
        None if relation is Relation.ONLY_A else side,
    )
    return Mark(
        draw(st.integers(-3, 45)), draw(st.integers(-3, 45)), draw(st.integers(0, 9)), divergence
    )


@given(texts, st.lists(marks(), max_size=6))
def test_the_runs_joined_are_the_sentence(text: str, given_marks: list[Mark]) -> None:
    found = runs(text, given_marks)
    assert "".join(run.text for run in found) == text
    assert all(run.text == text[run.start : run.end] for run in found)
    assert all(run.text for run in found)


@given(texts, st.lists(marks(), max_size=6))
def test_every_character_is_under_exactly_the_marks_that_cover_it(
    text: str, given_marks: list[Mark]
) -> None:
    for run in runs(text, given_marks):
        for at in range(run.start, run.end):
            covering = [m for m in given_marks if m.start <= at < m.end]
            assert sorted(run.marks, key=id) == sorted(covering, key=id)


@given(texts, st.lists(marks(), max_size=6))
def test_a_mark_opens_and_closes_once_if_it_marks_anything(
    text: str, given_marks: list[Mark]
) -> None:
    found = runs(text, given_marks)
    opened = [mark for run in found for mark in run.opening]
    closed = [mark for run in found for mark in run.closing]
    visible = [m for m in given_marks if max(m.start, 0) < min(m.end, len(text))]
    assert sorted(opened, key=id) == sorted(visible, key=id)
    assert sorted(closed, key=id) == sorted(visible, key=id)


def test_a_number_inside_a_quotation_is_seen_and_the_quotation_kept_below_it() -> None:
    text = "“Only 12 of us stayed”"
    side = Side(0, Detail(DetailKind.QUOTATION, 0, len(text), text))
    quotation = Divergence(DetailKind.QUOTATION, Relation.CONFLICTS, 1, side, side)
    number = Divergence(DetailKind.NUMBER, Relation.AGREES, 1, side, side)
    found = runs(text, [Mark(0, len(text), 0, quotation), Mark(6, 8, 1, number)])
    assert [run.text for run in found] == ["“Only ", "12", " of us stayed”"]
    assert [m.number for m in found[1].marks] == [1, 0]
    assert [[m.number for m in run.opening] for run in found] == [[0], [1], []]


def test_of_two_marks_of_one_span_the_graver_is_seen() -> None:
    side = Side(0, Detail(DetailKind.DATE, 0, 3, "May"))
    agrees = Mark(0, 3, 0, Divergence(DetailKind.DATE, Relation.AGREES, 1, side, side))
    conflicts = Mark(0, 3, 1, Divergence(DetailKind.DATE, Relation.CONFLICTS, 1, side, side))
    [run] = runs("May", [agrees, conflicts])
    assert run.mark is conflicts


@given(comparisons())
def test_every_side_of_every_divergence_has_its_mark(comparison: Comparison) -> None:
    for which in ("a", "b"):
        found = marks_by_sentence(comparison, "a" if which == "a" else "b")
        sides = [d.a if which == "a" else d.b for d in comparison.divergences]
        assert sorted(m.number for ms in found.values() for m in ms) == [
            number for number, side in enumerate(sides) if side is not None
        ]


def test_both_sides_of_a_divergence_bear_one_number() -> None:
    comparison = make_comparison()
    numbers = [
        {m.number for marks in marks_by_sentence(comparison, which).values() for m in marks}
        for which in ("a", "b")
    ]
    both = {n for n, d in enumerate(comparison.divergences) if d.a and d.b}
    assert numbers[0] & numbers[1] == both
