"""Textual kinds on hostile input: no failure, and time that grows as the input does."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.details.textual import OddOnes, compare, extract
from tests.growth import assert_no_blow_up
from tui.details import (
    attribution,
    certainty,
    compare_sentences,
    names,
    negation,
    quotations,
    wording,
)
from tui.details.base import Kind

KINDS = (names.KIND, quotations.KIND, attribution.KIND, certainty.KIND, negation.KIND)
IDS = [kind.name for kind in KINDS]

FRESH = count()

ONSETS = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wy")
RHYMES = ("ron", "tel", "mas", "pin", "der", "kus", "lon", "fer")

ROOM = 12.0
"""Ten times the input may take this many times ten as long: far less than quadratic's hundred."""


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
@pytest.mark.parametrize(
    "unit", ["“a not said rose Mr Brown ", "„ ", "Wort-", "Said said, ", "א😀 "]
)
def test_time_grows_no_faster_than_the_text(kind: Kind, unit: str) -> None:
    def cost(times: int) -> float:
        text = f"{next(FRESH)} {unit * times}"  # or a cache would answer
        began = time.process_time()
        extract(kind, text)
        return time.process_time() - began

    cost(10)
    small = min(cost(300) for _ in range(3))
    assert cost(3_000) <= 10 * ROOM * max(small, 0.0005)


@pytest.mark.parametrize("kind", [*KINDS, wording.KIND], ids=[*IDS, "wording"])
@given(a=st.text(max_size=80), b=st.text(max_size=80), langs=st.sampled_from(["en-en", "de-en"]))
def test_no_pair_of_texts_fails(kind: Kind, a: str, b: str, langs: str) -> None:
    compare(kind, a, b, langs)


@pytest.mark.parametrize(
    ("unit", "size", "most"),
    [
        ("the minister of the {0} and ", 12, 14),
        ("“We open the {0} in {1} days,” said Mr {0}, ", 8, 24),
    ],
)
def test_a_sentence_that_lists_names_or_speeches_costs_what_its_pairs_do(
    unit: str, size: int, most: float
) -> None:
    def work(times: int) -> Callable[[], object]:
        fresh = "".join(chr(ord("a") + int(digit)) for digit in str(next(FRESH)))
        named = [f"{first}{last}{fresh}" for first in ONSETS for last in RHYMES]
        a, b = (
            "".join(unit.format(name.title(), at) for at, name in enumerate(names[:times]))
            for names in (named, named[::-1])
        )
        encoder = OddOnes("Ba", "Ke")
        return lambda: compare_sentences(a, b, lang_a="en", lang_b="en", encoder=encoder)

    assert_no_blow_up(work, size, most)
