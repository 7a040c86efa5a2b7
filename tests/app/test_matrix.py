"""The facts of a whole story, whoever tells them."""

from __future__ import annotations

import pytest

from tests.app.conftest import shown, third_report
from tests.factories import make_article, make_comparison, make_divergence
from tui.app.app import ReaderApp
from tui.app.desk import Desk
from tui.app.reading.matrix import FactRow, fact_rows, unmatched_sentences
from tui.model import Comparison, Detail, DetailKind, Relation, Side

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


def test_facts_of_passages_without_a_match_stand_in_their_place_or_in_the_row_of_a_value() -> None:
    a = make_article(["It began on Monday.", "A storm killed 64 people.", "Cuba was spared."])
    b = make_article(["64 died.", "The harbour of Sandholm is closed."])
    number = make_divergence(
        a, b, DetailKind.NUMBER, Relation.AGREES, in_a=(1, "64 people"), in_b=(0, "64")
    )
    comparisons = {(0, 1): make_comparison(a, b, [(1, 0)], [number])}
    assert unmatched_sentences(comparisons, 0) == [0, 2]
    assert unmatched_sentences(comparisons, 1) == [1]

    def side(sentence: int, kind: DetailKind, text: str, value: object) -> Side:
        return Side(sentence, Detail(kind, 0, len(text), text, value))

    facts = {
        0: [side(0, DetailKind.DATE, "Monday", 1), side(2, DetailKind.PLACE, "Cuba", "CU")],
        1: [side(1, DetailKind.PLACE, "Sandholm", "S"), side(1, DetailKind.PLACE, "Kuba", "CU")],
    }
    rows = fact_rows(comparisons, (0, 1), unmatched=facts)
    assert [told(row) for row in rows] == [{0: "Monday"}, {1: "Sandholm"}]
    rows = fact_rows(comparisons, (0, 1), unmatched=facts, agreements=True)
    assert [told(row) for row in rows] == [
        {0: "Monday"},
        {0: "64 people", 1: "64"},
        {0: "Cuba", 1: "Kuba"},
        {1: "Sandholm"},
    ]


async def test_the_matrix_shows_what_one_report_tells_in_a_passage_without_a_match() -> None:
    a = make_article(["The ferry sank.", "The pilot was 62 years old."], lang="en")
    b = make_article(["The ferry sank."], id="b", lang="en")
    desk = Desk("Ferry", (a, b))
    desk.keep(0, 1, make_comparison(a, b, [(0, 0)]))
    app = ReaderApp(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("m")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "+ 62" in shown(app)


async def test_that_a_report_lacks_a_fact_is_not_said_before_it_has_been_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.app.screens.matrix.comparing", lambda *_: lambda: None)
    known = make_comparison()
    desk = Desk("Ferry", (known.a, known.b, third_report()))
    desk.keep(0, 1, known)
    app = ReaderApp(desk, ascii_only=True)
    async with app.run_test(size=(100, 8)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert not set("·▁▂▃▄▅▆▇█") & set(shown(app))
        rows = [line for line in shown(app).splitlines() if line.startswith(" number")]
        assert rows
        assert all(row.rstrip().endswith("not yet") for row in rows)


def test_before_anything_is_compared_there_are_no_facts() -> None:
    assert fact_rows({}, (0, 1, 2), agreements=True) == []
