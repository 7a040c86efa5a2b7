"""The smallest Textual app that paints a screenful: the yardstick for first paint and keys."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Shows one line and redraws it on every key."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("bare app ready", id="line")

    def on_key(self) -> None:
        """Change what is shown, so that a key makes a frame."""
        line = self.query_one("#line", Static)
        line.toggle_class("odd")
        line.update("key seen " + ("odd" if line.has_class("odd") else "even"))


if __name__ == "__main__":
    BareApp().run()
