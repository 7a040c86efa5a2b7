"""What is known of a candidate pair: a table of features, the same whichever side is called A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.align.facts import fact_features
from tui.align.pairs import distinct
from tui.align.pieces import piece_features
from tui.align.windows import window_features
from tui.align.wording import wording_features

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs
    from tui.align.side import Side

    Floats = NDArray[np.float64]
    Vectors = NDArray[np.float32]

__all__ = ["GROUPS", "features"]

GROUPS = {
    "meaning": (
        "cosine",
        "window",
        "cover_max",
        "cover_min",
        "window_whole_max",
        "window_whole_min",
        "pieces_max",
        "pieces_min",
        "pieces_sum",
        "rare_pieces_max",
        "rare_pieces_min",
        "rare_pieces_sum",
    ),
    "standing out": (
        "cosine_margin",
        "gap_max",
        "gap_min",
        "rank_min",
        "rank_max",
        "window_margin",
        "window_gap",
        "window_gap_min",
        "window_rank_min",
        "window_rank_max",
        "cover_margin",
        "cover_gap",
        "cover_gap_min",
        "cover_rank_min",
        "cover_rank_max",
        "pieces_margin",
        "pieces_gap",
        "pieces_gap_min",
        "pieces_rank_min",
        "pieces_rank_max",
        "rare_pieces_margin",
        "rare_pieces_gap",
        "rare_pieces_gap_min",
        "rare_pieces_rank_min",
        "rare_pieces_rank_max",
    ),
    "words": (
        "words_max",
        "words_min",
        "words_sum",
        "words_margin",
        "words_gap",
        "words_gap_min",
        "words_rank_min",
        "words_rank_max",
        "word_cosine",
        "word_cosine_margin",
        "word_cosine_gap",
        "word_cosine_gap_min",
        "word_cosine_rank_min",
        "word_cosine_rank_max",
    ),
    "names": ("rare_capitals",),
    "figures": ("figures", "near_figures"),
    "topic": (
        "beyond_own",
        "beyond_own_min",
        "own_max",
        "own_min",
        "general_max",
        "general_min",
    ),
    "context": ("context", "context_one", "diagonal", "beside"),
    "place": (
        "both_headlines",
        "headline_lead",
        "both_leads",
        "a_headline",
        "a_heading",
        "distance",
    ),
    "length": ("shorter", "length_ratio"),
    "articles": ("likeness",),
}
"""The features by the kind of evidence they are, for the reader."""

_BY_LIKENESS = (
    "cosine",
    "beyond_own",
    "cosine_margin",
    "words_sum",
    "word_cosine",
    "gap_min",
    "pieces_min",
    "pieces_sum",
    "rare_pieces_min",
    "rare_pieces_sum",
)
"""Features that weigh otherwise the more alike the articles are: a cosine that is telling between
two independent reports is low between a text and its translation."""
_LIKENESS = 0.5
"""A middling likeness of two articles."""
_LEAST_LIKENESS = 0.28
"""Articles less alike than this are hardly on one event; the features were not made for them."""


def features(
    a: Side,
    b: Side,
    pairs: Pairs,
    progress: Callable[[float], None],
) -> dict[str, Floats]:
    """Describe the candidates.

    Args:
        a: Sentences of A.
        b: Sentences of B.
        pairs: The candidates.
        progress: Told the share done.

    Returns:
        For each feature its values, finite, one a pair.
    """
    import numpy as np

    cosine = _cosines(a.vectors, b.vectors, pairs)
    one_sided = (
        _cosines(a.vectors, b.in_context, pairs),
        _cosines(a.in_context, b.vectors, pairs),
    )
    by_cosine = pairs.standing(cosine)
    found = {"cosine": cosine, "cosine_margin": by_cosine.margin}
    found["context"] = _cosines(a.in_context, b.in_context, pairs)
    found["context_one"] = np.maximum(*one_sided)
    found["gap_max"], found["gap_min"] = by_cosine.gaps
    found["rank_min"], found["rank_max"] = by_cosine.ranks
    found |= window_features(a, b, pairs)
    progress(0.2)
    found |= piece_features(a, b, pairs)
    progress(0.4)
    found |= wording_features(a, b, pairs)
    progress(0.6)
    found |= fact_features(a.texts, b.texts, pairs)
    progress(0.9)
    found |= _beyond(a, b, pairs, cosine)
    found |= _neighbours(pairs, cosine)
    found |= _places(a, b, pairs)
    shorter, longer = np.sort([a.lengths[pairs.rows], b.lengths[pairs.cols]], axis=0)
    found["shorter"], found["length_ratio"] = shorter, longer - shorter
    best = np.zeros(len(a)), np.zeros(len(b))
    np.maximum.at(best[0], pairs.rows, cosine)
    np.maximum.at(best[1], pairs.cols, cosine)
    likeness = float(best[0].mean() + best[1].mean()) / 2
    found["likeness"] = np.full(len(pairs), likeness)
    for name in _BY_LIKENESS:
        found[f"{name}_alike"] = found[name] * (max(likeness, _LEAST_LIKENESS) - _LIKENESS)
    return found


def _cosines(a: Vectors, b: Vectors, pairs: Pairs) -> Floats:
    import numpy as np

    cosine = np.empty(len(pairs))
    for block in pairs.blocks():
        rows, cols = pairs.rows[block], pairs.cols[block]
        used = distinct(cols)
        first = rows[0]
        table = a[first : rows[-1] + 1] @ b[used].T
        cosine[block] = table[rows - first, np.searchsorted(used, cols)]
    return cosine


def _beyond(a: Side, b: Side, pairs: Pairs, cosine: Floats) -> dict[str, Floats]:
    """How far two sentences are nearer than the topic alone makes sentences near.

    A sentence on the topic at large is near to everything, in its own article too; a counterpart
    is nearer than what stands beside it there.
    """
    import numpy as np

    own = a.own_hood[pairs.rows], b.own_hood[pairs.cols]
    across = (a.vectors @ b.centre)[pairs.rows], (b.vectors @ a.centre)[pairs.cols]
    low, high = np.minimum(*own), np.maximum(*own)
    return {
        "beyond_own": cosine - (low + high) / 2,
        "beyond_own_min": cosine - high,
        "own_max": high,
        "own_min": low,
        "general_max": np.maximum(*across),
        "general_min": np.minimum(*across),
    }


def _neighbours(pairs: Pairs, values: Floats) -> dict[str, Floats]:
    """The best of the pairs around: on a diagonal, and beside in the same row or column."""
    import numpy as np

    def best(steps: tuple[tuple[int, int], ...]) -> Floats:
        found: Floats = np.max(
            [pairs.at(values, pairs.rows + i, pairs.cols + j) for i, j in steps], axis=0
        )
        return found

    return {
        "diagonal": best(((-1, -1), (1, 1), (-1, 1), (1, -1))),
        "beside": best(((-1, 0), (1, 0), (0, -1), (0, 1))),
    }


def _places(a: Side, b: Side, pairs: Pairs) -> dict[str, Floats]:
    """Headlines and leads, which sum up; and how far apart the places in the articles are."""
    import numpy as np

    low, high = np.sort([a.role[pairs.rows], b.role[pairs.cols]], axis=0)
    headed = bool(a.texts.headlines or b.texts.headlines)
    away = np.abs(pairs.rows / max(1, len(a) - 1) - pairs.cols / max(1, len(b) - 1))
    return {
        "both_headlines": (low == 2).astype(float),
        "headline_lead": ((low == 1) & (high == 2)).astype(float),
        "both_leads": ((low == 1) & (high == 1) & headed).astype(float),
        "a_headline": (high == 2).astype(float),
        "a_heading": (low == -1).astype(float),
        "distance": away,
    }
