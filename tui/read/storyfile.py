"""``story.toml``: what it may say, and exact words about what it says wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.errors import printable
from tui.read.decode import clean_line, decode
from tui.read.errors import ReadError
from tui.read.files import expanded, of_chapter, read_bytes, resolved
from tui.read.iso639 import LANGUAGE_CODES
from tui.toml_lines import line_of, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["STORY_FILE", "ReportEntry", "StoryEntry", "parse_story_file"]

STORY_FILE = "story.toml"


class ReportEntry(NamedTuple):
    """One ``[[report]]`` as written: its file, and what it says of it under the other keys.

    ``published`` is an ISO 8601 date or date-time.
    """

    file: str
    metadata: Mapping[str, Any]


class StoryEntry(NamedTuple):
    """A ``story.toml`` as written."""

    title: str | None
    memories: tuple[str, ...]
    reports: tuple[ReportEntry, ...]


_STORY_KEYS = ("title", "memories", "report")
_REPORT_KEYS = (
    *("file", "label", "lang", "published", "source"),
    *("author", "url", "title", "charset", "fetched"),
)
_LONGEST = 1 << 20
"""Bytes; thousands of reports."""
_DATES = ("published", "fetched")
_LANGUAGE = re.compile(r"[a-z]{2}")


def parse_story_file(path: Path) -> StoryEntry:
    """Read and check a ``story.toml``.

    Raises:
        ReadError: It cannot be read, is no TOML, or says something that it may not; the message
            gives the line.
    """
    where = printable(path)
    data = read_bytes(path)
    if len(data) > _LONGEST:
        raise ReadError(
            f"{where}: longer than {_LONGEST >> 20} MB; no list of reports is that long"
        )
    text = decode(data, where, raw=True).text  # a file's name may hold a ligature
    try:
        table = parsed(text)
    except ValueError as error:
        raise ReadError(f"{where}: {error}") from None
    return _Checker(path, text).story(table)


class _Checker:
    """Turns the parsed table into a :class:`StoryEntry`, or raises with the line at fault."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def story(self, table: Mapping[str, Any]) -> StoryEntry:
        self._require_known(table, _STORY_KEYS, None)
        title = table.get("title")
        if title is not None and not isinstance(title, str):
            raise self._error("title must be a string", "title", None)
        memories = table.get("memories", [])
        if not isinstance(memories, list) or not all(isinstance(m, str) for m in memories):
            raise self._error('memories must be a list of file names: ["a.tmx"]', "memories", None)
        for memory in memories:
            self._require_file(memory, "memories", None)
        reports = table.get("report", [])
        if not isinstance(reports, list) or not all(isinstance(r, dict) for r in reports):
            raise self._error("reports are written as [[report]]", "report", None)
        if not reports:
            raise ReadError(f"{printable(self._path)}: no [[report]] in it")
        entries = tuple(self._report(table, number) for number, table in enumerate(reports))
        self._require_distinct(entries)
        return StoryEntry(title and clean_line(title), tuple(memories), entries)

    def _require_distinct(self, entries: Sequence[ReportEntry]) -> None:
        folder = self._path.parent
        seen: set[Path] = set()
        for number, entry in enumerate(entries):
            file = resolved(folder / expanded(Path(entry.file)))
            if file in seen:
                raise self._error(f"{printable(entry.file)} is listed twice", "file", number)
            seen.add(file)

    def _report(self, table: Mapping[str, Any], number: int) -> ReportEntry:
        self._require_known(table, _REPORT_KEYS, number)
        if "file" not in table:
            raise self._error("the report has no file", None, number)
        for key, value in table.items():
            if key not in _DATES and not isinstance(value, str):
                raise self._error(f"{key} must be a string", key, number)
        lang = table.get("lang")
        if lang is not None and not _LANGUAGE.fullmatch(lang):
            raise self._error('lang must be a two-letter code such as "de"', "lang", number)
        if lang is not None and lang not in LANGUAGE_CODES:
            told = (
                f'no language has the code "{lang}"; German has "de"; without lang it is detected'
            )
            raise self._error(told, "lang", number)
        self._require_file(table["file"], "file", number)
        metadata = {k: clean_line(v) for k, v in table.items() if k not in ("file", *_DATES)}
        for key in _DATES:
            if key in table:
                metadata[key] = self._date(key, table[key], number)
        return ReportEntry(table["file"], metadata)

    def _date(self, key: str, value: object, number: int) -> str:
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        told = str(value)
        try:
            datetime.fromisoformat(told)  # which takes any character between date and time
            is_date = told.isprintable()
        except ValueError:
            is_date = False
        if not is_date:
            raise self._error(f"{key} must be a date such as 2025-11-03", key, number)
        return told

    def _require_known(
        self, table: Mapping[str, Any], known: Iterable[str], number: int | None
    ) -> None:
        for key in table:
            if key not in known:
                from difflib import get_close_matches  # slow to load, and mistakes are rare

                near = get_close_matches(key, list(known), n=1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
                raise self._error(f"unknown key {printable(key)}; {hint}", key, number)

    def _require_file(self, name: str, key: str, number: int | None) -> None:
        try:
            exists = of_chapter(self._path.parent / expanded(Path(name)))[0].exists()
        except (OSError, ValueError):
            exists = False
        if not exists:
            raise self._error(f"no such file {printable(name)}", key, number)

    def _error(self, message: str, key: str | None, number: int | None) -> ReadError:
        """What is wrong, with the line: in that report, or at the top where it is in none."""
        line = line_of(self._text, key, "" if number is None else "report", number or 0)
        return ReadError(f"{printable(self._path)}, line {line}: {message}")
