"""Commands that select text and take it away with its source."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.commands.table import Footer, Group, command
from tui.app.reading.describe import quotation
from tui.app.reading.selection import Selection, whole_sentence
from tui.app.terminal import is_remote

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen

QUOTATIONS = "quotations.txt"
"""The file that quotations are added to unless another is named."""


@command("s", group=Group.KEEPING)
def select(reader: ReaderScreen) -> None:
    """Select the sentence; moving on selects more. Again: Shift+← → move the other end."""
    selection, which = reader.reading.selection, reader.reading.place.which
    if not reader.reading.article(which).sentences:
        reader.tell("the report is empty")
    elif selection is not None and selection.which == which:
        _select(reader, selection.turned())
    else:
        _select(reader, _here(reader))


@command("shift+right", group=Group.KEEPING, counts=True)
def select_word(reader: ReaderScreen) -> None:
    """Move the end of the selection on by a word."""
    _by_words(reader, reader.times)


@command("shift+left", group=Group.KEEPING, counts=True)
def unselect_word(reader: ReaderScreen) -> None:
    """Move the end of the selection back by a word."""
    _by_words(reader, -reader.times)


@command("escape", group=Group.KEEPING)
def unselect(reader: ReaderScreen) -> None:
    """Select nothing any more, and take back digits that were typed."""
    reader.prefix.forget()
    reader.select(None)
    reader.tell("")


@command("y", group=Group.KEEPING, footer=Footer(13, "copy"))
def copy(reader: ReaderScreen) -> None:
    """Copy what is selected, or the sentence, with its source, date and paragraph."""
    _copy(reader, quotation(reader.reading))


@command("Y", group=Group.KEEPING)
def write_quotation(reader: ReaderScreen) -> None:
    """Write what is selected, or the sentence, to the end of a file, with its source."""
    from tui.app.files import fault
    from tui.app.screens.entry import EntryDialog
    from tui.app.work import aside

    text = quotation(reader.reading)

    def take(typed: str | None) -> None:
        if typed is not None:
            write = partial(_added, Path(typed).expanduser(), text)
            reader.run_worker(aside(reader, write, "the quotation cannot be written"))

    dialog = EntryDialog("Add the quotation to the file", QUOTATIONS, fault=fault)
    reader.app.push_screen(dialog, take)


@command("u", group=Group.KEEPING)
def open_source(reader: ReaderScreen) -> None:
    """Open the report's web address in a browser."""
    from tui.app.browser import browse, fault, has_browser
    from tui.app.screens.confirm import ConfirmDialog
    from tui.app.work import aside

    url = reader.reading.article(reader.reading.place.which).url or ""
    trouble = fault(url) if url else "no address is known of this report"
    if trouble:
        reader.tell(trouble)
    elif has_browser(os.environ):
        reader.run_worker(aside(reader, partial(browse, url), "no browser could be opened"))
    else:
        where = "over SSH" if is_remote(os.environ) else "without a graphical screen"

        def take(agreed: bool | None) -> None:
            if agreed:
                _copy(reader, url)

        words = f"No browser can be opened from here, {where}. Copy the address? {url}"
        reader.app.push_screen(ConfirmDialog("The report's address", words), take)


def _added(path: Path, text: str) -> str:
    from tui.export import append

    append(path, text)
    return f"added to {path}"


def _select(reader: ReaderScreen, selection: Selection) -> None:
    reader.select(selection)
    copied, ended = reader.key("copy"), reader.key("unselect")
    reader.tell(f"selecting · {copied} copies · {ended} ends")


def _here(reader: ReaderScreen) -> Selection:
    """The current sentence."""
    which, sentence = reader.reading.place
    return whole_sentence(reader.reading.article(which), which, sentence)


def _by_words(reader: ReaderScreen, words: int) -> None:
    reading = reader.reading
    if reading.selection is None and not reading.article(reading.place.which).sentences:
        return
    selection = reading.selection or _here(reader)
    article = reading.article(selection.which)
    for _ in range(abs(words)):
        before, selection = selection, selection.by_word(article, 1 if words > 0 else -1)
        if selection == before:
            break
    _select(reader, selection)


def _copy(reader: ReaderScreen, text: str) -> None:
    async def work() -> None:
        from tui.app.clipboard import copy as put_on_clipboard

        taken = await asyncio.to_thread(put_on_clipboard, text, os.environ)
        if taken:
            reader.tell(f"copied ({taken})")
            return
        reader.app.copy_to_clipboard(text)
        key = reader.key("write_quotation")
        reader.tell(f"sent to the terminal to copy, which some ignore · {key} writes to a file")

    reader.run_worker(work(), group="copy", exclusive=True)
