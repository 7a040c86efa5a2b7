"""The file of unpacked arrays is a cache: right or made again, never half of one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tui.encode.weights import Packed, load_arrays

ARRAYS: dict[str, NDArray[Any]] = {
    "table": np.arange(200_000, dtype=np.uint8).reshape(1000, 200),
    "bias": np.linspace(-1, 1, 7, dtype=np.float32),
    "eps": np.array([1e-6]),
}


def make() -> dict[str, Iterable[NDArray[Any]]]:
    """The arrays, the first in parts that are made when they are asked for."""
    parts = {name: iter((array,)) for name, array in ARRAYS.items()}
    return {**parts, "table": (rows for rows in np.split(ARRAYS["table"], 4))}


def never() -> dict[str, Iterable[NDArray[Any]]]:
    raise AssertionError("the kept arrays should have been used")


def test_what_is_written_is_what_is_mapped(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "arrays.bin"
    load_arrays(path, make)
    mapped = load_arrays(path, never)
    assert mapped.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(mapped[name], array)
        assert mapped[name].dtype == array.dtype
        assert not mapped[name].flags.writeable


def test_packed_arrays_are_those_that_numpy_reads(tmp_path: Path) -> None:
    path = tmp_path / "packed.npz"
    np.savez_compressed(path, allow_pickle=False, **ARRAYS)
    packed = Packed(path)
    assert set(packed) == set(ARRAYS)
    assert len(packed) == len(ARRAYS)
    for name, array in packed.items():
        np.testing.assert_array_equal(array, ARRAYS[name], strict=True)
    with pytest.raises(KeyError):
        packed["missing"]


def test_no_part_of_a_file_is_left_beside_it(tmp_path: Path) -> None:
    load_arrays(tmp_path / "arrays.bin", make)
    assert [path.name for path in tmp_path.iterdir()] == ["arrays.bin"]


def test_the_kept_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        load_arrays(tmp_path / "arrays.bin", make)
    finally:
        os.umask(before)
    assert (tmp_path / "arrays.bin").stat().st_mode & 0o777 == 0o640


def cut_off(data: bytes) -> bytes:
    return data[:-100]


def emptied(data: bytes) -> bytes:
    return b""


def another_format(data: bytes) -> bytes:
    return b"PK" + data[2:]


def header_garbled(data: bytes) -> bytes:
    return data[:-12] + b"}" + data[-11:]


def header_elsewhere(data: bytes) -> bytes:
    return data[:16] + b"\xff\xff\xff\xff" + data[20:]


@pytest.mark.parametrize(
    "damage",
    [cut_off, emptied, another_format, header_garbled, header_elsewhere],
)
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "arrays.bin"
    load_arrays(path, make)
    good = path.read_bytes()
    path.write_bytes(damage(good))
    again = load_arrays(path, make)
    np.testing.assert_array_equal(again["bias"], ARRAYS["bias"])
    assert path.read_bytes() == good


def test_a_file_from_before_the_machine_was_started_is_checked_for_holes_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "arrays.bin"
    load_arrays(path, make)
    good = path.read_bytes()
    os.utime(path, (0, 0))
    load_arrays(path, never)
    assert path.stat().st_mtime > 0
    path.write_bytes(good[:8192] + bytes(4096) + good[12288:])
    os.utime(path, (0, 0))
    load_arrays(path, make)
    assert path.read_bytes() == good


def test_arrays_stay_in_memory_where_nothing_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    arrays = load_arrays(blocked / "arrays.bin", make)
    np.testing.assert_array_equal(arrays["table"], ARRAYS["table"])


def test_a_failed_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("json.dumps", full)
    arrays = load_arrays(tmp_path / "arrays.bin", make)
    np.testing.assert_array_equal(arrays["bias"], ARRAYS["bias"])
    assert list(tmp_path.iterdir()) == []
