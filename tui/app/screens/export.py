"""The dialog that asks what goes into an export, and where it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.app.export_settings import ExportSettings
from tui.app.files import fault
from tui.app.layout.wrap import visible
from tui.app.screens.dialog import Dialog
from tui.app.widgets.listed import Listed

__all__ = ["ExportDialog", "ExportRequest"]


class ExportRequest(NamedTuple):
    """What was asked for."""

    path: Path
    settings: ExportSettings


class ExportDialog(Dialog[ExportRequest]):
    """Gives the file to write and what is to be in it.

    Args:
        title: What is written.
        name: The file's name to begin with, for what is chosen.
        settings: What can be chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_settings", show=False),
        Binding("right,space,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
    ]

    def __init__(
        self, title: str, name: Callable[[ExportSettings], str], settings: ExportSettings
    ) -> None:
        super().__init__(title, "Enter write · ↓ → choose · Esc leave")
        self._proposal = name
        self._settings = settings

    def content(self) -> ComposeResult:
        """The file's name, what is wrong with it, and the settings."""
        yield Input(self._proposal(self._settings), select_on_focus=False)
        yield Static("", classes="dialog-fault")
        yield Listed(*map(Option, self._rows()), markup=False)

    def on_mount(self) -> None:
        """Begin at the name, so that Enter writes at once."""
        self.query_one(Input).focus()

    def on_input_changed(self) -> None:
        """Take back what was said of the name as it was."""
        self._tell("")

    def on_input_submitted(self) -> None:
        """Accept the name."""
        self._accept()

    def on_option_list_option_selected(self) -> None:
        """Enter writes from the settings too."""
        self._accept()

    def action_to_settings(self) -> None:
        """Go from the name to the settings."""
        listed = self.query_one(OptionList)
        listed.highlighted = listed.highlighted or 0
        listed.focus()

    def action_step(self, by: int) -> None:
        """Change the setting at the cursor."""
        listed = self.query_one(OptionList)
        if not listed.has_focus or listed.highlighted is None:
            return
        here = listed.highlighted
        line, before = self.query_one(Input), self._proposal(self._settings)
        self._settings = self._settings.stepped(here, by)
        if line.value == before:  # a name of the reader's own stays
            line.value = self._proposal(self._settings)
        listed.replace_option_prompt_at_index(here, self._rows()[here])

    def _rows(self) -> list[Content]:
        wide = max(len(setting.name) for setting in self._settings.settings)
        return [
            Content.assemble(f"{setting.name:<{wide}}  ", (setting.value, "bold"))
            for setting in self._settings.settings
        ]

    def _accept(self) -> None:
        typed = self.query_one(Input).value
        wrong = fault(typed)
        self._tell(wrong)
        if not wrong:
            self.dismiss(ExportRequest(Path(typed).expanduser(), self._settings))

    def _tell(self, words: str) -> None:
        self.query_one(".dialog-fault", Static).update(Content(visible(words)))
