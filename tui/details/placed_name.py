"""A name where it stands: what its sentence tells of the part it plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.details.text_values import Name
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, words
from tui.model import DetailKind, Side

__all__ = ["PlacedName", "placed", "surer_kind"]

REACH = 3
"""How many words before a name its preposition may stand: "in the far north of X"."""


@dataclass(frozen=True)
class PlacedName:
    """A name with the sentence it stands in, as the words ``first`` to ``last``."""

    side: Side
    name: Name
    text: str
    lang: str
    sentence: tuple[Word, ...]
    first: int
    last: int

    @property
    def kind(self) -> DetailKind:
        """What it names."""
        return self.side.detail.kind

    @property
    def is_acronym(self) -> bool:
        """Whether it is one short word of capitals."""
        word = self.sentence[self.first].text
        return len(word) < 7 and sum(c.isupper() for c in word) > 1 and self.first == self.last

    @cached_property
    def preposition(self) -> str:
        """The sense of the preposition that governs it, ``""`` if it has none or is not known."""
        return vocabulary(self.lang).prepositions.get(self.governor, "")

    @cached_property
    def compass(self) -> str:
        """Which part of a place is named: "south" of "the south of X", ``""`` if none is."""
        terms = vocabulary(self.lang)
        for at in range(self.first - 1, max(-1, self.first - 1 - REACH), -1):
            folded = self.sentence[at].folded
            if folded in terms.compass:
                return terms.compass[folded]
            if folded not in terms.determiners | terms.particles:
                return ""
        return ""

    @cached_property
    def governor(self) -> str:
        """The preposition before it, articles and directions aside; ``""`` if there is none."""
        terms = vocabulary(self.lang)
        for at in range(self.first - 1, max(-1, self.first - 1 - REACH), -1):
            folded = self.sentence[at].folded
            if folded in terms.prepositions:
                return folded
            if folded not in terms.determiners and folded not in terms.directions:
                return folded if folded in terms.place_prepositions | terms.particles else ""
        return ""


def surer_kind(x: PlacedName, y: PlacedName) -> DetailKind:
    """What two names of one part name, by the surer of them; the order does not matter."""
    return max(x, y, key=lambda place: (place.name.evidence, place.kind)).kind


def placed(side: Side, sentences: Mapping[int, str], lang: str) -> PlacedName:
    """Find the words of a name in its sentence."""
    text = sentences.get(side.sentence, "")
    sentence = words(text)
    detail = side.detail
    inside = [
        k for k, w in enumerate(sentence) if w.start < detail.end and w.end > detail.start
    ] or [0]
    name = detail.value
    assert isinstance(name, Name)
    return PlacedName(side, name, text, lang, sentence, inside[0], inside[-1])
