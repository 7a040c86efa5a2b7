"""What the dialogs share: a box with a title, something to choose or type in, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.layout.wrap import visible

if TYPE_CHECKING:
    from tui.app.app import ReaderApp

__all__ = ["Dialog"]

T = TypeVar("T")


class Dialog(ModalScreen[T | None], Generic[T]):
    """A modal box that gives a result, or ``None`` when it is left by Esc.

    Args:
        title: What it asks.
        keys: What its keys do, in a line.
    """

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Close", show=False)]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The title, the content of the particular dialog, the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.words(self._title)), classes="dialog-title")
            yield from self.content()
            yield Static(Content(self.words(self._keys)), classes="dialog-keys")

    def words(self, text: str) -> str:
        """The program's own words as they may be painted, with the signs of the reader's set."""
        return visible(cast("ReaderApp", self.app).settings.glyphs.words(text))

    def content(self) -> ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)
