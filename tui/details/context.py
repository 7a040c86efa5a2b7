"""What extractors know of an article beyond the sentence: its language, date and aliases."""

from __future__ import annotations

from datetime import date

from tui.details.aliases import collect
from tui.details.base import ArticleContext
from tui.model import Article

__all__ = ["article_context"]


def article_context(article: Article) -> ArticleContext:
    """Gather what relative dates and short names are read by."""
    return ArticleContext(
        lang=article.lang,
        published=_published(article),
        aliases=collect((s.text for s in article.content), article.lang),
    )


def _published(article: Article) -> date | None:
    """The day of publication; metadata of a page may hold anything, so what is no date is none."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
