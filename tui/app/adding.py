"""One more report on the reader's desk, beside those of a story."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

from tui.app.desk import Desk, recalled

__all__ = ["fault", "named", "with_report"]


def fault(typed: str) -> str:
    """What is wrong with the file of a report as it was typed; empty if nothing is."""
    from tui.read import ReadError
    from tui.read.files import require_file

    if not typed.strip():
        return "a file needs a name"
    if "://" in typed:
        return "only files are read here; 'diptych add STORY ADDRESS' fetches a page"
    try:
        require_file(named(typed))
    except ReadError as error:
        return str(error)
    return ""


def named(typed: str) -> Path:
    """The file that was typed."""
    from tui.read.files import expanded

    return expanded(Path(typed.strip()))


def with_report(desk: Desk, path: Path, left: int) -> Desk:
    """The desk with a report more, which stands right.

    It is a story of its own to the library, which opens the same files together again.

    Args:
        desk: The story as it is.
        path: The report's file.
        left: The index of the report that it is read beside.

    Raises:
        ReadError: The report cannot be read.
    """
    from tui.read import read_article
    from tui.read.copies import note_copies

    article = read_article(path)
    ids = {known.id for known in desk.articles}
    if article.id in ids:
        number = next(n for n in range(2, len(ids) + 3) if f"{article.id}-{n}" not in ids)
        article = replace(article, id=f"{article.id}-{number}")
    articles = note_copies([*desk.articles, article])
    files = [Path(known.path) for known in articles if known.path]
    if len(files) == len(articles):
        key, state, trouble, habits = recalled(desk.title, files)
    else:  # what came by no file cannot be opened again
        key, state, trouble, habits = "", {}, "", desk.habits
    state |= {"left": articles[left].id, "right": article.id}
    more = Desk(desk.title, articles, desk.memories, key, state, trouble, habits)
    for pair in combinations(range(len(desk.articles)), 2):
        if (known := desk.comparison(*pair)) is not None:
            more.keep(*pair, known)
    return more
