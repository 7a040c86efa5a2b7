"""Texts into the sentence pieces of a unigram model, of which no more is loaded than texts need.

Building the library's look-up of 128,000 pieces takes a quarter of a second, most of what two short
reports cost to encode. A piece that does not stand in a text has no part in its segmentation, so
the library is given the model without such pieces, and segments in the very same way. Once texts
have asked for many pieces the whole model is loaded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Slots = NDArray[np.uint32]

__all__ = ["UNKNOWN", "Tokenizer", "index_pieces"]

UNKNOWN = 0
"""The id of what no piece covers."""
_SPACE = "\u2581"
"""What begins each word in a normalised text; it stands nowhere else in a piece."""
_PIECE, _LENGTHS, _LONGEST = 0x0A, 4, 128
"""How a piece begins in the model's file (protocol buffers): a tag and the length of the whole, a
tag and the length of its text, each of one byte."""
_SCORE = struct.Struct("<xf")
_WINDOW = 8
"""Bytes of a piece's beginning, and of its end, that must stand in a text."""
_SLOT_BITS = 22
_MULTIPLIER = 0x9E3779B97F4A7C15
"""2⁶⁴ over the golden ratio, for multiplicative hashing (Knuth 1998, 6.4)."""


def index_pieces(path: Path) -> dict[str, NDArray[Any]]:
    """What :class:`Tokenizer` needs to know of a model's pieces.

    Args:
        path: The model, as the sentencepiece library writes it.

    Returns:
        ``piece_start``, where each piece begins in the file and the last ends; the slots of its
        first and last bytes, ``piece_head`` and ``piece_tail``; and ``piece_always``, the ids of
        those that any part of the model must have.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no such model.
    """
    import numpy as np

    data = path.read_bytes()
    starts, at = [], 0
    while at + 1 < len(data) and data[at] == _PIECE:
        starts.append(at)
        at += 2 + data[at + 1]
    start = np.array([*starts, at], dtype=np.int64)
    size = np.diff(start)
    if not starts or at >= len(data) or size.max() >= _LONGEST:
        raise ValueError("not a model of sentence pieces")
    text = start[:-1] + _LENGTHS
    raw = np.frombuffer(data, dtype=np.uint8)
    length = raw[text - 1].astype(np.int64)
    end = text + length
    score = np.stack([raw[end + 1 + k] for k in range(4)], axis=1).view("<f4")[:, 0]
    special = size > _LENGTHS + length + _SCORE.size
    rarest = score[~special].argmin()  # what no piece covers is scored by it
    return {
        "piece_start": start,
        "piece_head": _slots_of(raw, text, length.clip(max=_WINDOW)),
        "piece_tail": _slots_of(raw, np.maximum(text, end - _WINDOW), length.clip(max=_WINDOW)),
        "piece_always": np.append(np.flatnonzero(special), np.flatnonzero(~special)[rarest]),
    }


class Tokenizer:
    """A unigram model of sentence pieces (Kudo 2018)."""

    def __init__(self, path: Path, index: Mapping[str, NDArray[Any]]) -> None:
        """Read a model.

        Args:
            path: The model.
            index: What :func:`index_pieces` tells of it.

        Raises:
            OSError: It cannot be read.
            RuntimeError: The library refuses it.
        """
        import numpy as np

        self._data = path.read_bytes()
        self._start = index["piece_start"]
        self._head, self._tail = index["piece_head"], index["piece_tail"]
        self._always = index["piece_always"]
        self._lock = Lock()
        self._words: set[str] = set()
        self._in_words = np.zeros(1 << _SLOT_BITS, dtype=bool)
        self._spent = 0
        self._library, self._ids = self._load(self._always)

    def __len__(self) -> int:
        return len(self._start) - 1

    def split(self, texts: Sequence[str]) -> list[list[int]]:
        """The ids of each text's pieces; each unknown character counts as one."""
        with self._lock:
            self._learn(texts)
            # Given a list, the library starts threads, which costs more than they save.
            return [self._known(text) for text in texts]

    def piece(self, id_: int) -> str:
        """What a piece looks like in a normalised text."""
        start = int(self._start[id_]) + _LENGTHS
        return self._data[start : start + self._data[start - 1]].decode()

    def score(self, id_: int) -> float:
        """The logarithm of how probable a piece is."""
        start = int(self._start[id_]) + _LENGTHS
        score: float = _SCORE.unpack_from(self._data, start + self._data[start - 1])[0]
        return score

    def _known(self, text: str) -> list[int]:
        found: list[int] = self._library.encode(text)
        ids = found if self._ids is None else list(map(self._ids.__getitem__, found))
        if UNKNOWN not in ids:
            return ids
        surfaces: list[str] = self._library.encode(text, out_type=str)
        return [
            id_
            for id_, surface in zip(ids, surfaces, strict=True)
            for _ in range(len(surface) if id_ == UNKNOWN else 1)
        ]

    def _learn(self, texts: Iterable[str]) -> None:
        """Load what more is needed for texts."""
        import numpy as np

        if self._ids is None:
            return
        normalised = (self._library.normalize(text) for text in texts)
        words = {word for text in normalised for word in text.split(_SPACE)} - self._words
        if not words:
            return
        self._words |= words
        for slots in _windows("".join(f"{_SPACE}{word}\0" for word in words).encode()):
            self._in_words[slots] = True
        wanted = self._in_words[self._head] & self._in_words[self._tail]
        wanted[self._always] = True
        ids = np.flatnonzero(wanted)
        if len(ids) > len(self._ids):
            # What parts of the model cost together stays below what the whole does.
            self._spent += len(ids)
            part = None if 2 * self._spent > len(self) else ids
            self._library, self._ids = self._load(part)

    def _load(self, part: NDArray[np.int64] | None) -> tuple[Any, list[int] | None]:
        """The library's model with some of the pieces, or all, and their ids by its numbers."""
        from sentencepiece import SentencePieceProcessor

        if part is None:
            return SentencePieceProcessor(model_proto=self._data), None
        ids: list[int] = part.tolist()
        bounds = zip(self._start[part].tolist(), self._start[part + 1].tolist(), strict=True)
        pieces = [self._data[start:end] for start, end in bounds]
        rest = self._data[int(self._start[-1]) :]
        return SentencePieceProcessor(model_proto=b"".join((*pieces, rest))), ids


def _slots_of(raw: NDArray[np.uint8], start: NDArray[np.int64], length: NDArray[np.int64]) -> Slots:
    """The slot of each run of at most :data:`_WINDOW` bytes."""
    import numpy as np

    code = np.zeros(len(start), dtype=np.uint64)
    for k in range(_WINDOW):
        byte = np.where(k < length, raw[np.minimum(start + k, len(raw) - 1)], 0)
        code |= byte.astype(np.uint64) << np.uint64(8 * k)
    return _slots(code)


def _windows(data: bytes) -> Iterable[Slots]:
    """The slots of all runs of one byte, of two, and so on."""
    import numpy as np

    raw = np.frombuffer(data + bytes(_WINDOW), dtype=np.uint8).astype(np.uint64)
    code = np.zeros(len(data), dtype=np.uint64)
    for k in range(_WINDOW):
        code |= raw[k : k + len(data)] << np.uint64(8 * k)
        yield _slots(code)


def _slots(code: NDArray[np.uint64]) -> Slots:
    import numpy as np

    return (code * np.uint64(_MULTIPLIER) >> np.uint64(64 - _SLOT_BITS)).astype(np.uint32)
