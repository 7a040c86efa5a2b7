"""What is remembered of a story between runs: reports, place, view, filters, panes, bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from tui.app.layout.outline import View
from tui.app.layout.typeset import TranslationMode
from tui.app.reading.bookmarks import Bookmarks
from tui.app.reading.marked import Filters
from tui.app.reading.state import Place, Reading
from tui.model import SIDES, Article, DetailKind, Relation

__all__ = ["Panes", "Remembered", "recall", "to_remember"]


Choice = TypeVar("Choice", bound=StrEnum)

Pair = tuple[str, str]
"""The ids of the reports that stand left and right."""


class Panes(NamedTuple):
    """How the window is shared out.

    Attributes:
        share: The left report's share of the width.
        zoomed: Whether only the report being read is shown.
        details: Lines of the table of differences; 0 for what the window's height suggests.
    """

    share: float = 0.5
    zoomed: bool = False
    details: int = 0


class Remembered(NamedTuple):
    """What was saved, as far as it still makes sense."""

    left: int
    right: int
    state: Mapping[str, Any]
    panes: Panes = Panes()
    bookmarks: Bookmarks = Bookmarks()
    places: Mapping[Pair, Place] = MappingProxyType({})
    """The place in each pair of reports, by their ids, as they were left."""

    def applied(self, reading: Reading) -> Reading:
        """A reading of the same two reports as it was left."""
        state = self.state
        filters = Filters(
            kinds=frozenset(k for k in DetailKind if k in _names(state, "hidden_kinds")),
            relations=frozenset(r for r in Relation if r in _names(state, "hidden_relations")),
        )
        found = reading.with_filters(filters) if "hidden_relations" in state else reading
        found = replace(
            found,
            view=_one_of(View, state.get("view"), found.view),
            order="b" if state.get("order") == "b" else "a",
            furniture=state.get("furniture") is True,
        )
        for which in SIDES:
            told = state.get(f"translation_{which}")
            mode = _one_of(TranslationMode, told, TranslationMode.BELOW)
            found = found.with_translation(which, mode)
        which = "b" if state.get("side") == "b" else "a"
        sentence = state.get("sentence")
        known = range(len(found.article(which).sentences))
        if isinstance(sentence, int) and sentence in known:
            return replace(found, place=Place(which, sentence))
        return found


def to_remember(
    reading: Reading,
    pair: Pair,
    panes: Panes,
    bookmarks: Bookmarks,
    places: Mapping[Pair, Place],
) -> dict[str, Any]:
    """A reading as JSON can hold it, with the places in other pairs of reports."""
    left, right = pair
    return {
        "left": left,
        "right": right,
        "side": reading.place.which,
        "sentence": reading.place.sentence,
        "view": reading.view.value,
        "order": reading.order,
        "furniture": reading.furniture,
        "translation_a": reading.translation["a"].value,
        "translation_b": reading.translation["b"].value,
        "hidden_kinds": sorted(reading.filters.kinds),
        "hidden_relations": sorted(reading.filters.relations),
        "share": panes.share,
        "zoomed": panes.zoomed,
        "details": panes.details,
        "bookmarks": bookmarks.written(),
        "places": [[*known, *place] for known, place in places.items() if known != pair],
    }


def recall(state: Mapping[str, Any], articles: Sequence[Article]) -> Remembered:
    """What was saved, for the reports a story has now; the first two where they are gone."""
    ids = [article.id for article in articles]
    bookmarks = Bookmarks.read(state.get("bookmarks")).found_in(articles)
    left, right = state.get("left"), state.get("right")
    places = dict(_places(state.get("places")))
    if left in ids and right in ids and left != right:
        both = ids.index(left), ids.index(right)
        return Remembered(*both, state, _panes(state), bookmarks, places)
    return Remembered(0, min(1, len(ids) - 1), {}, _panes(state), bookmarks, places)


def _places(entries: object) -> Iterator[tuple[Pair, Place]]:
    """What :func:`to_remember` wrote; entries that make no sense are passed over."""
    for entry in entries if isinstance(entries, list) else ():
        match entry:
            case [str() as left, str() as right, "a" | "b" as which, int() as sentence]:
                yield (left, right), Place(which, sentence)


def _panes(state: Mapping[str, Any]) -> Panes:
    share, details = state.get("share"), state.get("details")
    return Panes(
        share=share if isinstance(share, float) and 0.0 < share < 1.0 else 0.5,
        zoomed=state.get("zoomed") is True,
        details=details if isinstance(details, int) and 0 <= details < 1000 else 0,
    )


def _names(state: Mapping[str, Any], key: str) -> Sequence[str]:
    names = state.get(key)
    return names if isinstance(names, list) else ()


def _one_of(choices: type[Choice], value: object, otherwise: Choice) -> Choice:
    return next((choice for choice in choices if choice == value), otherwise)
