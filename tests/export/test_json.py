from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.export.hostile import CONTROLS, hostile_comparison
from tests.factories import comparisons, make_comparison
from tui.export import ExportOptions, render
from tui.export.json import plain_value
from tui.model import Comparison, Evidence, Relation

SCHEMA = json.loads(
    (files("tui.data") / "schema" / "diptych.comparison-1.schema.json").read_text("utf-8")
)


def exported(comparison: Comparison, **options: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(comparison, "json", ExportOptions(**options)))
    Draft202012Validator(SCHEMA).validate(document)
    return document


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_fields_and_their_order_are_those_of_the_schema() -> None:
    document = exported(make_comparison())
    assert list(document) == SCHEMA["required"]
    definitions = SCHEMA["$defs"]
    assert list(document["a"]) == [*definitions["article"]["required"], "label"]
    assert list(document["b"]) == definitions["article"]["required"]
    assert list(document["a"]["sentences"][0]) == definitions["sentence"]["required"]
    assert list(document["links"][0]) == definitions["link"]["required"]
    divergence = document["divergences"][0]
    assert list(divergence) == [*definitions["divergence"]["required"], "note", "elsewhere"]
    assert list(divergence["a"]) == definitions["side"]["oneOf"][1]["required"]


def test_what_was_done_to_read_a_report_is_told_where_there_is_something_to_tell() -> None:
    comparison = make_comparison()
    noted = replace(comparison, a=replace(comparison.a, notes=("decoded as X",)))
    document = exported(noted)
    assert document["a"]["notes"] == ["decoded as X"]
    assert "notes" not in document["b"]


@given(comparisons())
def test_any_comparison_is_valid_and_its_offsets_are_code_points(comparison: Comparison) -> None:
    document = exported(comparison)
    for which in ("a", "b"):
        article = document[which]
        for sentence in article["sentences"]:
            assert article["text"][sentence["start"] : sentence["end"]] == sentence["text"]
        for divergence in document["divergences"]:
            if side := divergence[which]:
                text = article["sentences"][side["sentence"]]["text"]
                assert text[side["start"] : side["end"]] == side["text"]


@given(comparisons())
def test_links_and_relations_survive_unchanged(comparison: Comparison) -> None:
    document = exported(comparison)
    assert [(k["a"], k["b"]) for k in document["links"]] == [(k.i, k.j) for k in comparison.links]
    assert [d["relation"] for d in document["divergences"]] == [
        d.relation for d in comparison.divergences
    ]
    assert document["summary"] == dict(comparison.summary)


def test_hostile_text_is_exact_and_nothing_steers_a_terminal() -> None:
    comparison = hostile_comparison()
    text = render(comparison, "json")
    assert json.loads(text)["a"]["text"] == comparison.a.text
    assert json.loads(text)["a"]["title"].endswith(CONTROLS)
    assert all(c == "\n" or c.isprintable() for c in text)


def test_a_translation_is_an_object_or_null_and_can_be_left_out() -> None:
    told = [s["translation"] for s in exported(make_comparison())["b"]["sentences"]]
    assert told[1] == {
        "lang": "en",
        "text": "Divers discovered a crack four metres long.",
        "origin": "memory de-en.tmx",
    }
    assert told[0] is None
    without = exported(make_comparison(), translations=False)["b"]["sentences"]
    assert all(s["translation"] is None for s in without)


def test_evidence_is_given_when_asked_for() -> None:
    comparison = make_comparison()
    reason = Evidence("cosine", 0.7, 1.25)
    links = tuple(replace(k, evidence=(reason,)) for k in comparison.links)
    comparison = replace(comparison, links=links)
    assert "evidence" not in exported(comparison)["links"][0]
    assert exported(comparison, evidence=True)["links"][0]["evidence"] == [
        {"feature": "cosine", "value": 0.7, "weight": 1.25}
    ]


def test_a_lone_surrogate_is_still_written() -> None:
    comparison = make_comparison()
    comparison = replace(comparison, a=replace(comparison.a, author="x\ud800"))
    text = render(comparison, "json")
    assert json.loads(text.encode())["a"]["author"] == "x\ud800"


@dataclass(frozen=True)
class Amount:
    size: Decimal
    unit: str
    bounds: tuple[Fraction, float]
    names: frozenset[str]
    written: str = field(default="", compare=False)


def test_of_a_value_only_what_makes_it_that_value_is_published() -> None:
    amount = Amount(Decimal(3), "m", (Fraction(1), 2.0), frozenset())
    other = replace(amount, written="metres")
    assert amount == other
    assert "written" not in plain_value(other)
    assert plain_value(amount) == plain_value(other)


def test_values_become_jsons_own_types() -> None:
    amount = Amount(Decimal(3), "m", (Fraction(1, 2), float("inf")), frozenset({"b", "a"}))
    assert plain_value(amount) == {
        "size": 3,
        "unit": "m",
        "bounds": [0.5, None],
        "names": ["a", "b"],
    }
    assert plain_value(date(2024, 3, 5)) == "2024-03-05"
    assert plain_value(Relation.AGREES) == "agrees"
    assert plain_value(None) is None


def test_a_value_without_a_json_form_is_a_mistake_in_the_program() -> None:
    with pytest.raises(TypeError, match="has no JSON form"):
        plain_value(object())
