"""What two names in their linked sentences have in common: the measures that roles rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.meaning import cosine, cosines
from tui.details.mentions import has_any
from tui.details.name_surroundings import FIRM, are_comparable
from tui.details.placed_name import PlacedName
from tui.details.surroundings import closeness
from tui.details.weighing import NOUNS
from tui.details.word_match import word_match
from tui.model import DetailKind

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["NamePair", "Unpaired"]

TRANSLATION = 0.55
"""Cosine from which a word of another language may translate one that is hardly a name."""


class Unpaired:
    """The names of both sides of a bead that are not one, and what is known of the reports."""

    def __init__(
        self, a: Sequence[PlacedName], b: Sequence[PlacedName], context: PairContext
    ) -> None:
        """Take the names of both sides that have no counterpart."""
        self.a, self.b = a, b
        self.linked = context.links
        self.encoder: Encoder | None = context.encoder
        self.across = context.a.lang != context.b.lang
        self.lang_a, self.lang_b = context.a.lang, context.b.lang
        self.words_a = context.a.words or ArticleWords.of(context.sentences_a.values(), self.lang_a)
        self.words_b = context.b.words or ArticleWords.of(context.sentences_b.values(), self.lang_b)
        self._contexts: dict[tuple[str, str], float] = {}
        self._rivals: dict[tuple[int, int, int, float], int] = {}

    def rivals(self, x: PlacedName, y: PlacedName) -> int:
        """How many names of their two sentences may answer either, each other included."""
        least = min(FIRM, x.name.evidence, y.name.evidence)
        return self._comparable(self.a, x.side.sentence, y, least) + self._comparable(
            self.b, y.side.sentence, x, least
        )

    def _comparable(
        self, names: Sequence[PlacedName], sentence: int, other: PlacedName, least: float
    ) -> int:
        key = (id(names), id(other), sentence, least)
        if key not in self._rivals:
            self._rivals[key] = sum(
                p.side.sentence == sentence
                and p.name.evidence >= least
                and are_comparable(p, other)
                for p in names
            )
        return self._rivals[key]

    def context(self, x: PlacedName, y: PlacedName) -> float:
        """How near what is around two comparable names is in meaning.

        Without an encoder, how much the two sentences have in common.
        """
        if self.encoder is None:
            return closeness(x.text, y.text, x.lang, y.lang)
        if not self._contexts:
            rows, columns = self._comparable_clauses
            for row, near in zip(rows, cosines(rows, columns, self.encoder).tolist(), strict=True):
                self._contexts.update(zip(((row, c) for c in columns), near, strict=True))
        return self._contexts[x.around, y.around]

    @cached_property
    def _comparable_clauses(self) -> tuple[list[str], list[str]]:
        """What is around the names of A, and of B, to which the other side has comparable ones."""
        one = {p.around for p in self.a if any(are_comparable(p, q) for q in self.b)}
        other = {q.around for q in self.b if any(are_comparable(p, q) for p in self.a)}
        return sorted(one), sorted(other)


@dataclass(frozen=True)
class NamePair:
    """A name of A and one of B, each measured when it is first asked for."""

    x: PlacedName
    y: PlacedName
    others: Unpaired

    @property
    def across(self) -> bool:
        """Whether the reports are in two languages."""
        return self.others.across

    @property
    def are_linked(self) -> bool:
        """Whether the very sentences are linked, not only of one bead."""
        links = self.others.linked
        return not links or (self.x.side.sentence, self.y.side.sentence) in links

    @property
    def is_word(self) -> bool:
        """Whether one of them is hardly a name, but words that the other sentence translates."""
        return self.across and (
            self._translates(self.x, self.y) or self._translates(self.y, self.x)
        )

    def _translates(self, doubtful: PlacedName, other: PlacedName) -> bool:
        """Whether every word of a name that two nouns may be, or one, has a translation."""
        sure = doubtful.name.evidence > NOUNS or doubtful.kind is DetailKind.PLACE
        if sure or self.others.encoder is None:
            return False
        places = range(doubtful.first, doubtful.last + 1)
        match = word_match(
            doubtful.text, other.text, doubtful.lang, other.lang, self.others.encoder
        )
        near = match.best(places, list(match.columns))
        return bool(near.size and (near.max(axis=1) >= TRANSLATION).all())

    @cached_property
    def near(self) -> float:
        """How much two sentences say the same; of two languages the encoder knows it best."""
        x, y = self.x, self.y
        near = closeness(x.text, y.text, x.lang, y.lang)
        if not self.across or self.others.encoder is None:
            return near
        return max(near, cosine(x.text, y.text, self.others.encoder))

    @cached_property
    def context(self) -> float:
        """How near the clauses of the names are in meaning, the names themselves left out."""
        return self.others.context(self.x, self.y)

    @property
    def links(self) -> int:
        """How many sentences the two sentences are linked to, each other aside."""
        x, y = self.x.side.sentence, self.y.side.sentence
        return sum((i == x) != (j == y) for i, j in self.others.linked)

    @cached_property
    def alone(self) -> float:
        """1 if they are the only unpaired names of their kind, less if others compete."""
        return 2.0 / max(2, self.others.rivals(self.x, self.y))

    @cached_property
    def is_x_given(self) -> bool:
        """Whether B has A's name anywhere, in any form."""
        return has_any(self.x, self.others.words_b, self.others.lang_b)

    @cached_property
    def is_y_given(self) -> bool:
        """Whether A has B's name anywhere, in any form."""
        return has_any(self.y, self.others.words_a, self.others.lang_a)
