"""The arrays of the encoder's package, laid out the way the network multiplies them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BRANCHES", "TABLES", "WIDTH", "arrange"]

WIDTH = 256
"""Features of a piece in each branch."""
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Pieces in the window of each branch, and how many of them lie left of the centre."""
TABLES = 17
"""Tables over which the pieces are spread."""


def arrange(packed: Mapping[str, NDArray[Any]]) -> dict[str, Iterable[NDArray[Any]]]:
    """Arrange the arrays of the package's ``weights.npz`` as `tui.encode.network` uses them.

    Piece ``p`` is row ``p // 17`` of table ``p % 17`` there, quantised to 8 bits by table; the
    tables become one, and are read one at a time. A convolution over ``n`` pieces,
    ``(n * 256, 256)`` there, becomes ``(256, n * 256)``.

    Returns:
        The parts of each array, which are to be joined along the first dimension.
    """
    import numpy as np

    orders = [order for order, _ in BRANCHES]

    def joined(name: str, axis: int = 0) -> NDArray[Any]:
        return np.concatenate([packed[f"{name}{order}"] for order in orders], axis=axis)

    arrays = {
        "piece_w": joined("proj", axis=1),
        "piece_b": joined("proj_b"),
        "piece_gain": joined("ln_g"),
        "piece_bias": joined("ln_b"),
    }
    for order in orders:
        for layer in ("w1", "w2"):
            stacked = packed[f"{layer}_{order}"].reshape(order, WIDTH, WIDTH)
            arrays[f"{layer}_{order}"] = stacked.transpose(1, 0, 2).reshape(WIDTH, order * WIDTH)
        for layer in ("b1", "b2"):
            arrays[f"{layer}_{order}"] = packed[f"{layer}_{order}"]
    for name in ("scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "eps"):
        arrays[name] = np.atleast_1d(packed[name])
    for name in ("d0", "d1", "d2", "d3", "p1", "p3"):
        arrays[name] = packed[name]
    table = _inflated(packed, [f"q{index + 1}" for index in range(TABLES)])
    return {"table": table, **{name: (array,) for name, array in arrays.items()}}


def _inflated(packed: Mapping[str, NDArray[Any]], names: Sequence[str]) -> Iterator[NDArray[Any]]:
    """Arrays of a package, by two threads: zlib lets another one have the interpreter."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as threads:
        yield from threads.map(packed.__getitem__, names)
