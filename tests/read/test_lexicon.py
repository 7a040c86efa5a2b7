"""The data files: complete enough to be used, and saying nothing twice."""

from __future__ import annotations

import pytest

from tui.data import languages, load
from tui.read.lexicon import key, lexicon, sentence_rules


def test_the_main_languages_have_data() -> None:
    assert {"en", "de", "fr", "es", "it", "pt", "nl"} <= set(languages("read"))


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr"])
def test_a_language_names_its_twelve_months_in_order(lang: str) -> None:
    months = load(f"read/{lang}")["dates"]["months"]
    assert len(months) == 12
    assert all(lexicon().months[n] == i for i, names in enumerate(months, 1) for n in names)


@pytest.mark.parametrize("lang", languages("read"))
def test_no_list_has_an_entry_twice(lang: str) -> None:
    for section in load(f"read/{lang}").values():
        for name, value in section.items():
            if name != "months" and not isinstance(value, bool):
                entries = value.splitlines() if isinstance(value, str) else value
                assert len(entries) == len(set(entries)), name


def test_abbreviations_end_in_a_full_stop() -> None:
    for lang in languages("read"):
        rules = sentence_rules(lang)
        for entry in rules.abbreviations | rules.before_numbers | rules.may_end:
            assert entry.endswith("."), (lang, entry)


def test_a_language_without_data_knows_the_abbreviations_others_share() -> None:
    assert "Dr." in sentence_rules("sv").abbreviations
    assert "Mlle." not in sentence_rules("sv").abbreviations


def test_case_digits_and_punctuation_do_not_matter_for_a_label() -> None:
    assert key("  3 COMMENTS: ") == key("comments") == "comments"
