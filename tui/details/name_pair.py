"""What two names in their linked sentences have in common: the measures that roles rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.details.article_words import ArticleWords
from tui.details.base import PairContext
from tui.details.meaning import cosine
from tui.details.mentions import has_any
from tui.details.name_surroundings import CANDIDATE, FIRM, are_comparable, around_names
from tui.details.placed_name import PlacedName
from tui.details.surroundings import closeness

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["NamePair", "Unpaired"]

RETOLD = 0.6
"""The cosine from which a sentence states the same as another of its language."""


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

    @cached_property
    def near(self) -> float:
        """How much two sentences say the same; of two languages the encoder knows it best."""
        x, y = self.x, self.y
        near = closeness(x.text, y.text, x.lang, y.lang)
        if not self.across or self.others.encoder is None:
            return near
        return max(near, cosine(x.text, y.text, self.others.encoder))

    @cached_property
    def around(self) -> float:
        """In one language, whether the words on both sides of the names are the same."""
        return 0.0 if self.across else around_names(self.x, self.y)

    @cached_property
    def alone(self) -> float:
        """1 if they are the only unpaired names of their kind, less if others compete."""
        x, y = self.x, self.y
        least = min(FIRM, x.name.evidence, y.name.evidence)
        rivals_a = sum(
            are_comparable(p, y) and p.side.sentence == x.side.sentence
            for p in self.others.a
            if p.name.evidence >= least
        )
        rivals_b = sum(
            are_comparable(x, p) and p.side.sentence == y.side.sentence
            for p in self.others.b
            if p.name.evidence >= least
        )
        return 2.0 / max(2, rivals_a + rivals_b)

    @cached_property
    def is_x_given(self) -> bool:
        """Whether B has A's name anywhere, in any form."""
        return has_any(self.x, self.others.words_b, self.others.lang_b)

    @cached_property
    def is_y_given(self) -> bool:
        """Whether A has B's name anywhere, in any form."""
        return has_any(self.y, self.others.words_a, self.others.lang_a)

    @property
    def is_given(self) -> bool:
        """Whether either report has the other's name in any form."""
        return self.is_x_given or self.is_y_given

    @property
    def competitors(self) -> list[PlacedName]:
        """The unpaired candidates of the two sentences, these two among them."""
        return [
            place
            for left, one in ((self.others.a, self.x), (self.others.b, self.y))
            for place in left
            if place.side.sentence == one.side.sentence
        ]

    @cached_property
    def are_last(self) -> bool:
        """Whether no other candidate of the two sentences is unpaired."""
        return sum(place.name.evidence >= CANDIDATE for place in self.competitors) == 2

    @cached_property
    def is_retold(self) -> bool:
        """Whether one sentence states the other's statement, as far as an encoder can tell."""
        encoder = self.others.encoder
        return encoder is not None and cosine(self.x.text, self.y.text, encoder) >= RETOLD
