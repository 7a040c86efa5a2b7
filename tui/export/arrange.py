"""What is done to a comparison before any format sees it: sources left out, sides exchanged."""

from __future__ import annotations

from dataclasses import replace

from tui.export.base import ExportOptions
from tui.model import Article, Comparison

__all__ = ["anonymised", "transposed"]


def anonymised(comparison: Comparison) -> Comparison:
    """The comparison without what says where the reports come from, dates excepted.

    The reports' own sentences stay as they are, and may still tell.
    """
    return replace(
        comparison, a=_nameless(comparison.a, "Report 1"), b=_nameless(comparison.b, "Report 2")
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


def transposed(options: ExportOptions) -> ExportOptions:
    """Options for the transposed comparison."""
    return replace(
        options,
        swapped=False,
        selection=options.selection and options.selection.transposed(),
    )
