"""The command that writes the comparison, or the screen, to a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.export_settings import ExportSettings
    from tui.app.screens.export import ExportRequest
    from tui.app.screens.reader import ReaderScreen
    from tui.export import Format
    from tui.export.selection import Place

SCREEN = "This screen, as a picture"


@command("e", group=Group.KEEPING, footer=Footer(8, "export"), pairs=True)
def export(reader: ReaderScreen) -> None:
    """Write the marked comparison to a file: web page, PDF, Word, Markdown, JSON, picture."""
    from tui.app.screens.choice import ChoiceDialog
    from tui.export import FORMATS

    if reader.pairing.lacking:
        reader.tell(reader.pairing.lacking)
        return
    forms = list(FORMATS.values())

    def take(chosen: int | None) -> None:
        if chosen is None:
            return
        if chosen < len(forms):
            _ask_what(reader, forms[chosen])
        else:
            _ask_screen(reader)

    choices = [(f"{f.label} ({f.suffix})", "") for f in forms]
    choices.append((f"{SCREEN} (.svg)", ""))
    reader.app.push_screen(ChoiceDialog("Export this comparison as", choices), take)


def _ask_what(reader: ReaderScreen, form: Format) -> None:
    from tui.app.export_settings import ExportSettings
    from tui.app.screens.export import ExportDialog
    from tui.export import default_name

    reading = reader.reading
    comparison = reading.comparison
    marks = reader.places.bookmarks
    bookmarked: list[Place] = [("a", index) for index in marks.of(comparison.a)]
    bookmarked += [("b", index) for index in marks.of(comparison.b)]
    place = (reading.place.which, reading.place.sentence)
    settings = ExportSettings.of(comparison, form, place, bookmarked)

    def name(chosen: ExportSettings) -> str:
        return default_name(comparison, form.suffix, anonymous=chosen.is_anonymous)

    def take(request: ExportRequest | None) -> None:
        if request is not None:
            work = partial(_made, form, request.settings, reader.desk.title)
            _ask_overwrite(reader, request.path, work)

    reader.app.push_screen(ExportDialog(f"{form.label}: write to", name, settings), take)


def _made(form: Format, settings: ExportSettings, title: str) -> bytes:
    from tui.export import produce

    return produce(settings.comparison, form.name, settings.options(title))


def _ask_screen(reader: ReaderScreen) -> None:
    from tui.app.files import fault
    from tui.app.screens.entry import EntryDialog
    from tui.export import default_name
    from tui.export.svg import self_contained

    picture = self_contained(reader.app.export_screenshot(title=reader.desk.title))
    name = default_name(reader.reading.comparison, ".svg")

    def take(typed: str | None) -> None:
        if typed is not None:
            _ask_overwrite(reader, Path(typed).expanduser(), picture.encode)

    reader.app.push_screen(EntryDialog(f"{SCREEN}: write to", name, fault=fault), take)


def _ask_overwrite(reader: ReaderScreen, path: Path, work: Callable[[], bytes]) -> None:
    from tui.app.files import exists
    from tui.app.screens.confirm import ConfirmDialog

    def take(agreed: bool | None) -> None:
        if agreed:
            _write(reader, path, work, overwrite=True)

    try:
        taken = exists(path)
    except DiptychError as error:
        reader.tell(str(error))
        return
    if taken:
        words = f"{path} exists. Replace it?"
        reader.app.push_screen(ConfirmDialog("Replace the file?", words), take)
    else:
        _write(reader, path, work, overwrite=False)


def _write(reader: ReaderScreen, path: Path, work: Callable[[], bytes], *, overwrite: bool) -> None:
    """Make and write the file beside the screen: a long comparison takes seconds to set."""
    from tui.app.work import aside

    written = partial(_written, path, work, overwrite=overwrite)
    reader.tell(f"writing {path}")
    reader.run_worker(aside(reader, written, "the comparison cannot be exported"))


def _written(path: Path, work: Callable[[], bytes], *, overwrite: bool) -> str:
    from tui.export import write

    return f"written: {write(path, work(), overwrite=overwrite)}"
