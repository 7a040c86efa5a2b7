"""Sentence encoders: texts into unit vectors that are near when they state the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Encoder", "default_encoder"]


@runtime_checkable
class Encoder(Protocol):
    """What the aligner needs of an encoder; any multilingual model can stand behind it."""

    @property
    def name(self) -> str:
        """Names model and version; embeddings are cached under it."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the languages the model was trained on."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts.

        Returns:
            An array of shape ``(len(texts), dimensions)``, rows of Euclidean length 1.
        """
        ...


def default_encoder() -> Encoder:
    """The offline encoder, loaded once a process."""
    from tui.encode.use import use_encoder

    return use_encoder()
