"""What relations and kinds of detail are called, for the screen and every export alike.

Glyph and words carry what colour does, so nothing depends on seeing the colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui.model import (
    SIDES,
    Comparison,
    DetailKind,
    Divergence,
    Relation,
    Translation,
    Which,
    other,
)

__all__ = [
    "EVIDENCE",
    "KINDS",
    "RELATIONS",
    "SEVERITY",
    "RelationWords",
    "credit",
    "detail_place",
    "glyph",
    "plain",
    "remark",
]


class RelationWords(NamedTuple):
    """How one relation is written: a one-cell glyph, its ASCII stand-in, and words."""

    glyph: str
    ascii: str
    label: str
    """One word or two, for a column or a legend: "conflicts"."""
    sentence: str
    """What it means, as a short plain sentence: "A and B cannot both be right"."""


RELATIONS: Mapping[Relation, RelationWords] = MappingProxyType(
    {
        Relation.CONFLICTS: RelationWords("≠", "!", "conflicts", "A and B cannot both be right"),
        Relation.IMPRECISE: RelationWords("≈", "?", "imprecise", "one of the two is vaguer"),
        Relation.REWORDED: RelationWords("~", "~", "reworded", "the same in other words"),
        Relation.ONLY_A: RelationWords("+", "+", "only in A", "only in A"),
        Relation.ONLY_B: RelationWords("+", "+", "only in B", "only in B"),
        Relation.AGREES: RelationWords("=", "=", "agrees", "A and B say the same"),
    }
)
"""The words of each relation, gravest first: the order of legends, counts and severity."""

SEVERITY: Mapping[Relation, int] = MappingProxyType(
    {relation: rank for rank, relation in enumerate(RELATIONS)}
)
"""The rank of a relation, 0 for the gravest; what decides which of two marks is seen."""

KINDS: Mapping[DetailKind, str] = MappingProxyType(
    {
        DetailKind.NUMBER: "number",
        DetailKind.QUANTITY: "quantity",
        DetailKind.MONEY: "money",
        DetailKind.PERCENT: "percentage",
        DetailKind.DATE: "date",
        DetailKind.TIME: "time",
        DetailKind.PERSON: "person",
        DetailKind.ORGANISATION: "organisation",
        DetailKind.PLACE: "place",
        DetailKind.QUOTATION: "quotation",
        DetailKind.ATTRIBUTION: "who says so",
        DetailKind.CERTAINTY: "certainty",
        DetailKind.NEGATION: "negation",
        DetailKind.WORDING: "wording",
    }
)
"""What a reader calls each kind of detail."""


EVIDENCE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "meaning": ("alike in meaning", "not much alike in meaning"),
        "standing out": ("nearer than any sentence around", "others are as near"),
        "words": ("the same telling words", "few telling words in common"),
        "names": ("the same names", "other names"),
        "figures": ("the same figures", "no figure in common"),
        "topic": ("alike beyond the common topic", "alike in the topic alone"),
        "context": ("their neighbours are alike too", "their neighbours are not alike"),
        "place": ("at like places in their reports", "they stand far apart"),
        "length": ("of like length", "of unlike length"),
        "articles": ("reports that are much alike", "reports that are little alike"),
    }
)
"""What each kind of evidence for a link is called when it speaks for the link, and against it."""


def glyph(relation: Relation, *, ascii_only: bool = False) -> str:
    """The one-cell sign of a relation."""
    words = RELATIONS[relation]
    return words.ascii if ascii_only else words.glyph


def detail_place(comparison: Comparison, divergence: Divergence, which: Which) -> str:
    """Where one side of a divergence stands, as "¶7": its paragraph, counted from 1.

    Empty where that side has nothing, or stands outside the report's own paragraphs.
    """
    side = divergence.side(which)
    if side is None:
        return ""
    article = comparison.article(which)
    number = article.paragraph_numbers[article.sentences[side.sentence].block]
    return f"¶{number}" if number else ""


def plain(comparison: Comparison, divergence: Divergence, seen_from: Which | None = None) -> str:
    """A divergence in a few plain words: "B is vaguer", "only in A", "B has it at ¶7".

    Args:
        comparison: The comparison the divergence is of; it knows the paragraphs.
        divergence: What to put in words.
        seen_from: The side whose sentence is being read; ``None`` for a table of both.
    """
    words = divergence.note or RELATIONS[divergence.relation].sentence
    if not divergence.elsewhere:
        return words
    places = {which: detail_place(comparison, divergence, which) for which in SIDES}
    if seen_from is None:
        where = "elsewhere: " + ", ".join(
            f"{which.upper()} {place}".rstrip() for which, place in places.items()
        )
    else:
        across = other(seen_from)
        where = f"{across.upper()} has it at {places[across] or 'another place'}"
    return where if divergence.relation is Relation.AGREES else f"{words} · {where}"


def credit(translation: Translation) -> str:
    """Where a translation comes from: "memory: de-en.tmx 96 %" where a memory has it but nearly."""
    if translation.match >= 1.0:
        return translation.origin
    # Rounded down, for what is nearly the same is never told as 100 %.
    return f"{translation.origin} {int(translation.match * 100)} %"


def remark(translation: Translation) -> str:
    """What a reader should know before relying on a translation; empty if nothing is in doubt."""
    if translation.match >= 1.0 and not translation.doubts:
        return ""
    return ": ".join(filter(None, (credit(translation), "; ".join(translation.doubts))))
