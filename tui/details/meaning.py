"""How near texts and single words are in meaning, by the encoder; each is encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder

__all__ = ["cosine", "cosines", "forget", "remember"]

REMEMBERED = 12_288
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

    known = _vectors(encoder)
    missing = [text for text in dict.fromkeys([*a, *b]) if text not in known]
    if missing:
        remember(missing, encoder.encode(missing), encoder)
    product: NDArray[np.float32] = (
        np.stack([known[text] for text in a]) @ np.stack([known[text] for text in b]).T
    )
    return product


def remember(
    texts: Iterable[str], vectors: Iterable[NDArray[np.float32]], encoder: Encoder
) -> None:
    """Keep the vectors that an encoder gives texts, so that it is not asked for them again."""
    _vectors(encoder).update(zip(texts, vectors, strict=True))


def forget(encoder: Encoder) -> None:
    """Drop an encoder's vectors if they are more than :data:`REMEMBERED`."""
    known = _vectors(encoder)
    if len(known) > REMEMBERED:
        known.clear()


def _vectors(encoder: Encoder) -> dict[str, NDArray[np.float32]]:
    hashed: Any = encoder  # by identity, which the protocol does not promise
    return _known(hashed)


@lru_cache(maxsize=4)
def _known(_encoder: Any) -> dict[str, NDArray[np.float32]]:
    return {}
