"""The values the program passes on keep their promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_no_blow_up
from tui.model import (
    Article,
    Comparison,
    Detail,
    DetailKind,
    Divergence,
    Link,
    Relation,
    Side,
    divergence_order,
)


def article(name: str) -> Article:
    return Article(id=name, text="", blocks=(), sentences=(), lang="en")


def comparison(pairs: set[tuple[int, int]]) -> Comparison:
    links = tuple(Link(i, j, 0.5) for i, j in sorted(pairs))
    return Comparison(a=article("a"), b=article("b"), links=links)


def side(sentence: int, start: int = 0) -> Side:
    return Side(sentence, Detail(DetailKind.NUMBER, start, start + 1, "1"))


pairs_of_sentences = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40)


@given(pairs_of_sentences)
def test_beads_hold_every_linked_sentence_once(pairs: set[tuple[int, int]]) -> None:
    beads = comparison(pairs).beads
    linked_a = sorted(i for bead in beads for i in bead.a)
    linked_b = sorted(j for bead in beads for j in bead.b)
    assert linked_a == sorted({i for i, _ in pairs})
    assert linked_b == sorted({j for _, j in pairs})


@given(pairs_of_sentences)
def test_linked_sentences_share_a_bead(pairs: set[tuple[int, int]]) -> None:
    beads = comparison(pairs).beads
    for i, j in pairs:
        assert sum(i in bead.a and j in bead.b for bead in beads) == 1


def test_beads_are_the_connected_groups_and_no_larger() -> None:
    beads = comparison({(0, 0), (0, 1), (2, 1), (5, 7)}).beads
    assert [(bead.a, bead.b) for bead in beads] == [((0, 2), (0, 1)), ((5,), (7,))]


@given(pairs_of_sentences)
def test_transposing_twice_gives_the_comparison_back(pairs: set[tuple[int, int]]) -> None:
    once = comparison(pairs)
    assert once.transposed().transposed() == once
    assert {(k.j, k.i) for k in once.transposed().links} == pairs


def test_a_chain_of_matches_is_one_bead_in_time_that_grows_with_its_length() -> None:
    def beads(length: int) -> Callable[[], object]:
        links = [Link(i, j, 0.5) for i in range(length) for j in (i, i + 1)]
        made = Comparison(a=article("a"), b=article("b"), links=tuple(links))

        def chained() -> None:
            [bead] = made.beads
            assert len(bead.a) == len(bead.b) - 1 == length

        return chained

    assert_no_blow_up(beads, 3000)


def test_transposing_turns_what_only_one_side_says_into_what_only_the_other_does() -> None:
    missing = Divergence(DetailKind.NUMBER, Relation.ONLY_A, 0.9, side(3), None)
    once = Comparison(a=article("a"), b=article("b"), divergences=(missing,)).transposed()
    assert once.divergences[0].relation is Relation.ONLY_B
    assert once.divergences[0].b == side(3)
    assert once.transposed().divergences == (missing,)


def test_matches_come_best_first() -> None:
    links = (Link(0, 1, 0.4), Link(0, 2, 0.9))
    known = Comparison(a=article("a"), b=article("b"), links=links)
    assert [link.j for link in known.matches_a[0]] == [2, 1]


def test_divergences_sort_by_place_in_a_and_then_in_b() -> None:
    only_b = Divergence(DetailKind.NUMBER, Relation.ONLY_B, 1, None, side(0))
    late = Divergence(DetailKind.NUMBER, Relation.AGREES, 1, side(2), side(0))
    early = Divergence(DetailKind.NUMBER, Relation.AGREES, 1, side(1, 4), side(9))
    assert sorted([only_b, late, early], key=divergence_order) == [early, late, only_b]


@pytest.mark.parametrize(
    ("relation", "a", "b"),
    [
        (Relation.AGREES, None, None),
        (Relation.ONLY_A, side(0), side(0)),
        (Relation.ONLY_A, None, side(0)),
        (Relation.ONLY_B, side(0), None),
    ],
)
def test_a_divergence_has_the_sides_its_relation_speaks_of(
    relation: Relation, a: Side | None, b: Side | None
) -> None:
    with pytest.raises(ValueError, match="side"):
        Divergence(DetailKind.NUMBER, relation, 1.0, a, b)
