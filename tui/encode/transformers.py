"""Any sentence-transformers model, such as LaBSE, behind the encoder's interface.

An extra (``pip install 'diptych[models]'``): the library downloads the model it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.encode.use import LANGUAGES, EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["TransformersEncoder"]


class TransformersEncoder:
    """A sentence-transformers model by its name or folder."""

    def __init__(self, model: str, *, languages: frozenset[str] = LANGUAGES) -> None:
        """Load the model.

        Args:
            model: Its name on the model hub, or a folder.
            languages: ISO 639-1 codes of the languages it was trained on; models do not say.

        Raises:
            EncoderError: If the library is not installed or the model cannot be loaded.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError(
                "sentence-transformers is not installed: pip install 'diptych[models]'"
            ) from error
        try:
            self._model = SentenceTransformer(model)
        except (OSError, ValueError, RuntimeError) as error:
            raise EncoderError(
                f"the sentence-transformers model {model!r} cannot be loaded: check its name, "
                "and the network if it was never loaded before"
            ) from error
        self.name = f"sentence-transformers/{model}"
        self.dimensions = int(self._model.get_sentence_embedding_dimension() or 0)
        self.languages = languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; see :class:`tui.encode.Encoder`."""
        import numpy as np

        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        cleaned = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors = self._model.encode(
            cleaned, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)
