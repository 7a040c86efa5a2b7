"""Keys as Textual names them, and as they are written on a keyboard."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["key_name", "key_of"]

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "insert": "Insert",
    "slash": "/",
    "backslash": "\\",
    "colon": ":",
    "semicolon": ";",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "underscore": "_",
    "apostrophe": "'",
    "quotation_mark": '"',
    "grave_accent": "`",
    "tilde": "~",
    "vertical_line": "|",
    "question_mark": "?",
    "exclamation_mark": "!",
    "at": "@",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "circumflex_accent": "^",
    "ampersand": "&",
    "asterisk": "*",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
"""Textual's names of keys that a keyboard calls something else."""

_BY_NAME = {name.lower(): key for key, name in _NAMES.items()} | {key: key for key in _NAMES}

_FUNCTION = re.compile(r"f([1-9]|1[0-9]|2[0-4])")

_MODIFIERS = ("ctrl", "alt", "shift", "super")


def key_name(key: str) -> str:
    """A key of Textual as it is written on a keyboard."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last, last.upper() if _FUNCTION.fullmatch(last) else last)
    if not modifiers:
        return name
    return "+".join(
        [*(m.capitalize() for m in modifiers), name.upper() if len(name) == 1 else name]
    )


def key_of(name: str) -> str | None:
    """A key written by hand as Textual names it: ``]``, ``PageDown``, ``Ctrl+X``, ``comma``.

    Returns:
        ``None`` if there is no such key.
    """
    modifiers, plus, last = name.strip().rpartition("+")
    if plus and not last:  # the plus key itself, alone or modified
        modifiers, last = modifiers.rstrip("+"), "+"
    held = [m.strip().lower() for m in modifiers.split("+")] if modifiers else []
    if any(m not in _MODIFIERS for m in held):
        return None
    if len(last) == 1:
        if held == ["shift"] and last.isalpha():
            return last.upper()
        key = _character(last.lower() if held else last)
    else:
        key = _BY_NAME.get(last.lower(), "")
        key = key or (last.lower() if _FUNCTION.fullmatch(last.lower()) else "")
    return "+".join([*held, key]) if key else None


def _character(character: str) -> str:
    """The key that types a character: a letter or digit itself, a sign by its Unicode name."""
    if character.isalnum():
        return character
    if character in _BY_NAME:
        return _BY_NAME[character]
    if not character.isprintable():
        return ""
    return unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
