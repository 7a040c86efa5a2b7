"""Features into calibrated scores: a logistic regression.

The weights are in ``tui/data/align/``, made by ``bench/train_align.py``, which also says on what.
Boosted trees and a second look at each pair in the light of the others' scores did no better on
news stories kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.align.features import GROUPS
from tui.model import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["Combiner", "Scores"]

_MOST_EVIDENCE = 4
_LEAST_EVIDENCE = 0.05


@dataclass(frozen=True)
class Scores:
    """Calibrated scores of candidates, and why.

    For each pair and group of evidence: the value of the group's foremost feature, and what the
    group added to the log odds.
    """

    scores: Floats
    values: Floats
    contributions: Floats

    def evidence(self, pair: int) -> tuple[Evidence, ...]:
        """The reasons that weighed most for or against a pair, strongest first."""
        import numpy as np

        own = self.contributions[pair]
        groups = tuple(GROUPS)
        strongest = np.argsort(-np.abs(own), kind="stable")[:_MOST_EVIDENCE]
        return tuple(
            Evidence(
                groups[group],
                round(float(self.values[pair, group]), 2),
                round(float(own[group]), 2),
            )
            for group in strongest.tolist()
            if abs(own[group]) >= _LEAST_EVIDENCE
        )


@dataclass(frozen=True)
class Combiner:
    """Weights of standardised features, the line to calibrated log odds, and the threshold.

    A value outside the range met in training (``low`` to ``high``) counts as its nearest end.
    """

    features: tuple[str, ...]
    mean: Floats
    deviation: Floats
    weights: Floats
    low: Floats
    high: Floats
    bias: float
    slope: float
    intercept: float
    threshold: float

    @classmethod
    @cache
    def load(cls, name: str) -> Combiner:
        """Read ``tui/data/align/<name>.json``, once a process."""
        from importlib.resources import files

        import numpy as np

        text = (files("tui.data") / "align" / f"{name}.json").read_text(encoding="utf-8")
        data = json.loads(text)
        rows = data["features"]
        mean, deviation, weights, low, high = np.array(list(rows.values()), dtype=np.float64).T
        return cls(
            tuple(rows),
            mean,
            deviation,
            weights,
            low,
            high,
            data["bias"],
            data["calibration"]["slope"],
            data["calibration"]["intercept"],
            data["threshold"],
        )

    def score(self, values: Mapping[str, Floats]) -> Scores:
        """Score candidates, given each feature's value for each of them."""
        import numpy as np

        table = np.stack([values[name] for name in self.features], axis=1)
        standard = (table.clip(self.low, self.high) - self.mean) / self.deviation
        parts = standard * (self.weights * self.slope)
        odds = parts.sum(axis=1) + self.bias * self.slope + self.intercept
        contributions = [
            parts[:, [self._base(name) in names for name in self.features]].sum(axis=1)
            for names in GROUPS.values()
        ]
        return Scores(
            (1 / (1 + np.exp(-odds.clip(-50, 50)))).round(4),
            np.stack([values[names[0]] for names in GROUPS.values()], axis=1),
            np.stack(contributions, axis=1),
        )

    @staticmethod
    def _base(name: str) -> str:
        return name.removesuffix("_alike")
