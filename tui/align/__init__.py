"""Alignment: which sentences of two reports state the same thing, wholly or in part."""

from __future__ import annotations

from tui.align.aligner import Progress, align_articles, align_sentences, asked_first

__all__ = ["Progress", "align_articles", "align_sentences", "asked_first"]
