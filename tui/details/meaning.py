"""How near texts and single words are in meaning, by the encoder; each is encoded once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder

__all__ = ["cosine", "cosines"]

REMEMBERED = 8_192
"""Vectors kept at hand, 2 KB each; the words of two reports come back all the time."""


def cosine(a: str, b: str, encoder: Encoder) -> float:
    """The cosine of two texts' vectors, in [-1, 1]."""
    return float(cosines([a], [b], encoder)[0, 0])


def cosines(a: Sequence[str], b: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """The cosines of every two texts; what is not known yet is encoded in one batch.

    Returns:
        An array of shape ``(len(a), len(b))``.
    """
    import numpy as np

    hashed: Any = encoder
    known = _known(hashed)
    if len(known) > REMEMBERED:
        known.clear()
    missing = [text for text in dict.fromkeys([*a, *b]) if text not in known]
    if missing:
        known.update(zip(missing, encoder.encode(missing), strict=True))
    product: NDArray[np.float32] = (
        np.stack([known[text] for text in a]) @ np.stack([known[text] for text in b]).T
    )
    return product


@lru_cache(maxsize=4)
def _known(_encoder: Any) -> dict[str, NDArray[np.float32]]:
    """The vectors of one encoder; it is hashed by identity, which its protocol does not promise."""
    return {}
