"""What extractors know of an article beyond the sentence: its language, date and aliases."""

from __future__ import annotations

from datetime import date

from tui.details.aliases import collect
from tui.details.article_words import ArticleWords
from tui.details.base import ArticleContext
from tui.model import Article

__all__ = ["article_context"]


def article_context(article: Article) -> ArticleContext:
    """Gather what relative dates, short names and common words are told by."""
    sentences = [s.text for s in article.content]
    return ArticleContext(
        lang=article.lang,
        published=_published(article),
        aliases=collect(sentences, article.lang),
        words=ArticleWords.of(sentences, article.lang),
    )


def _published(article: Article) -> date | None:
    """The day of publication; metadata of a page may hold anything, so what is no date is none."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
