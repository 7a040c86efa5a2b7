"""Numbers, quantities, money, percentages, dates and times: found together, compared by role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.details.base import ArticleContext, Kind, PairContext
from tui.model import Detail, Divergence, Side

__all__ = ["KIND"]


def extract(text: str, context: ArticleContext) -> list[Detail]:
    return []


def match(a: Sequence[Side], b: Sequence[Side], context: PairContext) -> Iterable[Divergence]:
    return ()


KIND = Kind("figures", extract, match)
