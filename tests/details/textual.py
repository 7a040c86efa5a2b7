"""Helpers of the tests of textual kinds: one kind over two sentences."""

from __future__ import annotations

from tui.details.base import ArticleContext, Kind, PairContext
from tui.encode import Encoder
from tui.model import Detail, Divergence, Relation, Side

__all__ = ["compare", "extract", "relations", "texts"]


def extract(kind: Kind, text: str, lang: str = "en", **context: object) -> list[Detail]:
    """The details of one kind in one sentence."""
    return kind.extract(text, ArticleContext(lang, **context))  # type: ignore[arg-type]


def compare(
    kind: Kind, a: str, b: str, langs: str = "en-en", encoder: Encoder | None = None
) -> list[Divergence]:
    """One kind's divergences between two linked sentences."""
    lang_a, lang_b = langs.split("-")
    one, other = ArticleContext(lang_a), ArticleContext(lang_b)
    pair = PairContext(one, other, {0: a}, {0: b}, frozenset({(0, 0)}), encoder)
    sides_a = [Side(0, d) for d in kind.extract(a, one)]
    sides_b = [Side(0, d) for d in kind.extract(b, other)]
    return list(kind.match(sides_a, sides_b, pair))


def texts(divergences: list[Divergence], relation: Relation) -> list[tuple[str, str]]:
    """What stands on both sides of the divergences of one relation."""
    return [
        (d.a.detail.text if d.a else "", d.b.detail.text if d.b else "")
        for d in divergences
        if d.relation is relation
    ]


def relations(divergences: list[Divergence]) -> set[Relation]:
    """The relations found."""
    return {d.relation for d in divergences}
