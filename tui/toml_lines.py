"""TOML files written by hand: what one says, or what is wrong with it, and on which line."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["line_of", "parsed"]

_HEADER = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]")


def parsed(text: str) -> dict[str, Any]:
    """What a TOML file says.

    Raises:
        ValueError: It is no TOML, or out of all bounds; the message says why, and where if it can.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError:
        raise ValueError("a number in it has thousands of digits") from None


def line_of(text: str, key: str | None, table: str = "", number: int = 0) -> int:
    """The line that sets a key, from 1.

    Args:
        text: The file.
        key: The key; ``None`` for the table as a whole.
        table: The table it stands in, such as ``providers.deepl``; empty for the top.
        number: Which one of an array of such tables, from 0.

    Returns:
        Its line, or that of the table where the key is not found, or 1 where neither is.
    """
    inside, before, found = not table, 0, 1
    setting = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]") if key else None
    for line_number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            name = re.sub(r"[\"'\s]", "", header[1])
            inside = name == table and before == number
            before += name == table
            if inside or (not table and name.partition(".")[0] == key):
                found = line_number
        elif inside and setting and setting.match(line):
            return line_number
    return found
