"""What may be chosen of an export in the reader, and what was chosen, as the exporters take it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.export import ExportOptions, Format
from tui.export.selection import Place, Selection, bead_of, differing, selected
from tui.model import Comparison

__all__ = ["ExportSettings", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to choose.

    Attributes:
        name: What it is called, and known by.
        words: What it can be, the usual first.
        chosen: The index of what it is.
    """

    name: str
    words: tuple[str, ...]
    chosen: int = 0

    @property
    def value(self) -> str:
        """What it is, in words."""
        return self.words[self.chosen]

    def stepped(self, by: int) -> Setting:
        """The same at its next choice, round and round."""
        return replace(self, chosen=(self.chosen + by) % len(self.words))


PASSAGES, TRANSLATIONS, AGREEMENTS, SIDES, SOURCES = (
    "passages",
    "translations",
    "what agrees",
    "A and B",
    "sources",
)
ALL, DIFFERING, HERE, BOOKMARKED = (
    "all",
    "only those that differ",
    "only this one and its matches",
    "only those bookmarked",
)


@dataclass(frozen=True)
class ExportSettings:
    """The settings of an export, and what they are chosen from.

    Attributes:
        comparison: What is exported.
        place: The sentence being read.
        bookmarks: The sentences bookmarked in the two reports.
        settings: Those that the format heeds, in the order in which they are shown.
    """

    comparison: Comparison
    place: Place
    bookmarks: frozenset[Place]
    settings: tuple[Setting, ...]

    @classmethod
    def of(
        cls, comparison: Comparison, form: Format, place: Place, bookmarks: Iterable[Place]
    ) -> ExportSettings:
        """What can be chosen for a format; nothing that there is not."""
        marked = frozenset(bookmarks)
        passages = [ALL]
        passages += [DIFFERING] * bool(comparison.differences)
        passages += [HERE] * bool(comparison.beads)
        passages += [BOOKMARKED] * bool(marked)
        translated = bool(comparison.translations_a or comparison.translations_b)
        found = [Setting(PASSAGES, tuple(passages))]
        if translated and form.translations:
            found.append(Setting(TRANSLATIONS, ("shown", "left out")))
        if form.agreements:
            found.append(Setting(AGREEMENTS, ("marked", "not marked")))
        found.append(Setting(SIDES, ("as on the screen", "exchanged")))
        found.append(Setting(SOURCES, ("named", "left out")))
        return cls(comparison, place, marked, tuple(found))

    def stepped(self, index: int, by: int) -> ExportSettings:
        """The same with one setting at its next choice."""
        settings = list(self.settings)
        settings[index] = settings[index].stepped(by)
        return replace(self, settings=tuple(settings))

    def options(self, title: str) -> ExportOptions:
        """What was chosen, for the exporters; ``title`` is the story's."""
        changed = {setting.name for setting in self.settings if setting.chosen}
        return ExportOptions(
            title=title,
            selection=self._selection(),
            translations=TRANSLATIONS not in changed,
            agreements=AGREEMENTS not in changed,
            swapped=SIDES in changed,
            anonymous=self.is_anonymous,
        )

    @property
    def is_anonymous(self) -> bool:
        """Whether it is left out where the reports come from."""
        return any(setting.chosen for setting in self.settings if setting.name == SOURCES)

    def _selection(self) -> Selection | None:
        passages = self.settings[0].value
        if passages == DIFFERING:
            return differing(self.comparison)
        if passages == HERE:
            return bead_of(self.comparison, self.place)
        if passages == BOOKMARKED:
            return selected(self.bookmarks, "bookmarked passages")
        return None
