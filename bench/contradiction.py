"""Fits how likely a sentence affirms what another denies: ``python -m bench.contradiction``.

On the linked sentences of the ``train`` stories: each negation with each sentence that may affirm
what it denies is a case, and is positive where the key has a conflict of the two. Prints how many
of the surest cases are positive when a fifth of the stories is judged by the others, and writes
``tui/data/details/contradiction.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.stories import KeyedDetail, Span, StoryPair, load_stories
from tui.details.base import ArticleContext
from tui.details.contradiction import Party, Signs, candidates, party
from tui.details.marks import Mark, mark
from tui.details.negation import extract
from tui.encode import default_encoder
from tui.model import DetailKind, Relation, Side

__all__ = ["main"]

FILE = Path(__file__).resolve().parents[1] / "tui/data/details/contradiction.toml"
STRENGTH = 0.5
"""Inverse of the regularisation, on standardised signs."""


def _cases(pair: StoryPair) -> Iterator[tuple[Signs, bool]]:
    """The cases of a story, and whether the key has them."""
    one = _marks(dict(enumerate(pair.a)), pair.lang_a)
    other = _marks(dict(enumerate(pair.b)), pair.lang_b)
    a = party(dict(enumerate(pair.a)), pair.lang_a, one)
    b = party(dict(enumerate(pair.b)), pair.lang_b, other)
    yield from _denied(one, (a, b), pair, turned=False)
    yield from _denied(other, (b, a), pair, turned=True)


def _marks(texts: dict[int, str], lang: str) -> list[Mark]:
    context = ArticleContext(lang)
    return [
        mark(Side(index, detail), text, lang)
        for index, text in texts.items()
        for detail in extract(text, context)
    ]


def _denied(
    marks: list[Mark], sides: tuple[Party, Party], pair: StoryPair, *, turned: bool
) -> Iterator[tuple[Signs, bool]]:
    linked = frozenset(pair.links)
    for each in marks:
        if each.value.pair or each.value.implicit or each.is_quoted:
            continue
        for index, _, signs in candidates(each, *sides, linked, default_encoder(), turned=turned):
            yield signs, any(_is_keyed(each, index, k, turned=turned) for k in pair.details)


def _is_keyed(mark: Mark, index: int, key: KeyedDetail, *, turned: bool) -> bool:
    """Whether the key has a conflict of the clause of a negation with a sentence."""
    wanted = key.kind is DetailKind.NEGATION and key.relation is Relation.CONFLICTS
    own, other = (key.b, key.a) if turned else (key.a, key.b)
    if not wanted or own is None or other is None or other.sentence != index:
        return False
    return own.sentence == mark.side.sentence and _touches(mark, own)


def _touches(mark: Mark, span: Span) -> bool:
    clause = mark.sentence[mark.at].clause
    own = [word for word in mark.sentence if word.clause == clause]
    return own[0].start < span.end and span.start < own[-1].end


def main() -> None:
    """Fit, print how well it does on stories it has not seen, write the weights."""
    cases = [
        (signs, keyed, pair.id)
        for pair in load_stories(split="train")
        if pair.details
        for signs, keyed in _cases(pair)
    ]
    x = np.array([signs.vector() for signs, _, _ in cases])
    y = np.array([keyed for _, keyed, _ in cases])
    stories = np.array([story for _, _, story in cases])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH))
    probable = cross_val_predict(
        model, x, y, groups=stories, cv=GroupKFold(5), method="predict_proba"
    )[:, 1]
    print(f"{len(y)} cases, {y.sum()} in the key; judged by other stories:")
    for least in (0.3, 0.4, 0.5, 0.6):
        called = probable >= least
        print(f"at {least}: {called.sum()} called, {y[called].sum()} of them in the key")
    model.fit(x, y)
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    lines = [
        "# How likely a sentence affirms what another denies; bench/contradiction.py fits this.",
        f"intercept = {intercept:.4f}",
        "",
        "[weights]",
        *(
            f"{sign.name} = {weight:.4f}"
            for sign, weight in zip(fields(Signs), weights, strict=True)
        ),
    ]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
