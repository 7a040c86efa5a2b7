"""Whole articles in the layouts that files come in, against the blocks an editor would mark.

Each ``articles/NAME.txt`` has a ``NAME.blocks``: what is known of the article, then a line for each
block with its kind and its sentences, long ones shortened in the middle.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.model import Article
from tui.read import read_article

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def outline(article: Article) -> str:
    """An article's metadata and blocks, as in the ``.blocks`` files."""
    lines = [
        f"{name}: {value}"
        for name in ("lang", "title", "deck", "author", "published")
        if (value := getattr(article, name)) is not None
    ]
    lines.append("")
    for number, block in enumerate(article.blocks):
        sentences = [shortened(s.flat) for s in article.sentences if s.block == number]
        lines.append(f"{block.kind.value:<9} {' ¦ '.join(sentences)}")
    return "\n".join(lines) + "\n"


def shortened(text: str) -> str:
    return text if len(text) <= 64 else f"{text[:40]} … {text[-20:]}"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_has_the_blocks_its_editor_would_mark(path: Path) -> None:
    expected = path.with_suffix(".blocks").read_text(encoding="utf-8")
    assert outline(read_article(path)) == expected


def test_there_are_more_than_a_dozen_layouts() -> None:
    assert len(ARTICLES) > 12
