"""Commands that take something away, and the one that lets text out to a translator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.app.reading.describe import quotation
from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen
    from tui.translate.provider import Provider

IMPOSSIBLE = (OSError, RuntimeError, ValueError)
"""What a path may raise when looked at: too long or out of reach, no such user's home, a NUL."""


@command("e", group=Group.KEEPING, footer=Footer(6, "e", "export"))
def export(reader: ReaderScreen) -> None:
    """Write the marked comparison to a file: web page, Markdown, text, JSON, table, picture."""
    from tui.app.screens.choice import ChoiceDialog
    from tui.export import FORMATS

    if reader.lacking:
        reader.tell(reader.lacking)
        return
    names = list(FORMATS)

    def take(chosen: int | None) -> None:
        if chosen is not None:
            _ask_file(reader, names[chosen])

    choices = [(f.label, f"{name} · {f.suffix}") for name, f in FORMATS.items()]
    reader.app.push_screen(ChoiceDialog("Export this comparison as", choices), take)


def _ask_file(reader: ReaderScreen, format_name: str) -> None:
    from tui.app.screens.entry import EntryDialog
    from tui.export import FORMATS, default_name

    suffix = FORMATS[format_name].suffix
    name = default_name(reader.reading.comparison, suffix)

    def fault(typed: str) -> str:
        if not typed.strip():
            return "a file needs a name"
        try:
            path = Path(typed).expanduser()
            if path.is_dir():
                return "that is a folder; name a file in it"
            return "" if path.parent.is_dir() else f"there is no folder {path.parent}"
        except IMPOSSIBLE as error:
            return f"no file can be written there: {_reason(error)}"

    def take(typed: str | None) -> None:
        if typed is not None:
            _write(reader, format_name, Path(typed).expanduser())

    reader.app.push_screen(EntryDialog("Write to", name, fault=fault), take)


def _write(reader: ReaderScreen, format_name: str, path: Path, *, overwrite: bool = False) -> None:
    from tui.app.screens.confirm import ConfirmDialog
    from tui.export import ExportOptions, encode, render, write

    def take(agreed: bool | None) -> None:
        if agreed:
            _write(reader, format_name, path, overwrite=True)

    try:
        exists = path.exists()
    except IMPOSSIBLE as error:
        reader.tell(f"no file can be written there: {_reason(error)}")
        return
    if exists and not overwrite:
        words = f"{path} exists. Replace it?"
        reader.app.push_screen(ConfirmDialog("Replace the file?", words), take)
        return
    try:
        options = ExportOptions(title=reader.desk.title)
        text = render(reader.reading.comparison, format_name, options)
        written = write(path, encode(text, format_name), overwrite=overwrite)
    except DiptychError as error:
        reader.tell(str(error))
    else:
        reader.tell(f"written: {written}")


def _reason(error: Exception) -> str:
    """Why a path is impossible, without the path itself, which may be very long."""
    told = error.strerror if isinstance(error, OSError) else None
    return (told or str(error)).lower()


@command("y", group=Group.KEEPING)
def copy_sentence(reader: ReaderScreen) -> None:
    """Copy the sentence with its source, date and paragraph."""
    reader.app.copy_to_clipboard(quotation(reader.reading, reader.reading.place))
    reader.tell("copied, if the terminal allows it; e writes to a file")


@command("P", group=Group.TRANSLATION)
def choose_provider(reader: ReaderScreen) -> None:
    """Choose who translates what no memory covers. Nothing is sent before you agree to the host."""
    from tui.app.screens.choice import ChoiceDialog
    from tui.translate.provider import provider_names

    names = provider_names()

    def take(chosen: int | None) -> None:
        if chosen is not None:
            _ask_consent(reader, names[chosen])

    choices = [(name, "") for name in names]
    reader.app.push_screen(ChoiceDialog("Who translates what no memory covers?", choices), take)


def _ask_consent(reader: ReaderScreen, name: str) -> None:
    from tui.app.screens.confirm import ConfirmDialog
    from tui.store.config import load_config
    from tui.translate.provider import consent_line, make_provider

    try:
        provider: Provider = make_provider(name, load_config().provider_settings(name))
    except DiptychError as error:
        reader.tell(str(error))
        return

    def take(agreed: bool | None) -> None:
        if agreed:
            reader.translations.use(provider)

    words = consent_line(provider, reader.translations.lacking())
    reader.app.push_screen(ConfirmDialog("Send text to this host?", words), take)
