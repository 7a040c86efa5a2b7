"""The styles of the spread, taken from the theme once and combined while painting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.segment import Segment
from rich.style import Style

from tui.model import Relation

__all__ = ["COMPONENTS", "Inks"]

_NAMES = (
    "text",
    "title",
    "heading",
    "furniture",
    "echo",
    "translation",
    "void",
    "group",
    "current",
    "match",
    "bar",
    "match-bar",
    "conflicts",
    "imprecise",
    "reworded",
    "only",
    "agrees",
    "selected",
    "found",
    "wire",
    "strong-wire",
    "rule",
    "strong-rule",
    "label",
    "strong-label",
    "facts",
    "note",
    "track",
    "thumb",
    "brand",
    "story",
    "busy",
    "key",
    "does",
    "kind",
)

COMPONENTS = frozenset(f"ink--{name}" for name in _NAMES)
"""Component classes: every one can be styled by a theme's CSS."""

_RELATION_INK = {
    Relation.CONFLICTS: "conflicts",
    Relation.IMPRECISE: "imprecise",
    Relation.REWORDED: "reworded",
    Relation.ONLY_A: "only",
    Relation.ONLY_B: "only",
    Relation.AGREES: "agrees",
}


@dataclass(frozen=True)
class Inks:
    """Rich styles by name; each is partial and is laid over the ones below it."""

    styles: Mapping[str, Style]
    ground: Style
    """What all of them are laid over: the widget's own colours."""

    @classmethod
    def taken_from(cls, component: Callable[[str], Style], ground: Style) -> Inks:
        """Look every ink up; ``component`` gives the partial style of a component class."""
        return cls({name: component(f"ink--{name}") for name in _NAMES}, ground)

    def grounded(self, segments: Iterable[Segment]) -> list[Segment]:
        """Segments with complete styles."""
        ground = self.ground
        return [Segment(text, ground + style) for text, style, _ in segments if text]

    def __getitem__(self, name: str) -> Style:
        return self.styles[name]

    def relation(self, relation: Relation) -> Style:
        """The style of a mark."""
        return self.styles[_RELATION_INK[relation]]

    def sign(self, relation: Relation) -> Style:
        """The style of a relation's glyph: the colour of its marks, and bold for what has none."""
        return self._signs[relation]

    @cached_property
    def _signs(self) -> Mapping[Relation, Style]:
        return {r: Style(color=self.relation(r).color, bold=True) for r in Relation}
