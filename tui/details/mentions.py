"""Whether a report has a name at all: inflected, translated, or where no extractor sees it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tui.details.article_words import ArticleWords
from tui.details.likeness import sound
from tui.details.placed_name import PlacedName
from tui.details.sorts import sorts
from tui.details.vocabulary import vocabulary
from tui.details.words import bare, words
from tui.model import DetailKind

__all__ = [
    "distinctive",
    "has_all",
    "has_any",
    "is_coded_in",
    "is_in_use",
    "words_in_use",
    "words_of",
]


def words_in_use(texts: Iterable[str]) -> frozenset[str]:
    """The bare words of sentences that are in lower case or open them."""
    return _words_in_use(tuple(texts))


@lru_cache(maxsize=16)
def _words_in_use(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        bare(w.text) for text in texts for w in words(text) if not w.capital or w.opens
    )


def words_of(names: Iterable[PlacedName]) -> frozenset[str]:
    """The bare words of names."""
    return frozenset(
        bare(w.text) for place in names for w in place.sentence[place.first : place.last + 1]
    )


def is_in_use(place: PlacedName, used: frozenset[str]) -> bool:
    """Whether words in use have a name's own words, so that it is there without being seen.

    Of a person the surname is asked for: a first name that opens a sentence may be another's.
    """
    own = distinctive(place)
    if place.kind is DetailKind.PERSON:
        own = own[-1:]
    return any(_has_form(word, used) for word in own)


def has_any(place: PlacedName, article: ArticleWords, lang: str) -> bool:
    """Whether an article has a name, or a distinctive word of it; a person's name, all words."""
    if place.kind is DetailKind.PERSON or ":" in place.name.key:
        return has_all(place, article, lang)
    own = distinctive(place)
    rare = [word for word in own if {word, f"{word}s", word[:-1]}.isdisjoint(article.common)]
    own = tuple(rare) or own
    generic = vocabulary(place.lang).generic_words
    enough = all if generic.issuperset(own) else any
    return bool(own) and enough(_is_written(word, article) for word in own)


def has_all(place: PlacedName, article: ArticleWords, lang: str) -> bool:
    """Whether an article in ``lang`` has all words of a name, or a form of its code.

    Of an organisation in another language one word is enough: the others are translated.
    """
    if place.name.key in vocabulary(lang).forms:
        return is_coded_in(place.name.key, article, lang)
    if place.is_acronym:
        return place.side.detail.text.replace(".", "") in article.shouted
    if place.kind is DetailKind.PERSON:
        parts = [word for word in place.name.key.split() if len(word) > 1]
        return bool(parts) and all(
            sound(word) in article.sounds or article.has_spelling(word) for word in parts
        )
    own = distinctive(place)
    enough = all if place.lang == lang else any
    return bool(own) and enough(_is_written(word, article) for word in own)


def is_coded_in(code: str, article: ArticleWords, lang: str) -> bool:
    """Whether an article has the words of any form of a lexicon's name."""
    for form in vocabulary(lang).forms.get(code, ()):
        if form.isupper():
            if form.replace(".", "") in article.shouted:
                return True
        elif all(
            article.has_prefix(bare(part[:-1]))
            if part.endswith("*")
            else _is_written(bare(part), article)
            for part in form.split()
        ):
            return True
    return False


def distinctive(place: PlacedName) -> tuple[str, ...]:
    """A name's longer words without those that only say what it is; all if no other is left."""
    return _distinctive(place.side.detail.text, place.lang)


@lru_cache(maxsize=4096)
def _distinctive(name: str, lang: str) -> tuple[str, ...]:
    terms, lexicon = vocabulary(lang), sorts(lang)
    parts = [part for w in words(name) for part in w.folded.split("-") if part]
    called = [bare(p) for p in parts if not lexicon.of_word(p) and p not in terms.particles]
    own = [part for part in called if part not in terms.generic_words]
    longer = [part for part in own if len(part) > 3]
    brief = [part for part in own if len(part) > 1]
    return tuple(longer or brief or called or [bare(part) for part in parts])


def _is_written(word: str, article: ArticleWords) -> bool:
    """Whether an article has a word, inflected or made an adjective ("Galicia", "Galician")."""
    if word in article.every or f"{word}s" in article.every or word[:-1] in article.every:
        return True
    return (len(word) > 5 and article.has_prefix(word[:-1])) or article.has_spelling(word)


def _has_form(own: str, used: frozenset[str]) -> bool:
    """Whether a word is among some, inflected perhaps if it is long enough to tell."""
    if own in used:
        return True
    stem = own[: max(4, len(own) - 2)]
    return len(own) > 4 and any(word.startswith(stem) for word in used)
