"""Which passages of a comparison are exported: all, those that differ, one bead, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.export.base import ExportError
from tui.model import (
    SIDES,
    Article,
    Block,
    Comparison,
    Divergence,
    Link,
    Sentence,
    Side,
    Translation,
    Which,
    other,
)
from tui.rows import Row, aligned_rows

__all__ = [
    "Place",
    "Selection",
    "bead_of",
    "chosen_rows",
    "differing",
    "excerpt",
    "named_passage",
    "places_of",
    "selected",
]

Place = tuple[Which, int]
"""A sentence: its side and its index."""

_NAME = re.compile(r"([abd])(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Selection:
    """The sentences to export, and what to call them.

    Attributes:
        places: The sentences; :func:`chosen_rows` says what comes with them.
        words: What they are, as the end of "This excerpt has only …".
    """

    places: frozenset[Place]
    words: str

    def transposed(self) -> Selection:
        """The same sentences when the reports change sides."""
        return replace(self, places=frozenset((other(which), n) for which, n in self.places))


def selected(places: Iterable[Place], words: str) -> Selection:
    """A selection of sentences.

    Raises:
        ExportError: There are none.
    """
    found = frozenset(places)
    if not found:
        raise ExportError(f"there is nothing to export: the reports have no {words}")
    return Selection(found, words)


def differing(comparison: Comparison) -> Selection:
    """The passages with a difference.

    Raises:
        ExportError: The reports do not differ.
    """
    return selected(
        (place for d in comparison.differences for place in places_of(d)), "passages that differ"
    )


def bead_of(comparison: Comparison, place: Place) -> Selection:
    """A sentence, and all sentences that are linked to it directly or through others."""
    which, index = place
    bead = next((b for b in comparison.beads if index in b.side(which)), None)
    places: set[Place] = {place}
    if bead is not None:
        places.update(("a", i) for i in bead.a)
        places.update(("b", j) for j in bead.b)
    return Selection(frozenset(places), "one passage and its matches")


def named_passage(comparison: Comparison, name: str) -> Selection:
    """The bead of a passage by its name in the web page's addresses.

    Args:
        comparison: What to choose from.
        name: ``a7`` or ``b3``, a sentence by its index; ``d5``, the fifth difference.

    Raises:
        ExportError: There is no such passage, or it is page furniture.
    """
    found = _NAME.fullmatch(name)
    if not found:
        raise ExportError(
            f"no passage is called {name!r}: a7, b3 or d5 names one; or say differences, bookmarks"
        )
    letter, number = found[1].lower(), int(found[2])
    if letter == "d":
        from tui.export.view import View

        differences = View(comparison).differences
        if not 1 <= number <= len(differences):
            raise ExportError(f"there is no difference {number}; there are {len(differences)}")
        return bead_of(comparison, places_of(differences[number - 1].divergence)[0])
    which: Which = "a" if letter == "a" else "b"
    article = comparison.article(which)
    if number >= len(article.sentences) or not article.sentences[number].is_content:
        raise ExportError(f"{which.upper()} has no sentence {number}; they are counted from 0")
    return bead_of(comparison, (which, number))


def places_of(divergence: Divergence) -> list[Place]:
    """The sentences a divergence is about, A's first."""
    return [(which, side.sentence) for which in SIDES if (side := divergence.side(which))]


def chosen_rows(comparison: Comparison, selection: Selection) -> tuple[Row, ...]:
    """The aligned rows of a selection, laid out by themselves.

    A sentence brings its row, and the rows of what its differences are about. A sentence of B that
    only stood beside a row left out stands beside the next best that is shown, so that no row
    points at what is not there.
    """
    wanted = set(selection.places)
    for difference in comparison.differences:
        about = places_of(difference)
        if not selection.places.isdisjoint(about):
            wanted.update(about)
    kept = [row for row in aligned_rows(comparison) if not wanted.isdisjoint(row.primaries)]
    of_a = {row.a for row in kept if row.a is not None}
    alone = {row.b for row in kept if row.a is None}
    links = tuple(k for k in comparison.links if k.i in of_a)
    laid = aligned_rows(replace(comparison, links=links))
    return tuple(row for row in laid if (row.a in of_a if row.a is not None else row.b in alone))


def excerpt(comparison: Comparison, places: frozenset[Place]) -> Comparison:
    """A comparison of two shorter reports: only some sentences, with what is known of them.

    A sentence keeps the number of its paragraph: paragraphs that lose all their sentences stay as
    empty blocks, while page furniture that is left out leaves nothing behind.
    """
    a, kept_a = _shortened(comparison.a, {n for which, n in places if which == "a"})
    b, kept_b = _shortened(comparison.b, {n for which, n in places if which == "b"})

    def side(given: Side | None, kept: dict[int, int]) -> Side | None:
        return given and replace(given, sentence=kept[given.sentence])

    def told(given: dict[int, Translation], kept: dict[int, int]) -> dict[int, Translation]:
        return {kept[n]: translation for n, translation in given.items() if n in kept}

    return Comparison(
        a=a,
        b=b,
        links=tuple(
            Link(kept_a[k.i], kept_b[k.j], k.score, k.evidence)
            for k in comparison.links
            if k.i in kept_a and k.j in kept_b
        ),
        divergences=tuple(
            replace(d, a=side(d.a, kept_a), b=side(d.b, kept_b))
            for d in comparison.divergences
            if all(place in places for place in places_of(d))
        ),
        translations_a=told(dict(comparison.translations_a), kept_a),
        translations_b=told(dict(comparison.translations_b), kept_b),
    )


def _shortened(article: Article, wanted: set[int]) -> tuple[Article, dict[int, int]]:
    """An article of some of its sentences, and their new indices by the old ones."""
    numbers = article.paragraph_numbers
    text = ""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    kept: dict[int, int] = {}
    by_block: dict[int, list[Sentence]] = {}
    for index in sorted(wanted):
        by_block.setdefault(article.sentences[index].block, []).append(article.sentences[index])
    for index, block in enumerate(article.blocks):
        inside = by_block.get(index, [])
        if not inside and not numbers[index]:
            continue
        if text and inside:
            text += "\n\n"
        start = len(text)
        for position, sentence in enumerate(inside):
            text += " " if position else ""
            kept[sentence.index] = len(sentences)
            begin = len(text)
            text += sentence.text
            sentences.append(
                replace(
                    sentence, index=len(sentences), start=begin, end=len(text), block=len(blocks)
                )
            )
        blocks.append(Block(block.kind, start, len(text)))
    made = replace(article, text=text, blocks=tuple(blocks), sentences=tuple(sentences), deck=None)
    return made, kept
