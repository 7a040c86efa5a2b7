"""Choose the axes that pieces are compared on: ``python -m bench.piece_axes``.

Principal components of the encoder's inner states of the pieces of all texts that the aligner
learns from, each divided by a root of its variance (part of the way to whitening). The weights of
``bench.train_align`` go with them: train anew after this.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.align_data import gold_cases, story_cases
from tui.encode.use import UseEncoder, use_encoder

FILE = Path(__file__).parents[1] / "tui" / "data" / "align" / "pieces.npz"
AXES = 128
"""Half as many find less, half as many again find no more."""
WHITENING = 0.25
_EVERY = 5
_BATCH = 64


def states(encoder: UseEncoder, texts: list[str]) -> NDArray[np.float32]:
    """The state of every fifth piece, of shape ``(pieces, 512)``."""
    batches = (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
    return np.concatenate([encoder.inner_states(batch)[::_EVERY] for batch in batches])


def main() -> None:
    """Replace the file of axes."""
    cases = gold_cases() + story_cases("train")
    texts = sorted({text for case in cases for text in (*case.a, *case.b)})
    found = states(use_encoder(), texts)
    middle = found.mean(axis=0)
    variances, directions = np.linalg.eigh(np.cov((found - middle).T))
    axes = (directions * variances.clip(min=1e-6) ** (-WHITENING / 2))[:, -AXES:]
    np.savez(FILE, axes=axes.astype(np.float16), middle=middle.astype(np.float16))
    print(
        f"{len(texts)} texts, {len(found)} pieces, variance kept "
        f"{variances[-AXES:].sum() / variances.sum():.2f}"
    )


if __name__ == "__main__":
    main()
