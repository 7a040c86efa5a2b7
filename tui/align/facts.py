"""The figures, dates and times of sentences, normalised by :mod:`tui.details`."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from tui.align.items import Items, match_items
from tui.align.terms import bags, rarity, shared
from tui.model import DetailKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs
    from tui.align.side import Texts

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["fact_features"]


class Figure(NamedTuple):
    """A number of some sort: a unit, or a time of day; ``size`` is above zero."""

    sort: str
    size: float


_MOST_CHARACTERS = 4_000
_FIGURES = frozenset(
    {
        DetailKind.NUMBER,
        DetailKind.QUANTITY,
        DetailKind.MONEY,
        DetailKind.PERCENT,
        DetailKind.DATE,
        DetailKind.TIME,
    }
)


def fact_features(a: Texts, b: Texts, pairs: Pairs) -> dict[str, Floats]:
    """How rare the figures are that sentences share, and how near those they do not share.

    "412 million" and "421 million" are two reports of one figure more often than two figures.
    """
    figures_a, figures_b = _figures(a), _figures(b)
    return {
        "figures": _rare_shared(figures_a, figures_b, pairs),
        "near_figures": _near(figures_a, figures_b, pairs),
    }


def _figures(texts: Texts) -> list[set[Hashable]]:
    """The normalised figures of each sentence."""
    from tui.details.base import ArticleContext
    from tui.details.figures import KIND

    context = ArticleContext(lang=texts.lang, published=texts.published)
    return [
        {
            _stated(detail.value)
            for detail in KIND.extract(sentence[:_MOST_CHARACTERS], context)
            if detail.kind in _FIGURES
        }
        for sentence in texts.sentences
    ]


def _rare_shared(a: Sequence[set[Hashable]], b: Sequence[set[Hashable]], pairs: Pairs) -> Floats:
    """The summed rarity of what both sentences have."""
    weight = rarity([*a, *b])

    def weighed(side: Sequence[set[Hashable]]) -> list[dict[Hashable, float]]:
        return [{fact: sqrt(weight(fact)) for fact in own} for own in side]

    return shared(*bags(weighed(a), weighed(b)), pairs)


def _near(a: Sequence[set[Hashable]], b: Sequence[set[Hashable]], pairs: Pairs) -> Floats:
    """The best pair of unequal figures of one sort: how near, times how rare the commoner is."""
    import numpy as np

    weight = rarity([*a, *b])
    known = sorted(
        {fact for own in (*a, *b) for fact in own if isinstance(fact, Figure)},
        key=lambda fact: (fact.sort, fact.size),
    )
    if not known:
        return np.zeros(len(pairs))
    number = {fact: index for index, fact in enumerate(known)}
    sort = np.unique([fact.sort for fact in known], return_inverse=True)[1]
    size = np.log([fact.size for fact in known])
    rare = np.array([weight(fact) for fact in known])

    def closeness(x: Indices, y: Indices) -> Floats:
        near = 1 - np.abs(size[x][:, None] - size[y][None, :]) / log(2)
        alike = (sort[x][:, None] == sort[y][None, :]) & (x[:, None] != y[None, :])
        rarer = np.minimum(rare[x][:, None], rare[y][None, :])
        found: Floats = np.where(alike, near.clip(min=0), 0.0) * rarer
        return found

    sides = []
    for side in (a, b):
        owned = [sorted(number[fact] for fact in own if isinstance(fact, Figure)) for own in side]
        sides.append(Items.of(owned, [[1.0] * len(own) for own in owned]))
    return match_items(sides[0], sides[1], pairs, closeness).top


def _stated(value: object) -> Hashable:
    """The part of a value that two reports of one fact have in common, however exactly stated."""
    from tui.details.values import Amount, CalendarDate, ClockTime

    if isinstance(value, Amount):
        point = value.point
        if point is not None and point > 0:
            return Figure(value.unit, float(point))
    elif isinstance(value, ClockTime):
        return Figure("clock", value.start % (12 * 60) + 12 * 60)
    elif isinstance(value, CalendarDate) and value.resolved:
        return value.resolved
    return value
