from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.factories import comparisons, make_comparison
from tui.export import ExportError, ExportOptions, render
from tui.export.published import parse_comparison, read_comparison
from tui.model import Comparison


def document(comparison: Comparison | None = None) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(render(comparison or make_comparison(), "json"))
    return made


def reopened(given: dict[str, Any]) -> Comparison:
    return parse_comparison(json.dumps(given).encode(), "x.json").comparison


@settings(max_examples=30)
@given(comparisons())
def test_any_comparison_written_and_read_back_is_written_the_same(comparison: Comparison) -> None:
    options = ExportOptions(title="The Alma", evidence=True)
    text = render(comparison, "json", options)
    found = parse_comparison(text.encode(), "x.json")
    assert found.title == "The Alma"
    assert render(found.comparison, "json", options) == text


def test_the_comparison_read_back_is_the_same() -> None:
    before, after = make_comparison(), reopened(document())
    assert [(s.text, s.kind) for s in after.a.sentences] == [
        (s.text, s.kind) for s in before.a.sentences
    ]
    assert after.links == before.links
    assert after.divergences == before.divergences
    assert after.translations_b == before.translations_b
    assert after.b.paragraph_numbers == before.b.paragraph_numbers
    assert after.summary == before.summary


@pytest.mark.parametrize("format_name", ["html", "markdown", "text", "csv", "unified"])
def test_what_is_exported_from_a_file_is_what_was_exported_before(format_name: str) -> None:
    before = make_comparison()
    assert render(reopened(document()), format_name) == render(before, format_name)


def test_values_are_hashable_as_the_programs_own_are() -> None:
    made = document()
    made["divergences"][0]["a"]["value"] = {"low": 3, "unit": "m", "names": ["a", "b"]}
    found = reopened(made)
    hash(found.divergences)
    assert json.loads(render(found, "json"))["divergences"][0]["a"]["value"] == {
        "low": 3,
        "unit": "m",
        "names": ["a", "b"],
    }


def put(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(made: dict[str, Any]) -> None:
        at: Any = made
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put("schema", value="other/1"), "no comparison"),
        (put("links", value=None), "x.json: links: None is not of type 'array'"),
        (put("links", 0, "score", value=2), "links[0].score: 2 is greater than"),
        (put("links", 0, "a", value=99), "links[0]: a has no sentence 99"),
        (put("links", 0, "a", value=1), "links[0]: a has no sentence 1 that could be linked"),
        (put("a", "sentences", 2, "index", value=7), "a.sentences[2]: its index is 7"),
        (put("a", "sentences", 2, "start", value=1), "a.sentences[2]: start and end are not where"),
        (put("a", "sentences", 2, "text", value="\x1b[2J"), "a.sentences[2]: start and end are"),
        (put("a", "sentences", 2, "block", value=0), "its block is out of order"),
        (put("a", "sentences", 2, "block", value=10**9), "its block is out of order"),
        (put("a", "sentences", 2, "kind", value="poem"), "'poem' is not one of"),
        (put("divergences", 0, "a", "sentence", value=99), "divergences[0].a: there is no"),
        (put("divergences", 0, "a", "start", value=0), "divergences[0].a: start and end are not"),
        (put("divergences", 0, "a", "text", value="\x1b[2J"), "divergences[0].a: start and end"),
        (put("divergences", 0, "relation", value="only_a"), "divergences[0].b"),
        (put("a", "title", value="\x1b]52;c;x\x07"), "a.title: holds control characters"),
        (put("b", "sentences", 1, "translation", "text", value="\u202e"), "control characters"),
    ],
)
def test_a_fault_is_one_line_that_says_where(
    change: Callable[[dict[str, Any]], None], words: str
) -> None:
    made = document()
    change(made)
    with pytest.raises(ExportError) as told:
        reopened(made)
    assert words in str(told.value)
    assert str(told.value).startswith("x.json: ")
    assert str(told.value).isprintable()


def test_a_value_nested_without_end_is_refused_in_a_line() -> None:
    made = document()
    made["divergences"][0]["a"]["value"] = "here"
    deep = '{"a": ' * 900 + "1" + "}" * 900
    data = json.dumps(made).replace('"here"', deep).encode()
    with pytest.raises(ExportError, match=r"divergences\[0\]\.a\.value: nested too deeply"):
        parse_comparison(data, "x.json")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"schema": NaN}', b"null"]
)
def test_what_is_no_comparison_is_refused_in_a_line(data: bytes) -> None:
    with pytest.raises(ExportError, match=r"^x\.json"):
        parse_comparison(data, "x.json")


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "alma.json"
    file.write_text(render(make_comparison(), "json"), encoding="utf-8")
    assert read_comparison(file).comparison.links == make_comparison().links
    assert read_comparison(file).title is None


@pytest.mark.parametrize("name", [b"dam \xff.txt", b"dam \x1b[31m.txt"])
def test_a_file_whose_name_may_not_reach_the_terminal_can_be_exported_and_opened(
    name: bytes,
) -> None:
    made = make_comparison()
    made = replace(made, a=replace(made.a, path=os.fsdecode(name)))
    path = reopened(document(made)).a.path
    assert path
    assert path.startswith("dam ")
    assert path.isprintable()
