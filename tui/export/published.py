"""Comparisons read back from their JSON, the same as they were written.

The file may come from anywhere. It is held to the published schema, then to what a schema cannot
say: that every offset and index is true. A detail's normal form comes back as the object that was
published, not as the program's own type.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import printable
from tui.export.base import ExportError
from tui.export.json import SCHEMA
from tui.model import (
    BLOCK_KIND,
    Article,
    Block,
    BlockKind,
    Comparison,
    Detail,
    DetailKind,
    Divergence,
    Evidence,
    Link,
    Relation,
    Sentence,
    SentenceKind,
    Side,
    Translation,
    divergence_order,
)
from tui.read.decode import clean
from tui.read.files import legible, read_bytes

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

__all__ = ["Published", "parse_comparison", "read_comparison"]

MOST_BLOCKS = 1_000_000
"""More than any report has; a number in the file must not decide how much memory is taken."""

MOST_LEVELS = 20
"""More than any detail's value has one within the other."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a file of a comparison holds; ``title`` is the story's, where it is told."""

    comparison: Comparison
    title: str | None


class _Fault(Exception):  # noqa: N818 - told with the file's name by the caller
    """What is wrong in the document, and where."""


def read_comparison(path: Path) -> Published:
    """Read a comparison from a file that ``diptych compare --format json`` wrote.

    Raises:
        ReadError: The file cannot be read.
        ExportError: It is no JSON, breaks the schema, or an offset or index in it is wrong; the
            message says where.
    """
    return parse_comparison(read_bytes(path), printable(path))


def parse_comparison(data: bytes, where: str) -> Published:
    """The comparison in a file's bytes; ``where`` is what to call it in an error.

    Raises:
        ExportError: As :func:`read_comparison`.
    """
    try:
        document = json.loads(data, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ExportError(f"{where}, line {error.lineno}: no JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise ExportError(f"{where}: no JSON, or not in UTF-8") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise ExportError(
            f"{where}: no comparison: it does not begin with the schema {SCHEMA}; "
            "'diptych compare --format json' writes one"
        )
    fault = next(iter(sorted(_validator().iter_errors(document), key=lambda e: len(e.path))), None)
    if fault is not None:
        at = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in fault.absolute_path)
        raise ExportError(
            f"{where}: {at.lstrip('.') or 'the document'}: {printable(fault.message)}"
        )
    try:
        return Published(_comparison(document), _clean(document.get("title"), "title"))
    except _Fault as found:
        raise ExportError(f"{where}: {found}") from None


def _no_number(name: str) -> None:
    raise ValueError(name)


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    source = files("tui.data") / "schema" / "diptych.comparison-1.schema.json"
    return Draft202012Validator(json.loads(source.read_text(encoding="utf-8")))


def _comparison(document: Mapping[str, Any]) -> Comparison:
    a, b = (_article(document[which], which) for which in ("a", "b"))
    links = [_link(given, a, b, f"links[{n}]") for n, given in enumerate(document["links"])]
    divergences = [
        _divergence(given, a, b, f"divergences[{n}]")
        for n, given in enumerate(document["divergences"])
    ]
    return Comparison(
        a=a,
        b=b,
        links=tuple(sorted(links, key=lambda k: (k.i, k.j))),
        divergences=tuple(sorted(divergences, key=divergence_order)),
        translations_a=dict(_translations(document["a"], "a")),
        translations_b=dict(_translations(document["b"], "b")),
    )


def _article(given: Mapping[str, Any], where: str) -> Article:
    text = _clean(given["text"], f"{where}.text")
    assert text is not None
    sentences = tuple(_sentences(given["sentences"], text, where))
    told = {
        name: _clean(given.get(name), f"{where}.{name}")
        for name in ("url", "title", "deck", "source", "author", "published", "label")
    }
    path = given.get("path")
    return Article(
        id=_clean(given["id"], f"{where}.id") or "report",
        text=text,
        blocks=tuple(_blocks(sentences)),
        sentences=sentences,
        lang=_clean(given["lang"], f"{where}.lang") or "und",
        path=path and legible(path),  # a file's name may be anything
        notes=tuple(_clean(note, f"{where}.notes") or "" for note in given.get("notes", ())),
        **told,
    )


def _sentences(given: Sequence[Mapping[str, Any]], text: str, where: str) -> Iterator[Sentence]:
    end = block = 0
    for index, entry in enumerate(given):
        here = f"{where}.sentences[{index}]"
        if entry["index"] != index:
            raise _Fault(f"{here}: its index is {entry['index']}")
        # To a schema 3.0 is a whole number too.
        start, stop, number = (int(entry[name]) for name in ("start", "end", "block"))
        if start < end or entry["text"] != text[start:stop]:
            raise _Fault(f"{here}: start and end are not where its text stands")
        if not block <= number <= MOST_BLOCKS:
            raise _Fault(f"{here}: its block is out of order")
        end, block = stop, number
        yield Sentence(index, entry["text"], start, stop, number, SentenceKind(entry["kind"]))


def _blocks(sentences: Sequence[Sentence]) -> Iterator[Block]:
    """A block to each number; a number that no sentence has is an empty paragraph."""
    count = end = 0
    for number, inside in groupby(sentences, key=lambda s: s.block):
        for _ in range(count, number):
            yield Block(BlockKind.PARAGRAPH, end, end)
        first, *rest = inside
        end = rest[-1].end if rest else first.end
        yield Block(BLOCK_KIND[first.kind], first.start, end)
        count = number + 1


def _translations(given: Mapping[str, Any], where: str) -> Iterator[tuple[int, Translation]]:
    for entry in given["sentences"]:
        told = entry["translation"]
        if told is not None:
            here = f"{where}.sentences[{entry['index']}].translation"
            yield (
                int(entry["index"]),
                Translation(
                    lang=_clean(told["lang"], here) or "und",
                    text=_clean(told["text"], here) or "",
                    origin=_clean(told["origin"], here) or "",
                    match=told.get("match", 1.0),
                    doubts=tuple(_clean(doubt, here) or "" for doubt in told.get("doubts", ())),
                ),
            )


def _link(given: Mapping[str, Any], a: Article, b: Article, where: str) -> Link:
    for article, name in ((a, "a"), (b, "b")):
        index = int(given[name])
        if index >= len(article.sentences) or not article.sentences[index].is_content:
            raise _Fault(f"{where}: {name} has no sentence {index} that could be linked")
    evidence = tuple(
        Evidence(e["feature"], _number(e["value"]), _number(e["weight"]))
        for e in given.get("evidence", ())
    )
    return Link(int(given["a"]), int(given["b"]), float(given["score"]), evidence)


def _number(value: float | None) -> float:
    """A number as published: what JSON has no number for is ``null`` there."""
    return float("inf") if value is None else float(value)


def _divergence(given: Mapping[str, Any], a: Article, b: Article, where: str) -> Divergence:
    kind = DetailKind(given["kind"])
    return Divergence(
        kind=kind,
        relation=Relation(given["relation"]),
        score=float(given["score"]),
        a=_side(given["a"], a, kind, f"{where}.a"),
        b=_side(given["b"], b, kind, f"{where}.b"),
        note=_clean(given.get("note", ""), f"{where}.note") or "",
        elsewhere=given.get("elsewhere", False),
    )


def _side(
    given: Mapping[str, Any] | None, article: Article, kind: DetailKind, where: str
) -> Side | None:
    if given is None:
        return None
    index, start, end = (int(given[name]) for name in ("sentence", "start", "end"))
    if index >= len(article.sentences):
        raise _Fault(f"{where}: there is no sentence {index}")
    sentence, text = article.sentences[index], given["text"]
    if start > end or sentence.text[start:end] != text:
        raise _Fault(f"{where}: start and end are not where its text stands")
    value = _frozen(given["value"], f"{where}.value")
    return Side(sentence.index, Detail(kind, start, end, text, value))


class _Value(Mapping[str, object]):
    """A detail's normal form as published, hashable like the program's own."""

    def __init__(self, items: Mapping[str, object]) -> None:
        self._items = dict(items)

    def __getitem__(self, key: str) -> object:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))


def _frozen(value: Any, where: str, levels: int = MOST_LEVELS) -> Any:
    if not levels:
        raise _Fault(f"{where}: nested too deeply")
    if isinstance(value, dict):
        return _Value({key: _frozen(item, where, levels - 1) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(item, where, levels - 1) for item in value)
    return value


def _clean(text: str | None, where: str) -> str | None:
    """Text without anything that steers a terminal; Diptych's own exports have none."""
    if text is not None and clean(text, raw=True).text != text:
        raise _Fault(f"{where}: holds control characters; write the comparison again")
    return text
