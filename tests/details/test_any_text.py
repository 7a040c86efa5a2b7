"""Whatever stands in a text, in whatever order, is compared without an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.details.textual import OddOnes
from tui.data import languages, load
from tui.details import compare_sentences
from tui.details.base import ArticleContext
from tui.details.figures import find
from tui.export.json import plain_value
from tui.model import Relation
from tui.store.codec import from_json, to_json

LANGUAGES = languages("details")
FIGURES = [
    "2", "7", "130", "120", "1.000", "3,5", "14.30", "5:40", "50 %", "£3m", "1/2", "2-3", "2027",
    "0", "II", "1,000,000", "10^400", "6.7", "½", "٣٤", "三",
]  # fmt: skip
JOINTS = [" ", " ", " ", ", ", ". ", ": ", "; ", "-", " – ", " “", "” ", " (", ") ", "'s "]


def phrases(value: object) -> Iterator[str]:
    """All that a lexicon has words for."""
    match value:
        case str():
            yield value.replace("*", "")
        case list():
            for item in value:
                yield from phrases(item)
        case dict():
            for key, item in value.items():
                yield key
                yield from phrases(item)


KNOWN = {
    lang: sorted({phrase for phrase in phrases(dict(load(f"details/{lang}"))) if len(phrase) < 60})
    for lang in LANGUAGES
}


@st.composite
def sentences(draw: st.DrawFn, lang: str) -> str:
    """Phrases and figures in a row."""
    parts = st.sampled_from(KNOWN[lang]) | st.sampled_from(FIGURES)
    row = draw(st.lists(st.tuples(parts, st.sampled_from(JOINTS)), min_size=1, max_size=8))
    return "".join(part + joint for part, joint in row)


@st.composite
def sentence_pairs(draw: st.DrawFn) -> tuple[str, str, str, str]:
    lang_a, lang_b = draw(st.sampled_from(LANGUAGES)), draw(st.sampled_from(LANGUAGES))
    return draw(sentences(lang_a)), draw(sentences(lang_b)), lang_a, lang_b


@settings(max_examples=150, deadline=None)
@given(sentence_pairs())
def test_known_phrases_and_figures_in_any_order_are_compared(
    pair: tuple[str, str, str, str],
) -> None:
    a, b, lang_a, lang_b = pair
    found = compare_sentences(a, b, lang_a=lang_a, lang_b=lang_b, encoder=OddOnes("2", "a"))
    assert from_json(to_json(tuple(found))) == tuple(found), "it can be kept"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_phrase_may_end_a_sentence_or_stand_about_a_figure(lang: str) -> None:
    published = ArticleContext(lang).published
    for phrase in KNOWN[lang]:
        find(phrase, lang, published)
        find(f"7 {phrase} 12", lang, published)


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("Ein Limit von 130 Kilometern pro Stunde kommt.", "Tempo 120 kommt.", "de"),
        ("Rivals come out on top", "The rivals won", "en"),
    ],
)
def test_units_named_before_and_ranks_without_a_number_are_compared(
    a: str, b: str, lang: str
) -> None:
    compare_sentences(a, b, lang_a=lang, lang_b=lang)
    compare_sentences(b, a, lang_a=lang, lang_b=lang)


def test_words_that_exclude_each_other_have_a_value_that_can_be_kept_and_published() -> None:
    a, b = "The ferry hit a bridge on Monday.", "The submarine hit a bridge on Monday."
    found = compare_sentences(a, b, lang_a="en", lang_b="en", encoder=OddOnes("x"))
    (told,) = (d for d in found if d.relation is Relation.CONFLICTS and d.a)
    assert from_json(to_json(told)) == told
    assert told.a
    assert plain_value(told.a.detail.value) == {"group": "vessel", "concept": "ferry"}
