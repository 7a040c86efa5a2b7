"""Features into scores: two logistic regressions, the second after a look at all first estimates.

The weights are in ``tui/data/align/``, made by ``bench/train_align.py``, which also says on what.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.align.collective import collective
from tui.align.features import GROUPS
from tui.model import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs

    Floats = NDArray[np.float64]

__all__ = ["ESTIMATE", "Combiner", "Layer", "Scores", "estimate_features"]

ESTIMATE = "estimate"
"""The feature that hands the first estimate, as log odds, to the second layer."""
_MOST_ODDS = 8.0
_MOST_DEVIATIONS = 6.0
"""Beyond this many deviations a value says nothing more; it came from no text we learned from."""
_GROUP_OF = {feature: group for group, names in GROUPS.items() for feature in names}
_MOST_EVIDENCE = 4


@dataclass(frozen=True)
class Layer:
    """A logistic regression over standardised features."""

    features: tuple[str, ...]
    mean: Floats
    deviation: Floats
    weights: Floats
    bias: float

    def parts(self, values: Mapping[str, Floats]) -> Floats:
        """What each feature adds to the log odds: an array ``(pairs, features)``."""
        import numpy as np

        table = np.stack([values[name] for name in self.features], axis=1)
        standard = (table - self.mean) / self.deviation
        parts: Floats = standard.clip(-_MOST_DEVIATIONS, _MOST_DEVIATIONS) * self.weights
        return parts


@dataclass(frozen=True)
class Scores:
    """Calibrated scores of candidates, and why.

    For each pair and group of evidence: the value of the group's foremost feature, and what the
    group added to the log odds.
    """

    scores: Floats
    groups: tuple[str, ...]
    values: Floats
    contributions: Floats

    def evidence(self, pair: int) -> tuple[Evidence, ...]:
        """The reasons that weighed most for or against a pair, strongest first."""
        import numpy as np

        own = self.contributions[pair]
        strongest = np.argsort(-np.abs(own), kind="stable")[:_MOST_EVIDENCE]
        return tuple(
            Evidence(
                self.groups[group],
                round(float(self.values[pair, group]), 2),
                round(float(own[group]), 2),
            )
            for group in strongest.tolist()
            if abs(own[group]) >= 0.05
        )


@dataclass(frozen=True)
class Combiner:
    """Both layers, the line from their log odds to a calibrated score, and the threshold."""

    first: Layer
    second: Layer
    slope: float
    intercept: float
    threshold: float

    @classmethod
    @cache
    def load(cls, name: str) -> Combiner:
        """Read ``tui/data/align/<name>.json``, once a process."""
        from importlib.resources import files

        text = (files("tui.data") / "align" / f"{name}.json").read_text(encoding="utf-8")
        data = json.loads(text)
        return cls(
            _layer(data["first"]),
            _layer(data["second"]),
            data["calibration"]["slope"],
            data["calibration"]["intercept"],
            data["threshold"],
        )

    def score(self, pairs: Pairs, features: Mapping[str, Floats]) -> Scores:
        """Score all candidates of two articles together."""
        import numpy as np

        first = self.first.parts(features)
        values = estimate_features(pairs, features, first.sum(axis=1) + self.first.bias)
        second = self.second.parts(values)
        odds = self.slope * (second.sum(axis=1) + self.second.bias) + self.intercept
        scores = _logistic(odds).round(4)

        # The first estimate's part is shared out to the evidence that made it up.
        groups = (*GROUPS, "other links")
        contributions = np.zeros((len(pairs), len(groups)))
        passed = self.second.features.index(ESTIMATE)
        carried = self.second.weights[passed] / self.second.deviation[passed]
        for layer, parts, factor in ((self.first, first, carried), (self.second, second, 1.0)):
            for index, name in enumerate(layer.features):
                if name != ESTIMATE:
                    group = groups.index(_GROUP_OF.get(name.removesuffix("_across"), "other links"))
                    contributions[:, group] += factor * parts[:, index]
        shown = [values[names[0]] for names in (*GROUPS.values(), ("chain",))]
        return Scores(scores, groups, np.stack(shown, axis=1), self.slope * contributions)


def estimate_features(
    pairs: Pairs, features: Mapping[str, Floats], odds: Floats
) -> dict[str, Floats]:
    """What the second layer sees: the features, the first estimate, what other pairs say."""
    bounded = odds.clip(-_MOST_ODDS, _MOST_ODDS)
    return {**features, ESTIMATE: bounded, **collective(pairs, _logistic(bounded))}


def _logistic(odds: Floats) -> Floats:
    import numpy as np

    values: Floats = 1 / (1 + np.exp(-odds.clip(-50, 50)))
    return values


def _layer(data: Mapping[str, object]) -> Layer:
    import numpy as np

    rows = data["features"]
    if not isinstance(rows, dict):
        raise TypeError("features must be a table")
    mean, deviation, weights = np.array(list(rows.values()), dtype=np.float64).T
    return Layer(tuple(rows), mean, deviation, weights, float(str(data["bias"])))
