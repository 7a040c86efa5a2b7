"""Every language's data file is complete and means the same as the others."""

from __future__ import annotations

import pytest

from tui.data import languages, load
from tui.details.lexicon import lexicon
from tui.details.numbers import plain, read_numeral
from tui.details.tokens import tokenize
from tui.details.units import measures

LANGUAGES = languages("details")
FULL = [lang for lang in LANGUAGES if load(f"details/{lang}").get("coverage") != "basic"]
TABLES = {
    "": [
        "numbers", "bounds", "approximate", "ranges", "percent", "units", "currencies", "dates",
        "times", "labels", "scores", "context", "events", "things", "measures",
    ],
    "numbers": ["decimal", "group", "words", "scales", "ordinals", "shares", "parts", "vague"],
    "bounds": ["at_least", "more_than", "at_most", "less_than"],
    "approximate": ["about", "below"],
    "ranges": ["between", "to"],
    "percent": ["words", "points"],
    "dates": ["months", "weekdays", "order", "parts", "seasons", "relative", "ago", "periods"],
    "times": ["am", "pm", "words", "near"],
    "context": ["conjunctions", "function"],
}  # fmt: skip


def test_the_languages_promised_in_full_have_files() -> None:
    assert {"en", "de", "es", "fr"} <= set(FULL)


@pytest.mark.parametrize("lang", FULL)
def test_no_table_is_missing(lang: str) -> None:
    raw = load(f"details/{lang}")
    for table, names in TABLES.items():
        known = raw[table] if table else raw
        assert not set(names) - set(known), table
        assert all(known[name] for name in names if name != "points"), table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_and_weekdays_are_whole(lang: str) -> None:
    dates = load(f"details/{lang}")["dates"]
    assert len(dates["months"]) == 12
    assert len(dates["weekdays"]) == 7


@pytest.mark.parametrize("lang", FULL)
def test_notions_have_the_names_of_the_english_file(lang: str) -> None:
    english, raw = load("details/en"), load(f"details/{lang}")
    for table in ("events", "things", "measures", "labels"):
        assert set(raw[table]) <= set(english[table]), table
    assert set(english["events"]) == set(raw["events"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notions_are_told_by_single_words(lang: str) -> None:
    raw = load(f"details/{lang}")
    for table in ("events", "things", "measures"):
        for words in raw.get(table, {}).values():
            assert not [word for word in words if " " in word]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_unit_is_one_the_program_knows(lang: str) -> None:
    raw = load(f"details/{lang}")
    uncountable = {"age", "times", "magnitude", "degree", "barrel", "storey", "pp", "%", ""}
    named = {*raw.get("units", {}), *(unit for _, unit in raw.get("half_units", {}).values())}
    assert not named - set(measures()) - uncountable


@pytest.mark.parametrize("lang", FULL)
def test_each_number_word_is_read_as_its_value(lang: str) -> None:
    known = lexicon(lang)
    for word, value in load(f"details/{lang}")["numbers"]["words"].items():
        numeral = read_numeral(tokenize(word), 0, known)
        assert numeral is not None, word
        assert plain(numeral.value) == value, word
