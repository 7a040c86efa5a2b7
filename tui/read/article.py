"""The way from a file or a text to an :class:`~tui.model.Article`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model import SENTENCE_KIND, Article, Block, BlockKind, Sentence, SentenceKind
from tui.read.byline import read_byline
from tui.read.decode import clean
from tui.read.errors import ReadError, printable
from tui.read.files import LIMIT, read_bytes
from tui.read.formats import TEXT_SUFFIXES, Document, load_document
from tui.read.language import UNDETERMINED, detect_language
from tui.read.lines import is_spaceless
from tui.read.segment import split_sentences
from tui.read.structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["read_article", "read_file", "read_text"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LIKE_PATH = re.compile(r"(?:~|\.{0,2})/\S|[A-Za-z]:\\")
_LONGEST_PATH = 1024
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})
_MONTH_FIRST = frozenset({"en", UNDETERMINED})
"""Languages in which 3/11 may mean March 11."""


def read_article(path_or_url_or_text: Path | str, *, lang: str | None = None) -> Article:
    """Read one report.

    Args:
        path_or_url_or_text: A path; or a string that names an existing file; or the text itself.
        lang: The report's language (ISO 639-1), if it is known; else a ``story.toml`` beside the
            file may tell it, else it is detected.

    Returns:
        The article, with what a ``story.toml`` beside the file says of it.

    Raises:
        ReadError: It cannot be read, or holds no report.
    """
    from tui.read.story import find_story

    source = path_or_url_or_text
    if isinstance(source, str):
        if _URL.match(source):
            raise ReadError(
                f"{printable(source)}: URLs are not read yet; save the page's text in a file"
            )
        if not _names_file(source):
            return read_text(source, id="text", lang=lang)
        source = Path(source).expanduser()
    story = find_story(source)
    report = story.report(source) if story else None
    return report.read(lang=lang) if report else read_file(source, lang=lang)


def _names_file(text: str) -> bool:
    """Whether a string is meant as a path: it exists, or is formed like one."""
    if not text.strip() or "\n" in text or len(text) > _LONGEST_PATH:
        return False
    try:
        if Path(text).expanduser().exists():
            return True
    except PermissionError:
        return True
    except (OSError, ValueError, RuntimeError):
        return False
    if any(c.isspace() for c in text):
        return _LIKE_PATH.match(text) is not None or Path(text).suffix.lower() in TEXT_SUFFIXES
    return "/" in text or not is_spaceless(text)


def read_file(path: Path, *, id: str | None = None, lang: str | None = None) -> Article:  # noqa: A002
    """Read the report in a file, looking at nothing but the file.

    Args:
        path: The file.
        id: The article's id; the file's name without its suffix by default.
        lang: ISO 639-1 code; detected if ``None``.

    Raises:
        ReadError: It cannot be read, or holds no report.
    """
    document = load_document(read_bytes(path), printable(path))
    article = _article(document, id or path.stem, lang, printable(path))
    return replace(article, path=str(path))


def read_text(
    text: str | bytes,
    *,
    id: str,  # noqa: A002
    lang: str | None = None,
    path: str | None = None,
) -> Article:
    """Read a report that is in memory, such as standard input.

    Args:
        text: The report; bytes are decoded like a file's.
        id: The article's id, and its name in errors.
        lang: ISO 639-1 code; detected if ``None``.
        path: Recorded in the article, if the text has one.

    Raises:
        ReadError: It is too long, no text, or holds no report.
    """
    if len(text) > LIMIT:
        raise ReadError(f"{printable(id)}: longer than {LIMIT >> 20} MB; no report is that long")
    if isinstance(text, bytes):
        document = load_document(text, printable(id))
    else:
        cleaned = clean(text)
        document = Document(cleaned.text, cleaned.notes)
    return replace(_article(document, id, lang, printable(id)), path=path)


def _article(document: Document, id: str, lang: str | None, where: str) -> Article:  # noqa: A002
    text = document.text
    if not text.strip():
        raise ReadError(f"{where}: empty; there is no text in it")
    structure = find_structure(text)
    content = [b for b in structure.blocks if _is_content(b)]
    if not content:
        raise ReadError(f"{where}: holds only page furniture, no report")
    if lang is None:
        lang = detect_language("\n".join(text[b.start : b.end] for b in content))
    else:
        lang = _language_code(lang)
    byline = read_byline(structure.byline, day_first=lang not in _MONTH_FIRST)
    return Article(
        id=id,
        text=text,
        blocks=structure.blocks,
        sentences=tuple(_sentences(text, structure.blocks, lang)),
        lang=lang,
        title=structure.title,
        deck=structure.deck,
        author=byline.author,
        published=byline.published,
        notes=document.notes,
    )


def _language_code(lang: str) -> str:
    """The ISO 639-1 code of a language tag such as ``de`` or ``de-AT``."""
    code = re.split("[-_]", lang, maxsplit=1)[0].lower()
    if code != UNDETERMINED and not re.fullmatch("[a-z]{2}", code):
        raise ReadError(f"{printable(lang)}: no language code; use two letters, such as de or en")
    return code


def _is_content(block: Block) -> bool:
    return SENTENCE_KIND[block.kind] is not SentenceKind.FURNITURE


def _sentences(text: str, blocks: Sequence[Block], lang: str) -> Iterator[Sentence]:
    index = 0
    for number, block in enumerate(blocks):
        inner = text[block.start : block.end]
        spans = [(0, len(inner))] if block.kind in _WHOLE else split_sentences(inner, lang)
        for a, b in spans:
            start, end = block.start + a, block.start + b
            kind = SENTENCE_KIND[block.kind]
            yield Sentence(index, text[start:end], start, end, number, kind)
            index += 1
