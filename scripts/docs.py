"""Remake the parts of docs/ that the program generates: ``make docs``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui.app.commands import COMMANDS
from tui.app.commands.table import Group

KEYS = Path(__file__).resolve().parent.parent / "docs" / "keys.md"


def keys_page() -> str:
    """The table of commands as a page of Markdown."""
    lines = [
        "# Keys",
        "",
        "Every key of the reader; `?` shows them on the screen, and Ctrl+P finds a command by its",
        "name. `[keys]` of the [configuration](configuration.md) gives a command other keys, by",
        "the name in the last column. A # before it: the command takes a number before its key,",
        "as in `12j`. This page is made by `make docs`.",
    ]
    for group in Group:
        entries = [command for command in COMMANDS.values() if command.group is group]
        if entries:
            lines += ["", f"## {group}", "", "| keys | what it does | name |", "|---|---|---|"]
            lines += [
                f"| {_code(c.shown_keys)} | {c.help} | {'# ' * c.counts}`{c.id}` |" for c in entries
            ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the pages, or with ``--check`` say whether they are what they should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a page is stale")
    if parser.parse_args().check:
        fresh = KEYS.exists() and KEYS.read_text(encoding="utf-8") == keys_page()
        if not fresh:
            print("docs/keys.md is stale: run make docs")
        return 0 if fresh else 1
    KEYS.write_text(keys_page(), encoding="utf-8")
    return 0


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.replace("|", "\\|").split())


if __name__ == "__main__":
    sys.exit(main())
