"""The way from a file or a text to an :class:`~tui.model.Article`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import printable
from tui.model import SENTENCE_KIND, Article, Block, BlockKind, Sentence
from tui.read.byline import read_byline
from tui.read.decode import clean
from tui.read.document import Document, Input
from tui.read.errors import ReadError
from tui.read.files import LIMIT, legible, of_chapter, read_bytes
from tui.read.formats import REPORT_SUFFIXES, load_document
from tui.read.language import UNDETERMINED, detect_language
from tui.read.lines import is_spaceless, split_lines
from tui.read.segment import split_sentences
from tui.read.structure import Structure, arrange, find_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.read.web import Page

__all__ = ["read_article", "read_file", "read_page", "read_text"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LIKE_PATH = re.compile(r"(?:~|\.{0,2})/\S|[A-Za-z]:\\")
_LONGEST_PATH = 1024
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})
_MONTH_FIRST = frozenset({"en", UNDETERMINED})
"""Languages in which 3/11 may mean March 11."""


def read_article(
    path_or_url_or_text: Path | str, *, lang: str | None = None, raw: bool = False
) -> Article:
    """Read one report.

    Args:
        path_or_url_or_text: A path; or a string that names an existing file; or an http(s) address,
            which is fetched; or the text itself.
        lang: The report's language (ISO 639-1), if it is known; else a ``story.toml`` beside the
            file may tell it, else it is detected.
        raw: Whether to give the untouched text: nothing left out, joined or set apart.

    Returns:
        The article, with what a ``story.toml`` beside the file says of it.

    Raises:
        ReadError: It cannot be read or fetched, or holds no report.
    """
    from tui.read.story import find_story

    source = path_or_url_or_text
    if isinstance(source, str):
        if _URL.match(source):
            from tui.read.web import fetch_page

            return read_page(fetch_page(source), lang=lang, raw=raw)
        if not _names_file(source):
            return read_text(source, id="text", lang=lang, raw=raw)
        source = Path(source).expanduser()
    story = find_story(source)
    report = story.report(source) if story else None
    return report.read(lang=lang, raw=raw) if report else read_file(source, lang=lang, raw=raw)


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
        return _LIKE_PATH.match(text) is not None or Path(text).suffix.lower() in REPORT_SUFFIXES
    return "/" in text or not is_spaceless(text)


def read_file(
    path: Path,
    *,
    id: str | None = None,  # noqa: A002
    lang: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    raw: bool = False,
) -> Article:
    """Read the report in a file, looking at nothing but the file.

    Args:
        path: The file; ``book.epub#3`` is the third chapter of a book.
        id: The article's id; the file's name without its suffix by default.
        lang: ISO 639-1 code; detected if ``None``.
        charset: The encoding it is said to be in.
        url: Where it was fetched, if it was.
        raw: Whether to give the untouched text.

    Raises:
        ReadError: It cannot be read, or holds no report.
    """
    file, chapter = of_chapter(path)
    where = printable(path)
    source = Input(read_bytes(file), where, charset, url, raw, chapter)
    stem = legible(file.stem)
    name = id or (stem if chapter is None else f"{stem}-{chapter}")
    return replace(_article(load_document(source), name, lang, source), path=str(path))


def read_page(page: Page, *, lang: str | None = None, raw: bool = False) -> Article:
    """Read the report on a page that was fetched.

    Args:
        page: The page.
        lang: ISO 639-1 code; detected if ``None``.
        raw: Whether to give the untouched text.

    Raises:
        ReadError: It is in a format that is not read, or holds no report.
    """
    source = Input(page.body, printable(page.url), page.charset, page.url, raw)
    article = _article(load_document(source), page.name, lang, source)
    return replace(article, url=article.url or page.url)


def read_text(
    text: str | bytes,
    *,
    id: str,  # noqa: A002
    lang: str | None = None,
    raw: bool = False,
) -> Article:
    """Read a report that is in memory, such as standard input.

    Args:
        text: The report: a text, or the bytes of any format.
        id: The article's id, and its name in errors.
        lang: ISO 639-1 code; detected if ``None``.
        raw: Whether to give the untouched text.

    Raises:
        ReadError: It is too long, in a format that is not read, or holds no report.
    """
    source = Input(text if isinstance(text, bytes) else b"", printable(id), raw=raw)
    if isinstance(text, bytes):
        document = load_document(source)
    else:
        cleaned = clean(text, raw=raw)
        document = Document(cleaned.text, cleaned.notes)
    return _article(document, id, lang, source)


def _article(document: Document, id: str, lang: str | None, source: Input) -> Article:  # noqa: A002
    text = document.text
    if len(text) > LIMIT:
        raise ReadError(f"{source.where}: longer than {LIMIT >> 20} MB; no report is that long")
    if not text.strip():
        raise ReadError(f"{source.where}: empty; there is no text in it")
    structure = _structure(document, raw=source.raw)
    content = [b for b in structure.blocks if b.kind.is_content]
    if not content:
        raise ReadError(f"{source.where}: holds only page furniture, no report")
    told = document.metadata
    if lang is None:
        lang = detect_language("\n".join(text[b.start : b.end] for b in content))
        lang = told.lang if told.lang and lang == UNDETERMINED else lang
    else:
        lang = _language_code(lang)
    byline = read_byline(structure.byline, day_first=lang not in _MONTH_FIRST)
    return Article(
        id=id,
        text=text,
        blocks=structure.blocks,
        sentences=document.sentences or tuple(_sentences(text, structure.blocks, lang)),
        lang=lang,
        url=told.url,
        title=told.title or structure.title,
        deck=structure.deck,
        source=told.source,
        author=told.author or byline.author,
        published=told.published or byline.published,
        notes=document.notes,
    )


def _structure(document: Document, *, raw: bool) -> Structure:
    if raw:
        lines = split_lines(document.text)
        blocks = tuple(Block(BlockKind.PARAGRAPH, line.start, line.end) for line in lines)
        return Structure(blocks, None, None, ())
    if document.blocks:
        return Structure(document.blocks, None, None, ())
    if document.paragraphs is not None:
        return arrange(document.paragraphs)
    return find_structure(document.text)


def _language_code(lang: str) -> str:
    """The ISO 639-1 code of a language tag such as ``de`` or ``de-AT``."""
    code = re.split("[-_]", lang, maxsplit=1)[0].lower()
    if code != UNDETERMINED and not re.fullmatch("[a-z]{2}", code):
        raise ReadError(f"{printable(lang)}: no language code; use two letters, such as de or en")
    return code


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
