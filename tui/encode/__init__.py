"""Sentence encoders: texts into unit vectors that are near when they state the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Encoder", "default_encoder", "reads_language"]


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


def reads_language(lang: str, encoder: Encoder | None = None) -> bool:
    """Whether an encoder knows a language; without it names, figures and spelling must do.

    Args:
        lang: ISO 639-1 code; ``"und"``, not known, is left to the encoder.
        encoder: The encoder; the offline one by default.
    """
    from tui.encode.use import LANGUAGES

    return lang == "und" or lang in (LANGUAGES if encoder is None else encoder.languages)
