"""Two reports in one language, where translations allow it.

Sentences of one language share words, and the encoder ranks them better: on reports whose
translation is at hand, aligning the translation finds half as many links again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.encode import reads_language
from tui.model import Article, Translation

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["Translations", "common_language", "sentences_in"]

Translations = Mapping[int, Translation]
"""Translations of an article's sentences by their index."""

_MOST = 0.9
"""The share of an article's sentences that must be translated for it to be read so."""


def common_language(
    a: Article,
    b: Article,
    translations_a: Translations,
    translations_b: Translations,
    encoder: Encoder | None = None,
) -> str | None:
    """The language in which two articles are best aligned: with translations, or without.

    Args:
        a: One article.
        b: The other.
        translations_a: What there is of A in other languages.
        translations_b: The same of B.
        encoder: The encoder that is to read them; the offline one by default.

    Returns:
        An ISO 639-1 code, or ``None`` where the articles are best taken as they are.
    """
    if a.lang == b.lang and reads_language(a.lang, encoder):
        return None
    both = _languages(a, translations_a) & _languages(b, translations_b) - {"und"}
    # Rather a language that one of them is written in than one that both are translated into.
    best = sorted(both, key=lambda lang: (lang not in (a.lang, b.lang), lang))
    return next((lang for lang in best if reads_language(lang, encoder)), None)


def sentences_in(article: Article, lang: str, translations: Translations) -> list[str]:
    """The content sentences of an article, translated where they are not in ``lang``."""
    known = {} if article.lang == lang else translations
    return [known[s.index].text if s.index in known else s.text for s in article.content]


def _languages(article: Article, translations: Translations) -> set[str]:
    """The languages in which an article can be read: its own, and any it is translated into."""
    told = [s.index for s in article.content if any(map(str.isalpha, s.text))]
    found = {_base(translations[n].lang) for n in told if n in translations}
    share = sum(n in translations for n in told) / max(1, len(told))
    return {article.lang} | (found if len(found) == 1 and share >= _MOST else set())


def _base(tag: str) -> str:
    """The language of a tag such as ``pt-BR``, as an article's ``lang`` gives it."""
    return tag.replace("_", "-").partition("-")[0].lower()
