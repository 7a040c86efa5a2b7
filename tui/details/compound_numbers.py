"""Numbers that a language writes as one word: "achtzehnhundert", "duemila", "zweitägig"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["compound_parts", "compound_pattern"]


def compound_parts(numbers: Mapping[str, Any]) -> dict[str, int | float]:
    """The morphemes of languages that write a number as one word (achtzehnhundert, duemila)."""
    if not numbers.get("compound"):
        return {}
    known: dict[str, int | float] = {**numbers.get("words", {}), **numbers.get("scales", {})}
    return {word: value for word, value in known.items() if value <= 1_000}


def compound_pattern(
    numbers: Mapping[str, Any], parts: Mapping[str, int | float]
) -> re.Pattern[str] | None:
    """What a word that is a number looks like, ``None`` in a language that writes none as one.

    Args:
        numbers: The ``[numbers]`` table of a data file.
        parts: Its morphemes, of :func:`compound_parts`.
    """
    if not parts:
        return None
    ordinals = numbers.get("compound_ordinals", ())
    joiner = "|".join(map(re.escape, numbers.get("and", ())))
    word = "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))
    ending = "|".join(map(re.escape, sorted(ordinals, key=len, reverse=True))) or "(?!)"
    units = numbers.get("compound_units", {})
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True))) or "(?!)"
    return re.compile(
        rf"(?P<number>(?:(?:{joiner})?(?:{word})){{1,8}}?)"
        rf"(?:(?P<ordinal>{ending})|(?P<unit>{unit})(?P<inflection>\w{{0,3}}))?"
    )
