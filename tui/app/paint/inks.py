"""The styles the reader paints with, made from the theme's variables.

One table instead of a CSS class for each: matching forty classes against the stylesheet for every
painted widget took longer than painting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from rich.segment import Segment
from rich.style import Style

from tui.model import Relation

__all__ = ["INKS", "RELATION_INK", "Inks"]

INKS: Mapping[str, str] = MappingProxyType(
    {
        "text": "",
        "title": "bold",
        "heading": "italic",
        "furniture": "$quiet",
        "echo": "italic $quiet",
        "translation": "italic $secondary",
        "doubt": "$imprecise",
        "waiting": "italic $quiet",
        "void": "$quiet",
        "group": "bold $accent",
        "current": "on $current-ground",
        "match": "on $match-ground",
        "bar": "bold $accent",
        "match-bar": "$primary",
        "conflicts": "bold underline $conflicts",
        "imprecise": "underline $imprecise",
        "reworded": "underline italic $reworded",
        "only": "bold $only",
        "agrees": "underline $agrees",
        "passage": "not bold italic",
        "changed": "bold underline not italic",
        "selected": "reverse",
        "drawn": "reverse",
        "found": "bold $background on $accent",
        "wire": "$faint",
        "strong-wire": "bold $primary",
        "rule": "$hairline",
        "strong-rule": "$primary",
        "track": "$faint on $panel",
        "thumb": "bold $foreground on $hairline",
        "alone": "$only",
        "label": "bold $quiet on $panel",
        "strong-label": "bold $background on $primary",
        "facts": "$quiet",
        "note": "$accent",
        "brand": "bold $background on $primary",
        "story": "bold",
        "busy": "italic $accent",
        "key": "bold $accent",
        "does": "$quiet",
        "kind": "$quiet",
    }
)
"""Each style by its name: attributes, a theme's variable for the text, one for what is behind it.

Attributes carry what colour does: nothing depends on seeing the colour.
"""

RELATION_INK = {
    Relation.CONFLICTS: "conflicts",
    Relation.IMPRECISE: "imprecise",
    Relation.REWORDED: "reworded",
    Relation.ONLY_A: "only",
    Relation.ONLY_B: "only",
    Relation.AGREES: "agrees",
}
"""The ink of each relation's marks."""


@dataclass(frozen=True)
class Inks:
    """Rich styles by name; each is partial and is laid over the ones below it."""

    styles: Mapping[str, Style]
    ground: Style
    """What all of them are laid over: the widget's own colours."""
    finish: Callable[[Style], Style] = lambda style: style
    """What is done to every style last: colours taken out, or put in the theme's place."""

    def __getitem__(self, name: str) -> Style:
        return self.styles[name]

    def grounded(self, segments: Iterable[Segment]) -> list[Segment]:
        """Segments with complete styles, as the terminal gets them; neighbours alike are one."""
        complete = self._complete
        runs: list[Segment] = []
        run, style, before = "", None, complete(None)
        for text, another, _ in segments:
            if another is not style:
                style, now = another, complete(another)
                if now is not before:
                    if run:
                        runs.append(Segment(run, before))
                    run, before = "", now
            run += text
        if run:
            runs.append(Segment(run, before))
        return runs

    @cached_property
    def _complete(self) -> Callable[[Style | None], Style]:
        """Completes a style; of those that look alike there is one object."""
        known: dict[Style, Style] = {}

        def completed(style: Style | None) -> Style:
            finished = self.finish(self.ground + style)
            return known.setdefault(finished, finished)

        return cache(completed)

    def relation(self, relation: Relation) -> Style:
        """The style of a mark."""
        return self.styles[RELATION_INK[relation]]

    def sign(self, relation: Relation) -> Style:
        """The style of a relation's glyph: the colour of its marks, and bold for what has none."""
        return self._signs[relation]

    @cached_property
    def _signs(self) -> Mapping[Relation, Style]:
        return {r: Style(color=self.relation(r).color, bold=True) for r in Relation}

    def wire(self, tone: Relation | None, *, strong: bool) -> Style:
        """The style of a link's line, in the colour of the gravest difference it stands for."""
        return self._wires[tone, strong]

    @cached_property
    def _wires(self) -> Mapping[tuple[Relation | None, bool], Style]:
        wires: dict[tuple[Relation | None, bool], Style] = {}
        for strong, plain in ((False, self["wire"]), (True, self["strong-wire"])):
            wires[None, strong] = plain
            for relation in Relation:
                wires[relation, strong] = plain + Style(color=self.relation(relation).color)
        return wires
