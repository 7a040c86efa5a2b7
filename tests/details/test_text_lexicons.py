"""Every language's lexicon is complete, and its phrases can be found."""

from __future__ import annotations

from typing import Any

import pytest

from tui.data import languages, load
from tui.details.vocabulary import vocabulary

LANGUAGES = languages("lexicon")
TABLES = ("names", "reporting", "attribution", "certainty", "negation")


def shape(lang: str) -> set[str]:
    raw: Any = load(f"lexicon/{lang}")
    return set(raw) | {f"{table}.{key}" for table in TABLES for key in raw[table]}


def test_the_languages_of_the_encoder_have_a_lexicon() -> None:
    assert {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl"} <= set(LANGUAGES)
    assert {"pl", "pt", "ru", "th", "tr", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lexicon_has_the_tables_of_the_english_one(lang: str) -> None:
    english = {key for key in shape("en") if "." in key or key in {*TABLES, "function_words"}}
    assert english <= shape(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lexicon_words_are_lower_case_unless_they_are_acronyms(lang: str) -> None:
    for table, groups in load(f"lexicon/{lang}").items():
        if table in {"places", "organisations"} or not isinstance(groups, dict):
            continue
        for key, words in groups.items():
            if isinstance(words, list):
                assert all(word == word.casefold() or "ß" in word for word in words), (table, key)


@pytest.mark.parametrize("lang", languages("opposites"))
def test_a_pair_of_opposites_has_two_poles_and_a_shared_name(lang: str) -> None:
    english = set(load("opposites/en")["pairs"])
    for pair, poles in load(f"opposites/{lang}")["pairs"].items():
        assert len(poles) == 2, pair
        assert all(poles), pair
        assert pair in english, f"{lang} names a pair that no other language can answer: {pair}"


def test_decisive_pairs_exist() -> None:
    assert set(load("opposites/pairs")["decisive"]) <= set(load("opposites/en")["pairs"])


def test_pairs_of_qualities_exist() -> None:
    assert set(load("opposites/pairs")["qualities"]) <= set(load("opposites/en")["pairs"])


def test_an_unknown_language_has_empty_tables() -> None:
    assert vocabulary("xx").determiners == frozenset()
