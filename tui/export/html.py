"""Comparisons as one web page that needs no network, and no script to be read.

The template (``page/comparison.html.jinja``) escapes everything by itself. The page's policy
allows only the style and the script shipped with it, by their hashes: no attribute, image, link
or script that an article might bring can load or run anything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tui import __version__
from tui.export.base import ExportOptions
from tui.export.view import (
    SIDES,
    Difference,
    View,
    even,
    fingerprint,
    heading,
    one_line,
    opening,
    origin,
)
from tui.marks import Mark
from tui.model import Article, Comparison, Relation, SentenceKind, Which
from tui.rows import Row
from tui.words import KINDS, RELATIONS, credit, remark

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[!-~]+")


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The page's source."""
    from markupsafe import Markup

    style, script = _asset("style.css"), _asset("script.js")
    return _template().render(
        **_Page(View(comparison), options).context(),
        version=__version__,
        # Ours, from the package: the only text that goes in unescaped.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.from_string(_asset("comparison.html.jinja"))


def _asset(name: str) -> str:
    return (files("tui.export") / "page" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relation as the template names it."""

    name: str
    glyph: str
    label: str
    count: int = 0

    @classmethod
    def of(cls, relation: Relation, count: int = 0) -> _Relation:
        words = RELATIONS[relation]
        return cls(relation.value, words.glyph, words.label, count)


class _Page:
    """The values the template lays out, by the names it knows them by."""

    def __init__(self, view: View, options: ExportOptions) -> None:
        self.view = view
        self.options = options

    def context(self) -> dict[str, Any]:
        comparison = self.view.comparison
        sides = {which: self._side(which) for which in SIDES}
        names = [side["name"] for side in sides.values()]
        furniture = [(sides[which], _furniture(self.view.article(which))) for which in SIDES]
        return {
            "a": sides["a"],
            "b": sides["b"],
            "title": one_line(self.options.title or "") or " and ".join(names),
            "headline": self.view.headline,
            "differences": [self._difference(d) for d in self.view.differences],
            "legend": [
                _Relation.of(relation, count)
                for relation, count in self.view.counts.items()
                if count and (self.options.agreements or relation is not Relation.AGREES)
            ],
            "translated": self.options.translations
            and bool(comparison.translations_a or comparison.translations_b),
            "rows": list(self._rows()),
            "furniture": [(side, items) for side, items in furniture if items],
        }

    def _side(self, which: Which) -> dict[str, Any]:
        article = self.view.article(which)
        summary = self.view.comparison.summary
        name = one_line(article.name)
        return {
            "which": which,
            "name": name,
            "title": heading(article),
            "origin": origin(article),
            "date": _date(article.published),
            "language": _language_name(article.lang),
            "sentences": summary[f"sentences_{which}"],
            "linked": summary[f"linked_{which}"],
            "address": article.url if article.url and _ADDRESS.fullmatch(article.url) else None,
            "place": one_line(article.url or PurePath(article.path or "").name),
            "fingerprint": fingerprint(article),
            "notes": [one_line(note) for note in article.notes],
            **_language(article.lang),
        }

    def _rows(self) -> Iterator[dict[str, Any]]:
        for row, told in zip(self.view.rows, self.view.differences_by_row, strict=True):
            yield {
                "a": self._sentence("a", row.a) if row.a is not None else None,
                "b": [self._sentence("b", j) for j in row.b],
                "echoes": [self._echo(j) for j in row.echoes],
                "linked": row.linked,
                "opens": self._opens(row),
                "differences": [self._difference(d) for d in told],
            }

    def _opens(self, row: Row) -> bool:
        if row.a is not None:
            return self.view.opens_paragraph("a", row.a)
        return self.view.opens_paragraph("b", row.b[0])

    def _sentence(self, which: Which, index: int) -> dict[str, Any]:
        translation = self.view.translation(which, index) if self.options.translations else None
        return {
            "index": index,
            "kind": self.view.sentence(which, index).kind.value,
            "paragraph": self.view.margin_number(which, index),
            "runs": list(self._runs(which, index)),
            "translation": translation
            and {
                "text": one_line(translation.text),
                "origin": one_line(credit(translation)),
                "remark": one_line(remark(translation)),
                **_language(translation.lang),
            },
        }

    def _echo(self, index: int) -> dict[str, Any]:
        return {
            "index": index,
            "paragraph": self.view.paragraph("b", index),
            "text": opening(self.view.sentence("b", index).text),
        }

    def _runs(self, which: Which, index: int) -> Iterator[dict[str, Any]]:
        begun: set[int] = set()
        for run in self.view.runs(which, index, agreements=self.options.agreements):
            mark = run.mark
            yield {
                "text": even(run.text),
                "relation": mark and _Relation.of(mark.divergence.relation),
                "number": mark and self.view.numbers.get(mark.number),
                "tip": " — ".join(self._tip(which, m) for m in run.marks),
                "first": mark and mark.number not in begun,
                "last": mark in run.closing,
            }
            if mark:
                begun.add(mark.number)

    def _tip(self, which: Which, mark: Mark) -> str:
        """A mark in words: how, what, and what the other report has instead."""
        divergence = mark.divergence
        label = RELATIONS[divergence.relation].label
        parts = [f"{label}: {KINDS[divergence.kind]}"]
        other = divergence.b if which == "a" else divergence.a
        if other:
            parts.append(f"{'B' if which == 'a' else 'A'} has “{one_line(other.detail.text)}”")
        if remark := self.view.remark(divergence, which):
            parts.append(remark)
        return " · ".join(parts)

    def _note(self, difference: Difference) -> str:
        """What stands below the two sides; nothing where an empty side has told it already."""
        divergence = difference.divergence
        remark = self.view.remark(divergence, "a" if divergence.a else "b")
        return remark or (difference.label if divergence.a and divergence.b else "")

    def _difference(self, difference: Difference) -> dict[str, Any]:
        divergence = difference.divergence
        partner = divergence.b if divergence.elsewhere else None
        return {
            "number": difference.number,
            "relation": _Relation.of(difference.relation),
            "kind": difference.kind,
            "a": difference.a,
            "b": difference.b,
            "remark": difference.remark,
            "words": self._note(difference),
            "partner": partner and f"b{partner.sentence}",
        }


def _language(code: str) -> dict[str, str]:
    """The ``lang`` and ``dir`` of an element; no ``lang`` where the language is not known."""
    known = _LANGUAGE.fullmatch(code) and code != "und"
    if not known:
        return {"lang": "", "direction": "auto"}
    return {"lang": code, "direction": "rtl" if code[:3].strip("-") in _RIGHT_TO_LEFT else "ltr"}


def _language_name(code: str) -> str:
    from babel import Locale

    name = Locale("en").languages.get(code.partition("-")[0])
    return "not known" if code == "und" or not name else str(name)


def _date(published: str | None) -> dict[str, str] | None:
    """The date as written and in words; as it is where it is no ISO 8601 date."""
    if not published:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return {"iso": "", "words": one_line(published)}
    return {"iso": one_line(published), "words": f"{day.day} {day:%B %Y}"}


def _furniture(article: Article) -> list[str]:
    return [one_line(s.text) for s in article.sentences if s.kind is SentenceKind.FURNITURE]
