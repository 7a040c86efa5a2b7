"""What comparing details takes, made ready while something else is waited for."""

from __future__ import annotations

from dataclasses import replace

from tui.details.compare import compare_linked
from tui.model import Article, Link

__all__ = ["prepare"]

OPENING = 6
"""Sentences of each article that are looked at; they call for most of what all will."""


def prepare(a: Article, b: Article) -> None:
    """Load the modules and lexicons that comparing two articles will take, some 0.2 s of work.

    What that is, the languages and the text decide; so the articles' openings are compared, and
    the outcome is dropped. A lexicon is compiled once a process.

    Args:
        a: The article that stands left.
        b: The article that stands right.
    """
    one, other = (replace(article, sentences=article.content[:OPENING]) for article in (a, b))
    beside = zip(one.sentences, other.sentences, strict=False)
    compare_linked(one, other, [Link(i.index, j.index, 1.0) for i, j in beside])
