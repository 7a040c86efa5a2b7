"""How near two texts are in meaning, by the encoder; each text is encoded once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["cosine"]


def cosine(a: str, b: str, encoder: Encoder) -> float:
    """The cosine of two texts' vectors, in [-1, 1]."""
    hashed: Any = encoder
    return float(_vector(a, hashed) @ _vector(b, hashed))


@lru_cache(maxsize=512)
def _vector(text: str, encoder: Any) -> Any:
    """A unit vector; encoders are hashed by identity, which their protocol does not promise."""
    return encoder.encode([text])[0]
