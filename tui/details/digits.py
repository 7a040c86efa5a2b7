"""Figures with separators: 10.000, 10,000, 10 000, 1,50,000, 7,1."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from tui.details.lexicon import Lexicon

__all__ = ["LONGEST_FIGURE", "read_figure"]

LONGEST_FIGURE = 1_000
"""The most digits that are still a number; above, they are data, not a statement."""

_GROUPING = frozenset("'’٬ \u00a0\u2009\u202f")


def read_figure(text: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a figure in ASCII digits with separators; ``None`` for what is no number.

    Three digits after a lone separator are a group ("10.000" in German, "10,000" in English, and
    "10,000" in German too), unless the separator is the language's decimal sign and the digits are
    not all zero.
    """
    if len(text) > LONGEST_FIGURE:
        return None
    clean = "".join("," if c == "٫" else c for c in text if c not in _GROUPING)
    marks = [c for c in clean if c in ".,"]
    if not marks:
        return Decimal(clean)
    decimal = _decimal_mark(clean, marks, lexicon)
    groups = clean.split(decimal)[0] if decimal else clean
    parts = groups.replace(",", ".").split(".")
    if len(parts) > 1 and not _grouped(parts):
        return None
    whole = "".join(parts)
    fraction = clean.rsplit(decimal, 1)[1] if decimal else ""
    try:
        return Decimal(f"{whole}.{fraction}" if fraction else whole)
    except InvalidOperation:
        return None


def _decimal_mark(clean: str, marks: Sequence[str], lexicon: Lexicon) -> str:
    last = marks[-1]
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 else ""
    if len(marks) > 1:
        return ""
    before, after = clean.split(last)
    if len(after) != 3 or len(before) > 3 or before.startswith("0"):
        return last
    return last if last == lexicon.decimal and last != lexicon.group and after != "000" else ""


def _grouped(parts: Sequence[str]) -> bool:
    """Whether thousands are set apart, or, the Indian way, lakhs and crores (1,50,000)."""
    inner = parts[1:-1]
    if not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return False
    return all(len(p) == 3 for p in inner) or (
        len(parts[0]) <= 2 and all(len(p) == 2 for p in inner)
    )
