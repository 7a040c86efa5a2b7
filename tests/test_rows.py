from __future__ import annotations

from hypothesis import given

from tests.factories import comparisons, make_article, make_comparison
from tui.model import BlockKind, Comparison
from tui.rows import Row, aligned_rows

FOUR = make_article(["One.", "Two.", "Three.", "Four."])


def layout(links: list[tuple[int, int] | tuple[int, int, float]]) -> tuple[Row, ...]:
    return aligned_rows(make_comparison(FOUR, FOUR, links))


@given(comparisons())
def test_every_content_sentence_is_the_primary_of_exactly_one_row(comparison: Comparison) -> None:
    rows = aligned_rows(comparison)
    assert [row.a for row in rows if row.a is not None] == [s.index for s in comparison.a.content]
    assert sorted(j for row in rows for j in row.b) == [s.index for s in comparison.b.content]


@given(comparisons())
def test_every_link_is_shown_beside_its_sentence_of_a(comparison: Comparison) -> None:
    shown = {(row.a, j) for row in aligned_rows(comparison) for j in row.b + row.echoes}
    assert {(k.i, k.j) for k in comparison.links} <= shown


@given(comparisons())
def test_a_sentence_of_b_stands_beside_its_best_match(comparison: Comparison) -> None:
    for row in aligned_rows(comparison):
        for j in row.b:
            if j in comparison.matches_b:
                assert row.a == comparison.matches_b[j][0].i


@given(comparisons())
def test_what_only_b_says_follows_its_neighbour_in_b(comparison: Comparison) -> None:
    rows = aligned_rows(comparison)
    at = {j: n for n, row in enumerate(rows) for j in row.b}
    neighbour = None
    for sentence in comparison.b.content:
        if sentence.index in comparison.matches_b:
            neighbour = sentence.index
        elif neighbour is not None:
            between = rows[at[neighbour] + 1 : at[sentence.index]]
            assert at[neighbour] < at[sentence.index]
            assert all(row.a is None for row in between)


def test_articles_without_a_match_stand_one_after_the_other() -> None:
    assert layout([]) == tuple(Row(i) for i in range(4)) + tuple(Row(None, (j,)) for j in range(4))


def test_what_b_says_before_its_first_match_stands_before_the_first_row_with_a_match() -> None:
    rows = layout([(1, 2)])
    assert rows == (
        Row(0),
        Row(None, (0,)),
        Row(None, (1,)),
        Row(1, (2,)),
        Row(None, (3,)),
        Row(2),
        Row(3),
    )


def test_a_sentence_with_two_matches_is_told_once_and_pointed_at_the_other_time() -> None:
    rows = layout([(0, 0, 0.6), (1, 0, 0.9)])
    assert rows[:2] == (Row(0, (), (0,)), Row(1, (0,)))
    assert rows[0].linked


def test_two_matches_of_one_sentence_stand_in_its_row_in_their_own_order() -> None:
    assert layout([(0, 3, 0.9), (0, 1, 0.5)])[1] == Row(0, (1, 3))


def test_a_link_to_page_furniture_loses_no_sentence() -> None:
    page = make_article([(BlockKind.FURNITURE, "Share."), "One.", "Two."])
    links = [(0, 1, 0.9), (1, 1, 0.5), (0, 2, 0.9), (2, 0, 0.9)]
    assert aligned_rows(make_comparison(page, page, links)) == (
        Row(1, (1,)),
        Row(None, (2,)),
        Row(2),
    )
