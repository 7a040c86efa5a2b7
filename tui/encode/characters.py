"""An encoder without a model: texts that share runs of characters are near."""

from __future__ import annotations

import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CharacterEncoder"]

_RUN = 3
_MOST_CHARACTERS = 16_000


class CharacterEncoder:
    """Counts of three-character runs, hashed into a vector with signs (Weinberger et al. 2009).

    It knows names, figures and cognates, not meaning: a stand-in for languages no model knows, and
    a measure of how alike two words are spelled.
    """

    name = "characters/1"
    languages: frozenset[str] = frozenset()

    def __init__(self, dimensions: int = 512) -> None:
        self.dimensions = dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; see :class:`tui.encode.Encoder`."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for run, count in runs(text, _RUN).items():
                code = zlib.crc32(run.encode("utf-8", "replace"))
                row[code % self.dimensions] += count**0.5 * (1 if code & 1 << 31 else -1)
        vectors[~vectors.any(axis=1), 0] = 1
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


def runs(text: str, length: int) -> Counter[str]:
    """How often each run of so many characters occurs in a text, case and accents aside."""
    plain = unicodedata.normalize("NFKD", text[:_MOST_CHARACTERS].casefold())
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    padded = f" {' '.join(words.split())} "
    if len(padded) < length:
        return Counter()
    return Counter(padded[at : at + length] for at in range(len(padded) - length + 1))
