"""A logistic regression whose weights lie in a data file: a decision that rests on soft signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from tui.data import load

__all__ = ["Logistic", "logistic"]


@dataclass(frozen=True, slots=True)
class Logistic:
    """The weights of some signs, in the order in which they are given."""

    intercept: float
    weights: tuple[float, ...]

    def probability(self, signs: Sequence[float]) -> float:
        """How likely what the signs speak for is so, in [0, 1]."""
        odds = self.intercept + sum(w * x for w, x in zip(self.weights, signs, strict=True))
        return 1 / (1 + exp(-odds))


@cache
def logistic(name: str) -> Logistic:
    """The model of ``data/details/<name>.toml``; ``bench/regression.py`` writes such files."""
    raw = load(f"details/{name}")
    return Logistic(raw["intercept"], tuple(raw["weights"].values()))
