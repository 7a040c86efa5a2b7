"""Commands about translations, and the one that lets text out to a translator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen


@command("t", group=Group.TRANSLATION, footer=Footer(3, "translate"))
def cycle_translation(reader: ReaderScreen) -> None:
    """Show translations below each sentence, then instead of it, then not at all."""
    reader.translations.cycle()


@command("c", group=Group.TRANSLATION)
def correct_translation(reader: ReaderScreen) -> None:
    """Correct the translation of the current sentence; nothing typed takes a correction back."""
    from tui.app.screens.entry import EntryDialog

    translations = reader.translations
    which, index = reader.reading.place
    if not translations.is_foreign(which):
        reader.tell("this report is in your language")
        return

    def take(typed: str | None) -> None:
        if typed is None:
            return
        try:
            translations.correct(which, index, typed)
        except DiptychError as error:
            reader.tell(str(error))

    known = translations.translation(which, index)
    dialog = EntryDialog(
        f"This sentence in your language ({translations.target})",
        known.text if known else "",
        fault=lambda _: "",
    )
    reader.app.push_screen(dialog, take)


@command("P", group=Group.TRANSLATION)
def choose_provider(reader: ReaderScreen) -> None:
    """Choose who translates what no memory covers. Nothing is sent before you agree to the host."""
    from tui.app.consent import choose_provider as ask

    translations = reader.translations
    if not translations.lacking() and translations.provider is None:
        corrects = f"{reader.key('correct_translation')} corrects one"
        has_all = f"every sentence has a translation; {corrects}"
        reader.tell(has_all if translations.foreign else "both reports are in your language")
        return
    ask(reader)
