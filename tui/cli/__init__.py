"""The command line: the reader, ``diptych compare``, ``add``, ``versions``, ``tm``.

Data goes to standard output, messages to standard error as ``diptych: <line>``. The exit status
is 0 for done, 2 for what the user can mend, 130 after Ctrl-C; ``compare --exit-code`` adds 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.output import failed
from tui.errors import DiptychError
from tui.interpreter import tune

__all__ = ["COMMANDS", "main", "run"]

COMMANDS = {
    "open": "tui.cli.reader:open_command",
    "compare": "tui.cli.compare:compare_command",
    "add": "tui.cli.add:add_command",
    "versions": "tui.cli.versions:versions_command",
    "tm": "tui.cli.memories:memories_command",
}
"""Where each command is, as ``module:name``."""


def main() -> None:
    """The ``diptych`` command."""
    tune()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line.

    Args:
        arguments: What follows the program's name.

    Returns:
        The exit status.
    """
    try:
        if _names_only_files(arguments):
            # There is nothing to parse, and loading click takes a tenth of the time to open.
            from tui.cli.opening import open_reader

            open_reader(lambda: [Path(name) for name in arguments])
            return 0
        from tui.cli.group import run_command

        return run_command(arguments)
    except DiptychError as error:
        return failed(str(error))
    except KeyboardInterrupt:
        return 130


def _names_only_files(arguments: Sequence[str]) -> bool:
    """Whether the reader is asked for, with no option, address or missing file among the reports.

    Without any argument it is the shell that may be asking, for what completes a word.
    """
    if not arguments or arguments[0] in COMMANDS:
        return False
    # Path.exists raises where a name is too long; this does not.
    return all(not n.startswith("-") and os.path.exists(n) for n in arguments)  # noqa: PTH110
