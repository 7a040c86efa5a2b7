"""The program's frozen values as JSON and back, each exactly what it was.

JSON has no tuples, enumerations or dataclasses, so each stands as a list that begins with what it
is: ``["tuple", 1, 2]``, ``["tui.model:Relation", "agrees"]``, ``["tui.model:Link", 3, 5, 0.8,
["tuple"]]``. Reading makes nothing but the program's own values, unlike pickle, whatever the file
says.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["CodecError", "from_json", "to_json"]

PACKAGE = "tui"


class CodecError(ValueError):
    """A value has no JSON form, or a text is not the JSON form of a value."""


def to_json(value: object) -> str:
    """The JSON form of a value.

    Args:
        value: Scalars, tuples, frozen sets, and the program's own enumerations and dataclasses,
            in any depth.

    Raises:
        CodecError: There is something else in the value.
    """
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """The value of a JSON form.

    Raises:
        CodecError: The text is no such form, or of values the program does not have (any more).
    """
    try:
        return _value(json.loads(text))
    except (ValueError, TypeError, ImportError, AttributeError, RecursionError) as error:
        raise CodecError(str(error)) from None


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return [_name(type(value)), value.value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if type(value) in (tuple, frozenset):  # a named tuple would come back as a plain one
        return [type(value).__name__, *map(_plain, value)]
    if is_dataclass(value) and not isinstance(value, type):
        made = (field.name for field in fields(value) if field.init)
        return [_name(type(value)), *(_plain(getattr(value, name)) for name in made)]
    raise CodecError(f"no JSON form for {type(value).__name__}")


def _value(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    name, *parts = plain
    if name == "tuple":
        return tuple(map(_value, parts))
    if name == "frozenset":
        return frozenset(map(_value, parts))
    made, names = _class(name)
    values = list(map(_value, parts))
    if names is None:
        return made(*values)
    return made(**dict(zip(names, values, strict=True)))


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _class(name: str) -> tuple[Any, tuple[str, ...] | None]:
    """A dataclass with the names of its fields, or an enumeration."""
    module, _, attribute = name.partition(":")
    if module.partition(".")[0] != PACKAGE:
        raise CodecError(f"{name} is none of the program's values")
    found = getattr(import_module(module), attribute)
    if isinstance(found, type) and issubclass(found, Enum):
        return found, None
    if isinstance(found, type) and is_dataclass(found):
        return found, tuple(field.name for field in fields(found) if field.init)
    raise CodecError(f"{name} is none of the program's values")
