"""Fits a small logistic regression to cases of the train stories and writes its weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

__all__ = ["Case", "fit"]

FOLDER = Path(__file__).resolve().parents[1] / "tui/data/details"
STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""

FOLDS = 5
LEAST = (0.3, 0.4, 0.5, 0.6)
"""Probabilities from which what is found is counted."""


@dataclass(frozen=True, slots=True)
class Case:
    """The signs of one case, whether the key has it, and the story it is of."""

    signs: tuple[float, ...]
    keyed: bool
    story: str


def fit(cases: Sequence[Case], names: Sequence[str], name: str, about: str) -> None:
    """Fit, print how well it does on stories it has not seen, write ``data/details/<name>.toml``.

    Args:
        cases: What to learn from.
        names: What the signs are called, in order.
        name: The file's name, without its ending.
        about: Its first line.
    """
    x = np.array([case.signs for case in cases])
    y = np.array([case.keyed for case in cases])
    stories = np.array([case.story for case in cases])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH))
    probable = cross_val_predict(
        model, x, y, groups=stories, cv=GroupKFold(FOLDS), method="predict_proba"
    )[:, 1]
    print(f"{name}: {len(y)} cases, {y.sum()} in the key; judged by other stories:")
    for least in LEAST:
        called = probable >= least
        print(f"at {least}: {called.sum()} called, {y[called].sum()} of them in the key")
    model.fit(x, y)
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    lines = [
        f"# {about}",
        f"intercept = {intercept:.4f}",
        "",
        "[weights]",
        *(f"{sign} = {weight:.4f}" for sign, weight in zip(names, weights, strict=True)),
    ]
    (FOLDER / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
