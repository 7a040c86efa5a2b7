"""What the dialogs share: a box with a title, something to choose or type in, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.app.layout.wrap import visible

if TYPE_CHECKING:
    from tui.app.app import ReaderApp

__all__ = ["Dialog"]

T = TypeVar("T")

LONGEST_LIST = 24
"""Lines of a list that are shown at once where there is room for them."""

MOST = 0.9
"""The share of the terminal's height that a box may have, as its style has it."""


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

    def on_resize(self) -> None:
        """Fit the list in once the widths, and so the lines of title and keys, are known."""
        self.call_after_refresh(self.fit_lists)

    def fit_lists(self) -> None:
        """Leave a list the lines that the rest of the box leaves free.

        A box too high for the terminal would be cut off: the keys, and the row being chosen.
        """
        box = self.query_one(".dialog")
        rest = [child for child in box.children if not isinstance(child, OptionList)]
        taken = sum(child.outer_size.height + child.styles.margin.height for child in rest)
        free = int(self.size.height * MOST) - box.styles.gutter.height - taken
        for listed in box.query(OptionList):
            listed.styles.max_height = max(min(free, LONGEST_LIST), 1)

    def words(self, text: str) -> str:
        """The program's own words as they may be painted, with the signs of the reader's set."""
        return visible(cast("ReaderApp", self.app).settings.glyphs.words(text))

    def content(self) -> ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)
