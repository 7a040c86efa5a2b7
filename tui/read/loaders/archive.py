"""ZIP archives that documents come in, bounded before anything in them is unpacked.

An archive states how much each part unpacks to, and zipfile unpacks no more than that, so that
the statements can be held against limits: a bomb is refused without being lit.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from tui.read.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "open_archive",
    "read_part",
    "require_plain_xml",
]

MOST_UNPACKED = 64 << 20
"""Bytes that all parts together may unpack to."""
MOST_XML = 16 << 20
"""Bytes that one part may have that is parsed; a novel has a tenth of it."""
MOST_PARTS = 5_000


def open_archive(data: bytes, where: str) -> zipfile.ZipFile:
    """Open an archive that unpacks to a bearable size.

    Raises:
        ReadError: It is damaged, encrypted or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        raise ReadError(f"{where}: damaged; save it anew") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ReadError(
            f"{where}: unpacks to more than {MOST_UNPACKED >> 20} MB or {MOST_PARTS} parts;"
            " no report is that large"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(f"{where}: encrypted; save it without a password")
    return archive


def read_part(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """Unpack one part that is to be parsed.

    Raises:
        ReadError: There is none of that name, it is damaged or too large.
    """
    try:
        too_large = archive.getinfo(name).file_size > MOST_XML
        part = b"" if too_large else archive.read(name)
    except KeyError:
        raise ReadError(f"{where}: damaged: a part is missing; save it anew") from None
    except Exception:  # noqa: BLE001 - zlib, lzma and zipfile each have errors of their own
        raise ReadError(f"{where}: damaged: a part cannot be unpacked; save it anew") from None
    if too_large:
        raise ReadError(f"{where}: has a part of more than {MOST_XML >> 20} MB; it is not read")
    return part


def require_plain_xml(archive: zipfile.ZipFile, names: Iterable[str], where: str) -> None:
    """Make sure that XML parts are well-formed and declare no document type, so no entities.

    Raises:
        ReadError: One does, or is not.
    """
    from xml.sax import SAXException

    from defusedxml.common import DefusedXmlException
    from defusedxml.expatreader import create_parser

    for name in dict.fromkeys(names):  # an archive may list a name any number of times
        parser = create_parser(forbid_dtd=True)
        try:
            parser.parse(BytesIO(read_part(archive, name, where)))
        except DefusedXmlException:
            raise ReadError(
                f"{where}: declares XML entities, which no such document needs; it is not read"
            ) from None
        except (SAXException, ValueError, LookupError):
            raise ReadError(f"{where}: damaged: a part is no XML; save it anew") from None
