"""Lexicons are loaded ahead, and nothing else comes of it."""

from __future__ import annotations

import pickle
from dataclasses import fields

import pytest

from tui.details.ahead import prepare
from tui.details.compare import compare_linked
from tui.details.phrases import PhraseTable
from tui.details.vocabulary import vocabulary
from tui.details.words import words
from tui.model import Article, Link
from tui.read import read_text

OPENINGS = (
    "The ferry left Dover on Monday.",
    "Ms Baker said that 40 people had been hurt.",
    "No train had been late.",
)


def report(opening: str) -> Article:
    return read_text(f"{opening} {' '.join(OPENINGS)}".encode(), id="report", lang="en")


def test_what_was_made_ready_is_not_loaded_again() -> None:
    a, b = report("The bus was full."), report("The bus was empty.")
    vocabulary.cache_clear()
    prepare(["en"])
    loaded = vocabulary.cache_info().misses
    assert loaded
    compare_linked(a, b, [Link(0, 0, 1.0)])
    assert vocabulary.cache_info().misses == loaded


def test_a_language_without_lexicons_is_made_ready_like_any_other() -> None:
    prepare(["xx", "und"])


@pytest.mark.parametrize("lang", ["en", "de", "ja"])
def test_a_lexicon_that_was_kept_finds_what_it_found(lang: str) -> None:
    made = vocabulary(lang)
    kept = pickle.loads(pickle.dumps(made))
    names = [name for forms in made.forms.values() for name in forms][:300]
    sentence = words(" ".join((*OPENINGS, *sorted(made.small_words), *names)))
    found = 0
    for field in fields(made):
        own, other = getattr(made, field.name), getattr(kept, field.name)
        if isinstance(own, PhraseTable):
            assert other.find(sentence) == own.find(sentence)
            found += len(own.find(sentence))
        else:
            assert other == own
    assert found > 100
