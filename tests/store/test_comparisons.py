"""A pair compared before is the same comparison, at once; an edit anywhere makes it anew."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.factories import comparisons, make_article
from tests.store.test_cache import Counting
from tui.compare import Stage
from tui.details.values import Amount, CalendarDate
from tui.details.word_classes import Member
from tui.encode import default_encoder
from tui.model import Article, Comparison, Relation, Translation
from tui.read import read_article
from tui.store import comparisons as module
from tui.store.cache import CacheStore
from tui.store.codec import CodecError, from_json, to_json
from tui.store.comparisons import compare_cached

ONE = read_article("The ferry sank on Monday. It had 64 people on board.", lang="en")
OTHER = read_article("On Monday the ferry went down. About 60 people were on it.", lang="en")


@given(comparisons())
def test_what_a_comparison_found_comes_back_exactly(comparison: Comparison) -> None:
    found = (comparison.links, comparison.divergences)
    assert from_json(to_json(found)) == found


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(Relation)
    | st.builds(Amount, st.none() | st.integers(), st.floats(allow_nan=False), written=st.text())
    | st.builds(CalendarDate, st.none() | st.integers()),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=1),
    max_leaves=8,
)


@given(VALUES)
def test_any_value_comes_back_with_its_type(value: object) -> None:
    again = from_json(to_json(value))
    assert again == value
    assert repr(again) == repr(value), "1 is not True, and not 1.0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '["os:system", "true"]',
        '["http:HTTPStatus", 200]',
        '["tui.files:replacing", "x"]',
        '["tui.model:Nothing", 1]',
        '["tui.nothing:Link", 1]',
        '["tui.model:Link", 1]',
        '["tui.model:Relation", "nonsense"]',
        "[" * 5000,
    ],
)
def test_nothing_but_the_programs_values_is_made_of_a_file(text: str) -> None:
    with pytest.raises(CodecError):
        from_json(text)


def test_a_value_that_would_not_come_back_is_refused() -> None:
    with pytest.raises(CodecError, match="no JSON form for list"):
        to_json([1])
    with pytest.raises(CodecError, match="no JSON form for Member"):
        to_json(Member("vessel", "ferry"))


class Understanding(Counting):
    """The offline encoder, its texts counted."""

    dimensions = 512
    languages = frozenset({"de", "en"})

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return default_encoder().encode(texts)


def compared(path: Path, a: Article = ONE, b: Article = OTHER) -> tuple[Comparison, int]:
    """A comparison and how many texts were encoded for it."""
    model = Understanding()
    return compare_cached(a, b, encoder=model, cache=CacheStore(path)), len(model.encoded)


def test_a_pair_compared_before_is_the_same_without_encoding(tmp_path: Path) -> None:
    first, encoded = compared(tmp_path / "cache.db")
    again, encoded_again = compared(tmp_path / "cache.db")
    assert first.divergences
    assert again == first
    assert (encoded > 0, encoded_again) == (True, 0)


def test_another_file_name_is_the_same_text_and_another_date_is_not(tmp_path: Path) -> None:
    compared(tmp_path / "cache.db")
    renamed = replace(ONE, id="x", path="x.txt", label="X")
    assert compared(tmp_path / "cache.db", a=renamed)[1] == 0
    assert compared(tmp_path / "cache.db", a=renamed)[0].a is renamed
    assert compared(tmp_path / "cache.db", a=replace(ONE, published="2024-03-05"))[1] > 0
    assert compared(tmp_path / "cache.db", OTHER, ONE)[1] > 0


def test_a_program_that_was_changed_compares_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(tmp_path / "cache.db")
    monkeypatch.setattr(module, "fingerprint", lambda: "another")
    assert compared(tmp_path / "cache.db")[1] > 0


def test_another_encoder_compares_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared(tmp_path / "cache.db")
    monkeypatch.setattr(Understanding, "name", "another/1")
    assert compared(tmp_path / "cache.db")[1] > 0


def test_a_kept_comparison_that_cannot_be_read_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = compared(tmp_path / "cache.db")
    monkeypatch.setattr(CacheStore, "comparison", lambda self, key: '["tuple", 1]')
    assert compared(tmp_path / "cache.db")[0] == first


def test_translations_and_the_last_stage_are_given_for_a_kept_comparison(tmp_path: Path) -> None:
    compared(tmp_path / "cache.db")
    told: list[tuple[Stage, float]] = []
    known = {0: Translation("de", "Die Fähre sank.", "you")}
    comparison = compare_cached(
        ONE,
        OTHER,
        encoder=Counting(),
        translations_a=known,
        progress=lambda stage, _, share: told.append((stage, share)),
        cache=CacheStore(tmp_path / "cache.db"),
    )
    assert comparison.translations_a == known
    assert told == [(Stage.DONE, 1.0)]


def test_a_translation_that_helps_to_align_makes_another_comparison(tmp_path: Path) -> None:
    model, german = Understanding(), read_article("Die Fähre sank am Montag.", lang="de")

    def encoded(*translated: str) -> int:
        model.encoded.clear()
        told = {n: Translation("en", text, "you") for n, text in enumerate(translated)}
        cache = CacheStore(tmp_path / "cache.db")
        compare_cached(ONE, german, encoder=model, translations_b=told, cache=cache)
        return len(model.encoded)

    assert encoded() > 0
    assert encoded("The ferry sank on Monday.") > 0
    assert encoded("The ferry sank on Monday.") == 0
    assert encoded("On Monday the ferry went down.") > 0
    assert encoded() == 0


def test_only_so_many_comparisons_are_kept(tmp_path: Path) -> None:
    store = CacheStore(tmp_path / "cache.db", most_comparisons=3)
    for number in range(5):
        store.add_comparison(bytes([number]), str(number))
    kept = [store.comparison(bytes([number])) for number in range(5)]
    assert kept == [None, None, "2", "3", "4"]


def test_a_pair_compared_before_needs_no_numpy(home: Path) -> None:
    script = """
import sys
from tui.read import read_article
from tui.store.comparisons import compare_cached
compare_cached(*(read_article(text, lang="en") for text in ("The ferry sank.", "It sank there.")))
print("numpy" in sys.modules)
"""
    told = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.strip() for run in told] == ["True", "False"]


def test_articles_with_any_text_have_a_key(tmp_path: Path) -> None:
    odd = make_article(["\ud800 lone", "nul \0 byte"])
    assert compared(tmp_path / "cache.db", odd, odd)[0].a is odd
