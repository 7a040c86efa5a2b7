"""Differences are claimed only of what a language's lexicons can be read for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tui.data import languages, load
from tui.details import compare_sentences
from tui.details.coverage import covers, untold
from tui.model import DetailKind, Relation


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "it", "nl"])
def test_the_languages_with_full_lexicons_are_covered(lang: str) -> None:
    assert all(covers(lang, kind, only=True) for kind in DetailKind)


def test_coverage_speaks_of_kinds_and_tables_there_are() -> None:
    for kinds in load("coverage").values():
        for kind, tables in kinds.items():
            assert kind in set(DetailKind)
            for table in tables:
                area, *path = table.split(".")
                assert area in {"details", "lexicon"}
                assert _has(load(f"{area}/en"), path), table


def test_a_language_without_lexicons_yields_figures_alone() -> None:
    assert "sv" not in languages("lexicon")
    assert not {DetailKind.NUMBER, DetailKind.MONEY, DetailKind.DATE} & set(untold("sv"))
    english = "Nobody was hurt, police said; 14 fled."
    swedish = "Polisen: ingen skadades, 15 flydde."
    assert set(_differing(english, swedish, "sv")) == {DetailKind.NUMBER}


def _differing(english: str, other: str, lang: str) -> Iterator[DetailKind]:
    for found in compare_sentences(english, other, lang_a="en", lang_b=lang):
        if found.relation is not Relation.AGREES:
            yield found.kind


def _has(table: Mapping[str, Any], path: list[str]) -> bool:
    for name in path:
        table = table.get(name, {})
    return bool(table)
