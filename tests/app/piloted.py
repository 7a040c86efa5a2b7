"""Which commands a test pilots: ``@pilots("next_sentence")``; a command without one fails."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

__all__ = ["piloted", "pilots"]

T = TypeVar("T", bound=Callable[..., object])


def pilots(*_commands: str) -> Callable[[T], T]:
    """Say of a test which commands of the table it presses the keys of and sees the effect."""
    return lambda test: test


def piloted() -> set[str]:
    """The commands that some test of this folder pilots, from the tests' sources."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pilots":
                found |= {str(ast.literal_eval(argument)) for argument in node.args}
    return found
