"""Whether two articles are on one event at all: if they are not, nothing in them is linked.

Within two articles a pair is judged by how it stands out among the others, and something stands out
in any two articles. So a link's score is the chance of the link in articles on one event, times
that of the one event. Articles as wholes are easily told: a logistic regression on three numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["EVENT_FEATURES", "Event", "event_features"]

EVENT_FEATURES = ("likeness", "rare_pieces", "rare_capitals")
_FOREMOST = 3
"""How many pairs must have rare words and names in common to speak for one event."""


def event_features(pairs: Mapping[str, Floats]) -> tuple[float, ...]:
    """Describe two articles as wholes by the features of the candidate pairs in them.

    Returns:
        Values of :data:`EVENT_FEATURES`: how alike the articles are, and what the foremost pairs
        share of rare sentence pieces (logarithm) and of rare capitalised words.
    """
    import numpy as np

    def foremost(name: str) -> float:
        values = pairs[name]
        count = min(_FOREMOST, len(values))
        return float(np.partition(values, -count)[-count:].mean())

    return (
        float(pairs["likeness"][0]),
        float(np.log1p(foremost("rare_pieces_sum"))),
        foremost("rare_capitals"),
    )


class Event(NamedTuple):
    """Weights of standardised :data:`EVENT_FEATURES`."""

    mean: tuple[float, ...]
    deviation: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Event:
        """As the data file has it."""
        mean, deviation, weights = zip(*(data["features"][n] for n in EVENT_FEATURES), strict=True)
        return cls(mean, deviation, weights, data["bias"])

    def log_chance(self, pairs: Mapping[str, Floats]) -> float:
        """The logarithm of the chance that the articles of these candidates are on one event."""
        from math import exp, log1p

        described = zip(event_features(pairs), self.mean, self.deviation, self.weights, strict=True)
        odds = self.bias + sum((v - m) / d * w for v, m, d, w in described)
        return -log1p(exp(-odds)) if odds > -500 else odds
