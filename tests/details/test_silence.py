"""What is told of one report alone, and what is left out for doubt."""

from __future__ import annotations

import pytest

from tests.factories import make_article
from tui.data import load
from tui.details import compare_linked
from tui.details.silence import ALONE, LIKELY
from tui.details.silence_signs import LEAST, SIGNS
from tui.encode import Encoder, default_encoder
from tui.model import Divergence, Link


def _alone(
    a: str, b: str, encoder: Encoder | None, lang_a: str = "en", lang_b: str = "en"
) -> list[Divergence]:
    found = compare_linked(
        make_article([a], lang=lang_a),
        make_article([b], lang=lang_b),
        [Link(0, 0, 1.0)],
        encoder=encoder,
    )
    return [d for d in found if d.relation in ALONE]


def test_a_figure_that_the_other_report_leaves_out_is_told_as_likely_as_it_is() -> None:
    found = _alone(
        "The council voted to close the harbour road, and repairs will cost £42 million by 2031.",
        "The council voted to close the harbour road.",
        default_encoder(),
    )
    assert {d.a.detail.text for d in found if d.a} == {"£42 million", "2031"}
    assert all(LIKELY <= d.score < 1 for d in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The workers claimed the concrete was wet.", "It was wet, a labourer named Yusuf said."),
        ("The company denies it knew of the defect.", "It admits it noticed the defect early."),
    ],
)
def test_a_source_is_no_one_sides_where_the_other_lets_somebody_speak(a: str, b: str) -> None:
    assert _alone(a, b, None)
    assert not _alone(a, b, default_encoder())


def test_a_source_that_is_read_on_one_side_alone_is_no_one_sides() -> None:
    a, b = "Die Armada weist das zurück.", "The navy rejects this."
    assert not _alone(a, b, default_encoder(), "de", "en")


def test_what_is_left_out_from_one_side_is_left_out_from_the_other() -> None:
    a = "Bus services in Hexworth will stop on Friday, police said, and 300 people are stranded."
    b = "Buses will stop."
    one = _alone(a, b, default_encoder())
    other = _alone(b, a, default_encoder())
    assert [d.transposed() for d in other] == one
    assert one


@pytest.mark.parametrize("kind", SIGNS)
def test_each_sign_has_a_weight_and_those_the_encoder_gives_speak_against(kind: str) -> None:
    weights = load(f"details/silence/{kind}")["weights"]
    assert list(weights) == list(SIGNS[kind])
    assert all(weights[name] < 0 for name in LEAST if name in weights)
