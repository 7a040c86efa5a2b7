"""Lexicons are loaded ahead, and nothing else comes of it."""

from __future__ import annotations

from tui.details.ahead import prepare
from tui.details.compare import compare_linked
from tui.details.vocabulary import vocabulary
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
