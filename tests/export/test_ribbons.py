from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.factories import comparisons, make_comparison
from tui.export.ribbons import WIDTH, draw_map
from tui.export.view import View
from tui.model import Comparison, Relation
from tui.words import SEVERITY


@settings(max_examples=30)
@given(comparisons())
def test_sentences_fill_their_strip_in_order_without_overlap(comparison: Comparison) -> None:
    drawn = draw_map(View(comparison))
    for strip, article in ((drawn.a, comparison.a), (drawn.b, comparison.b)):
        assert [s.index for s in strip] == [s.index for s in article.content]
        assert all(one.x + one.width <= other.x for one, other in pairwise(strip))
        if strip:
            assert strip[-1].x + strip[-1].width == pytest.approx(WIDTH)


@settings(max_examples=30)
@given(comparisons())
def test_there_is_a_ribbon_to_each_link_the_gravest_on_top(comparison: Comparison) -> None:
    ribbons = draw_map(View(comparison)).ribbons
    assert sorted((r.i, r.j) for r in ribbons) == [(k.i, k.j) for k in comparison.links]
    ranks = [SEVERITY[r.relation] for r in ribbons]
    assert ranks == sorted(ranks, reverse=True)


def test_a_ribbon_has_the_gravest_relation_of_its_pair() -> None:
    drawn = draw_map(View(make_comparison()))
    relations = {(r.i, r.j): r.relation for r in drawn.ribbons}
    assert relations[5, 1] is Relation.CONFLICTS
    assert relations[2, 2] is Relation.IMPRECISE
    assert relations[0, 0] is Relation.AGREES
    assert [s.index for s in drawn.a if s.lone] == [6]
