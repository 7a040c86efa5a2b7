"""Translation memory files: TMX 1.4, the exchange format of translation tools.

Reading takes what tools write in practice: any encoding XML allows, a DOCTYPE, a namespace, the
deprecated ``lang`` attribute, inline codes. Entities and external references are refused, since a
memory may come from anywhere. See the TMX 1.4b specification, LISA OSCAR 2005.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui import __version__
from tui.errors import printable, reason
from tui.files import replacing
from tui.read.errors import ReadError
from tui.read.files import require_file
from tui.translate.errors import MemoryFileError

__all__ = ["Unit", "Variant", "read_tmx", "tmx_lines", "valid_xml", "write_tmx"]

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODE_ELEMENTS = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Inline elements that hold another format's markup, not words; ``hi`` holds words."""
ORIGIN_PROPERTY = "x-origin"
CHUNK = 1 << 16


class Variant(NamedTuple):
    """The wording of a unit in one language; ``lang`` is the BCP 47 tag as the file gives it."""

    lang: str
    text: str


class Unit(NamedTuple):
    """One translation unit: the same segment in two or more languages.

    ``origin`` says who made the translation, where the file says so (a ``x-origin`` property).
    """

    variants: tuple[Variant, ...]
    origin: str | None = None


def read_tmx(path: str | os.PathLike[str]) -> tuple[Unit, ...]:
    """Read the units of a TMX file, in order; those in fewer than two languages are left out.

    Raises:
        MemoryFileError: The file cannot be read, is not well-formed XML, not TMX, declares
            entities, or has a variant without a language.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    path, where = Path(path), printable(path)
    try:
        require_file(path)  # opening a pipe or a device may never end
    except ReadError as error:
        raise MemoryFileError(str(error)) from None
    target = _UnitReader()
    parser = DefusedXMLParser(target=target)
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk)
        parser.close()
    except OSError as error:
        raise MemoryFileError(f"{where}: cannot be read: {reason(error)}") from None
    except ParseError as error:
        line, what = error.position[0], str(error).partition(":")[0]
        raise MemoryFileError(f"{where}, line {line}: not well-formed XML: {what}") from None
    except DefusedXmlException:
        line = parser.parser.CurrentLineNumber
        raise MemoryFileError(
            f"{where}, line {line}: declares entities, which a memory has no use for; remove them"
        ) from None
    except _NotTMXError as error:
        line = parser.parser.CurrentLineNumber
        raise MemoryFileError(f"{where}, line {line}: {error}") from None
    except (ValueError, LookupError):
        raise MemoryFileError(f"{where}: its text encoding is unknown; save it as UTF-8") from None
    return tuple(target.units)


def write_tmx(
    path: str | os.PathLike[str],
    units: Iterable[Unit],
    *,
    srclang: str = "*all*",
    overwrite: bool = True,
) -> int:
    """Write units as TMX 1.4, replacing the file only once all is written.

    Characters XML cannot hold (most control characters) become U+FFFD.

    Returns:
        The number of units written.

    Raises:
        MemoryFileError: The file cannot be written, or is there and is not to be overwritten.
    """
    path = Path(path)
    count = 0

    def counted() -> Iterator[Unit]:
        nonlocal count
        for unit in units:
            count += 1
            yield unit

    try:
        with replacing(path, overwrite=overwrite) as file:
            file.writelines(tmx_lines(counted(), srclang=srclang))
    except FileExistsError:
        raise MemoryFileError(
            f"{printable(path)}: already exists; choose another name, or replace it with --force"
        ) from None
    except OSError as error:
        raise MemoryFileError(f"{printable(path)}: cannot be written: {reason(error)}") from None
    return count


def tmx_lines(units: Iterable[Unit], *, srclang: str = "*all*") -> Iterator[bytes]:
    """A TMX 1.4 file in pieces, to be written as they come.

    Characters XML cannot hold (most control characters) become U+FFFD.
    """
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'  <header creationtool="diptych" creationtoolversion="{__version__}"'
        f' segtype="sentence" o-tmf="diptych" adminlang="en"'
        f' srclang={_attribute(srclang)} datatype="plaintext"'
        f' creationdate="{now}"/>\n'
        "  <body>\n"
    ).encode()
    for unit in units:
        yield _unit_xml(unit).encode()
    yield b"  </body>\n</tmx>\n"


def _unit_xml(unit: Unit) -> str:
    lines = ["    <tu>"]
    if unit.origin is not None:
        lines.append(f'      <prop type="{ORIGIN_PROPERTY}">{_text(unit.origin)}</prop>')
    lines += [
        f"      <tuv xml:lang={_attribute(variant.lang)}><seg>{_text(variant.text)}</seg></tuv>"
        for variant in unit.variants
    ]
    lines.append("    </tu>\n")
    return "\n".join(lines)


def _text(text: str) -> str:
    # A parser turns a bare carriage return into a newline; as a reference it survives.
    return html.escape(valid_xml(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return f'"{html.escape(valid_xml(text))}"'


@cache
def _not_xml() -> re.Pattern[str]:
    """What XML cannot hold. So large a class takes long to compile, and only writing needs it."""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def valid_xml(text: str) -> str:
    """Text that XML can hold: what it cannot becomes U+FFFD."""
    return _not_xml().sub("\N{REPLACEMENT CHARACTER}", text)


class _NotTMXError(Exception):
    """What is wrong with a well-formed file; the caller adds file and line."""


class _UnitReader:
    """The parser's target: collects units, keeps words, drops inline codes."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._depth = 0
        self._variants: list[Variant] = []
        self._origin: str | None = None
        self._lang: str | None = None
        self._parts: list[str] | None = None
        self._codes = 0
        self._text = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        name = tag.rpartition("}")[2]
        self._depth += 1
        if self._depth == 1 and name != "tmx":
            raise _NotTMXError(f"not a translation memory: the file starts with <{name[:40]}>")
        if name == "tu":
            self._variants, self._origin = [], None
        elif name == "tuv":
            self._lang = (attributes.get(XML_LANG) or attributes.get("lang") or "").strip()
            if not self._lang:
                raise _NotTMXError("a <tuv> without xml:lang; add the language of its text")
            self._text = ""
        elif name == "seg" or (name == "prop" and attributes.get("type") == ORIGIN_PROPERTY):
            self._parts, self._codes = [], 0
        elif name in CODE_ELEMENTS and self._parts is not None:
            self._codes += 1

    def data(self, text: str) -> None:
        """Take character data; only words inside a segment count."""
        if self._parts is not None and not self._codes:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        """Leave an element."""
        name = tag.rpartition("}")[2]
        self._depth -= 1
        if name == "tuv":
            if self._lang and self._text.strip():
                self._variants.append(Variant(self._lang, self._text))
            self._lang = None
        elif name == "tu":
            if len(self._variants) > 1:
                self.units.append(Unit(tuple(self._variants), self._origin))
        elif self._parts is None:
            return
        elif name == "seg":
            self._text, self._parts = "".join(self._parts), None
        elif name == "prop":
            if self._lang is None:
                self._origin = "".join(self._parts).strip() or None
            self._parts = None
        elif name in CODE_ELEMENTS:
            self._codes -= 1
