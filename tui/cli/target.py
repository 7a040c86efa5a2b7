"""Where a command writes a comparison, and in which format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click

from tui.cli.output import STANDARD_OUTPUT, to_terminal, write_bytes, write_stdout
from tui.errors import DiptychError
from tui.export import (
    FORMATS,
    ExportOptions,
    Format,
    format_of,
    produce,
    render,
    require_writable,
    write,
)
from tui.model import Comparison

__all__ = ["Target"]


class Target(NamedTuple):
    """A file or, where ``path`` is ``None``, standard output.

    Attributes:
        path: The file.
        form: The format.
        overwrite: Whether a file of that name may be replaced.
        terminal: Whether it is a terminal that is written to.
    """

    path: Path | None
    form: Format
    overwrite: bool
    terminal: bool

    @classmethod
    def of(
        cls, output: str | None, format_name: str | None, *, force: bool, inputs: Iterable[str]
    ) -> Target:
        """The target that ``-o``, ``--format`` and ``--force`` name.

        Args:
            output: The file; standard output if there is none or it is ``-``.
            format_name: A key of :data:`~tui.export.FORMATS`; by the file's ending if there is
                none.
            force: Whether a file of that name may be replaced.
            inputs: The reports compared, which may not.

        Raises:
            DiptychError: It cannot be written to, known before there is anything to be written.
        """
        path = Path(output) if output and output != STANDARD_OUTPUT else None
        if force and path is None:
            raise click.UsageError("--force goes with -o FILE")
        if path:
            _refuse_inputs(path, inputs)
        form = FORMATS[format_name] if format_name else format_of(path or Path())
        terminal = path is None and to_terminal()
        if terminal and form.encoding is None:
            raise DiptychError(f"{form.name} is nothing for a terminal; use -o FILE")
        if path:
            require_writable(path, overwrite=force)
        return cls(path, form, force, terminal)

    def write(self, comparison: Comparison, options: ExportOptions | None = None) -> None:
        """Write a comparison.

        Raises:
            DiptychError: It cannot be made or written.
        """
        name = self.form.name
        if self.path:
            write(self.path, produce(comparison, name, options), overwrite=self.overwrite)
        elif self.form.encoding is None:
            write_bytes(produce(comparison, name, options))
        else:
            write_stdout(render(comparison, name, options), terminal=self.terminal)


def _refuse_inputs(output: Path, inputs: Iterable[str]) -> None:
    for name in inputs:
        try:
            same = output.samefile(name)
        except (OSError, ValueError):
            continue
        if same:
            raise DiptychError(f"{output}: is one of the reports compared; name another file")
