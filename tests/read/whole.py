"""What must hold of every article, whatever it was read from."""

from __future__ import annotations

from tui.model import SENTENCE_KIND, Article

__all__ = ["require_whole"]


def require_whole(article: Article) -> None:
    """Blocks and sentences are in order, are what the text has there, and leave nothing out."""
    place = 0
    for block in article.blocks:
        assert place <= block.start < block.end <= len(article.text)
        assert not article.text[place : block.start].strip()
        place = block.end
    assert not article.text[place:].strip()
    place = 0
    for index, sentence in enumerate(article.sentences):
        assert sentence.index == index
        assert sentence.text == article.text[sentence.start : sentence.end]
        assert not article.text[place : sentence.start].strip()
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.kind is SENTENCE_KIND[block.kind]
        place = sentence.end
    assert not article.text[place:].strip()
