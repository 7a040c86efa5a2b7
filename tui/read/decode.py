"""Bytes into text: encoding, line ends, and characters that must not reach a terminal."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.read.errors import ReadError

__all__ = ["Decoded", "clean", "decode"]

_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF8, "UTF-8-SIG"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_WIDE = re.compile(r"utf-?(16|32)", re.IGNORECASE)
_BINARY_SHARE = 0.02
_SAMPLE = 1 << 16
_DAMAGE = 0.1
"""Up to this share of bad sequences among the non-ASCII ones, bytes are UTF-8 that was damaged."""

_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SOFT_HYPHEN = re.compile("\xad(?:\n[ \t]*(?=\\S))?")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SEVEN_BIT = frozenset({"iso2022_jp", "hz"})
"""Encodings whose bytes are all ASCII, so that only a declaration can tell them from it."""
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""Declared encodings that pages mean another by (WHATWG Encoding, 4.2)."""


class Decoded(NamedTuple):
    """Clean text, and what a reader should know of how it was made."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, where: str, *, declared: str | None = None, raw: bool = False) -> Decoded:
    """Decode by byte order mark, else strict UTF-8, else as declared, else as chardet judges.

    Args:
        data: The whole file.
        where: What to call it in an error.
        declared: The encoding that a server or a page states. UTF-8 goes before it, for what is
            no UTF-8 hardly ever passes for it, and many pages state an encoding they are not in.
        raw: Whether to leave in what is only there for typesetting; see :func:`clean`.

    Raises:
        ReadError: It is not text, or in no known encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, () if encoding == "UTF-8-SIG" else (encoding,), raw=raw)
    stated = _codec(declared)
    if stated in _SEVEN_BIT:
        return _decoded(data, stated, (), raw=raw)
    if _has_controls(data):
        return _decoded(data, *_wide(data, where), raw=raw)
    try:
        return clean(data.decode("utf-8"), raw=raw)
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return _decoded(data, "UTF-8", (), raw=raw)
    if stated and _decodes(data, stated):
        return _decoded(data, stated, (), raw=raw)
    return _decoded(data, *_guess(data, where), raw=raw)


def clean(text: str, *, raw: bool = False) -> Decoded:
    r"""Make text safe to show, and take out what only typesetting needs.

    Line ends become ``\n`` and a byte order mark is dropped; C0 controls become their Unicode
    Control Pictures; C1 controls, bidirectional overrides and isolates, and lone surrogates become
    U+FFFD. Soft hyphens go, with the line break after them, and Latin ligatures are spelled out,
    unless ``raw``. Nothing else changes: offsets into the result are offsets into what the reader
    sees.
    """
    text = _LINE_ENDS.sub("\n", text)
    notes: list[str] = []
    if not raw:
        text, hyphens = _SOFT_HYPHEN.subn("", text)
        text, ligatures = _LIGATURE.subn(lambda found: _LIGATURES[found[0]], text)
        notes += [f"{hyphens} soft hyphen{'s' * (hyphens > 1)} left out"] * (hyphens > 0)
        notes += [f"{ligatures} ligature{'s' * (ligatures > 1)} spelled out"] * (ligatures > 0)
    text, count = _UNSAFE.subn(_picture, text.lstrip("\ufeff"))
    notes += [f"{count} control character{'s' * (count > 1)} shown as symbols"] * (count > 0)
    return Decoded(text, tuple(notes))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def _codec(declared: str | None) -> str | None:
    """Python's name of a declared encoding, as browsers read it; ``None`` for no text encoding."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_READ.get(name, name)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str, name: tuple[str, ...], *, raw: bool) -> Decoded:
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    notes = [f"decoded as {n}" for n in name]
    if damaged:
        shown = encoding.removesuffix("-SIG")
        places = "place is" if damaged == 1 else "places are"
        notes.append(f"{damaged} {places} not valid {shown}, shown as \ufffd")
    cleaned = clean(text, raw=raw)
    return Decoded(cleaned.text, (*notes, *cleaned.notes))


def _guess(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    import chardet

    encoding = chardet.detect(data)["encoding"]
    try:
        codecs.lookup(encoding or "")
    except LookupError:
        raise ReadError(f"{where}: in no known encoding; save it as UTF-8") from None
    assert encoding is not None
    return encoding, (f"{encoding} (by its bytes; the file does not say)",)


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    return bad <= _DAMAGE * good


def _has_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return b"\0" in data or controls > _BINARY_SHARE * len(sample)


def _wide(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """UTF-16 or UTF-32 without a mark, the only text that is full of control bytes."""
    import chardet

    encoding = chardet.detect(data)["encoding"] or ""
    if not _WIDE.match(encoding):
        raise ReadError(f"{where}: binary, not text")
    return encoding, (f"{encoding} (by its bytes; the file does not say)",)
