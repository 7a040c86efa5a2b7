"""Comparisons as JSON, to the schema ``diptych.comparison/1`` (docs/json.md)."""

from __future__ import annotations

import dataclasses
import json
import math
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from tui import __version__
from tui.export.base import ExportOptions
from tui.model import Article, Comparison, Divergence, Link, Side, Translation

__all__ = ["SCHEMA", "document", "plain_value", "render"]

SCHEMA = "diptych.comparison/1"
"""The schema's name; a change that breaks a reader of it makes a new number."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON may hold raw but a terminal or an editor would obey."""


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The document as indented JSON, in UTF-8 letters; what steers terminals is escaped."""
    # Lone surrogates cannot be written as UTF-8, so they alone make the text ASCII.
    made = document(comparison, options)
    text = json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(made, indent=1, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def document(comparison: Comparison, options: ExportOptions | None = None) -> dict[str, Any]:
    """The comparison as JSON's own types, fields in the schema's order."""
    options = options or ExportOptions()
    title = {"title": options.title} if options.title else {}
    comparison = _of_selection(comparison, options)
    told_a = comparison.translations_a if options.translations else {}
    told_b = comparison.translations_b if options.translations else {}
    return {
        "schema": SCHEMA,
        "generator": {"name": "diptych", "version": __version__},
        **title,
        "a": _article(comparison.a, told_a),
        "b": _article(comparison.b, told_b),
        "links": [_link(link, evidence=options.evidence) for link in comparison.links],
        "divergences": [_divergence(d) for d in comparison.divergences],
        "summary": dict(comparison.summary),
    }


def _of_selection(comparison: Comparison, options: ExportOptions) -> Comparison:
    """The reports as they are exported: of a selection, or without their furniture, an excerpt."""
    if not options.selection and not options.anonymous:
        return comparison
    from tui.export.selection import excerpt
    from tui.export.view import View

    rows = View(comparison, options).rows
    return excerpt(comparison, frozenset(place for row in rows for place in row.primaries))


def _article(article: Article, translations: Mapping[int, Translation]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "lang": article.lang,
        "text": article.text,
        "sentences": [
            {
                "index": s.index,
                "text": s.text,
                "start": s.start,
                "end": s.end,
                "block": s.block,
                "kind": s.kind.value,
                "translation": _translation(translations.get(s.index)),
            }
            for s in article.sentences
        ],
    }
    told = {"label": article.label, "deck": article.deck}
    made |= {name: words for name, words in told.items() if words is not None}
    if article.notes:
        made["notes"] = list(article.notes)
    return made


def _translation(translation: Translation | None) -> dict[str, Any] | None:
    if translation is None:
        return None
    told: dict[str, Any] = {
        "lang": translation.lang,
        "text": translation.text,
        "origin": translation.origin,
    }
    if translation.match < 1.0:
        told["match"] = int(translation.match * 10_000) / 10_000
    if translation.doubts:
        told["doubts"] = list(translation.doubts)
    return told


def _link(link: Link, *, evidence: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"a": link.i, "b": link.j, "score": _score(link.score)}
    if evidence:
        made["evidence"] = [
            {"feature": e.feature, "value": _finite(e.value), "weight": _finite(e.weight)}
            for e in link.evidence
        ]
    return made


def _divergence(divergence: Divergence) -> dict[str, Any]:
    return {
        "kind": divergence.kind.value,
        "relation": divergence.relation.value,
        "score": _score(divergence.score),
        "a": _side(divergence.a),
        "b": _side(divergence.b),
        "note": divergence.note,
        "elsewhere": divergence.elsewhere,
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "sentence": side.sentence,
        "start": side.detail.start,
        "end": side.detail.end,
        "text": side.detail.text,
        "value": plain_value(side.detail.value),
    }


def plain_value(value: object) -> Any:
    """A detail's value as JSON's own types; infinities, which JSON lacks, become ``None``.

    Of a dataclass, the fields that make the value what it is: those left out of comparing two
    values depend on the wording, or serve only those who compare.
    """
    match value:
        case Enum():
            return plain_value(value.value)
        case None | bool() | int() | str():
            return value
        case float():
            return _finite(value)
        case Decimal() | Fraction():
            return int(value) if _is_whole(value) else _finite(float(value))
        case date() | time():
            return value.isoformat()
        case Mapping():
            return {str(key): plain_value(item) for key, item in value.items()}
        case AbstractSet():
            return sorted((plain_value(item) for item in value), key=repr)
        case list() | tuple():
            return [plain_value(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        identity = (f.name for f in dataclasses.fields(value) if f.compare)
        return {name: plain_value(getattr(value, name)) for name in identity}
    raise TypeError(f"a detail's value holds {type(value).__name__}, which has no JSON form")


def _is_whole(value: Decimal | Fraction) -> bool:
    return math.isfinite(value) and value == int(value)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _score(score: float) -> float:
    return round(float(score), 4)
