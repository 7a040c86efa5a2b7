"""The stories at hand: those read lately, and the demo story."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["Shelved", "open_shelved", "shelf"]

DEMO = Path(str(files("tui.data"))) / "demo"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A story that can be opened."""

    title: str
    facts: str
    locations: tuple[str, ...]


def shelf() -> list[Shelved]:
    """The demo story first, then the stories read lately, the latest first."""
    from tui.store.state import state_store

    demo = Shelved("The crack in the dam", "an invented story to try Diptych with", (str(DEMO),))
    try:
        recent = state_store().recent()
    except DiptychError:
        recent = ()
    own = (Shelved(story.title, _where(story.locations), story.locations) for story in recent)
    return [demo, *(story for story in own if story.locations != demo.locations)]


def open_shelved(shelved: Shelved) -> Desk:
    """Open a story of the shelf, or a comparison that was saved.

    Raises:
        DiptychError: It is no longer where it was, or cannot be read.
    """
    from tui.app.desk import open_desk
    from tui.app.saved import open_saved
    from tui.read import load_story
    from tui.read.exports import is_saved_comparison

    places = shelved.locations
    if len(places) == 1 and is_saved_comparison(places[0]):
        return open_saved(Path(places[0]))
    return open_desk(load_story(places[0] if len(places) == 1 else places))


def _where(locations: tuple[str, ...]) -> str:
    first = Path(locations[0]) if locations else Path()
    return str(first) if len(locations) == 1 else f"{len(locations)} files in {first.parent}"
