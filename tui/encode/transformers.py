"""Any sentence-transformers model, such as LaBSE, behind the encoder's interface.

An extra (``pip install 'diptych[models]'``): the library downloads the model it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.encode.use import LANGUAGES, EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["TransformersEncoder", "transformers_encoder", "transformers_name"]


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
                f"the encoder model {model!r} needs sentence-transformers, which is not installed: "
                "pip install 'diptych[models]'"
            ) from error
        try:
            # The hub, the file formats and PyTorch have exceptions of their own, of no common base.
            self._model = SentenceTransformer(_place(model))
        except Exception as error:
            raise EncoderError(
                f"the encoder model {model!r} cannot be loaded: check its name, and the network "
                "if it was never loaded before"
            ) from error
        self.name = transformers_name(model)
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


_lock = Lock()


def transformers_encoder(model: str) -> TransformersEncoder:
    """A model by its name or folder, loaded at the first call in a process, whatever the thread.

    Raises:
        EncoderError: As :class:`TransformersEncoder`.
    """
    with _lock:
        return _loaded(model)


@cache
def _loaded(model: str) -> TransformersEncoder:
    return TransformersEncoder(model)


def transformers_name(model: str) -> str:
    """The encoder's name, told without loading it; a folder's changes with the files in it."""
    folder = Path(_place(model))
    if not folder.is_dir():
        return f"sentence-transformers/{model}"
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    stamps = [(str(f.relative_to(folder)), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    return f"sentence-transformers/{folder.resolve()}@{sha256(repr(stamps).encode()).hexdigest()}"


def _place(model: str) -> str:
    return str(Path(model).expanduser()) if model.startswith("~") else model
