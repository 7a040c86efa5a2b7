"""Sentences of two reports into links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.align.side import Texts
from tui.encode.translated import Translations, common_language, sentences_in
from tui.model import Article, Link, SentenceKind

if TYPE_CHECKING:
    from tui.align.combiner import Combiner
    from tui.encode import Encoder
    from tui.encode.pieces import Parts

__all__ = ["Progress", "align_articles", "align_sentences", "asked_first"]

Progress = Callable[[int, int], None]
"""Told how much is done, of how much; cancels by raising."""

_STEPS = 100
_ENCODED = 60
_PAIRED = 70
"""Steps after which the sentences are encoded, and the candidates found; about as time goes."""


def align_sentences(
    a: Sequence[str],
    b: Sequence[str],
    *,
    lang_a: str,
    lang_b: str,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> list[Link]:
    """Link the sentences of two lists that state the same thing, wholly or in part.

    Links may cross, and a sentence may have several or none. A first sentence that does not end
    like a sentence is taken for a headline.

    Args:
        a: Sentences of one report.
        b: Sentences of the other.
        lang_a: ISO 639-1 code of A's language; ``"und"`` where it is not known.
        lang_b: The same for B.
        encoder: The sentence encoder; the offline one by default.
        progress: Told how much is done; whatever it raises passes through.

    Returns:
        The links sorted by ``(i, j)``, with calibrated scores. Aligning ``(b, a)`` gives the same
        links transposed.
    """
    return _align(Texts.of(a, lang_a), Texts.of(b, lang_b), encoder, progress)


def align_articles(
    a: Article,
    b: Article,
    *,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> tuple[Link, ...]:
    """Link the sentences of two articles; furniture is left out.

    Args:
        a: One report.
        b: The other.
        translations_a: Translations of A's sentences. Where they put the two articles into one
            language, they are aligned in it (:func:`~tui.encode.translated.common_language`).
        translations_b: The same for B.
        encoder: The sentence encoder; the offline one by default.
        progress: Told how much is done; whatever it raises passes through.

    Returns:
        The links sorted by ``(i, j)``, which are indices of the articles' ``sentences``.
    """
    lang = common_language(a, b, translations_a, translations_b, encoder)
    texts_a, texts_b = _texts(a, lang, translations_a), _texts(b, lang, translations_b)
    links = _align(texts_a, texts_b, encoder, progress)
    return tuple(
        replace(link, i=a.content[link.i].index, j=b.content[link.j].index) for link in links
    )


def asked_first(
    a: Article,
    b: Article,
    *,
    translations_a: Translations = MappingProxyType({}),
    translations_b: Translations = MappingProxyType({}),
    encoder: Encoder | None = None,
) -> list[tuple[Sequence[str], Sequence[Parts]]]:
    """What aligning two articles will first give an encoder that tells of pieces, call by call.

    Args:
        a: One report.
        b: The other.
        translations_a: Translations of A's sentences, as in :func:`align_articles`.
        translations_b: The same for B.
        encoder: The sentence encoder; the offline one by default.
    """
    from tui.align.side import first_batch
    from tui.encode import reads_language

    lang = common_language(a, b, translations_a, translations_b, encoder)
    sides = [_texts(a, lang, translations_a), _texts(b, lang, translations_b)]
    if not all(side.sentences and reads_language(side.lang, encoder) for side in sides):
        return []
    return [first_batch(side) for side in sorted(sides, key=_rank)]


def _texts(article: Article, lang: str | None, translations: Translations) -> Texts:
    """What the aligner reads of an article: in its own language, or in ``lang``."""
    sentences = article.content
    headlines = frozenset(
        place for place, s in enumerate(sentences) if s.kind is SentenceKind.TITLE
    )
    texts = Texts.of(
        sentences_in(article, lang or article.lang, translations), lang or article.lang
    )
    if headlines:
        texts = replace(texts, headlines=headlines)
    headings = frozenset(
        place
        for place, s in enumerate(sentences)
        if s.kind is SentenceKind.HEADING and place > texts.lead
    )
    texts = replace(texts, headings=headings - texts.headlines)
    try:
        return replace(texts, published=date.fromisoformat((article.published or "")[:10]))
    except ValueError:
        return texts


def _align(a: Texts, b: Texts, encoder: Encoder | None, progress: Progress | None) -> list[Link]:
    """Align in one order of the two, so that the other order cannot come out otherwise."""
    if _rank(b) < _rank(a):
        return sorted(
            (replace(link, i=link.j, j=link.i) for link in _align(b, a, encoder, progress)),
            key=lambda link: (link.i, link.j),
        )
    report = progress or _ignore
    report(0, _STEPS)
    links = _links(a, b, encoder, report) if a.sentences and b.sentences else []
    report(_STEPS, _STEPS)
    return links


def _rank(texts: Texts) -> tuple[str, tuple[str, ...]]:
    return texts.lang, texts.sentences


def _links(a: Texts, b: Texts, encoder: Encoder | None, progress: Progress) -> list[Link]:
    import numpy as np

    from tui.align.candidates import candidates
    from tui.align.features import features
    from tui.align.side import Side
    from tui.encode.blas import one_blas_thread

    encoder, combiner = _models(a.lang, b.lang, encoder)

    def within(start: int, end: int) -> Callable[[float], None]:
        return lambda share: progress(start + int((end - start) * share), _STEPS)

    middle = _ENCODED * len(a.sentences) // (len(a.sentences) + len(b.sentences))
    side_a = Side(a, encoder, within(0, middle))
    side_b = Side(b, encoder, within(middle, _ENCODED))
    with one_blas_thread():
        pairs = candidates(side_a.vectors, side_b.vectors, within(_ENCODED, _PAIRED))
        described = features(side_a, side_b, pairs, within(_PAIRED, _STEPS))
    scores = combiner.score(described)
    # A line of figures or signs alone matches no sentence, whatever the encoder makes of it.
    alike = side_a.has_letters[pairs.rows] == side_b.has_letters[pairs.cols]
    linked = np.flatnonzero(alike & (scores.scores >= combiner.threshold))
    ends = pairs.rows[linked].tolist(), pairs.cols[linked].tolist()
    told = zip(*ends, scores.scores[linked].tolist(), scores.evidence(linked), strict=True)
    return [Link(i, j, score, evidence) for i, j, score, evidence in told]


def _models(lang_a: str, lang_b: str, encoder: Encoder | None) -> tuple[Encoder, Combiner]:
    """The encoder and the weights that go with it and with one language, or with two.

    For languages the encoder does not know, characters take its place.
    """
    from tui.align.combiner import Combiner
    from tui.encode import default_encoder, reads_language
    from tui.encode.characters import CharacterEncoder

    if reads_language(lang_a, encoder) and reads_language(lang_b, encoder):
        weights = "within" if lang_a == lang_b else "across"
        return encoder or default_encoder(), Combiner.load(weights)
    return CharacterEncoder(), Combiner.load("characters")


def _ignore(done: int, total: int) -> None:
    """Take progress nobody asked for."""
