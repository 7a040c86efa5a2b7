"""Texts as the pieces they consist of, each with a vector of its own in its context."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tui.encode import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "UNIT",
    "Parts",
    "PieceEncoder",
    "Pieces",
    "from_bytes",
    "in_pieces",
    "quantised",
    "to_bytes",
    "word_pieces",
]

Parts = Sequence[tuple[int, int]]
"""Parts of a text: from which character to which."""

UNIT = 127
"""Components of a piece's vector are multiples of 1/127: sums of their products are exact."""


@dataclass(frozen=True)
class Pieces:
    """The pieces of one text, one a row.

    Attributes:
        kinds: Numbers, equal for equal pieces.
        rarity: How much a piece tells by itself; 0 for punctuation.
        vectors: Its unit vector in this text, times :data:`UNIT`.
    """

    kinds: NDArray[np.int32]
    rarity: NDArray[np.float32]
    vectors: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.kinds)


@runtime_checkable
class PieceEncoder(Encoder, Protocol):
    """An encoder that also tells what it makes of parts of a text in their context."""

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Parts]
    ) -> tuple[NDArray[np.float32], list[Pieces]]:
        """Encode texts, parts of them, and their pieces.

        Args:
            texts: The texts.
            parts: For each text the parts of it to encode too.

        Returns:
            The vectors of each text, as ``encode`` gives them, and then of its parts, of shape
            ``(texts and parts, dimensions)``; and the pieces of each text.
        """
        ...


def quantised(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Vectors of any length as :class:`Pieces` has them."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    steps: NDArray[np.int8] = np.rint(vectors / lengths.clip(min=1e-6) * UNIT).astype(np.int8)
    return steps


def in_pieces(parts: Parts, lengths: Sequence[int], characters: int) -> list[tuple[int, int]]:
    """Parts of a text in pieces: those of which a part has more than half, and at least one.

    Args:
        parts: The parts.
        lengths: How many characters each piece has; since they are those of the text as the model
            rewrote it, shares of the text are what counts.
        characters: How many the text has.

    Returns:
        For each part its first piece, and the first after it.
    """
    from bisect import bisect_left
    from itertools import accumulate

    ends = list(accumulate(lengths))
    scale = ends[-1] / max(1, characters)
    middles = [end - length / 2 for end, length in zip(ends, lengths, strict=True)]
    found = []
    for start, end in parts:
        first = min(bisect_left(middles, start * scale), len(middles) - 1)
        found.append((first, max(first + 1, bisect_left(middles, end * scale))))
    return found


def to_bytes(pieces: Pieces) -> bytes:
    """Pieces as they are cached."""
    import numpy as np

    shape = np.array(pieces.vectors.shape, dtype="<i4")
    parts = (shape, pieces.kinds.astype("<i4"), pieces.rarity.astype("<f4"), pieces.vectors)
    return b"".join(part.tobytes() for part in parts)


def from_bytes(blob: bytes) -> Pieces:
    """What :func:`to_bytes` made into bytes."""
    import numpy as np

    count, width = map(int, np.frombuffer(blob, "<i4", 2))
    kinds, rarity = 8, 8 + 4 * count
    vectors = rarity + 4 * count
    return Pieces(
        np.frombuffer(blob, "<i4", count, kinds),
        np.frombuffer(blob, "<f4", count, rarity),
        np.frombuffer(blob[vectors:], np.int8).reshape(count, width),
    )


def word_pieces(encoder: Encoder, texts: Sequence[Sequence[str]]) -> list[Pieces]:
    """Words in the place of pieces, each encoded alone: for encoders that know of no pieces.

    Args:
        encoder: The encoder.
        texts: The words of each text.
    """
    import numpy as np

    number = {word: k for k, word in enumerate(dict.fromkeys(w for text in texts for w in text))}
    vectors = quantised(encoder.encode(list(number)))
    kinds = np.array([zlib.crc32(w.encode("utf-8", "replace")) & 0x7FFFFFFF for w in number], "i4")
    places = [np.array([number[word] for word in text], dtype=np.int64) for text in texts]
    return [
        Pieces(kinds[place], np.ones(len(place), dtype=np.float32), vectors[place])
        for place in places
    ]
