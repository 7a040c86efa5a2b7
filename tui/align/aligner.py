"""Sentences of two reports into links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.align.clauses import clauses
from tui.model import Article, Link

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["Progress", "align_articles", "align_sentences"]

Progress = Callable[[int, int], None]


def align_sentences(
    a: Sequence[str],
    b: Sequence[str],
    *,
    lang_a: str,
    lang_b: str,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> list[Link]:
    """Link the sentences of two lists that state the same thing, wholly or in part."""
    import numpy as np

    from tui.encode import default_encoder

    if not a or not b:
        return []
    encoder = encoder or default_encoder()
    flat_a, flat_b = [" ".join(s.split()) for s in a], [" ".join(s.split()) for s in b]
    va, ca, oa = _encode(encoder, flat_a)
    if progress is not None:
        progress(1, 3)
    vb, cb, ob = _encode(encoder, flat_b)
    if progress is not None:
        progress(2, 3)
    whole = va @ vb.T
    parts = ca @ cb.T
    best = np.full(whole.shape, -1.0)
    np.maximum.at(best, (oa[:, None], ob[None, :]), parts)
    sim = 0.6 * whole + 0.4 * best

    def near(s: np.ndarray, axis: int) -> np.ndarray:
        k = min(3, s.shape[axis])
        return np.sort(s, axis=axis).take(range(-k, 0), axis=axis).mean(axis=axis, keepdims=True)

    csls = 2 * sim - near(sim, 0) - near(sim, 1)
    logit = 9 * (sim - 0.46) + 5 * csls
    top = (sim >= sim.max(0, keepdims=True)) & (sim >= sim.max(1, keepdims=True))
    logit = logit + np.where(top, 0.8, -0.4)
    score = 1 / (1 + np.exp(-logit))
    return [
        Link(int(i), int(j), round(float(score[i, j]), 4)) for i, j in np.argwhere(score >= 0.5)
    ]


def _encode(encoder: Encoder, texts: Sequence[str]):  # type: ignore[no-untyped-def]
    import numpy as np

    units, owners = [], []
    for index, text in enumerate(texts):
        for unit in [text, *clauses(text)]:
            units.append(unit)
            owners.append(index)
    vectors = encoder.encode(units)
    owner = np.array(owners)
    first = np.searchsorted(owner, np.arange(len(texts)))
    return vectors[first], vectors, owner


def align_articles(
    a: Article,
    b: Article,
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> tuple[Link, ...]:
    """Link the sentences of two articles, furniture left out; indices are the articles' own."""
    links = align_sentences(
        [s.text for s in a.content],
        [s.text for s in b.content],
        lang_a=a.lang,
        lang_b=b.lang,
        encoder=encoder,
        progress=progress,
    )
    return tuple(
        Link(a.content[k.i].index, b.content[k.j].index, k.score, k.evidence) for k in links
    )
