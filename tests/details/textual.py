"""Helpers of the tests of textual kinds: one kind over two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.details.base import ArticleContext, Kind, PairContext
from tui.encode import Encoder
from tui.model import Detail, Divergence, Relation, Side

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["OddOnes", "compare", "extract", "relations", "texts"]


class OddOnes:
    """An encoder to which every text is alike but those that have one of some words."""

    name = "odd ones"
    dimensions = 2
    languages = frozenset({"en", "de"})

    def __init__(self, *odd: str) -> None:
        self.odd = odd

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        odd = [any(word in text for word in self.odd) for text in texts]
        return np.array([[not o, o] for o in odd], dtype=np.float32)


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
