"""An encoder that remembers what it encoded, and loads its model only for what it has not seen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from tui.encode.apart import EncoderApart, load_apart
from tui.errors import DiptychError
from tui.store.cache import CacheStore, cache_store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder
    from tui.encode.pieces import Parts, PieceEncoder, Pieces

__all__ = ["CachedEncoder", "CachedPieceEncoder", "cached_encoder"]


class CachedEncoder:
    """Any encoder behind a cache; itself an :class:`~tui.encode.Encoder`.

    Args:
        load: Gives the encoder, the same one each time; called at the first text that is not
            cached, if ever, and perhaps by two threads at once.
        cache: Where vectors are kept.
        name: The encoder's name, under which they are kept.
        dimensions: The length of its vectors; ``None`` where only the loaded encoder tells.
        languages: The languages it knows.
    """

    def __init__(
        self,
        load: Callable[[], Encoder],
        cache: CacheStore,
        *,
        name: str,
        dimensions: int | None,
        languages: frozenset[str],
    ) -> None:
        self.name = name
        self.languages = languages
        self._load = load
        self._cache = cache
        self._dimensions = dimensions
        self._apart: EncoderApart | None = None

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        if self._dimensions is None:
            self._dimensions = self._encoder().dimensions
        return self._dimensions

    def load_ahead(self, texts: Sequence[str] = ()) -> bool:
        """Begin to load the encoder beside what is done next, if it is going to be needed.

        It is for the texts that are not cached, and where there is no cache yet, for any.

        Returns:
            Whether it will be needed.
        """
        if texts:
            needed = len(self._cache.embeddings(self.name, texts)) < len(set(texts))
        else:
            needed = not self._cache.exists
        if needed and self._apart is None:
            self._apart = load_apart(self._load)
            if self._apart is None:
                Thread(target=self._load_quietly, name="encoder").start()
        return needed

    def _encoder(self) -> Encoder:
        """The encoder itself, in a process of its own if it was loaded ahead there."""
        return self._apart or self._load()

    def _load_quietly(self) -> None:
        with suppress(DiptychError):  # whoever needs the encoder meets it again
            self._load()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; see :class:`tui.encode.Encoder`.

        Vectors are kept as they are (float32), so that a comparison comes out the same with the
        cache and without.
        """
        distinct = list(dict.fromkeys(texts))
        vectors = self._kept(distinct)
        missing = [text for text in distinct if text not in vectors]
        if missing:
            fresh = dict(zip(missing, self._encoder().encode(missing), strict=True))
            vectors |= fresh
            self._keep(fresh)
        return self._stacked(texts, vectors)

    def _kept(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are cached."""
        import numpy as np

        size = self.dimensions * np.dtype("<f4").itemsize
        return {
            text: np.frombuffer(blob, "<f4")
            for text, blob in self._cache.embeddings(self.name, texts).items()
            if len(blob) == size
        }

    def _keep(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        self._cache.add_embeddings(
            self.name, {text: row.astype("<f4").tobytes() for text, row in vectors.items()}
        )

    def _stacked(
        self, texts: Sequence[str], vectors: Mapping[str, NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        import numpy as np

        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return np.stack([vectors[text] for text in texts]).astype(np.float32, copy=False)


class CachedPieceEncoder(CachedEncoder):
    """The same for an encoder that tells of pieces; a :class:`~tui.encode.pieces.PieceEncoder`."""

    _load: Callable[[], PieceEncoder]

    def ask_ahead(self, batches: Iterable[tuple[Sequence[str], Sequence[Parts]]]) -> None:
        """Tell what will be given to :meth:`encode_parts`, in order, if it may be encoded by then.

        Args:
            batches: Texts and their parts, for each call.
        """
        if self._apart is None:
            return
        known: set[str] = set()
        questions = []
        for texts, parts in batches:
            keys = _keys(texts, parts)
            known.update(self._cache.embeddings(self._under, list(dict.fromkeys(keys))))
            missing = _without(known, keys, texts, parts)
            known.update(missing)
            if missing:
                questions.append(("encode_parts", tuple(zip(*missing.values(), strict=True))))
        self._apart.ask_ahead(questions)

    def _encoder(self) -> PieceEncoder:
        return self._apart or self._load()

    @property
    def _under(self) -> str:
        # A part's vector depends on the text around it, so what is kept is kept by text and parts.
        return f"{self.name}/parts"

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Parts]
    ) -> tuple[NDArray[np.float32], list[Pieces]]:
        """Encode texts, parts, pieces; see :class:`tui.encode.pieces.PieceEncoder`."""
        import numpy as np

        from tui.encode.pieces import from_bytes, to_bytes

        keys = _keys(texts, parts)
        kept = dict(self._cache.embeddings(self._under, list(dict.fromkeys(keys))))
        missing = _without(kept, keys, texts, parts)
        if missing:
            unseen, their_parts = zip(*missing.values(), strict=True)
            encoded, told = self._encoder().encode_parts(unseen, their_parts)
            ends = np.cumsum([1 + len(own) for own in their_parts])
            units = np.split(encoded.astype("<f4"), ends[:-1])
            fresh = {
                key: own.tobytes() + to_bytes(pieces)
                for key, own, pieces in zip(missing, units, told, strict=True)
            }
            self._cache.add_embeddings(self._under, fresh)
            self._keep({text: own[0] for text, own in zip(unseen, units, strict=True)})
            kept |= fresh
        sizes = [(1 + len(own)) * self.dimensions for own in parts]
        vectors = [np.empty(0, "<f4")]
        pieces = []
        for key, size in zip(keys, sizes, strict=True):
            vectors.append(np.frombuffer(kept[key], "<f4", size))
            pieces.append(from_bytes(kept[key][4 * size :]))
        return np.concatenate(vectors).reshape(-1, self.dimensions), pieces


def _keys(texts: Sequence[str], parts: Sequence[Parts]) -> list[str]:
    """What texts and their parts are kept under."""
    return [f"{text}\n{list(own)}" for text, own in zip(texts, parts, strict=True)]


def _without(
    known: Container[str], keys: Sequence[str], texts: Sequence[str], parts: Sequence[Parts]
) -> dict[str, tuple[str, Parts]]:
    """Texts and their parts by key, those left out that are known."""
    by_key = dict(zip(keys, zip(texts, parts, strict=True), strict=True))
    return {key: both for key, both in by_key.items() if key not in known}


def cached_encoder() -> CachedEncoder:
    """The encoder that the configuration names, else the offline one, behind the reader's cache.

    Raises:
        ConfigError: The configuration has a mistake.
        EncoderError: The package that brings the offline encoder is missing. What is wrong with a
            model that the configuration names is told at the first text that is not cached.
    """
    from tui.store.config import load_config

    model = load_config().encoder_model
    if model:
        return _model_encoder(model)
    from tui.encode.use import LANGUAGES, UseEncoder, encoder_name, use_encoder

    return CachedPieceEncoder(
        use_encoder,
        cache_store(),
        name=encoder_name(),
        dimensions=UseEncoder.dimensions,
        languages=LANGUAGES,
    )


def _model_encoder(model: str) -> CachedEncoder:
    from tui.encode.transformers import transformers_encoder, transformers_name
    from tui.encode.use import LANGUAGES

    return CachedEncoder(
        partial(transformers_encoder, model),
        cache_store(),
        name=transformers_name(model),
        dimensions=None,
        languages=LANGUAGES,
    )
