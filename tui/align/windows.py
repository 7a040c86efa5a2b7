"""Overlapping windows of a sentence, and how well those of one are found in another.

A long sentence states several facts, and a report may give each a sentence of its own. Where one
ends no comma tells, so windows of one length slide over it: some of them hold a fact whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.align.pairs import runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.pairs import Pairs
    from tui.align.side import Side

    Floats = NDArray[np.float64]

__all__ = ["window_features", "windows"]

_SPACED = r"\0-\u0dff\u0e80-\u2e80"
"""Characters of scripts with spaces: not Thai, nor all from the East Asian ones on."""
_WORD = re.compile(rf"[^{_SPACED}]{{1,2}}|(?:(?!\s)[{_SPACED}])+")
"""A word; where a script has no spaces, two characters."""
_LENGTH = 8
_STEP = 4
_MOST_CHARACTERS = 20_000
_MOST = 40
"""Windows of one sentence, so that a whole book in one line does not become thousands."""


def windows(sentence: str) -> list[tuple[int, int]]:
    """Windows of eight words, each half over the one before, evenly spread.

    Args:
        sentence: One sentence of any language.

    Returns:
        Where they start and end, in order; none for a sentence no longer than one.
    """
    words = [word.span() for word in _WORD.finditer(sentence[:_MOST_CHARACTERS])]
    beyond = len(words) - _LENGTH
    if beyond <= 0:
        return []
    steps = min(-(-beyond // _STEP), _MOST - 1)
    starts = (round(step * beyond / steps) for step in range(steps + 1))
    return [(words[start][0], words[start + _LENGTH - 1][1]) for start in starts]


def window_features(a: Side, b: Side, pairs: Pairs) -> dict[str, Floats]:
    """The nearest two windows; how near the windows are to any, on average; one to the whole.

    Of what is told of either sentence, the better and the worse.
    """
    import numpy as np

    nearest, whole = np.empty(len(pairs)), np.empty((2, len(pairs)))
    cover = np.empty((2, len(pairs)))
    for row, block in pairs.by_row():
        cols = pairs.cols[block]
        starts, others = runs(b.window_start, b.window_count, cols)
        first = a.window_start[row]
        own = a.window_vectors[first : first + a.window_count[row]].astype(np.float32)
        theirs = b.window_vectors[others].astype(np.float32)
        cosines = own @ theirs.T
        best_a = np.maximum.reduceat(cosines, starts, axis=1).astype(np.float64)
        best_b = cosines.max(axis=0).astype(np.float64)
        nearest[block] = best_a.max(axis=0)
        cover[0, block] = best_a.mean(axis=0)
        cover[1, block] = np.add.reduceat(best_b, starts) / b.window_count[cols]
        whole[0, block] = (own @ b.vectors[cols].T).max(axis=0)
        to_whole = theirs @ a.vectors[row]
        whole[1, block] = np.maximum.reduceat(to_whole, starts)
    return {
        "window": nearest,
        "cover_max": cover.max(axis=0),
        "cover_min": cover.min(axis=0),
        "window_whole_max": whole.max(axis=0),
        "window_whole_min": whole.min(axis=0),
        **pairs.standing(nearest).named("window"),
        **pairs.standing(cover.sum(axis=0) / 2).named("cover"),
    }
