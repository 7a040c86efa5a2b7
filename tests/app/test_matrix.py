"""The facts of a whole story, whoever tells them."""

from __future__ import annotations

from tests.factories import make_article, make_comparison, make_divergence
from tui.app.reading.matrix import FactRow, fact_rows
from tui.model import Comparison, DetailKind, Relation

A = make_article(["A storm killed 64 people.", "It came from Haiti."])
B = make_article(["About 60 people died.", "Cuba was spared."])
C = make_article(["It killed 64.", "Cuba was spared."])


def story() -> dict[tuple[int, int], Comparison]:
    """Three reports: a number told thrice, a place told by the last two, one by the first."""
    number, place = DetailKind.NUMBER, DetailKind.PLACE
    return {
        (0, 1): make_comparison(
            A,
            B,
            [(0, 0)],
            [
                make_divergence(
                    A,
                    B,
                    number,
                    Relation.IMPRECISE,
                    in_a=(0, "64 people"),
                    in_b=(0, "About 60 people"),
                ),
                make_divergence(A, B, place, Relation.ONLY_A, in_a=(1, "Haiti")),
                make_divergence(A, B, place, Relation.ONLY_B, in_b=(1, "Cuba")),
            ],
        ),
        (0, 2): make_comparison(
            A,
            C,
            [(0, 0)],
            [
                make_divergence(
                    A, C, number, Relation.AGREES, in_a=(0, "64 people"), in_b=(0, "64")
                ),
                make_divergence(A, C, place, Relation.ONLY_A, in_a=(1, "Haiti")),
            ],
        ),
        (1, 2): make_comparison(
            B,
            C,
            [(1, 1)],
            [make_divergence(B, C, place, Relation.AGREES, in_a=(1, "Cuba"), in_b=(1, "Cuba"))],
        ),
    }


def told(row: FactRow) -> dict[int, str]:
    return {report: cell.side.detail.text for report, cell in row.cells.items()}


def test_facts_of_all_reports_are_listed_the_first_reports_first() -> None:
    rows = fact_rows(story(), (0, 1, 2), agreements=True)
    assert [told(row) for row in rows] == [
        {0: "64 people", 1: "About 60 people", 2: "64"},
        {0: "Haiti"},
        {1: "Cuba", 2: "Cuba"},
    ]


def test_a_cell_tells_how_it_stands_to_the_first_report_that_has_the_fact() -> None:
    number = fact_rows(story(), (0, 1, 2))[0]
    assert [number.cells[k].relation for k in (0, 1, 2)] == [
        None,
        Relation.IMPRECISE,
        Relation.AGREES,
    ]


def test_facts_told_alike_are_left_out_until_asked_for() -> None:
    rows = fact_rows(story(), (0, 1, 2))
    assert [told(row)[row.report] for row in rows] == ["64 people", "Haiti"]
    assert [row.is_alone for row in rows] == [False, True]


def test_a_report_that_repeats_itself_repeats_no_row() -> None:
    a = make_article(["Haiti was hit.", "In Haiti, schools are closed."])
    b = make_article(["A storm."])
    divergences = [
        make_divergence(a, b, DetailKind.PLACE, Relation.ONLY_A, in_a=(k, "Haiti")) for k in (0, 1)
    ]
    rows = fact_rows({(0, 1): make_comparison(a, b, [], divergences)}, (0, 1))
    assert [told(row) for row in rows] == [{0: "Haiti"}]


def test_before_anything_is_compared_there_are_no_facts() -> None:
    assert fact_rows({}, (0, 1, 2), agreements=True) == []
