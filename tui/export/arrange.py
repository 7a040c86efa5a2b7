"""What is done to a comparison before any format sees it: sources left out, sides exchanged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.export.base import ExportOptions
from tui.model import Article, Comparison, Translation

__all__ = ["anonymised", "transposed"]

_DETAIL_OF_ORIGIN = re.compile(r":\s|\s\(")
"""What sets a memory's file, or a provider's host, apart from what it is."""

_QUOTED = re.compile("“([^”]*)”")


def anonymised(comparison: Comparison) -> Comparison:
    """The comparison without what says where the reports come from, dates excepted.

    The reports' own sentences stay as they are, and may still tell.
    """
    return replace(
        comparison,
        a=_nameless(comparison.a, "Report 1"),
        b=_nameless(comparison.b, "Report 2"),
        translations_a=_unsourced(comparison.a, comparison.translations_a),
        translations_b=_unsourced(comparison.b, comparison.translations_b),
    )


def _nameless(article: Article, name: str) -> Article:
    return replace(
        article,
        id=name,
        label=name,
        title=None,
        deck=None,
        path=None,
        url=None,
        source=None,
        author=None,
        notes=(),
    )


def _unsourced(article: Article, translations: Mapping[int, Translation]) -> dict[int, Translation]:
    """Translations with what made them, but neither the memory's file nor the provider's host.

    What is in doubt about one may quote the sentence that a memory has it for: words of another
    text, which are left out.
    """
    unsourced = {}
    for index, told in translations.items():
        known = f"{article.sentences[index].flat} {told.text}".casefold()

        def quoted(match: re.Match[str], known: str = known) -> str:
            return match[0] if match[1].casefold() in known else "“…”"

        unsourced[index] = replace(
            told,
            origin=_DETAIL_OF_ORIGIN.split(told.origin, maxsplit=1)[0],
            doubts=tuple(_QUOTED.sub(quoted, doubt) for doubt in told.doubts),
        )
    return unsourced


def transposed(options: ExportOptions) -> ExportOptions:
    """Options for the transposed comparison."""
    return replace(
        options,
        swapped=False,
        selection=options.selection and options.selection.transposed(),
    )
