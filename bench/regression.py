"""Fits the logistic regressions of ``tui.details.regression`` and writes their weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

__all__ = ["Case", "fit"]

DATA = Path(__file__).resolve().parents[1] / "tui/data"
FOLDS = 6


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: its signs, whether it is so, its story, and how much it counts.

    ``planted`` cases teach, and what is printed does not count them.
    """

    signs: tuple[float, ...]
    holds: bool
    story: str
    weight: float = 1.0
    planted: bool = False


def fit(
    model: str, heading: str, names: Sequence[str], cases: Sequence[Case], strength: float
) -> None:
    """Fit, print how well it does on stories it has not seen, write the weights.

    Args:
        model: Where the weights go, below ``tui/data`` and without suffix.
        heading: What the file's first line says.
        names: The names of the signs, in order.
        cases: All cases.
        strength: Inverse of the regularisation, on standardised signs.
    """
    x = np.array([case.signs for case in cases])
    y = np.array([case.holds for case in cases])
    weight = np.array([case.weight for case in cases])
    own = ~np.array([case.planted for case in cases])
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(C=strength))
    probable = np.zeros(len(cases))
    folds = GroupKFold(FOLDS).split(x, y, groups=[case.story for case in cases])
    for learned, judged in folds:
        pipeline.fit(x[learned], y[learned], logisticregression__sample_weight=weight[learned])
        probable[judged] = pipeline.predict_proba(x[judged])[:, 1]
    print(f"{own.sum()} cases, {y[own].sum()} hold; judged by other stories:")
    for least in (0.3, 0.4, 0.5, 0.6):
        called = own & (probable >= least)
        print(f"at {least}: {called.sum()} called, {y[called].sum()} of them hold")
    if not own.all():
        called = ~own & (probable >= 0.5)
        print(f"planted: {(~own & y).sum()}; at .5 {called.sum()} called, {y[called].sum()} hold")
    pipeline.fit(x, y, logisticregression__sample_weight=weight)
    scaler, regression = pipeline[0], pipeline[-1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    lines = [
        f"# {heading}",
        f"intercept = {intercept:.4f}",
        "",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(names, weights, strict=True)),
    ]
    (DATA / f"{model}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
