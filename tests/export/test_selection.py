from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import comparisons, make_article, make_comparison, make_divergence
from tui.export import FORMATS, ExportError, ExportOptions, render
from tui.export.published import parse_comparison
from tui.export.selection import (
    Selection,
    bead_of,
    differing,
    excerpt,
    named_passage,
    places_of,
    selected,
)
from tui.export.view import View
from tui.model import Comparison, DetailKind, Relation, Translation

TEXTS = [f.name for f in FORMATS.values() if f.encoding]


def shown(comparison: Comparison, selection: Selection) -> set[tuple[str, int]]:
    view = View(comparison, ExportOptions(selection=selection))
    return {place for row in view.rows for place in row.primaries}


def test_only_what_differs_leaves_out_the_rest() -> None:
    comparison = make_comparison()
    places = shown(comparison, differing(comparison))
    assert {("a", 2), ("b", 2), ("a", 5), ("b", 1), ("b", 5)} <= places
    assert not {("a", 0), ("a", 6)} & places


def test_reports_that_do_not_differ_have_nothing_of_that_to_export() -> None:
    same = make_article(["One."])
    with pytest.raises(ExportError, match="nothing to export"):
        differing(make_comparison(same, same, [(0, 0)]))


def test_a_passage_goes_with_all_that_is_linked_to_it() -> None:
    a, b = make_article(["1.", "2.", "3."]), make_article(["1.", "2.", "3."])
    comparison = make_comparison(a, b, [(0, 0), (0, 1), (1, 1)])
    assert bead_of(comparison, ("b", 0)).places == {("a", 0), ("a", 1), ("b", 0), ("b", 1)}
    assert bead_of(comparison, ("a", 2)).places == {("a", 2)}


@pytest.mark.parametrize(("name", "place"), [("a5", ("a", 5)), ("B1", ("a", 5)), ("d5", ("b", 1))])
def test_a_passage_is_named_as_the_page_addresses_it(name: str, place: Any) -> None:
    assert place in named_passage(make_comparison(), name).places


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x", "no passage is called"),
        ("\x1b[2J", "no passage is called"),
        ("d0", "no difference 0"),
        ("d9", "there are 5"),
        ("a99", "no sentence 99"),
        ("a7", "no sentence 7"),
    ],
)
def test_a_passage_that_is_not_there_is_told_in_a_line(name: str, words: str) -> None:
    with pytest.raises(ExportError, match=words) as told:
        named_passage(make_comparison(), name)
    assert str(told.value).isprintable()


@pytest.mark.parametrize("format_name", TEXTS)
def test_every_format_keeps_to_the_selection(format_name: str) -> None:
    comparison = make_comparison()
    selection = selected([("a", 5)], "bookmarked passages")
    text = render(comparison, format_name, ExportOptions(selection=selection, width=300))
    assert re.search(r"3[\s\xa0]metres|3&#160;metres", text)
    for absent in ("64 people", "Diese Woche", "Versicherung", "Share this article"):
        assert absent not in text


@pytest.mark.parametrize("format_name", ["html", "markdown", "text"])
def test_an_excerpt_says_that_it_is_one(format_name: str) -> None:
    comparison = make_comparison()
    options = ExportOptions(selection=differing(comparison), width=200)
    assert "This excerpt has only passages that differ." in render(comparison, format_name, options)


def test_the_differences_of_an_excerpt_are_numbered_from_one() -> None:
    options = ExportOptions(selection=selected([("a", 5)], "x"))
    [row] = csv.DictReader(io.StringIO(render(make_comparison(), "csv", options)))
    assert (row["number"], row["a_text"]) == ("1", "3 metres")


@settings(max_examples=30)
@given(comparisons(), st.data())
def test_an_excerpt_is_a_whole_comparison_of_its_own(comparison: Comparison, data: Any) -> None:
    rows = View(comparison).rows
    chosen = data.draw(st.lists(st.sampled_from(rows))) if rows else []
    places = frozenset(place for row in chosen for place in row.primaries)
    made = excerpt(comparison, places)
    for article, which in ((made.a, "a"), (made.b, "b")):
        original = comparison.a if which == "a" else comparison.b
        kept = [original.sentences[n] for w, n in sorted(places) if w == which]
        assert [s.text for s in article.sentences] == [s.text for s in kept]
        for sentence, before in zip(article.sentences, kept, strict=True):
            assert article.text[sentence.start : sentence.end] == sentence.text
            assert (
                article.paragraph_numbers[sentence.block]
                == original.paragraph_numbers[before.block]
            )
    parse_comparison(render(made, "json").encode(), "x.json")


@pytest.mark.parametrize("format_name", TEXTS)
def test_an_anonymous_export_names_no_source(format_name: str) -> None:
    options = ExportOptions(title="Alma, Courier", anonymous=True, width=300)
    text = render(make_comparison(), format_name, options)
    for name in ("Courier", "Küstenblatt", "Moor", "example.org", "courier.txt"):
        assert name not in text
    assert not re.search(r"[0-9a-f]{64}", text)


@pytest.mark.parametrize("format_name", TEXTS)
def test_the_reports_can_change_places(format_name: str) -> None:
    comparison = make_comparison()
    selection = selected([("b", 5)], "x")
    swapped = ExportOptions(swapped=True, selection=selection)
    before = ExportOptions(selection=selected([("a", 5)], "x"))
    undated = re.compile(r'creationdate="\w+"')
    texts = [
        render(comparison, format_name, swapped),
        render(comparison.transposed(), format_name, before),
    ]
    assert undated.sub("", texts[0]) == undated.sub("", texts[1])


def test_json_of_a_selection_holds_no_more_text_than_it() -> None:
    options = ExportOptions(selection=selected([("a", 5)], "x"))
    made = json.loads(render(make_comparison(), "json", options))
    assert made["a"]["text"] == "Divers found a crack of 3 metres in the hull."
    assert made["links"] == [{"a": 0, "b": 0, "score": 0.71}]
    assert len(made["divergences"]) == 1


def crossed() -> Comparison:
    """A0 and A2 match B0; what A1 says is in B2, which matches A3."""
    a = make_article(["Two died.", "It was Monday.", "Three died.", "They met."], id="a")
    b = make_article(["Four died.", "It rained.", "They met on Monday."], id="b")
    conflict = make_divergence(
        a, b, DetailKind.NUMBER, Relation.CONFLICTS, in_a=(2, "Three"), in_b=(0, "Four")
    )
    moved = make_divergence(
        a,
        b,
        DetailKind.DATE,
        Relation.CONFLICTS,
        in_a=(1, "Monday"),
        in_b=(2, "Monday"),
        elsewhere=True,
    )
    return make_comparison(a, b, [(0, 0), (2, 0), (3, 2)], [conflict, moved])


@pytest.mark.parametrize("name", ["d1", "d2"])
@pytest.mark.parametrize("swapped", [False, True])
def test_an_excerpt_holds_both_sides_of_the_difference_it_is_about(
    name: str, *, swapped: bool
) -> None:
    comparison = crossed()
    options = ExportOptions(selection=named_passage(comparison, name), swapped=swapped)
    wanted = {"d1": "Monday", "d2": "Three"}[name]
    found = json.loads(render(comparison, "json", options))["divergences"]
    assert wanted in [d["b" if swapped else "a"]["text"] for d in found]


@pytest.mark.parametrize("place", [("a", 1), ("a", 2), ("b", 0), ("b", 2)])
def test_a_chosen_sentence_brings_what_its_differences_are_about(place: Any) -> None:
    comparison = crossed()
    options = ExportOptions(selection=selected([place], "x"))
    told = View(comparison, options).differences
    assert [place in places_of(d.divergence) for d in told] == [True]


@pytest.mark.parametrize("format_name", TEXTS)
def test_an_anonymous_export_names_no_memory_and_no_host(format_name: str) -> None:
    told = {
        0: Translation("de", "Eins.", "memory: courier-archive.tmx", 0.95),
        1: Translation("de", "Zwei.", "LibreTranslate (mt.courier.example:5000)", doubts=("x",)),
    }
    article = make_article(["One.", "Two."])
    comparison = make_comparison(article, article, [(0, 0), (1, 1)], translations_a=told)
    named, anonymous = (
        render(comparison, format_name, ExportOptions(anonymous=anonymous, width=300))
        for anonymous in (False, True)
    )
    assert "courier" not in anonymous
    # What made it is still told where it was.
    assert ("memory" in named) == ("memory" in anonymous)


@pytest.mark.parametrize("format_name", TEXTS)
def test_an_anonymous_export_quotes_no_sentence_of_a_memory(format_name: str) -> None:
    doubts = ("made for a sentence with “Courier”, not “one”", "seems to add “eins”")
    told = {0: Translation("de", "Eins.", "memory: x.tmx", 0.9, doubts)}
    article = make_article(["One."])
    comparison = make_comparison(article, article, [(0, 0)], translations_a=told)
    named, anonymous = (
        render(comparison, format_name, ExportOptions(anonymous=anonymous, width=300))
        for anonymous in (False, True)
    )
    assert "Courier" not in anonymous
    # What is in the report or its translation anyway is still quoted.
    assert ("“eins”" in named) == ("“eins”" in anonymous)


@pytest.mark.parametrize("format_name", ["text", "markdown", "unified"])
def test_a_head_has_the_day_and_not_the_moment(format_name: str) -> None:
    article = make_article(["One."], published="2025-11-03T10:15:00+00:00")
    made = render(make_comparison(article, article, [(0, 0)]), format_name)
    assert "2025-11-03" in made.replace("\\", "")
    assert "10:15" not in made


@settings(max_examples=60)
@given(comparisons(), st.data())
def test_an_excerpt_points_at_nothing_that_it_leaves_out(comparison: Comparison, data: Any) -> None:
    content = [("a", s.index) for s in comparison.a.content]
    content += [("b", s.index) for s in comparison.b.content]
    if not content:
        return
    chosen = data.draw(st.lists(st.sampled_from(content), min_size=1))
    options = ExportOptions(selection=selected(chosen, "x"))
    page = render(comparison, "html", options)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'\bid="([^"]+)"', page))
    published = json.loads(render(comparison, "json", options))["divergences"]
    differing = [d for d in published if d["relation"] != "agrees"]
    assert len(differing) == len(View(comparison, options).differences)
