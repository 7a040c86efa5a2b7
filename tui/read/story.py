"""Stories: the reports on one event, as a folder or a ``story.toml`` lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import printable, reason
from tui.read.errors import ReadError
from tui.read.exports import is_export
from tui.read.files import expanded, legible, require_file, resolved
from tui.read.formats import REPORT_SUFFIXES
from tui.read.storyfile import STORY_FILE, ReportEntry, parse_story_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model import Article

__all__ = ["Story", "StoryReport", "find_story", "load_story"]


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One report of a story: its file, and what the story says of it.

    ``id`` is unique in the story. What is ``None`` is taken from the text itself, if it tells.
    ``charset`` is the encoding of the file, ``fetched`` when a page was, as an ISO 8601 date-time.
    ``raw`` is whether the untouched text is to be read.
    """

    id: str
    path: Path
    label: str | None = None
    lang: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    title: str | None = None
    charset: str | None = None
    fetched: str | None = None
    raw: bool = False

    def read(self, *, lang: str | None = None, raw: bool = False) -> Article:
        """Read the report; ``lang`` wins over the story's, ``raw`` gives the untouched text.

        Raises:
            ReadError: Its file cannot be read.
        """
        from tui.read.article import read_file

        article = read_file(
            self.path,
            id=self.id,
            lang=lang or self.lang,
            charset=self.charset,
            url=self.url,
            raw=raw or self.raw,
        )
        return replace(
            article,
            label=self.label,
            source=self.source or article.source,
            url=self.url or article.url,
            published=self.published or article.published,
            author=self.author or article.author,
            title=self.title or article.title,
        )


@dataclass(frozen=True, slots=True)
class Story:
    """The reports on one event.

    ``folder`` is where the story lives, ``memories`` are its translation memories (TMX files).
    """

    title: str
    folder: Path
    reports: tuple[StoryReport, ...]
    memories: tuple[Path, ...] = ()

    def untouched(self) -> Story:
        """The story with the untouched texts of its reports."""
        return replace(self, reports=tuple(replace(r, raw=True) for r in self.reports))

    def report(self, path: Path) -> StoryReport | None:
        """The report in that file, if the story lists it."""
        wanted = resolved(path)
        return next((r for r in self.reports if resolved(r.path) == wanted), None)


def load_story(source: Path | str | Sequence[Path | str]) -> Story:
    """Load a story.

    Args:
        source: A folder, with or without a ``story.toml``; a ``story.toml``; or a list of files,
            each with the metadata that a ``story.toml`` beside it gives.

    Raises:
        ReadError: There is no report in it, a file is missing or listed twice, or the
            ``story.toml`` has a mistake (named with its line).
    """
    if not isinstance(source, (str, Path)):
        return _from_files([expanded(Path(p)) for p in source])
    path = expanded(Path(source))
    if _holds(Path.is_dir, path):
        listing = path / STORY_FILE
        return _from_listing(listing) if _holds(Path.exists, listing) else _from_folder(path)
    if path.suffix == ".toml":
        return _from_listing(path)
    return _from_files([path])


def find_story(path: Path | str) -> Story | None:
    """The story whose ``story.toml`` lies beside a file and lists it; ``None`` if there is none.

    Raises:
        ReadError: There is a ``story.toml`` beside it that has a mistake.
    """
    path = Path(path)
    story = _listed_in(path.parent)
    return story if story and story.report(path) else None


def _listed_in(folder: Path) -> Story | None:
    """The story of a folder's ``story.toml``; ``None`` if it has none."""
    listing = folder / STORY_FILE
    return _from_listing(listing) if _holds(Path.is_file, listing) else None


def _from_listing(listing: Path) -> Story:
    parsed = parse_story_file(listing)
    folder = listing.parent
    return Story(
        title=parsed.title or _folder_name(folder),
        folder=folder,
        reports=_named((folder / expanded(Path(entry.file)), entry) for entry in parsed.reports),
        memories=tuple(folder / expanded(Path(m)) for m in parsed.memories),
    )


def _from_folder(folder: Path) -> Story:
    try:
        files = sorted(
            p
            for p in folder.iterdir()
            if p.suffix.lower() in REPORT_SUFFIXES
            and not p.name.startswith(".")
            and p.is_file()
            and not is_export(p)
        )
    except OSError as error:
        raise ReadError(f"{printable(folder)}: {reason(error)}") from None
    if not files:
        raise ReadError(
            f"{printable(folder)}: no report in it; put text files, pages or a {STORY_FILE} there"
        )
    return Story(_folder_name(folder), folder, _named((f, ReportEntry(f.name, {})) for f in files))


def _from_files(files: Sequence[Path]) -> Story:
    if not files:
        raise ReadError("no file given; name at least one report")
    for file in files:
        require_file(file)
    _require_distinct(files)
    # Each story.toml is read once, however many of its reports are asked for.
    stories = {folder: _listed_in(folder) for folder in dict.fromkeys(f.parent for f in files)}
    listed = {
        (folder, resolved(r.path)): (story, r)
        for folder, story in stories.items()
        if story
        for r in story.reports
    }
    entries = [listed.get((f.parent, resolved(f))) for f in files]
    found = [entry[0] for entry in entries if entry]
    ids = _unique(files)
    titles = {s.title for s in found}
    return Story(
        title=titles.pop() if len(titles) == 1 else " / ".join(legible(f.stem) for f in files),
        folder=files[0].parent,
        reports=tuple(
            replace(entry[1], id=i) if entry else StoryReport(i, f)
            for entry, f, i in zip(entries, files, ids, strict=True)
        ),
        memories=tuple(dict.fromkeys(m for s in found for m in s.memories)),
    )


def _named(entries: Iterable[tuple[Path, ReportEntry]]) -> tuple[StoryReport, ...]:
    pairs = list(entries)
    ids = _unique(path for path, _ in pairs)
    return tuple(
        StoryReport(id=name, path=path, **entry.metadata)
        for name, (path, entry) in zip(ids, pairs, strict=True)
    )


def _require_distinct(files: Iterable[Path]) -> None:
    seen: set[Path] = set()
    for file in files:
        real = resolved(file)
        if real in seen:
            raise ReadError(f"{printable(file)}: named twice; give two different reports")
        seen.add(real)


def _unique(files: Iterable[Path]) -> list[str]:
    """An id for each file: its stem, numbered if another file has the same."""
    ids: list[str] = []
    for file in files:
        stem = name = legible(file.stem)
        number = 1
        while name in ids:
            number += 1
            name = f"{stem}-{number}"
        ids.append(name)
    return ids


def _holds(test: Callable[[Path], bool], path: Path) -> bool:
    """Whether a test of a path holds; it does not where the path may not be looked at."""
    try:
        return test(path)
    except (OSError, ValueError):
        return False


def _folder_name(folder: Path) -> str:
    return legible(resolved(folder).name or str(folder))
