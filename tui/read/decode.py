"""Bytes into text: encoding, line ends, and characters that must not reach a terminal."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.read.errors import ReadError

__all__ = ["Decoded", "clean", "clean_line", "decode"]

_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF8, "UTF-8-SIG"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_WIDE = re.compile(r"utf-?(16|32)", re.IGNORECASE)
_BY_ITS_BYTES = " (by its bytes; the file does not say)"
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
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked is not None:
        return _decoded(data, marked, raw=raw, told="" if marked == "UTF-8-SIG" else marked)
    stated = _codec(declared)
    if stated in _SEVEN_BIT:
        return _decoded(data, stated, raw=raw)
    if _has_controls(data):  # as only UTF-16 and UTF-32 have, of all that is text
        judged = _judged(data)
        if not _WIDE.match(judged):
            raise ReadError(f"{where}: binary, not text")
        return _decoded(data, judged, raw=raw, told=judged + _BY_ITS_BYTES)
    try:
        return clean(data.decode("utf-8"), raw=raw)
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return _decoded(data, "UTF-8", raw=raw)
    if stated and _decodes(data, stated):
        return _decoded(data, stated, raw=raw)
    judged = _judged(data)
    if not judged:
        raise ReadError(f"{where}: in no known encoding; save it as UTF-8")
    return _decoded(data, judged, raw=raw, told=judged + _BY_ITS_BYTES)


def clean(text: str, *, raw: bool = False) -> Decoded:
    r"""Make text safe to show, and take out what only typesetting needs.

    Line ends become ``\n`` and a byte order mark is dropped; C0 controls become their Unicode
    Control Pictures; C1 controls, bidirectional overrides and isolates, and lone surrogates become
    U+FFFD. Soft hyphens go, with the line break after them, and Latin ligatures are spelled out,
    unless ``raw``. Nothing else changes: offsets into the result are offsets into what the reader
    sees.
    """
    text = _LINE_ENDS.sub("\n", text)
    hyphens = ligatures = 0
    if not raw:
        text, hyphens = _SOFT_HYPHEN.subn("", text)
        text, ligatures = _LIGATURE.subn(lambda found: _LIGATURES[found[0]], text)
    text, controls = _UNSAFE.subn(_picture, text.lstrip("\ufeff"))
    counted = (
        (hyphens, "soft hyphen", "left out"),
        (ligatures, "ligature", "spelled out"),
        (controls, "control character", "shown as symbols"),
    )
    notes = (f"{n} {what}{'s' * (n > 1)} {done}" for n, what, done in counted if n)
    return Decoded(text, tuple(notes))


def clean_line(text: str) -> str:
    """:func:`clean` text as one line, as a name, a title or a translation is."""
    return " ".join(clean(text).text.split())


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


def _decoded(data: bytes, encoding: str, *, raw: bool, told: str = "") -> Decoded:
    """Decode; ``told`` is what the reader should know of the encoding, if anything."""
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    notes = [f"decoded as {told}"] if told else []
    if damaged:
        shown = encoding.removesuffix("-SIG")
        places = "place is" if damaged == 1 else "places are"
        notes.append(f"{damaged} {places} not valid {shown}, shown as \ufffd")
    cleaned = clean(text, raw=raw)
    return Decoded(cleaned.text, (*notes, *cleaned.notes))


def _judged(data: bytes) -> str:
    """The encoding that the bytes speak for; empty if that is none that Python knows."""
    import chardet

    encoding = chardet.detect(data)["encoding"] or ""
    try:
        codecs.lookup(encoding)
    except LookupError:
        return ""
    return encoding


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    return bad <= _DAMAGE * good


def _has_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return b"\0" in data or controls > _BINARY_SHARE * len(sample)
