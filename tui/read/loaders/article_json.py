"""Articles as Diptych's own JSON has them: the object under ``a`` or ``b`` (docs/json.md).

Blocks and sentences are taken as they are given, after checking that they fit the text.
"""

from __future__ import annotations

import json
import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from tui.model import BLOCK_KIND, Block, Sentence, SentenceKind
from tui.read.decode import clean, decode
from tui.read.document import Document, Input, Metadata
from tui.read.errors import ReadError
from tui.read.loaders.metadata import iso_date, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["load_json"]

_LANGUAGE = re.compile("[a-z]{2}")


def load_json(source: Input) -> Document:
    """Load an article.

    Raises:
        ReadError: It is no JSON, no article of ours, or its sentences do not fit its text.
    """
    decoded = decode(source.data, source.where, declared=source.charset, raw=True)
    try:
        table = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        at = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ReadError(f"{source.where}{at}: damaged JSON; export it anew") from None
    if isinstance(table, dict) and str(table.get("schema", "")).startswith("diptych.comparison/"):
        raise ReadError(f"{source.where}: a comparison of two reports, not a report")
    if not isinstance(table, dict) or not isinstance(table.get("text"), str):
        raise ReadError(f"{source.where}: JSON, but no article of Diptych's: it has no text")
    text = clean(table["text"], raw=source.raw).text
    if source.raw:
        return Document(text)
    if text != table["text"]:
        raise ReadError(f"{source.where}: its text holds control characters; export it anew")
    blocks, sentences = _structure(text, table.get("sentences"), source.where)
    return Document(
        text=text,
        metadata=_metadata(table),
        blocks=blocks,
        sentences=sentences,
    )


def _metadata(table: Mapping[str, Any]) -> Metadata:
    url = one_line(table.get("url"))
    lang = table.get("lang")
    return Metadata(
        title=one_line(table.get("title")),
        source=one_line(table.get("source")),
        author=one_line(table.get("author")),
        published=iso_date(table.get("published")),
        lang=lang if isinstance(lang, str) and _LANGUAGE.fullmatch(lang) else None,
        url=url if url and url.startswith(("http://", "https://")) else None,
    )


def _structure(
    text: str, listed: object, where: str
) -> tuple[tuple[Block, ...], tuple[Sentence, ...]]:
    """The blocks that sentences are grouped in; none of both where no sentences are listed."""
    if not isinstance(listed, list) or not listed:
        return (), ()
    try:
        rows = [
            (int(row["start"]), int(row["end"]), int(row["block"]), SentenceKind(row["kind"]))
            for row in listed
        ]
        given = [row["text"] for row in listed]
    except (KeyError, TypeError, ValueError, OverflowError):
        raise ReadError(f"{where}: a sentence lacks its place or kind; export it anew") from None
    fits = all(0 <= start < end <= len(text) for start, end, _, _ in rows)
    ordered = all(a[1] <= b[0] and a[2] <= b[2] for a, b in pairwise(rows))
    between = zip(
        [0, *(row[1] for row in rows)], [*(row[0] for row in rows), len(text)], strict=True
    )
    whole = all(not text[start:end].strip() for start, end in between)
    if not (fits and ordered and whole) or given != [text[start:end] for start, end, _, _ in rows]:
        raise ReadError(f"{where}: its sentences do not fit its text; export it anew")
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for number, (_, group) in enumerate(groupby(rows, key=lambda row: row[2])):
        members = list(group)
        kind = members[0][3]
        blocks.append(Block(BLOCK_KIND[kind], members[0][0], members[-1][1]))
        for start, end, _, _ in members:
            sentences.append(Sentence(len(sentences), text[start:end], start, end, number, kind))
    return tuple(blocks), tuple(sentences)
