"""The signs on screen, in Unicode and in ASCII for terminals and fonts without."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.layout.gutter import UP, Cell
from tui.app.layout.overview import Spot
from tui.model import Relation
from tui.words import glyph

__all__ = ["ASCII", "UNICODE", "Glyphs"]

_SIGNS = {"¶": "p", "·": "-", "—": "-", "–": "-", "…": "~", "×": "x", "≤": "<="}
_ARROWS = {"↓": "Down", "↑": "Up", "←": "Left", "→": "Right"}

_PLAIN = str.maketrans(_SIGNS | _ARROWS)
"""What stands in ASCII for the signs that the reader's own words have in them."""


class Glyphs(NamedTuple):
    """One set of signs, each one cell wide.

    Attributes:
        ascii_only: Whether all of them are ASCII.
        thin: Line pieces by the bits of their arms, north 1, east 2, south 4, west 8.
        heavy: The same for the links of the current sentence.
        arrows: Up and down for matches out of sight.
        strong_arrows: The same for the current sentence.
        current: The bar beside the current sentence.
        match: The bar beside its matches.
        bookmark: The sign before a sentence that bears a bookmark.
        translated: The bar beside a translation.
        doubt: The sign before what is in doubt about a translation.
        void: What fills a side that has nothing.
        echo: The sign before a pointer to a sentence that stands elsewhere.
        rule: A thin rule; ``strong_rule`` is that of the active pane.
        passages: The overview where nothing stands, linked passages, passages without a match.
        dash: What stands for a side that says nothing.
        linked: The sign before a link and the reasons for it.
        dot: Parts of a line of facts from each other.
        ellipsis: What ends a heading that is cut.
    """

    ascii_only: bool
    thin: str
    heavy: str
    arrows: tuple[str, str]
    strong_arrows: tuple[str, str]
    current: str
    match: str
    bookmark: str
    translated: str
    doubt: str
    void: str
    echo: str
    rule: str
    strong_rule: str
    passages: tuple[str, str, str]
    dash: str
    linked: str
    dot: str
    ellipsis: str

    def relation(self, relation: Relation) -> str:
        """The sign of a relation."""
        return glyph(relation, ascii_only=self.ascii_only)

    def words(self, text: str) -> str:
        """The reader's own words, in which a few signs stand, with the signs of this set."""
        return text.translate(_PLAIN) if self.ascii_only else text

    def spot(self, spot: Spot) -> str:
        """The sign of a cell of the overview: those of the text, so that one legend does."""
        if spot.relation is None:
            return self.passages[spot.passage]
        return self.relation(spot.relation)

    def cell(self, cell: Cell) -> str:
        """The sign of a gutter cell."""
        if cell.arrow:
            arrows = self.strong_arrows if cell.strong else self.arrows
            return arrows[0 if cell.arrow == UP else 1]
        return (self.heavy if cell.strong else self.thin)[cell.arms]


UNICODE = Glyphs(
    ascii_only=False,
    thin=" ╵╶╰╷│╭├╴╯─┴╮┤┬┼",
    heavy=" ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋",
    arrows=("↑", "↓"),
    strong_arrows=("▲", "▼"),
    current="▌",
    match="▎",
    bookmark="♦",
    translated="┊",
    doubt="⁇",
    void="·",
    echo="→",
    rule="─",
    strong_rule="━",
    passages=(" ", "│", "·"),
    dash="—",
    linked="↔",
    dot="·",
    ellipsis="…",
)

ASCII = Glyphs(
    ascii_only=True,
    thin=" |-'||,+-'-+.+++",
    heavy=" #=####+=#=+#+++",
    arrows=("^", "v"),
    strong_arrows=("A", "V"),
    current=">",
    match=":",
    bookmark="*",
    translated="|",
    doubt="?",
    void=".",
    echo=">",
    rule="-",
    strong_rule="=",
    passages=(" ", "|", "."),
    dash="-",
    linked="*",
    dot="-",
    ellipsis="~",
)
