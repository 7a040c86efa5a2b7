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
from typing import TYPE_CHECKING, Any

from tui import __version__
from tui.export.base import ExportOptions
from tui.export.captions import (
    even,
    fingerprint,
    heading,
    is_right_to_left,
    known_language,
    one_line,
    opening,
    origin,
    place,
)
from tui.export.changed import side_pieces
from tui.export.ribbons import HEIGHT, STRIP, WIDTH, draw_map
from tui.export.view import Difference, View
from tui.model import SIDES, Article, Comparison, Divergence, Relation, SentenceKind, Which
from tui.rows import Row
from tui.words import RELATIONS, SEVERITY, credit, remark

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

_ADDRESS = re.compile(r"https?://[!-~]+")


def render(comparison: Comparison, options: ExportOptions) -> str:
    """The page's source."""
    from markupsafe import Markup

    style, script = _asset("style.css"), _asset("script.js")
    return _template().render(
        **_Page(View(comparison, options)).context(),
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
    meaning: str
    count: int = 0

    @classmethod
    def of(cls, relation: Relation, count: int = 0) -> _Relation:
        words = RELATIONS[relation]
        return cls(relation.value, words.glyph, words.label, words.sentence, count)


class _Page:
    """The values the template lays out, by the names it knows them by."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.options = view.options

    def context(self) -> dict[str, Any]:
        comparison = self.view.comparison
        sides = {which: self._side(which) for which in SIDES}
        whole = not (self.options.anonymous or self.options.selection)
        furniture = [
            (sides[which], _furniture(self.view.article(which))) for which in SIDES if whole
        ]
        return {
            "a": sides["a"],
            "b": sides["b"],
            "title": self.view.title,
            "headline": self.view.headline,
            "differences": [self._difference(d) for d in self.view.gravest_first],
            "remarks": any(d.remark for d in self.view.differences),
            "legend": [
                _Relation.of(relation, count)
                for relation, count in self.view.counts.items()
                if count and (self.options.agreements or relation is not Relation.AGREES)
            ],
            "translated": self.options.translations
            and bool(comparison.translations_a or comparison.translations_b),
            "map": draw_map(self.view),
            "box": {"width": WIDTH, "height": HEIGHT, "strip": STRIP},
            "lone": [(sides[which], items) for which in SIDES if (items := self._lone(which))],
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
            "place": place(article),
            "fingerprint": "" if self.options.anonymous else fingerprint(article),
            "notes": self.view.reading_notes(which),
            **_language(article.lang),
        }

    def _rows(self) -> Iterator[dict[str, Any]]:
        for row, told in zip(self.view.rows, self.view.differences_by_row, strict=True):
            yield {
                "a": self._sentence("a", row.a) if row.a is not None else None,
                "b": [self._sentence("b", j) for j in row.b],
                "echoes": [self._echo(j) for j in row.echoes],
                "linked": row.linked,
                "gravest": _Relation.of(
                    min(
                        (d.relation for d in told),
                        key=SEVERITY.__getitem__,
                        default=Relation.AGREES,
                    )
                ),
                "differs": bool(told),
                "opens": self._opens(row),
                "differences": [self._difference(d) for d in told],
            }

    def _opens(self, row: Row) -> bool:
        if row.a is not None:
            return self.view.opens_paragraph("a", row.a)
        return self.view.opens_paragraph("b", row.b[0])

    def _sentence(self, which: Which, index: int) -> dict[str, Any]:
        return {
            "index": index,
            "kind": self.view.sentence(which, index).kind.value,
            "paragraph": self.view.margin_number(which, index),
            "runs": list(self._runs(which, index)),
            "translation": self._translation(which, index),
        }

    def _translation(self, which: Which, index: int) -> dict[str, Any] | None:
        translation = self.view.translation(which, index)
        if translation is None:
            return None
        return {
            "text": one_line(translation.text),
            "origin": one_line(credit(translation)),
            "remark": one_line(remark(translation)),
            **_language(translation.lang),
        }

    def _echo(self, index: int) -> dict[str, Any]:
        return {
            "index": index,
            "paragraph": self.view.paragraph("b", index),
            "text": opening(self.view.sentence("b", index).text),
        }

    def _lone(self, which: Which) -> list[dict[str, Any]]:
        """The passages that nothing in the other report matches."""
        return [
            {
                "index": index,
                "paragraph": self.view.paragraph(which, index),
                "text": one_line(self.view.sentence(which, index).text),
                "translation": self._translation(which, index),
            }
            for row in self.view.rows
            if not row.linked
            for side, index in row.primaries
            if side == which
        ]

    def _runs(self, which: Which, index: int) -> Iterator[dict[str, Any]]:
        begun: set[int] = set()
        for piece in self.view.pieces(which, index, agreements=self.options.agreements):
            run, mark = piece.run, piece.run.mark
            yield {
                "text": even(piece.text),
                "changed": piece.changed,
                "relation": mark and _Relation.of(mark.divergence.relation),
                "number": mark and self.view.numbers.get(mark.number),
                "tip": " — ".join(self.view.tip(which, m.divergence) for m in run.marks),
                "first": mark and mark.number not in begun,
                "last": mark in run.closing and piece.last,
            }
            if mark:
                begun.add(mark.number)

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
            "a": list(_versions(divergence, "a")),
            "b": list(_versions(divergence, "b")),
            "remark": difference.remark,
            "words": self._note(difference),
            "partner": partner and f"b{partner.sentence}",
        }


def _versions(divergence: Divergence, which: Which) -> Iterator[dict[str, Any]]:
    """The words of one side, those that changed apart."""
    for text, changed in side_pieces(divergence, which):
        yield {"text": even(text), "changed": changed}


def _language(code: str) -> dict[str, str]:
    """The ``lang`` and ``dir`` of an element; no ``lang`` where the language is not known."""
    if not known_language(code):
        return {"lang": "", "direction": "auto"}
    return {"lang": code, "direction": "rtl" if is_right_to_left(code) else "ltr"}


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
