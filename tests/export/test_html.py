from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings

from tests.export.hostile import MARKUP, hostile_comparison
from tests.factories import comparisons, make_article, make_comparison
from tui.export import ExportOptions, render
from tui.model import Comparison, Translation

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """Elements with attributes, the text, and whether every element is closed in its place."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def all(self, name: str) -> list[str]:
        return [
            value or ""
            for _, attributes in self.elements
            for key, value in attributes.items()
            if key == name
        ]


def page(comparison: Comparison, **options: Any) -> Page:
    return Page(render(comparison, "html", ExportOptions(**options)))


@settings(max_examples=30)
@given(comparisons())
def test_any_page_is_well_formed_and_its_links_lead_somewhere(comparison: Comparison) -> None:
    made = page(comparison)
    assert made.open == []
    ids = Counter(made.all("id"))
    assert all(count == 1 for count in ids.values())
    assert {h[1:] for h in made.all("href") if h.startswith("#")} <= set(ids)


@settings(max_examples=30)
@given(comparisons())
def test_every_difference_can_be_linked_to(comparison: Comparison) -> None:
    ids = set(page(comparison).all("id"))
    for number in range(1, len(comparison.differences) + 1):
        assert {f"d{number}", f"t{number}"} <= ids


def test_the_policy_allows_our_style_and_script_and_nothing_else() -> None:
    source = render(make_comparison(), "html")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', source)
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        [content] = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    made = page(make_comparison())
    assert not made.all("src")
    assert not {tag for tag, _ in made.elements} & {"link", "img", "iframe", "object", "embed"}
    assert not made.all("style")


def test_hostile_text_becomes_text_and_no_element_or_attribute() -> None:
    made = page(hostile_comparison())
    plain = page(make_comparison())
    assert {tag for tag, _ in made.elements} <= {tag for tag, _ in plain.elements}
    names = {name for _, attributes in made.elements for name in attributes}
    assert names <= {name for _, attributes in plain.elements for name in attributes}
    assert all(href.startswith(("#", "https://")) for href in made.all("href"))
    for line in MARKUP:
        assert " ".join(line.split()) in made.text
    assert "/secret/" not in made.text


def test_a_difference_tells_its_relation_and_partner_on_hover() -> None:
    tips = page(make_comparison()).all("title")
    assert "conflicts: quantity · B has “vier Metern”" in tips
    assert "conflicts: quantity · A has “3 metres”" in tips
    assert "agrees: place · B has “Sandholm” · B has it at ¶1" in tips


def test_the_languages_of_sentences_and_translations_are_told() -> None:
    made = page(make_comparison())
    by_id = {a["id"]: a for _, a in made.elements if "id" in a}
    assert by_id["a2"]["lang"] == "en"
    assert by_id["b1"]["lang"] == "de"
    translations = [a for t, a in made.elements if t == "p" and a.get("class") == "t"]
    assert [(a["lang"], a["title"]) for a in translations] == [
        ("en", "Translation: memory de-en.tmx")
    ] * 2


def test_right_to_left_text_is_marked_as_such() -> None:
    arabic = make_article(["نص."], lang="ar")
    english = make_article(["Text."])
    comparison = make_comparison(
        arabic, english, [(0, 0)], translations_b={0: Translation("ar", "نص.", "memory")}
    )
    directions = {a["id"]: a.get("dir") for _, a in page(comparison).elements if "id" in a}
    assert (directions["a0"], directions["b0"]) == ("rtl", "ltr")


def test_the_sources_are_told_with_dates_and_fingerprints() -> None:
    comparison = make_comparison()
    made = page(comparison)
    assert "5 March 2024" in made.text
    assert "2024-03-05" in made.all("datetime")
    assert hashlib.sha256(comparison.a.text.encode()).hexdigest() in made.text
    assert "Courier · Sandholm Courier · Ada Moor" in made.text
    assert "German" in made.text


def test_what_was_done_to_read_a_report_is_told_with_its_source() -> None:
    comparison = make_comparison()
    noted = replace(comparison, a=replace(comparison.a, notes=("decoded as <b>",)))
    assert page(noted).text.count("decoded as <b>") == 1
    assert "<dt>Note</dt>" not in render(comparison, "html")


def test_furniture_is_set_aside_and_not_lost() -> None:
    text = page(make_comparison()).text
    assert text.index("Set aside") < text.index("Share this article")


def test_agreements_and_translations_can_be_left_out() -> None:
    classes = page(make_comparison(), agreements=False, translations=False).all("class")
    assert "m agrees" not in classes
    assert "t" not in classes


def test_a_title_of_the_story_heads_the_page() -> None:
    assert "<h1>The Alma</h1>" in render(make_comparison(), "html", ExportOptions(title="The Alma"))


def test_empty_articles_make_a_page() -> None:
    nothing = make_article([])
    assert "None were found." in page(make_comparison(nothing, replace(nothing))).text


def test_a_report_without_a_title_is_called_by_its_label_once() -> None:
    comparison = make_comparison()
    bare = replace(
        comparison.a, title=None, label="Courier", source=None, author=None, published=None
    )
    page = render(replace(comparison, a=bare), "html")
    source = page.partition('<section class="source a">')[2].partition("</section>")[0]
    assert source.count("Courier") == 1
    assert 'class="origin"' not in source
