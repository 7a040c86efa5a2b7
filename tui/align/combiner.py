"""Features into calibrated scores: a logistic regression, its prior fitted to the two articles.

The chance of a link is that chance in two articles on one event, times the chance that they are on
one (:mod:`tui.align.event`).

How many of the candidates are links differs: follow-ups share a handful of sentences, two reports
of one press conference nearly all. The share of links is estimated from the articles' own scores
by expectation maximisation (Saerens, Latinne and Decaestecker 2002), and the scores go part of the
way there.

The weights are in ``tui/data/align/``, made by ``bench/train_align.py``, which also says on what.
Boosted trees and a second look at each pair in the light of the others' scores did no better on
news stories kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.align.event import Event
from tui.align.features import GROUPS
from tui.model import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["ADAPTED", "Combiner", "Scores", "floored", "prior_shift"]

_MOST_EVIDENCE = 4
_LEAST_EVIDENCE = 0.05
ADAPTED = 0.25
"""How far, in log odds, the prior goes to what the articles' own scores suggest."""
_USUAL = 200.0
"""As many candidates of the usual share of links speak for it: few sentences suggest little."""
_ROUNDS = 30
_SAME_WORDS, _SAME_COUNT = 0.8, 3
"""The share of either sentence's words that the other has too, by rarity, and the weight of these,
if one is a print of the other."""
_REPRINTED = 3.5
"""Log odds of a link for such a pair, at least. Of those in the training stories all are links."""
_BLOCK = 8192
"""Pairs scored at a time; bounds memory, changes no result."""


class Scores(NamedTuple):
    """Calibrated scores of candidates, and why.

    For each pair and group of evidence: the value of the group's foremost feature, and what the
    group added to the log odds.
    """

    scores: Floats
    values: Floats
    contributions: Floats

    def evidence(self, pairs: NDArray[np.int64]) -> list[tuple[Evidence, ...]]:
        """For each of some pairs the reasons that weighed most for or against, strongest first."""
        import numpy as np

        own = self.contributions[pairs]
        strongest = np.argsort(-np.abs(own), axis=1, kind="stable")[:, :_MOST_EVIDENCE]
        rows = np.arange(len(pairs))[:, None]
        weights, values = own[rows, strongest], self.values[pairs][rows, strongest]
        groups = tuple(GROUPS)
        return [
            tuple(
                Evidence(groups[group], round(value, 2), round(weight, 2))
                for group, value, weight in zip(*reasons, strict=True)
                if abs(weight) >= _LEAST_EVIDENCE
            )
            for reasons in zip(strongest.tolist(), values.tolist(), weights.tolist(), strict=True)
        ]


class Combiner(NamedTuple):
    """Weights of standardised features, the line to calibrated log odds, and the threshold.

    A value outside the range met in training (``low`` to ``high``) counts as its nearest end.
    ``prior`` is the share of candidates that are links where the scores were calibrated.
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
    prior: float
    threshold: float
    event: Event

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
            data["calibration"]["prior"],
            data["threshold"],
            Event.of(data["event"]),
        )

    def score(self, values: Mapping[str, Floats]) -> Scores:
        """Score candidates, given each feature's value for each of them."""
        import numpy as np

        count = len(values[self.features[0]])
        odds, contributions = np.empty(count), np.empty((count, len(GROUPS)))
        members = [[self._base(n) in names for n in self.features] for names in GROUPS.values()]
        for start in range(0, count, _BLOCK):
            block = slice(start, start + _BLOCK)
            table = np.stack([values[name][block] for name in self.features], axis=1)
            standard = (table.clip(self.low, self.high) - self.mean) / self.deviation
            parts = standard * (self.weights * self.slope)
            odds[block] = parts.sum(axis=1) + self.bias * self.slope + self.intercept
            for group, own in enumerate(members):
                contributions[block, group] = parts[:, own].sum(axis=1)
        raised = floored(odds, values)
        contributions[:, list(GROUPS).index("words")] += raised - odds
        odds = raised
        adapted = ADAPTED * prior_shift(odds, self.prior)
        one_event = self.event.log_chance(values)
        contributions[:, list(GROUPS).index("articles")] += adapted + one_event
        return Scores(
            (_logistic(odds + adapted) * np.exp(one_event)).round(4),
            np.stack([values[names[0]] for names in GROUPS.values()], axis=1),
            contributions,
        )

    @staticmethod
    def _base(name: str) -> str:
        return name.removesuffix("_alike")


def floored(odds: Floats, values: Mapping[str, Floats]) -> Floats:
    """Log odds of a link, raised where one sentence is, but for a word, a print of the other.

    Independent reports have hardly any, so the weights were not learned from them: wherever an
    article has several sentences on one matter they took the copy for one sentence of many.

    Args:
        odds: Calibrated log odds of the candidates.
        values: Each feature's value for each of them.
    """
    import numpy as np

    same = (values["words_min"] >= _SAME_WORDS) & (values["words_sum"] >= np.log1p(_SAME_COUNT))
    raised: Floats = np.where(same, np.maximum(odds, _REPRINTED), odds)
    return raised


def prior_shift(odds: Floats, prior: float) -> float:
    """By how much the log odds of a link change in articles with these candidates.

    Args:
        odds: Calibrated log odds of the candidates, where the share of links is ``prior``.
        prior: That share.

    Returns:
        What is to be added to the log odds: expectation maximisation of the share of links, the
        usual share standing for :data:`_USUAL` candidates beside these.
    """
    from math import log

    usual = log(prior / (1 - prior))
    shift = 0.0
    for _ in range(_ROUNDS):
        links = float(_logistic(odds + shift).sum()) + _USUAL * prior
        shift = log(links / (len(odds) + _USUAL - links)) - usual
    return shift


def _logistic(odds: Floats) -> Floats:
    import numpy as np

    found: Floats = 1 / (1 + np.exp(-odds.clip(-50, 50)))
    return found
