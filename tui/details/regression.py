"""Logistic regressions on a few signs, with weights that scripts of ``bench`` fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from tui.data import load

__all__ = ["probability"]


def probability(model: str, signs: Sequence[float]) -> float:
    """How likely something is by its signs, in [0, 1].

    Args:
        model: Where the weights are, below ``tui/data`` and without suffix: a table ``weights``,
            one line a sign, and an ``intercept``.
        signs: The signs in the order of that table.
    """
    intercept, weights = _fitted(model)
    odds = intercept + sum(w * x for w, x in zip(weights, signs, strict=True))
    return 1 / (1 + exp(-odds))


@cache
def _fitted(model: str) -> tuple[float, tuple[float, ...]]:
    raw = load(model)
    return raw["intercept"], tuple(raw["weights"].values())
