"""The forward pass of Google's multilingual Universal Sentence Encoder v3 (CNN), in numpy.

The network (Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval")
embeds sentence pieces, runs three branches of two convolutions over 2, 3 and 5 pieces, normalises,
sums over the text and puts four small dense layers on top.

A convolution over a window is the sum of one product per position of the window. What it gives
depends only on the pieces in the window, so each distinct piece, and each distinct window, is
multiplied once a batch, however often it occurs: articles repeat their words. The sums are those of
the reference implementation in another order (equal within 1e-6).

Parts of a text come nearly free: they are summed from the features of the whole text, in which
each piece has been read in its context ("late chunking"; Günther et al. 2024), between those of the
text's two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from tui.encode.arrangement import BRANCHES, TABLES, WIDTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Indices = NDArray[np.int64]
    Watch = Callable[[int, Floats, Floats, Floats], None]

__all__ = ["DIMENSIONS", "Network"]

DIMENSIONS = 512
_MARGIN = 2
_BATCH_PIECES = 4090
"""As many as still make, being distinct and numbered from 1, a window of five a 64-bit key."""
_POOLED_PIECES = 256
"""Pieces whose features are summed at a time: they fit the processor's cache."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """What a branch computed for the distinct windows of a batch.

    ``second`` holds, for each distinct window, its share of the second convolution at every
    position it can take there; row 0 is the zero beyond a text's ends.
    """

    second: Floats
    first: Floats
    windows: Indices
    """For each place of the padded layout the row of its window in ``second``."""


class Network:
    """Texts, given as sentence-piece ids, into unit vectors."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._w = arrays
        self._eps = float(arrays["eps"][0])
        self._rows = len(arrays["table"]) // TABLES

    def encode(
        self,
        texts: Sequence[Sequence[int]],
        parts: Sequence[Sequence[tuple[int, int]]] = (),
        watch: Watch | None = None,
    ) -> Floats:
        """Encode texts of at least one piece each.

        Args:
            texts: Their pieces, the mark of the beginning first, that of the end last.
            parts: For each text the parts of it to encode too, from which piece to which; all
                texts have none if this is empty.
            watch: Told, run by run, the index of the first text of a run, the features of the
                run's pieces, of shape ``(pieces, 1280)``, and for each piece their mean and what
                they are to be multiplied with, less the mean, to have a deviation of 1. That is
                before ``ln_g`` and ``ln_b``, and no longer good once it returns.

        Returns:
            The vectors of each text and then of its parts, of shape ``(texts and parts, 512)``.
        """
        import numpy as np

        parts = parts or [()] * len(texts)
        out = [np.empty((0, DIMENSIONS), dtype=np.float32)]
        for start, end in _batches([len(text) for text in texts], _BATCH_PIECES):
            pooled = self._pooled(texts[start:end], parts[start:end], start, watch)
            out.append(self._dense(*pooled))
        return np.concatenate(out)

    def _pooled(
        self,
        texts: Sequence[Sequence[int]],
        parts: Sequence[Sequence[tuple[int, int]]],
        first: int,
        watch: Watch | None,
    ) -> tuple[Floats, Floats]:
        """The sums of normalised piece features of texts and parts, and of how many pieces."""
        import numpy as np

        lengths = np.array([len(text) for text in texts])
        flat = np.fromiter(chain.from_iterable(texts), np.int64, lengths.sum())
        pieces, piece_of = np.unique(flat, return_inverse=True)
        embedded = self._embed(pieces)
        projected = self._project(embedded)

        # Each text stands between margins of zeros, so that windows never reach into another.
        starts = np.concatenate([[0], np.cumsum(lengths)])
        margins = 2 * _MARGIN * np.arange(len(texts)) + _MARGIN
        place = np.arange(len(flat)) + margins.repeat(lengths)
        layout = np.zeros(len(flat) + 2 * _MARGIN * len(texts), dtype=np.int64)
        layout[place] = piece_of + 1
        branches = [self._branch(index, projected, layout, place) for index in range(len(BRANCHES))]

        width = DIMENSIONS + len(BRANCHES) * WIDTH
        evenly = np.full(width, 1 / width, dtype=np.float32)
        units = np.cumsum([0, *(1 + len(own) for own in parts)]).tolist()
        sums = np.empty((units[-1], width), dtype=np.float32)
        for begin, end in _batches(lengths.tolist(), _POOLED_PIECES):
            span = slice(int(starts[begin]), int(starts[end]))
            features = self._features(embedded, piece_of[span], branches, place[span])
            # The mean and the deviation of each piece's features, folded into the sum.
            mean = features @ evenly
            variance = np.einsum("ij,ij->i", features, features) / features.shape[1] - mean * mean
            gain = np.reciprocal(np.sqrt(variance + self._eps))
            if watch is not None:
                watch(first + begin, features, mean, gain)
            local = (starts[begin : end + 1] - span.start).tolist()
            for text, own in enumerate(map(slice, local, local[1:]), begin):
                of_text = slice(units[text], units[text + 1])
                _sum_up(features[own], mean[own], gain[own], parts[text], sums[of_text])
        counts = np.array(
            [
                count
                for length, own in zip(lengths.tolist(), parts, strict=True)
                for count in (length, *(end - start + 2 for start, end in own))
            ],
            dtype=np.float32,
        )
        sums *= self._w["ln_g"]
        sums += counts[:, None] * self._w["ln_b"]
        return sums, counts

    def inner(self, axes: Floats, middle: Floats) -> tuple[Floats, Floats]:
        """The linear map from the features :meth:`encode` shows to a piece's place on some axes.

        Args:
            axes: Directions among the network's inner states, ``(512, n)``.
            middle: The state that is to be their origin.

        Returns:
            A matrix ``(1280, n)`` and what is to be added to its product.
        """
        w = self._w
        return w["ln_g"][:, None] * (w["cnn_W"] @ axes), (
            w["ln_b"] @ w["cnn_W"] + w["cnn_b"] - middle
        ) @ axes

    def _embed(self, pieces: Indices) -> Floats:
        import numpy as np

        row, table = np.divmod(pieces, TABLES)
        embedded: Floats = self._w["table"][table * self._rows + row].astype(np.float32)
        embedded *= self._w["scale"][table, None]
        embedded += self._w["lo"][table, None]
        return embedded

    def _project(self, embedded: Floats) -> Floats:
        import numpy as np

        x: Floats = embedded @ self._w["piece_w"]
        x += self._w["piece_b"]
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
        x *= np.reciprocal(np.sqrt(variance + self._eps))[:, None]
        x *= self._w["piece_gain"]
        x += self._w["piece_bias"]
        return x

    def _branch(self, index: int, projected: Floats, layout: Indices, place: Indices) -> _Branch:
        import numpy as np

        order, left = BRANCHES[index]
        x = projected[:, index * WIDTH : (index + 1) * WIDTH]
        products = _behind_zeros(x, self._w[f"w1_{order}"])
        bits = len(products).bit_length()
        key = np.zeros(len(place), dtype=np.int64)
        for k in range(order):
            key |= layout[place + (k - left)] << (bits * k)
        _, example, window_of = np.unique(key, return_index=True, return_inverse=True)
        centre = place[example]
        hidden = _summed(products, layout, centre, order, left)
        _add_and_rectify(hidden, self._w[f"b1_{order}"])
        hidden += x[layout[centre] - 1]
        windows = np.zeros_like(layout)
        windows[place] = window_of + 1
        return _Branch(_behind_zeros(hidden, self._w[f"w2_{order}"]), hidden, windows)

    def _features(
        self, embedded: Floats, piece_of: Indices, branches: Sequence[_Branch], place: Indices
    ) -> Floats:
        import numpy as np

        features = np.empty((len(place), DIMENSIONS + len(BRANCHES) * WIDTH), dtype=np.float32)
        features[:, :DIMENSIONS] = embedded.take(piece_of, axis=0)
        for index, ((order, left), branch) in enumerate(zip(BRANCHES, branches, strict=True)):
            part = _summed(branch.second, branch.windows, place, order, left)
            _add_and_rectify(part, self._w[f"b2_{order}"])
            begin = DIMENSIONS + index * WIDTH
            np.add(
                part,
                branch.first.take(branch.windows[place] - 1, axis=0),
                out=features[:, begin : begin + WIDTH],
            )
        return features

    def _dense(self, sums: Floats, counts: Floats) -> Floats:
        import numpy as np

        w = self._w
        x = sums @ w["cnn_W"]
        x += counts[:, None] * w["cnn_b"]
        x *= np.reciprocal(np.sqrt(counts))[:, None]
        y = x @ w["p1"] + np.maximum(x @ w["d0"], 0) @ w["d1"]
        np.maximum(y, 0, out=y)
        z: Floats = np.tanh(y @ w["p3"] + np.maximum(y @ w["d2"], 0) @ w["d3"])
        squares = np.clip(np.einsum("ij,ij->i", z, z), self._eps, None)
        z *= np.reciprocal(np.sqrt(squares))[:, None]
        return z


def _sum_up(
    features: Floats, mean: Floats, gain: Floats, parts: Sequence[tuple[int, int]], out: Floats
) -> None:
    """The normalised features of one text, and of each of its parts between its ends, summed."""
    import numpy as np

    np.matmul(gain, features, out=out[0])
    shift = mean * gain
    out[0] -= shift.sum()
    if not parts:
        return
    ends = gain[[0, -1]] @ features[[0, -1]] - (shift[0] + shift[-1])
    for unit, (start, end) in enumerate(parts, 1):
        np.matmul(gain[start:end], features[start:end], out=out[unit])
        out[unit] += ends - shift[start:end].sum()


def _behind_zeros(rows: Floats, matrix: Floats) -> Floats:
    """The product of two matrices, behind a row of zeros."""
    import numpy as np

    product = np.empty((len(rows) + 1, matrix.shape[1]), dtype=np.float32)
    product[0] = 0
    np.matmul(rows, matrix, out=product[1:])
    return product


def _add_and_rectify(rows: Floats, bias: Floats) -> None:
    """``maximum(rows + bias, 0)`` in place; numpy compares with a row faster than with a number."""
    import numpy as np

    np.maximum(rows, -bias, out=rows)
    rows += bias


def _summed(products: Floats, layout: Indices, place: Indices, order: int, left: int) -> Floats:
    """The convolution at each place: the sum over its window of the products at that position."""
    parts = products.reshape(-1, WIDTH)
    total: Floats = parts.take(layout[place - left] * order, axis=0)
    for k in range(1, order):
        total += parts.take(layout[place + (k - left)] * order + k, axis=0)
    return total


def _batches(lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Runs of texts of at most so many pieces together; a longer text is a run of its own."""
    start, pieces = 0, 0
    for index, length in enumerate(lengths):
        if index > start and pieces + length > most:
            yield start, index
            start, pieces = index, 0
        pieces += length
    if lengths:
        yield start, len(lengths)
